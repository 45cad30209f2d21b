// @ts-check
/** Answers given ahead, before their questions come: the search has some of a sentence. They are listed and can be changed. */
import { decode } from './questionnaire-answers.js';
import { the } from './questionnaire-page.js';
import { walk } from './questionnaire-walk.js';

/** @typedef {import('./questionnaire-page.js').QuestionnairePage} QuestionnairePage */

/** Lists them with the answers so far, each with a link that takes it back: its question is asked in its turn. @param {QuestionnairePage} page */
export const showHeld = (page) => {
  const { form, view, today } = page;
  const { hash } = location;
  const place = walk(form, decode(form, hash).answers, today);
  if (place.state !== 'question' || !place.held.length) return;
  const all = [...place.path, ...place.held];
  const rows = place.held.map((given) => {
    const { ask } = form.questions[given.question];
    return page.part('answer', { ask, answer: page.wordsOf(given.question, given.answer), name: ask }, page.link(all.filter((other) => other !== given)));
  });
  const list = view.querySelector('.q-answers .q-list');
  if (list) list.append(...rows);
  else view.append(the(page.part('question', { ask: '', answers: rows, list: 1 }), '.q-answers'));
};
