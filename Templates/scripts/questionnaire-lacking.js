// @ts-check
/** What the nearest better outcome demands and the answers don't meet, as a result shows it. */
import { fill } from './main.js';
import { citesOf, namesOf } from './questionnaire-others.js';
import { unmetOf } from './questionnaire-unmet.js';

/** @typedef {import('./questionnaire-page.js').QuestionnairePage} QuestionnairePage */
/** @typedef {import('./questionnaire-walk.js').ResultPlace} ResultPlace */

/** Conditions that are shown, and citations. */
const MOST = 3;

/** For each decision that lacks something, what it is. @param {QuestionnairePage} page @param {ResultPlace} place */
export const unmetRows = (page, place) => {
  const { form, words, today } = page;
  const answers = new Map(place.path.map(({ question, answer }) => [question, answer]));
  return new Map(unmetOf(form, place, today).map(({ decision, outcome, conditions, rows }) => {
    const lines = conditions.slice(0, MOST).map(({ question, needed }) => {
      const isAll = form.questions[question].kind === 'any';
      return page.part('condition', {
        ask: form.questions[question].ask, needed: namesOf(page, question, needed, isAll ? 'conjunction' : 'disjunction'),
        given: page.wordsOf(question, answers.get(question) ?? ''),
      });
    });
    if (conditions.length > MOST) lines.push(page.part('condition', { ask: fill(words.more, { count: conditions.length - MOST }) }));
    const cites = rows.flatMap((row) => form.decisions[decision].rows[row].cites ?? []);
    const better = form.outcomes[outcome ?? -1];
    return [decision, page.part('unmet', {
      title: better ? fill(words.unmet, { outcome: better.title }) : words.unmetAny, conditions: lines, cites: citesOf(page, (cites.length ? cites : better?.cites ?? []).slice(0, MOST)),
    })];
  }));
};
