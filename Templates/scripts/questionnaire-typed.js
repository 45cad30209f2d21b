// @ts-check
/**
 * Reads numbers and days as people type them, by the language of the site; the Swift twins are Sources/Words/NumberReader.swift
 * and DayReader.swift. Both are held to Tests/Fixtures/numbers.json and dates.json.
 */
/**
 * `exact` is what links hold; else `problem` says what is wrong. For `two` the readings are `one` and `other`, exact each.
 * @typedef {{ exact?: string, problem?: string, one?: string, other?: string }} Reading
 */

/** The zeros of the scripts whose digits are read. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810,
];

/** Codes of the currencies that most people use; three other letters may be a unit. */
const CODES = /^(AED|BDT|BGN|BRL|CHF|CZK|DKK|EGP|HUF|IDR|ILS|ISK|KES|KRW|MAD|MYR|NGN|NOK|PHP|PKR|PLN|RON|RSD|RUB|SAR|SEK|THB|TRY|UAH|VND|ZAR)$/;

/** Digits 0 to 9, spaces, hyphens, straight apostrophes; nothing that nobody sees. */
const plain = (text) => text
  .replace(/[\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
  // Full-width forms lie in the order of ASCII.
  .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  .replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0);
    const zero = ZEROS.find((each) => code >= each && code < each + 10);
    return zero ? code - zero : digit;
  })
  .replace(/[\u2010-\u2015\u2212\ufe63]/g, '-')
  .replace(/[`\xb4\u02bc\u2018\u2019\u2032\u066c]/g, "'")
  .replaceAll('\uffe1', '£').replaceAll('\uffe5', '¥')
  .replace(/\s+/g, ' ').trim();

/** Takes off what stands around a number; nothing if it names a currency that is not the question's. */
const bare = (text, unit, { moneyWords = '', singulars = '' }) => {
  const named = moneyWords.split(';').map((words) => words.trim().split(' '));
  const isSign = (word) => /^\p{L}{0,3}\p{Sc}$/u.test(word);
  const code = (word) => named.find((words) => words.includes(word))?.[0] ?? (CODES.test(word) ? word : undefined);
  const currency = (word) => isSign(word) ? word.at(-1) : code(word) ?? named.find((words) => words.includes(word.toLowerCase()))?.[0];
  const [first] = (unit ?? '').split(' ');
  const single = singulars.split('; ').find((pair) => pair.startsWith(`${first} `))?.split(' ')[1];
  const isUnit = (word) => !!unit && ([unit, `${unit}s`, `${unit}.`, single + unit.slice(first.length)].includes(word) || `${word}s` === unit
    || unit.startsWith(`${word} `) || unit.startsWith(`${word}s `));
  // A currency of another sign or code is not taken for that of the question; a unit in words may mean any.
  const isOwn = (word) => {
    const own = unit && (isSign(unit) ? currency(unit) : code(unit.toUpperCase()));
    return isUnit(word.toLowerCase()) || !own || currency(word) === own;
  };
  const isKnown = (word) => isUnit(word.toLowerCase()) || currency(word);

  // A unit may hold digits: `m2`.
  if (unit && text.toLowerCase().endsWith(unit) && text.length > unit.length) text = text.slice(0, -unit.length);
  for (let round = 0; round < 3; round += 1) {
    // `1500 kr.`, `kr. 1500`
    text = text.trim().replace(/(?<=\p{L})\.$/u, '');
    const before = /^[^\d.,'٫+-]*/.exec(text)?.[0] ?? '';
    const rest = text.slice(before.length);
    const behind = /[^\d.,'٫+-]*$/.exec(rest)?.[0] ?? '';
    const endsInLetter = /\p{L}$/u.test(before);
    if (!rest) return text;
    if (endsInLetter && rest.startsWith('. ')) text = before + rest.slice(1);
    else if (before && isKnown(before.trim())) {
      // `kr.50` may be a half or fifty.
      if (endsInLetter && rest.startsWith('.')) return text;
      if (!isOwn(before.trim())) return;
      text = rest;
    } else if (behind && isKnown(behind.trim())) {
      if (!isOwn(behind.trim())) return;
      text = text.slice(0, -behind.length);
    } else return text;
  }
  return text.trim();
};

const exact = (whole, behind) => {
  const digits = whole.replace(/^0+/, '');
  const rest = behind.replace(/0+$/, '');
  return digits.length > 12 || rest.length > 12 ? undefined : (digits || '0') + (rest && `.${rest}`);
};

/** The digits of a whole number, its groups joined; nothing if it is none. */
const joined = (text, decimal = '') => {
  const mark = text.match(/\D/)?.[0];
  if (!mark) return text;
  if (mark === decimal || !" ',.".includes(mark)) return;
  const between = mark === '.' ? '\\.' : mark;
  // `12,34,567`: hundreds of thousands have names of their own in India.
  const groups = new RegExp(`^[1-9](\\d{0,2}(${between}\\d{3})+|\\d?(${between}\\d\\d)+${between}\\d{3})$`);
  return groups.test(text) ? text.replaceAll(mark, '') : undefined;
};

/** What digits and marks can mean: with a mark as a decimal sign, and with all marks between groups. */
const readings = (text) => {
  let decimal;
  for (const mark of ['.', ',', '٫']) {
    const [whole, behind, more] = text.split(mark);
    if (more !== undefined || behind === undefined || !/^\d*$/.test(behind) || !(whole || behind)) continue;
    const digits = whole ? joined(whole, mark) : '0';
    if (digits) decimal = exact(digits, behind);
  }
  const groups = joined(text);
  return { decimal, groups: groups && exact(groups, '') };
};

/** @returns {Reading} */
const readNumber = (typed, { decimals, unit, from, to }, style) => {
  let text = plain(typed);
  let sign = '';
  const signed = () => {
    const found = /^[+-] ?/.exec(text)?.[0] ?? '';
    text = text.slice(found.length);
    return found.trim();
  };
  sign = signed();
  text = bare(text, unit?.toLowerCase(), style);
  if (text === undefined) return { problem: 'currency' };
  sign ||= signed();
  // `1500,-` and `1500.–`: whole amounts, as shops write them.
  const { decimal, groups } = readings(text.replace(/[.,]-+$/, ''));
  const full = (digits) => (sign === '-' && digits !== '0' ? '-' : '') + digits;
  if (!decimal || !groups) return decimal || groups ? { exact: full(decimal ?? groups) } : { problem: 'number' };
  // `1.500` or `1,500`: what the language groups by is groups, whatever else stays open.
  if (text.includes(style.group) && style.group !== style.decimal) return { exact: full(groups) };
  const units = +full(groups) * 10 ** decimals;
  if (decimals > 2 && (units < from || units > to) && text.includes(style.decimal)) return { exact: full(decimal) };
  return { problem: 'two', one: full(decimal), other: full(groups) };
};

const dayOf = (year, month, day) => {
  const text = [`${year}`.padStart(4, '0'), `${month}`.padStart(2, '0'), `${day}`.padStart(2, '0')].join('-');
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
};

const partsOf = (text) => text.toLowerCase().match(/\d+|[\p{L}\p{M}]+/gu) ?? [];

/** @returns {Reading} */
const readDay = (typed, { months, order }) => {
  const names = months.split(';').map((name) => partsOf(name).join(''));
  /** The month of a name or of its first three letters or more. */
  const monthOf = (word) => {
    const whole = names.indexOf(word);
    const begun = names.filter((name) => word.length > 2 && name.startsWith(word));
    return whole >= 0 ? whole + 1 : begun.length === 1 ? names.indexOf(begun[0]) + 1 : 0;
  };
  const parts = partsOf(plain(typed));
  const numbers = parts.filter((part) => /\d/.test(part));
  const words = parts.filter((part) => !/\d/.test(part));
  const month = words.map(monthOf).find(Boolean);
  const problem = { problem: 'date' };
  // `21st of November`: words of two letters say nothing.
  if (words.some((word) => word.length > 2 && !monthOf(word)) || numbers.length !== (month ? 2 : 3)) return problem;
  const year = numbers.find(({ length }) => length === 4);
  if (!year) return numbers.every(({ length }) => length < 3) ? { problem: 'shortYear' } : problem;
  const [first, second] = numbers.filter(({ length }) => length !== 4);
  const found = (day) => day ? { exact: day } : problem;
  if (month) return found(dayOf(year, month, first));
  if (!second || numbers[1] === year) return problem;
  if (numbers[0] === year) return found(dayOf(year, first, second));
  const both = { d: dayOf(year, second, first), m: dayOf(year, first, second) };
  const own = order.split(' ').map((each) => both[each.replace('y', '')[0]]).filter(Boolean);
  const [one = both.d ?? both.m] = own;
  const other = own.find((each) => each !== one);
  return other ? { problem: 'two', one, other } : found(one);
};

/**
 * Reads what somebody typed as an answer: a number in one field, a day in one or more.
 * @param {any} asked  the question
 * @param {string[]} texts  of the fields
 * @param {Record<string, string>} style
 */
export const readTyped = (asked, texts, style) => {
  if (asked.kind === 'number') return readNumber(texts[0], asked, style);
  const given = texts.filter((text) => text.trim());
  // Three fields say what is what.
  return readDay(given.join(' '), given.length > 2 ? { ...style, order: 'dmy' } : style);
};
