// @ts-check
import assert from 'node:assert/strict';
import test from 'node:test';
import { keyOf } from '../../Templates/scripts/codes.js';
import { find, wordFor } from '../../Templates/scripts/questionnaire-search.js';

const options = [
  { label: 'Catalyst 9300', also: ['C9300', 'WS-C9300-48T'] }, { label: 'Catalyst 9300X' }, { label: 'ISR 4331' },
  { label: 'Côte d’Ivoire', also: ['Ivory Coast', 'CI'] }, { label: 'Österreich', also: ['Austria'] },
];
const keys = options.map(({ label, also = [] }) => keyOf(label, also));

test('names and codes are found however they are written', () => {
  for (const [question, wanted] of /** @type {[string, number[]][]} */ ([
    ['c9300', [0]], ['C 9300', [0]], ['ws-c9300', [0]], ['48t', [0]], ['catalyst 93', [0, 1]], ['9300 catalyst', [0, 1]], ['isr4331', [2]], ['ISR4331/K9', [2]],
    ['cote', [3]], ['IVORY', [3]], ['osterreich', [4]], ['ivoire', [3]], ['', [0, 1, 2, 3, 4]], ['---', [0, 1, 2, 3, 4]],
  ])) assert.deepEqual(find(keys, question).places, wanted, question);
});

test('what is not found leaves all to choose from, and what is like it comes as a question', () => {
  assert.deepEqual(find(keys, 'nothing'), { verdict: 'none', places: [0, 1, 2, 3, 4], most: 5 });
  assert.deepEqual([find(keys, 'ISR 4351').verdict, find(keys, 'ISR 4351').places], ['near', [2]]);
  assert.deepEqual([find(keys, 'Autsria').verdict, find(keys, 'Autsria').places], ['near', [4]]);
});

test('what is no more than a guess is told as one', () => {
  for (const [verdict, count, word] of /** @type {[string, number, string][]} */ ([
    ['part', 1, 'guess'], ['part', 2, 'guesses'], ['series', 1, 'guess'], ['near', 3, 'near'], ['none', 9, 'searchNone'], ['found', 3, 'searchAll'], ['found', 9, 'searchSome'],
  ])) assert.equal(wordFor(verdict, count, 8), word, verdict);
});
