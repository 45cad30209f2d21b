// @ts-check
/** A checklist: answered and noted for several suppliers side by side. All of it stays on the reader's device. */
import { counts, LIMITS, parse, serialised } from './checklist-answers.js';
import { Comparison, ItemAnswer, SupplierCard, within } from './checklist-parts.js';
import { csv, plainText } from './checklist-texts.js';
import { copy, define, fill, keep, kept, say, styles, whenKept } from './main.js';

/** @typedef {import('./checklist-answers.js').Item} Item */
/** @typedef {import('./checklist-answers.js').Supplier} Supplier */

/** `A`, `B` … for the first, second … supplier. @param {number} index */
const letter = (index) => String.fromCharCode(65 + index % 26);

/** @param {string} name @param {string} type @param {string} content */
const download = (name, type, content) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

export class Checklist {
  /** What says something of a supplier and follows changes. @type {(SupplierCard | ItemAnswer | Comparison)[]} */
  #shown = [];
  /** Which supplier is shown where there is room for one only, by its number from 0. */
  #current = 0;
  /** When the styles are there that few readers need. @type {Promise<unknown> | undefined} */
  #styled;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    /** Under which name the device keeps it. */
    this.place = `checklist/${element.dataset.name}`;
    this.words = /** @type {Record<string, string>} */ ({ ...element.dataset });
    this.entries = /** @type {HTMLElement[]} */ ([...element.querySelectorAll(':scope > ol > li')]);
    /** @type {Item[]} */
    this.items = this.entries.map((entry) => ({ id: entry.id, text: within(entry, '.item').textContent?.trim() ?? '' }));
    this.cards = within(element, '.suppliers');
    /** What the cards and answers are copies of. */
    this.card = /** @type {HTMLElement} */ (this.cards.firstElementChild);
    this.answer = within(element, '.given');
    this.status = within(element, '[role="status"]');
    /** @type {HTMLSelectElement} */
    this.choice = within(element, 'select');
    this.addButton = within(element, '[data-do="add"]');
    /** @type {HTMLInputElement} */
    this.file = within(element, 'input[type="file"]');
    /** @type {HTMLDialogElement} */
    this.dialog = within(element, 'dialog');
    this.comparison = new Comparison(this, within(element, '.comparison'));
    this.suppliers = this.#read();
  }

  connect() {
    const actions = this.#actions();
    /** @type {NodeListOf<HTMLElement>} */
    const buttons = this.element.querySelectorAll('[data-do]');
    for (const button of buttons) button.addEventListener('click', () => actions[button.dataset.do ?? '']?.());
    this.file.addEventListener('change', () => this.#load());
    this.choice.addEventListener('change', () => this.#turnTo(this.choice.selectedIndex));
    whenKept(this.place, () => {
      this.suppliers = this.#read();
      this.#render();
    });
    for (const entry of this.entries) {
      const label = within(entry, '.item');
      label.id ||= `${entry.id}-item`;
      const box = within(entry, '.answers');
      box.role = 'group';
      box.setAttribute('aria-labelledby', label.id);
    }
    this.#render();
    this.element.classList.add('is-used');
  }

  /** @param {number} index @returns {Supplier} */
  fresh(index) { return { name: fill(this.words.fresh, { what: this.words.compared, letter: letter(index) }), answers: new Map(), notes: new Map() }; }

  #style() { return this.#styled ??= styles('checklist'); }

  #read() { return parse(kept(this.place), this.items.map(({ id }) => id)) ?? [this.fresh(0)]; }

  /** Whether the device keeps it; if not, the reader is told. */
  save() {
    const isKept = keep(this.place, serialised(this.suppliers));
    if (!isKept) say(this.status, this.words.notKept);
    return isKept;
  }

  /** After an answer. @param {Supplier} supplier */
  changed(supplier) {
    const isKept = this.save();
    const summary = fill(this.words.summary, { name: supplier.name, ...counts(supplier, this.items) });
    say(this.status, isKept ? summary : `${summary}. ${this.words.notKept}`);
    this.update();
  }

  update() {
    for (const each of this.#shown) each.update();
    this.choice.replaceChildren(...this.suppliers.map(({ name }) => new Option(name)));
    this.choice.selectedIndex = this.#current;
  }

  /** @param {Supplier} supplier */
  remove(supplier) {
    this.suppliers.splice(this.suppliers.indexOf(supplier), 1);
    this.save();
    this.#render();
    this.addButton.focus();
  }

  /** Asks before something is lost. @param {string} question @param {() => void} agreed */
  async ask(question, agreed) {
    const { dialog } = this;
    await this.#style();
    within(dialog, 'p').textContent = question;
    dialog.returnValue = '';
    dialog.addEventListener('close', () => { if (dialog.returnValue === 'yes') agreed(); }, { once: true });
    dialog.showModal();
  }

  #render() {
    const { suppliers } = this;
    const cards = suppliers.map((supplier, index) => new SupplierCard(this, supplier, index));
    this.#shown = [...cards, this.comparison];
    this.cards.replaceChildren(...cards.map(({ part }) => part));
    this.entries.forEach((entry, index) => {
      const answers = suppliers.map((supplier) => new ItemAnswer(this, supplier, this.items[index]));
      this.#shown.push(...answers);
      within(entry, '.answers').replaceChildren(...answers.map(({ part }) => part));
    });
    this.addButton.hidden = suppliers.length >= LIMITS.suppliers;
    /** @type {HTMLElement} */ (this.choice.parentElement).hidden = suppliers.length === 1;
    this.element.classList.toggle('has-many', suppliers.length > 1);
    if (suppliers.length > 1) this.#style();
    this.#turnTo(Math.min(this.#current, suppliers.length - 1));
    this.update();
  }

  /** Shows one supplier where there is no room for all. @param {number} index */
  #turnTo(index) {
    this.#current = index;
    for (const parts of [this.cards, ...this.element.querySelectorAll('.answers')]) {
      [...parts.children].forEach((part, place) => part.classList.toggle('is-other', place !== index));
    }
  }

  /** What the buttons do, by their names. @returns {Record<string, () => unknown>} */
  #actions() {
    const { items, words } = this;
    const texts = /** @type {any} */ (words);
    return {
      add: () => this.#add(),
      print: () => print(),
      copy: async () => {
        const done = await copy(plainText(words.title, items, this.suppliers, texts));
        say(this.status, done ? words.copied : words.notCopied);
      },
      csv: () => download(`${words.name}.csv`, 'text/csv', `\ufeff${csv(items, this.suppliers, texts)}`),
      export: () => download(`${words.name}.json`, 'application/json', serialised(this.suppliers)),
      import: () => this.file.click(),
      delete: () => this.ask(words.askDelete, () => {
        keep(this.place, null);
        this.suppliers = [this.fresh(0)];
        this.#render();
        say(this.status, words.deleted);
      }),
    };
  }

  #add() {
    this.#current = this.suppliers.length;
    this.suppliers.push(this.fresh(this.#current));
    this.save();
    this.#render();
    /** @type {HTMLInputElement} */
    const field = within(/** @type {HTMLElement} */ (this.cards.lastElementChild), 'input');
    field.focus();
    field.select();
  }

  /** Takes over what a chosen file holds; asks first where something would be lost. */
  async #load() {
    const chosen = this.file.files?.[0];
    const ids = this.items.map(({ id }) => id);
    const loaded = chosen && chosen.size <= LIMITS.file ? parse(await chosen.text().catch(() => ''), ids) : undefined;
    this.file.value = '';
    if (!loaded) return say(this.status, this.words.notLoaded);
    const replace = () => {
      this.suppliers = loaded;
      this.save();
      this.#render();
      say(this.status, this.words.loaded);
    };
    const isUsed = this.suppliers.length > 1 || this.suppliers.some(({ answers, notes }) => answers.size + notes.size > 0);
    isUsed ? this.ask(this.words.askLoad, replace) : replace();
  }
}

define('checklist', (element) => new Checklist(element).connect());
