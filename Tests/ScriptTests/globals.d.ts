/** What the build writes in front of the service worker. */
declare const SITE: { version?: string; files: string[] };
