// Prints for each compiled questionnaire given as a file a way to each outcome, one past each question, and one to each refusal:
// {NAME: {outcomes: [{outcome, title, titles, answers: [{id, kind, text, label}]}], asked: the same, refusals: [{message, answers}]}}.
// Answers are tried at random, but the same each time.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { read, write } from '../../../Templates/scripts/questionnaire-answers.js';
import { limits } from '../../../Templates/scripts/questionnaire-form.js';
import { walk } from '../../../Templates/scripts/questionnaire-walk.js';

const now = new Date();
const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 864e5;
let seed = 1;
const random = (count) => { seed = (seed * 48271) % 2147483647; return seed % count; };

/** Answers worth trying: all options; ticks of any number; numbers and days around what they are compared with. */
const candidates = (form, index, closed) => {
  const question = form.questions[index];
  const { kind, options } = question;
  if (kind === 'one') return [...options.keys()].filter((option) => !closed.includes(option));
  if (kind === 'any') {
    const ticks = [[], [...options.keys()], ...[...options.keys()].map((option) => [option])];
    for (let count = 0; count < 8; count += 1) ticks.push([...options.keys()].filter(() => random(2)));
    return ticks;
  }
  const [from, to] = limits(question, today);
  const cuts = form.variables.filter((variable) => variable.chains && (variable.questions ?? [variable.question]).includes(index))
    .flatMap(({ chains }) => chains.flatMap(({ from: base, cuts: all }) => all.map((cut) =>
      (base === undefined ? 0 : today) + (cut.length ? Math.round(cut[0] * 30.44) + cut[1] : cut))));
  return [from, to, ...cuts.flatMap((cut) => [cut - 40, cut - 1, cut, cut + 1, cut + 40])].filter((value) => from <= value && value <= to);
};

const plans = (form) => {
  const found = new Map();
  const asked = new Map();
  const refusals = new Map();
  const places = new Map();
  /** Most rounds pass through places that were met before. */
  const placeOf = (answers) => {
    const key = JSON.stringify(answers);
    if (!places.has(key)) places.set(key, walk(form, answers, today));
    return places.get(key);
  };
  const answersOf = (path) => path.map(({ question, text }) => {
    const { id, kind, ask, options, search } = form.questions[question];
    return { id, kind, ask, text, search: Boolean(search), label: kind === 'one' ? options[read(form.questions[question], text)].label : text };
  });
  for (let round = 0; round < 30000; round += 1) {
    const answers = {};
    let place = placeOf(answers);
    while (place.state === 'question') {
      const { id } = form.questions[place.question];
      const choices = candidates(form, place.question, place.closed);
      answers[id] = write(form.questions[place.question], choices[random(choices.length)]);
      place = placeOf(answers);
    }
    if (place.state === 'refused') {
      const { message = place.problem, path } = place;
      if (!refusals.has(message)) refusals.set(message, { message, answers: answersOf(path) });
      continue;
    }
    const isShorter = (kept) => !kept || kept.answers.length > place.path.length;
    const plan = (outcome) => ({
      outcome: form.outcomes[outcome].id, title: form.outcomes[outcome].title,
      titles: place.outcomes.flat().map((each) => form.outcomes[each].title),
      answers: answersOf(place.path),
    });
    for (const outcome of place.outcomes.flat()) if (isShorter(found.get(outcome))) found.set(outcome, plan(outcome));
    for (const { question } of place.path) if (isShorter(asked.get(question))) asked.set(question, plan(place.outcomes.flat()[0]));
    if (round > 3000 && found.size === form.outcomes.length && asked.size === form.questions.length && form.refusals.every(({ message }) => refusals.has(message))) break;
  }
  return { outcomes: [...found].sort(([a], [b]) => a - b).map(([, plan]) => plan), asked: [...asked.values()], refusals: [...refusals.values()] };
};

console.log(JSON.stringify(Object.fromEntries(process.argv.slice(2).map((path) =>
  [basename(path, '.json'), plans(JSON.parse(readFileSync(path, 'utf8')))]))));
