// @ts-check
/**
 * Why a decision has no better outcome: what the nearest one demands, and the answers don't meet. It is the shortest way through
 * the diagram of the decision, beside that of what is possible. The Swift twins are NearestBetter and UnmetConditions.
 */
import { ascending, blocksOf, endOf, questionsOf } from './questionnaire-form.js';
import { isUnknown, sideBySide, othersOf } from './questionnaire-changes.js';
import { certainRows } from './questionnaire-reasons.js';

/** @typedef {import('./questionnaire-form.js').Form} Form */
/** @typedef {import('./questionnaire-form.js').Answer} Answer */
/** @typedef {import('./questionnaire-form.js').Taken} Taken */
/** @typedef {import('./questionnaire-changes.js').Other} Other */
/** @typedef {{ question: number, needed: Other[] }} Condition  any of these, or of tick-boxes all */
/** @typedef {{ decision: number, outcome: number | undefined, conditions: Condition[], rows: number[] }} Unmet  the outcome isn't named where further answers decide about it */
/** @typedef {[place: number, possible: number]} Place  in the function of a decision, and in that of what is possible */
/** @typedef {{ variable: number, children: Place[], allowed: number | undefined }} Fork */
/** @typedef {{ variable: number, blocks: number[] }} Test  that isn't met, with the blocks that would meet it */

/** What the reader hopes for may take one change more than what needs something else done. */
const CHANGE = 2, WORSE = 3;

/**
 * What readers want to do is often asked first: an outcome for those who want the same is nearer, unless it takes more than two
 * other answers.
 */
const FIRST_CHANGE = 5;

/** What an outcome costs that is looked for. @type {Record<string, number>} */
const PRICES = { good: 0, caution: WORSE };

/** What each decision that came to nothing possible lacks. @param {Form} form @param {import('./questionnaire-walk.js').ResultPlace} place @param {number} today */
export const unmetOf = (form, { path, outcomes }, today) => {
  /** @type {Taken} */
  const taken = { today };
  for (const { question, answer } of path) if (typeof answer !== 'string') taken[question] = answer;
  return outcomes.flatMap((list, decision) => {
    const isNegative = list.every((outcome) => form.outcomes[outcome].tone === 'bad');
    const found = isNegative && nearest(form, decision, taken, path[0]?.question);
    return found && conditionsOf(form, decision, found.outcome, found.tests, taken) || [];
  });
};

/** The nearest better outcome of a decision, and the tests that aren't met for it. @param {Form} form @param {number} decision @param {Taken} taken @param {number} first  the question that was asked first */
const nearest = (form, decision, taken, first) => {
  const starts = form.tracks.filter((track) => track.decision === decision).map(({ root }) => /** @type {Place} */ ([root, form.possible]));
  const any = new Search(form, taken, first, (outcome) => PRICES[form.outcomes[outcome].tone] ?? Infinity);
  const costs = starts.map((start) => any.cost(start));
  const least = Math.min(...costs);
  if (least === Infinity) return undefined;
  const start = starts[costs.indexOf(least)];
  const { end: outcome } = any.follow(start);
  const search = new Search(form, taken, first, (each) => each === outcome ? 0 : Infinity);
  const { tests } = search.follow(start);
  if (!tests.length) return undefined;
  return { outcome: [...search.ends(start, tests)].every((end) => end === outcome) ? outcome : undefined, tests };
};

class Search {
  /** @type {Map<string, number>} */
  #costs = new Map();

  /** @param {Form} form @param {Taken} taken @param {number} first @param {(outcome: number) => number} price */
  constructor(form, taken, first, price) {
    this.form = form;
    this.first = first;
    this.block = blocksOf(form, taken);
    this.price = price;
  }

