// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bounded, pathIn, scrolledTo } from '../../Templates/scripts/picture.js';

test('a picture is neither lost nor larger than can be drawn', () => {
  assert.deepEqual([0, 0.01, 0.5, 99].map(bounded), [0.1, 0.1, 0.5, 3]);
});

test('what is under a point stays there when the picture grows', () => {
  assert.equal(scrolledTo(100, 50, 2), 250);
  assert.equal(scrolledTo(250, 50, 0.5), 100);
  assert.equal(scrolledTo(0, 50, 0.5), 0);
});

test('a way belongs to one version of the rules', () => {
  assert.deepEqual(pathIn('#path=0,3,-4&v=abc', 'abc'), ['0', '3', '-4']);
  assert.deepEqual(pathIn('#path=0,3,-4&v=abc', 'def'), []);
  assert.deepEqual(pathIn('#step-1-2', 'abc'), []);
  assert.deepEqual(pathIn('#v=abc', 'abc'), []);
});
