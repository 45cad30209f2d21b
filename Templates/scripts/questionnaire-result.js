// @ts-check
/** The result of a questionnaire: what it is, why, and what would change it. */
import { copy, fill } from './main.js';
import { addressOf } from './questionnaire-nodes.js';
import { answersOf, form, html, language, link, on, part, questions, source, today, view, words, wordsOf } from './questionnaire-page.js';
import { ascending, questionsOf } from './questionnaire-rest.js';
import { limits, read, scale, threshold, walk, write } from './questionnaire-walk.js';

const either = new Intl.ListFormat(language, { type: 'disjunction' });

/**
 * Shows the place to which the answers led.
 * @param {import('./questionnaire-walk.js').Place} place
 * @param {any} rows  the answers of a path
 * @param {any} changes  the function of `questionnaire-changes.js`
 */
export const showResult = (place, rows, changes) => {
  const { path, outcomes, because } = place;
  const cites = (list = []) => list.map((cite) => part('cite', { link: cite.words }, addressOf(cite.href, source)));

  /** HTML with the answers and facts in their places, as text. What another decision led to as well has its ids there. */
  const filled = (text, isRepeated) => {
    /** @type {Record<string, string>} */
    const named = {};
    for (const [fact, value] of place.values) named[form.facts[fact].id] = form.facts[fact].values[value].label;
    for (const { question, answer } of path) {
      const { id, attributes = {} } = questions[question];
      named[id] = wordsOf(question, answer);
      for (const name in attributes) named[`${id}.${name}`] = attributes[name][answer];
    }
    const box = new DocumentFragment();
    box.append(...html(text));
    for (const gap of box.querySelectorAll('data')) gap.replaceWith(named[gap.value] ?? gap.value);
    if (isRepeated) for (const each of box.querySelectorAll('[id]')) each.removeAttribute('id');
    return [...box.childNodes];
  };
  /** The outcomes of decisions that would come out otherwise; of all if only what the texts show would change. */
  const titles = ({ outcomes: others }) => {
    const all = others.map((list, decision) => ({ list, decision }));
    const changed = all.filter(({ list, decision }) => `${list}` !== `${outcomes[decision]}`);
    // Of several decisions each says which it is.
    return (changed.length ? changed : all).map(({ list, decision }) => {
      const { title } = form.decisions[decision];
      return (title ? `${title}${title.endsWith('?') ? '' : ':'} ` : '') + (list.length ? list.map((outcome) => form.outcomes[outcome].title).join(' · ') : words.nothing);
    }).join(' · ');
  };
  /** What other answers lead to: for each question one line for each place. */
  const changeRows = (all) => [...Map.groupBy(all, ({ question }) => question)].map(([question, list]) => {
    const { ask, options } = questions[question];
    const places = Map.groupBy(list, ({ leads }) => JSON.stringify([leads.question, leads.outcomes, leads.values]));
    const lines = [...places.values()].map((others) => {
      const names = others.flatMap(({ option, isTicked, from, to }, index) => {
        // Ranges side by side are one.
        if (from === others[index - 1]?.to + 1) return [];
        while (to + 1 === others[++index]?.from) ({ to } = others[index]);
        if (!options) return from === to ? wordsOf(question, from) : fill(words.between, { from: wordsOf(question, from, true), to: wordsOf(question, to) });
        const answer = options[option].label;
        return isTicked === undefined ? answer : fill(isTicked ? words.without : words.with, { answer });
      });
      if (names.length > 6) names.splice(5, names.length, fill(words.more, { count: names.length - 5 }));
      const [{ leads }] = others;
      return part('line', {
        answer: either.format(names),
        link: leads.state === 'result' ? titles(leads) : fill(words.asks, { question: questions[leads.question].ask }),
      }, link([...leads.path, ...leads.held]));
    });
    return part('change', { ask, lines });
  });
  const all = changes(form, answersOf(path), today, { ascending, limits, questionsOf, read, scale, threshold, walk, write }).filter(({ leads }) => leads.state !== 'refused');
  const isDeciding = (question) => !all.length || all.some((change) => change.question === question);
  const isSingle = outcomes.length * outcomes.flat().length === 1;
  const isSeveral = outcomes.length > 1;
  const seen = new Set();
  const results = outcomes.flatMap((list, decision) => [
    part('decision', { title: isSeveral && form.decisions[decision].title, nothing: list.length ? '' : words.nothing }),
    ...list.map((outcome) => {
      const found = form.outcomes[outcome];
      const heading = isSingle ? 'single' : isSeveral ? 'part' : 'title';
      const isRepeated = seen.size === seen.add(outcome).size;
      const panel = part('outcome', { caption: isSingle ? form.title : '', [heading]: found.title, text: filled(found.text, isRepeated), cites: cites(found.cites) });
      panel.firstElementChild.classList.add(`tone-${found.tone}`);
      return panel;
    }),
  ]);
  const reasons = because.map(([decision, number, outcome]) => {
    const row = form.decisions[decision].rows[number];
    return part('reason', { ...row, outcome: isSingle ? '' : form.outcomes[outcome].title, cites: cites(row.cites) }, `${words.policy}#${row.id}`);
  });
  const others = rows(path, (question) => !isDeciding(question));
  view.replaceChildren(part('result', {
    caption: form.title, several: !isSingle, results, answers: rows(path, isDeciding), others, rest: others.length,
    reasons, rules: reasons.length, changes: changeRows(all), change: all.length,
  }));
  on(view.querySelector('[data-do=print]'), () => print());
  on(view.querySelector('[data-do=copy]'), async () => {
    view.querySelector('[role=status]').textContent = await copy(location.href) ? words.copied : words.notCopied;
  });
};
