// @ts-check
// The engine on an index small enough to be written here.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { search } from '../../Templates/scripts/search-engine.js';
import { SearchFiles } from '../../Templates/scripts/search-files.js';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Postings as the build writes them. @param {[number, number][]} pairs */
const list = (...pairs) => {
  let [last, text] = [0, ''];
  for (const [record, weight] of pairs) {
    let distance = record - last;
    for (; distance >= 32; distance >>= 5) text += SIGNS[32 | (distance & 31)];
    text += SIGNS[distance] + SIGNS[weight];
    last = record;
  }
  return text;
};

const BODY = 8;
/** @param {number} words */
const title = (words) => 16 + (words - 1) * 6 + 3;
const files = {
  'search/index.json': {
    version: 1, count: 100, folder: 'f/', stem: ['s>>3'], stop: 'the of does', ask: 'does', families: ['guarantee warranty'], say: {},
    terms: [' m', 'a b'], words: ['', 'w'], ends: ['', 'e'], texts: ['0 50', 'r s'],
  },
  'f/a.json': {
    terms: { '!?': list([2, 0]), '!the': list([6, title(3)]), alpha: list([3, BODY], [7, title(1)], [99, title(2)]), beta: list([3, BODY], [99, title(2)]), c930048t: list([4, title(1)]), c9300: list([4, title(2)], [9, BODY]), 48: list([4, BODY]), common: `!${list([40, BODY], [70, BODY])}` },
    same: { alpha: ['rma'] },
  },
  'f/b.json': { terms: { rma: list([20, title(1)]), omega: list([5, BODY]), warranty: list([1, title(3)], [2, title(3)]) }, same: { rma: ['alpha'] } },
  'f/w.json': 'alpha beta omega warranty',
  'f/e.json': 'ahpla ateb agemo ytnarraw',
  'f/r.json': [[0, 'Page', '', 'Text', 'a/', 'Page'], [1, 'Section', '#s', 'More']],
};

/** @param {string[]} [read] */
const open = (read = []) => new SearchFiles(async (path) => {
  read.push(path);
  if (!Object.hasOwn(files, path)) throw new Error(path);
  return /** @type {any} */ (files)[path];
});
/** @param {string} text */
const run = (text) => search(open(), text);

test('a title that is just the words comes first', async () => {
  assert.deepEqual((await run('alpha')).records.slice(0, 2), [7, 99]);
  assert.deepEqual((await run('beta alpha')).records.slice(0, 2), [99, 3]);
});

test('a result needs not all the words, and says which it lacks', async () => {
  const { records, isPartial, lacks } = await run('alpha beta');
  assert.deepEqual(records, [99, 3, 7, 20]);
  assert.equal(isPartial, false);
  assert.deepEqual(records.map(lacks), [[], [], ['beta'], ['beta']]);
});

test('what has only some of the words is called near, and there is little of it', async () => {
  const found = await run('omega warranty rma common');
  assert.equal(found.isPartial, true);
  assert.ok(found.records.length <= 3);
});

test('a question is looked for among questions', async () => {
  assert.deepEqual((await run('warranty')).records, [1, 2]);
  assert.deepEqual((await run('does warranty')).records, [2, 1]);
});

test('words of a family count nearly as much as the word itself', async () => {
  assert.deepEqual((await run('guarantee')).records, [1, 2]);
});

test('the last word may go on', async () => assert.deepEqual((await run('warr')).records, [1, 2]));

test('a word that goes on is not sought in the middle', async () => assert.deepEqual((await run('warr alpha')).missing, ['warr']));

test('synonyms are found, after the word itself', async () => {
  assert.deepEqual((await run('rma')).records[0], 20);
  assert.ok((await run('rma')).records.includes(7));
});

test('codes are found whole, in parts, and by what stands before a hyphen', async () => {
  assert.equal((await run('C9300-48T')).records[0], 4);
  assert.equal((await run('c9300 48')).records[0], 4);
  const guessed = await run('C9300-99X');
  assert.deepEqual([guessed.records[0], guessed.instead], [4, 'C9300']);
});

test('one edit is mended and said', async () => {
  const found = await run('warrenty');
  assert.deepEqual([found.records, found.instead], [[1, 2], 'warranty']);
  assert.deepEqual((await run('omeg')).instead, '', 'a beginning is no mistake');
  assert.deepEqual((await run('omga')).records, [], 'short words are not guessed');
});

test('a word that stands nowhere is told, and most of them find nothing', async () => {
  assert.deepEqual(await run('zzzzqq').then(({ records, missing }) => [records, missing]), [[], ['zzzzqq']]);
  assert.deepEqual(await run('zzzzqq alpha').then(({ records, rest, isPartial }) => [records, rest, isPartial]), [[7, 99, 20], 'alpha', true]);
  // One that is rare still says what is near.
  assert.deepEqual(await run('zzzzqq qqzzzz alpha').then(({ records, rest, isPartial }) => [records, rest, isPartial]), [[7, 99, 20], 'alpha', true]);
  assert.deepEqual(await run('alpha beta zzzzqq').then(({ records, missing }) => [records[0], missing]), [99, ['zzzzqq']]);
});

test('words without meaning are not asked for', async () => {
  assert.deepEqual((await run('the alpha')).records[0], 7);
  assert.deepEqual((await run('the')).records, [6]);
});

test('of a word that stands nearly everywhere the index has not all places', async () => {
  assert.equal((await run('common omega')).records[0], 5);
  assert.deepEqual((await run('common')).records, [40, 70]);
});

test('names of objects are words like others', async () => {
  for (const word of ['constructor', '__proto__', 'toString']) assert.deepEqual((await run(word)).records, [], word);
});

test('nothing, spaces and signs find nothing', async () => {
  for (const text of ['', '  ', '!?', '—']) assert.deepEqual((await run(text)).records, [], text);
});

test('only the files that a search needs are read, each once', async () => {
  /** @type {string[]} */
  const read = [];
  const index = open(read);
  await search(index, 'alpha');
  await search(index, 'alpha beta');
  await index.record(1);
  assert.deepEqual(read, ['search/index.json', 'f/a.json', 'f/b.json', 'f/r.json']);
});

test('a record has the address and title of its page', async () => {
  assert.deepEqual(await open().record(1), { kind: 'section', title: 'Section', url: 'a/#s', text: 'More', page: 'Page' });
  assert.equal((await open().record(0)).page, '');
});

test('a file that could not be read is read again', async () => {
  let isDown = true;
  const index = new SearchFiles(async (path) => {
    if (isDown) throw new Error(path);
    return /** @type {any} */ (files)[path];
  });
  await assert.rejects(search(index, 'alpha'));
  isDown = false;
  assert.equal((await search(index, 'alpha')).records[0], 7);
});
