// @ts-check
/** Needs and arrangements: choose, and see that path alone. */
import { define, fill, readState, say, writeState } from './main.js';

/**
 * Which needs and arrangements stay in view; a choice that the table does not have shows all.
 * @param {{ need: string, arrangement: string }} choice
 * @param {string[]} needs
 * @param {string[]} arrangements
 */
export const shown = (choice, needs, arrangements) => ({
  needs: new Set(needs.includes(choice.need) ? [choice.need] : needs),
  arrangements: new Set(arrangements.includes(choice.arrangement) ? [choice.arrangement] : arrangements),
});

define('actions', (element) => {
  const form = element.querySelector('form');
  if (!form) return;
  const rows = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('tbody tr')]);
  const heads = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('thead [data-arrangement]')]);
  const cells = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('[data-arrangement]')]);
  const status = /** @type {HTMLElement} */ (element.querySelector('[role="status"]'));
  // Of a single need, or a single arrangement, there is no list.
  const selects = [...form.querySelectorAll('select')];
  /** @param {string} name */
  const chosen = (name) => selects.find((select) => select.name === name)?.value ?? '';
  /** The words of a head without its hint. @param {Element | null} head */
  const label = (head) => head?.firstChild?.textContent?.trim() ?? '';
  for (const select of selects) {
    if (select.name === 'need') for (const row of rows) select.add(new Option(label(row.firstElementChild), row.id));
    else for (const head of heads) select.add(new Option(label(head), head.dataset.arrangement));
  }

  const show = () => {
    const choice = { need: chosen('need'), arrangement: chosen('arrangement') };
    const visible = shown(choice, rows.map(({ id }) => id), heads.map(({ dataset }) => dataset.arrangement ?? ''));
    for (const row of rows) row.hidden = !visible.needs.has(row.id);
    for (const cell of cells) cell.hidden = !visible.arrangements.has(cell.dataset.arrangement ?? '');
    element.classList.toggle('is-narrowed', Boolean(choice.arrangement));
    const count = visible.needs.size * visible.arrangements.size;
    const { one, some } = element.dataset;
    say(status, choice.need || choice.arrangement ? fill(count === 1 ? one : some, { count, all: rows.length * heads.length }) : '');
  };
  const read = () => {
    const state = readState(location.hash);
    for (const select of selects) {
      select.value = state.get(select.name) ?? '';
      if (select.selectedIndex < 0) select.value = '';
    }
    show();
  };
  form.addEventListener('change', () => {
    writeState(Object.fromEntries(selects.map(({ name, value }) => [name, value])), true);
    show();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', read);
  read();
});
