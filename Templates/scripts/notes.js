// @ts-check
/**
 * Explains a term or a note beside its link (WCAG 1.4.13): on hover, focus and tap; dismissed by Escape or by going
 * elsewhere; stays while the pointer is on it. The words are those of the place the link leads to: on this page, or on
 * the page of the glossary, which is fetched once and is then at hand for whoever follows the link.
 */
import { styles } from './main.js';
import { documentOf } from './trusted.js';

/** Milliseconds: a pointer that only passes by explains nothing, and one may move from the link to its explanation. */
const BEFORE = 150;
const AFTER = 300;

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Edges */

/**
 * Where a box goes by its link, in the window: below when there is room, never out at the sides, and never over the link.
 * @param {Edges} link
 * @param {{ width: number, height: number }} box
 * @param {{ width: number, height: number }} window
 * @param {Edges} [kept]  what stays in sight if it can: the element that has the focus, when it is another
 */
export const place = (link, box, window, kept) => {
  const gap = 6, edge = 8;
  const left = Math.max(edge, Math.min(link.left, window.width - box.width - edge));
  const below = link.bottom + gap, above = link.top - gap - box.height;
  const fits = [below, above].filter((top) => top >= 0 && top + box.height <= window.height);
  const isFree = (/** @type {number} */ top) => !kept || kept.bottom <= top || kept.top >= top + box.height
    || kept.right <= left || kept.left >= left + box.width;
  return { left, top: fits.find(isFree) ?? fits[0] ?? below };
};

/** @type {Map<string, Promise<Document>>} */
const pages = new Map();

/** The page at an address: this one, or fetched once. @param {URL} url @returns {Promise<Document>} */
const page = (url) => {
  const address = url.href.replace(/#.*/, '');
  if (address === location.href.replace(/#.*/, '')) return Promise.resolve(document);
  const known = pages.get(address);
  if (known) return known;
  const fetched = fetch(address).then(async (answer) => {
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return documentOf(await answer.text());
  });
  // What failed is tried again next time.
  fetched.catch(() => pages.delete(address));
  pages.set(address, fetched);
  return fetched;
};

/** The words that explain a link; only text, so nothing in it needs a pointer or the keyboard. @param {HTMLAnchorElement} link */
const explanation = async (link) => {
  const url = new URL(link.href);
  const target = (await page(url)).getElementById(decodeURIComponent(url.hash.slice(1)));
  const title = target?.querySelector('dfn')?.textContent ?? '';
  const parts = target?.querySelector('dd')
    ? [...target.querySelectorAll('dd > :not(.also, .see)')] : target ? [target] : [];
  return { title, text: parts.map((part) => part.textContent?.trim()).join('\n') };
};

/** @type {HTMLElement | undefined} */
let box;
/** @type {HTMLAnchorElement | undefined} */
let current;
let showing = 0;
let hiding = 0;

const hide = () => {
  clearTimeout(showing);
  clearTimeout(hiding);
  current?.removeAttribute('aria-describedby');
  current = undefined;
  box?.hidePopover();
};
const hideSoon = () => {
  clearTimeout(hiding);
  // What the keyboard asked for stays as long as the focus does.
  if (!current?.matches(':focus-visible')) hiding = setTimeout(hide, AFTER);
};
const stay = () => clearTimeout(hiding);

const makeBox = () => {
  const made = document.createElement('div');
  made.id = 'explanation-box';
  made.className = 'explanation';
  made.role = 'tooltip';
  made.popover = 'manual';
  made.addEventListener('pointerenter', stay);
  made.addEventListener('pointerleave', hideSoon);
  document.querySelector('main')?.append(made);
  return made;
};

/** Puts the box by its link, where that is now. */
const put = () => {
  if (!box || !current?.hasAttribute('aria-describedby')) return;
  const link = current.getBoundingClientRect();
  const size = { width: document.documentElement.clientWidth, height: innerHeight };
  if (link.bottom < 0 || link.top > size.height) return hide();
  const focused = document.activeElement;
  // Where the last link was, there may have been less room than here.
  box.style.setProperty('left', '0');
  const { left, top } = place(link, box.getBoundingClientRect(), size,
    focused?.contains(current) ? undefined : focused?.getBoundingClientRect());
  box.style.setProperty('left', `${left}px`);
  box.style.setProperty('top', `${top}px`);
};

/** The look of the box comes before it is measured. @type {Promise<unknown> | undefined} */
let styled;

/** @param {HTMLAnchorElement} link */
const show = async (link) => {
  const [{ title, text }] = await Promise.all([explanation(link), styled ??= styles('notes')]);
  if (link !== current) return;
  if (!text) throw new Error(`nothing is said at ${link.href}`);
  box ??= makeBox();
  const strong = document.createElement('strong');
  strong.textContent = title;
  box.replaceChildren(...(title ? [strong, '\n'] : []), text);
  link.setAttribute('aria-describedby', box.id);
  box.showPopover();
  put();
};

/** Whether a reader is still where the question came from: this module may have taken its time. */
const isStillAsked = (/** @type {HTMLAnchorElement} */ link, /** @type {string} */ type) =>
  type === 'focusin' ? link === document.activeElement : type !== 'pointerover' || link.matches(':hover');

/** Listens to what ends an explanation wherever it happens; nothing of it needs the box to be there already. */
const listen = () => {
  document.addEventListener('keydown', ({ key }) => { if (key === 'Escape') hide(); });
  document.addEventListener('focusin', ({ target }) => { if (target !== current) hide(); });
  document.addEventListener('pointerdown', ({ target }) => {
    const place = /** @type {Node} */ (target);
    if (current && !current.contains(place) && !box?.contains(place)) hide();
  });
  // Focus brings its link into view, so scrolling does not mean that a reader has gone on.
  addEventListener('scroll', put, { passive: true, capture: true });
  addEventListener('resize', hide);
};
if (globalThis.document) listen();

/** @type {WeakSet<HTMLAnchorElement>} */
const known = new WeakSet();

/**
 * @param {HTMLAnchorElement} link
 * @param {string} type  of the event that asked
 */
export const explain = (link, type) => {
  if (!isStillAsked(link, type)) return;
  if (!known.has(link)) {
    known.add(link);
    link.addEventListener('pointerleave', () => { if (current === link) hideSoon(); });
    link.addEventListener('blur', () => { if (current === link) hide(); });
  }
  stay();
  if (current === link) return;
  hide();
  current = link;
  showing = setTimeout(() => show(link).catch(() => {
    if (link !== current) return;
    hide();
    // Whoever only points can still follow the link; a tap has to be done by us.
    if (type === 'click') location.assign(link.href);
  }), type === 'pointerover' ? BEFORE : 0);
};
