// @ts-check
/**
 * The compiled form of a questionnaire: its shape, as the published JSON Schema says it (a test compares the two), and
 * what its numbers mean. Days are counted from 1970-01-01, numbers in units of their last digit: no fractions anywhere.
 */

/**
 * @typedef {object} Form  a document `waymark-questionnaire/2`, or `/3` where conditions compare what several answers come to
 * @property {string} $schema
 * @property {'waymark-questionnaire/2' | 'waymark-questionnaire/3'} format
 * @property {string} name
 * @property {string} title
 * @property {string} [summary]
 * @property {string} version
 * @property {Question[]} questions
 * @property {{ id: string, label: string, values: Named[] }[]} facts
 * @property {Amount[]} [amounts]
 * @property {Outcome[]} outcomes
 * @property {Decision[]} decisions
 * @property {Variable[]} variables
 * @property {[number, ...number[]][]} nodes
 * @property {End[]} ends
 * @property {{ decision: number, outcome?: number, root: number }[]} tracks
 * @property {number} refused
 * @property {number} possible
 * @property {{ question: number, message: string, root: number }[]} refusals
 * @property {{ decision: number, outcome: number, root: number }[]} reasons
 */
/** @typedef {{ id: string, label: string }} Named */
/** @typedef {{ href: string, words: string }} Cite */
/** @typedef {{ id: string, title: string, tone: 'good' | 'caution' | 'bad' | 'neutral', text?: string, paragraphs?: Record<string, string>, answers?: number[], shows?: number[], amounts?: number[], cites?: Cite[] }} Outcome */
/** @typedef {{ id: string, words: string, cites?: Cite[] }} Row */
/** @typedef {{ id: string, title?: string, many?: true, otherwise?: { outcome: number, row: number }, rows: Row[] }} Decision */

/** @typedef {{ id: string, label: string, hint?: string, always?: true, also?: string[] }} Option */
/** @typedef {{ id: string, ask: string, hint?: string }} Asked */
/** @typedef {Asked & { kind: 'one', options: Option[], search?: true, attributes?: Record<string, (string | null)[]> }} OneOf */
/** @typedef {Asked & { kind: 'any', options: Option[], atLeast?: number, none?: string }} AnyOf */
/** @typedef {Asked & { kind: 'number', from: number, to: number, decimals: number, unit?: string }} OneNumber */
/** @typedef {Asked & { kind: 'date', from: Day, to: Day }} OneDate */
/** @typedef {{ day: number } | { today: [number, number] }} Day  the latter in months and days from today */
/** @typedef {OneOf | AnyOf | OneNumber | OneDate} Question */

/** @typedef {'+' | '-' | '*' | '/' | 'days' | 'weeks' | 'months' | 'years' | 'days-between' | 'weeks-between' | 'months-between' | 'years-between' | 'date' | 'year' | 'month' | 'day' | 'end-of-month' | 'today'} Operation */
/** @typedef {{ do: 'min' | 'max', of: number } | { do: 'round' | 'floor' | 'ceil', digits: number } | { do: Operation }} Done  with what came before */
/** @typedef {string | number | { day: number } | { amount: number } | Done} Step  a number, a question, a day, another amount, or what is done */
/** @typedef {[Step, ...Step[]]} Formula */
/** @typedef {string | { question: number, words: string } | { amount: number, words: string } | { today: true, words: string }} Part  of a formula in words */
/** @typedef {{ id: string, label: string, formula: Formula, words: Part[] }} Calculated */
/** @typedef {Calculated & ({ kind: 'number', from: number, to: number, decimals: number, unit?: string } | { kind: 'date' })} Amount */

/** @typedef {[number, number, number?, number?]} MonthCut */
/** @typedef {number[] | [MonthCut, ...MonthCut[]]} Cuts */
/** @typedef {{ of: number, from?: number | 'today', cuts: Cuts }} Chain */
/** @typedef {{ question: number, blocks: [number, ...number[]] }} BlocksVariable */
/** @typedef {{ question: number, option: number }} TickVariable */
/** @typedef {{ question: number, chains: Chain[], blocks: [number, ...number[]] }} ChainVariable */
/** @typedef {{ questions: [number, number], chains: Chain[], blocks: [number, ...number[]] }} PairVariable */
/** @typedef {{ question: number }} ShownVariable */
/** @typedef {{ questions: [number, ...number[]], formula: Formula, decimals: number, cuts: number[], blocks: [number, ...number[]] }} CalculatedVariable */
/** @typedef {BlocksVariable | TickVariable | ChainVariable | PairVariable | CalculatedVariable | ShownVariable} Variable */
/** @typedef {{ outcome: number, values?: [number, number][], paragraphs?: number[], shows?: number[] }} OutcomeEnd */
/** @typedef {Record<string, never> | { refused: true } | OutcomeEnd | { rows: number[] }} End */

