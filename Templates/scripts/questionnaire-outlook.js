// @ts-check
/**
 * Where a questionnaire has several results: which are certain already, which are still open and which are ruled out, by all answers
 * that are accepted from here on. It comes with the first question that has answers before it, once they tell something.
 */
import { fill } from './main.js';
import { blocksOf, endOf } from './questionnaire-form.js';

/** @typedef {import('./questionnaire-form.js').Form} Form */
/** @typedef {import('./questionnaire-form.js').Taken} Taken */
/** @typedef {import('./questionnaire-page.js').QuestionnairePage} QuestionnairePage */
/** @typedef {{ certain: number[], open: number[], out: number[] }} Outlook  outcomes of a decision */

/** With more states than these, several functions together have too many to look through. */
const STATES = 20000;
/** A list of open outcomes that is longer is folded. */
const FEW = 4;

/** Says it below the answers. @param {QuestionnairePage} page @param {Taken} taken */
export const showOutlook = (page, taken) => {
  const { form, words } = page;
  /** @param {number[]} list */
  const linesOf = (list) => list.map((outcome) => {
    const { title, tone } = form.outcomes[outcome];
    const line = page.part('verdict', { title });
    line.querySelector('.q-then')?.classList.add(`tone-${tone}`);
    return line;
  });
  /** @param {string} text @param {number[]} list @param {boolean} isOpen */
  const groupOf = (text, list, isOpen) => {
    if (!list.length) return [];
    const group = page.part('outlook-group', { title: fill(text, { count: list.length }), outcomes: linesOf(list) });
    group.querySelector('details')?.toggleAttribute('open', isOpen);
    return [group];
  };
  const decisions = outlooksOf(form, taken).flatMap(({ certain, open, out }, decision) => {
    const isFew = open.length <= FEW;
    return certain.length + out.length ? page.part('outlook-decision', {
      name: form.decisions[decision].title, certain: linesOf(certain), isCertain: certain.length,
      // A long list of what is open says less than what is ruled out.
      groups: [...groupOf(words.open, isFew || certain.length ? open : [], isFew), ...groupOf(words.out, out, false)],
    }) : [];
  });
  if (decisions.length) page.view.querySelector('.q-outlook')?.replaceChildren(page.part('outlook', { decisions }));
};

/** @param {Form} form @param {Taken} taken @returns {Outlook[]} */
export const outlooksOf = (form, taken) => {
  const all = possibleOf(form, { today: taken.today });
  return possibleOf(form, taken).map(({ certain, possible }, decision) => ({
    certain: [...certain], open: [...possible].filter((outcome) => !certain.has(outcome)),
    out: [...all[decision].possible].filter((outcome) => !possible.has(outcome)),
  }));
};

/** The outcomes of every accepted result, and those of some, by decision; in the order of the outcomes. @param {Form} form @param {Taken} taken */
const possibleOf = (form, taken) => {
  const block = blocksOf(form, taken);
  return form.decisions.map(({ many, otherwise }, decision) => {
    const roots = form.tracks.filter((track) => track.decision === decision).map(({ root }) => root);
    const ends = roots.map((root) => new Set((waysOf(form, [root], block) ?? []).map(([place]) => outcomeOf(form, place))));
    const possible = new Set(ends.flatMap((each) => [...each]).filter((outcome) => outcome >= 0));
    const certain = new Set(ends.filter((each) => each.size === 1).flatMap((each) => [...each]).filter((outcome) => outcome >= 0));
    if (many && otherwise && !certain.size) {
      // It counts where none of the others fits, which is a matter of all of them together.
      const none = waysOf(form, roots, block, (place) => outcomeOf(form, place) >= 0);
      if (!none || none.length) possible.add(otherwise.outcome);
      if (possible.size === 1) certain.add(otherwise.outcome);
    }
    /** @param {Set<number>} set */
    const inOrder = (set) => new Set([...set].sort((a, b) => a - b));
    return { certain: inOrder(certain), possible: inOrder(possible) };
  });
};

/** The outcome at a place; below zero where there is none. @param {Form} form @param {number} place */
const outcomeOf = (form, place) => {
  const { outcome = -1 } = place < -1 ? /** @type {{ outcome?: number }} */ (endOf(form, place)) : {};
  return outcome;
};

/**
 * The ends that functions come to together, beside what is possible; nothing where they have too many states.
 * @param {Form} form @param {number[]} roots @param {(variable: number) => number | undefined} block
 * @param {(place: number) => boolean} [isLeftOut]  ends on which no way goes on
 */
const waysOf = (form, roots, block, isLeftOut = () => false) => {
  const start = [...roots, form.possible];
  const ways = new Map([[`${start}`, start]]);
  /** @type {number[][]} */
  const found = [];
  for (const [, places] of ways) {
    if (ways.size > STATES) return undefined;
    const possible = places[roots.length];
    if (places.includes(-1) || possible < -1 && 'refused' in endOf(form, possible) || places.slice(0, -1).some(isLeftOut)) continue;
    const variables = places.map((place) => place < 0 ? Infinity : form.nodes[place][0]);
    const variable = Math.min(...variables);
    if (variable === Infinity) {
      found.push(places);
      continue;
    }
    const known = block(variable);
    const children = places.map((place, index) => variables[index] === variable ? form.nodes[place].slice(1) : undefined);
    for (const each of children.find(Boolean)?.keys() ?? []) {
      if ((known ?? each) !== each) continue;
      const next = places.map((place, index) => children[index]?.[each] ?? place);
      ways.set(`${next}`, next);
    }
  }
  return found;
};
