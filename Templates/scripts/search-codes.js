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
const ofLine = async (search, line, typed) => {
  const entries = await search.files.codes(search.fold(typed).match(/\d{3}/)?.[0][0] ?? '');
  const keys = entries.map(([, name, ...also]) => keyOf(name, also));
  const text = `${line} ${typed}`;
  const [own, both] = [match(keys, typed), match(keys, text)];
  const isOther = own.verdict === 'found' && ['series', 'near'].includes(both.verdict) && !both.places.some((place) => own.places.includes(place));
  return isOther ? asked(search, entries, { text, ...both }) : undefined;
};

/**
 * What numbers among words are: an amount names no product, and the number of a model that was only begun ("port 443" is no 4431) has to
 * go with another word.
 * @param {Search} search @param {string} text @param {Group[]} groups @param {string[]} missing
 */
export const settle = async (search, text, groups, missing) => {
  for (const group of [...groups]) {
    const { typed, hits } = group;
    const number = typed.replace(/\D/g, '');
    if (number.length < 3 || /[^\d,.]/.test(typed)) continue;
    const isAmount = RegExp(`\\p{Sc}\\s?${typed}`, 'u').test(text) && [...hits.values()].some(({ cover }) => cover);
    const others = groups.filter((other) => other !== group && !other.isStop);
    const isBegun = typed !== text && !search.doubt && !search.terms.has(number);
    if (!isAmount && !(isBegun && [...hits.keys()].every((record) => others.every((other) => !other.hits.has(record))))) continue;
    groups.splice(groups.indexOf(group), 1);
    missing.push(typed);
  }
  await keepLines(search, groups);
  leaveCounts(groups);
};

/** A number that only products without the word beside it have may be meant of another line. @param {Search} search @param {Group[]} groups */
const keepLines = async (search, groups) => {
  for (const [index, { typed, hits }] of groups.entries()) {
    const line = groups[index - 1] ?? groups[1];
    if (search.doubt || !/\d{3}/.test(typed) || !line || line.isStop || /\d/.test(line.typed)) continue;
    if ([...hits].some(([record, { cover }]) => cover && line.hits.has(record))) continue;
    const group = await ofLine(search, line.typed, typed);
    if (group) groups[index] = { ...group, typed };
  }
};

/** "40 switches" and "1000 users" are counts, and needn't be there, unless a record has both. @param {Group[]} groups */
const leaveCounts = (groups) => groups.forEach((group, index) => {
  const next = groups[index + 1];
  const isCount = next && (/^\d\d?$/.test(group.typed) || !/\p{L}/u.test(group.typed) && next.typed.endsWith('s'));
  if (isCount && ![...group.hits.keys()].some((record) => next.hits.has(record))) group.isStop = true;
});

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
