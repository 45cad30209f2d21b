// @ts-check
/** Products: filtered as one types, by category and by attributes. */
import { copyOf, define, fill, readState, say, writeState } from './main.js';

/** @typedef {import('./codes.js').Key} Key */

/**
 * A name for the fragment made of a label, for tables that give none.
 * @param {string} label
 */
export const slug = (label) =>
  (label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []).join('-');

/** @typedef {{ row: HTMLElement, name: string, also: string[], others: string, values: string[] }} Product */

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
    return {
      row: /** @type {HTMLElement} */ (row), name: name.trim(), also: (head.querySelector('.also')?.textContent ?? '').split(', '),
      others: cells.map((cell) => cell.textContent).join(' '), values: choices.map(({ column }) => valueOf(cells[column])),
    };
  });
  const groups = [...element.querySelectorAll('table')].map((table) => ({
    table, count: table.querySelector('.count'), rows: new Set(table.querySelectorAll('tbody tr')),
  }));
  /** The matcher comes with the first text that is typed. @type {Promise<(text: string) => import('./codes.js').Match> | undefined} */
  let matcher;
  const find = async (/** @type {string} */ text) => {
    matcher ??= import('./codes.js').then(({ keyOf, match }) => {
      const keys = products.map(({ name, also, others }) => keyOf(name, also, others));
      return (text) => match(keys, text);
    });
    return (await matcher)(text);
  };
  let turn = 0;
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

  const show = async () => {
    const mine = ++turn;
    const text = field.value.trim();
    const { verdict, places } = text ? await find(text) : { verdict: 'all', places: [...products.keys()] };
    // A later key has its own answer.
    if (mine !== turn) return;
    const isFiltered = text !== '' || selects.some(({ value }) => value);
    const shown = new Set(places.map((place) => products[place])
      .filter(({ values }) => selects.every(({ value }, index) => !value || value === values[index])));
    const isGuess = !['all', 'found'].includes(verdict);
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
    nothing.hidden = shown.size > 0 && !isGuess;
    reset.hidden = !isFiltered;
    const [first] = shown;
    const said = !first ? words.none : !isGuess ? words.some : verdict === 'near' ? words.near : shown.size > 1 ? words.guesses : words.guess;
    say(status, isFiltered ? fill(said, { count: shown.size, all: products.length, text, name: first?.name }) : '');
  };
  const read = () => {
    const state = readState(location.hash);
    field.value = state.get('q') ?? '';
    for (const select of selects) {
      select.value = state.get(select.name) ?? '';
      if (select.selectedIndex < 0) select.value = '';
    }
    return show();
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
  // Who comes for one product (`#catalyst-9300`) is shown it, whatever was filtered.
  read().then(() => element.querySelector(':target')?.scrollIntoView());
});
