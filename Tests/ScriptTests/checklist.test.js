// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counts, LIMITS, parse, serialised } from '../../Templates/scripts/checklist-answers.js';
import { csv, plainText } from '../../Templates/scripts/checklist-texts.js';

const ITEMS = [{ id: 'a', text: 'First?' }, { id: 'b', text: 'Second, "quoted"?' }, { id: 'c', text: 'Third?' }, { id: 'd', text: 'Fourth?' }];
const IDS = ITEMS.map(({ id }) => id);
const WORDS = { yes: 'Yes', partly: 'Partly', no: 'No', open: 'Not asked', summary: '{name}: {yes}, {partly}, {no}, {open}', item: 'Question', note: 'Note on {name}' };
/** @type {import('../../Templates/scripts/checklist-answers.js').Supplier} */
const supplier = { name: 'Supplier A', answers: new Map([['a', 'yes'], ['c', 'no'], ['d', 'partly']]), notes: new Map([['b', 'Asked\non Monday']]) };

test('what is kept is read again', () => assert.deepEqual(parse(serialised([supplier]), IDS), [supplier]));

test('ticks that an older version kept are a yes, and its notes are read on', () => assert.deepEqual(
  parse('{"version":1,"suppliers":[{"name":"Supplier A","ticks":["c","a","gone"],"notes":{"b":"kept"},"answers":{"b":"no"}}]}', IDS),
  [{ name: 'Supplier A', answers: new Map([['a', 'yes'], ['c', 'yes']]), notes: new Map([['b', 'kept']]) }]));

for (const source of [null, '', 'null', '[]', '7', '"text"', '{', '{"version":1}', '{"version":1,"suppliers":[]}',
  '{"version":3,"suppliers":[{"name":"A"}]}', '{"suppliers":[{"name":"A"}]}', '{"version":1,"suppliers":{"length":9}}', 'x'.repeat(LIMITS.file + 1)]) {
  test(`refused: ${String(source).slice(0, 50)}`, () => assert.equal(parse(source, IDS), undefined));
}

test('garbage within is left out', () => {
  const source = `{"version":2,"suppliers":[null,7,{"name":{"toString":1},"answers":"abc","notes":[1]},
    {"name":"<img src=x onerror=alert(1)>","answers":{"c":"no","a":"maybe","b":["yes"],"d":"constructor","unknown":"yes","__proto__":"yes"},
     "notes":{"__proto__":{"x":1},"a":7,"b":"kept","unknown":"x"}}]}`;
  const read = parse(source, IDS);
  assert.deepEqual(read?.map(({ name, answers, notes }) => [name, [...answers], [...notes]]), [
    ['', [], []], ['', [], []], ['', [], []], ['<img src=x onerror=alert(1)>', [['c', 'no']], [['b', 'kept']]]]);
  assert.equal(/** @type {any} */ ({}).x, undefined);
});

test('limits', () => {
  const long = { name: 'n'.repeat(500), answers: {}, notes: { a: 'x'.repeat(9000) } };
  const read = parse(JSON.stringify({ version: 2, suppliers: Array(50).fill(long) }), IDS);
  assert.equal(read?.length, LIMITS.suppliers);
  assert.equal(read?.[0].name.length, LIMITS.name);
  assert.equal(read?.[0].notes.get('a')?.length, LIMITS.note);
});

test('a no counts, and is not the same as not asked', () =>
  assert.deepEqual(counts(supplier, ITEMS), { yes: 1, partly: 1, no: 1, open: 1, numbers: [2] }));

test('text', () => assert.equal(plainText('Title', ITEMS, [supplier], WORDS), `Title
Supplier A: 1, 1, 1, 1

1. First?
   Supplier A: Yes
2. Second, "quoted"?
   Supplier A: Not asked – Asked on Monday
3. Third?
   Supplier A: No
4. Fourth?
   Supplier A: Partly`));

test('csv', () => assert.equal(csv(ITEMS, [supplier], WORDS),
  '"Question","Supplier A","Note on Supplier A"\r\n"First?","Yes",""\r\n"Second, ""quoted""?","Not asked","Asked\non Monday"\r\n"Third?","No",""\r\n"Fourth?","Partly",""\r\n'));

for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '|calc', '%1']) {
  test(`csv: ${JSON.stringify(formula)} is no formula`, () => {
    const text = csv(ITEMS.slice(0, 1), [{ name: formula, answers: new Map(), notes: new Map([['a', formula]]) }], WORDS);
    assert.equal(text, `"Question","'${formula}","Note on ${formula}"\r\n"First?","Not asked","'${formula}"\r\n`);
  });
}
