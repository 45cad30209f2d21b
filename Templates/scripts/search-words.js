// @ts-check
// Words as the index files them. The same as Sources/Search/Words; Tests/Fixtures/search-words.json holds both to it.

/** @typedef {{steps: [string, string, number][][], stop: Set<string>, ask: Set<string>, families: Map<string, string[]>, apart: Map<string, string>, filed: Map<string, Filed[]>}} Language */
/** @typedef {{text: string, start: number, end: number}} Word */
/** @typedef {Word & {terms: string[]}} Filed */

// Signs that are not seen, such as soft hyphens and spaces of no width (Cf), are parts of words, and go when these are folded.
const SIGN = '[\\p{L}\\p{N}\\p{M}\\p{Cf}]';
const APOSTROPHE = '\'\x60\xb4\u2018\u2019\u02bc';
const APOSTROPHES = new RegExp(`[${APOSTROPHE}]`, 'g');
const HYPHEN = '\\-\u2010\u2011\u2212';
/** What groups the digits of numbers, apart from spaces that break. */
const GROUP = `,.${APOSTROPHE}\u00a0\u2007\u2009\u202f`;
const NUMBER = `[0-9]{1,3}(?:[ ${GROUP}][0-9]{3})+(?!${SIGN})`;
const WORDS = new RegExp(`(?:${NUMBER}|${SIGN}+)(?:[._/${HYPHEN}${APOSTROPHE}]${SIGN}+)*`, 'gu');
/** A number that begins with groups of three, all set apart by the same sign. */
const GROUPED = new RegExp(`^[0-9]{1,3}([${GROUP}])[0-9]{3}(?:\\1[0-9]{3})*(?!\\1?[0-9])`, 'u');
const MARKED = /[\u00c0-\u024f\u0370-\u04ff\u1e00-\u1fff]/g;
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u064b-\u0652\u0670]/g;
const LETTERS = new Map(
  'ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ħ h ŧ t ŋ n ς σ'.match(/\S+ \S+/g)?.map((pair) => /** @type {[string, string]} */ (pair.split(' '))));
const SPACELESS = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const LONGEST = 32;

/** The rules of the manifest. @param {{stem: string[], stop: string, ask?: string, families?: string[], apart?: string}} manifest @returns {Language} */
export function language({ stem, stop, ask = '', families = [], apart = '' }) {
  const steps = stem.map((step) => step.split(' ').map((rule) => {
    const [suffix, replacement, letters] = rule.split('>');
    return /** @type {[string, string, number]} */ ([suffix, replacement, Number(letters)]);
  }));
  const kin = families.map((family) => family.split(' ')).flatMap((family) => family.map((term) => /** @type {[string, string[]]} */ ([term, family.filter((other) => other !== term)])));
  return { steps, stop: new Set(stop.split(' ')), ask: new Set(ask.split(' ')), families: new Map(kin), apart: contractions(apart), filed: new Map() };
}

/** Words that are two, without their apostrophe, each with the one that `not` follows. @param {string} table what is before their `t`, and the word if it isn't that without `n` */
export const contractions = (table) => new Map(table.split(' ').map((entry) => {
  const [short, full = short.slice(0, -1)] = entry.split('>');
  return [`${short}t`, full];
}));

/** The two words of `can't`, `cant` or `cannot`. @param {string} word folded @param {Map<string, string>} apart */
export const two = (word, apart) => {
  const full = apart.get(word.replace(APOSTROPHES, ''));
  return full ? [full, 'not'] : undefined;
};

