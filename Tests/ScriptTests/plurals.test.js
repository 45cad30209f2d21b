// The forms of what is counted, as this engine knows them from Unicode's CLDR: the program has to know the same.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';

const FILE = new URL('../Fixtures/plurals.json', import.meta.url);
/** One sign for each number. */
const SIGNS = { zero: '0', one: '1', two: '2', few: 'f', many: 'm', other: 'x' };
const LANGUAGES = ('af ar be bg bn bs ca cs cy da de el en en-GB es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja km ko lo lt lv mk ms my nb nl nn '
  + 'no pl pt pt-BR pt-PT ro ru sk sl sr sv sw ta te th tr uk ur vi zh zu').split(' ');

test('the recorded forms are those of Intl.PluralRules', async () => {
  const forms = Object.fromEntries(LANGUAGES.map((language) => {
    const rules = new Intl.PluralRules(language);
    return [language, Array.from({ length: 205 }, (_, number) => SIGNS[rules.select(number)]).join('')];
  }));
  if (process.env.WAYMARK_RECORD) {
    const lines = Object.entries(forms).map(([language, list]) => `"${language}":${JSON.stringify(list)}`);
    await writeFile(FILE, `{${lines.join(',\n')}}\n`);
  }
  assert.deepEqual(JSON.parse(await readFile(FILE, 'utf8')), forms);
});
