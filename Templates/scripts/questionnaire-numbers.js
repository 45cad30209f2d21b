// @ts-check
/** Numbers as the language of the site writes them; the Swift twin is Sources/Words/NumberStyle.swift. */
import { fill, pluralForm } from './main.js';

/**
 * How numbers are written, from the words of the theme: `decimal`, `group`, `grouping`, `groupFrom`, `minus`, and the patterns
 * `money`, `percent` and `quantity`.
 * @typedef {Record<string, string>} Style
 */

/** Whether a unit is written beside numbers as `£` is. */
export const isCurrencySign = (unit = '') => /\p{Sc}/u.test(unit);

/** @param {string} digits @param {Style} style */
const grouped = (digits, { group, grouping, groupFrom }) => {
  if (digits.length < Number(groupFrom)) return digits;
  const groups = [];
  const sizes = grouping.split(' ').map(Number);
  for (; digits.length > sizes[0]; sizes.length > 1 && sizes.shift()) {
    groups.unshift(digits.slice(-sizes[0]));
    digits = digits.slice(0, -sizes[0]);
  }
  return [digits, ...groups].join(group);
};

/**
 * What a unit is called beside numbers, by plural category and for `fraction`, where it isn't its own name.
 * @param {string | undefined} unit @param {Style} style @returns {Record<string, string>}
 */
export const unitForms = (unit = '', { units = '{}' }) => JSON.parse(units)[unit] ?? {};

/**
 * A number in units of its last digit, with its unit: `£1,500.40`. Two digits behind the point are written both or not at all.
 * @param {number} units
 * @param {{ decimals: number, unit?: string, from: number, to: number }} question
 * @param {Style} style
 * @param {boolean} [isBare]  without the unit
 */
export const numberText = (units, { decimals, unit, from, to }, style, isBare) => {
  const digits = `${Math.abs(units)}`.padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  let behind = digits.slice(whole.length);
  if (decimals !== 2 || /^0*$/.test(behind)) behind = behind.replace(/0+$/, '');
  // Years are not grouped.
  const isPlain = !unit && !decimals && from >= 1000 && to <= 9999;
  const number = (isPlain ? whole : grouped(whole, style)) + (behind && style.decimal + behind);
  const pattern = isBare || !unit ? '{number}' : isCurrencySign(unit) ? style.money : unit === '%' ? style.percent : style.quantity;
  const count = Math.abs(units) / 10 ** decimals;
  const form = unitForms(unit, style)[Number.isInteger(count) ? pluralForm(count) : 'fraction'];
  return (units < 0 ? style.minus : '') + fill(pattern, { number, unit: form ?? unit, sign: unit });
};

/**
 * A number as it is typed: without groups, and with one digit more where three of them could be taken for a group.
 * @param {string} exact  as links hold it
 * @param {Style} style
 */
export const typedText = (exact, { decimal }) => {
  const [whole, behind] = exact.split('.');
  return behind ? whole + decimal + behind + (behind.length === 3 && /^-?[1-9]\d{0,2}$/.test(whole) ? '0' : '') : exact;
};