/**
 * An answer: the index of an option, the indices of what is ticked, units, or a day.
 * @typedef {number | number[]} Answer
 */
/** @typedef {Record<number, Answer> & { today: number }} Taken  answers by the number of the question */

/** @param {Iterable<number>} numbers */
export const ascending = (numbers) => [...new Set(numbers)].sort((a, b) => a - b);

/** The questions that a variable is about. @param {Variable} variable */
export const questionsOf = (variable) => 'questions' in variable ? variable.questions : [variable.question];

/** The end that a reference names. @param {Form} form @param {number} place */
export const endOf = ({ ends }, place) => ends[-2 - place];

/** Months count from 0; what lies beyond a month or a year counts on. @param {number} year @param {number} month @param {number} date */
export const dayOf = (year, month, date) => new Date(0).setUTCFullYear(year, month, date) / 864e5;

/** @param {number} day */
export const dateOf = (day) => new Date(day * 864e5);

/** `2026-11-21`. @param {number} day */
export const isoDay = (day) => dateOf(day).toISOString().slice(0, 10);

/**
 * A day some months later, and some days: one that the month does not have becomes its last, or the first of the next.
 * @param {number} day
 * @param {number} months
 * @param {number} [days]
 * @param {number} [next]  1 for the first of the next month
 * @param {number} [before]  days that come first
 */
export const shift = (day, months, days = 0, next = 0, before = 0) => {
  const date = dateOf(day + before);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  return Math.min(dayOf(year, month, date.getUTCDate()), dayOf(year, month + 1, next)) + days;
};

/** From where on a cut is passed: it is a distance from the base, or months and a distance. @param {Cuts[number]} cut @param {number} base */
export const threshold = (cut, base) => typeof cut === 'number' ? base + cut : shift(base, ...cut);

/**
 * The least and the greatest answer to a number or date; nothing for other questions.
 * @param {Question} question
 * @param {number} today
 * @returns {[number, number] | undefined}
 */
export const limits = (question, today) => {
  /** @param {Day} day */
  const dayIn = (day) => 'today' in day ? threshold(day.today, today) : day.day;
  if (question.kind === 'number') return [question.from, question.to];
  if (question.kind === 'date') return [dayIn(question.from), dayIn(question.to)];
};

/**
 * Reads answers in units of that question of a variable which has the most digits.
 * @param {Form} form
 * @param {Variable} variable
 * @param {Partial<Taken>} answers
 * @returns {(from: number | 'today' | undefined) => number}  not a number where there is no answer
 */
export const scale = ({ questions }, variable, answers) => {
  /** @param {number | 'today' | undefined} number */
  const digits = (number) => /** @type {Partial<OneNumber> | undefined} */ (questions[/** @type {number} */ (number)])?.decimals ?? 0;
  const most = Math.max(...questionsOf(variable).map(digits));
  return (number) => Number(answers[/** @type {number} */ (number)]) * 10 ** (most - digits(number));
};

/**
 * Into which block of each variable some answers fall, by the number of the variable; undefined while one is missing.
 * What is calculated is added by questionnaire-ranges.js: in which block it lies, and from which answers to a question on in another.
 * @type {{ (form: Form, answers: Taken): (number: number) => number | undefined, formula(form: Form, variable: CalculatedVariable, answers: Taken): number | undefined, starts(form: Form, variable: CalculatedVariable, question: number, answers: Taken): number[] }}
 */
export const blocksOf = /** @type {any} */ ((/** @type {Form} */ form, /** @type {Taken} */ answers) => {
  /** @param {Variable} variable */
  const find = (variable) => {
    if ('formula' in variable) return blocksOf.formula(form, variable, answers);
    if (questionsOf(variable).some((each) => answers[each] === undefined)) return undefined;
    if ('chains' in variable) {
      const value = scale(form, variable, answers);
      // The place of the answers among the cuts.
      return variable.blocks[variable.chains.reduce((index, { of, from, cuts }) =>
        index * (cuts.length + 1) + cuts.filter((cut) => threshold(cut, value(from) || 0) <= value(of)).length, 0)];
    }
    const answer = answers[variable.question];
    return 'blocks' in variable ? variable.blocks[Number(answer)] : 'option' in variable ? Number([answer].flat().includes(variable.option)) : 0;
  };
  /** @type {(number | undefined)[]} */
  const known = [];
  return (/** @type {number} */ number) => known[number] ??= find(form.variables[number]);
});
