// @ts-check
/** What other answers to a questionnaire would lead to; the Swift twin is Sources/Decision/Walking/Changes.swift. */
import { read, write } from './questionnaire-answers.js';
import { ascending, blocksOf, limits, questionsOf, scale, threshold } from './questionnaire-form.js';
import { walk } from './questionnaire-walk.js';

/** @typedef {import('./questionnaire-form.js').Form} Form */
/** @typedef {import('./questionnaire-form.js').Answer} Answer */
/** @typedef {import('./questionnaire-form.js').Taken} Taken */
/** @typedef {import('./questionnaire-form.js').ChainVariable} ChainVariable */
/** @typedef {import('./questionnaire-form.js').PairVariable} PairVariable */
/** @typedef {import('./questionnaire-walk.js').Place} Place */
/** @typedef {import('./questionnaire-walk.js').Answers} Answers */
/**
 * One other answer: an option, one tick more or less, or a range of numbers or days.
 * @typedef {{ option: number, isTicked?: boolean } | { from: number, to: number, isTicked?: undefined }} Other
 * @typedef {Other & { question: number, text: string, leads: Place }} Change
 */

/**
 * The values of a number or date from which on something may change.
 * @param {Form} form
 * @param {number} question
 * @param {Taken} taken
 */
const cutsOf = (form, question, taken) => form.variables.flatMap((variable) => {
  if (!('chains' in variable) || !questionsOf(variable).includes(question)) return 'formula' in variable ? blocksOf.starts(form, variable, question, taken) : [];
  const value = scale(form, variable, taken);
  const unit = scale(form, variable, { [question]: 1 })(question);
  return variable.chains.flatMap(({ of, from, cuts }) => cuts.flatMap((cut) => {
    if (from !== question) return threshold(cut, value(from) || 0);
    // The other answer is this one and the cut, or later: shifted back, months of other lengths may be off by days.
    const back = threshold(typeof cut === 'number' ? -cut : [-cut[0], -cut[1]], value(of));
    return [back - 1, back, back + 1, back + 2, back + 3, back + 4];
  })).map((cut) => Math.ceil(cut / unit));
});

/**
 * The other answers to a question, one for each that may lead elsewhere.
 * @param {Form} form
 * @param {number} question
 * @param {Answer} given
 * @param {Taken} taken
 * @returns {{ other: Other, answer: Answer }[]}
 */
export const othersOf = (form, question, given, taken) => {
  const asked = form.questions[question];
  if (asked.kind === 'one') return asked.options.map((_, option) => ({ other: { option }, answer: option }));
  if (asked.kind === 'any') return asked.options.map((_, option) => {
    const ticked = [given].flat();
    const isTicked = ticked.includes(option);
    return { other: { option, isTicked }, answer: isTicked ? ticked.filter((each) => each !== option) : ascending([...ticked, option]) };
  });
  const [first, last] = limits(asked, taken.today) ?? [0, 0];
  // Cuts that rest on an answer not given are no numbers, and drop out here.
  const starts = ascending([first, ...cutsOf(form, question, taken).filter((cut) => cut > first && cut <= last)]);
  return starts.map((from, index) => ({ other: { from, to: (starts[index + 1] ?? last + 1) - 1 }, answer: from }));
};

/** Ranges side by side are one. @param {Other[]} others */
export const sideBySide = (others) => {
  /** @type {Other[]} */
  const found = [];
  for (const other of others) {
    const last = found.at(-1);
    if ('from' in other && last && 'from' in last && last.to + 1 === other.from) found[found.length - 1] = { from: last.from, to: other.to };
    else found.push(other);
  }
  return found;
};

/** Whether an answer says that the reader doesn't know: nobody is told to give it. @param {import('./questionnaire-form.js').Question} asked @param {unknown} answer */
export const isUnknown = (asked, answer) => asked.kind === 'one' && ['unknown', 'unsure'].includes(asked.options[Number(answer)].id);

/** Changes without those that say so, where another answer to the same question is left. @param {Form} form @param {Change[]} all */
export const advisable = (form, all) => {
  const isKnown = (/** @type {Change} */ change) => !('option' in change && isUnknown(form.questions[change.question], change.option));
  return all.filter((change) => isKnown(change) || !all.some((other) => other.question === change.question && isKnown(other)));
};

/** @param {Place} place */
export const resultOf = (place) => place.state === 'result' && JSON.stringify([place.outcomes, place.values, place.paragraphs]);

/**
 * What would change the result: the single other answers that lead elsewhere, those to the last question first.
 * @param {Form} form
 * @param {Answers} answers
 * @param {number} today
 * @returns {Change[]}
 */
export const changes = (form, answers, today) => {
  const here = walk(form, answers, today);
  if (here.state !== 'result') return [];
  /** @type {Taken} */
  const taken = { today };
  // Answers that are not asked for now may be with another answer.
  form.questions.forEach((asked, question) => {
    const answer = Object.hasOwn(answers, asked.id) && read(asked, answers[asked.id]);
    if (answer !== false && typeof answer !== 'string') taken[question] = answer;
  });
  // The last answer is the nearest to the result; the first ones are often what nobody can change, or what one wants to do.
  return here.path.toReversed().flatMap(({ question, answer: given }) => {
    if (typeof given === 'string') return [];
    /** @type {Record<string, Place>} */
    const known = {};
    return othersOf(form, question, given, taken).flatMap(({ other, answer }) => {
      const asked = form.questions[question];
      const text = write(asked, answer);
      // Answers that no variable tells apart lead to the same: a long list has few that differ.
      const block = blocksOf(form, { ...taken, [question]: answer });
      const alike = form.variables.map((each, index) => questionsOf(each).includes(question) && (block(index) ?? text));
      const place = known[`${alike}`] ??= walk(form, { ...answers, [asked.id]: text }, today);
      /** @param {import('./questionnaire-walk.js').Given[]} list */
      const withOwn = (list) => list.map((each) => each.question === question ? { ...each, answer, text } : each);
      const leads = { ...place, path: withOwn(place.path), held: withOwn(place.held) };
      const isOwn = 'from' in other && other.from <= /** @type {number} */ (given) && /** @type {number} */ (given) <= other.to;
      const isNone = leads.state === 'refused' && leads.question === question || resultOf(leads) === resultOf(here);
      return isOwn || isNone ? [] : [{ ...other, question, text, leads }];
    });
  });
};
