// @ts-check
/**
 * The page of a whole policy: its rules filtered by outcome or by answer, all of it opened at once, and the part that is read
 * marked in the list of parts. Which rules can decide with an answer was found when the policy was compiled, and is beside the
 * answer in the list of questions.
 */
import { define, fill, readState, say, writeState } from './main.js';

/**
 * Whether a number is among `1-4 7`, or not among `!1-4 7`.
 * @param {string} text
 * @param {number} number
 */
export const isAmong = (text, number) => {
  const isIn = text.replace('!', '').split(' ').filter(Boolean).some((run) => {
    const [first, last = first] = run.split('-').map(Number);
    return first <= number && number <= last;
  });
  return isIn !== text.startsWith('!');
};

/**
 * What each row shows of its own and of the cells that several rows share, once some rows are hidden: a shared cell begins in the
 * first of its rows that is shown, and takes as many as are shown.
 * @template Cell
 * @param {{ cell: Cell, height: number }[][]} rows  the cells that begin in each row
 * @param {boolean[]} isShown
 * @returns {{ cell: Cell, height: number }[][]}
 */
export const joined = (rows, isShown) => {
  /** @type {{ cell: Cell, height: number }[][]} */
  const result = rows.map(() => []);
  rows.forEach((cells, row) => {
    for (const { cell, height } of cells) {
      const shown = [...Array(height).keys()].map((each) => row + each).filter((each) => isShown[each]);
      if (shown.length) result[shown[0]].push({ cell, height: shown.length });
    }
  });
  return result;
};

/** A table of rules, which can be shown in part. */
class RuleTable {
  /** @param {HTMLTableElement} table */
  constructor(table) {
    this.frame = /** @type {HTMLElement} */ (table.parentElement);
    this.rows = [...table.tBodies[0].rows];
    this.cells = this.rows.map((row) => [...row.cells].map((cell) => ({ cell, height: cell.rowSpan })));
    // Where each cell belongs in its row: cells from above may come between.
    /** @type {number[]} */
    const heights = [];
    /** @type {Map<HTMLTableCellElement, number>} */
    this.columns = new Map();
    for (const cells of this.cells) {
      let column = 0;
      for (const { cell, height } of cells) {
        while (heights[column] > 0) column += 1;
        this.columns.set(cell, column);
        for (let each = 0; each < cell.colSpan; each += 1) heights[column + each] = height;
        column += cell.colSpan;
      }
      heights.forEach((height, index) => { heights[index] = height - 1; });
    }
  }

  /** @param {(row: HTMLTableRowElement) => boolean} fits */
  show(fits) {
    const isShown = this.rows.map(fits);
    joined(this.cells, isShown).forEach((cells, row) => {
      this.rows[row].hidden = !isShown[row];
      if (!isShown[row]) return;
      for (const { cell, height } of cells) height > 1 ? (cell.rowSpan = height) : cell.removeAttribute('rowspan');
      const order = cells.map(({ cell }) => cell).sort((a, b) => (this.columns.get(a) ?? 0) - (this.columns.get(b) ?? 0));
      this.rows[row].replaceChildren(...order);
    });
    this.frame.hidden = !isShown.includes(true);
  }
}

class Policy {
  /** @param {HTMLElement} element @param {HTMLElement} place */
  constructor(element, place) {
    this.element = element;
    this.words = place.dataset;
    this.status = /** @type {HTMLElement} */ (place.querySelector('[role="status"]'));
    this.form = /** @type {HTMLFormElement} */ (place.querySelector('form'));
    this.tables = /** @type {HTMLTableElement[]} */ ([...element.querySelectorAll('.rules:has(.q-then)')]).map((table) => new RuleTable(table));
    this.rows = this.tables.flatMap(({ rows }) => rows);
    this.outcome = /** @type {HTMLSelectElement} */ (this.form.elements.namedItem('outcome'));
    // Further pages of a long policy have no list of questions.
    this.answer = /** @type {HTMLSelectElement | null} */ (this.form.elements.namedItem('answer'));
    this.clear = /** @type {HTMLElement} */ (this.form.querySelector('[type=reset]'));
  }

