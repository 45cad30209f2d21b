// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { current, isAmong, joined } from '../../Templates/scripts/policy.js';

test('the rules of an answer are read from runs of numbers', () => {
  const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
  /** @param {string} text */
  const among = (text) => all.filter((number) => isAmong(text, number));
  assert.deepEqual(among('1-4 7 9-10'), [1, 2, 3, 4, 7, 9, 10]);
  assert.deepEqual(among('!1-4 7 9-10'), [5, 6, 8, 11]);
  assert.deepEqual(among(''), []);
});

test('a cell of several rows begins in the first that is shown, and is as high as those that are', () => {
  const rows = [[{ cell: 'a', height: 3 }, { cell: '1', height: 1 }], [{ cell: '2', height: 1 }], [{ cell: '3', height: 1 }], [{ cell: 'b', height: 1 }]];
  assert.deepEqual(joined(rows, [true, true, true, true]), rows);
  assert.deepEqual(joined(rows, [false, true, true, false]), [
    [], [{ cell: 'a', height: 2 }, { cell: '2', height: 1 }], [{ cell: '3', height: 1 }], []]);
  assert.deepEqual(joined(rows, [false, false, false, true]), [[], [], [], [{ cell: 'b', height: 1 }]]);
});

test('the part that is read is the last that begins above the line', () => {
  assert.deepEqual([10, 200, 400, 900].map((line) => current([100, 300, 500], line)), [0, 0, 1, 2]);
});
