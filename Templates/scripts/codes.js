// @ts-check
/**
 * The one matcher of names and codes: the filter of products, the search in the options of a questionnaire and the search of
 * the site all ask it, so that the same code means the same product in each. Tests/Fixtures/codes.json holds it to verdicts.
 *
 * What is written in the list, or begins a code that is longer, is *found*. All else is a guess that readers are asked about,
 * and never an answer: a code rounded to its series is wrong too often.
 */
import { pieces, plain } from './plain.js';
import { isNear } from './search-spelling.js';

/**
 * What an entry is found by. `texts` are its name and other names in pieces, each after a sign: a space where a word begins, or
 * a part of a code that has had no digit yet (`WS-C3750`); `~` where a code goes on (`N9K-C9300` is no C9300); `.` inside a part.
 * `open` is the same with spaces alone.
 * `ranges` are the first and the last number of `MX204–MX480`, with the letters before the first.
 * @typedef {{ texts: { marked: string, open: string }[], solid: string[], ranges: [from: number, to: number, letters: string][] }} Key
 * @typedef {{ pieces: string[], model: number }} Token  `model` is the place of the number that names a model; -1 without one
 * @typedef {'all' | 'found' | 'part' | 'series' | 'near' | 'none'} Verdict
 *   `part`: the end of codes, such as `48P`, which other products have too; `series`: the same number or its series, which may be
 *   another one; `near`: what looks most like it
 * @typedef {{ verdict: Verdict, places: number[] }} Match
 */

/** @param {string | undefined} piece */
const isNumber = (piece) => /^\p{N}/u.test(piece ?? '');

/** Words between spaces; "C 9300" is typed for C9300. @param {string} text */
const words = (text) => plain(text).replace(/(?<![\p{L}\p{N}])(\p{L}) (?=\p{N})/gu, '$1').split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** The pieces of a word, each after its sign. @param {string} word */
const marked = (word) => {
  let began = false;
  return word.split(/[^\p{L}\p{N}]+/u).filter(Boolean).map((segment) => {
    const sign = began ? '~' : ' ';
    began ||= /\p{N}/u.test(segment);
    return sign + pieces(segment).join('.');
  }).join('');
};

/**
 * @param {string} name
 * @param {string[]} also  other names
 * @param {string} [others]  what else it is found by: category, values
 * @returns {Key}
 */
export const keyOf = (name, also, others = '') => {
  const names = [name, ...also];
  const all = names.join(' ');
  return {
    texts: [...names, others].map((text) => {
      const one = `${words(text).map(marked).join('')} `;
      return { marked: one, open: one.replace(/[~.]/g, ' ') };
    }),
    solid: names.map((text) => pieces(text).join('')),
    // The end may leave the letters out: `MX204–480`. Of one digit alone, they say that it is a code.
    ranges: [...all.matchAll(/(\p{L}*)[ -]?(?<!\d)(\d{1,6})\s?[-–—]\s?(\p{L}*)[ -]?(\d{1,6})(?!\d)/gu)]
      .filter(([, letters, from, end, to]) => from.length === to.length && from < to && (from.length > 1 || letters && letters === end))
      .map(([, letters, from, , to]) => /** @type {[number, number, string]} */ ([Number(from), Number(to), plain(letters)])),
  };
};

/** @param {string} text @returns {Token[]} */
const tokens = (text) => words(text).map((word) => {
  const parts = pieces(word);
  return { pieces: parts, model: parts.findIndex((piece) => isNumber(piece) && piece.length > 2) };
});

/**
 * Whether pieces stand one after another in a name of a key: letters only where a word or a code begins.
 * @param {Key} key @param {string[]} run @param {(text: { marked: string, open: string }, end: number) => boolean} isEnd
 * @param {boolean} [isAnywhere]
 */
const stands = (key, run, isEnd, isAnywhere = isNumber(run[0])) => {
  const text = ` ${run.join(' ')}`;
  return key.texts.some((one) => {
    for (let at = one.open.indexOf(text); at >= 0; at = one.open.indexOf(text, at + 1)) {
      if ((isAnywhere || one.marked[at] === ' ') && isEnd(one, at + text.length)) return true;
    }
    return false;
  });
};

