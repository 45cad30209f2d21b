// @ts-check
/** A field that narrows a long list of options: radio buttons stay what they are, so keyboard and screen reader work as ever. */
import { keyOf, match } from './codes.js';
import { fill, say } from './main.js';

/** @typedef {{ label: string, also?: string[], always?: boolean }} Option */

const LIMIT = 8;
/** Lists up to here are shown whole until something is typed. */
const WHOLE = 20;

/**
 * The options that match a text, and what can be said of them. When nothing does, all are offered: what is not in the list as
 * it was typed may be there under another name.
 * @param {import('./codes.js').Key[]} keys @param {string} text
 */
export const find = (keys, text) => {
  const { verdict, places } = match(keys, text);
  if (verdict === 'none') return { verdict, places: [...keys.keys()], most: keys.length };
  return { verdict, places, most: verdict === 'all' && keys.length <= WHOLE ? WHOLE : LIMIT };
};

/** The word of the theme for a verdict. @param {string} verdict @param {number} count @param {number} most */
export const wordFor = (verdict, count, most) => ({
  part: count > 1 ? 'guesses' : 'guess', series: count > 1 ? 'guesses' : 'guess', near: 'near', none: 'searchNone',
})[verdict] ?? (count > most ? 'searchSome' : 'searchAll');

/**
 * Shows of the rows in a box only those that match, the one that is chosen, and those that are always there.
 * @param {HTMLElement} box @param {DocumentFragment} tools @param {Option[]} options @param {HTMLElement[]} rows @param {DOMStringMap} words
 */
export const connect = (box, tools, options, rows, words) => {
  const field = /** @type {HTMLInputElement} */ (tools.querySelector('input'));
  const status = /** @type {HTMLElement} */ (tools.querySelector('[role=status]'));
  // Those that are always there ("It is not in the list") are no entries.
  const entries = options.flatMap(({ label, also = [], always }, place) => (always ? [] : [{ place, label, key: keyOf(label, also) }]));
  const keys = entries.map(({ key }) => key);
  const isFixed = (/** @type {HTMLElement} */ row, /** @type {number} */ index) =>
    options[index].always || row.querySelector('input')?.checked;
  const show = () => {
    const text = field.value.trim();
    const { verdict, places, most } = find(keys, text);
    const near = new Set(places.slice(0, most).map((index) => entries[index].place));
    // Taken out and not hidden: arrow keys of a group would stop at hidden buttons.
    for (const row of rows) row.remove();
    box.append(...rows.filter((row, index) => near.has(index) || isFixed(row, index)));
    const said = words[wordFor(verdict, places.length, most)];
    say(status, fill(said, { count: Math.min(places.length, most), all: places.length, text, name: entries[places[0]]?.label }));
  };
  field.addEventListener('input', show);
  // Enter looks, it does not answer.
  field.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  box.before(tools);
  show();
};
