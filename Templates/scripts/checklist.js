// @ts-check
/**
 * A checklist: ticked and noted for several suppliers side by side. All of it stays on the reader's device. What is read
 * from there, or from a file, may be anything, so `parse` takes only what it knows, within limits, and as plain text.
 */
import { copy, copyOf, define, fill, keep, kept, say, whenKept } from './main.js';

/**
 * @typedef {{ name: string, ticks: Set<string>, notes: Map<string, string> }} Supplier  by the ids of items
 * @typedef {{ id: string, text: string }} Item
 */

const VERSION = 1;
/** Enough for any choice, and small enough to be kept everywhere. */
export const LIMITS = { suppliers: 8, name: 80, note: 2000, file: 1_000_000 };

/** @param {unknown} value @param {number} limit */
const text = (value, limit) => (typeof value === 'string' ? value.slice(0, limit) : '');

/** @param {unknown} value @returns {Record<string, unknown>} */
const record = (value) => (typeof value === 'object' && value !== null ? /** @type {Record<string, unknown>} */ (value) : {});

/**
 * Reads what was kept or exported; undefined when it is not that of a checklist. Items that are not on the page any
 * more are left out.
 * @param {string | null} source
 * @param {string[]} ids
 * @returns {Supplier[] | undefined}
 */
export const parse = (source, ids) => {
  if (!source || source.length > LIMITS.file) return undefined;
  let value;
  try { value = record(JSON.parse(source)); } catch { return undefined; }
  if (value.version !== VERSION || !Array.isArray(value.suppliers) || value.suppliers.length === 0) return undefined;
  return value.suppliers.slice(0, LIMITS.suppliers).map(record).map(({ name, ticks, notes }) => {
    const noted = record(notes);
    return {
      name: text(name, LIMITS.name),
      ticks: new Set(Array.isArray(ticks) ? ids.filter((id) => ticks.includes(id)) : []),
      notes: new Map(ids.filter((id) => Object.hasOwn(noted, id)).map((id) => /** @type {[string, string]} */ (
        [id, text(noted[id], LIMITS.note)])).filter(([, note]) => note)),
    };
  });
};

/** The reverse of `parse`. @param {Supplier[]} suppliers */
export const serialised = (suppliers) => JSON.stringify({
  version: VERSION,
  suppliers: suppliers.map(({ name, ticks, notes }) => ({ name, ticks: [...ticks], notes: Object.fromEntries(notes) })),
}, null, 1);

/**
 * How far a supplier is: how many items are ticked, and the numbers (from 1) of those that are not.
 * @param {Supplier} supplier
 * @param {Item[]} items
 */
export const progress = ({ ticks }, items) => ({
  count: items.filter(({ id }) => ticks.has(id)).length,
  all: items.length,
  open: items.flatMap(({ id }, index) => (ticks.has(id) ? [] : [index + 1])),
});

/**
 * As text, to be pasted into a letter.
 * @param {string} title
 * @param {Item[]} items
 * @param {Supplier[]} suppliers
 * @param {{ yes: string, open: string, summary: string }} words
 */
export const plainText = (title, items, suppliers, words) => [
  title,
  ...suppliers.map((supplier) => fill(words.summary, { name: supplier.name, ...progress(supplier, items) })), '',
  ...items.flatMap(({ id, text }, index) => [
    `${index + 1}. ${text}`,
    ...suppliers.map(({ name, ticks, notes }) =>
      `   ${name}: ${ticks.has(id) ? words.yes : words.open}${notes.has(id) ? ` – ${notes.get(id)?.replace(/\s+/g, ' ')}` : ''}`),
  ]),
].join('\n');

