// @ts-check
/** Needs and arrangements: choose, and see that path alone. */
import { copyOf, define, fill, readState, say, writeState } from './main.js';

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
  const rows = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('tbody tr')]);
  const heads = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('thead [data-arrangement]')]);
  const cells = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('[data-arrangement]')]);
  if (rows.length < 2 && heads.length < 2) return;
  const status = /** @type {HTMLElement} */ (element.querySelector('[role="status"]'));
  const form = /** @type {HTMLFormElement} */ (copyOf(element).querySelector('form'));
  const [need, arrangement] = form.querySelectorAll('select');
  /** The words of a head without its hint. @param {Element | null} head */
  const label = (head) => head?.firstChild?.textContent?.trim() ?? '';
  for (const row of rows) need.add(new Option(label(row.firstElementChild), row.id));
  for (const head of heads) arrangement.add(new Option(label(head), head.dataset.arrangement));

  const show = () => {
    const visible = shown({ need: need.value, arrangement: arrangement.value },
      rows.map(({ id }) => id), heads.map(({ dataset }) => dataset.arrangement ?? ''));
    for (const row of rows) row.hidden = !visible.needs.has(row.id);
    for (const cell of cells) cell.hidden = !visible.arrangements.has(cell.dataset.arrangement ?? '');
    element.classList.toggle('is-narrowed', Boolean(arrangement.value));
    const count = visible.needs.size * visible.arrangements.size;
    const { one, some } = element.dataset;
    say(status, need.value || arrangement.value ? fill(count === 1 ? one : some, { count, all: rows.length * heads.length }) : '');
  };
  const read = () => {
    const state = readState(location.hash);
    for (const select of [need, arrangement]) {
      select.value = state.get(select.name) ?? '';
      if (select.selectedIndex < 0) select.value = '';
    }
    show();
  };
  form.addEventListener('change', () => {
    writeState({ need: need.value, arrangement: arrangement.value }, true);
    show();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', read);
  for (const [select, many] of /** @type {[HTMLSelectElement, boolean][]} */ ([[need, rows.length > 1], [arrangement, heads.length > 1]])) {
    if (!many) select.closest('label')?.remove();
  }
  status.before(form);
  read();
});
