// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shown } from '../../Templates/scripts/actions.js';
import { decoded } from '../../Templates/scripts/faq.js';
import { fill, readState } from '../../Templates/scripts/main.js';
import { place } from '../../Templates/scripts/notes.js';
import { contains, searched } from '../../Templates/scripts/plain.js';
import { order, sortKey } from '../../Templates/scripts/table.js';
import { next } from '../../Templates/scripts/tabs.js';

test('gaps of words are filled once, and only those that are known', () => {
  assert.equal(fill('{count} of {all}', { count: 2, all: '{count}' }), '2 of {count}');
  assert.equal(fill('{toString} {x}', {}), '{toString} {x}');
  assert.equal(fill(undefined, {}), '');
});

test('a fragment is state only when it looks like it', () => {
  assert.equal(readState('#q=9300&complexity=low').get('complexity'), 'low');
  assert.equal(readState('#catalyst-9300').size, 0);
  assert.equal(readState('').size, 0);
  assert.equal(readState('#q=%E0%A4%A').get('q')?.length, 3);
});

test('an address that is not well formed leads nowhere', () => {
  assert.equal(decoded('%E0%A4%A'), '');
  assert.equal(decoded('caf%C3%A9'), 'café');
});

test('one path, one row, one column, all; an unknown choice is none', () => {
  const sizes = (/** @type {string} */ need, /** @type {string} */ arrangement) => {
    const { needs, arrangements } = shown({ need, arrangement }, ['a', 'b', 'c'], ['x', 'y']);
    return [needs.size, arrangements.size];
  };
  assert.deepEqual(sizes('a', 'x'), [1, 1]);
  assert.deepEqual(sizes('a', ''), [1, 2]);
  assert.deepEqual(sizes('', 'y'), [3, 1]);
  assert.deepEqual(sizes('zzz', '__proto__'), [3, 2]);
});

test('sorting: numbers by size, texts by language with their numbers, empty ones last, equal ones as they were', () => {
  /** @type {(values: string[], isNumber: boolean, isDescending?: boolean) => string[]} */
  const sorted = (values, isNumber, isDescending = false) =>
    order(values.map((text) => sortKey({ text, isNumber })), isDescending, 'en').map((index) => values[index]);
  assert.deepEqual(sorted(['1,000', '9', '–', '−3', '10.5'], true), ['−3', '9', '10.5', '1,000', '–']);
  assert.deepEqual(sorted(['1,000', '9', '–', '−3', '10.5'], true, true), ['1,000', '10.5', '9', '−3', '–']);
  assert.deepEqual(sorted(['Item 10', 'item 9', '', 'Élan', 'edge'], false), ['edge', 'Élan', 'item 9', 'Item 10', '']);
  assert.deepEqual(order(['a', 'a', 'a'], true), [0, 1, 2]);
  assert.deepEqual(order([undefined, undefined], false), [0, 1]);
});

test('sorting: marks by how good they are, dates by their value', () => {
  assert.deepEqual(['no', 'yes', 'partly'].map((mark) => sortKey({ text: '', mark })), [2, 0, 1]);
  assert.equal(sortKey({ text: '3 May 2026', value: '2026-05-03' }), '2026-05-03');
});

test('a row has all the words', () => {
  assert.ok(contains(searched('Café au lait, 24 hours'), 'CAFE 24'));
  assert.ok(!contains(searched('Café'), 'cafe 24'));
  // However a number is grouped, and whatever signs a program put between letters.
  for (const [row, question] of [
    ['1,500 euros', '1500'], ['1500 euros', '1,500'], ['1.500 €', '1,500'], ['1\u202f500', '1500'], ['1’500', '1500'], ['1,500', '1,5'],
    ['war\u00adranty', 'warranty'], ['warranty', 'war\u200branty'], ['C9300\u201148T', 'C9300-48T'], ['ﬁle', 'file'], ['Cisco’s', "cisco's"], ['e\u0301te\u0301', 'été'],
  ]) assert.ok(contains(searched(row), question), `${row}: ${question}`);
});

test('tabs by the keyboard', () => {
  assert.deepEqual(['ArrowRight', 'ArrowLeft', 'Home', 'End', 'Tab'].map((key) => next(key, 0, 3, false)), [1, 2, 0, 2, undefined]);
  assert.deepEqual(['ArrowRight', 'ArrowLeft'].map((key) => next(key, 0, 3, true)), [2, 1]);
});

test('an explanation stays in the window and covers neither its link nor what has the focus', () => {
  const box = { width: 200, height: 100 }, window = { width: 320, height: 600 };
  const at = (left, top, bottom, kept) => place({ left, top, right: left + 50, bottom }, box, window, kept);
  assert.deepEqual(at(10, 50, 70), { left: 10, top: 76 });
  assert.deepEqual(at(300, 50, 70), { left: 112, top: 76 });
  assert.deepEqual(at(-5, 550, 570), { left: 8, top: 444 });
  assert.deepEqual(at(8, 5, 595).top, 601);
  const below = { left: 0, top: 330, right: 90, bottom: 350 }, beside = { ...below, left: 250, right: 320 };
  assert.equal(at(10, 300, 320, below).top, 194);
  assert.equal(at(10, 300, 320, beside).top, 326);
  assert.equal(at(10, 50, 70, { ...below, top: 80, bottom: 100 }).top, 76, 'there is no room above');
});
