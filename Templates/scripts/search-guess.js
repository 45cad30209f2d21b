// @ts-check
// What may have been meant by a word that the index does not have: half a word, or one spelt otherwise.

import { halves, isNear } from './search-spelling.js';

/** @typedef {import('./search-engine.js').Part} Part */

/**
 * What may have been meant by a word that matches nothing.
 * @param {import('./search-engine.js').Search} search @param {Part} part
 */
export const guess = async (search, { typed, lists, isLast }) => {
  const word = search.fold(typed);
  if (isLast && word.length > 3) {
    // Half a word that is longer than its stem is no mistake: "inspectio".
    const stems = (await search.files.beginningWith(word)).map((longer) => search.stem(longer));
    const group = await search.hits([...new Set(stems)].slice(0, 20).map((one) => [one]), false, []);
    if (group.hits.size) return { group, meant: '' };
  }
  // Nobody mistypes the first letter as easily as the others: "gmail" is not "mail".
  if (word.length > 4) {
    const [beginning, end] = halves(word);
    const similar = await Promise.all([search.files.beginningWith(beginning), search.files.endingWith(end)]);
    const near = new Set(similar.flat().filter((other) => other[0] === word[0] && isNear(word, other)));
    const groups = await Promise.all([...near].sort().map(async (meant) => (
      { meant, group: await search.hits([[search.stem(meant)]], false, []) })));
    groups.sort((one, other) => other.group.hits.size - one.group.hits.size);
    if (groups[0]?.group.hits.size) return groups[0];
  }
  return { group: await search.hits(lists, false, []), meant: '' };
};
