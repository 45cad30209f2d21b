// @ts-check
/** A field that narrows a long list of options: radio buttons stay what they are, so keyboard and screen reader work as ever. */
import { fill, say } from './main.js';

const LIMIT = 8;

/** A text in pieces, letters and digits apart and without accents: `WS-C3850` is `ws`, `c`, `3850`. */
export const pieces = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];

/** The places of the options that have, for every piece of the question, a word that starts with it. */
export const find = (options, question) => {
  const wanted = pieces(question);
  return options.flatMap(({ label, also = [] }, index) => {
    const text = ` ${pieces([label, ...also].join(' ')).join(' ')}`;
    return wanted.every((piece) => text.includes(` ${piece}`)) ? [index] : [];
  });
};

/** Shows of the rows in a box only those that match, the one that is chosen, and those that are always there. */
export const connect = (box, tools, options, rows, words) => {
  const field = tools.querySelector('input');
  const status = tools.querySelector('[role=status]');
  const isFixed = (row, index) => options[index]?.always || row.querySelector('input').checked;
  const show = () => {
    const found = field.value.trim() ? find(options, field.value) : options.map((_, index) => index);
    const near = new Set(found.slice(0, LIMIT));
    // Taken out and not hidden: arrow keys of a group would stop at hidden buttons.
    for (const row of rows) row.remove();
    box.append(...rows.filter((row, index) => near.has(index) || isFixed(row, index)));
    const text = found.length > LIMIT ? words.searchSome : found.length ? words.searchAll : words.searchNone;
    say(status, fill(text, { count: Math.min(found.length, LIMIT), all: found.length, text: field.value.trim() }));
  };
  field.addEventListener('input', show);
  // Enter looks, it does not answer.
  field.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  box.before(tools);
  show();
};
