// @ts-check
/**
 * A table or list that is published in parts, once a reader filters or sorts it: the rows of all parts come from the pages
 * that have them, are kept as text, and the first that match are shown in a table of their own.
 */
import { documentOf } from './trusted.js';

/** More rows than these nobody reads; the others are counted. */
export const SHOWN = 200;

/** @param {Element} element @returns {HTMLAnchorElement[]} */
const linksOf = (element) => [.../** @type {NodeListOf<HTMLAnchorElement>} */ (element.querySelectorAll('.overview-parts a'))];

/** The element of a part as its page has it. @param {HTMLElement} element @param {string} href */
const fetched = async (element, href) => {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${response.status}: ${href}`);
  const part = documentOf(await response.text()).querySelector(`${element.localName}[data-name="${CSS.escape(element.dataset.name ?? '')}"]`);
  // The document has the address of this page, not of its own.
  for (const link of part?.querySelectorAll('tbody [href]') ?? []) link.setAttribute('href', new URL(link.getAttribute('href') ?? '', href).href);
  return part;
};

/**
 * The rows of all parts in their order, each as `read` has it; what a page would not give is left out.
 * @template Row
 * @param {HTMLElement} element
 * @param {(part: HTMLElement) => Row[]} read
 * @returns {Promise<{ rows: Row[], isWhole: boolean }>}
 */
export const allRows = async (element, read) => {
  const found = await Promise.all(linksOf(element).map((link) => (link.ariaCurrent ? read(element)
    : fetched(element, link.href).then((part) => (part ? read(/** @type {HTMLElement} */ (part)) : undefined)).catch(() => undefined))));
  return { rows: found.flatMap((rows) => rows ?? []), isWhole: !found.includes(undefined) };
};

/** Goes to the part that has a place, for addresses that were made when the list was shorter. @param {HTMLElement} element @param {string} id */
export const goTo = async (element, id) => {
  for (const { href, ariaCurrent } of linksOf(element)) {
    const part = ariaCurrent ? null : await fetched(element, href).catch(() => null);
    if (part?.querySelector(`[id="${CSS.escape(id)}"]`)) return location.replace(`${href}#${encodeURIComponent(id)}`);
  }
};

/** A row as text. Its id stays with the place to which addresses lead. @param {Element} row */
export const htmlOf = (row) => row.outerHTML.replace(/^(<tr[^>]*?) id="[^"]*"/, '$1').replace(/^(<tr[^>]*?) hidden(="")?/, '$1');

/** The place of the rows that match. */
export class Matches {
  /** @param {HTMLElement} element @param {string} [name]  of a table for them; without one they are in the table that is there, whose head sorts */
  constructor(element, name) {
    const [model, ...others] = element.querySelectorAll('table');
    const [body] = model.tBodies;
    this.body = /** @type {HTMLElement} */ (body.cloneNode(false));
    this.table = name ? /** @type {HTMLTableElement} */ (model.cloneNode(false)) : model;
    this.own = [...element.querySelectorAll('.overview-parts'), ...name ? [model, ...others] : [body]];
    if (name) {
      this.table.ariaLabel = name;
      this.table.append(...model.tHead ? [model.tHead.cloneNode(true)] : [], this.body);
      model.before(this.table);
    } else body.after(this.body);
    this.show();
  }

  /** Shows rows in place of the part; nothing brings the part back. @param {string[]} [rows]  the first of them */
  show(rows) {
    for (const each of this.own) /** @type {HTMLElement} */ (each).hidden = Boolean(rows);
    this.body.hidden = !rows;
    // A table of heads alone is none to a screen reader.
    this.table.hidden = rows ? !rows.length : !this.own.some((each) => this.table.contains(each));
    this.body.replaceChildren(...documentOf(`<table><tbody>${(rows ?? []).join('')}</tbody></table>`).querySelectorAll('tr'));
  }
}