/** A cell of CSV. A sign that a spreadsheet would take for a formula is defused. @param {string} value */
const cell = (value) => `"${(/^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20|%]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/**
 * As CSV: a row for each item, two columns for each supplier.
 * @param {Item[]} items
 * @param {Supplier[]} suppliers
 * @param {{ yes: string, open: string, item: string, note: string }} words
 */
export const csv = (items, suppliers, words) => [
  [words.item, ...suppliers.flatMap(({ name }) => [name, fill(words.note, { name })])],
  ...items.map(({ id, text }) => [text, ...suppliers.flatMap(({ ticks, notes }) =>
    [ticks.has(id) ? words.yes : words.open, notes.get(id) ?? ''])]),
].map((row) => `${row.map(cell).join(',')}\r\n`).join('');

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

/** A copy of the first element of a template. @param {HTMLElement} element @param {string} name */
const partOf = (element, name) => /** @type {HTMLElement} */ (copyOf(element, `[data-part="${name}"]`).firstElementChild);

/** One supplier in the summary. */
class SupplierRow {
  /** @param {Checklist} list @param {Supplier} supplier @param {number} index */
  constructor(list, supplier, index) {
    this.list = list;
    this.supplier = supplier;
    this.part = partOf(list.element, 'supplier');
    this.removeButton = /** @type {HTMLButtonElement} */ (this.part.querySelector('button'));
    const field = /** @type {HTMLInputElement} */ (this.part.querySelector('input'));
    field.value = supplier.name;
    field.maxLength = LIMITS.name;
    const label = /** @type {HTMLElement} */ (this.part.querySelector('[data-label]'));
    label.textContent = fill(list.words.nameOf, { number: index + 1 });
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
    const { count, all, open: numbers } = progress(supplier, items);
    const meter = /** @type {HTMLProgressElement} */ (part.querySelector('progress'));
    meter.max = all;
    meter.value = count;
    meter.ariaLabel = supplier.name;
    /** @type {HTMLElement} */ (part.querySelector('[data-result]')).textContent = fill(words.result, { count, all });
    removeButton.ariaLabel = `${removeButton.textContent}: ${supplier.name}`;
    const open = /** @type {HTMLElement} */ (part.querySelector('[data-open]'));
    open.replaceChildren(...numbers.flatMap((number) => {
      const link = document.createElement('a');
      link.href = `#${items[number - 1].id}`;
      link.textContent = String(number);
      return [' ', link];
    }));
    if (numbers.length) open.prepend(words.stillOpen);
    part.classList.toggle('is-complete', numbers.length === 0);
  }
}

/** One supplier's answer to an item. */
class ItemAnswer {
  /** @param {Checklist} list @param {Supplier} supplier @param {Item} item */
  constructor(list, supplier, { id }) {
    this.list = list;
    this.supplier = supplier;
    this.part = partOf(list.element, 'answer');
    this.note = /** @type {HTMLTextAreaElement} */ (this.part.querySelector('textarea'));
    const tick = /** @type {HTMLInputElement} */ (this.part.querySelector('input'));
    tick.checked = supplier.ticks.has(id);
    this.note.value = supplier.notes.get(id) ?? '';
    this.note.maxLength = LIMITS.note;
    this.#grow();
    tick.addEventListener('change', () => {
      tick.checked ? supplier.ticks.add(id) : supplier.ticks.delete(id);
      list.save();
      list.update();
      say(list.status, fill(list.words.summary, { name: supplier.name, ...progress(supplier, list.items) }));
    });
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
    const { words } = this.list;
    const { name } = this.supplier;
    /** @type {HTMLElement} */ (this.part.querySelector('[data-supplier]')).textContent = fill(words.tick, { name });
    this.note.ariaLabel = fill(words.note, { name });
  }
}

