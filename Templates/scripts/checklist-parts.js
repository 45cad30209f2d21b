// @ts-check
/**
 * What a checklist shows of its suppliers: a card for each, its answer to each item, and all of them side by side. The
 * first card and the first answers are on the page without script; those of other suppliers are copies of them.
 */
import { counts, LIMITS } from './checklist-answers.js';
import { wordOf } from './checklist-texts.js';
import { fill } from './main.js';

/** @typedef {import('./checklist-answers.js').Answer} Answer */
/** @typedef {import('./checklist-answers.js').Item} Item */
/** @typedef {import('./checklist-answers.js').Supplier} Supplier */
/** @typedef {import('./checklist.js').Checklist} Checklist */

/** @template {HTMLElement} T @param {HTMLElement} element @param {string} selector @returns {T} */
export const within = (element, selector) => /** @type {T} */ (element.querySelector(selector));

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name @param {Record<string, string>} attributes @param {(Node | string)[]} content
 */
const make = (name, attributes, ...content) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
};

/** @param {Item} item @param {string | number} text */
const linkTo = ({ id }, text) => make('a', { href: `#${id}` }, String(text));

/** The name and the count of one supplier. */
export class SupplierCard {
  /** @param {Checklist} list @param {Supplier} supplier @param {number} index */
  constructor(list, supplier, index) {
    this.list = list;
    this.supplier = supplier;
    this.part = /** @type {HTMLElement} */ (list.card.cloneNode(true));
    /** @type {HTMLButtonElement} */
    this.removeButton = within(this.part, 'button');
    /** @type {HTMLInputElement} */
    const field = within(this.part, 'input');
    field.value = supplier.name;
    field.maxLength = LIMITS.name;
    within(this.part, '[data-label]').textContent = fill(list.words.nameOf, { what: list.words.compared, number: index + 1 });
    field.addEventListener('input', () => {
      supplier.name = field.value.trim() || list.fresh(index).name;
      list.save();
      list.update();
    });
    this.removeButton.hidden = list.suppliers.length === 1;
    this.removeButton.addEventListener('click', () => list.ask(fill(list.words.askRemove, { name: supplier.name }), () => list.remove(supplier)));
  }

  update() {
    const { part, supplier, removeButton, list: { items, words } } = this;
    const result = counts(supplier, items);
    const line = within(part, '[data-result]');
    line.textContent = fill(words.result, result);
    if (result.open) line.append(make('br', {}), `${words.open}:`, ...result.numbers.flatMap((number) => [' ', linkTo(items[number - 1], number)]));
    removeButton.ariaLabel = `${removeButton.textContent}: ${supplier.name}`;
  }
}

/** Radio buttons are one group by their name, which no other group may have. */
let groups = 0;

/** One supplier's answer to an item. */
export class ItemAnswer {
  /** @param {Checklist} list @param {Supplier} supplier @param {Item} item */
  constructor(list, supplier, { id }) {
    this.list = list;
    this.supplier = supplier;
    this.part = /** @type {HTMLElement} */ (list.answer.cloneNode(true));
    /** @type {HTMLTextAreaElement} */
    this.note = within(this.part, 'textarea');
    const group = `answer-${++groups}`;
    for (const radio of this.part.querySelectorAll('input')) {
      radio.name = group;
      radio.checked = radio.value === (supplier.answers.get(id) ?? '');
      radio.addEventListener('change', () => {
        radio.value ? supplier.answers.set(id, /** @type {Answer} */ (radio.value)) : supplier.answers.delete(id);
        list.changed(supplier);
      });
    }
    this.note.value = supplier.notes.get(id) ?? '';
    this.note.maxLength = LIMITS.note;
    this.#grow();
    this.note.addEventListener('input', () => {
      this.note.value ? supplier.notes.set(id, this.note.value) : supplier.notes.delete(id);
      this.#grow();
      list.save();
    });
  }

  /** All of a note is seen, on paper too. */
  #grow() {
    const rows = this.note.value.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 30), 0);
    this.note.rows = Math.max(1, rows);
  }

  update() {
    const { list, supplier: { name } } = this;
    this.part.ariaLabel = within(this.part, '.given-name').textContent = name;
    this.note.ariaLabel = fill(list.words.note, { name });
  }
}

/** All answers side by side, as soon as there is more than one supplier. */
export class Comparison {
  /** @param {Checklist} list @param {HTMLElement} part */
  constructor(list, part) {
    this.list = list;
    this.part = part;
    this.heads = within(part, 'thead tr');
  }

  update() {
    const { heads, part, list: { entries, items, suppliers, words } } = this;
    const texts = /** @type {any} */ (words);
    part.hidden = suppliers.length === 1;
    heads.replaceChildren(/** @type {Node} */ (heads.firstElementChild),
      ...suppliers.map(({ name }) => make('th', { scope: 'col', role: 'columnheader' }, name)));
    within(part, 'tbody').replaceChildren(...items.map((item, index) => make('tr', { role: 'row', class: entries[index].className },
      make('th', { scope: 'row', role: 'rowheader' }, linkTo(item, `${index + 1}.`), ` ${item.text}`),
      ...suppliers.map((supplier) => make('td', { role: 'cell' }, make('span', { class: 'cell-label' }, supplier.name), ' ',
        make('span', { class: `mark mark-${supplier.answers.get(item.id) ?? 'open'}` }, wordOf(supplier, item, texts)))))));
  }
}
