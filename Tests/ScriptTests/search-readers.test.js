// @ts-check
// Codes and tasks of readers on the real site: what its search shows, and what the filter of its questionnaires does.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { keyOf, match } from '../../Templates/scripts/codes.js';
import { search } from '../../Templates/scripts/search-engine.js';
import { SearchFiles } from '../../Templates/scripts/search-files.js';
import { understand } from '../../Templates/scripts/search-said.js';

/** @typedef {{ typed: string, verdict: 'found' | 'series' | 'none', ids: string[] }} Code */
/** @typedef {{ task: string, typed: string, words?: string, questionnaire?: string }} Task */
/** @typedef {{ verdict: string, ids: string[] }} Answer */

const site = process.env.WAYMARK_SEARCH ?? new URL('../../Public/', import.meta.url).pathname;
/** @param {string} name */
const read = async (name) => (await readFile(new URL(`../Fixtures/${name}.yaml`, import.meta.url), 'utf8')).split('\n')
  .filter((line) => line.startsWith('- ')).map((line) => JSON.parse(line.slice(2)));

const files = new SearchFiles(async (path) => JSON.parse(await readFile(`${site}/${path}`, 'utf8')));
const id = (/** @type {string} */ url) => /^relicensing\/products\/#(.+)$/.exec(url)?.[1] ?? '';

/** Products from the first result on; a code that is only near, or a guess, is a doubt. @param {string} typed @returns {Promise<Answer>} */
const searched = async (typed) => {
  const { records, isPartial, doubt } = await search(files, typed);
  const urls = await Promise.all(records.slice(0, 3).map(async (number) => (await files.record(number)).url));
  const first = id(urls[0] ?? '');
  if (!first || isPartial && !doubt) return { verdict: 'none', ids: [] };
  return { verdict: doubt ? 'series' : 'found', ids: urls.map(id).filter(Boolean) };
};

test('codes are found as readers type them, by the search and by the filter of a questionnaire', async () => {
  /** @type {Code[]} */
  const codes = await read('codes-of-readers');
  const all = await Promise.all([...'0123456789'].map((digit) => files.codes(digit)));
  const entries = [...new Map(all.flat().map((entry) => [entry[0], entry])).values()];
  const keys = entries.map(([, name, ...also]) => keyOf(name, also));
  const ids = await Promise.all(entries.map(async ([record]) => id((await files.record(record)).url)));
  assert.ok(codes.length >= 40);
  let [bySearch, byFilter, wrong] = [0, 0, 0];
  for (const { typed, verdict, ids: wanted } of codes) {
    const shown = await searched(typed);
    const { verdict: own, places } = match(keys, typed);
    const chosen = own === 'near' || own === 'none' ? [] : places.map((place) => ids[place]);
    const isRight = shown.verdict === verdict && wanted.every((one) => shown.ids.includes(one)) && (!wanted.length || wanted.includes(shown.ids[0]));
    const isSame = (own === 'near' ? 'none' : own) === verdict && wanted.every((one) => chosen.includes(one));
    if (isRight) bySearch += 1;
    else console.log(`search: ${typed} -> ${shown.verdict} ${shown.ids}; wanted ${verdict} ${wanted}`);
    if (isSame) byFilter += 1;
    else console.log(`filter: ${typed} -> ${own} ${chosen}; wanted ${verdict} ${wanted}`);
    if (shown.verdict === 'found' && !wanted.includes(shown.ids[0])) wrong += 1;
  }
  console.log(`measured: ${codes.length} codes of readers: by the search ${bySearch}, by the filter ${byFilter}; taken for another product without a doubt ${wrong}`);
  assert.equal(wrong, 0);
  assert.ok(bySearch >= codes.length * 0.95, 'search');
  assert.ok(byFilter >= codes.length * 0.95, 'filter');
});

test('readers who want something find it in the first three results, or in the questionnaire that their sentence leads into', async () => {
  /** @type {Task[]} */
  const tasks = await read('tasks');
  const said = await files.said();
  assert.ok(tasks.length >= 25 && said);
  let done = 0;
  for (const { task, typed, words, questionnaire } of tasks) {
    const { records } = await search(files, typed);
    const first = await Promise.all(records.slice(0, 3).map((number) => files.record(number)));
    const meaning = understand(typed, said);
    const form = meaning && said.forms[meaning.form]?.url.split('/')[1];
    const isDone = first.some(({ title, text }) => words && `${title} ${text}`.toLowerCase().includes(words.toLowerCase())) || questionnaire && form === questionnaire;
    if (isDone) done += 1;
    else console.log(`task: ${task}: ${typed} -> ${first.map(({ url }) => url).join(', ') || 'nothing'}; ${form ?? 'no questionnaire'}`);
  }
  console.log(`measured: ${tasks.length} tasks of readers: done ${done}`);
  assert.ok(done >= tasks.length * 0.9);
});

test('everyday words of the cues find what the site says in its own words', async () => {
  for (const [typed, wanted] of [['broken', 'entitlement/get-help/#replace'], ['dead', 'entitlement/get-help/#replace'], ['broken switch', 'entitlement/through-a-partner/#hardware-failed'],
    ['flooded server room', 'relicensing/faq/#disaster'], ['lost the sticker with the serial', 'entitlement/no-serial-number/']]) {
    const { records } = await search(files, typed);
    assert.equal((await files.record(records[0])).url, wanted, typed);
  }
});

test('what lacks a rare word is said to be near', async () => {
  assert.equal((await search(files, 'insurance of licence fee')).isPartial, true);
});
