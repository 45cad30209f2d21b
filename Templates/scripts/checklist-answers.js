// @ts-check
/**
 * What suppliers answered, as it is kept on the reader's device. What is read from there, or from a file, may be anything,
 * so `parse` takes only what it knows, within limits, and as plain text.
 */

/** @typedef {'yes' | 'partly' | 'no'} Answer  an item without one wasn't asked */

/**
 * @typedef {{ name: string, answers: Map<string, Answer>, notes: Map<string, string> }} Supplier  by the ids of items
 * @typedef {{ id: string, text: string }} Item
 */

const VERSION = 2;
/** In the order in which they are offered and counted. @type {Answer[]} */
export const ANSWERS = ['yes', 'partly', 'no'];
/** Enough for any choice, and small enough to be kept everywhere. */
export const LIMITS = { suppliers: 8, name: 80, note: 2000, file: 1_000_000 };

/** @param {unknown} value @param {number} limit */
const text = (value, limit) => (typeof value === 'string' ? value.slice(0, limit) : '');

/** @param {unknown} value @returns {Record<string, unknown>} */
const record = (value) => (typeof value === 'object' && value !== null ? /** @type {Record<string, unknown>} */ (value) : {});

/**
 * What a record says of each id, as far as it can be read.
 * @template T
 * @param {unknown} source @param {string[]} ids @param {(value: unknown) => T | undefined} read
 * @returns {Map<string, T>}
 */
const readEach = (source, ids, read) => {
  const from = record(source);
  /** @type {Map<string, T>} */
  const found = new Map();
  for (const id of ids) {
    const value = Object.hasOwn(from, id) ? read(from[id]) : undefined;
    if (value) found.set(id, value);
  }
  return found;
};

/**
 * Reads what was kept or exported; undefined when it is not that of a checklist. Items that are not on the page any
 * more are left out. Version 1 kept only which items were ticked: those are a yes.
 * @param {string | null} source
 * @param {string[]} ids
 * @returns {Supplier[] | undefined}
 */
export const parse = (source, ids) => {
  if (!source || source.length > LIMITS.file) return undefined;
  let value;
  try { value = record(JSON.parse(source)); } catch { return undefined; }
  const isOld = value.version === 1;
  if (!isOld && value.version !== VERSION || !Array.isArray(value.suppliers) || value.suppliers.length === 0) return undefined;
  return value.suppliers.slice(0, LIMITS.suppliers).map(record).map(({ name, answers, ticks, notes }) => ({
    name: text(name, LIMITS.name),
    answers: isOld ? new Map(Array.isArray(ticks) ? ids.filter((id) => ticks.includes(id)).map((id) => [id, 'yes']) : [])
      : readEach(answers, ids, (given) => ANSWERS.find((answer) => answer === given)),
    notes: readEach(notes, ids, (note) => text(note, LIMITS.note) || undefined),
  }));
};

/** The reverse of `parse`. @param {Supplier[]} suppliers */
export const serialised = (suppliers) => JSON.stringify({
  version: VERSION,
  suppliers: suppliers.map(({ name, answers, notes }) => ({ name, answers: Object.fromEntries(answers), notes: Object.fromEntries(notes) })),
}, null, 1);

/**
 * How many items a supplier answered with what, how many are open, and the numbers (from 1) of those.
 * @param {Supplier} supplier
 * @param {Item[]} items
 */
export const counts = ({ answers }, items) => {
  /** @param {Answer} answer */
  const having = (answer) => items.filter(({ id }) => answers.get(id) === answer).length;
  const numbers = items.flatMap(({ id }, index) => (answers.has(id) ? [] : [index + 1]));
  return { yes: having('yes'), partly: having('partly'), no: having('no'), open: numbers.length, numbers };
};