/** @param {Key} key @param {string[]} run @param {boolean} isOpen the last piece may go on */
const hasRun = (key, run, isOpen) => stands(key, run, ({ open }, end) => isOpen || open[end] === ' ');

/** @param {Key} key @param {string} piece @param {string} [before]  the piece before it */
const inRange = (key, piece, before) => key.ranges.some(([from, to, letters]) =>
  from <= Number(piece) && Number(piece) <= to && (before === undefined || before === letters));

/** Whether a word stands in a key: its pieces in a row, or each by itself if none is short. @param {Key} key @param {Token} token @param {boolean} isLast */
const hasToken = (key, { pieces: parts }, isLast) => {
  const last = parts.at(-1);
  // The last number is still being typed, and so may any word of letters be.
  if (hasRun(key, parts, isLast || !isNumber(last))) return true;
  // The few letters that end a code may stand apart: "2960 x".
  if (isLast && parts.length === 1 && parts[0].length < 3 && stands(key, parts, ({ open }, end) => open[end] === ' ', true)) return true;
  const solid = parts.join('');
  if (parts.length > 2 && solid.length > 4 && key.solid.some((name) => name.startsWith(solid))) return true;
  return parts.every((piece, index) => (isNumber(piece)
    ? hasRun(key, [piece], isLast && index === parts.length - 1) || inRange(key, piece)
    : piece.length > 2 && hasRun(key, [piece], true) || inRange(key, parts[index + 1], piece)));
};

/**
 * Whether a name is a code's beginning, at least up to its number: `WS-C3750` of `WS-C3750X-24T-S`. What goes on in the list
 * (`ASR-920-4SZ-A`) names another device than what goes on otherwise.
 * @param {Key} key @param {Token} token
 */
const beginsToken = (key, { pieces: parts, model }) => model >= 0 && stands(key, parts.slice(0, model + 1), ({ marked, open }, end) => {
  const rest = marked.slice(end).match(/[ ~.][\p{L}\p{N}]+/gu) ?? [];
  const other = rest.findIndex((piece, index) => piece.slice(1) !== parts[model + 1 + index]);
  return open[end] === ' ' && (other < 0 || /^ \p{L}/u.test(rest[other]));
});

/** The entries that a text names. @param {Key[]} keys @param {Token[]} asked @param {boolean} isWhole  its last word doesn't go on */
const found = (keys, asked, isWhole) => {
  const has = (/** @type {Key} */ key, /** @type {Token} */ token) => hasToken(key, token, !isWhole && token === asked.at(-1));
  const exact = keys.filter((key) => asked.every((token) => has(key, token)));
  if (exact.length) return exact;
  return keys.filter((key) => asked.some((token) => beginsToken(key, token))
    && asked.every((token) => beginsToken(key, token) || has(key, token)));
};

/** Whether a text has only the end of codes: no number of a model, and what stands in no name where a word or a code begins. @param {Key[]} keys @param {Token[]} asked */
const isEnd = (keys, asked) => asked.every(({ model }) => model < 0) && asked.some(({ pieces: parts }) => parts.some(isNumber)
  && keys.every((key) => stands(key, parts, () => true, true) && !stands(key, parts, () => true, false)));

/** Whether what stands before a number stands in a key: a word may go on, the letters of a code are whole. @param {Key} key @param {string[]} letters */
const hasLetters = (key, letters) => hasRun(key, letters, letters.length === 1 && letters[0].length > 2);

/** Whether a word of a key is at most one edit away. @param {Key} key @param {string[]} words */
const hasMistyped = (key, [word, ...rest]) => word.length > 4 && !rest.length
  && key.texts.some(({ open }) => open.split(' ').some((other) => other[0] === word[0] && isNear(word, other)));

/** The entries that have a number, or it with zeros at its end. @param {Key[]} keys @param {string} number @param {number} zeros */
const rounded = (keys, number, zeros) => keys.filter((key) => hasRun(key, [number.slice(0, number.length - zeros) + '0'.repeat(zeros)], false));

/** The entries with the letters of a code, spelt as they are typed or nearly so. @param {Key[]} keys @param {string[][]} letters */
const withLetters = (keys, letters) => keys.filter((key) => letters.every((piece) => hasLetters(key, piece) || hasMistyped(key, piece)));

