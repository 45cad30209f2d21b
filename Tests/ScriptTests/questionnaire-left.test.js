// @ts-check
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { answersTo } from './answers.js';
import { sample } from './sample.js';
import { scripts } from './scripts.js';

const { read } = await import(`${scripts}questionnaire-answers.js`);
const { left } = await import(`${scripts}questionnaire-left.js`);
const { walk } = await import(`${scripts}questionnaire-walk.js`);
await import(`${scripts}questionnaire-ranges.js`);

const folder = new URL('../Fixtures/walks/', import.meta.url);
const dayOf = (text) => Date.parse(text) / 864e5;
/** With more answers than these, trying all is too much for a test. */
const MOST = 250;

/** The least and the greatest number of questions, by answering them in every way; nothing if that takes too long. */
const tried = (form, answers, today, budget) => {
  if (budget.walks++ > MOST) return undefined;
  const place = walk(form, answers, today);
  if (place.state === 'result') return [0, 0];
  if (place.state === 'refused') return [];
  const asked = form.questions[place.question];
  const all = answersTo(asked, today)?.map((answer) => tried(form, { ...answers, [asked.id]: answer }, today, budget));
  if (!all || all.includes(undefined)) return undefined;
  const found = all.flat();
  return found.length ? [1 + Math.min(...found), 1 + Math.max(...found)] : [];
};

test('as many questions are left as there are by answering them in every way', () => {
  let checked = 0, many = 0, loose = 0;
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    const { form, today, walks } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    for (const { answers } of sample(walks, 25)) {
      const { state, path } = walk(form, answers, dayOf(today));
      if (state === 'refused') continue;
      // Without answers that were given ahead, and at some point of the way.
      const before = path.slice(0, checked % (path.length + 1));
      const given = Object.fromEntries(before.map(({ question, text }) => [form.questions[question].id, text]));
      const wanted = tried(form, given, dayOf(today), { walks: 0 });
      if (!wanted?.length) continue;
      const taken = Object.fromEntries(before.map(({ question, text }) => [question, read(form.questions[question], text)]));
      const found = left(form, { ...taken, today: dayOf(today) });
      // What is calculated may be certain early, which is not counted exactly.
      if (form.variables.some((variable) => 'formula' in variable)) assert.ok(found[0] <= wanted[0] && found[1] >= wanted[1], `${name} ${JSON.stringify(given)}: ${found}, not ${wanted}`);
      else assert.deepEqual(found, wanted, `${name} ${JSON.stringify(given)}`);
      // With so few states counted, the bounds are worked out track by track: they hold, but are not exact.
      const [least, most] = left(form, { ...taken, today: dayOf(today) }, 2);
      assert.ok(least <= Math.max(1, wanted[0]) && most >= wanted[1], `${name} ${JSON.stringify(given)}: ${least} to ${most}, not ${wanted}`);
      loose += least < wanted[0] || most > wanted[1] ? 1 : 0;
      checked += 1;
      many += wanted[0] < wanted[1] ? 1 : 0;
    }
  }
  assert.ok(checked > 40 && many > 10 && loose > 0, `${checked} checked, ${many} ranges, ${loose} with bounds that are not exact`);
});
