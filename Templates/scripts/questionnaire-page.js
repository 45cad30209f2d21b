// @ts-check
/** What all that a questionnaire shows is made of. A page has one of them, because the fragment belongs to one. */
import { copyOf, fill } from './main.js';
import { nodesOf } from './questionnaire-nodes.js';
import { isCurrencySign, numberText } from './questionnaire-numbers.js';
import { dateOf, dayOf, encode } from './questionnaire-walk.js';

/** The element. @type {any} */
export let root;
/** Where in it the question or the result stands. @type {any} */
export let view;
/** The words of the theme. @type {any} */
export let words;
/** The compiled form. @type {any} */
export let form;
/** @type {any} */
export let questions;
/** What addresses in the form are relative to. @type {any} */
export let source;

const now = new Date();
export const today = dayOf(now.getFullYear(), now.getMonth(), now.getDate());
export const language = document.documentElement.lang;

/** Loads the compiled form; false if it is none that we know. */
export const open = async (element) => {
  root = element;
  words = root.dataset;
  view = root.querySelector('.q-view');
  source = new URL(root.getAttribute('src'), location.href);
  form = await (await fetch(source)).json();
  ({ questions } = form);
  return form.format === 'waymark-questionnaire/2';
};

/** Does something instead of what the browser would do. */
export const on = (element, action, type = 'click') => element?.addEventListener(type, (event) => {
  event.preventDefault();
  action();
});

/** A copy of a template. Elements with a `data-slot` take its value, or go if there is none; `href` is for its link. */
export const part = (name, slots, href = '') => {
  const piece = copyOf(root, `[data-part=${name}]`);
  for (const place of piece.querySelectorAll('[data-slot]')) {
    const value = slots[place.dataset.slot];
    // A number above 0 and `true` leave what stands there.
    value?.length ? place.append(...[value].flat()) : value > 0 || place.remove();
  }
  if (href) piece.querySelector('a').href = href;
  return piece;
};

export const html = (text = '') => nodesOf(text, source);

export const link = (path) => `#${encode(form, path)}`;

export const answersOf = (path) => Object.fromEntries(path.map(({ question, text }) => [questions[question].id, text]));

const list = new Intl.ListFormat(language);

/** A day as the language of the site writes it. */
export const dayText = (day) => {
  const date = dateOf(day);
  return fill(words.day, { day: date.getUTCDate(), month: words.months.split(';')[date.getUTCMonth()], year: date.getUTCFullYear() });
};

/** An answer as a reader says it; bare without the unit that follows it, which is said nearby. */
export const wordsOf = (question, answer, isBare = false) => {
  const { kind, options, none = words.none, unit } = questions[question];
  if (options) return list.format([answer].flat().map((option) => options[option].label)) || none;
  if (kind === 'date') return dayText(answer);
  return numberText(answer, questions[question], words, isBare && !isCurrencySign(unit));
};
