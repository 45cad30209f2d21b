// @ts-check
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { answersTo } from './answers.js';
import { sample } from './sample.js';
import { scripts } from './scripts.js';

const { read } = await import(`${scripts}questionnaire-answers.js`);
const { outlooksOf } = await import(`${scripts}questionnaire-outlook.js`);
const { walk } = await import(`${scripts}questionnaire-walk.js`);
await import(`${scripts}questionnaire-ranges.js`);

const folder = new URL('../Fixtures/walks/', import.meta.url);
const dayOf = (text) => Date.parse(text) / 864e5;
/** With more answers than these, trying all is too much for a test. */
const MOST = 250;

/** All results, by answering in every way; nothing if that takes too long. */
const results = (form, answers, today, budget) => {
  if (budget.walks++ > MOST) return undefined;
  const place = walk(form, answers, today);
  if (place.state === 'result') return [place.outcomes];
  if (place.state === 'refused') return [];
  const asked = form.questions[place.question];
  const all = answersTo(asked, today)?.map((answer) => results(form, { ...answers, [asked.id]: answer }, today, budget));
  return !all || all.includes(undefined) ? undefined : all.flat();
};

test('what is certain and what is open is what answering in every way comes to', () => {
  let checked = 0, certain = 0, out = 0;
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    const { form, today, walks } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    for (const { answers } of sample(walks, 25)) {
      const { state, path } = walk(form, answers, dayOf(today));
      if (state === 'refused') continue;
      const before = path.slice(0, checked % (path.length + 1));
      const given = Object.fromEntries(before.map(({ question, text }) => [form.questions[question].id, text]));
      const found = results(form, given, dayOf(today), { walks: 0 });
      if (!found?.length) continue;
      const taken = Object.fromEntries(before.map(({ question, text }) => [question, read(form.questions[question], text)]));
      outlooksOf(form, { ...taken, today: dayOf(today) }).forEach((outlook, decision) => {
        const lists = found.map((outcomes) => outcomes[decision]);
        const some = [...new Set(lists.flat())].sort((a, b) => a - b);
        const every = some.filter((outcome) => lists.every((list) => list.includes(outcome)));
        assert.deepEqual(outlook.certain, every, `${name} ${JSON.stringify(given)}`);
        assert.deepEqual(outlook.open, some.filter((outcome) => !every.includes(outcome)), `${name} ${JSON.stringify(given)}`);
        assert.ok(outlook.out.every((outcome) => !some.includes(outcome)));
        certain += every.length ? 1 : 0;
        out += outlook.out.length ? 1 : 0;
      });
      checked += 1;
    }
  }
  assert.ok(checked > 40 && certain > 10 && out > 10, `${checked} checked, ${certain} certain, ${out} ruled out`);
});
