// @ts-check
// What is said about results, and how they are grouped.

import { fill, plural } from './main.js';

/** @typedef {import('./search-files.js').SearchRecord} SearchRecord */

/** The heading of the group in which a kind of result stands, by its name among the words. @type {Record<string, string>} */
const GROUPS = {
  page: 'pages', section: 'pages', question: 'questions', product: 'products', term: 'terms', tool: 'addresses',
  contact: 'addresses', link: 'addresses', questionnaire: 'questionnaires',
};

/** Groups in the order of their best results, and in each the best first. @param {SearchRecord[]} records */
export function groups(records) {
  /** @type {Map<string, SearchRecord[]>} */
  const found = new Map();
  for (const record of records) {
    const name = GROUPS[record.kind] ?? 'pages';
    found.set(name, [...found.get(name) ?? [], record]);
  }
  return [...found].map(([name, records]) => ({ name, records }));
}

/**
 * What the status region says: how much was found, and what was not found as it was typed.
 * @param {Pick<import('./search-engine.js').Found, 'records' | 'instead' | 'missing' | 'isPartial' | 'doubt'>} found
 * @param {string} text what was typed @param {Record<string, string>} words
 */
export function message({ records, instead, missing, isPartial, doubt }, text, words) {
  const count = fill(records.length ? plural(words, 'count', records.length) : words.none, { count: records.length, text });
  const asked = doubt && fill(doubt.names.length > 1 ? words.guesses : words.guess, { text: doubt.text, name: doubt.names[0] });
  const notes = [
    records.length && asked,
    instead && records.length && fill(words.instead, { text: instead }),
    missing.length && missing.join(' ') !== text ? fill(words.missing, { text: missing.join(', ') }) : '',
    isPartial ? words.partial : '',
    records.length ? '' : words.next,
  ];
  // The notes are sentences, the number of results is none: it comes last.
  return (records.length ? [...notes, count] : [count, ...notes]).filter(Boolean).join(' ');
}
