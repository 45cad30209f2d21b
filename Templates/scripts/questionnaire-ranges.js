// @ts-check
/**
 * What several answers come to, where conditions compare it: in which range it lies, and from which answers on in another. Loaded with
 * questionnaires that have such conditions. The Swift twins are Calculation and CalculatedLine.
 */
import { blocksOf, dateOf, limits } from './questionnaire-form.js';
import { calculate, exact, fraction, order } from './questionnaire-formula.js';

/** @typedef {import('./questionnaire-form.js').CalculatedVariable} CalculatedVariable */
/** @typedef {import('./questionnaire-form.js').Form} Form */
/** @typedef {import('./questionnaire-form.js').Step} Step */
/** @typedef {import('./questionnaire-form.js').Taken} Taken */
/** @typedef {import('./questionnaire-formula.js').Value} Value */
/** @typedef {[Value, Value]} Span  the least and the greatest value, perhaps less and more than any */

/** Looking at more takes longer than a reader waits. Of fewer values, each is looked at where nothing is settled. */
const STEPS = 2000;
const SINGLE = 64;

/** How many values a step takes from the stack. @param {Exclude<Step, string | number | { day: number } | { amount: number }>} step */
const countOf = (step) => 'of' in step ? step.of : 'digits' in step || /^(year|month|day|end-of-month)$/.test(step.do) ? 1 : step.do === 'date' ? 3 : 2;

/** @param {Value} value */
const isNegative = (value) => typeof value === 'object' ? value.up < 0n : value < 0;
/** @param {Value} value */
const isZero = (value) => typeof value === 'object' ? !value.up : !value;

/**
 * Bounds of what a formula comes to; nothing where a divisor may be zero or an answer isn't known.
 * @param {readonly Step[]} formula
 * @param {(question: number) => Span | undefined} lookup
 * @param {number} today
 * @returns {Span | undefined}
 */
export const spanOf = (formula, lookup, today) => {
  /** @type {Span[]} */
  const stack = [];
  for (const step of formula) {
    if (typeof step === 'string') stack.push([exact(step), exact(step)]);
    else if (typeof step === 'number') {
      const span = lookup(step);
      if (!span) return undefined;
      stack.push(span);
    } else if ('day' in step) stack.push([step.day, step.day]);
    else if ('amount' in step) return undefined;
    else if (step.do === 'today') stack.push([today, today]);
    else {
      const parts = stack.splice(-countOf(step));
      if (step.do === '/' && (isZero(parts[1][0]) || isNegative(parts[1][0]) !== isNegative(parts[1][1]) || isZero(parts[1][1]))) return undefined;
      const dates = parts[0].map((day) => isoOf(day));
      // Months begin again each year, and days each month.
      if (step.do === 'month' && dates[0].slice(0, -6) !== dates[1].slice(0, -6)) stack.push([fraction(1n), fraction(12n)]);
      else if (step.do === 'day' && dates[0].slice(0, -3) !== dates[1].slice(0, -3)) stack.push([fraction(1n), fraction(31n)]);
      else stack.push(cornersOf(step, parts, today));
    }
  }
  return stack[0];
};

/** @param {Value} day */
const isoOf = (day) => typeof day === 'number' ? dateOf(day).toISOString().slice(0, 10) : '';

/** The least and the greatest of what a step makes of the ends of its parts. @param {Step} step @param {Span[]} parts @param {number} today @returns {Span} */
const cornersOf = (step, parts, today) => {
  const ends = [0, 1];
  const corners = parts.length === 2 ? ends.flatMap((first) => ends.map((second) => [parts[0][first], parts[1][second]])) : ends.map((end) => parts.map((part) => part[end]));
  const values = corners.map((corner) => calculate(/** @type {any} */ ([...corner.keys(), step]), (place) => corner[place], today));
  values.sort(order);
  return [values[0], values[values.length - 1]];
};

/** How many of the cuts are passed, at least and at most. @param {CalculatedVariable} variable @param {Span | undefined} span @returns {[number, number] | undefined} */
const placesOf = ({ decimals, cuts }, span) => span && /** @type {[number, number]} */ (span.map((end) =>
  cuts.filter((cut) => order(typeof end === 'number' ? cut : { up: BigInt(cut), down: 10n ** BigInt(decimals) }, end) <= 0).length));

/** An answer, or all that it may be, as bounds of its value. @param {Form} form @param {number} question @param {number[]} ends @returns {Span} */
const valuesOf = ({ questions }, question, ends) => {
  const asked = questions[question];
  return /** @type {Span} */ (ends.map((end) => 'decimals' in asked ? { up: BigInt(end), down: 10n ** BigInt(asked.decimals) } : end));
};

/** Where a formula may lie if one question is answered with a run of values. @param {Form} form @param {CalculatedVariable} variable @param {Partial<Taken>} taken @param {number} today @param {number} [own] @param {number[]} [run] */
const placesAt = (form, variable, taken, today, own, run) => placesOf(variable, spanOf(variable.formula, (question) => {
  const answer = /** @type {number | undefined} */ (taken[question]);
  const ends = question === own ? run : answer === undefined ? limits(form.questions[question], today) : [answer, answer];
  return ends && valuesOf(form, question, ends);
}, today));

blocksOf.formula = (form, variable, taken) => {
  // Where none of its answers is known, nothing is settled.
  if (variable.questions.every((question) => taken[question] === undefined)) return undefined;
  const [first, last] = placesAt(form, variable, taken, taken.today) ?? [0, -1];
  return first === last ? variable.blocks[first] : undefined;
};

blocksOf.starts = (form, variable, question, taken) => {
  const run = limits(form.questions[question], taken.today);
  if (!run || run[0] > run[1]) return [];
  /** @param {number} from @param {number} to */
  const at = (from, to) => placesAt(form, variable, taken, taken.today, question, [from, to]) ?? [];
  /** @param {number} value */
  const isOpen = (value) => {
    const [first, last] = at(value, value);
    return first === undefined || first !== last;
  };
  const found = [];
  /** @type {number | undefined} */
  let before;
  const open = [run];
  for (let steps = 0; open.length && steps < STEPS; steps++) {
    const [from, to] = /** @type {[number, number]} */ (open.pop());
    const [first, last] = at(from, to);
    if (first === undefined) break;
    const middle = from + Math.floor((to - from) / 2);
    if (first === last || from === to || to - from >= SINGLE && [from, middle, to].every(isOpen)) {
      const interval = first === last ? first : -1;
      if (before !== interval) found.push(from);
      before = interval;
    } else open.push([middle + 1, to], [from, middle]);
  }
  return found;
};
