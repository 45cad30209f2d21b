// @ts-check
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { sample } from './sample.js';
import { scripts } from './scripts.js';

const { walk } = await import(`${scripts}questionnaire-walk.js`);
await import(`${scripts}questionnaire-ranges.js`);

// A spread of the recorded runs of the flows; Tests/long/scripts follows every one. The forms stand with the walks, which questionnaire-walk.test.js follows.
const fixtures = new URL('../Fixtures/', import.meta.url);
const flows = readdirSync(new URL('flows/', fixtures), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

const runsOf = (name) => {
  const text = gunzipSync(readFileSync(new URL(`flows/${name}/${name}.runs.txt.gz`, fixtures))).toString();
  return text.split('\n').filter((line) => line && !line.startsWith('#'));
};

/** The ends that a run's last words and a walk's last place tell, as one text. Facts count where the texts name them. */
const expected = (words, isShown) => {
  const [first, ...more] = words.split(' ');
  return first === 'refused' ? words : [first.split(',').sort(), ...more.filter((fact) => isShown(fact.split('=')[0])).sort()].join(' ');
};
const found = (form, place) => {
  if (place.state !== 'result') return `${place.state} ${form.questions[place.question].id}`;
  const facts = place.values.map(([fact, value]) => `${form.facts[fact].id}=${form.facts[fact].values[value].id}`);
  return [place.outcomes[0].map((outcome) => form.outcomes[outcome].id).sort(), ...facts.sort()].join(' ');
};

for (const name of flows) {
  test(`recorded runs of ${name}`, () => {
    const { form, today } = JSON.parse(readFileSync(new URL(`walks/flow-${name}.json`, fixtures), 'utf8'));
    const runs = runsOf(name);
    assert.ok(runs.length > 0);
    // Ends tell which outcomes show which facts.
    const shown = (outcomes) => (fact) => form.ends.some(({ outcome, values = [] }) =>
      outcomes.includes(outcome) && values.some(([each]) => form.facts[each].id === fact));
    for (const run of sample(runs, 600)) {
      const [given, end] = run.split(' -> ');
      const answers = Object.fromEntries(given.split(' ').map((pair) => pair.split('=')));
      const place = walk(form, answers, Date.parse(today) / 864e5);
      assert.equal(place.path.map(({ question }) => form.questions[question].id).join(), Object.keys(answers).join(), run);
      assert.equal(found(form, place), expected(end, shown(place.outcomes?.[0] ?? [])), run);
    }
  });
}

test('there are six flows', () => assert.equal(flows.length, 6));
