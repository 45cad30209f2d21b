// @ts-check
// The browser understands what the build does: Tests/Fixtures/said.json holds both to the same. On the published site every label of an
// option that tells something is understood as itself.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { stemOf, tokensOf, understand } from '../../Templates/scripts/search-said.js';

/** @typedef {[form: number, question: string, option: string, words: string]} Row */
/** @typedef {{ index: import('../../Templates/scripts/search-said.js').SaidIndex, sentences: { text: string, said: { form: number, filled: Row[], offered: Row[], unused: string[] } | null }[] }} Vectors */
/** @type {Vectors} */
const { index, sentences } = JSON.parse(await readFile(new URL('../Fixtures/said.json', import.meta.url), 'utf8'));

/** @param {import('../../Templates/scripts/search-said.js').Understood[]} list */
const rows = (list) => list.map(({ form, question, option, words }) => [form, question, option, words]);

test('sentences are understood as the vectors say', () => {
  assert.ok(sentences.length > 40);
  for (const { text, said } of sentences) {
    const found = understand(text, index);
    assert.deepEqual(found ? { form: found.form, filled: rows(found.filled), offered: rows(found.offered), unused: found.unused } : null, said, text);
  }
});

test('endings of plurals, -ed and -ing go, and no others', () => {
  const stems = { replaced: 'replac', uses: 'use', used: 'used', parties: 'party', stopped: 'stop', installed: 'install', status: 'status', need: 'need', ring: 'ring' };
  for (const [word, stem] of Object.entries(stems)) assert.equal(stemOf(word), stem);
});

test('each label on the published site is understood as itself', async () => {
  const site = process.env.WAYMARK_SEARCH ?? new URL('../../Public/', import.meta.url).pathname;
  const { folder, said } = JSON.parse(await readFile(`${site}/search/index.json`, 'utf8'));
  /** @type {import('../../Templates/scripts/search-said.js').SaidIndex} */
  const own = JSON.parse(await readFile(`${site}/${folder}${said}.json`, 'utf8'));
  const stems = (/** @type {string} */ label) => tokensOf(label, own.grammar).map(({ stem }) => stem).join(' ');
  const labels = own.forms.flatMap(({ questions }, form) => questions.flatMap(({ id, options }) => options.map(([option, label]) => ({ form, id, option, label }))));
  assert.ok(labels.length > 100);
  for (const { form, id, option, label } of labels) {
    const same = labels.filter((other) => stems(other.label) === stems(label));
    const length = label.split(/\s+/).length;
    const tells = tokensOf(label, own.grammar).some(({ isContent }) => isContent);
    if (length < 3 || length > 25 || same.length > 1 || !tells) continue;
    const found = understand(label, own);
    assert.deepEqual([found?.form, found?.filled.map((each) => [each.question, each.option])], [form, [[id, option]]], label);
  }
});
