// @ts-check
/** Formulas of amounts, on the vectors of Tests/DecisionTests/Amounts; `WAYMARK_FORMULAS` names a file with others. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { scripts } from './scripts.js';

const { calculate, exact } = await import(`${scripts}questionnaire-formula.js`);
const file = process.env.WAYMARK_FORMULAS ?? new URL('../Fixtures/formulas.json', import.meta.url);

/** @param {bigint} left @param {bigint} right @returns {bigint} */
const divisor = (left, right) => right ? divisor(right, left % right) : left;

/** `2026-11-21`, `-7` or `2/3`. */
const said = (value) => {
  if (typeof value === 'number') return new Date(value * 864e5).toISOString().slice(0, 10);
  const common = divisor(value.up < 0n ? -value.up : value.up, value.down);
  return `${value.up / common}${value.down === common ? '' : `/${value.down / common}`}`;
};

test('formulas come to what they come to elsewhere', () => {
  const vectors = JSON.parse(readFileSync(file, 'utf8'));
  assert.ok(vectors.length > 200);
  for (const { text, formula, answers, value } of vectors) {
    const lookup = (number) => /^\d{4}-/.test(answers[number]) ? Date.parse(answers[number]) / 864e5 : exact(answers[number]);
    assert.equal(said(calculate(formula, lookup, 0)), value, text);
  }
});
