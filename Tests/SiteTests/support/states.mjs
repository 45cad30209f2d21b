// Prints for the compiled questionnaire given as a file the states that a reader sees, each once: [{fragment, question}], the
// question's id, or nothing for a result. States are told apart by what is left to decide, as the pages without script are.
import { readFileSync } from 'node:fs';
import { encode, write } from '../../../Templates/scripts/questionnaire-answers.js';
import { limits, questionsOf, scale, threshold } from '../../../Templates/scripts/questionnaire-form.js';
import { rootsOf } from '../../../Templates/scripts/questionnaire-rest.js';
import { walk } from '../../../Templates/scripts/questionnaire-walk.js';

const form = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const now = new Date();
const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 864e5;

/** Where the walks stand: what is left to decide, and to refuse. */
const rest = (taken) => rootsOf(form).map((root) => {
  let place = root;
  while (place >= 0) {
    const [number, ...children] = form.nodes[place];
    const variable = form.variables[number];
    if (questionsOf(variable).some((each) => taken[each] === undefined)) break;
    let index = taken[variable.question];
    if (variable.chains) {
      const value = scale(form, variable, taken);
      index = 0;
      for (const { of, from, cuts } of variable.chains) {
        index = index * (cuts.length + 1) + cuts.filter((cut) => threshold(cut, value(from) || 0) <= value(of)).length;
      }
    }
    const { blocks, option } = variable;
    place = children[blocks ? blocks[index] : option === undefined ? 0 : +index.includes(option)];
  }
  return place;
});

/** Answers that differ in something: all options; all sets of ticks where these are few; both sides of every cut. */
const candidates = (index, closed, taken) => {
  const question = form.questions[index];
  const { kind, options } = question;
  if (kind === 'one') return [...options.keys()].filter((option) => !closed.includes(option));
  if (kind === 'any') {
    const all = [...options.keys()];
    if (all.length < 11) return [...Array(2 ** all.length).keys()].map((set) => all.filter((option) => set >> option & 1));
    return [[], all, ...all.map((option) => [option]), ...all.map((option) => all.filter((each) => each !== option))];
  }
  const [from, to] = limits(question, today);
  const cuts = form.variables.filter((variable) => variable.chains && questionsOf(variable).includes(index)).flatMap((variable) => {
    const value = scale(form, variable, taken);
    const unit = scale(form, variable, { [index]: 1 })(index);
    return variable.chains.flatMap(({ of, from: base, cuts: all }) => all.flatMap((cut) => {
      if (of === index && base === undefined) return [threshold(cut, 0)];
      const other = of === index ? base : of;
      if (taken[other] === undefined) return [];
      const shift = of === index ? cut : cut.length ? [-cut[0], -cut[1]] : -cut;
      return [-2, -1, 0, 1, 2].map((more) => Math.ceil((threshold(shift, value(other)) + more) / unit));
    }));
  });
  return [...new Set([from, to, ...cuts.flatMap((cut) => [cut - 1, cut])])].filter((value) => from <= value && value <= to);
};

const seen = new Set();
const shown = new Map();
const open = [{}];
while (open.length) {
  const answers = open.pop();
  const place = walk(form, answers, today);
  if (place.state === 'refused') continue;
  const taken = { today, ...Object.fromEntries(place.path.map(({ question, answer }) => [question, answer])) };
  const left = JSON.stringify([rest(taken), place.question]);
  if (seen.has(left)) continue;
  seen.add(left);
  const key = JSON.stringify(place.state === 'question' ? [place.question, place.closed] : [place.outcomes, place.values]);
  if (!shown.has(key)) shown.set(key, { fragment: `#${encode(form, place.path)}`, question: form.questions[place.question]?.id });
  if (place.state === 'result') continue;
  const asked = form.questions[place.question];
  for (const answer of candidates(place.question, place.closed, taken)) open.push({ ...answers, [asked.id]: write(asked, answer) });
}
console.log(JSON.stringify([...shown.values()]));
