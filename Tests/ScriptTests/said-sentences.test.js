// @ts-check
// Sentences against the cues of the real site: those that were written before the cues (Tests/Fixtures/sentences.yaml), and those beside
// its questionnaires. Prints how much of what they mean is understood, and how much wrongly.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { understand } from '../../Templates/scripts/search-said.js';

/** @typedef {Record<string, string | string[]>} Answers */
/** @typedef {{ sentence: string, part: string, questionnaire?: string[], must?: Answers, may?: Answers }} Sentence */
/** @typedef {import('../../Templates/scripts/search-said.js').Understood} Understood */

const site = process.env.WAYMARK_SEARCH ?? new URL('../../Public/', import.meta.url).pathname;
const folder = new URL('../../Content/questionnaires/', import.meta.url);
const { folder: files, said } = JSON.parse(await readFile(`${site}/search/index.json`, 'utf8'));
/** @type {import('../../Templates/scripts/search-said.js').SaidIndex} */
const index = JSON.parse(await readFile(`${site}/${files}${said}.json`, 'utf8'));
const names = index.forms.map(({ url }) => url.split('/')[1]);

/** @returns {Promise<Sentence[]>} */
const written = async () => (await readFile(new URL('../Fixtures/sentences.yaml', import.meta.url), 'utf8')).split('\n')
  .filter((line) => line.startsWith('- ')).map((line) => JSON.parse(line.slice(2)));

/** Those of `NAME.said.yaml`, which hold one pair of braces a line. @returns {Promise<Sentence[]>} */
const own = async () => {
  const paths = (await readdir(folder)).filter((path) => path.endsWith('.said.yaml'));
  return (await Promise.all(paths.map(async (path) => {
    const text = await readFile(new URL(path, folder), 'utf8');
    return text.split(/^- sentence: /m).slice(1).map((entry) => {
      const answers = (/** @type {string} */ key) => Object.fromEntries([...(RegExp(`^  ${key}: \\{(.*)\\}`, 'm').exec(entry)?.[1] ?? '').matchAll(/([\w-]+): (\[[^\]]*\]|[\w-]+)/g)]
        .map(([, id, value]) => [id, value.startsWith('[') ? value.slice(1, -1).split(', ') : value]));
      return { sentence: entry.split('\n')[0], part: 'own', questionnaire: [path.split('.')[0]], must: answers('must'), may: answers('may') };
    });
  }))).flat();
};

const pairs = (/** @type {Answers} */ answers = {}) => Object.entries(answers).flatMap(([id, values]) => [values].flat().map((value) => `${id}=${value}`));
const told = (/** @type {Understood[]} */ list) => list.map(({ question, option }) => `${question}=${option}`);

/** @param {Sentence[]} sentences */
const measure = (sentences) => {
  const count = { sentences: sentences.length, meant: 0, filled: 0, near: 0, taken: 0, wrong: 0, wrongForm: 0, quiet: 0, nothing: 0 };
  for (const { sentence, questionnaire = [], must, may } of sentences) {
    const { form, filled, offered } = understand(sentence, index) ?? { form: -1, filled: [], offered: [] };
    const isRight = form < 0 || questionnaire.includes(names[form]);
    // What the questionnaire that was chosen, or the first that is meant, asks for.
    const chosen = index.forms[form >= 0 && isRight ? form : names.indexOf(questionnaire[0])];
    const meant = pairs(must).filter((pair) => !chosen || chosen.questions.some(({ id }) => pair.startsWith(`${id}=`)));
    const taken = told(filled);
    const either = [...taken, ...told(offered)];
    const wrong = taken.filter((pair) => !isRight || !pairs(must).includes(pair) && !pairs(may).includes(pair));
    if (wrong.length && sentences.length < 300) console.log(`wrong: ${sentence} -> ${names[form]} ${wrong.join(', ')}`);
    count.meant += meant.length;
    count.filled += meant.filter((pair) => taken.includes(pair)).length;
    count.near += meant.filter((pair) => either.includes(pair)).length;
    count.taken += taken.length;
    count.wrong += wrong.length;
    count.wrongForm += isRight ? 0 : 1;
    if (!pairs(must).length && !pairs(may).length) {
      count.nothing += 1;
      if (!taken.length) count.quiet += 1;
    }
  }
  return count;
};

const share = (/** @type {number} */ part, /** @type {number} */ all) => `${Math.round(100 * part / all)} %`;

/** @param {string} name @param {ReturnType<typeof measure>} count */
const print = (name, count) => console.log(`measured: sentences, ${name}: ${count.sentences}; answers taken ${share(count.filled, count.meant)}, or offered ${share(count.near, count.meant)}; `
  + `of those taken wrong ${share(count.wrong, count.taken)}; questionnaire right or open ${share(count.sentences - count.wrongForm, count.sentences)}; `
  + `nothing taken of ${count.quiet} of ${count.nothing} that mean nothing`);

test('readers are understood who say it in one sentence', async () => {
  const sentences = [...(await written()).filter(({ part }) => part !== 'strangers'), ...await own()];
  for (const part of ['first', 'dev', 'held', 'fresh', 'late', 'contrast', 'astray', 'plain', 'talk', 'more', 'unseen', 'own']) print(part, measure(sentences.filter((one) => one.part === part)));
  const count = measure(sentences);
  print('all', count);
  assert.ok(count.sentences >= 300);
  assert.ok(count.wrong / count.taken <= 0.02, 'taken wrongly');
  assert.ok(count.filled / count.meant >= 0.7, 'taken');
  assert.ok(count.near / count.meant >= 0.85, 'taken or offered');
  assert.ok(1 - count.wrongForm / count.sentences >= 0.95, 'the questionnaire');
  assert.ok(count.quiet / count.nothing >= 0.95, 'nothing taken of what means nothing');
});

test('strangers who write as they like are mostly understood, and seldom wrongly', async () => {
  const count = measure((await written()).filter(({ part }) => part === 'strangers'));
  print('strangers', count);
  assert.ok(count.sentences >= 300);
  assert.ok(count.wrong / count.taken <= 0.05, 'taken wrongly');
  assert.ok(count.filled / count.meant >= 0.4, 'taken');
  assert.ok(1 - count.wrongForm / count.sentences >= 0.85, 'the questionnaire');
});
