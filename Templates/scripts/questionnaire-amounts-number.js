// @ts-check
/** Reads numbers as people type them, by the language of the site; the Swift twin is Sources/Words/NumberReader.swift. */
import { unitForms } from './questionnaire-numbers.js';
import { plain } from './questionnaire-plain.js';

/** @typedef {import('./questionnaire-amounts.js').Reading} Reading */
/** @typedef {import('./questionnaire-amounts.js').Style} Style */

/** Codes of the currencies that most people use; three other letters may be a unit. */
const CODES = /^(AED|BDT|BGN|BRL|CHF|CZK|DKK|EGP|HUF|IDR|ILS|ISK|KES|KRW|MAD|MYR|NGN|NOK|PHP|PKR|PLN|RON|RSD|RUB|SAR|SEK|THB|TRY|UAH|VND|ZAR)$/;

/**
 * Takes off what is around a number; nothing if it names a currency that isn't the question's.
 * @param {string} text @param {string | undefined} name  of the unit @param {Style} style
 */
const bare = (text, name, style) => {
  const { moneyWords = '' } = style;
  const unit = name?.toLowerCase();
  const forms = Object.values(unitForms(name, style)).map((form) => form.toLowerCase());
  const named = moneyWords.split(';').map((words) => words.trim().split(' '));
  /** @param {string} word */
  const isSign = (word) => /^\p{L}{0,3}\p{Sc}$/u.test(word);
  /** `GBP`, in whatever letters. @param {string} word */
  const code = (word) => {
    const letters = word.toUpperCase();
    return named.find((words) => words.includes(letters))?.[0] ?? (CODES.test(letters) ? letters : undefined);
  };
  /** @param {string} word */
  const currency = (word) => isSign(word) ? word.at(-1) : code(word) ?? named.find((words) => words.includes(word.toLowerCase()))?.[0];
  const [first] = (unit ?? '').split(' ');
  /** @param {string} word */
  const isUnit = (word) => !!unit && ([unit, `${unit}s`, `${unit}.`, ...forms].includes(word) || `${word}s` === unit
    || unit.startsWith(`${word} `) || unit.startsWith(`${word}s `)
    // `Person` of `Personen`: what one is called in languages whose words are not in a list.
    || word.length > 2 && first.startsWith(word) && first.length - word.length < 3);
  // A currency of another sign or code is not taken for that of the question; a unit in words may mean any.
  /** @param {string} word */
  const isOwn = (word) => {
    const own = unit && (isSign(unit) ? currency(unit) : code(unit));
    return isUnit(word.toLowerCase()) || !own || currency(word) === own;
  };
  /** @param {string} word */
  const isKnown = (word) => isUnit(word.toLowerCase()) || currency(word);

  // A unit may hold digits: `m2`.
  if (unit && text.toLowerCase().endsWith(unit) && text.length > unit.length) text = text.slice(0, -unit.length);
  for (let round = 0; round < 3; round += 1) {
    // `1500 kr.`, `kr. 1500`
    text = text.trim().replace(/(?<=\p{L})\.$/u, '');
    const before = /^[^\d.,'٫+-]*/.exec(text)?.[0] ?? '';
    const rest = text.slice(before.length);
    const behind = /[^\d.,'٫+-]*$/.exec(rest)?.[0] ?? '';
    const endsInLetter = /\p{L}$/u.test(before);
    if (!rest) return text;
    if (endsInLetter && rest.startsWith('. ')) text = before + rest.slice(1);
    else if (before && isKnown(before.trim())) {
      // `kr.50` may be a half or fifty.
      if (endsInLetter && rest.startsWith('.')) return text;
      if (!isOwn(before.trim())) return;
      text = rest;
    } else if (behind && isKnown(behind.trim())) {
      if (!isOwn(behind.trim())) return;
      text = text.slice(0, -behind.length);
    } else return text;
  }
  return text.trim();
};

/** A number as links hold it. @param {string} whole @param {string} behind  the decimal sign */
const exactFrom = (whole, behind) => {
  const rest = behind.replace(/0+$/, '');
  return (whole.replace(/^0+/, '') || '0') + (rest && `.${rest}`);
};

/** The digits of a whole number, its groups joined; nothing if it is none. @param {string} text @param {string} decimal  the sign that isn't between groups */
const joined = (text, decimal = '') => {
  const mark = text.match(/\D/)?.[0];
  if (!mark) return text;
  if (mark === decimal || !" ',.".includes(mark)) return;
  const between = mark === '.' ? '\\.' : mark;
  // `12,34,567`: hundreds of thousands have names of their own in India.
  const groups = new RegExp(`^[1-9](\\d{0,2}(${between}\\d{3})+|\\d?(${between}\\d\\d)+${between}\\d{3})$`);
  return groups.test(text) ? text.replaceAll(mark, '') : undefined;
};

/**
 * What digits and marks can mean: with a mark as a decimal sign, and with all marks between groups.
 * @param {string} text @param {number} decimals @param {Style} style
 */
const readings = (text, decimals, style) => {
  let decimal;
  for (const mark of ['.', ',', '٫']) {
    const [whole, behind, more] = text.split(mark);
    if (more !== undefined || behind === undefined || !/^\d*$/.test(behind) || !(whole || behind)) continue;
    // `10,0000` in English: digits that are lost or too many between groups, not behind a decimal sign.
    if (behind.length > Math.max(3, decimals) && mark !== style.decimal && mark !== '٫') continue;
    const digits = whole ? joined(whole, mark) : '0';
    if (digits) decimal = exactFrom(digits, behind);
  }
  const groups = joined(text);
  return { decimal, groups: groups && exactFrom(groups, '') };
};

/**
 * @param {string} typed
 * @param {import('./questionnaire-form.js').OneNumber} question
 * @param {Style} style
 * @returns {Reading}
 */
export const readNumber = (typed, { decimals, unit, from, to }, style) => {
  const [outer, text] = signed(plain(typed));
  const amount = bare(text, unit, style);
  if (amount === undefined) return { problem: 'currency' };
  // `-$5` and `$-5`
  const [inner, digits] = outer ? [outer, amount] : signed(amount);
  // `1500,-` and `1500.–`: whole amounts, as shops write them.
  const { decimal, groups } = readings(digits.replace(/[.,]-+$/, ''), decimals, style);
  /** @param {string} number */
  const full = (number) => (inner === '-' && number !== '0' ? '-' : '') + number;
  if (!decimal || !groups) {
    const only = decimal ?? groups;
    return only ? { exact: full(only) } : { problem: 'number' };
  }
  // `1.500` or `1,500`: what the language groups by is groups, whatever else stays open.
  if (digits.includes(style.group) && style.group !== style.decimal) return { exact: full(groups) };
  const isOwn = digits.includes(style.decimal);
  /** Whether the question takes a number. @param {string} number */
  const takes = (number) => {
    const units = Math.round(Number(number) * 10 ** decimals);
    return (number.split('.')[1] ?? '').length <= decimals && from <= units && units <= to;
  };
  // Only what the question takes is offered: whoever types it as the message says is understood.
  const [one, other] = [full(decimal), full(groups)].filter(takes);
  if (other) return { problem: 'two', one, other };
  // What is wrong with it is told as with any number.
  if (!one) return { exact: full(isOwn ? decimal : groups) };
  // Three digits are what such a question is asked for; with fewer, a thousand is as likely as too many digits.
  return decimals > 2 && isOwn && one === full(decimal) ? { exact: one } : { problem: 'perhaps', one };
};

/** A text without its sign, after the sign. @param {string} text */
const signed = (text) => {
  const found = /^[+-] ?/.exec(text)?.[0] ?? '';
  return [found.trim(), text.slice(found.length)];
};
