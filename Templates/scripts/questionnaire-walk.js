// @ts-check
/**
 * Follows answers through the compiled form of a questionnaire, and decides nothing itself; the Swift twin is
 * Sources/Decision/Walking. Days are counted from 1970-01-01, numbers in units of their last digit: no fractions anywhere.
 */
import { readState } from './main.js';

/** @typedef {any} Form  a document `waymark-questionnaire/1` */
/** @typedef {Record<string, string>} Answers  by the id of the question, as `read` takes them */
/** @typedef {{ question: number, answer: any, text: string }} Given  an index, the indices of what is ticked, units, a day */
/**
 * Where answers lead. Refused: `message` is the author's, else `problem` names what is wrong. `because` has decision, row
 * and outcome; `ignored` names questions that were not asked.
 * @typedef {{ state: 'question' | 'refused' | 'result', path: Given[], ignored: string[], question: number,
 *   closed: number[], problem: string, message?: string, outcomes: number[][], values: number[][], because: number[][] }} Place
 */

/** Months count from 0; what lies beyond a month or a year counts on. */
export const dayOf = (year, month, date) => new Date(0).setUTCFullYear(year, month, date) / 864e5;

export const dateOf = (day) => new Date(day * 864e5);

/** A day some months later: one that the month does not have becomes its last. */
export const shift = (day, months) => {
  const date = dateOf(day);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  return Math.min(dayOf(year, month, date.getUTCDate()), dayOf(year, month + 1, 0));
};

/** From where on a cut is passed: it is a distance from the base, or months and a distance. */
export const threshold = (cut, base) => cut.length ? shift(base, cut[0]) + cut[1] : base + cut;

/** The least and the greatest answer to a number or date; nothing for other questions. */
export const limits = ({ options, from, to }, today) =>
  options ? [] : [from, to].map((end) => end.today ? threshold(end.today, today) : end.day ?? end);

/** Reads an answer: `no`, `a,b`, `none`, `3.5`, `2026-11-21`. A string names what is wrong with it. */
export const read = ({ kind, options, decimals }, text) => {
  if (options) {
    const ids = kind === 'one' ? [text] : text === 'none' ? [] : text.split(',');
    const found = ascending(ids.map((id) => options.findIndex((option) => option.id === id)));
    return found[0] < 0 ? kind : kind === 'one' ? found[0] : found;
  }
  if (kind === 'date') {
    const day = Date.parse(text) / 864e5;
    return day % 1 === 0 && dayText(day) === text ? day : kind;
  }
  const [all, whole, digits = ''] = text.match(/^(-?\d{1,12})(?:\.(?=\d)(\d*?)0*)?$/) ?? [];
  return !all ? kind : digits.length > decimals ? 'digits' : +(whole + digits.padEnd(decimals, '0'));
};

/** An answer as `read` reads it. */
export const write = ({ kind, options, decimals }, answer) => {
  if (options) return [answer].flat().map((option) => options[option].id).join() || 'none';
  if (kind === 'date') return dayText(answer);
  const digits = `${Math.abs(answer)}`.padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  return (answer < 0 ? '-' : '') + digits.slice(0, at) + `.${digits.slice(at)}`.replace(/\.?0*$/, '');
};

const dayText = (day) => dateOf(day).toISOString().slice(0, 10);
export const ascending = (numbers) => [...new Set(numbers)].sort((a, b) => a - b);
export const questionsOf = ({ question, questions = [question] }) => questions;

