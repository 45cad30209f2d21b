// @ts-check
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { isLong, sample } from './sample.js';
import { scripts } from './scripts.js';

const { changes } = await import(`${scripts}questionnaire-changes.js`);
const { decode, encode, read, write } = await import(`${scripts}questionnaire-answers.js`);
const { limits, shift } = await import(`${scripts}questionnaire-form.js`);
const { reasonsOf } = await import(`${scripts}questionnaire-reasons.js`);
const { unmetOf } = await import(`${scripts}questionnaire-unmet.js`);
const { walk } = await import(`${scripts}questionnaire-walk.js`);
await import(`${scripts}questionnaire-ranges.js`);

const folder = new URL('../Fixtures/walks/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const vectors = Object.fromEntries(files.map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]));
const dayOf = (text) => Date.parse(text) / 864e5;

/** A place in the words of the vectors: ids, and only what the vector says something about. */
const described = (form, place, today, keys) => {
  const question = (index) => form.questions[index].id;
  const all = {
    state: place.state, path: place.path.map((given) => question(given.question)), held: place.held.map((given) => question(given.question)), ignored: place.ignored, message: place.message,
    question: place.question === undefined ? undefined : question(place.question),
    closed: place.closed?.map((option) => form.questions[place.question].options[option].id),
    outcomes: place.outcomes?.map((list) => list.map((outcome) => form.outcomes[outcome].id)),
    because: place.state === 'result' ? reasonsOf(form, place, today).map(([decision, row]) => form.decisions[decision].rows[row].id) : undefined,
    values: place.values && Object.fromEntries(place.values.map(([fact, value]) => [form.facts[fact].id, form.facts[fact].values[value].id])),
    paragraphs: place.paragraphs,
  };
  return Object.fromEntries(keys.map((key) => [key, all[key]]));
};

/** What the nearest better outcomes demand, as the vectors have it. */
const unmetIn = (form, place, today) => place.state !== 'result' ? [] : unmetOf(form, place, today).map(({ decision, outcome, conditions, rows }) => ({
  decision: form.decisions[decision].id, outcome: form.outcomes[outcome]?.id ?? '',
  needs: Object.fromEntries(conditions.map(({ question, needed }) => {
    const asked = form.questions[question];
    return [asked.id, needed.map((other) => 'from' in other ? `${write(asked, other.from)} to ${write(asked, other.to)}`
      : `${other.isTicked === undefined ? '' : other.isTicked ? '-' : '+'}${other.option}`)];
  })),
  rows: rows.map((row) => form.decisions[decision].rows[row].id),
}));

for (const [name, { form, today, walks }] of Object.entries(vectors)) {
  test(`walks of ${name}`, () => {
    assert.ok(walks.length > 0);
    for (const { answers, unmet = [], ...wanted } of walks) {
      const place = walk(form, answers, dayOf(today));
      assert.deepEqual(unmetIn(form, place, dayOf(today)), unmet, JSON.stringify(answers));
      assert.deepEqual(described(form, place, dayOf(today), Object.keys(wanted)), wanted, JSON.stringify(answers));
      assert.deepEqual(place.paragraphs ?? [], wanted.paragraphs ?? [], JSON.stringify(answers));
    }
  });

  test(`the fragment of each place of ${name} leads there again`, () => {
    for (const { answers } of walks) {
      const place = walk(form, answers, dayOf(today));
      if (place.state === 'refused') continue;
      const kept = [...place.path, ...place.held.filter(({ answer }) => typeof answer !== 'string')];
      const { answers: again, version, isWhole } = decode(form, `#${encode(form, kept)}`);
      assert.ok(isWhole);
      assert.equal(version, kept.length ? form.version : undefined);
      assert.deepEqual({ ...walk(form, again, dayOf(today)), ignored: [] }, { ...place, ignored: [] });
    }
  });

  test(`each change of ${name} leads where it says, and none is left out`, () => {
    for (const { answers } of sample(walks, 40)) {
      const here = walk(form, answers, dayOf(today));
      const found = changes(form, answers, dayOf(today));
      if (here.state !== 'result') {
        assert.deepEqual(found, []);
        continue;
      }
      const same = (place) => place.state === 'result' && JSON.stringify([place.outcomes, place.values, place.paragraphs]) === JSON.stringify([here.outcomes, here.values, here.paragraphs]);
      for (const { question, text, leads } of found) {
        assert.ok(!same(leads));
        assert.deepEqual(walk(form, { ...answers, [form.questions[question].id]: text }, dayOf(today)), leads);
      }
      for (const { question, answer } of here.path) {
        const asked = form.questions[question];
        const own = found.filter((change) => change.question === question);
        for (const other of probes(asked, dayOf(today), own)) {
          const leads = walk(form, { ...answers, [asked.id]: write(asked, other) }, dayOf(today));
          // What the question does not take is refused where it is asked for, and until then it is not there.
          const isHeld = leads.held.some((each) => each.question === question);
          if (leads.state === 'refused' || isHeld && leads.state === 'question' || same(leads)) continue;
          const covering = own.filter((change) =>
            asked.options ? change.text === write(asked, other) : change.from <= other && other <= change.to);
          const isFar = asked.kind === 'any' && [...other, ...answer].filter((each) => !(other.includes(each) && answer.includes(each))).length > 1;
          assert.equal(covering.length, isFar ? 0 : 1, `${asked.id}: ${write(asked, other)}`);
          if (!isFar) assert.deepEqual([covering[0].leads.state, covering[0].leads.outcomes], [leads.state, leads.outcomes]);
        }
      }
    }
  });
}

/**
 * Answers of all sorts: all options, all ticks of few; of numbers and days both sides of where the changes found begin and
 * end, the ends of what is asked for, and some between.
 */
const probes = (question, today, found) => {
  const { kind, options } = question;
  if (kind === 'one') return [...options.keys()];
  if (kind === 'any') {
    return Array.from({ length: 2 ** Math.min(options.length, 6) }, (_, bits) => [...options.keys()].filter((option) => bits >> option & 1));
  }
  const [low, high] = limits(question, today);
  const spread = isLong ? 1200 : 12;
  const step = Math.max(1, Math.floor((high - low) / spread));
  const between = Array.from({ length: spread }, (_, number) => low + number * step);
  const near = kind === 'number' ? [] : Array.from({ length: isLong ? 500 : 4 }, (_, days) => today - days * (isLong ? 1 : 97));
  const edges = found.flatMap((change) => [change.from - 1, change.from, change.to, change.to + 1]);
  return [...new Set([low, high, ...edges, ...between, ...near])].filter((value) => low <= value && value <= high);
};

test('there are vectors', () => assert.ok(files.length >= 2));

test('a month that is too short gives its last day', () => {
  const after = (text, months) => new Date(shift(dayOf(text), months) * 864e5).toISOString().slice(0, 10);
  for (const [day, months, wanted] of [
    ['2024-01-31', 1, '2024-02-29'], ['2023-01-31', 1, '2023-02-28'], ['2024-02-29', 12, '2025-02-28'], ['2024-03-31', -1, '2024-02-29'],
    ['2026-11-21', 0, '2026-11-21'], ['2026-11-21', 2, '2027-01-21'], ['2026-01-15', -13, '2024-12-15'], ['2100-01-31', 1, '2100-02-28'],
    ['0099-12-31', 1, '0100-01-31'],
  ]) assert.equal(after(day, months), wanted);
});

test('answers are read to the digit', () => {
  const number = (decimals) => ({ kind: 'number', decimals });
  for (const [decimals, text, wanted] of [
    [0, '3', 3], [0, '3.0', 3], [0, '3.5', 'digits'], [1, '3.5', 35], [2, '3.5', 350], [2, '-0.05', -5], [2, '0.29', 29], [2, '1.15', 115],
    [0, '', 'number'], [0, '3.', 'number'], [0, '.5', 'number'], [0, '1e3', 'number'], [0, '1,000', 'number'], [0, '+3', 'number'], [0, '007', 7],
    [0, '٣', 'number'], [0, '1234567890123', 'range'], [3, '999999999999.999', 999999999999999],
  ]) assert.equal(read(number(decimals), text), wanted, text);
  for (const [decimals, value, wanted] of [[0, 7, '7'], [1, 35, '3.5'], [2, 350, '3.5'], [2, -5, '-0.05'], [2, 100, '1'], [0, 100, '100'], [2, 0, '0']]) {
    assert.equal(write(number(decimals), value), wanted);
  }
});

test('only days that exist are read', () => {
  const date = { kind: 'date' };
  for (const text of ['1970-01-01', '2024-02-29', '0001-01-01', '9999-12-31']) assert.equal(write(date, read(date, text)), text);
  for (const text of ['2023-02-29', '1969-12-32', '2026-13-01', '2026-00-10', '2026-1-1', '21.11.2026', '', 'today', '2026-11-21T00:00', '--']) {
    assert.equal(read(date, text), 'date', text);
  }
});

test('ticks are read in any order, and once', () => {
  const any = { kind: 'any', options: ['a', 'b', 'c'].map((id) => ({ id })) };
  assert.deepEqual(read(any, 'c,a,a'), [0, 2]);
  assert.deepEqual(read(any, 'none'), []);
  assert.equal(read(any, 'a,none'), 'any');
  assert.equal(read(any, 'a,d'), 'any');
  assert.equal(write(any, []), 'none');
  assert.equal(write(any, [0, 2]), 'a,c');
});

test('a fragment from elsewhere does no harm', () => {
  const form = { version: 'ab', questions: [{ id: 'v', kind: 'one', options: [{ id: 'x' }] }, { id: 'n', kind: 'number', decimals: 0 }] };
  const known = { answers: { v: 'x', n: '3' }, ticked: {}, version: 'ab', isWhole: true };
  assert.deepEqual(decode(form, '#v=x&n=3&v=ab'), known);
  assert.deepEqual(decode(form, '#main'), { answers: {}, ticked: {}, version: undefined, isWhole: true });
  assert.deepEqual(decode(form, '#v=x&n?=3&v=ab'), { answers: { v: 'x' }, ticked: { n: '3' }, version: 'ab', isWhole: true });
  assert.deepEqual(decode(form, '#n?=no'), { answers: {}, ticked: {}, version: undefined, isWhole: false });
  assert.deepEqual(decode(form, ''), { answers: {}, ticked: {}, version: undefined, isWhole: true });
  for (const fragment of ['#n=%zz&__proto__=x&v=1', '#=&==&n=<b>&v=', '#constructor=x&toString=1&v=0', '#n=3;v=x', `#n=${'9'.repeat(9999)}`]) {
    const { answers, isWhole } = decode(form, fragment);
    assert.deepEqual([answers, isWhole], [{}, false], fragment);
  }
});
