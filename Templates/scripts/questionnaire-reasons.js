// @ts-check
/** Which rows of the rules led to a result; the Swift twin is in Sources/Decision/Walking. */
import { ascending } from './questionnaire-form.js';
import { endsOf } from './questionnaire-walk.js';

/** @typedef {import('./questionnaire-form.js').Form} Form */
/** @typedef {import('./questionnaire-form.js').Taken} Taken */
/** @typedef {[decision: number, row: number, outcome: number]} Reason */

/**
 * The rows that may have led to an outcome, and those that did whatever the rest is.
 * @param {Form} form
 * @param {number} decision
 * @param {number} outcome
 * @param {Taken} taken
 */
const rowsOf = (form, decision, outcome, taken) => {
  const reasons = form.reasons.filter((each) => each.decision === decision && each.outcome === outcome);
  const sets = reasons.map(({ root }) => endsOf(form, root, taken).map((end) => 'rows' in end ? /** @type {number[]} */ (end.rows) : []));
  const any = ascending(sets.flat(2));
  return { any, certain: any.filter((row) => sets.some((each) => each.length && each.every((rows) => rows.includes(row)))) };
};

/** The rows that lead to an outcome whatever the rest is. @param {Form} form @param {number} decision @param {number} outcome @param {Taken} taken */
export const certainRows = (form, decision, outcome, taken) => rowsOf(form, decision, outcome, taken).certain;

/**
 * The rows behind each outcome of a result.
 * @param {Form} form
 * @param {import('./questionnaire-walk.js').ResultPlace} place
 * @param {number} today
 * @returns {Reason[]}
 */
export const reasonsOf = (form, { path, outcomes }, today) => {
  /** @type {Taken} */
  const taken = { today };
  for (const { question, answer } of path) if (typeof answer !== 'string') taken[question] = answer;
  return outcomes.flatMap((list, decision) => list.flatMap((outcome) => {
    const { otherwise } = form.decisions[decision];
    const { certain, any } = rowsOf(form, decision, outcome, taken);
    const rows = certain.length ? certain : any;
    // The `else` of a decision to which every fitting row adds is no function of its own: it counts when none fits.
    const all = !rows.length && otherwise?.outcome === outcome ? [otherwise.row] : rows;
    return all.map((row) => /** @type {Reason} */ ([decision, row, outcome]));
  }));
};
