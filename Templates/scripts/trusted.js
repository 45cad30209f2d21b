// @ts-check
/** The only way by which text becomes part of a page or a program; the Content-Security-Policy names it (Trusted Types). */

/** @type {{ createPolicy: (name: string, rules: object) => any } | undefined} */
const types = /** @type {any} */ (globalThis).trustedTypes;

const policy = types?.createPolicy('waymark', {
  // Only ever read into a document of its own, where nothing runs.
  createHTML: (/** @type {string} */ text) => text,
  createScriptURL: (/** @type {string} */ address) => {
    if (!/^[^?#]*\/service-worker\.js$/.test(address)) throw new TypeError(address);
    return address;
  },
});

/** A document that nobody sees, of the text of a page or a part of one. @param {string} text @returns {Document} */
export const documentOf = (text) => new DOMParser().parseFromString(policy?.createHTML(text) ?? text, 'text/html');

/** The address of the site's own worker. @param {URL} url @returns {string} */
export const workerAt = (url) => policy?.createScriptURL(url.href) ?? url.href;