  /** The next test at a place; nothing at an end. @param {Place} place @returns {Fork | undefined} */
  #fork(place) {
    const { nodes, variables } = this.form;
    const tested = place.map((each) => each < 0 ? Infinity : nodes[each][0]);
    const variable = Math.min(...tested);
    if (place.includes(-1) || variable === Infinity) return undefined;
    const children = place.map((each, index) => tested[index] === variable ? nodes[each].slice(1) : undefined);
    const blocks = [.../** @type {number[]} */ (children.find(Boolean)).keys()];
    const isAsking = !('blocks' in variables[variable]) && !('option' in variables[variable]);
    return {
      variable, allowed: isAsking ? 0 : this.block(variable),
      children: blocks.map((block) => /** @type {Place} */ (place.map((each, index) => children[index]?.[block] ?? each))),
    };
  }

  /** @param {Place} place @returns {number} */
  cost(place) {
    const key = `${place}`;
    const known = this.#costs.get(key) ?? this.#freshCost(place);
    this.#costs.set(key, known);
    return known;
  }

  /** @param {Place} place */
  #freshCost(place) {
    if (this.#isImpossible(place)) return Infinity;
    const fork = this.#fork(place);
    if (fork) return Math.min(...this.#costsOf(fork));
    const outcome = this.#outcomeAt(place);
    return outcome < 0 ? Infinity : this.price(outcome);
  }

  /** Whether no accepted answers lead to a place. @param {Place} place */
  #isImpossible(place) {
    return place.includes(-1) || place[1] < -1 && 'refused' in endOf(this.form, place[1]);
  }

  /** The outcome of an end; -1 for none. @param {Place} place @returns {number} */
  #outcomeAt([own]) {
    const end = endOf(this.form, own);
    return 'outcome' in end ? /** @type {number} */ (end.outcome) : -1;
  }

  /** All outcomes that can follow once the tests are met. @param {Place} start @param {Test[]} tests */
  ends(start, tests) {
    const found = new Set(), seen = new Set(), open = [start];
    for (const place of open) {
      if (seen.size === seen.add(`${place}`).size || this.#isImpossible(place)) continue;
      const fork = this.#fork(place);
      if (fork) {
        const met = tests.find(({ variable }) => variable === fork.variable)?.blocks;
        open.push(...fork.children.filter((_, block) => met ? met.includes(block) : (fork.allowed ?? block) === block));
      } else found.add(this.#outcomeAt(place));
    }
    return found;
  }

  /** What each block costs: nothing where it goes with the answers, or is open. @param {Fork} fork */
  #costsOf({ variable, children, allowed }) {
    const tested = this.form.variables[variable];
    const change = Math.max(...questionsOf(tested)) === this.first ? FIRST_CHANGE : CHANGE;
    // Nobody should claim not to know.
    return children.map((child, block) => this.cost(child) + ((allowed ?? block) === block ? 0
      : 'blocks' in tested && 'question' in tested
        && tested.blocks.every((each, option) => each !== block || isUnknown(this.form.questions[tested.question], option)) ? Infinity : change));
  }

  /** The cheapest way: its outcome, and what is changed on it. @param {Place} place */
  follow(place) {
    /** @type {Test[]} */
    const tests = [];
    for (let fork = this.#fork(place); fork; fork = this.#fork(place)) {
      const costs = this.#costsOf(fork);
      const block = costs.indexOf(Math.min(...costs));
      const { variable, children, allowed } = fork;
      if (allowed !== undefined && allowed !== block) {
        const isLast = !this.cost(children[block]);
        // What else is changed may rest on which of them it is.
        const blocks = [...children.keys()].filter((each) => each !== allowed && costs[each] < Infinity
          && (isLast ? !this.cost(children[each]) : `${children[each]}` === `${children[block]}`));
        tests.push({ variable, blocks });
      }
      place = children[block];
    }
    return { tests, end: /** @type {import('./questionnaire-form.js').OutcomeEnd} */ (endOf(this.form, place[0])).outcome };
  }
}

/**
 * The tests as what each answer would have to be.
 * @param {Form} form @param {number} decision @param {number | undefined} outcome @param {Test[]} tests @param {Taken} taken
 * @returns {Unmet | undefined}
 */
const conditionsOf = (form, decision, outcome, tests, taken) => {
  const changed = { ...taken };
  /** The order of two answers is told by the later one. @param {Test} test */
  const questionOf = ({ variable }) => Math.max(...questionsOf(form.variables[variable]));
  const conditions = [...new Set(tests.map(questionOf))].map((question) => {
    const { needed, answer } = neededFor(form, question, tests.filter((test) => questionOf(test) === question), changed);
    changed[question] = answer;
    return { question, needed };
  });
  if (conditions.some(({ needed }) => !needed.length)) return undefined;
  return { decision, outcome, conditions, rows: certainRows(form, decision, outcome ?? -1, changed) };
};

/**
 * What an answer would have to be to meet what isn't met, and one such answer.
 * @param {Form} form @param {number} question @param {Test[]} tests @param {Taken} taken
 * @returns {{ needed: Other[], answer: Answer }}
 */
const neededFor = (form, question, tests, taken) => {
  const given = taken[question];
  if (Array.isArray(given)) {
    const boxes = tests.map(({ variable }) => Number(/** @type {{ option?: number }} */ (form.variables[variable]).option));
    const kept = given.filter((option) => !boxes.includes(option));
    return {
      needed: boxes.map((option) => ({ option, isTicked: given.includes(option) })),
      answer: ascending([...kept, ...boxes.filter((option) => !given.includes(option))]),
    };
  }
  const fitting = othersOf(form, question, given, taken).filter(({ answer }) => {
    if (isUnknown(form.questions[question], answer)) return false;
    const block = blocksOf(form, { ...taken, [question]: answer });
    return tests.every(({ variable, blocks }) => blocks.includes(block(variable) ?? -1));
  });
  return { needed: sideBySide(fitting.map(({ other }) => other)), answer: fitting[0]?.answer };
};
