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

define('checklist', (element) => {
  const place = `checklist/${element.dataset.name}`;
  const entries = /** @type {HTMLElement[]} */ ([...element.querySelectorAll(':scope > ol > li')]);
  /** @type {Item[]} */
  const items = entries.map((entry) => ({ id: entry.id, text: entry.querySelector('.item')?.textContent?.trim() ?? '' }));
  const ids = items.map(({ id }) => id);
  const status = /** @type {HTMLElement} */ (element.querySelector('[role="status"]'));
  const words = /** @type {Record<string, string>} */ (/** @type {unknown} */ (element.dataset));
  const tools = copyOf(element, '[data-part="tools"]');
  const list = /** @type {HTMLElement} */ (tools.querySelector('.suppliers'));
  const add = /** @type {HTMLButtonElement} */ (tools.querySelector('[data-do="add"]'));
  const file = /** @type {HTMLInputElement} */ (tools.querySelector('input[type="file"]'));
  const dialog = /** @type {HTMLDialogElement} */ (tools.querySelector('dialog'));

  /** @param {number} index @returns {Supplier} */
  const fresh = (index) => ({ name: fill(words.supplier, { letter: letter(index) }), ticks: new Set(), notes: new Map() });
  const read = () => parse(kept(place), ids) ?? [fresh(0)];
  let suppliers = read();

  const save = () => { if (!keep(place, serialised(suppliers))) say(status, words.notKept); };

  /** @type {(() => void)[]} */
  let updates = [];
  const update = () => { for (const each of updates) each(); };

  /** One supplier in the summary. @param {Supplier} supplier @param {number} index */
  const row = (supplier, index) => {
    const part = /** @type {HTMLElement} */ (copyOf(element, '[data-part="supplier"]').firstElementChild);
    const field = /** @type {HTMLInputElement} */ (part.querySelector('input'));
    const remove = /** @type {HTMLButtonElement} */ (part.querySelector('button'));
    const meter = /** @type {HTMLProgressElement} */ (part.querySelector('progress'));
    const result = /** @type {HTMLElement} */ (part.querySelector('[data-result]'));
    const open = /** @type {HTMLElement} */ (part.querySelector('[data-open]'));
    field.value = supplier.name;
    field.maxLength = LIMITS.name;
    /** @type {HTMLElement} */ (part.querySelector('[data-label]')).textContent = fill(words.nameOf, { number: index + 1 });
    field.addEventListener('input', () => {
      supplier.name = field.value.trim() || fresh(index).name;
      save();
      update();
    });
    remove.hidden = suppliers.length === 1;
    remove.addEventListener('click', () => ask(fill(words.askRemove, { name: supplier.name }), () => {
      suppliers.splice(suppliers.indexOf(supplier), 1);
      save();
      render();
      add.focus();
    }));
    updates.push(() => {
      const { count, all, open: numbers } = progress(supplier, items);
      result.textContent = fill(words.result, { count, all });
      meter.max = all;
      meter.value = count;
      meter.ariaLabel = supplier.name;
      remove.ariaLabel = `${remove.textContent}: ${supplier.name}`;
      open.replaceChildren(...numbers.flatMap((number) => {
        const link = document.createElement('a');
        link.href = `#${ids[number - 1]}`;
        link.textContent = String(number);
        return [' ', link];
      }));
      if (numbers.length) open.prepend(words.stillOpen);
      part.classList.toggle('is-complete', numbers.length === 0);
    });
    return part;
  };

  /** One supplier's answer to an item. @param {Supplier} supplier @param {Item} item */
  const answer = (supplier, { id }) => {
    const part = /** @type {HTMLElement} */ (copyOf(element, '[data-part="answer"]').firstElementChild);
    const tick = /** @type {HTMLInputElement} */ (part.querySelector('input'));
    const note = /** @type {HTMLTextAreaElement} */ (part.querySelector('textarea'));
    const name = /** @type {HTMLElement} */ (part.querySelector('[data-supplier]'));
    tick.checked = supplier.ticks.has(id);
    note.value = supplier.notes.get(id) ?? '';
    note.maxLength = LIMITS.note;
    // All of a note is seen, on paper too.
    const grow = () => { note.rows = Math.max(1, note.value.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 30), 0)); };
    grow();
    tick.addEventListener('change', () => {
      tick.checked ? supplier.ticks.add(id) : supplier.ticks.delete(id);
      save();
      update();
      say(status, fill(words.summary, { name: supplier.name, ...progress(supplier, items) }));
    });
    note.addEventListener('input', () => {
      note.value ? supplier.notes.set(id, note.value) : supplier.notes.delete(id);
      grow();
      save();
    });
    updates.push(() => {
      name.textContent = fill(words.tick, { name: supplier.name });
      note.ariaLabel = fill(words.note, { name: supplier.name });
    });
    return part;
  };

  const render = () => {
    updates = [];
    list.replaceChildren(...suppliers.map(row));
    entries.forEach((entry, index) => {
      let box = entry.querySelector(':scope > .answers');
      if (!box) {
        const label = /** @type {HTMLElement} */ (entry.querySelector('.item'));
        label.id ||= `${entry.id}-item`;
        box = document.createElement('div');
        box.className = 'answers';
        box.role = 'group';
        box.setAttribute('aria-labelledby', label.id);
        entry.append(box);
      }
      box.replaceChildren(...suppliers.map((supplier) => answer(supplier, items[index])));
    });
    add.hidden = suppliers.length >= LIMITS.suppliers;
    update();
  };

  /** Asks before something is lost. @param {string} question @param {() => void} agreed */
  const ask = (question, agreed) => {
    /** @type {HTMLElement} */ (dialog.querySelector('p')).textContent = question;
    dialog.returnValue = '';
    dialog.addEventListener('close', () => { if (dialog.returnValue === 'yes') agreed(); }, { once: true });
    dialog.showModal();
  };
  const isUsed = () => suppliers.length > 1 || suppliers.some(({ ticks, notes }) => ticks.size + notes.size > 0);

  /** @param {Supplier[]} loaded */
  const replace = (loaded) => {
    suppliers = loaded;
    save();
    render();
    say(status, words.loaded);
  };
  /** @type {Record<string, () => unknown>} */
  const deeds = {
    add: () => {
      suppliers.push(fresh(suppliers.length));
      save();
      render();
      const field = /** @type {HTMLInputElement} */ (list.lastElementChild?.querySelector('input'));
      field.focus();
      field.select();
    },
    print: () => print(),
    copy: async () => {
      const done = await copy(plainText(words.title, items, suppliers, /** @type {any} */ (words)));
      say(status, done ? words.copied : words.notCopied);
    },
    csv: () => download(`${words.name}.csv`, 'text/csv', `\ufeff${csv(items, suppliers, /** @type {any} */ (words))}`),
    export: () => download(`${words.name}.json`, 'application/json', serialised(suppliers)),
    import: () => file.click(),
    delete: () => ask(words.askDelete, () => {
      keep(place, null);
      suppliers = [fresh(0)];
      render();
      say(status, words.deleted);
    }),
  };
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (tools.querySelectorAll('[data-do]'))) {
    button.addEventListener('click', () => deeds[button.dataset.do ?? '']?.());
  }
  file.addEventListener('change', async () => {
    const chosen = file.files?.[0];
    const loaded = chosen && chosen.size <= LIMITS.file ? parse(await chosen.text().catch(() => ''), ids) : undefined;
    file.value = '';
    if (!loaded) say(status, words.notLoaded);
    else isUsed() ? ask(words.askLoad, () => replace(loaded)) : replace(loaded);
  });
  whenKept(place, () => {
    suppliers = read();
    render();
  });

  render();
  element.classList.add('is-used');
  element.querySelector(':scope > ol')?.after(tools);
});
