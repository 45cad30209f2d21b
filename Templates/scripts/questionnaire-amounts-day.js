// @ts-check
/** Reads days as people type them, by the language of the site; the Swift twin is Sources/Words/DayReader.swift. */
import { plain } from './questionnaire-plain.js';

/** @typedef {import('./questionnaire-amounts.js').Reading} Reading */
/** @typedef {import('./questionnaire-amounts.js').Style} Style */

/** A day as links hold it; nothing if there is no such day. @param {string | number} year @param {string | number} month @param {string | number} day */
const exactDay = (year, month, day) => {
  const text = [`${year}`.padStart(4, '0'), `${month}`.padStart(2, '0'), `${day}`.padStart(2, '0')].join('-');
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
};

/** Numbers and words. @param {string} text @returns {string[]} */
const partsOf = (text) => text.toLowerCase().match(/\d+|[\p{L}\p{M}]+/gu) ?? [];

/** @param {string} typed @param {Style} style @returns {Reading} */
export const readDay = (typed, { months, order }) => {
  const names = months.split(';').map((name) => partsOf(name).join(''));
  /** The month of a name or of its first three letters or more. @param {string} word */
  const monthOf = (word) => {
    const whole = names.indexOf(word);
    const begun = names.filter((name) => word.length > 2 && name.startsWith(word));
    return whole >= 0 ? whole + 1 : begun.length === 1 ? names.indexOf(begun[0]) + 1 : 0;
  };
  const parts = partsOf(plain(typed));
  const numbers = parts.filter((part) => /\d/.test(part));
  const words = parts.filter((part) => !/\d/.test(part));
  const month = words.map(monthOf).find(Boolean);
  const problem = { problem: 'date' };
  // `21st of November`: words of two letters say nothing.
  if (words.some((word) => word.length > 2 && !monthOf(word)) || numbers.length !== (month ? 2 : 3)) return problem;
  const year = numbers.find(({ length }) => length === 4);
  if (!year) return numbers.every(({ length }) => length < 3) ? { problem: 'shortYear' } : problem;
  const [first, second] = numbers.filter(({ length }) => length !== 4);
  /** @param {string | undefined} day */
  const found = (day) => day ? { exact: day } : problem;
  if (month) return found(exactDay(year, month, first));
  if (!second || numbers[1] === year) return problem;
  if (numbers[0] === year) return found(exactDay(year, first, second));
  /** @type {Record<string, string | undefined>} */
  const both = { d: exactDay(year, second, first), m: exactDay(year, first, second) };
  const own = order.split(' ').map((each) => both[each.replace('y', '')[0]]).filter((each) => each !== undefined);
  const [one = both.d ?? both.m] = own;
  const other = own.find((each) => each !== one);
  return other ? { problem: 'two', one, other } : found(one);
};
