// @ts-check
/** Answers as text: one as `no`, `a,b`, `none`, `3.5` or `2026-11-21`, and several in the fragment of an address. */
import { readState } from './main.js';
import { ascending, isoDay } from './questionnaire-form.js';

/** @typedef {import('./questionnaire-form.js').Form} Form */
/** @typedef {import('./questionnaire-form.js').Question} Question */
/** @typedef {import('./questionnaire-form.js').Answer} Answer */

/** @param {number} decimals @param {string} text */
const numberIn = (decimals, text) => {
  const [all, whole = '', digits = ''] = text.match(/^(-?\d+)(?:\.(?=\d)(\d*?)0*)?$/) ?? [];
  if (!all) return 'number';
  if (/\d{13}/.test(whole)) return 'range';
  return digits.length > decimals ? 'digits' : Number(whole + digits.padEnd(decimals, '0'));
};

/**
 * Reads an answer. A string names what is wrong with it: it isn't of the question's kind, or has too many digits.
 * @param {Question} question
 * @param {string} text
 * @returns {Answer | string}
 */
export const read = (question, text) => {
  const { kind } = question;
  if (kind === 'number') return numberIn(question.decimals, text);
  if (kind === 'date') {
    const day = Date.parse(text) / 864e5;
    return day % 1 === 0 && isoDay(day) === text ? day : kind;
  }
  const ids = kind === 'one' ? [text] : text === 'none' ? [] : text.split(',');
  const found = ascending(ids.map((id) => question.options.findIndex((option) => option.id === id)));
  if (found[0] < 0) return kind;
  return kind === 'one' ? found[0] : found;
};

/** An answer as `read` reads it. @param {Question} question @param {Answer} answer */
export const write = (question, answer) => {
  if ('options' in question) return [answer].flat().map((option) => question.options[option].id).join() || 'none';
  const number = Number(answer);
  if (question.kind === 'date') return isoDay(number);
  const { decimals } = question;
  const digits = `${Math.abs(number)}`.padStart(decimals + 1, '0').replace(RegExp(`.{${decimals}}$`), '.$&');
  return (number < 0 ? '-' : '') + digits.replace(/\.?0*$/, '');
};

/**
 * A fragment with answers in the order of asking, and the version of the rules.
 * @param {Form} form
 * @param {{ question: number, text: string }[]} path
 */
export const encode = (form, path) =>
  path.map(({ question, text }) => `${form.questions[question].id}=${text}&`).join('') + (path.length ? `v=${form.version}` : '');

/**
 * Reads a fragment; `isWhole` tells whether nothing in it is unknown. What is after `id?` isn't an answer yet: it's ticked where its question
 * is asked, for the reader to confirm.
 * @param {Form} form
 * @param {string} fragment
 */
export const decode = (form, fragment) => {
  const parts = [...readState(fragment)];
  // The last one, because a question may be called `v` as well.
  const version = parts.at(-1)?.[0] === 'v' ? parts.pop()?.[1] : undefined;
  /** @type {Record<string, string>} */
  const answers = {};
  /** @type {Record<string, string>} */
  const ticked = {};
  let isWhole = true;
  for (const [name, text] of parts) {
    const [id, ...open] = name.split('?');
    const question = form.questions.find((each) => each.id === id);
    if (question && typeof read(question, text) !== 'string') (open.length ? ticked : answers)[id] = text;
    else isWhole = false;
  }
  return { answers, ticked, version, isWhole };
};