/** Reads answers in units of that question of a variable which has the most digits. */
export const scale = ({ questions }, variable, answers) => {
  const digits = (question) => questions[question]?.decimals ?? 0;
  const most = Math.max(...questionsOf(variable).map(digits));
  return (question) => answers[question] * 10 ** (most - digits(question));
};
/** @returns {Place} */
export const walk = (form, answers, today) => {
  const { questions, nodes, variables, tracks } = form;
  const path = [];
  // By the number of the question; `today` stands where chains look for it.
  const taken = { today };

  /** The children of a node that are still possible: one, unless a question is `wanted`. */
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
        const passed = cuts.filter((cut) => threshold(cut, value(from) || 0) <= value(of));
        index = index * (cuts.length + 1) + passed.length;
      }
    }
    return { children: [children[blocks ? blocks[index] : option === undefined ? 0 : +index.includes(option)]] };
  };
  /** Where a track stands: at a node that waits or at an end; at neither if the answers exclude each other. */
  const follow = ({ root: place }) => {
    while (place >= 0) {
      const step = next(place);
      if (step.wanted !== undefined) return step;
      [place] = step.children;
    }
    return { end: form.ends[-2 - place] };
  };
  /** All ends that can still be reached. */
  const ends = ({ root }) => {
    const places = new Set([root]);
    for (const place of places) if (place >= 0) for (const child of next(place).children) places.add(child);
    return [...places].filter((place) => place < -1).map((place) => form.ends[-2 - place]);
  };
  const refusal = (asked, answer) => {
    const [from, to] = limits(asked, today);
    const problem = typeof answer === 'string' ? answer : answer.length < asked.atLeast ? 'few' : answer < from || answer > to ? 'range' : '';
    if (problem) return { problem };
    return form.refusals.find((row) => {
      const reached = ends(row);
      return reached.length && reached.every((end) => end.refused);
    }) ?? (tracks.map(follow).some(({ wanted, end }) => wanted === undefined && !end) && { problem: 'closed' });
  };
  const because = (decision, outcome) => {
    const reason = form.reasons.find((each) => each.decision === decision && each.outcome === outcome);
    const sets = reason ? ends(reason).flatMap(({ rows }) => rows ? [rows] : []) : [];
    const any = ascending(sets.flat());
    const certain = any.filter((row) => sets.every((rows) => rows.includes(row)));
    return (certain.length ? certain : any).map((row) => [decision, row, outcome]);
  };
  const place = (state, more) => {
    const isAsked = (id) => path.some(({ question }) => questions[question].id === id);
    return { ...more, state, path, ignored: Object.keys(answers).filter((id) => !isAsked(id)) };
  };

  for (;;) {
    const steps = tracks.map(follow);
    const question = Math.min(...steps.map(({ wanted }) => wanted ?? Infinity));
    const asked = questions[question];
    if (!asked) {
      const outcomes = form.decisions.map(() => []);
      const values = {};
      steps.forEach(({ end }, track) => {
        if (end.outcome >= 0) outcomes[tracks[track].decision].push(end.outcome);
        for (const value of end.values ?? []) values[value] = value;
      });
      const reasons = outcomes.flatMap((list, decision) => {
        const { otherwise } = form.decisions[decision];
        if (!otherwise || list.length) return list.flatMap((outcome) => because(decision, outcome));
        // The `else` of a decision to which every fitting row adds: it counts when none fits.
        list.push(otherwise.outcome);
        return [[decision, otherwise.row, otherwise.outcome]];
      });
      return place('result', { outcomes, values: Object.values(values).sort(([a], [b]) => a - b), because: reasons });
    }
    if (!Object.hasOwn(answers, asked.id)) {
      const closed = steps.flatMap(({ wanted, blocks = [], children }) => asked.kind !== 'one' || wanted !== question ? []
        : [...blocks.keys()].filter((option) => children[blocks[option]] === -1));
      return place('question', { question, closed: ascending(closed) });
    }
    const answer = read(asked, answers[asked.id]);
    taken[question] = answer;
    path.push({ question, answer, text: typeof answer === 'string' ? answers[asked.id] : write(asked, answer) });
    const refused = refusal(asked, answer);
    if (refused) return place('refused', { ...refused, question });
  }
};

/** What stands in the fragment: the answers in the order of asking, and the version of the rules. */
export const encode = (form, path) =>
  path.map(({ question, text }) => `${form.questions[question].id}=${text}&`).join('') + (path.length ? `v=${form.version}` : '');

/** Reads a fragment; `isWhole` tells whether nothing in it is unknown. */
export const decode = (form, fragment) => {
  const parts = [...readState(fragment)];
  // The last one, because a question may be called `v` as well.
  const version = parts.at(-1)?.[0] === 'v' ? parts.pop()?.[1] : undefined;
  const known = parts.filter(([id, text]) => {
    const question = form.questions.find((each) => each.id === id);
    return question && typeof read(question, text) !== 'string';
  });
  return { answers: Object.fromEntries(known), version, isWhole: known.length === parts.length };
};
