// @ts-check
/** Whether `Tests/long/scripts` runs the tests: then nothing is left out. */
export const isLong = process.env.WAYMARK_LONG === '1';

/** Published scripts are tried with fewer: their sources are tried with more. */
const share = process.env.WAYMARK_SCRIPTS ? 4 : 1;

/**
 * So many of a list at most, from its beginning to its end; in the long run all.
 * @template T
 * @param {T[]} all
 * @param {number} most
 * @returns {T[]}
 */
export const sample = (all, most) => {
  const step = isLong ? 1 : Math.max(1, Math.ceil(all.length * share / most));
  return all.filter((_, index) => index % step === 0);
};
