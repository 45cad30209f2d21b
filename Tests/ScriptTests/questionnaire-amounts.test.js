// @ts-check
/** Numbers and days as people type and read them: the vectors of Tests/WordsTests. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { scripts } from './scripts.js';

const { numberText, typedText } = await import(`${scripts}questionnaire-numbers.js`);
const { complaintSlots, readTyped } = await import(`${scripts}questionnaire-amounts.js`);

const vectors = (name) => JSON.parse(readFileSync(new URL(`../Fixtures/${name}.json`, import.meta.url), 'utf8'));
/** @type {Record<string, Record<string, string>>} */
const styles = vectors('language-styles');
const english = { text: '', ...styles.en };

/** The language of the page, which chooses plural forms. @param {string} lang */
const speak = (lang) => { Object.assign(globalThis, { document: { documentElement: { lang } } }); };

test('numbers are read by the language of the site', () => {
  for (const { language, typed, decimals, unit, from, to, exact, either, perhaps, problem } of vectors('numbers')) {
    const asked = { kind: 'number', decimals, unit, from: Math.round(from * 10 ** decimals), to: to * 10 ** decimals };
    const expected = exact !== undefined ? { exact } : either ? { problem: 'two', one: either[0], other: either[1] }
      : perhaps ? { problem: 'perhaps', one: perhaps } : { problem: problem === 'currency' ? 'currency' : 'number' };
    const found = readTyped(asked, [typed], styles[language]);
    for (const name of ['one', 'other']) if (found[name]) found[name] = typedText(found[name], styles[language]);
    assert.deepEqual(found, expected, `${typed} in ${language}`);
  }
});

test('days are read by the language of the site', () => {
  for (const { language, typed, day, either, problem } of vectors('dates')) {
    const expected = day ? { exact: day } : either ? { problem: 'two', one: either[0], other: either[1] }
      : { problem: problem === 'shortYear' ? 'shortYear' : 'date' };
    assert.deepEqual(readTyped({ kind: 'date' }, [typed], styles[language]), expected, `${typed} in ${language}`);
  }
});

test('three fields are day, month and year', () => {
  for (const [fields, expected] of [
    [['3', '4', '2026'], { exact: '2026-04-03' }], [['3', 'April', '2026'], { exact: '2026-04-03' }],
    [['3/4/2026', '', ''], { problem: 'two', one: '2026-04-03', other: '2026-03-04' }], [['2026-04-03', '', ''], { exact: '2026-04-03' }],
    [['1', '13', '2026'], { problem: 'swapped', one: '2026-01-13' }], [['1/13/2026', '', ''], { exact: '2026-01-13' }],
    [['3', '4', ''], { problem: 'date' }], [['3', '4', '26'], { problem: 'shortYear' }], [['', '', ''], { problem: 'date' }],
  ]) assert.deepEqual(readTyped({ kind: 'date' }, fields, english), expected);
});

test('numbers are written by the language of the site', () => {
  for (const { language, units, decimals, unit, isPlain, printed } of vectors('printed-numbers')) {
    const asked = { decimals, unit, from: isPlain ? 1000 : 0, to: 9999 };
    speak(language);
    assert.equal(numberText(units, asked, styles[language]), printed);
  }
});

test('only what the question takes is offered', () => {
  const day = (text) => Date.parse(text) / 864e5;
  const words = { ...english, day: '{day} {month} {year}' };
  const complaint = (asked, from, to, typed, reading = readTyped({ ...asked, from, to }, [typed], words)) => {
    const { word, one, other } = complaintSlots({ ...asked, from, to }, reading, [from, to], words, day('2026-11-21'));
    return [word, one, other];
  };
  const date = { kind: 'date' };
  assert.deepEqual(complaint(date, day('2026-01-01'), day('2026-12-31'), '3/4/2026'), ['two', '3 April 2026', '4 March 2026']);
  assert.deepEqual(complaint(date, day('2026-04-01'), day('2026-12-31'), '3/4/2026').slice(0, 2), ['perhaps', '3 April 2026']);
  assert.deepEqual(complaint(date, day('2026-01-01'), day('2026-03-31'), '3/4/2026').slice(0, 2), ['perhaps', '4 March 2026']);
  assert.equal(complaint(date, day('2026-05-01'), day('2026-12-31'), '3/4/2026')[0], 'rangeDate');
  const number = { kind: 'number', decimals: 0 };
  assert.deepEqual(complaint(number, 0, 5000, '3.500').slice(0, 2), ['perhaps', '3500']);
  const digits = (decimals) => complaint({ kind: 'number', decimals }, 0, 5000, '', { problem: 'digits' })[0];
  assert.deepEqual([0, 1, 2].map(digits), ['whole', 'digit', 'digits']);
});
