// @ts-check
/**
 * Marks the words of a search on the page that was opened from one of its results. Nothing on the page changes: the browser paints
 * the marks (CSS Custom Highlight API), and doesn't print them. Escape takes them away, and so does any other page.
 */
import { keyOf, styles } from './main.js';

/** Marks that a browser still paints without delay. */
const MOST = 500;

/** @param {Node} root @param {RegExp} words */
const rangesIn = (root, words) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  /** @type {Range[]} */
  const ranges = [];
  for (let node = walker.nextNode(); node && ranges.length < MOST; node = walker.nextNode()) {
    if (node.parentElement?.closest('script, style, template, textarea, select')) continue;
    for (const { 0: text, index } of node.textContent?.matchAll(words) ?? []) {
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      ranges.push(range);
    }
  }
  return ranges;
};

/** What the search handed to this page: `[path, ...words]`, once. @type {string[]} */
const [path, ...found] = JSON.parse(sessionStorage.getItem(keyOf('found')) ?? '[]');
sessionStorage.removeItem(keyOf('found'));
const main = document.querySelector('main');
if (path === location.pathname && found.length && main && globalThis.CSS?.highlights) {
  const words = [...new Set(found)].map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  const ranges = rangesIn(main, RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'giu'));
  styles('found');
  CSS.highlights.set('found', new Highlight(...ranges));
  const end = () => {
    CSS.highlights.delete('found');
    document.removeEventListener('keydown', onKey);
  };
  /** @param {KeyboardEvent} event */
  const onKey = ({ key }) => { if (key === 'Escape') end(); };
  document.addEventListener('keydown', onKey);
}
