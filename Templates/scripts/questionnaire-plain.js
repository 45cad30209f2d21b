// @ts-check
/** What somebody typed, in the signs that readers of numbers and days know; the Swift twin is in Sources/Words. */

/** The zeros of the scripts whose digits are read. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810,
];

/** Digits 0 to 9, spaces, hyphens, straight apostrophes; nothing that nobody sees. @param {string} text */
export const plain = (text) => text
  .replace(/[\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
  // Full-width forms lie in the order of ASCII.
  .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  .replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((each) => code >= each && code < each + 10);
    return zero ? `${code - zero}` : digit;
  })
  .replace(/[\u2010-\u2015\u2212\ufe63]/g, '-')
  .replace(/[\x60\xb4\u02bc\u2018\u2019\u2032\u066c]/g, "'")
  .replaceAll('\uffe1', '£').replaceAll('\uffe5', '¥')
  .replace(/\s+/g, ' ').trim();
