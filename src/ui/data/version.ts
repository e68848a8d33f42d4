declare const __APP_VERSION__: string;

/** Version of the app, put in by the build. */
export const APP_VERSION: string = __APP_VERSION__;
