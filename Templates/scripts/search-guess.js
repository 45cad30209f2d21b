// @ts-check
// What may have been meant by a word that the index does not have: half a word, one spelt otherwise, a code of a product.

import { halves, isNear } from './search-spelling.js';

/** @typedef {import('./search-engine.js').Part} Part */

export class Guess {
  /** @param {import('./search-engine.js').Search} search */
  constructor(search) {
    this.search = search;
  }

  /** What may have been meant by a word that matches nothing. @param {Part} part @param {Part[]} before */
  async of({ typed, lists, loose, isLast }, before) {
    const word = this.search.fold(typed);
    if (/\d/.test(word)) return await this.product(typed, before) ?? this.series(typed.split(/[-._/]/), loose);
    if (isLast && word.length > 3) {
      // Half a word that is longer than its stem is no mistake: "inspectio".
      const stems = (await this.search.files.beginningWith(word)).map((longer) => this.search.stem(longer));
      const group = await this.search.hits([...new Set(stems)].slice(0, 20).map((one) => [one]), false, []);
      if (group.hits.size) return { group, meant: '' };
    }
    // Nobody mistypes the first letter as easily as the others: "gmail" is not "mail".
    if (word.length > 4) {
      const [beginning, end] = halves(word);
      const similar = await Promise.all([this.search.files.beginningWith(beginning), this.search.files.endingWith(end)]);
      const near = new Set(similar.flat().filter((other) => other[0] === word[0] && isNear(word, other)));
      const groups = await Promise.all([...near].sort().map(async (meant) => (
        { meant, group: await this.search.hits([[this.search.stem(meant)]], false, []) })));
      groups.sort((one, other) => other.group.hits.size - one.group.hits.size);
      if (groups[0]?.group.hits.size) return groups[0];
    }
    return { group: await this.search.hits(lists, false, []), meant: '' };
  }

  /**
   * A code by the lists of products: one that a listed code begins is that product; of another one a series is asked about.
   * @param {string} typed @param {Part[]} before
   */
  async product(typed, before) {
    const [number] = typed.match(/\d{3,}/) ?? [];
    const entries = number ? await this.search.files.codes(number[0]) : [];
    if (!number || !entries.length) return undefined;
    const { keyOf, match } = await import('./codes.js');
    const keys = entries.map(([, name, ...also]) => keyOf(name, also));
    // Letters may stand apart: "ASA 5516-X".
    const last = before.at(-1);
    const wider = last && !last.isStop && !/\d/.test(last.typed) ? `${last.typed} ${typed}` : typed;
    // A number among words may be of anything; by itself, or with letters, it is a product's.
    const isCode = wider !== typed || /\p{L}/u.test(typed) || !before.length;
    for (const text of new Set([typed, wider])) {
      const { verdict, places } = match(keys, text);
      if (verdict === 'found') return { group: this.search.given(places.map((place) => entries[place][0])), meant: '' };
    }
    for (const text of new Set([wider, typed])) {
      const { verdict, places } = match(keys, text);
      if (!isCode || verdict !== 'series') continue;
      this.search.doubt = { text, names: places.map((place) => entries[place][1]) };
      return { group: this.search.given(places.map((place) => entries[place][0])), meant: '' };
    }
    return undefined;
  }

  /** A variant that the site does not list: what stands before it, or what is left of it. @param {string[]} bits of the code @param {string[][]} loose */
  async series(bits, loose) {
    while (bits.length > 1 && bits.slice(0, -1).some((bit) => /\d/.test(bit))) {
      bits.pop();
      const group = await this.search.hits(this.search.ways(bits.map(this.search.fold)).lists, false, []);
      if (group.hits.size) return { group, meant: bits.join('-') };
    }
    const group = await this.search.hits(loose, false, []);
    return { group, meant: group.hits.size ? loose[0].join(' ') : '' };
  }
}
