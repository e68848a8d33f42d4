declare const __APP_VERSION__: string;

/** Version of the app, from package.json at build; stands on every import, on every export and in the settings. */
export const APP_VERSION: string = typeof __APP_VERSION__ === 'undefined' ? 'dev' : __APP_VERSION__;
