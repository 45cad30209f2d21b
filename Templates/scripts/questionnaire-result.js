// @ts-check
/** The result of a questionnaire: what it is, why, and what would change it. */
import { fill } from './main.js';
import { advisable, changes, resultOf } from './questionnaire-changes.js';
import { the } from './questionnaire-page.js';
import { reasonsOf } from './questionnaire-reasons.js';
import { citesOf, namesOf } from './questionnaire-others.js';
import { unmetRows } from './questionnaire-lacking.js';

/** @typedef {import('./questionnaire-form.js').Cite} Cite */
/** @typedef {import('./questionnaire-form.js').Form} Form */
/** @typedef {import('./questionnaire-page.js').QuestionnairePage} QuestionnairePage */
/** @typedef {import('./questionnaire-walk.js').ResultPlace} ResultPlace */
/** @typedef {import('./questionnaire-walk.js').Place} Place */
/** @typedef {import('./questionnaire-changes.js').Change} Change */
/** @typedef {{ name?: string, decision: number, outcome?: number, title: string, tone: string, text?: string, cites?: Cite[], paragraphs?: Record<string, string> }} Verdict  of a decision, named where there are several */

/** Lines of what would change the result that are shown at once. */
const BEST = 3;

/** What shows results of a form, once all that it needs for them is loaded. @param {Form} form */
export const prepared = async (form) => {
  const sums = form.amounts && await import('./questionnaire-sums.js');
  /** Shows the place to which the answers led. @param {QuestionnairePage} page @param {ResultPlace} place @param {DocumentFragment[]} rows  its answers, to be changed */
  return (page, place, rows) => {
    showResult(page, place, rows);
    sums?.addAmounts(page, place);
  };
};

/** @param {QuestionnairePage} page @param {ResultPlace} place @param {DocumentFragment[]} rows */
const showResult = (page, place, rows) => {
  const { form, view, words } = page;
  const { path, outcomes } = place;
  const all = advisable(form, changes(form, page.answersOf(path), page.today).filter(({ leads }) => leads.state !== 'refused'));
  const best = bestOf(form, place, all);
  const isSingle = outcomes.length * outcomes.flat().length === 1;
  // Answers whose change would change the result; all where none would.
  const isDeciding = path.map(({ question }) => !all.length || all.some((change) => change.question === question));
  const others = rows.filter((_, index) => !isDeciding[index]);
  const reasons = reasonRows(page, place, isSingle);
  const verdicts = verdictsOf(page, place);
  const strip = verdicts.length > 1 ? stripOf(page, verdicts) : '';
  view.replaceChildren(page.part('result', {
    caption: strip && form.title, strip, results: panelsOf(page, place, verdicts), answers: rows.filter((_, index) => isDeciding[index]), others, rest: others.length,
    reasons, rules: reasons.length, way: Boolean(words.picture), bests: best.length, best: changeRows(page, place, best), more: all.length > best.length, changes: changeRows(page, place, all), change: all.length,
  }));
  // With room, the answers and the rules are beside the result.
  const { matches } = matchMedia('(width >= 66rem)');
  for (const each of view.querySelectorAll('.q-why > details, .q-changes > [data-slot=bests]')) each.toggleAttribute('open', matches);
  const main = the(view, '.q-main');
  // The reader may have gone on in the meantime.
  import('./questionnaire-next.js').then(({ addNext }) => main.isConnected && addNext(page, place, main));
};

/** What each decision came to: its outcomes, or that none applies. @param {QuestionnairePage} page @param {ResultPlace} place @returns {Verdict[]} */
const verdictsOf = ({ form, words }, { outcomes }) => outcomes.flatMap((list, decision) => {
  const name = outcomes.length > 1 ? form.decisions[decision].title : '';
  /** @type {Verdict[]} */
  const found = list.map((outcome) => ({ ...form.outcomes[outcome], name, decision, outcome }));
  return found.length ? found : [{ name, decision, title: words.nothing, tone: 'neutral' }];
});

/** Each in short, which is what one reads first where there are several. @param {QuestionnairePage} page @param {Verdict[]} verdicts */
const stripOf = (page, verdicts) => verdicts.map(({ name, title, tone }) => {
  const line = page.part('verdict', { caption: name, title });
  the(line, '.q-then').classList.add(`tone-${tone}`);
  return line;
});

/** Each in full; the first is the title of the page. @param {QuestionnairePage} page @param {ResultPlace} place @param {Verdict[]} verdicts */
const panelsOf = (page, place, verdicts) => {
  const seen = new Set();
  const lacking = unmetRows(page, place);
  return verdicts.map(({ name, decision, outcome, title, text = '', tone, cites, paragraphs = {} }, index) => {
    const isRepeated = seen.size === seen.add(outcome).size;
    const caption = verdicts.length > 1 ? name : page.form.title;
    const content = filledText(page, place, text + place.paragraphs.map((each) => paragraphs[each] ?? '').join(''), isRepeated);
    // Once for each decision, with the first of its outcomes.
    const unmet = verdicts.findIndex((other) => other.decision === decision) === index ? lacking.get(decision) : undefined;
    const panel = page.part('outcome', { caption, [index ? 'title' : 'first']: title, unmet, text: content, based: cites?.length, cites: citesOf(page, cites) });
    the(panel, '.q-outcome').classList.add(`tone-${tone}`, outcome === undefined ? 'q-nothing' : 'q-found');
    return panel;
  });
};

