// @ts-check
/** A checklist with its answers, to be taken elsewhere: as text for a letter, as CSV for a spreadsheet. */
import { counts } from './checklist-answers.js';
import { fill } from './main.js';

/** @typedef {import('./checklist-answers.js').Item} Item */
/** @typedef {import('./checklist-answers.js').Supplier} Supplier */
/** @typedef {{ yes: string, partly: string, no: string, open: string, summary: string, item: string, note: string }} Words */

/** The answer in words. @param {Supplier} supplier @param {Item} item @param {Words} words */
export const wordOf = ({ answers }, { id }, words) => words[answers.get(id) ?? 'open'];

/**
 * @param {string} title
 * @param {Item[]} items
 * @param {Supplier[]} suppliers
 * @param {Words} words
 */
export const plainText = (title, items, suppliers, words) => [
  title,
  ...suppliers.map((supplier) => fill(words.summary, { name: supplier.name, ...counts(supplier, items) })), '',
  ...items.flatMap((item, index) => [
    `${index + 1}. ${item.text}`,
    ...suppliers.map((supplier) => {
      const note = supplier.notes.get(item.id);
      return `   ${supplier.name}: ${wordOf(supplier, item, words)}${note ? ` – ${note.replace(/\s+/g, ' ')}` : ''}`;
    }),
  ]),
].join('\n');

/** A cell of CSV. A sign that a spreadsheet would take for a formula is defused. @param {string} value */
const cell = (value) => `"${(/^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20|%]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/**
 * A row for each item, two columns for each supplier.
 * @param {Item[]} items
 * @param {Supplier[]} suppliers
 * @param {Words} words
 */
export const csv = (items, suppliers, words) => [
  [words.item, ...suppliers.flatMap(({ name }) => [name, fill(words.note, { name })])],
  ...items.map((item) => [item.text, ...suppliers.flatMap((supplier) =>
    [wordOf(supplier, item, words), supplier.notes.get(item.id) ?? ''])]),
].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
