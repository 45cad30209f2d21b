// @ts-check
// One matcher for all places: Tests/Fixtures/codes.json says what a code means on the list of the real site, and the filter of
// products, the search in a questionnaire's options and the search of the site are all held to it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { keyOf, match } from '../../Templates/scripts/codes.js';
import { find } from '../../Templates/scripts/questionnaire-search.js';
import { search } from '../../Templates/scripts/search-engine.js';
import { SearchFiles } from '../../Templates/scripts/search-files.js';
import { tokensOf } from '../../Templates/scripts/search-said.js';

/** @typedef {{ typed: string, verdict: string, ids?: string[] }} Row */
const site = process.env.WAYMARK_SEARCH ?? new URL('../../Public/', import.meta.url).pathname;
/** @type {Row[]} */
const rows = JSON.parse(await readFile(new URL('../Fixtures/codes.json', import.meta.url), 'utf8'));

/** The list as the page of products shows it: that is where the filter reads it. */
const html = await readFile(`${site}/relicensing/products/index.html`, 'utf8');
const listed = [...html.matchAll(/<tr id="([^"]+)"><th scope="row">([^<]+?)(?: <span class="also">([^<]*)<\/span>)?(?: <span class="hint">.*?<\/span>)?<\/th>(.*?)<\/tr>/g)]
  .map(([, id, name, also = '', cells]) => ({ id, key: keyOf(name.trim(), also.split(', '), cells.replace(/<[^>]+>/g, ' ')) }));

/** @type {{ questions: { id: string, options: { id: string, label: string, also?: string[], always?: boolean }[] }[] }} */
const form = JSON.parse(await readFile(`${site}/api/questionnaires/used-device.json`, 'utf8'));
const options = form.questions.find(({ id }) => id === 'product')?.options.filter(({ always }) => !always) ?? [];
const optionKeys = options.map(({ label, also = [] }) => keyOf(label, also));

const files = new SearchFiles(async (path) => JSON.parse(await readFile(`${site}/${path}`, 'utf8')));

test('the table is long, and the list is read whole', () => {
  assert.ok(rows.length >= 80);
  assert.equal(listed.length, options.length);
  assert.ok(listed.length > 70);
});

test('the filter of products gives each code its verdict', () => {
  for (const { typed, verdict, ids } of rows) {
    const found = match(listed.map(({ key }) => key), typed);
    assert.equal(found.verdict, verdict, typed);
    if (ids) assert.deepEqual(found.places.map((place) => listed[place].id).sort(), [...ids].sort(), typed);
  }
});

test('the options of a questionnaire give the same, and never nothing to choose', () => {
  for (const { typed, verdict, ids } of rows) {
    const found = find(optionKeys, typed);
    assert.equal(found.verdict, verdict, typed);
    assert.ok(found.places.length > 0, typed);
    if (ids) assert.deepEqual(found.places.map((place) => options[place].id).sort(), [...ids].sort(), typed);
  }
});

test('the search of the site finds the same products, and says when it is a guess', async () => {
  for (const { typed, verdict, ids = [] } of rows.filter(({ typed }) => /\d/.test(typed))) {
    const { records, doubt, instead } = await search(files, typed);
    const shown = await Promise.all(records.slice(0, 12).map((number) => files.record(number)));
    const products = shown.filter(({ kind }) => kind === 'product').map(({ url }) => url.split('#')[1]);
    // A word that is spelt otherwise is a guess that is told as one.
    const isAlone = !/\s/.test(typed);
    assert.equal(!!doubt || !!instead, ['series', 'part', ...isAlone ? ['near'] : []].includes(verdict), `${typed}: ${doubt?.names}`);
    if (verdict === 'found') assert.ok(ids.includes(products[0]), `${typed}: ${products}`);
    if (['series', 'part'].includes(verdict)) assert.deepEqual(products.sort(), [...ids].sort(), typed);
    // It reads only the part of the list with a number that begins alike, where more may look like it.
    if (verdict === 'near' && isAlone) assert.ok(doubt?.isNear && ids.every((id) => products.includes(id)), `${typed}: ${products}`);
    else if (['near', 'none'].includes(verdict)) assert.deepEqual(products, [], typed);
  }
});

