// @ts-check
// What is said about results.

import { fill, plural } from './main.js';

/**
 * What the status region says: how much was found, and what was not found as it was typed.
 * @param {Pick<import('./search-engine.js').Found, 'records' | 'instead' | 'missing' | 'isPartial' | 'doubt'>} found
 * @param {string} text what was typed @param {Record<string, string>} words @param {boolean} isUnderstood as a sentence: then each word is accounted for beside the results
 */
export function message({ records, instead, missing, isPartial, doubt }, text, words, isUnderstood = false) {
  const count = fill(records.length ? plural(words, 'count', records.length) : words.none, { count: records.length, text });
  const asked = doubt && fill(doubt.isNear ? words.near : doubt.names.length > 1 ? words.guesses : words.guess, { text: doubt.text, name: doubt.names[0] });
  if (isUnderstood) {
    if (!records.length) return '';
    instead = '';
    missing = [];
  }
  const notes = [
    records.length && asked,
    instead && records.length && fill(words.instead, { text: instead }),
    missing.length && missing.join(' ') !== text ? fill(words.missing, { text: missing.join(', ') }) : '',
    // Above what was understood it would be said of that.
    isPartial && !doubt?.isNear && !isUnderstood ? words.partial : '',
    records.length ? '' : words.next,
  ];
  // The notes are sentences, the number of results is none: it comes last. What is only near is not counted.
  return (records.length ? [...notes, isPartial ? '' : count] : [count, ...notes]).filter(Boolean).join(' ');
}
