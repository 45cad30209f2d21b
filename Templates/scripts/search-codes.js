// @ts-check
// What may have been meant by a code that the index does not have: the product that a listed code begins, or its series.

import { keyOf, match } from './codes.js';

/** @typedef {import('./codes.js').Key} Key */
/** @typedef {import('./search-engine.js').Search} Search */
/** @typedef {import('./search-engine.js').Group} Group */
/** @typedef {import('./search-engine.js').Part} Part */

/** The number of a model. */
const MODEL = /\d{3}/;

/**
 * What a word among others names. A number may be a count, a year or a size there: by itself, with letters, or after a word of its
 * own, it is a product's. What only looks like it is offered to whoever typed nothing else.
 * @param {Key[]} keys @param {string} typed @param {string} wider  with the word before it, which may have its letters
 * @param {boolean} isAlone @returns {{ isSure: boolean, verdict: string, text: string, places: number[] } | undefined}
 */
const named = (keys, typed, wider, isAlone) => {
  const isBare = !/\p{L}/u.test(typed);
  const isAmong = isBare && !isAlone;
  const isCount = isBare && (typed.length < 3 || isAmong && wider === typed || /^(19|20)\d\d\b/.test(typed));
  const own = { text: typed, ...match(keys, typed, isAmong) };
  const both = { text: wider, ...match(keys, wider, isAmong) };
  const sure = [own, both].find(({ verdict }) => verdict === 'found');
  const asked = isCount ? [] : [both, ...isAmong ? [] : [own]];
  const found = sure ?? asked.find(({ verdict }) => verdict === 'series' || verdict === 'part')
    ?? asked.find(({ verdict }) => isAlone && verdict === 'near');
  return found && { ...found, isSure: found === sure };
};

/**
 * The products of the lists that a code names; of its series, or of what ends several codes, one is asked about.
 * @param {Search} search @param {string} typed @param {Part | undefined} last  the word before it @param {boolean} isAlone
 */
const product = async (search, typed, last, isAlone) => {
  // Letters may stand apart: "ASA 5516-X".
  const wider = last && !last.isStop && !/\d/.test(last.typed) ? `${last.typed} ${typed}` : typed;
  const number = search.fold(wider).match(/\d{3,}|\d+(?!.*\d{3})/)?.[0] ?? '';
  const entries = await search.files.codes(number[0]);
  const found = named(entries.map(([, name, ...also]) => keyOf(name, also)), typed, wider, isAlone);
  if (!found) return undefined;
  return found.isSure ? search.given(found.places.map((place) => entries[place][0])) : asked(search, entries, found);
};

/**
 * Products that are only asked about.
 * @param {Search} search @param {[number, string, ...string[]][]} entries @param {{ text: string, verdict: string, places: number[] }} guessed
 */
const asked = (search, entries, { text, verdict, places }) => {
  search.doubt = { text, names: places.map((place) => entries[place][1]), isNear: verdict === 'near' };
  return search.given(places.map((place) => entries[place][0]));
};

/**
 * What a number may mean after the name of a line, where what has the number is of another one: "catalyst 9500" is no Nexus.
 * Nothing if the word names no line.
 * @param {Search} search @param {string} line @param {string} typed
 */
export const ofLine = async (search, line, typed) => {
  const entries = await search.files.codes(search.fold(typed).match(/\d{3}/)?.[0][0] ?? '');
  const keys = entries.map(([, name, ...also]) => keyOf(name, also));
  const text = `${line} ${typed}`;
  const [own, both] = [match(keys, typed), match(keys, text)];
  const isOther = own.verdict === 'found' && ['series', 'near'].includes(both.verdict) && !both.places.some((place) => own.places.includes(place));
  return isOther ? asked(search, entries, { text, ...both }) : undefined;
};

/**
 * A variant that the site does not list: what stands before it, or what is left of it.
 * @param {Search} search @param {string[]} bits of the code @param {string[][]} loose
 */
const series = async (search, bits, loose) => {
  while (bits.length > 1 && bits.slice(0, -1).some((bit) => MODEL.test(bit))) {
    bits.pop();
    const group = await search.hits(search.ways(bits.map(search.fold)).lists, false, []);
    if (group.hits.size) return { group, meant: bits.join('-') };
  }
  // Two digits, as of "10g", are a size: no series has them.
  const group = await search.hits(loose.filter((terms) => terms.some((term) => MODEL.test(term))), false, []);
  return { group, meant: group.hits.size ? loose[0].join(' ') : '' };
};

/** @param {Search} search @param {Part[]} parts @param {number} index of the code @returns {Promise<{ group: Group, meant: string }>} */
export const guess = async (search, parts, index) => {
  const { typed, loose } = parts[index];
  const group = await product(search, typed, parts[index - 1], parts.length === 1);
  return group ? { group, meant: '' } : series(search, typed.split(/[-._/]/), loose);
};
