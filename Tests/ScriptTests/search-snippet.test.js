// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, snippet } from '../../Templates/scripts/search-snippet.js';
import { language } from '../../Templates/scripts/search-words.js';

const plain = language({ stem: ['s>>3'], stop: '' });
/** @param {import('../../Templates/scripts/search-snippet.js').Marked} found */
const cut = ({ text, marks }) => marks.map(([start, end]) => text.slice(start, end));

test('words of the search are marked in all their forms', () => {
  assert.deepEqual(cut(marked('Parts: a part, apart', new Set(['part']), plain)), ['Parts', 'part']);
});

test('a code is marked when one of its parts was searched', () => {
  assert.deepEqual(cut(marked('Use C9300-48T here', new Set(['9300']), plain)), ['C9300-48T']);
});

test('a short text is shown whole', () => {
  assert.deepEqual(snippet('One part.', new Set(['part']), plain), { text: 'One part.', marks: [[4, 8]] });
});

test('of a long text the place with most words is shown, between words', () => {
  const text = `${'lorem ipsum '.repeat(30)}alpha lorem. Then beta and alpha stand here. ${'dolor sit '.repeat(30)}`;
  const found = snippet(text, new Set(['alpha', 'beta']), plain);
  assert.ok(found.text.length <= 170);
  assert.ok(found.text.startsWith('… ') && found.text.endsWith(' …'));
  assert.deepEqual(new Set(cut(found)), new Set(['alpha', 'beta']));
});

test('without a match the beginning is shown', () => {
  const found = snippet('lorem ipsum '.repeat(30), new Set(['x']), plain);
  assert.ok(found.text.startsWith('lorem') && found.marks.length === 0);
});

test('one endless word does not stop anything', () => {
  assert.ok(snippet('x'.repeat(1000), new Set(['y']), plain).text.length > 0);
});
