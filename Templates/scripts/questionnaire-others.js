// @ts-check
/** Other answers to a question in words, and links to what something rests on; the Swift twin is in Sources/Wording/AnswerTexts.swift. */
import { fill } from './main.js';
import { limits } from './questionnaire-form.js';
import { sideBySide } from './questionnaire-changes.js';
import { listOf } from './questionnaire-page.js';

/** @typedef {import('./questionnaire-changes.js').Other} Other */
/** @typedef {import('./questionnaire-page.js').QuestionnairePage} QuestionnairePage */

/** Answers that are written out; of more, all but one are. */
const NAMES = 6;

/**
 * Other answers to a question, as a list; ranges side by side are one, and boxes that are ticked more or less are said together.
 * @param {QuestionnairePage} page @param {number} question @param {Other[]} others @param {'conjunction' | 'disjunction'} type
 */
export const namesOf = (page, question, others, type) => {
  const { words } = page;
  const asked = page.form.questions[question];
  const parts = [...Map.groupBy(sideBySide(others), ({ isTicked }) => isTicked)].map(([isTicked, list]) => {
    const names = list.map((other) => {
      if ('from' in other) return rangeIn(page, question, other);
      const label = 'options' in asked ? asked.options[other.option].label : '';
      // It may hold commas and "or".
      return isTicked !== undefined || list.length > 1 ? fill(words.quoted, { label }) : label;
    });
    if (names.length > NAMES) names.splice(NAMES - 1, names.length, fill(words.more, { count: names.length - NAMES + 1 }));
    const answer = listOf(names, type);
    return isTicked === undefined ? answer : fill(isTicked ? words.without : words.with, { answer });
  });
  return listOf(parts, type);
};

/** A range; an end that is that of the question isn't said. @param {QuestionnairePage} page @param {number} question @param {{ from: number, to: number }} range */
const rangeIn = (page, question, { from, to }) => {
  const { form, words, today } = page;
  const asked = form.questions[question];
  if (from === to) return page.wordsOf(question, from);
  const [first, last] = limits(asked, today) ?? [];
  const isDate = asked.kind === 'date';
  if (from === first && to !== last) return fill(isDate ? words.dayUpTo : words.atMost, { to: page.wordsOf(question, to) });
  if (to === last && from !== first) return fill(isDate ? words.dayFrom : words.atLeast, { from: page.wordsOf(question, from) });
  return fill(words.between, { from: page.wordsOf(question, from, true), to: page.wordsOf(question, to) });
};

/** Links to what something rests on. @param {QuestionnairePage} page @param {import('./questionnaire-form.js').Cite[]} [list] */
export const citesOf = (page, list = []) => list.map(({ href, words }) => page.part('cite', { link: words }, page.address(href)));
