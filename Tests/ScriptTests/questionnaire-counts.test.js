// @ts-check
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { scripts } from './scripts.js';

const outcomes = [{ id: 'yes' }, { id: 'no' }, { id: 'later' }];
const page = { form: { outcomes }, words: { counts: '../../api/counts/loans/' } };
let requests = [], number = 0;

/** The module as a page has it that has just come. */
const opened = async ({ preferences = {}, entry = { type: 'navigate', name: '' }, href = 'https://example.org/#a=b' } = {}) => {
  for (const [name, value] of Object.entries({
    navigator: { doNotTrack: null, ...preferences }, location: { href }, performance: { getEntriesByType: () => [entry] },
    fetch: async (address, options) => { requests.push([address, options]); throw new TypeError('no network'); },
  })) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return import(`${scripts}questionnaire-counts.js?${number++}`);
};
const addresses = () => requests.map(([address]) => address.replace(page.words.counts, ''));

beforeEach(() => { requests = []; });

test('a result requests the file of its first outcome, and of each other one', async () => {
  const { filesOf } = await opened();
  assert.deepEqual(filesOf(outcomes, [[1]]), ['no.txt']);
  assert.deepEqual(filesOf(outcomes, [[1], [0, 1], [2]]), ['no.txt', 'also/yes.txt', 'also/later.txt']);
  assert.deepEqual(filesOf(outcomes, [[], []]), []);
});

test('nothing but the address tells anything, and nothing is kept', async () => {
  const { count } = await opened();
  count(page, { outcomes: [[0]], path: [{ question: 0, answer: 3, text: 'secret' }] });
  assert.deepEqual(requests, [[
    '../../api/counts/loans/yes.txt', { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', keepalive: true },
  ]]);
});

test('a result is counted once for each time that the page is opened', async () => {
  const { count } = await opened();
  for (const found of [[[0]], [[1]], [[0]], [[0, 1]], [[1]]]) count(page, { outcomes: found });
  assert.deepEqual(addresses(), ['yes.txt', 'no.txt', 'yes.txt', 'also/no.txt']);
});

test('not again after a reload or Back, but a result that comes then is', async () => {
  const href = 'https://example.org/#a=b';
  for (const type of ['reload', 'back_forward']) {
    requests = [];
    const { count } = await opened({ entry: { type, name: href }, href });
    count(page, { outcomes: [[0]] });
    assert.deepEqual(addresses(), [], type);
    location.href = 'https://example.org/#a=c';
    count(page, { outcomes: [[1]] });
    assert.deepEqual(addresses(), ['no.txt'], type);
  }
});

test('readers who ask not to be tracked are not counted', async () => {
  for (const preferences of [{ doNotTrack: '1' }, { globalPrivacyControl: true }]) {
    const { count } = await opened({ preferences });
    count(page, { outcomes: [[0]] });
  }
  assert.deepEqual(requests, []);
  const { count } = await opened({ preferences: { doNotTrack: '0', globalPrivacyControl: false } });
  count(page, { outcomes: [[0]] });
  assert.equal(requests.length, 1);
});