  connect() {
    for (const [id, title] of new Map(this.rows.map((row) => [this.#outcomeOf(row), row.querySelector('.q-then')?.textContent ?? '']))) {
      this.outcome.add(new Option(title, id));
    }
    for (const question of this.element.querySelectorAll('[id^="question-"]:has([data-rules])')) {
      const group = document.createElement('optgroup');
      group.label = (question.querySelector('.q-caption') ?? question.querySelector('h3'))?.textContent ?? '';
      question.querySelectorAll('li').forEach((answer, index) => {
        const name = `${question.id.slice('question-'.length)}.${index}`;
        // Once chosen, an option is all that is seen of its group.
        group.append(new Option(`${group.label}: ${answer.textContent}`, name));
        this.rulesOf.set(name, answer.dataset.rules);
      });
      this.answer?.append(group);
    }
    this.form.addEventListener('change', () => this.#filter(true));
    this.form.addEventListener('reset', () => setTimeout(() => this.#filter(true)));
    this.form.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('hashchange', () => this.#read());
    this.#read();
  }

  /** The rules of each answer. @type {Map<string, string | undefined>} */
  rulesOf = new Map();

  /** @param {HTMLTableRowElement} row */
  #outcomeOf(row) {
    return row.lastElementChild?.querySelector('a')?.getAttribute('href')?.split('#outcome-')[1] ?? '';
  }

  #read() {
    const state = readState(location.hash);
    // A link to a single rule shows it whatever was chosen before.
    this.outcome.value = state.get('outcome') ?? '';
    if (this.answer) this.answer.value = state.get('answer') ?? '';
    this.#filter(false);
  }

  /** @param {boolean} isChosen  by the reader, just now */
  #filter(isChosen) {
    const [outcome, answer] = [this.outcome.value, this.answer?.value ?? ''];
    const rules = this.rulesOf.get(answer);
    const fits = new Set(this.rows.filter((row, index) =>
      (!outcome || this.#outcomeOf(row) === outcome) && (rules === undefined || isAmong(rules, index + 1))));
    for (const table of this.tables) table.show((row) => fits.has(row));
    this.#showHeadings();
    this.clear.hidden = !outcome && !answer;
    const text = outcome || answer ? fill(this.words.some, { count: fits.size, all: this.rows.length }) : '';
    say(this.status, text);
    if (isChosen) writeState({ outcome, answer }, false);
  }

  /** The heading of a group goes with its rows; one with an id is that of a table that isn't filtered. */
  #showHeadings() {
    for (const heading of this.element.querySelectorAll(':scope > :is(h3, h4, h5, h6):not([id])')) {
      let next = heading.nextElementSibling;
      let isShown = false;
      while (next && !(levelOf(next) <= levelOf(heading))) {
        isShown ||= next.matches('.table-scroll:not([hidden])');
        next = next.nextElementSibling;
      }
      /** @type {HTMLElement} */ (heading).hidden = !isShown;
    }
  }
}

/** The level of a heading, which may be in an element of its class; NaN for anything else. @param {Element} element */
const levelOf = (element) => Number((element.matches('.heading') ? element.className : element.localName).match(/\bh(\d)$/)?.[1]);

/** One button for all that is folded. @param {HTMLElement} element */
const connectFolds = (element) => {
  const folds = [...element.querySelectorAll('details')];
  const button = /** @type {HTMLButtonElement} */ (element.querySelector(':scope > button'));
  const { close = '' } = element.dataset;
  const open = button.textContent;
  const isAllOpen = () => folds.every((fold) => fold.open);
  button.addEventListener('click', () => {
    const isOpen = !isAllOpen();
    for (const fold of folds) fold.open = isOpen;
  });
  for (const fold of folds) fold.addEventListener('toggle', () => { button.textContent = isAllOpen() ? close : open; });
  /** A browser opens the closed part that an address leads into, but not the one that is inside the element it names. */
  const openTarget = () => {
    const target = /** @type {HTMLElement | null} */ (element.querySelector(':target'));
    const fold = target?.closest('details') ?? target?.querySelector(':scope > details');
    if (fold) fold.open = true;
  };
  addEventListener('hashchange', openTarget);
  openTarget();
};

/**
 * The number of the part that is read: the last one that begins above a line; the first one above all of them.
 * @param {number[]} tops  where each part begins
 * @param {number} line
 */
export const current = (tops, line) => Math.max(0, tops.findLastIndex((top) => top <= line));

/** Marks the part that is read in the list of parts, as a page of its own is marked. @param {HTMLElement} element */
const connectParts = (element) => {
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('.policy-contents a')]).filter((link) => link.getAttribute('href')?.startsWith('#'));
  const parts = links.map(({ hash }) => element.querySelector(`:scope > ${hash}, :scope > .heading > ${hash}`));
  if (!parts.length || parts.includes(null)) return;
  const mark = () => {
    const isEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const tops = parts.map((part) => /** @type {Element} */ (part).getBoundingClientRect().top);
    const place = current(tops, isEnd ? innerHeight : innerHeight / 3);
    links.forEach((link, index) => { index === place ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current'); });
  };
  addEventListener('scroll', mark, { passive: true });
  addEventListener('resize', mark);
  mark();
};

define('policy', (element) => {
  connectFolds(element);
  connectParts(element);
  const place = /** @type {HTMLElement | null} */ (element.querySelector('.policy-filter'));
  if (place) new Policy(element, place).connect();
});
