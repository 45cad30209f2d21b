// @ts-check
/**
 * Follows answers through the compiled form of a questionnaire, and decides nothing itself; the Swift twin is
 * Sources/Decision/Walking. Days are counted from 1970-01-01, numbers in units of their last digit: no fractions anywhere.
 */

/** @typedef {any} Form  a document `waymark-questionnaire/1` */
/** @typedef {Record<string, string>} Answers  by the id of the question, as `read` takes them */
/** @typedef {{ question: number, answer: any, text: string }} Given  an index, the indices of what is ticked, units, a day */
/**
 * Where answers lead. Refused: `message` is the author's, else `problem` names what is wrong. `because` has decision, row
 * and outcome; `ignored` names questions that were not asked.
 * @typedef {{ state: 'question' | 'refused' | 'result', path: Given[], ignored: string[], question: number,
 *   closed: number[], problem: string, message?: string, outcomes: number[][], values: number[][], because: number[][] }} Place
 */
/**
 * One other answer: an option, one tick more or less, or a range of numbers or days.
 * @typedef {{ question: number, text: string, option: number, isTicked?: boolean, from: number, to: number, leads: Place }} Change
 */

/** Months count from 0; what lies beyond a month or a year counts on. */
export const dayOf = (year, month, date) => new Date(0).setUTCFullYear(year, month, date) / 864e5;

export const dateOf = (day) => new Date(day * 864e5);

/** A day some months later: one that the month does not have becomes its last. */
export const shift = (day, months) => {
  const date = dateOf(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  return Math.min(dayOf(year, month, date.getUTCDate()), dayOf(year, month + 1, 0));
};

/** The least and the greatest answer to a number or date. */
export const limits = ({ from, to }, today) =>
  [from, to].map((end) => end.today ? shift(today, end.today[0]) + end.today[1] : end.day ?? end);

/** Reads an answer: `no`, `a,b`, `none`, `3.5`, `2026-11-21`. A string names what is wrong with it. */
export const read = ({ kind, options, decimals }, text) => {
  if (options) {
    const indices = text === 'none' && kind === 'any' ? [] : text.split(',').map((id) => options.findIndex((option) => option.id === id));
    const ticked = [...new Set(indices)].sort((a, b) => a - b);
    return ticked[0] < 0 ? kind : kind === 'any' ? ticked : ticked.length > 1 ? kind : ticked[0];
  }
  if (kind === 'date') {
    const day = Date.parse(text) / 864e5;
    return day % 1 === 0 && dayText(day) === text ? day : kind;
  }
  const [all, whole, digits = ''] = text.match(/^(-?\d{1,12})(?:\.(?=\d)(\d*?)0*)?$/) ?? [];
  return !all ? kind : digits.length > decimals ? 'digits' : +(whole + digits.padEnd(decimals, '0'));
};

const dayText = (day) => dateOf(day).toISOString().slice(0, 10);

/** An answer as `read` reads it. */
export const write = ({ kind, options, decimals }, answer) => {
  if (options) return [answer].flat().map((option) => options[option].id).join() || 'none';
  if (kind === 'date') return dayText(answer);
  const digits = `${Math.abs(answer)}`.padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return (answer < 0 ? '-' : '') + `${whole}.${digits.slice(whole.length)}`.replace(/\.?0*$/, '');
};

const ascending = (numbers) => [...new Set(numbers)].sort((a, b) => a - b);
const questionsOf = ({ question, questions = [question] }) => questions;
/** The values of answers to a variable's questions, in units of the one with most digits. */
const scale = (form, variable, answers) => {
  const digits = (question) => form.questions[question]?.decimals | 0;
  const all = Math.max(...questionsOf(variable).map(digits));
  return (question) => answers[question] * 10 ** (all - digits(question));
};
/** The value from which on a cut is passed: a distance from a base, or months and a distance. */
const threshold = (cut, base) => cut.length ? shift(base, cut[0]) + cut[1] : base + cut;

/** @returns {Place} */
export const walk = (form, answers, today) => {
  const { questions, nodes, variables, tracks } = form;
  const path = [];
  // By the number of the question; `today` is where chains look for it.
  const taken = { today };

  /** The children of a node that are still possible: one, unless a question of its variable is `wanted`. */
  const next = (place) => {
    const [number, ...children] = nodes[place];
    const variable = variables[number];
    const { question, option, chains, blocks } = variable;
    const wanted = questionsOf(variable).find((each) => taken[each] === undefined);
    if (wanted !== undefined) return { wanted, blocks, children };
    let index = taken[question];
    if (chains) {
      const value = scale(form, variable, taken);
      index = 0;
      for (const { of, from, cuts } of chains) {
        index = index * (cuts.length + 1) + cuts.filter((cut) => threshold(cut, value(from) || 0) <= value(of)).length;
      }
    }
    return { children: [children[blocks ? blocks[index] : option === undefined ? 0 : +index.includes(option)]] };
  };
  /** Where a track stands: at a node that waits or at an end; at neither if the answers exclude each other. */
  const follow = (place) => {
    while (place >= 0) {
      const step = next(place);
      if (!('child' in step) && step.blocks !== undefined) return step;
      [place] = step.children;
    }
    return { end: form.ends[-2 - place] };
  };