/** Small letters without marks. @param {string} text */
export function fold(text) {
  if (/^[a-z0-9]*$/.test(text)) return text;
  return text.toLowerCase().replace(/\p{Cf}/gu, '')
    .replace(MARKED, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(MARKS, '')
    // Wide signs and ligatures.
    .replace(/[\uff01-\uff5e\ufb00-\ufb06ĳſ]/g, (sign) => sign.normalize('NFKC'))
    .replace(/[^\0-\x7f]/g, (letter) => LETTERS.get(letter) ?? letter);
}

/** @param {string} text @returns {Word[]} */
export function words(text) {
  return Array.from(text.matchAll(WORDS), ({ 0: text, index }) => ({ text, start: index, end: index + text.length }));
}

/** @param {string} word folded @param {Language} language */
export function stem(word, { steps }) {
  if (/[^a-z]/.test(word)) return word;
  for (const step of steps) {
    for (const [suffix, replacement, letters] of step) {
      if (!word.endsWith(suffix)) continue;
      const rest = word.slice(0, word.length - suffix.length);
      if (rest.length < letters || (letters && !/[aeiouy]/.test(rest))) continue;
      word = rest + replacement;
      break;
    }
  }
  return word;
}

/** Parts that belong together, folded; the digits of `1,500` are one, and `can't` is two. @param {string} word @param {Language} language @returns {string[][]} */
export function pieces(word, { apart }) {
  const folded = fold(word);
  const parts = two(folded, apart) ?? folded.replace(GROUPED, (number) => number.replace(/[^0-9]/g, '')).split(APOSTROPHES);
  return parts.filter((part) => parts.length === 1 || [...part].length > 1)
    .flatMap((part) => (/[0-9]/.test(part) ? [part] : part.split(/[._/]/)))
    .map((part) => part.split(new RegExp(`[ ._/${HYPHEN}${GROUP}]`)));
}

/**
 * Other ways to file one word: each a list of terms that all have to be there. A code is tried whole, then in its
 * parts, then as letters and digits.
 * @param {string[]} parts @param {Language} language @returns {string[][]}
 */
export function alternatives(parts, language) {
  const { lists, loose } = ways(parts, language);
  return [...lists, ...loose];
}

/**
 * The same, those apart that leave single letters of a code out: `C9300` by 9300 alone, which others have too.
 * @param {string[]} parts @param {Language} language
 */
export function ways(parts, language) {
  const whole = parts.join('');
  if (!/[0-9]/.test(whole)) {
    const separate = parts.flatMap(pairs).map((part) => stem(part, language));
    return { lists: distinct([separate, [stem(whole, language)]].slice(0, parts.length)), loose: [] };
  }
  const stems = parts.map((part) => stem(part, language));
  const runs = parts.flatMap((part, index) => (/[0-9]/.test(part) ? part.match(/[0-9]+|[^0-9]+/g) ?? [] : [stems[index]]));
  const long = [stems, runs].map((list) => list.filter((term) => term.length > 1));
  const isWhole = [stems, runs].map((list, index) => list.length === long[index].length);
  const lists = distinct([[whole], ...long.filter((_, index) => isWhole[index])]);
  return { lists, loose: distinct([...lists, ...long.filter((_, index) => !isWhole[index])]).slice(lists.length) };
}

/** Every term a word of a text is filed under: of a code what it has up to its number, as what follows is the same of many. @param {string} word @param {Language} language */
export function terms(word, language) {
  return pieces(word, language).flatMap((parts) => {
    const whole = parts.join('');
    const model = /\D/.test(whole) && parts.findIndex((part) => /\d{3}/.test(part)) + 1 || undefined;
    return [...model ? [whole] : [], ...alternatives(parts.slice(0, model), language).flat()];
  });
}

/**
 * The words of a text with their terms. Kept for some hundred texts: with each key mostly the same ones are shown again.
 * @param {string} text @param {Language} language
 */
export function filed(text, language) {
  const { filed } = language;
  const found = filed.get(text) ?? words(text).map((word) => ({ ...word, terms: terms(word.text, language) }));
  if (filed.size > 400) filed.clear();
  filed.set(text, found);
  return found;
}

/** Scripts without spaces: every two signs next to each other. @param {string} part */
function pairs(part) {
  const signs = [...part];
  if (signs.length < 3 || !SPACELESS.test(part)) return [part];
  return signs.slice(1).map((sign, index) => signs[index] + sign);
}

/** @param {string[][]} lists */
function distinct(lists) {
  const kept = lists.map((list) => list.filter((term) => term && term.length <= LONGEST)).filter((list) => list.length);
  return [...new Map(kept.map((list) => [list.join(' '), list])).values()];
}
