// @ts-check
/** Follows answers through the compiled form of a questionnaire, and decides nothing itself; the Swift twin is Sources/Decision/Walking. */
import { read, write } from './questionnaire-answers.js';
import { ascending, blocksOf, endOf, limits, questionsOf } from './questionnaire-form.js';
import { rootsOf, stepsOf } from './questionnaire-rest.js';

/** @typedef {import('./questionnaire-form.js').Form} Form */
/** @typedef {Partial<import('./questionnaire-form.js').OutcomeEnd>} OutcomeEnd */
/** @typedef {import('./questionnaire-form.js').Question} Question */
/** @typedef {import('./questionnaire-form.js').Answer} Answer */
/** @typedef {import('./questionnaire-form.js').Taken} Taken */
/** @typedef {Record<string, string>} Answers  by the id of the question, as `read` takes them */
/** @typedef {{ question: number, answer: Answer | string, text: string }} Given  where `read` found fault, the answer names it */
/** @typedef {{ problem?: string, message?: string }} Refusal  `message` is the author's, else `problem` names what is wrong */
/** @typedef {{ path: Given[], held: Given[], ignored: string[] }} Course  `held` are answers that count once they are asked for, `ignored` names questions that are not asked */
/**
 * Where answers lead.
 * @typedef {Course & { state: 'question', question: number, closed: number[] }} QuestionPlace
 * @typedef {Course & Refusal & { state: 'refused', question: number }} RefusedPlace
 * @typedef {Course & { state: 'result', outcomes: number[][], values: [number, number][], paragraphs: number[] }} ResultPlace
 * @typedef {QuestionPlace | RefusedPlace | ResultPlace} Place
 */

/**
 * All nodes and ends that can still be reached, as references.
 * @param {Form} form
 * @param {number[]} roots
 * @param {(variable: number) => number | undefined} block
 */
const reached = ({ nodes }, roots, block) => {
  const places = new Set(roots);
  for (const place of places) {
    if (place < 0) continue;
    const [variable, ...children] = nodes[place];
    const known = block(variable);
    for (const child of known === undefined ? children : [children[known]]) places.add(child);
  }
  return [...places];
};

/** The ends that can still be reached from a root. @param {Form} form @param {number} root @param {Taken} taken */
export const endsOf = (form, root, taken) =>
  reached(form, [root], blocksOf(form, taken)).filter((place) => place < -1).map((place) => endOf(form, place));

/**
 * The ends of a function that can still be reached beside what is possible; both are tested in the order of the questions.
 * @param {Form} form
 * @param {number[]} pair
 * @param {(variable: number) => number | undefined} block
 */
const endsBeside = (form, pair, block) => {
  const pairs = new Map([[`${pair}`, pair]]);
  for (const [, places] of pairs) {
    if (places.includes(-1)) continue;
    const variables = places.map((place) => place < 0 ? Infinity : form.nodes[place][0]);
    const variable = Math.min(...variables);
    if (variable === Infinity) continue;
    const known = block(variable);
    const children = places.map((place, index) => variables[index] === variable ? form.nodes[place].slice(1) : undefined);
    for (const each of children.find(Boolean)?.keys() ?? []) {
      if ((known ?? each) !== each) continue;
      const next = places.map((place, index) => children[index]?.[each] ?? place);
      pairs.set(`${next}`, next);
    }
  }
  return [...pairs.values()].filter((places) => places.every((place) => place < -1)).map(([place]) => endOf(form, place));
};

/** What is wrong with an answer by itself; empty if nothing is. @param {Question} question @param {Answer | string} answer @param {number} today */
const problemOf = (question, answer, today) => {
  if (typeof answer === 'string') return answer;
  if (typeof answer === 'object') return 'atLeast' in question && answer.length < /** @type {number} */ (question.atLeast) ? 'few' : '';
  const [from, to] = limits(question, today) ?? [];
  return /** @type {number} */ (from) > answer || answer > /** @type {number} */ (to) ? 'range' : '';
};

class Walk {
  /** @type {Given[]} */
  path = [];

  /** @param {Form} form @param {Answers} answers @param {number} today */
  constructor(form, answers, today) {
    this.form = form;
    this.answers = answers;
    this.today = today;
    /** By the number of the question; undefined where there is no answer. */
    this.all = form.questions.map((asked) => Object.hasOwn(answers, asked.id) ? read(asked, answers[asked.id]) : undefined);
    /** The answers to what was asked so far. `today` is where chains look for it. @type {Taken} */
    this.taken = { today };
    /** What can be put in: an answer that no question takes is refused when it is asked for. @type {Taken} */
    this.given = { today };
    this.all.forEach((answer, question) => {
      if (answer !== undefined && !problemOf(form.questions[question], answer, today)) this.given[question] = /** @type {Answer} */ (answer);
    });
  }

