// @ts-check
/** Products: filtered as one types, by category and by attributes. */
import { copyOf, define, fill, readState, say, writeState } from './main.js';

/**
 * What a product is found by.
 * @typedef {{ words: string, name: string, ranges: [number, number][] }} Key
 * `words` and `name` are lower-case pieces between spaces, ` cisco asr 920 `; `ranges` are numbers written `SRX300–345`.
 */

/**
 * A text in pieces: letters and digits apart, without marks and accents. `WS-C3850` is `ws`, `c`, `3850`.
 * @param {string} text
 * @returns {string[]}
 */
export const pieces = (text) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];

/**
 * @param {string} name
 * @param {string} others  other names, category, values
 * @returns {Key}
 */
export const keyOf = (name, others) => ({
  words: ` ${pieces(`${name} ${others}`).join(' ')} `,
  name: ` ${pieces(name).join(' ')} `,
  ranges: [...`${name} ${others}`.matchAll(/(\d{2,6})\s?[-–—]\s?[A-Za-z]*(\d{2,6})(?!\d)/g)]
    .map(([, from, to]) => /** @type {[number, number]} */ ([Number(from), Number(to)]))
    .filter(([from, to]) => String(from).length === String(to).length && from < to),
});

/** @param {string} piece */
const isNumber = (piece) => /^\p{N}/u.test(piece);

/**
 * Whether every piece of the question is there. Letters may be the start of a word (`cat`); so may the last number,
 * which is still being typed.
 * @param {Key} key
 * @param {string[]} question
 */
export const matches = (key, question) =>
  question.every((piece, index) =>
    key.words.includes(isNumber(piece) && index < question.length - 1 ? ` ${piece} ` : ` ${piece}`) ||
    isNumber(piece) && key.ranges.some(([from, to]) => from <= Number(piece) && Number(piece) <= to));

/**
 * What a question asks for when nothing has all of its pieces: the number of the model, and the letters before it.
 * @param {string[]} question
 */
const modelOf = (question) => {
  const at = question.findIndex((piece) => isNumber(piece) && piece.length > 2);
  return at < 0 ? undefined : { number: question[at], letters: question.slice(0, at).filter((piece) => !isNumber(piece)) };
};

/**
 * The products nearest to a question that matches none: those with the number of its model (`C9300-48UXM`: 9300), else
 * those named like its series (`srx 345`: SRX 340, then 300, then 3000 …). Readers must be told that this is a guess.
 * @param {Key[]} keys
 * @param {string[]} question
 * @returns {Set<Key>}
 */
export const nearest = (keys, question) => {
  const model = modelOf(question);
  if (!model) return new Set();
  const { number, letters } = model;
  const sameLetters = keys.filter((key) => letters.every((piece) => key.words.includes(` ${piece}`)));
  // A number alone says enough only when it is the whole number; letters may be mistyped.
  for (const [among, zeros] of /** @type {[Key[], number][]} */ ([[sameLetters, 0], [keys, 0], [sameLetters, 1], [sameLetters, 2], [sameLetters, 3]])) {
    if (zeros >= number.length) break;
    const wanted = ` ${number.slice(0, number.length - zeros)}${'0'.repeat(zeros)} `;
    const found = among.filter((key) => (zeros ? key.name : key.words).includes(wanted));
    if (found.length) return new Set(found);
  }
  return new Set();
};

/**
 * A name for the fragment made of a label, for tables that give none.
 * @param {string} label
 */
export const slug = (label) => pieces(label).join('-');

/** @typedef {{ row: HTMLElement, key: Key, values: string[] }} Product */

/**
 * The columns that one can choose by: all but the name, each with its values in the order of the table.
 * @param {HTMLElement} element
 */
const choicesOf = (element) => {
  const heads = [...element.querySelectorAll('table:first-of-type thead th')].slice(1);
  return heads.map((head, index) => {
    /** @type {Map<string, string>} */
    const values = new Map();
    for (const cell of element.querySelectorAll(`tbody td:nth-child(${index + 2})`)) {
      values.set(valueOf(cell), cell.textContent ?? '');
    }
    const label = head.textContent ?? '';
    return { name: /** @type {HTMLElement} */ (head).dataset.attribute ?? slug(label), label, values, column: index };
  }).filter(({ values }) => values.size > 1);
};

/** @param {Element} cell */
const valueOf = (cell) => /** @type {HTMLElement} */ (cell).dataset.value ?? slug(cell.textContent ?? '');

