// @ts-check
/** Says what is wrong with an answer. It comes with the first answer that isn't taken. */
import { fill } from './main.js';
import { limits } from './questionnaire-form.js';

/** @typedef {import('./questionnaire-amounts.js').Reading} Reading */
/** @typedef {import('./questionnaire-fields.js').Entry} Entry */
/** @typedef {import('./questionnaire-page.js').QuestionnairePage} QuestionnairePage */

/**
 * What is wrong with an answer, and what to type.
 * @param {QuestionnairePage} page
 * @param {number} question
 * @param {Reading} reading
 * @param {Entry} entry
 */
export const complaint = ({ form, words, today, amounts }, question, reading, entry) => {
  const asked = form.questions[question];
  const { problem = '' } = reading;
  const ends = limits(asked, today);
  const more = 'options' in asked || !ends ? { count: 'atLeast' in asked && asked.atLeast } : amounts.complaintSlots(asked, reading, ends, words, today);
  return fill(words['word' in more ? more.word : problem], { text: [entry].flat().join(' ').trim(), ...more });
};