  /** Whether answers may be given together. @param {Taken} from */
  isAccepted(from) {
    return endsOf(this.form, this.form.possible, from).some((end) => !('refused' in end));
  }

  /** Why the answer that was taken last can't be given; nothing if it can. @param {number} question @returns {Refusal | undefined} */
  refusal(question) {
    const { form, taken, today } = this;
    const problem = problemOf(form.questions[question], taken[question], today);
    if (problem) return { problem };
    if (this.isAccepted(taken)) return undefined;
    const broken = form.refusals.find(({ root }) => {
      const ends = endsBeside(form, [root, form.possible], blocksOf(form, taken));
      return ends.length && ends.every((end) => 'refused' in end);
    });
    return broken ? { message: broken.message } : { problem: 'closed' };
  }

  /** @param {number} question  one that has an answer @returns {Given} */
  givenTo(question) {
    const answer = this.all[question] ?? '';
    const asked = this.form.questions[question];
    return { question, answer, text: typeof answer === 'string' ? this.answers[asked.id] : write(asked, answer) };
  }

  /** The path up to here, and what becomes of the answers beside it. @param {Place['state']} state @returns {Course} */
  course(state) {
    const { form, path } = this;
    const others = [...form.questions.keys()].filter((question) => this.all[question] !== undefined && !path.some((each) => each.question === question));
    const places = state === 'question' ? reached(form, rootsOf(form), blocksOf(form, this.given)) : [];
    const asked = new Set(places.flatMap((place) => place < 0 ? [] : questionsOf(form.variables[form.nodes[place][0]])));
    /** @param {number} question */
    const isHeld = (question) => state === 'refused' || asked.has(question);
    const ignored = others.filter((question) => !isHeld(question)).map((question) => form.questions[question].id);
    return { path, held: others.filter(isHeld).map((question) => this.givenTo(question)), ignored };
  }

  /** Options that lead only to what is impossible, beside what is answered. @param {number} question */
  closed(question) {
    const { form, given } = this;
    const variable = form.variables.find((each) => 'blocks' in each && !('chains' in each) && /** @type {{ question?: number }} */ (each).question === question);
    const { blocks = [] } = /** @type {{ blocks?: number[] }} */ (variable ?? {});
    // Options of one block are open or closed together.
    const isOpen = blocks.map((block, option) => blocks.indexOf(block) === option && endsOf(form, form.possible, { ...given, [question]: option }).length);
    return [...blocks.keys()].filter((option) => !isOpen[blocks.indexOf(blocks[option])]);
  }

  /** What the tracks came to. @param {{ end?: OutcomeEnd }[]} places  one for each track @returns {ResultPlace} */
  result(places) {
    const { decisions, tracks } = this.form;
    const outcomes = decisions.map(({ otherwise }, decision) => {
      const found = places.flatMap(({ end }, track) => tracks[track].decision === decision && end?.outcome !== undefined ? [end.outcome] : []);
      // The `else` of a decision to which every fitting row adds: it counts when none fits.
      return found.length || !otherwise ? found : [otherwise.outcome];
    });
    /** By fact, which has the same value on each track. @type {[number, number][]} */
    const values = [];
    for (const { end } of places) for (const value of end?.values ?? []) values[value[0]] = value;
    return { state: 'result', ...this.course('result'), outcomes, values: values.filter(Boolean), paragraphs: ascending(places.flatMap(({ end }) => end?.paragraphs ?? [])) };
  }

  /** The first question that has no answer, the first answer that can't be given, or the result. @returns {Place} */
  place() {
    const { form, given } = this;
    // Answers that are not accepted together are not put in; they stop where they are asked for, or where none can follow.
    const isStopped = !this.isAccepted(given);
    let steps = stepsOf(form, given);
    for (;;) {
      if (isStopped) steps = stepsOf(form, this.taken);
      const places = steps(this.taken);
      let question = Math.min(...places.map(({ wanted = Infinity }) => wanted));
      const isAsked = this.all[question] !== undefined;
      if (isStopped && !isAsked) question = [...form.questions.keys()].find((each) => given[each] !== undefined && this.taken[each] === undefined) ?? question;
      if (question === Infinity) return this.result(/** @type {{ end?: OutcomeEnd }[]} */ (places.slice(1)));
      const answer = this.all[question];
      if (answer === undefined) return { state: 'question', ...this.course('question'), question, closed: this.closed(question) };
      this.taken = { ...this.taken, [question]: /** @type {Answer} */ (answer) };
      const refusal = this.refusal(question);
      if (isAsked || refusal) this.path.push(this.givenTo(question));
      if (refusal) return { state: 'refused', ...this.course('refused'), ...refusal, question };
    }
  }
}

/** @param {Form} form @param {Answers} answers @param {number} today @returns {Place} */
export const walk = (form, answers, today) => new Walk(form, answers, today).place();
