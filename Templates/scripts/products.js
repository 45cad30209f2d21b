// @ts-check
/** Products: filtered as one types, by category and by attributes. */
import { define, fill, plural, readState, say, writeState } from './main.js';

/** @typedef {import('./codes.js').Key} Key */

/**
 * A name for the fragment made of a label, for tables that give none.
 * @param {string} label
 */
export const slug = (label) =>
  (label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []).join('-');

/** @typedef {{ row: HTMLElement, name: string, also: string[], others: string, values: string[] }} Product */
/** @typedef {Omit<Product, 'row'> & { html: string }} ListedProduct  of a list in parts: most have no row on the page */

/** @param {Element} cell */
const valueOf = (cell) => /** @type {HTMLElement} */ (cell).dataset.value ?? slug(cell.textContent ?? '');

/** The products of all tables, in the order of the page. @param {HTMLElement} element @param {{ column: number }[]} choices @returns {Product[]} */
const productsOf = (element, choices) => [...element.querySelectorAll('tbody tr')].map((row) => {
  const [head, ...cells] = /** @type {HTMLElement[]} */ ([...row.children]);
  const name = head.firstChild?.textContent ?? '';
  return {
    row: /** @type {HTMLElement} */ (row), name: name.trim(), also: (head.querySelector('.also')?.textContent ?? '').split(', '),
    others: cells.map((cell) => cell.textContent).join(' '), values: choices.map(({ column }) => valueOf(cells[column])),
  };
});

/** What one can choose by: all but the name. @param {HTMLElement} element @param {HTMLFormElement} form */
const choicesIn = (element, form) => {
  const heads = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('table:first-of-type thead th')]).slice(1);
  return [...form.querySelectorAll('select')].map((select) => {
    // Categories have no ids in a table.
    for (const option of select.options) if (!option.hasAttribute('value')) option.value = slug(option.text);
    const column = Math.max(0, heads.findIndex(({ dataset }) => dataset.attribute === select.name));
    select.name ||= slug(select.closest('.field')?.querySelector('span')?.textContent ?? '');
    return { select, column };
  });
};

