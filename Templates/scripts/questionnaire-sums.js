// @ts-check
/** The amounts that a result shows, and how they are calculated. Loaded with the result of a questionnaire that has some. */
import { amountText } from './questionnaire-amounts.js';
import { calculate } from './questionnaire-formula.js';
import { the } from './questionnaire-page.js';

/** @typedef {import('./questionnaire-form.js').Amount} Amount */
/** @typedef {import('./questionnaire-form.js').Form} Form */
/** @typedef {import('./questionnaire-form.js').Part} Part */
/** @typedef {import('./questionnaire-formula.js').Value} Value */
/** @typedef {import('./questionnaire-page.js').QuestionnairePage} QuestionnairePage */
/** @typedef {import('./questionnaire-walk.js').ResultPlace} ResultPlace */

/** What each amount comes to. @param {Form} form @param {ResultPlace} place @param {number} today @returns {(amount: number) => Value | undefined}  nothing where an answer is missing that it rests on */
export const valuesOf = (form, place, today) => {
  const answers = new Map(place.path.map(({ question, answer }) => [question, Number(answer)]));
  const amounts = form.amounts ?? [];
  /** @param {number} name @param {boolean} isAmount @returns {Value} */
  const lookup = (name, isAmount) => {
    if (isAmount) return calculate(amounts[name].formula, lookup, today);
    const answer = answers.get(name);
    if (answer === undefined) throw new RangeError();
    const { decimals } = /** @type {{ decimals?: number }} */ (form.questions[name]);
    return decimals === undefined ? answer : { up: BigInt(answer), down: 10n ** BigInt(decimals) };
  };
  return (amount) => {
    try {
      return lookup(amount, true);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  };
};

/** An amount as a reader says it. @param {Amount} amount @param {Value} value @param {Record<string, string>} words */
const textOf = (amount, value, words) => {
  const scale = 'decimals' in amount ? 10n ** BigInt(amount.decimals) : 1n;
  const number = typeof value === 'number' ? value : Number(value.up * scale / value.down);
  return amountText(/** @type {import('./questionnaire-amounts.js').Amount} */ (/** @type {unknown} */ (amount)), number, words);
};

/** All amounts that have a value, by name. @param {QuestionnairePage} page @param {ResultPlace} place @returns {[string, string][]} */
export const amountTexts = ({ form, today, words }, place) => {
  const valueOf = valuesOf(form, place, today);
  return (form.amounts ?? []).flatMap((amount, index) => {
    const value = valueOf(index);
    return value === undefined ? [] : [[amount.id, textOf(amount, value, words)]];
  });
};

/** The amounts that a result shows, each after those that it rests on. @param {Form} form @param {ResultPlace} place */
export const shownAmounts = ({ amounts = [], outcomes }, place) => {
  /** @type {Set<number>} */
  const order = new Set();
  /** @param {number} index */
  const add = (index) => {
    for (const part of amounts[index].words) if (typeof part === 'object' && 'amount' in part) add(part.amount);
    order.add(index);
  };
  for (const outcome of place.outcomes.flat()) for (const index of outcomes[outcome].amounts ?? []) add(index);
  return [...order];
};

/** Puts the amounts into a result, and how they are calculated, with names and then with the reader's numbers. @param {QuestionnairePage} page @param {ResultPlace} place */
export const addAmounts = (page, place) => {
  const { form, today, view, words } = page;
  const texts = new Map(amountTexts(page, place));
  for (const gap of view.querySelectorAll('data')) gap.replaceWith(texts.get(gap.value) ?? gap.value);
  const answers = new Map(place.path.map(({ question, answer }) => [question, page.wordsOf(question, answer)]));
  /** @param {Part} part */
  const said = (part) => {
    if (typeof part === 'string') return part;
    if ('question' in part) return answers.get(part.question) ?? part.words;
    if ('amount' in part) return texts.get((form.amounts ?? [])[part.amount].id) ?? part.words;
    return amountText(/** @type {import('./questionnaire-amounts.js').Amount} */ ({ kind: 'date' }), today, words);
  };
  const lines = shownAmounts(form, place).flatMap((index) => {
    const { id, label, words: parts } = (form.amounts ?? [])[index];
    const value = texts.get(id);
    if (value === undefined) return [];
    const named = parts.map((part) => typeof part === 'string' ? part : part.words).join('');
    const numbers = parts.map(said).join('');
    const line = document.createElement('li');
    line.textContent = `${label}: ${[...new Set([named, numbers, value])].join(' = ')}`;
    return [line];
  });
  const box = the(view, '.q-sums');
  box.hidden = !lines.length;
  the(box, 'ul').append(...lines);
};
