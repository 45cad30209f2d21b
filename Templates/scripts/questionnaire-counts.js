// @ts-check
/**
 * Where a site asks for it, results are counted without knowing who reached them: a result requests an empty file that is
 * named after its outcome, so that the log of the web server tells how often. Neither answers nor cookies nor the page
 * that asks go with the request, and nothing is kept on the device.
 */

/** @typedef {import('./questionnaire-page.js').QuestionnairePage} QuestionnairePage */
/** @typedef {import('./questionnaire-walk.js').ResultPlace} ResultPlace */

/** The results that were reached since the page came. @type {Set<string>} */
const reached = new Set();

/**
 * The files that a result requests: of its first outcome, so that these add up to the number of results, and of the others.
 * @param {{ id: string }[]} outcomes  of the questionnaire
 * @param {number[][]} found  by decision
 */
export const filesOf = (outcomes, found) => {
  const ids = new Set(found.flat().map((outcome) => outcomes[outcome].id));
  return [...ids].map((id, index) => `${index ? 'also/' : ''}${id}.txt`);
};

/** Whether the reader asks not to be tracked. */
const isUnwanted = () => {
  const { doNotTrack, globalPrivacyControl } = /** @type {Navigator & { globalPrivacyControl?: boolean }} */ (navigator);
  return doNotTrack === '1' || globalPrivacyControl === true;
};

/** Whether the page came back with this very result, by reload, Back or Forward: it was counted then. */
const isSeenAgain = () => {
  const [entry] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  return Boolean(entry) && entry.type !== 'navigate' && entry.name === location.href;
};

/** Counts a result once for each time that the page is opened. @param {QuestionnairePage} page @param {ResultPlace} place */
export const count = ({ form, words }, { outcomes }) => {
  const files = filesOf(form.outcomes, outcomes);
  const isKnown = reached.has(`${files}`);
  reached.add(`${files}`);
  if (isKnown || isUnwanted() || isSeenAgain()) return;
  for (const file of files) {
    // Without network it isn't counted, and the reader need not know.
    fetch(words.counts + file, { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', keepalive: true }).catch(() => {});
  }
};
