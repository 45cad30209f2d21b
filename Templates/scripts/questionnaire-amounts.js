// @ts-check
/**
 * Numbers and days: how they are asked for, read and said. Loaded where a questionnaire has some. What is read is held to
 * Tests/Fixtures/numbers.json and dates.json, as its Swift twins are.
 */
import { fill } from './main.js';
import { readDay } from './questionnaire-amounts-day.js';
import { readNumber } from './questionnaire-amounts-number.js';
import { dateOf } from './questionnaire-form.js';
import { isCurrencySign, numberText, typedText } from './questionnaire-numbers.js';
import { plain } from './questionnaire-plain.js';

/** @typedef {import('./questionnaire-form.js').Question} Question */
/** @typedef {import('./questionnaire-form.js').OneNumber | import('./questionnaire-form.js').OneDate} Amount  a question */
/** @typedef {import('./questionnaire-page.js').QuestionnairePage} QuestionnairePage */
/** @typedef {import('./questionnaire-fields.js').Entry} Entry */
/** @typedef {Record<string, string>} Style  how the language writes numbers and days, from the words of the theme */
/**
 * `exact` is what links hold; else `problem` says what is wrong. For `two` the readings are `one` and `other`, exact each;
 * for `perhaps` the question takes `one` alone, and for `swapped` the day is in the field of the month.
 * @typedef {{ exact?: string, problem?: string, one?: string, other?: string }} Reading
 */

/** A day as the language of the site writes it. @param {number} day @param {Style} style */
const dayText = (day, { day: pattern, months }) => {
  const date = dateOf(day);
  return fill(pattern, { day: date.getUTCDate(), month: months.split(';')[date.getUTCMonth()], year: date.getUTCFullYear() });
};

/** An answer as a reader says it. @param {Amount} asked @param {number} answer @param {Style} style @param {boolean} [isBare]  without the unit that follows it */
export const amountText = (asked, answer, style, isBare = false) =>
  asked.kind === 'date' ? dayText(answer, style) : numberText(answer, asked, style, isBare && !isCurrencySign(asked.unit));

/**
 * Reads a number in one field, or a day in one or more.
 * @param {Amount} asked
 * @param {string[]} texts  of the fields
 * @param {Style} style
 * @returns {Reading}
 */
export const readTyped = (asked, texts, style) => {
  if (asked.kind === 'number') return readNumber(texts[0], asked, style);
  const given = texts.filter((text) => text.trim());
  if (given.length < 3) return readDay(given.join(' '), style);
  // Three fields say what is what.
  const reading = readDay(given.join(' '), { ...style, order: 'dmy' });
  return reading.exact && Number(plain(given[1])) > 12 ? { problem: 'swapped', one: reading.exact } : reading;
};

/**
 * Puts the fields of a question into a box, filled in, and says how to read them.
 * @param {QuestionnairePage} page
 * @param {Amount} asked
 * @param {Entry} entry
 * @param {HTMLElement} box
 */
export const addTexts = (page, asked, entry, box) => {
  const unit = 'unit' in asked ? asked.unit : undefined;
  box.append(page.part(asked.kind, { unit }));
  const sign = box.querySelector('#q-unit');
  if (sign && isCurrencySign(unit) && page.words.money.startsWith('{sign}')) sign.parentElement?.prepend(sign);
  const inputs = [...box.querySelectorAll('input')];
  // What was typed stays; days are kept as 2026-11-21, and asked for the other way round.
  const texts = Array.isArray(entry) ? entry : asked.kind === 'date' ? entry.split('-').reverse() : [typedText(entry, page.words)];
  inputs.forEach((input, index) => { input.value = texts[index] ?? ''; });
  const values = () => inputs.map(({ value }) => value);
  const echo = box.querySelector('output');
  // A day is said in words as it was understood, before it is taken.
  const show = () => {
    const { exact = '' } = readTyped(asked, values(), page.words);
    if (echo) echo.textContent = exact && dayText(Date.parse(exact) / 864e5, page.words);
  };
  box.oninput = show;
  show();
  return values;
};

/**
 * The name of the words about an entry that isn't taken, and what they are filled with.
 * @param {Amount} asked
 * @param {Reading} reading
 * @param {[from: number, to: number]} limits  the least and the greatest answer
 * @param {Style} words
 * @param {number} today
 */
export const complaintSlots = (asked, { problem = '', one, other }, [from, to], words, today) => {
  /** @param {number} answer */
  const say = (answer) => amountText(asked, answer, words, true);
  /** @param {string | undefined} exact */
  const typed = (exact) => exact && (asked.kind === 'date' ? dayText(Date.parse(exact) / 864e5, words) : typedText(exact, words));
  const slots = { word: problem, from: say(from), to: amountText(asked, to, words), one: typed(one), other: typed(other) };
  if (asked.kind === 'date') {
    if (problem === 'two') {
      // Only what the question takes is offered.
      const fit = [one, other].filter((day = '') => Date.parse(day) >= from * 864e5 && Date.parse(day) <= to * 864e5);
      slots.word = ['range', 'perhaps', 'two'][fit.length];
      slots.one = typed(fit[0]);
    }
    if (slots.word === 'range') slots.word = 'rangeDate';
    return { ...slots, example: problem === 'shortYear' ? dateOf(today).getUTCFullYear() : say(today) };
  }
  const { decimals, unit } = asked;
  if (problem === 'digits') slots.word = ['whole', 'digit'][decimals] ?? problem;
  const usual = (decimals ? 20.5 : 20) * 10 ** decimals;
  return { ...slots, unit, count: decimals, example: say(Math.min(to, Math.max(from, usual))) };
};
