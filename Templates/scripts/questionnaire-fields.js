// @ts-check
/** The fields of a question: how they are filled in and read. */
import { the } from './questionnaire-page.js';

/** @typedef {import('./questionnaire-form.js').OneOf | import('./questionnaire-form.js').AnyOf} Choice */
/** @typedef {import('./questionnaire-page.js').QuestionnairePage} QuestionnairePage */
/** @typedef {string | string[]} Entry  of an option its id, ticks with commas between them; else the texts of fields */

/**
 * Puts the options of a question into a box, some of them ticked, and says how to read them.
 * @param {QuestionnairePage} page
 * @param {Choice} asked
 * @param {number[]} closed  options that aren't offered
 * @param {Entry} entry
 * @param {HTMLElement} box
 */
export const addOptions = (page, asked, closed, entry, box) => {
  const ticked = `${entry}`.split(',');
  /** @type {import('./questionnaire-form.js').Option[]} */
  const choices = 'none' in asked && asked.none ? [...asked.options, { id: 'none', label: asked.none }] : asked.options;
  const rows = choices.map(({ id, label, hint }, index) => {
    const row = the(page.part('option', { label, hint: page.html(hint) }), '.q-option');
    const input = /** @type {HTMLInputElement} */ (the(row, 'input'));
    Object.assign(input, { type: asked.kind === 'one' ? 'radio' : 'checkbox', value: id, checked: ticked.includes(id), id: `q-${id}` });
    the(row, 'label').setAttribute('for', input.id);
    if (hint) input.setAttribute('aria-describedby', the(row, '.hint').id = `${input.id}-hint`);
    row.hidden = closed.includes(index);
    return row;
  });
  box.append(...rows);
  if ('search' in asked) {
    import('./questionnaire-search.js').then(({ connect }) => connect(box, page.part('search', {}), choices, rows, page.words));
  }
  return () => {
    /** @type {NodeListOf<HTMLInputElement>} */
    const checked = box.querySelectorAll(':checked');
    return [...checked].map(({ value }) => value).join() || (asked.kind === 'any' ? 'none' : '');
  };
};