test('codes are told from counts, sizes, years and amounts', async () => {
  /** @type {{ typed: string, search?: string, codes: string[] }[]} */
  const table = JSON.parse(await readFile(new URL('../Fixtures/code-words.json', import.meta.url), 'utf8'));
  const said = await files.said();
  assert.ok(said && table.length >= 60);
  for (const { typed, search: wanted, codes } of table) {
    assert.deepEqual(tokensOf(typed, said.grammar).flatMap(({ isCode, text }) => (isCode ? [text] : [])), codes, typed);
    const { records, doubt, isPartial } = await search(files, typed);
    const first = records.length ? await files.record(records[0]) : undefined;
    // The page has a section on this very product, which comes first for its number.
    const isProduct = first && (first.kind === 'product' || /#product=|#catalyst-/.test(first.url));
    if (wanted) assert.equal(!isProduct ? 'none' : doubt ? 'asked' : isPartial ? 'none' : 'found', wanted, `${typed}: ${first?.url}`);
  }
});

const small = /** @type {[string, string[]][]} */ ([
  ['Juniper SRX300 Series', ['SRX300–SRX380']], ['Juniper EX2000', []], ['Élan 500 Série', []], ['Germany', ['Deutschland']],
  ['Côte d’Ivoire', ['Ivory Coast', 'CI']], ['Model 1,500', []], ['Offi­ce ﬁle', []], ['SRX-1500', []],
  ['MX204–MX480', []], ['A100-A500', []], ['PA 220–850', []], ['T1–T9', []],
]);
const keys = small.map(([name, also]) => keyOf(name, also));

for (const [typed, verdict, names] of /** @type {[string, string, string[]][]} */ ([
  ['SRX345', 'found', ['Juniper SRX300 Series']], ['SRX-345', 'found', ['Juniper SRX300 Series']], ['srx 345', 'found', ['Juniper SRX300 Series']],
  ['srx 390', 'series', ['Juniper SRX300 Series']], ['SRX345-SYS', 'series', ['Juniper SRX300 Series']],
  ['MX240', 'found', ['MX204–MX480']], ['mx-304', 'found', ['MX204–MX480']], ['MX 240', 'found', ['MX204–MX480']], ['MX480', 'found', ['MX204–MX480']],
  ['MX204', 'found', ['MX204–MX480']], ['MX240-BASE', 'series', ['MX204–MX480']], ['MX960', 'none', []], ['EX240', 'none', []],
  ['A300', 'found', ['A100-A500']], ['B350', 'none', []], ['PA-440', 'found', ['PA 220–850']], ['PA-900', 'none', []],
  ['T5', 'found', ['T1–T9']], ['R5', 'none', []], ['EX2300', 'series', ['Juniper EX2000']], ['EX2307', 'near', ['Juniper EX2000']],
  ['elan', 'found', ['Élan 500 Série']], ['e\u0301lan', 'found', ['Élan 500 Série']],
  ['germny', 'near', ['Germany']], ['deutsch', 'found', ['Germany']], ['cote d\'ivoire', 'found', ['Côte d’Ivoire']], ['ivoire', 'found', ['Côte d’Ivoire']],
  ['model 1500', 'found', ['Model 1,500']], ['model 1.500', 'found', ['Model 1,500']], ['of\u200bfice', 'found', ['Offi­ce ﬁle']], ['file', 'found', ['Offi­ce ﬁle']],
  ['srx\u20111500', 'found', ['SRX-1500']], ['srx\u2212150', 'found', ['SRX-1500']], ['', 'all', small.map(([name]) => name)], ['--- !!', 'all', small.map(([name]) => name)],
  ['zzzzqq', 'none', []], ['12', 'none', []],
])) {
  test(`matching ${JSON.stringify(typed)}`, () => {
    const found = match(keys, typed);
    assert.deepEqual([found.verdict, found.places.map((place) => small[place][0])], [verdict, names]);
  });
}

test('ranges need numbers of one length, in order', () => {
  const ranges = (/** @type {string} */ text) => keyOf(text, []).ranges;
  assert.deepEqual(ranges('SRX300–SRX345'), [[300, 345, 'srx']]);
  assert.deepEqual(ranges('SRX 300 – 345'), [[300, 345, 'srx']]);
  assert.deepEqual(ranges('Model 2-4'), []);
  assert.deepEqual(ranges('T1–T9'), [[1, 9, 't']]);
  assert.deepEqual(ranges('C9300-48T'), []);
  assert.deepEqual(ranges('345-300'), []);
});
