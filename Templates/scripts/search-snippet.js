// @ts-check
// The part of a text in which the searched words stand, and where to mark them.

import { filed } from './search-words.js';

/** @typedef {{text: string, marks: [number, number][]}} Marked */

const LENGTH = 160;

/**
 * A text with the words that a search found.
 * @param {string} text @param {Set<string>} found @param {import('./search-words.js').Language} language @returns {Marked}
 */
export function marked(text, found, language) {
  const marks = filed(text, language).filter(({ terms }) => terms.some((term) => found.has(term)))
    .map(({ start, end }) => /** @type {[number, number]} */ ([start, end]));
  return { text, marks };
}

/**
 * About two lines of a text, chosen so that they hold as many different words of the search as possible.
 * @param {string} text @param {Set<string>} found @param {import('./search-words.js').Language} language @returns {Marked}
 */
export function snippet(text, found, language) {
  const all = marked(text, found, language).marks;
  if (text.length <= LENGTH) return { text, marks: all };
  const start = begin(text, best(text, all));
  const end = start + LENGTH >= text.length ? text.length : Math.max(start + 1, text.lastIndexOf(' ', start + LENGTH));
  const [before, after] = [start > 0 ? '… ' : '', end < text.length ? ' …' : ''];
  const shift = before.length - start;
  const marks = all.filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]) => /** @type {[number, number]} */ ([from + shift, to + shift]));
  return { text: before + text.slice(start, end) + after, marks };
}

/** The mark with the most different words close behind it. @param {string} text @param {[number, number][]} marks */
function best(text, marks) {
  let [place, most] = [marks[0]?.[0] ?? 0, 0];
  for (const [from] of marks) {
    const near = marks.filter(([start, end]) => start >= from && end <= from + LENGTH - 20);
    const count = new Set(near.map(([start, end]) => text.slice(start, end).toLowerCase())).size;
    if (count > most) [place, most] = [from, count];
  }
  return place;
}

/** Where the line begins: at the sentence if it is near, else a few words before. @param {string} text @param {number} place */
function begin(text, place) {
  if (place < 50) return 0;
  const sentence = text.lastIndexOf('. ', place) + 2;
  if (place - sentence < 60 && sentence > 1) return sentence;
  return text.indexOf(' ', place - 40) + 1;
}
