// @ts-check
import assert from 'node:assert/strict';
import test from 'node:test';
import { find } from '../../Templates/scripts/questionnaire-search.js';

const options = [
  { label: 'Catalyst 9300', also: ['C9300', 'WS-C9300-48T'] }, { label: 'Catalyst 9300X' }, { label: 'ISR 4331' },
  { label: 'Côte d’Ivoire', also: ['Ivory Coast', 'CI'] }, { label: 'Österreich', also: ['Austria'] },
];

test('names and codes are found however they are written', () => {
  for (const [question, wanted] of [
    ['c9300', [0, 1]], ['C 9300', [0, 1]], ['ws-c9300', [0]], ['48t', [0]], ['catalyst 93', [0, 1]], ['9300 catalyst', [0, 1]], ['isr4331', [2]],
    ['cote', [3]], ['IVORY', [3]], ['osterreich', [4]], ['ivoire', [3]], ['300', []], ['nothing', []], ['', [0, 1, 2, 3, 4]], ['---', [0, 1, 2, 3, 4]],
  ]) assert.deepEqual(find(options, question), wanted, question);
});
