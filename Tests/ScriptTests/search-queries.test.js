// @ts-check
// The queries of Tests/Fixtures against the index of the real site: recall at 1 and at 3.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { search } from '../../Templates/scripts/search-engine.js';
import { SearchFiles } from '../../Templates/scripts/search-files.js';

/** @typedef {{query: string, first?: string | string[], near?: string | string[], none?: boolean, part?: string}} Query */

const site = process.env.WAYMARK_SEARCH ?? new URL('../../Public/', import.meta.url).pathname;
/** @param {string} name @returns {Promise<Query[]>} */
const read = async (name) => {
  const lines = (await readFile(new URL(`../Fixtures/${name}.yaml`, import.meta.url), 'utf8')).split('\n');
  return lines.filter((line) => line.startsWith('- ')).map((line) => JSON.parse(line.slice(2)));
};
const queries = await read('queries');

/** @param {string} text @param {number} count */
async function found(text, count) {
  const files = new SearchFiles(async (path) => JSON.parse(await readFile(`${site}/${path}`, 'utf8')));
  const { records, isPartial } = await search(files, text);
  const urls = await Promise.all(records.slice(0, count).map(async (number) => (await files.record(number)).url));
  return { urls, isPartial };
}

test('customers find what they type', async () => {
  let [first, asked, near, wanted] = [0, 0, 0, 0];
  /** @type {string[]} */
  const wrong = [];
  for (const { query, ...expected } of queries) {
    const { urls, isPartial } = await found(query, 3);
    if (expected.none) {
      if (urls.length && !isPartial) wrong.push(`${query} -> ${urls.join(', ')}`);
      continue;
    }
    if (expected.first) {
      asked += 1;
      if ([expected.first].flat().includes(urls[0])) first += 1;
      else console.log(`not first: ${query} -> ${urls.join(', ') || 'nothing'}`);
    }
    for (const choice of [expected.first, expected.near].filter(Boolean)) {
      wanted += 1;
      if (urls.some((url) => [choice].flat().includes(url))) near += 1;
      else console.log(`not in three: ${query} -> ${urls.join(', ') || 'nothing'}; wanted ${choice}`);
    }
  }
  console.log(`measured: ${queries.length} queries: recall at 1 ${(first / asked).toFixed(3)}, at 3 ${(near / wanted).toFixed(3)}`);
  assert.deepEqual(wrong, []);
  assert.ok(queries.length >= 80);
  assert.ok(first / asked >= 0.95, 'recall at 1');
  assert.equal(near, wanted, 'recall at 3');
});

test('what is written as one word or as two is the same', async () => {
  const same = [
    ["I can't find the serial number", 'I can’t find the serial number', 'I cannot find the serial number', 'I can not find the serial number', 'i cant find the serial number', 'I can´t find the serial number'],
    ["we don't have a contract", 'we don’t have a contract', 'we do not have a contract', 'we dont have a contract'],
    ["licence won't register", 'licence will not register', 'licence wont register'],
    ["the device isn't covered", 'the device isn’t covered', 'the device is not covered'],
  ];
  for (const [first, ...others] of same) {
    const { urls } = await found(first, 10);
    assert.ok(urls.length, first);
    for (const other of others) assert.deepEqual((await found(other, 10)).urls, urls, other);
  }
});

test('an amount, and a number that only begins a model, name no product', async () => {
  for (const text of ['$5000', 'refund $5,000', 'port 443', 'room 385']) {
    const { urls } = await found(text, 3);
    for (const url of urls) assert.doesNotMatch(url, /443|440|385|5000/, text);
  }
  for (const text of ['5000', 'catalyst 385']) assert.match((await found(text, 1)).urls[0], /products.*5000|3850/, text);
});

/** Strangers have no addresses that are only good enough. */
const parts = /** @type {[string, number][]} */ ([['dev', 0.8], ['held', 0.8], ['strangers', 0.65]]);
for (const [part, least] of parts) {
  test(`readers whom nobody tuned for find what they type: ${part}`, async () => {
    let [first, near, wanted, honest, nothing] = [0, 0, 0, 0, 0];
    for (const { query, ...expected } of (await read('queries-unseen')).filter((one) => one.part === part)) {
      const { urls, isPartial } = await found(query, 3);
      if (expected.none) {
        nothing += 1;
        if (!urls.length || isPartial) honest += 1;
        continue;
      }
      wanted += 1;
      const right = [expected.first ?? []].flat();
      if (right.includes(urls[0])) first += 1;
      if (urls.some((url) => [...right, ...[expected.near ?? []].flat()].includes(url))) near += 1;
    }
    console.log(`measured: queries, ${part}: recall at 1 ${(first / wanted).toFixed(2)}, at 3 ${(near / wanted).toFixed(2)}; ${honest} of ${nothing} told honestly`);
    assert.ok(first / wanted >= 0.5, 'recall at 1');
    assert.ok(near / wanted >= least, 'recall at 3');
    assert.ok(honest / nothing >= 0.9, 'nothing, or only near');
  });
}
