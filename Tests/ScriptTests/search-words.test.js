// @ts-check
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { alternatives, filed, fold, language, pieces, stem, terms, words } from '../../Templates/scripts/search-words.js';

const rules = await readFile(new URL('../../Sources/Search/Words/EnglishRules.swift', import.meta.url), 'utf8');
const stop = rules.match(/stopWords = """([^]*?)"""/)?.[1].trim().split(/\s+/).join(' ') ?? '';
const steps = [...rules.slice(0, rules.indexOf('static let families')).matchAll(/"""([^]*?)"""|"([^"]+)"/g)]
  .map(([, long, short]) => (long ?? short).replaceAll(/\\\n/g, ' ').trim().split(/\s+/).join(' '));
const table = await readFile(new URL('../../Sources/Content/Contractions.swift', import.meta.url), 'utf8');
const apart = table.match(/"""\n([^]*?)"""/)?.[1].replaceAll('\\\n', ' ').trim().split(/\s+/).join(' ') ?? '';
const english = language({ stem: steps, stop, apart });

test('words are filed as the build files them', async () => {
  /** @type {{text: string, terms: string[][]}[]} */
  const rows = JSON.parse(await readFile(new URL('../Fixtures/search-words.json', import.meta.url), 'utf8'));
  for (const row of rows) {
    const found = words(row.text).map((word) => [...new Set(terms(word.text, english))].sort());
    assert.deepEqual(found, row.terms, row.text);
  }
});

test('words know where they stand', () => {
  assert.deepEqual(words('A C9300-48T.'), [{ text: 'A', start: 0, end: 1 }, { text: 'C9300-48T', start: 2, end: 11 }]);
});

test('marks and capitals go', () => {
  for (const [text, folded] of [['Café', 'cafe'], ['Straße', 'strasse'], ['İ', 'i'], ['Σς', 'σσ']]) assert.equal(fold(text), folded);
});

test('a language without rules only folds', () => {
  const plain = language({ stem: [], stop: '' });
  assert.equal(stem('licences', plain), 'licences');
  assert.deepEqual(terms("l'accès", plain), ['acces']);
});

test('a code is tried whole, in parts, and as letters and digits', () => {
  assert.deepEqual(alternatives(pieces('C9300-48T', english)[0], english), [['c930048t'], ['c9300', '48t'], ['9300', '48']]);
  assert.deepEqual(alternatives(pieces('srx345', english)[0], english), [['srx345'], ['srx', '345']]);
  assert.deepEqual(alternatives(pieces('bill-to', english)[0], english), [['bil', 'to'], ['billto']]);
});

test('the words of a text are found once, and kept of no more than some hundred texts', () => {
  const plain = language({ stem: [], stop: '' });
  const first = filed('one two', plain);
  assert.deepEqual(first, [{ text: 'one', start: 0, end: 3, terms: ['one'] }, { text: 'two', start: 4, end: 7, terms: ['two'] }]);
  assert.equal(filed('one two', plain), first);
  for (let number = 0; number < 2000; number += 1) filed(`text ${number}`, plain);
  assert.ok(plain.filed.size < 500);
  assert.deepEqual(filed('one two', plain), first);
});
