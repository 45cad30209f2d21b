// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { halves, isNear } from '../../Templates/scripts/search-spelling.js';

test('one edit is near, two are not', () => {
  for (const word of ['warrenty', 'warrnty', 'warrannty', 'wraranty', 'arranty', 'warrantyy', 'warranyt']) assert.ok(isNear(word, 'warranty'), word);
  for (const word of ['warrent', 'warnty', 'warrantyxx', 'wrarnaty', 'guarantee']) assert.ok(!isNear(word, 'warranty'), word);
});

test('whatever the edit, the beginning or the end is right', () => {
  const word = 'inspection';
  const edits = [];
  for (let place = 0; place <= word.length; place += 1) {
    edits.push(`${word.slice(0, place)}x${word.slice(place)}`, `${word.slice(0, place)}${word.slice(place + 1)}`);
    edits.push(`${word.slice(0, place)}x${word.slice(place + 1)}`);
    if (place + 1 < word.length) edits.push(`${word.slice(0, place)}${word[place + 1]}${word[place]}${word.slice(place + 2)}`);
  }
  for (const typed of edits) {
    const [beginning, end] = halves(typed);
    assert.ok(word.startsWith(beginning) || word.endsWith(end), typed);
  }
});
