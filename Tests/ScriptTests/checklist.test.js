// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv, LIMITS, parse, plainText, progress, serialised } from '../../Templates/scripts/checklist.js';

const ITEMS = [{ id: 'a', text: 'First?' }, { id: 'b', text: 'Second, "quoted"?' }, { id: 'c', text: 'Third?' }];
const IDS = ITEMS.map(({ id }) => id);
const WORDS = { yes: 'Yes', open: 'Open', summary: '{name}: {count} of {all}', item: 'Question', note: 'Note on {name}' };
const supplier = { name: 'Supplier A', ticks: new Set(['a', 'c']), notes: new Map([['b', 'Asked\non Monday']]) };

test('what is kept is read again', () => assert.deepEqual(parse(serialised([supplier]), IDS), [supplier]));

for (const source of [null, '', 'null', '[]', '7', '"text"', '{', '{"version":1}', '{"version":1,"suppliers":[]}',
  '{"version":2,"suppliers":[{"name":"A"}]}', '{"version":1,"suppliers":{"length":9}}', 'x'.repeat(LIMITS.file + 1)]) {
  test(`refused: ${String(source).slice(0, 50)}`, () => assert.equal(parse(source, IDS), undefined));
}

test('garbage within is left out', () => {
  const source = `{"version":1,"suppliers":[null,7,{"name":{"toString":1},"ticks":"abc","notes":[1]},
    {"name":"<img src=x onerror=alert(1)>","ticks":["c","unknown","__proto__",null],"notes":{"__proto__":{"x":1},"a":7,"b":"kept","unknown":"x"}}]}`;
  const read = parse(source, IDS);
  assert.deepEqual(read?.map(({ name, ticks, notes }) => [name, [...ticks], [...notes]]), [
    ['', [], []], ['', [], []], ['', [], []], ['<img src=x onerror=alert(1)>', ['c'], [['b', 'kept']]]]);
  assert.equal(/** @type {any} */ ({}).x, undefined);
});

test('limits', () => {
  const long = { name: 'n'.repeat(500), ticks: [], notes: { a: 'x'.repeat(9000) } };
  const read = parse(JSON.stringify({ version: 1, suppliers: Array(50).fill(long) }), IDS);
  assert.equal(read?.length, LIMITS.suppliers);
  assert.equal(read?.[0].name.length, LIMITS.name);
  assert.equal(read?.[0].notes.get('a')?.length, LIMITS.note);
});

test('progress counts and names what is open', () => assert.deepEqual(progress(supplier, ITEMS), { count: 2, all: 3, open: [2] }));

test('text', () => assert.equal(plainText('Title', ITEMS, [supplier], WORDS), `Title
Supplier A: 2 of 3

1. First?
   Supplier A: Yes
2. Second, "quoted"?
   Supplier A: Open – Asked on Monday
3. Third?
   Supplier A: Yes`));

test('csv', () => assert.equal(csv(ITEMS, [supplier], WORDS),
  '"Question","Supplier A","Note on Supplier A"\r\n"First?","Yes",""\r\n"Second, ""quoted""?","Open","Asked\non Monday"\r\n"Third?","Yes",""\r\n'));

for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '|calc', '%1']) {
  test(`csv: ${JSON.stringify(formula)} is no formula`, () => {
    const text = csv(ITEMS.slice(0, 1), [{ name: formula, ticks: new Set(), notes: new Map([['a', formula]]) }], WORDS);
    assert.equal(text, `"Question","'${formula}","Note on ${formula}"\r\n"First?","Open","'${formula}"\r\n`);
  });
}