/**
 * HTML with the answers and facts in their places, as text; the places of amounts stay.
 * @param {QuestionnairePage} page
 * @param {ResultPlace} place
 * @param {string | undefined} text
 * @param {boolean} isRepeated  whether another decision led to it as well, which has its ids
 */
const filledText = (page, place, text, isRepeated) => {
  const { form } = page;
  /** @type {Map<string, string | null>} */
  const named = new Map(place.values.map(([fact, value]) => [form.facts[fact].id, form.facts[fact].values[value].label]));
  for (const { question, answer } of place.path) {
    const asked = form.questions[question];
    named.set(asked.id, page.wordsOf(question, answer));
    const { attributes = {} } = /** @type {import('./questionnaire-form.js').OneOf} */ (asked);
    for (const [name, values] of Object.entries(attributes)) named.set(`${asked.id}.${name}`, values[Number(answer)]);
  }
  const box = new DocumentFragment();
  box.append(...page.html(text));
  for (const gap of box.querySelectorAll('data')) gap.replaceWith(named.get(gap.value) ?? gap);
  if (isRepeated) for (const each of box.querySelectorAll('[id]')) each.removeAttribute('id');
  return [...box.childNodes];
};

/** The rules that led here. @param {QuestionnairePage} page @param {ResultPlace} place @param {boolean} isSingle */
const reasonRows = (page, place, isSingle) => reasonsOf(page.form, place, page.today).map(([decision, number, outcome]) => {
  const { id, words, cites } = page.form.decisions[decision].rows[number];
  // A long policy has its rules on several pages, counted through all decisions.
  const before = page.form.decisions.slice(0, decision).reduce((sum, { rows }) => sum + rows.length, number);
  const part = Math.floor(before / Number(page.words.rules));
  return page.part('reason', { words, outcome: isSingle ? '' : page.form.outcomes[outcome].title, cites: citesOf(page, cites) }, `${page.words.policy}${part ? `~${part + 1}/` : ''}#${id}`);
});

/** The outcomes of decisions that would come out otherwise; of all if only what the texts show would change. @param {QuestionnairePage} page @param {ResultPlace} here @param {ResultPlace} there */
const titlesOf = ({ form, words }, here, there) => {
  const all = there.outcomes.map((list, decision) => ({ list, decision }));
  const changed = all.filter(({ list, decision }) => `${list}` !== `${here.outcomes[decision]}`);
  // Of several decisions each says which it is.
  return (changed.length ? changed : all).map(({ list, decision }) => {
    const { title } = form.decisions[decision];
    const name = title ? `${title}${title.endsWith('?') ? '' : ':'} ` : '';
    return name + (list.length ? list.map((outcome) => form.outcomes[outcome].title).join(' · ') : words.nothing);
  }).join(' · ');
};

/** How good outcomes are, one after another. @type {Record<string, number>} */
const GOODNESS = { good: 3, caution: 2, neutral: 1, bad: 0 };

/** How much better it is where a change leads; of a further question nobody knows. @param {Form} form @param {ResultPlace} here @param {Place} there */
const gainOf = (form, here, there) => {
  if (there.state !== 'result') return 0;
  // Of several outcomes of a decision the worst counts: one more is nothing better.
  /** @param {number[]} list */
  const worst = (list) => Math.min(list.length * 3, ...list.map((outcome) => GOODNESS[form.outcomes[outcome].tone]));
  return there.outcomes.reduce((gain, list, decision) => gain + worst(list) - worst(here.outcomes[decision]), 0);
};

/**
 * The changes that help most, as far as they are few, the best place first: none that makes nothing better, and none to the first
 * question: that is what a reader wants, or what nobody can change. Where they help alike, the nearest to the result goes first.
 * @param {Form} form @param {ResultPlace} here @param {Change[]} all
 */
const bestOf = (form, here, all) => {
  /** @param {Change[]} group */
  const worthOf = ([{ question, leads }]) => question === here.path[0].question ? 0 : gainOf(form, here, leads);
  const groups = [...Map.groupBy(all, keyOf).values()].filter((group) => worthOf(group) > 0);
  return groups.sort((a, b) => worthOf(b) - worthOf(a)).slice(0, BEST).flat();
};

/** Tells where a change leads, and from which question. @param {Change} change */
const keyOf = ({ question, leads }) => JSON.stringify([question, leads.state === 'question' ? leads.question : resultOf(leads)]);

/** What other answers lead to: for each question one line for each place. @param {QuestionnairePage} page @param {ResultPlace} here @param {Change[]} all */
const changeRows = (page, here, all) => [...Map.groupBy(all, ({ question }) => question)].map(([question, list]) => {
  const lines = [...Map.groupBy(list, keyOf).values()].map((others) => {
    const [{ leads }] = others;
    const target = leads.state === 'result' ? titlesOf(page, here, leads) : fill(page.words.asks, { question: page.form.questions[leads.question].ask });
    return page.part('line', { answer: namesOf(page, question, others, 'disjunction'), link: target }, page.link([...leads.path, ...leads.held]));
  });
  return page.part('change', { ask: page.form.questions[question].ask, lines });
});
