// @ts-check
/** Calculates amounts with exact numbers and days; the Swift twins are in Sources/Decision/Amounts, on the same vectors. */
import { dateOf, dayOf, shift } from './questionnaire-form.js';

/** @typedef {import('./questionnaire-form.js').Formula} Formula */
/** @typedef {{ up: bigint, down: bigint }} Fraction  in any terms, the divisor more than zero */
/** @typedef {Fraction | number} Value  a day is a plain number */
/** @typedef {(name: number, isAmount: boolean) => Value} Lookup  what a question or an amount comes to */

/** The first and the last day of all. */
const FIRST = -719162;
const LAST = 2932896;

/** @param {number} day */
const within = (day) => Math.min(Math.max(day, FIRST), LAST);

/** @param {bigint} up @param {bigint} [down] @returns {Fraction} */
export const fraction = (up, down = 1n) => down < 0n ? { up: -up, down: -down } : { up, down };

/** @param {string} text  `-3.50` */
export const exact = (text) => {
  const [whole, behind = ''] = text.split('.');
  return fraction(BigInt(whole + behind), 10n ** BigInt(behind.length));
};

/** The greatest whole number that isn't above a fraction. @param {Fraction} fraction */
const floor = ({ up, down }) => up / down - (up % down < 0n ? 1n : 0n);

/** In units of the last of some digits. @type {Record<string, (value: Fraction) => bigint>} */
const ROUNDINGS = {
  floor,
  ceil: ({ up, down }) => -floor({ up: -up, down }),
  // From the middle away from zero.
  round: ({ up, down }) => up < 0n ? -floor({ up: down - 2n * up, down: 2n * down }) : floor({ up: 2n * up + down, down: 2n * down }),
};

/** @param {Fraction} value @param {string} rounding @param {number} digits  before the point if negative @returns {Fraction} */
const rounded = ({ up, down }, rounding, digits) => {
  const power = 10n ** BigInt(Math.abs(digits));
  return digits < 0
    ? fraction(ROUNDINGS[rounding]({ up, down: down * power }) * power)
    : fraction(ROUNDINGS[rounding]({ up: up * power, down }), power);
};

/** Below zero if the first is less. @param {Value} left @param {Value} right */
export const order = (left, right) => typeof left === 'object' && typeof right === 'object'
  ? Number(left.up * right.down - right.up * left.down) : Number(left) - Number(right);

/** @param {Value} value  whole */
const whole = (value) => typeof value === 'object' ? Number(value.up / value.down) : value;

/** How many whole months lie between two days. @param {number} first @param {number} second @returns {number} */
const monthsBetween = (first, second) => {
  if (first > second) return 0 - monthsBetween(second, first);
  const [start, end] = [dateOf(first), dateOf(second)];
  const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  return shift(first, months) <= second ? months : months - 1;
};

/** Months later; beyond the calendar its first or last day. @param {number} day @param {number} months */
const later = (day, months) => {
  const count = dateOf(day).getUTCFullYear() * 12 + dateOf(day).getUTCMonth() + months;
  if (count < 12) return FIRST;
  return count < 120000 ? shift(day, months) : LAST;
};

/** @param {number} year @param {number} month @param {number} day */
const dateWith = (year, month, day) => {
  if (year < 1 || year > 9999) return year < 1 ? FIRST : LAST;
  const first = dayOf(year, Math.min(Math.max(month, 1), 12) - 1, 1);
  return first + Math.min(Math.max(day, 1), dateOf(shift(first, 1) - 1).getUTCDate()) - 1;
};

/** What days come to, by the name of what is done. @type {Record<string, (...values: number[]) => number>} */
const DAYS = {
  days: (day, count) => within(day + count),
  weeks: (day, count) => within(day + 7 * count),
  months: later,
  years: (day, count) => later(day, 12 * count),
  date: dateWith,
  'end-of-month': (day) => dayOf(dateOf(day).getUTCFullYear(), dateOf(day).getUTCMonth() + 1, 0),
};

/** What numbers come from days. @type {Record<string, (...values: number[]) => number>} */
const COUNTS = {
  'days-between': (first, second) => second - first,
  'weeks-between': (first, second) => Math.trunc((second - first) / 7),
  'months-between': monthsBetween,
  'years-between': (first, second) => Math.trunc(monthsBetween(first, second) / 12),
  year: (day) => dateOf(day).getUTCFullYear(),
  month: (day) => dateOf(day).getUTCMonth() + 1,
  day: (day) => dateOf(day).getUTCDate(),
};

/** @type {Record<string, (left: Fraction, right: Fraction) => Fraction>} */
const NUMBERS = {
  '+': (left, right) => fraction(left.up * right.down + right.up * left.down, left.down * right.down),
  '-': (left, right) => fraction(left.up * right.down - right.up * left.down, left.down * right.down),
  '*': (left, right) => fraction(left.up * right.up, left.down * right.down),
  '/': (left, right) => fraction(left.up * right.down, left.down * right.up),
};

/** @param {Value[]} values @param {boolean} isLeast */
const extreme = (values, isLeast) => values.reduce((best, each) => (order(each, best) < 0) === isLeast ? each : best);

/**
 * What a formula comes to.
 * @param {Formula} formula
 * @param {Lookup} lookup
 * @param {number} today
 * @returns {Value}
 */
export const calculate = (formula, lookup, today) => {
  /** @type {any[]} */
  const stack = [];
  for (const step of formula) {
    if (typeof step === 'string') stack.push(exact(step));
    else if (typeof step === 'number') stack.push(lookup(step, false));
    else if ('day' in step) stack.push(step.day);
    else if ('amount' in step) stack.push(lookup(step.amount, true));
    else {
      const { do: name } = step;
      if (name === 'today') stack.push(today);
      else if ('of' in step) stack.push(extreme(stack.splice(-step.of), name === 'min'));
      else if ('digits' in step) stack.push(rounded(stack.pop(), name, step.digits));
      else if (name in NUMBERS) stack.push(NUMBERS[name](.../** @type {[Fraction, Fraction]} */ (stack.splice(-2))));
      else {
        const act = DAYS[name] ?? COUNTS[name];
        const result = act(...stack.splice(-act.length).map(whole));
        stack.push(name in DAYS ? result : fraction(BigInt(result)));
      }
    }
  }
  return stack[0];
};
