// @ts-check
// One edit: a letter too many, too few, wrong, or two that changed places.

/** Whether two words are at most one edit apart. @param {string} one @param {string} other */
export function isNear(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [first, second] = [one.slice(start), other.slice(start)];
  return first.slice(1) === second.slice(1) || first === second.slice(1) || first.slice(1) === second
    || (first[0] === second[1] && first[1] === second[0] && first.slice(2) === second.slice(2));
}

/**
 * The beginning and the end of a word of which one is right if it has one edit. There is a letter between them, so
 * that two letters that changed places never touch both.
 * @param {string} word @returns {[string, string]}
 */
export function halves(word) {
  const length = (word.length - 1) >> 1;
  return [word.slice(0, length), word.slice(length + 1)];
}