class Products {
  /** The matcher comes with the first text that is typed. @type {Promise<(text: string) => import('./codes.js').Match> | undefined} */
  #matcher;
  /** Counts what was asked: a later key has its own answer. */
  #turn = 0;
  /** Whether what is typed next begins a question of its own, to which Back leads. */
  #isNewQuestion = true;
  #timer = 0;
  /** @type {import('./parts.js').Matches | undefined} */
  #matches;
  /** Whether all that the list has is here. */
  isWhole = true;
  /** How many are shown of those that match. */
  most = Infinity;
  /** Of a list in parts, all of it, once somebody filters. @type {Promise<void> | undefined} */
  #parts;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.words = element.dataset;
    this.element = element;
    this.isLong = Boolean(element.querySelector('.overview-parts'));
    this.form = /** @type {HTMLFormElement} */ (element.querySelector('form'));
    this.columns = choicesIn(element, this.form);
    /** @type {(Product | ListedProduct)[]} */
    this.products = productsOf(element, this.columns);
    this.groups = [...element.querySelectorAll('table')].map((table) => ({
      table, count: table.querySelector('.count'), rows: new Set(table.querySelectorAll('tbody tr')),
    }));
    this.status = /** @type {HTMLElement} */ (element.querySelector('[role="status"]'));
    this.nothing = /** @type {HTMLElement} */ (element.querySelector('.no-match'));
    this.field = /** @type {HTMLInputElement} */ (this.form.querySelector('input'));
    this.resetButton = /** @type {HTMLElement} */ (this.form.querySelector('[type="reset"]'));
    this.selects = this.columns.map(({ select }) => select);
  }

  connect() {
    this.form.addEventListener('input', ({ target }) => this.#onInput(target === this.field));
    this.field.addEventListener('focus', () => { this.#isNewQuestion = true; });
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('reset', () => setTimeout(() => {
      this.#isNewQuestion = true;
      this.#write();
      this.#show();
      this.field.focus();
    }));
    addEventListener('hashchange', () => this.#read());
    return this.#read();
  }

  /** @param {boolean} isTyped  whether more keys may follow */
  #onInput(isTyped) {
    requestAnimationFrame(() => this.#show());
    clearTimeout(this.#timer);
    if (!isTyped) this.#isNewQuestion = true;
    this.#timer = setTimeout(() => this.#write(), isTyped ? 400 : 0);
  }

  /** @param {string} text */
  async #match(text) {
    this.#matcher ??= import('./codes.js').then(({ keyOf, match }) => {
      const keys = this.products.map(({ name, also, others }) => keyOf(name, also, others));
      return (text) => match(keys, text);
    });
    return (await this.#matcher)(text);
  }

  async #show() {
    const mine = ++this.#turn;
    const text = this.field.value.trim();
    const isFiltered = text !== '' || this.selects.some(({ value }) => value);
    if (this.isLong && isFiltered) await (this.#parts ??= this.#load());
    const { verdict, places } = text ? await this.#match(text) : { verdict: 'all', places: [...this.products.keys()] };
    if (mine !== this.#turn) return;
    const shown = new Set(places.map((place) => this.products[place])
      .filter(({ values }) => this.selects.every(({ value }, index) => !value || value === values[index])));
    this.isLong ? this.#matches?.show(isFiltered ? [...shown].slice(0, this.most).map((product) => /** @type {ListedProduct} */ (product).html) : undefined)
      : this.#showRows(/** @type {Set<Product>} */ (shown));
    const isGuess = !['all', 'found'].includes(verdict);
    // What to do next is said beside a guess too, which may not be what was looked for.
    this.nothing.hidden = shown.size > 0 && !isGuess;
    this.resetButton.hidden = !isFiltered;
    const [first] = shown;
    const { words } = this;
    const said = !first ? words.none : !isGuess ? shown.size > this.most ? words.cut : words.some : verdict === 'near' ? words.near : shown.size > 1 ? words.guesses : words.guess;
    const told = fill(said, { count: shown.size, all: this.products.length, shown: this.most, text, name: first?.name });
    say(this.status, isFiltered ? [told, ...this.isWhole ? [] : [words.failed]].join(' ') : '');
  }

  /** Brings the other parts of the list. */
  async #load() {
    const { allRows, htmlOf, Matches, SHOWN } = await import('./parts.js');
    const { rows, isWhole } = await allRows(this.element, (part) =>
      productsOf(part, this.columns).map(({ row, ...product }) => ({ ...product, html: htmlOf(row) })));
    this.#matches = new Matches(this.element, this.form.ariaLabel ?? '');
    this.products = rows;
    this.isWhole = isWhole;
    this.most = SHOWN;
  }

  /** Touches only what changes: thousands of rows may be there. @param {Set<Product>} shown */
  #showRows(shown) {
    for (const product of /** @type {Product[]} */ (this.products)) {
      const isHidden = !shown.has(product);
      if (product.row.hidden !== isHidden) product.row.hidden = isHidden;
    }
    for (const { table, count, rows } of this.groups) {
      const number = [...shown].filter(({ row }) => rows.has(/** @type {HTMLTableRowElement} */ (row))).length;
      table.hidden = number === 0;
      const text = fill(plural(this.words, 'count', number), { count: number });
      if (count && count.textContent !== text) count.textContent = text;
    }
  }

  /** Filters as the address says. */
  #read() {
    const state = readState(location.hash);
    this.field.value = state.get('q') ?? '';
    for (const select of this.selects) {
      select.value = state.get(select.name) ?? '';
      if (select.selectedIndex < 0) select.value = '';
    }
    return this.#show();
  }

  #write() {
    const choices = this.selects.map(({ name, value }) => [name, value]);
    writeState(Object.fromEntries([['q', this.field.value.trim()], ...choices]), this.#isNewQuestion);
    this.#isNewQuestion = false;
  }
}

define('products', (element) => {
  // Who comes for one product (`#catalyst-9300`) is shown it, whatever was filtered.
  const products = new Products(element);
  products.connect().then(() => element.querySelector(':target')?.scrollIntoView());
  const id = /=/.test(location.hash) ? '' : decodeURIComponent(location.hash.slice(1));
  if (id && products.isLong && !document.getElementById(id)) import('./parts.js').then(({ goTo }) => goTo(element, id));
});
