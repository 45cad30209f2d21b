// @ts-check
/** Texts made comparable: what a reader types and what an author wrote, whatever signs a program put into either. */

/** A number in groups of three, with the same sign between them: `1,500`, `1.500.000`, `1’500`, and spaces that do not break. */
const GROUPED = /(?<![\p{L}\p{N}][.,'\u2019]?)\d{1,3}([.,'\u2019\u00a0\u2007\u2009\u202f])\d{3}(?:\1\d{3})*(?!\1?[\p{L}\p{N}])/gu;

/** Digits without what groups them: `1,500` is `1500`. @param {string} text */
const ungrouped = (text) => text.replace(GROUPED, (number) => number.replace(/\D/g, ''));

/**
 * Small letters without accents, ligatures, and signs that are not seen (soft hyphens, spaces of no width, marks of direction);
 * one kind of apostrophe and hyphen.
 * @param {string} text
 */
const folded = (text) => text.replace(/\p{Cf}/gu, '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  .replace(/[\u2018\u2019\u02bc]/g, "'").replace(/[\u2010-\u2015\u2212]/g, '-');

/** The same with the digits of each number in one piece. @param {string} text */
export const plain = (text) => folded(ungrouped(text.replace(/\p{Cf}/gu, '')));

/** A text as `contains` looks in it: its numbers as they are written, and in one piece. @param {string} text */
export const searched = (text) => `${folded(text)}\n${plain(text)}`;

/** Whether each word of a question stands in a text. @param {string} text  as `searched` gives it @param {string} question */
export const contains = (text, question) =>
  question.split(/\s+/).every((word) => text.includes(folded(word)) || text.includes(plain(word)));

/** A text in pieces, letters and digits apart: `WS-C3850` is `ws`, `c`, `3850`. @param {string} text @returns {string[]} */
export const pieces = (text) => plain(text).match(/\p{L}+|\p{N}+/gu) ?? [];
