// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../Templates/scripts/search-results.js';

const words = {
  countOne: '1 result', countOther: '{count} results', none: 'No results matched “{text}”.', instead: 'Showing results for “{text}”.',
  missing: 'Found nowhere: {text}.', partial: 'None has all words.', next: 'Try fewer words.',
  guess: 'Is it {name}?', near: 'The closest to {text}:',
};
const found = { records: [1, 2], instead: '', missing: [], isPartial: false };
test('the status says how much was found, and how', () => {
  assert.equal(message(found, 'x', words), '2 results');
  assert.equal(message({ ...found, records: [1] }, 'x', words), '1 result');
  assert.equal(message({ ...found, instead: 'y' }, 'x', words), 'Showing results for “y”. 2 results');
  assert.equal(message({ ...found, missing: ['z'], isPartial: true }, 'x z', words), 'Found nowhere: z. None has all words.');
  const doubt = { text: 'x1', names: ['X 2'] };
  assert.equal(message({ ...found, records: [1], doubt }, 'x1', words), 'Is it X 2? 1 result');
  assert.equal(message({ ...found, records: [1], isPartial: true, doubt: { ...doubt, isNear: true } }, 'x1', words), 'The closest to x1:');
  assert.equal(message({ ...found, records: [], missing: ['x'] }, 'x', words), 'No results matched “x”. Try fewer words.');
  assert.equal(message({ ...found, records: [], missing: ['x'] }, 'x y', words), 'No results matched “x y”. Found nowhere: x. Try fewer words.');
  assert.equal(message({ ...found, missing: ['z'], instead: 'y' }, 'x y z', words, true), '2 results');
  assert.equal(message({ ...found, missing: ['z'], isPartial: true }, 'x y z', words, true), '');
  assert.equal(message({ ...found, records: [], missing: ['z'] }, 'x y z', words, true), '');
});
