// @ts-check
/** What all that a questionnaire shows is made of. A page has one of them, because the fragment belongs to one. */
import { copyOf, fill } from './main.js';
import { encode } from './questionnaire-answers.js';
import { dayOf } from './questionnaire-form.js';
import { addressOf, nodesOf } from './questionnaire-nodes.js';

/** @typedef {import('./questionnaire-form.js').Form} Form */
/** @typedef {import('./questionnaire-form.js').Answer} Answer */
/** @typedef {import('./questionnaire-walk.js').Given} Given */
/** @typedef {typeof import('./questionnaire-amounts.js')} Amounts */
/** @typedef {string | Node | (string | Node)[]} Filling */
/** @typedef {Record<string, Filling | number | boolean | undefined>} Slots  a number but 0 and `true` leave what is there */

/** Does something instead of what the browser would do. @param {Element | null} element @param {() => void} action */
export const on = (element, action, type = 'click') => element?.addEventListener(type, (event) => {
  event.preventDefault();
  action();
});

/** A single name needs no words around it, which browsers load slowly. @param {string[]} names @param {'conjunction' | 'disjunction'} [type]  whether all of them hold or one does */
export const listOf = (names, type) => {
  const { lang } = document.documentElement;
  // In a language that the browser doesn't know, it would say "and" in its own.
  return names[1] && Intl.ListFormat.supportedLocalesOf(lang)[0] ? new Intl.ListFormat(lang, { type }).format(names) : names.join(', ');
};

/** What a selector finds, which has to be there. @param {ParentNode} place @param {string} selector @returns {HTMLElement} */
export const the = (place, selector) => /** @type {HTMLElement} */ (place.querySelector(selector));

/** A questionnaire that is loaded: its form, its words, its parts. */
export class QuestionnairePage {
  /**
   * @param {HTMLElement} root  the element
   * @param {Form} form
   * @param {Amounts | undefined} amounts  what numbers and days need
   */
  constructor(root, form, amounts) {
    this.root = root;
    this.form = form;
    /** What addresses in the form are relative to. */
    this.source = new URL(`${root.getAttribute('src')}`, location.href);
    // Only asked for where there are numbers or days.
    this.amounts = /** @type {Amounts} */ (amounts);
    /** Where the question or the result is. */
    this.view = the(root, '.q-view');
    /** The words of the theme. */
    this.words = /** @type {Record<string, string>} */ ({ ...root.dataset });
    const now = new Date();
    this.today = dayOf(now.getFullYear(), now.getMonth(), now.getDate());
  }

  /** A copy of a template. Elements with a `data-slot` take its value, or go if there is none. @param {string} name @param {Slots} slots @param {string} href  for its link */
  part(name, slots, href = '') {
    const piece = copyOf(this.root, `[data-part=${name}]`);
    /** @type {NodeListOf<HTMLElement>} */
    const places = piece.querySelectorAll('[data-slot]');
    for (const place of places) {
      const value = slots[`${place.dataset.slot}`] || [];
      if (value === true || typeof value === 'number') continue;
      const filling = [value].flat();
      filling.length ? place.append(...filling) : place.remove();
    }
    if (href) the(piece, 'a').setAttribute('href', href);
    return piece;
  }

  /** HTML of the form. */
  html(text = '') { return nodesOf(text, this.source); }

  /** An address in the form. @param {string} value */
  address(value) { return addressOf(value, this.source); }

  /** Where answers are kept. @param {{ question: number, text: string }[]} path */
  link(path) { return `#${encode(this.form, path)}`; }

  /** @param {Given[]} path @returns {Record<string, string>} */
  answersOf(path) { return Object.fromEntries(path.map(({ question, text }) => [this.form.questions[question].id, text])); }

  /**
   * An answer as a reader says it; bare without the unit that follows it, which is said nearby.
   * @param {number} question
   * @param {Answer | string} answer
   */
  wordsOf(question, answer, isBare = false) {
    const asked = this.form.questions[question];
    if (!('options' in asked)) return this.amounts.amountText(asked, Number(answer), this.words, isBare);
    const labels = [answer].flat().map((option) => asked.options[Number(option)].label);
    return listOf(labels) || ('none' in asked && asked.none || this.words.none);
  }
}
