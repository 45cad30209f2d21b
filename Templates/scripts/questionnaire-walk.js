// @ts-check
/**
 * Follows answers through the compiled form of a questionnaire, and decides nothing itself; the Swift twin is
 * Sources/Decision/Walking. Days are counted from 1970-01-01, numbers in units of their last digit: no fractions anywhere.
 */
import { readState } from './main.js';
import { ascending, questionsOf, rootsOf, stepsOf } from './questionnaire-rest.js';

/** @typedef {any} Form  a document `waymark-questionnaire/2` */
/** @typedef {Record<string, string>} Answers  by the id of the question, as `read` takes them */
/** @typedef {{ question: number, answer: any, text: string }} Given  an index, the indices of what is ticked, units, a day */
/**
 * Where answers lead. Refused: `message` is the author's, else `problem` names what is wrong. `because` has decision, row
 * and outcome; `held` are answers that count once they are asked for, `ignored` names questions that are not asked.
 * @typedef {{ state: 'question' | 'refused' | 'result', path: Given[], held: Given[], ignored: string[], question: number,
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

/** Reads answers in units of that question of a variable which has the most digits. */
export const scale = ({ questions }, variable, answers) => {
  const digits = (question) => questions[question]?.decimals ?? 0;
  const most = Math.max(...questionsOf(variable).map(digits));
  return (question) => answers[question] * 10 ** (most - digits(question));
};
/** Into which block of each variable some answers fall, by the number of the variable; undefined while one is missing. */
export const blocksOf = (form, answers) => {
  const known = [];
  const find = (variable) => {
    const { question, option, chains, blocks } = variable;
    if (questionsOf(variable).some((each) => answers[each] === undefined)) return undefined;
    let index = answers[question];
    if (chains) {
      const value = scale(form, variable, answers);
      index = 0;
      for (const { of, from, cuts } of chains) {
        const passed = cuts.filter((cut) => threshold(cut, value(from) || 0) <= value(of));
        index = index * (cuts.length + 1) + passed.length;
      }
    }
    return blocks ? blocks[index] : option === undefined ? 0 : +index.includes(option);
  };
  return (number) => number in known ? known[number] : known[number] = find(form.variables[number]);
};

/** All nodes and ends that can still be reached, as references. */
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

/** The ends of a function that can still be reached beside what is possible; both are tested in the order of the questions. */
const endsBeside = ({ nodes, ends }, pair, block) => {
  const pairs = new Map([[`${pair}`, pair]]);
  for (const [, places] of pairs) {
    if (places.includes(-1)) continue;
    const variables = places.map((place) => place < 0 ? Infinity : nodes[place][0]);
    const variable = Math.min(...variables);
    if (variable === Infinity) continue;
    const known = block(variable);
    const children = places.map((place, index) => variables[index] === variable ? nodes[place].slice(1) : undefined);
    const count = (children[0] ?? children[1]).length;
    for (let each = 0; each < count; each++) {
      if (known !== undefined && known !== each) continue;
      const next = places.map((place, index) => children[index]?.[each] ?? place);
      pairs.set(`${next}`, next);
    }
  }
  const whole = [...pairs.values()].filter((places) => places.every((place) => place < -1));
  return whole.map(([place]) => ends[-2 - place]);
};

/** @returns {Place} */
export const walk = (form, answers, today) => {
  const { questions, variables, tracks } = form;
  const path = [];
  // By the number of the question; `today` stands where chains look for it.
  let taken = { today };
  const all = questions.map((asked) => Object.hasOwn(answers, asked.id) ? read(asked, answers[asked.id]) : undefined);
  const problemOf = ({ atLeast, ...asked }, answer) => {
    const [from, to] = limits(asked, today);
    return typeof answer === 'string' ? answer : answer.length < atLeast ? 'few' : answer < from || answer > to ? 'range' : '';
  };
  /** What can be put in: an answer that no question takes is refused when it is asked for. */
  const given = { today };
  all.forEach((answer, question) => {
    if (answer !== undefined && !problemOf(questions[question], answer)) given[question] = answer;
  });
  const ends = (root, from) => reached(form, [root], blocksOf(form, from)).filter((place) => place < -1).map((place) => form.ends[-2 - place]);
  const isAccepted = (from) => ends(form.possible, from).some((end) => !end.refused);
  const refusal = (question) => {
    const problem = problemOf(questions[question], taken[question]);
    if (problem) return { problem };
    return !isAccepted(taken) && (form.refusals.find(({ root }) => {
      const rows = endsBeside(form, [root, form.possible], blocksOf(form, taken));
      return rows.length && rows.every((end) => end.refused);
    }) ?? { problem: 'closed' });
  };
  const because = (decision, outcome) => {
    const reasons = form.reasons.filter((each) => each.decision === decision && each.outcome === outcome);
    const sets = reasons.map(({ root }) => ends(root, taken).map(({ rows = [] }) => rows));
    const any = ascending(sets.flat(2));
    const certain = any.filter((row) => sets.some((each) => each.length && each.every((rows) => rows.includes(row))));
    return (certain.length ? certain : any).map((row) => [decision, row, outcome]);
  };
  const givenTo = (question) => {
    const answer = all[question];
    const { id } = questions[question];
    return { question, answer, text: typeof answer === 'string' ? answers[id] : write(questions[question], answer) };
  };
  const place = (state, more) => {
    const others = [...questions.keys()].filter((question) => all[question] !== undefined && !path.some((each) => each.question === question));
    const block = blocksOf(form, given);
    const nodes = state === 'question' ? reached(form, rootsOf(form), block).filter((each) => each >= 0) : [];
    const asked = new Set(nodes.flatMap((each) => questionsOf(variables[form.nodes[each][0]])));
    const isHeld = (question) => state === 'refused' || asked.has(question);
    const ignored = others.filter((question) => !isHeld(question)).map((question) => questions[question].id);
    return { ...more, state, path, held: others.filter(isHeld).map(givenTo), ignored };
  };
  /** Options that lead only to what is impossible, beside what is answered. */
  const closed = (question) => {
    const { blocks = [] } = variables.find((each) => each.question === question && each.blocks && !each.chains) ?? {};
    const isOpen = blocks.map((block, option) => blocks.indexOf(block) === option && ends(form.possible, { ...given, [question]: option }).length > 0);
    return [...blocks.keys()].filter((option) => !isOpen[blocks.indexOf(blocks[option])]);
  };
  const take = (question) => {
    taken = { ...taken, [question]: all[question] };
    return refusal(question);
  };

  // Answers that are not accepted together are not put in; they stop where they are asked for, or where none can follow.
  const isStopped = !isAccepted(given);
  let steps = stepsOf(form, given, blocksOf);
  for (;;) {
    if (isStopped) steps = stepsOf(form, taken, blocksOf);
    const places = steps(taken);
    let question = Math.min(...places.map(({ wanted }) => wanted ?? Infinity));
    let isAsked = all[question] !== undefined;
    if (isStopped && !isAsked) question = [...questions.keys()].find((each) => given[each] !== undefined && taken[each] === undefined) ?? question;
    if (!questions[question]) {
      const outcomes = form.decisions.map(() => []);
      const values = {};
      places.slice(1).forEach(({ end = {} }, track) => {
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
    if (all[question] === undefined) return place('question', { question, closed: closed(question) });
    const refused = take(question);
    if (isAsked || refused) path.push(givenTo(question));
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