class Checklist {
  /** What says something of a supplier and follows changes. @type {(SupplierRow | ItemAnswer)[]} */
  #shown = [];

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    /** Under which name the device keeps it. */
    this.place = `checklist/${element.dataset.name}`;
    this.words = /** @type {Record<string, string>} */ ({ ...element.dataset });
    this.entries = /** @type {HTMLElement[]} */ ([...element.querySelectorAll(':scope > ol > li')]);
    /** @type {Item[]} */
    this.items = this.entries.map((entry) => ({ id: entry.id, text: entry.querySelector('.item')?.textContent?.trim() ?? '' }));
    this.status = /** @type {HTMLElement} */ (element.querySelector('[role="status"]'));
    this.tools = copyOf(element, '[data-part="tools"]');
    this.list = /** @type {HTMLElement} */ (this.tools.querySelector('.suppliers'));
    this.addButton = /** @type {HTMLButtonElement} */ (this.tools.querySelector('[data-do="add"]'));
    this.file = /** @type {HTMLInputElement} */ (this.tools.querySelector('input[type="file"]'));
    this.dialog = /** @type {HTMLDialogElement} */ (this.tools.querySelector('dialog'));
    this.suppliers = this.#read();
  }

  connect() {
    const actions = this.#actions();
    /** @type {NodeListOf<HTMLElement>} */
    const buttons = this.tools.querySelectorAll('[data-do]');
    for (const button of buttons) button.addEventListener('click', () => actions[button.dataset.do ?? '']?.());
    this.file.addEventListener('change', () => this.#load());
    whenKept(this.place, () => {
      this.suppliers = this.#read();
      this.#render();
    });
    this.#render();
    this.element.classList.add('is-used');
    this.element.querySelector(':scope > ol')?.after(this.tools);
  }

  /** @param {number} index @returns {Supplier} */
  fresh(index) { return { name: fill(this.words.supplier, { letter: letter(index) }), ticks: new Set(), notes: new Map() }; }

  #read() { return parse(kept(this.place), this.items.map(({ id }) => id)) ?? [this.fresh(0)]; }

  save() { if (!keep(this.place, serialised(this.suppliers))) say(this.status, this.words.notKept); }

  update() { for (const each of this.#shown) each.update(); }

  /** @param {Supplier} supplier */
  remove(supplier) {
    this.suppliers.splice(this.suppliers.indexOf(supplier), 1);
    this.save();
    this.#render();
    this.addButton.focus();
  }

  /** Asks before something is lost. @param {string} question @param {() => void} agreed */
  ask(question, agreed) {
    const { dialog } = this;
    /** @type {HTMLElement} */ (dialog.querySelector('p')).textContent = question;
    dialog.returnValue = '';
    dialog.addEventListener('close', () => { if (dialog.returnValue === 'yes') agreed(); }, { once: true });
    dialog.showModal();
  }

  #render() {
    const rows = this.suppliers.map((supplier, index) => new SupplierRow(this, supplier, index));
    this.#shown = rows;
    this.list.replaceChildren(...rows.map(({ part }) => part));
    this.entries.forEach((entry, index) => {
      const answers = this.suppliers.map((supplier) => new ItemAnswer(this, supplier, this.items[index]));
      this.#shown = [...this.#shown, ...answers];
      this.#boxOf(entry).replaceChildren(...answers.map(({ part }) => part));
    });
    this.addButton.hidden = this.suppliers.length >= LIMITS.suppliers;
    this.update();
  }

  /** Where the answers to an item are. @param {HTMLElement} entry */
  #boxOf(entry) {
    const known = entry.querySelector(':scope > .answers');
    if (known) return known;
    const label = /** @type {HTMLElement} */ (entry.querySelector('.item'));
    label.id ||= `${entry.id}-item`;
    const box = document.createElement('div');
    box.className = 'answers';
    box.role = 'group';
    box.setAttribute('aria-labelledby', label.id);
    entry.append(box);
    return box;
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
    this.suppliers.push(this.fresh(this.suppliers.length));
    this.save();
    this.#render();
    const field = /** @type {HTMLInputElement} */ (this.list.lastElementChild?.querySelector('input'));
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
    const isUsed = this.suppliers.length > 1 || this.suppliers.some(({ ticks, notes }) => ticks.size + notes.size > 0);
    isUsed ? this.ask(this.words.askLoad, replace) : replace();
  }
}

define('checklist', (element) => new Checklist(element).connect());