/**
 * The entries whose series a model may belong to: those with its number, else with it rounded.
 * @param {Key[]} keys @param {string[][]} letters before the number @param {string} number
 */
const series = (keys, letters, number) => {
  const same = withLetters(keys, letters);
  const around = same.filter((key) => inRange(key, number));
  if (around.length) return around;
  // Thousands are too far for a model (9407), but not for what is a series itself (9500).
  const most = isTelling(keys, same, letters) && number.endsWith('00') ? 3 : 2;
  for (let zeros = 0; zeros <= most && zeros < number.length; zeros += 1) {
    const found = rounded(same, number, zeros);
    if (found.length) return found;
  }
  const wild = same.filter((key) => letters.length && isWild(key, number));
  // Letters that nothing has may be mistyped, but then the number has to be whole.
  return wild.length || same.length ? wild : rounded(keys, number, 0);
};

/** What most of the list is called says nothing of a series. @param {Key[]} keys @param {Key[]} same @param {string[][]} letters */
const isTelling = (keys, same, letters) => letters.length > 0 && same.length * 2 < keys.length;

/** Whether a name has the number with signs left open: `AS5x00`. @param {Key} key @param {string} number */
const isWild = (key, number) => key.solid.some((name) => (name.match(/\d+x+\d+/g) ?? [])
  .some((pattern) => new RegExp(`^${pattern.replaceAll('x', '\\d')}$`).test(number)));

const NEAR = 3;

/** The entries that look most like what was typed. @param {Key[]} keys @param {Token[]} asked @param {string[][]} letters @param {string} number */
const near = (keys, asked, letters, number) => {
  if (number) {
    const same = withLetters(keys, letters);
    const thousands = isTelling(keys, same, letters) && number.length > 3 ? rounded(same, number, 3) : [];
    if (thousands.length) return thousands;
    const distance = (/** @type {Key} */ key) => Math.min(...key.texts.flatMap(({ open }) => open.match(/\p{N}+/gu) ?? [])
      .filter((other) => other.length === number.length && other[0] === number[0]).map((other) => Math.abs(Number(other) - Number(number))));
    // A series without its letters may be of a family: 9200 of 9000.
    const family = !letters.length && number.length > 3 && number.endsWith('00') ? rounded(same, number, 3) : [];
    return [...family, ...same.map((key) => ({ key, far: distance(key) }))
      .filter(({ far }) => far < Infinity).sort((one, other) => one.far - other.far).slice(0, NEAR).map(({ key }) => key)];
  }
  const words = asked.flatMap((token) => token.pieces);
  return keys.filter((key) => words.every((word) => hasLetters(key, [word]) || hasMistyped(key, [word])));
};

/**
 * What a text asks for among entries.
 * @param {Key[]} keys
 * @param {string} text
 * @param {boolean} [isWhole]  nobody is still typing its last word
 * @returns {Match}
 */
export const match = (keys, text, isWhole = false) => {
  const asked = tokens(text);
  /** @param {Verdict} verdict @param {Key[]} chosen */
  const result = (verdict, chosen) => {
    const set = new Set(chosen);
    return { verdict, places: keys.flatMap((key, index) => (set.has(key) ? [index] : [])) };
  };
  if (!asked.length) return result('all', keys);
  const sure = found(keys, asked, isWhole);
  if (sure.length) return result(isEnd(sure, asked) ? 'part' : 'found', sure);
  const at = asked.findIndex(({ model }) => model >= 0);
  // Of the words before it, and of its own code, what is no number.
  const letters = asked.slice(0, at + 1).flatMap((token, index) => (index === at
    ? [token.pieces.slice(0, token.model)] : token.pieces.filter((piece) => !isNumber(piece)).map((piece) => [piece])))
    .filter((run) => run.length);
  const number = at < 0 ? '' : asked[at].pieces[asked[at].model];
  const guess = number ? series(keys, letters, number) : [];
  if (guess.length) return result('series', guess);
  const similar = near(keys, asked, letters, number);
  return result(similar.length ? 'near' : 'none', similar);
};