define('products', (element) => {
  const choices = choicesOf(element);
  /** @type {Product[]} */
  const products = [...element.querySelectorAll('tbody tr')].map((row) => {
    const [head, ...cells] = /** @type {HTMLElement[]} */ ([...row.children]);
    const name = head.firstChild?.textContent ?? '';
    const others = [head.querySelector('.also'), ...cells].map((part) => part?.textContent).join(' ');
    return {
      row: /** @type {HTMLElement} */ (row), key: keyOf(name, others),
      values: choices.map(({ column }) => valueOf(cells[column])),
    };
  });
  const groups = [...element.querySelectorAll('table')].map((table) => ({
    table, count: table.querySelector('.count'), rows: new Set(table.querySelectorAll('tbody tr')),
  }));
  const keys = products.map(({ key }) => key);
  const status = /** @type {HTMLElement} */ (element.querySelector('[role="status"]'));
  const nothing = /** @type {HTMLElement} */ (element.querySelector('.no-match'));
  const words = element.dataset;

  const form = /** @type {HTMLFormElement} */ (copyOf(element).querySelector('form'));
  const field = /** @type {HTMLInputElement} */ (form.querySelector('input'));
  const model = /** @type {HTMLElement} */ (form.querySelector('[data-choice]'));
  const selects = choices.map(({ name, label, values }) => {
    const choice = /** @type {HTMLElement} */ (model.cloneNode(true));
    const select = /** @type {HTMLSelectElement} */ (choice.querySelector('select'));
    select.name = name;
    /** @type {HTMLElement} */ (choice.querySelector('span')).textContent = label;
    for (const [value, text] of values) select.add(new Option(text, value));
    model.before(choice);
    return select;
  });
  model.remove();
  const reset = /** @type {HTMLElement} */ (form.querySelector('[type="reset"]'));

  const show = () => {
    const question = pieces(field.value);
    const isFiltered = question.length > 0 || selects.some(({ value }) => value);
    const chosen = products.filter(({ values }) => selects.every(({ value }, index) => !value || value === values[index]));
    let shown = new Set(chosen.filter(({ key }) => matches(key, question)));
    const isGuess = shown.size === 0;
    if (isGuess) {
      const near = nearest(keys, question);
      shown = new Set(chosen.filter(({ key }) => near.has(key)));
    }
    for (const product of products) {
      const isHidden = !shown.has(product);
      if (product.row.hidden !== isHidden) product.row.hidden = isHidden;
    }
    const shownRows = new Set([...shown].map(({ row }) => row));
    for (const { table, count, rows } of groups) {
      const number = [...rows].filter((row) => shownRows.has(/** @type {HTMLElement} */ (row))).length;
      table.hidden = number === 0;
      const text = fill(number === 1 ? words.countOne : words.countMany, { count: number });
      if (count && count.textContent !== text) count.textContent = text;
    }
    // What to do next is said beside a guess too, which may not be what was looked for.
    nothing.hidden = !isGuess;
    reset.hidden = !isFiltered;
    const text = shown.size === 0 ? words.none : isGuess ? words.guess : words.some;
    say(status, isFiltered ? fill(text, { count: shown.size, all: products.length, text: field.value.trim() }) : '');
  };
  const read = () => {
    const state = readState(location.hash);
    field.value = state.get('q') ?? '';
    for (const select of selects) {
      select.value = state.get(select.name) ?? '';
      if (select.selectedIndex < 0) select.value = '';
    }
    show();
  };
  let isNewQuestion = true;
  const write = () => {
    writeState(Object.fromEntries([['q', field.value.trim()], ...selects.map(({ name, value }) => [name, value])]), isNewQuestion);
    isNewQuestion = false;
  };
  let timer = 0;
  form.addEventListener('input', ({ target }) => {
    requestAnimationFrame(show);
    clearTimeout(timer);
    if (target !== field) isNewQuestion = true;
    timer = setTimeout(write, target === field ? 400 : 0);
  });
  field.addEventListener('focus', () => { isNewQuestion = true; });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => {
    isNewQuestion = true;
    write();
    show();
    field.focus();
  }));
  addEventListener('hashchange', read);

  status.before(form);
  read();
  // Who comes for one product (`#catalyst-9300`) is shown it, whatever was filtered.
  element.querySelector(':target')?.scrollIntoView();
});
