// @ts-check
/** Tables: sorted by a column, rows filtered as one types. Comparisons: filtered only, for their rows have the author's order. */
import { define, fill, say } from './main.js';

/** @typedef {{ text: string, value?: string, isNumber?: boolean, mark?: string }} Cell  as it stands in the table */

const MARKS = ['yes', 'partly', 'no'];

/**
 * What a cell is sorted by: a number, a text, or nothing when it is empty.
 * @param {Cell} cell
 * @returns {number | string | undefined}
 */
export const sortKey = ({ text, value, isNumber, mark }) => {
  if (mark) return MARKS.indexOf(mark);
  const shown = (value ?? text).trim();
  if (shown === '' || shown === '–') return undefined;
  const number = isNumber ? Number(shown.replace(/[^\d.,−-]/g, '').replace('−', '-').replace(/,/g, '')) : NaN;
  return Number.isNaN(number) ? shown : number;
};

/**
 * The order of rows by their keys; equal ones stay as they are, empty ones come last either way.
 * @param {(number | string | undefined)[]} keys
 * @param {boolean} isDescending
 * @param {string} [language]
 */
export const order = (keys, isDescending, language) => {
  const { compare } = new Intl.Collator(language || undefined, { numeric: true });
  return keys.map((_, index) => index).sort((left, right) => {
    const [a, b] = [keys[left], keys[right]];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined) || left - right;
    const result = typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
    return (isDescending ? -result : result) || left - right;
  });
};

/** @param {HTMLElement} cell @returns {Cell} */
const read = (cell) => ({
  // Of a cell its own words: not the name of its column, shown on a phone.
  text: [...cell.childNodes].filter((node) => !(node instanceof Element && node.matches('.cell-label')))
    .map((node) => node.textContent).join(' '),
  value: cell.dataset.value,
  isNumber: cell.classList.contains('is-number'),
  mark: cell.querySelector('.mark')?.className.match(/mark-(\w+)/)?.[1],
});

/** The words of a head. @param {Element} head */
const wordsOf = (head) => read(/** @type {HTMLElement} */ (head)).text.trim();

/**
 * Puts the rows of a table in the order of a column; -1 is the author's order.
 * @typedef {(column: number, isDescending: boolean) => void} Arrange
 */

/** @param {HTMLElement} element @returns {Arrange} */
const arrangeRows = (element) => {
  const body = /** @type {HTMLElement} */ (element.querySelector('tbody'));
  const rows = [...body.children];
  return (column, isDescending) => {
    const keys = rows.map((row) => (column < 0 ? undefined : sortKey(read(/** @type {HTMLElement} */ (row.children[column])))));
    body.append(...order(keys, isDescending, document.documentElement.lang).map((index) => rows[index]));
  };
};

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} status
 * @param {HTMLElement} tools
 * @param {Arrange} [arrange]
 */
const connectSorting = (element, status, tools, arrange = arrangeRows(element)) => {
  const select = tools.querySelector('select');
  if (!select) return;
  const heads = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('thead tr > *')]);
  const words = element.dataset;

  /** @param {number} column  -1 for the author's order @param {boolean} isDescending */
  const sort = (column, isDescending) => {
    heads.forEach((head, index) => {
      if (index === column) head.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
    arrange(column, isDescending);
    select.value = column < 0 ? '' : `${column}${isDescending ? 'd' : 'a'}`;
    say(status, column < 0 ? words.unsorted ?? '' : fill(isDescending ? words.down : words.up, { column: wordsOf(heads[column]) }));
  };

  heads.forEach((head, column) => {
    if (!head.matches('.is-sorted')) return;
    for (const [suffix, text] of [['a', words.up], ['d', words.down]]) {
      select.add(new Option(fill(text, { column: wordsOf(head) }), `${column}${suffix}`));
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.prepend(button);
    button.addEventListener('click', () => {
      const state = head.getAttribute('aria-sort');
      sort(state === 'descending' ? -1 : column, state === 'ascending');
    });
  });
  select.addEventListener('change', () => sort(select.value ? parseInt(select.value, 10) : -1, select.value.endsWith('d')));
};

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} status
 * @param {HTMLElement} tools
 */
const connectFilter = (element, status, tools) => {
  const field = tools.querySelector('input');
  if (!field) return;
  const rows = [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll('tbody tr'))];
  /** The words of the rows, read when the first is asked for. @type {string[] | undefined} */
  let texts;
  field.addEventListener('input', async () => {
    const { contains, searched } = await import('./plain.js');
    texts ??= rows.map((row) => searched(row.textContent ?? ''));
    const text = field.value.trim();
    let count = 0;
    for (const [index, row] of rows.entries()) {
      row.hidden = !contains(texts[index], text);
      count += Number(!row.hidden);
    }
    // A table of heads alone is none to a screen reader.
    /** @type {HTMLElement} */ (element.querySelector('table')).hidden = !count;
    say(status, text && fill(count ? element.dataset.some : element.dataset.none, { count, all: rows.length, text }));
  });
};

/**
 * A table in parts: what is filtered and sorted are the rows of all of them.
 * @param {HTMLElement} element
 * @param {HTMLElement} status
 * @param {HTMLElement} tools
 * @returns {Arrange}
 */
const connectParts = (element, status, tools) => {
  const field = /** @type {HTMLInputElement} */ (tools.querySelector('input'));
  const words = element.dataset;
  let sorted = { column: -1, isDescending: false };
  let turn = 0;
  const open = async () => {
    const [{ allRows, htmlOf, Matches, SHOWN }, { contains, searched }] = await Promise.all([import('./parts.js'), import('./plain.js')]);
    const { rows, isWhole } = await allRows(element, (part) => [.../** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll('tbody tr'))].map((row) => ({
      html: htmlOf(row), text: searched(row.textContent ?? ''), cells: [.../** @type {Iterable<HTMLElement>} */ (row.children)].map(read),
    })));
    return { rows, isWhole, contains, most: SHOWN, matches: new Matches(element) };
  };
  /** @type {ReturnType<typeof open> | undefined} */
  let opened;
  const show = async () => {
    const mine = ++turn;
    const text = field.value.trim();
    const { column, isDescending } = sorted;
    if (!text && column < 0 && !opened) return;
    const { rows, isWhole, contains, most, matches } = await (opened ??= open());
    if (mine !== turn) return;
    if (!text && column < 0) {
      matches.show();
      return say(status, '');
    }
    const found = rows.filter((row) => contains(row.text, text));
    const places = order(found.map(({ cells }) => (column < 0 ? undefined : sortKey(cells[column]))), isDescending, document.documentElement.lang);
    matches.show(places.slice(0, most).map((place) => found[place].html));
    const said = !found.length ? words.none : found.length > most ? words.cut : words.some;
    say(status, [fill(said, { count: found.length, all: rows.length, shown: most, text }), ...isWhole ? [] : [words.failed]].join(' '));
  };
  field.addEventListener('input', show);
  return (column, isDescending) => {
    sorted = { column, isDescending };
    show();
  };
};

define('table', (element) => {
  // Of few rows, which are seen at a glance, the page has no tools.
  const tools = /** @type {HTMLElement | null} */ (element.querySelector('.tools'));
  if (!tools) return;
  const isLong = Boolean(element.querySelector('.overview-parts'));
  const status = /** @type {HTMLElement} */ (element.querySelector('[role="status"]'));
  connectSorting(element, status, tools, isLong ? connectParts(element, status, tools) : undefined);
  if (!isLong) connectFilter(element, status, tools);
});
