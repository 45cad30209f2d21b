// @ts-check
/** HTML of the compiled form as nodes of the page. */
import { documentOf } from './trusted.js';

/** What loads, runs or submits something. Anything else that a renderer or block of the site may write is shown, whole. */
const REFUSED = /^(base|embed|form|iframe|input|link|meta|object|script|style|svg)$/;
const ATTRIBUTES = /^(alt|aria-label|class|colspan|data-full|height|hidden|id|loading|rel|role|rowspan|scope|start|tabindex|title|value|width)$/;

/**
 * HTML of our own renderer as nodes: nothing that loads or runs, and no attributes and schemes but those that it uses.
 * @param {string} html
 * @param {URL} base  what its addresses are relative to
 */
export const nodesOf = (html, base) => {
  const { body } = documentOf(html);
  for (const element of body.querySelectorAll('*')) {
    if (REFUSED.test(element.localName)) element.remove();
    for (const { name, value } of [...element.attributes]) {
      if (/^(href|src)$/.test(name)) element.setAttribute(name, addressOf(value, base));
      else if (!ATTRIBUTES.test(name)) element.removeAttribute(name);
    }
  }
  return [...body.childNodes];
};

/** An address from another document. Within this site it has no host: one that has is shown as leading outside. @param {string} value @param {URL} base */
export const addressOf = (value, base) => {
  // A place in the same text.
  if (value.startsWith('#')) return value;
  const { protocol, origin, href } = URL.canParse(value, base) ? new URL(value, base) : location;
  return origin === location.origin ? href.slice(origin.length) : /^(https?|mailto|tel):$/.test(protocol) ? href : '';
};
