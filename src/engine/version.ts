declare const __APP_VERSION__: string;

/** Version of the app, from package.json at build; stands on every import and every export. */
export const APP_VERSION: string = typeof __APP_VERSION__ === 'undefined' ? 'dev' : __APP_VERSION__;
