// @ts-check
// The page at an old address leads on, and takes along the place on the page and the answers of a questionnaire.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import vm from 'node:vm';

const source = await readFile(new URL('../../Templates/scripts/redirect.js', import.meta.url), 'utf8');

/** Where a visitor is sent. @param {string} address @param {Record<string, string>} dataset */
const sent = (address, dataset) => {
  let [to, stops] = ['', 0];
  const { href, search, hash } = new URL(address);
  vm.runInNewContext(source, {
    document: { currentScript: { dataset } }, URL, URLSearchParams, stop: () => { stops += 1; },
    location: { href, search, hash, replace: (/** @type {string} */ target) => { to = target; } },
  });
  assert.equal(stops, to ? 1 : 0);
  return to;
};

const host = 'https://example.org';
for (const [address, dataset, to] of /** @type {[string, Record<string, string>, string][]} */ ([
  ['/old/#two', { to: '../new/' }, '/new/#two'],
  ['/old/', { to: '../new/' }, '/new/'],
  ['/questionnaires/old/#need=tac&v=1', { to: '../new/' }, '/questionnaires/new/#need=tac&v=1'],
  ['/old.html#%C3%A9', { to: 'new/' }, '/new/#%C3%A9'],
  ['/view.php/?id=7', { queries: 'id=7 ../new/ id=8 ../other/' }, '/new/'],
  ['/view.php/?utm=x&id=8#a', { queries: 'id=7 ../new/ id=8 ../other/' }, '/other/#a'],
  ['/view.php/?id=9', { queries: 'id=7 ../new/ id=8 ../other/' }, ''],
  ['/view.php/?id=9', { to: '../all/', queries: 'id=7 ../new/' }, '/all/'],
  ['/view.php/?id=7&part=2', { queries: 'id=7 ../new/ id=7&part=2 ../part/' }, '/part/'],
  ['/', { queries: 'p=12 other/' }, ''],
])) test(`from ${address}`, () => assert.equal(sent(host + address, dataset), to && host + to));
