// @ts-check
// From what is typed to the numbers of records, best first.

import { fold, language, pieces, stem, ways, words } from './search-words.js';

/** @typedef {import('./search-files.js').SearchFiles} SearchFiles */
/** @typedef {{score: number, cover: number}} Hit cover: how much of the shortest title with the word it makes up */
/** @typedef {{typed: string, lists: string[][], loose: string[][], isStop: boolean, isLast: boolean}} Part a typed word; `loose` leaves some of a code out */
/** @typedef {{hits: Map<number, Hit>, isStop: boolean, isCut: boolean, rarity: number, typed: string}} Group what one word, or one phrase, found */
/** @typedef {{text: string, names: string[], isNear?: boolean}} Doubt `isNear` if they only look like it */
/**
 * @typedef {object} Found
 * @property {number[]} records
 * @property {Set<string>} terms what to mark
 * @property {import('./search-words.js').Language} language of the words to mark
 * @property {string} instead what was searched in place of what was typed; empty if that matched
 * @property {string[]} missing words that stand nowhere; there are results only if more are known
 * @property {string} rest what is left without them
 * @property {boolean} isPartial none is what was meant: these are only near
 * @property {(record: number) => string[]} lacks the words that a record doesn't have
 * @property {Doubt | undefined} doubt a code that is not listed, and the products that may be its series
 */

/** What a sign of the index stands for (base64url; RFC 4648, 5). @param {number} code */
const value = (code) => (code > 96 ? code - 71 : code > 94 ? 63 : code > 64 ? code - 65 : code > 45 ? code + 4 : 62);
/** What a synonym, a word of the same family, a longer word, or a part of a code counts against the word itself. */
const SYNONYM = 0.6;
const FAMILY = 0.85;
const LONGER = 0.8;
const CLOSE = 0.9;
/** What a question gains by being asked in words of its own. */
const QUESTION = 0.5;
/** What a word that stands nowhere counts against the rarest one. */
const UNKNOWN = 0.35;
/** Of the rarity of all words, what a result has to have; and what the first has to have, or all are only near. */
const LEAST = 0.25;
const MOST = 0.6;
const NEAREST = 3;
/** Of the rarity of all words, what the first has to have by how much they say there, or all are only near. */
const STRONG = 0.42;
/** A number that names no product. */
const COUNT = /^\d\d?$/;
/** What a result with a word in its title has to have, of what another has to. */
const TITLED = 0.4;

/** @param {SearchFiles} files @param {string} text @returns {Promise<Found>} */
export async function search(files, text) {
  return new Search(files, await files.manifest()).run(text);
}

export class Search {
  /** @type {Set<string>} */
  terms = new Set();
  /** @type {Doubt | undefined} */
  doubt;
  /** Records that are questions, if a question is asked. @type {Map<number, Hit>} */
  questions = new Map();

  /** @param {SearchFiles} files @param {import('./search-files.js').Manifest} manifest */
  constructor(files, manifest) {
    this.files = files;
    this.count = manifest.count;
    this.language = files.language ??= language(manifest);
  }

  /** @param {string} text @returns {Promise<Found>} */
  async run(text) {
    const parts = this.parts(text);
    // Who asks a question is looking for its like.
    const asked = this.language.ask.has(pieces(words(text)[0]?.text ?? '', this.language)[0]?.[0] ?? '') ? this.files.postings('!?', false) : undefined;
    // All files that the words need, at once.
    const [questions] = await Promise.all([asked, ...parts.flatMap(({ lists, isLast }) => lists.flat().map((term) => this.files.postings(term, isLast)))]);
    if (questions?.exact) this.add(questions.exact, this.questions, 1, 0);
    /** @type {Group[]} */
    const groups = [];
    let isChanged = false;
    /** @type {string[]} */
    const instead = [];
    /** @type {string[]} */
    const missing = [];
    /** @type {string[]} */
    const known = [];
    for (let index = 0; index < parts.length;) {
      const { group, length, meant } = await this.group(parts, index);
      const own = parts.slice(index, index + length);
      const typed = own.map((part) => part.typed);
      group.typed = own.filter(({ isStop }) => length < 2 || !isStop).map((part) => part.typed).join(' ');
      if (group.hits.size) groups.push(group);
      if (!group.isStop) (group.hits.size ? known : missing).push(...typed);
      isChanged ||= meant > '';
      instead.push(...(meant ? [meant] : typed));
      index += length;
    }
    if (/\d/.test(text)) await (await import('./search-codes.js')).settle(this, text, groups, missing);
    return {
      ...this.ranked(groups, missing.filter((word) => !COUNT.test(word)).length), terms: this.terms, language: this.language,
      ...this.doubt?.isNear && { isPartial: true },
      instead: isChanged ? instead.join(' ') : '', missing, rest: known.filter((word) => !missing.includes(word)).join(' '), doubt: this.doubt,
    };
  }

  /** @param {string} text @returns {Part[]} */
  parts(text) {
    // "C 9300 48P" is typed for C9300-48P.
    const spaced = text.replace(/(?<!\d )\b(\p{L}) (?=\d)/gu, '$1').replace(/(\d{3}\p{L}?) (?=\d\d\p{L}?\b)/gu, '$1-');
    const typed = words(spaced);
    const found = typed.flatMap((word) => pieces(word.text, this.language).map((parts, _, { length }) => ({
      typed: length > 1 ? parts.join('-') : word.text,
      ...this.ways(parts),
      isStop: parts.length === 1 && this.language.stop.has(parts[0]),
      isLast: word.end === spaced.length,
    }))).filter(({ lists }) => lists.length);
    const isAllStop = found.every((part) => part.isStop);
    return found.map((part) => (!part.isStop ? part
      : { ...part, lists: part.lists.map((list) => list.map((term) => `!${term}`)), isStop: !isAllStop, isLast: false }));
  }

  /** What the word at an index found, or the longest phrase from there that has synonyms. @param {Part[]} parts @param {number} index */
  async group(parts, index) {
    for (let length = Math.min(5, parts.length - index); length > 0; length -= 1) {
      const phrase = parts.slice(index, index + length).flatMap((part) => part.lists[0] ?? []).filter((term) => !term.startsWith('!') && !this.language.stop.has(term));
      const same = phrase.length ? await this.files.same(phrase.join(' ')) : [];
      if (length > 1 && !same.length) continue;
      const lists = length > 1 ? [phrase] : parts[index].lists;
      const group = await this.hits(lists, parts[index + length - 1].isLast, same.map((name) => name.split(' ')));
      group.isStop = length === 1 && parts[index].isStop;
      // A code that the site knows may be written there by its number alone: "Catalyst 9300".
      if (length === 1 && group.hits.size && parts[index].loose.length) {
        const { hits } = await this.hits(parts[index].loose, false, []);
        for (const [record, { score, cover }] of hits) this.keep(group.hits, record, score, cover * CLOSE);
      }
      if (group.hits.size || length > 1 || group.isStop) return { group, length, meant: '' };
    }
    const isCode = /\d/.test(fold(parts[index].typed));
    const guessed = isCode ? (await import('./search-codes.js')).guess(this, parts, index) : (await import('./search-guess.js')).guess(this, parts[index]);
    return { ...await guessed, length: 1 };
  }

  // For what is loaded only when a word is not found.
  fold = fold;

  /** @param {string} word folded */
  stem(word) {
    return stem(word, this.language);
  }

  /** @param {string[]} parts of a word, folded */
  ways(parts) {
    return ways(parts, this.language);
  }

  /** Records that stand for a word as if it were in their titles. @param {number[]} records @returns {Group} */
  given(records) {
    const rarity = this.rarity(records.length);
    return this.found(new Map(records.map((record) => [record, { score: rarity, cover: CLOSE }])));
  }

  /**
   * @param {string[][]} lists other ways to write the same @param {boolean} isPrefix whether the last word may go on
   * @param {string[][]} same synonyms @returns {Promise<Group>}
   */
  async hits(lists, isPrefix, same) {
    /** @type {Map<number, Hit>} */
    const hits = new Map();
    let isCut = false;
    const kin = lists.flatMap((list) => (list.length === 1 ? this.language.families.get(list[0]) ?? [] : [])).map((term) => [term]);
    for (const list of [...lists, ...kin, ...same]) {
      const isSame = same.includes(list);
      const part = isSame ? SYNONYM : kin.includes(list) ? FAMILY : 1;
      const found = await Promise.all(list.map((term, index) => this.term(term, isPrefix && part === 1 && index === list.length - 1)));
      isCut ||= found.some((one) => one.isCut);
      const [first, ...rest] = found.map((one) => one.hits).sort((one, other) => one.size - other.size);
      for (const [record, hit] of first ?? []) {
        if (!rest.every((other) => other.has(record))) continue;
        const all = [hit, ...rest.map((other) => other.get(record) ?? hit)];
        const score = all.reduce((sum, { score }) => sum + score, 0) * (isSame ? SYNONYM / all.length : part);
        const cover = all.reduce((sum, { cover }) => sum + cover, 0) * (part < 1 ? CLOSE : 1);
        this.keep(hits, record, score, cover);
      }
    }
    return this.found(hits, isCut);
  }

  /** @param {Map<number, Hit>} hits @returns {Group} */
  found(hits, isCut = false) {
    return { hits, isStop: false, isCut, rarity: this.rarity(hits.size), typed: '' };
  }

  /** @param {string} term @param {boolean} isPrefix */
  async term(term, isPrefix) {
    const { exact, longer } = await this.files.postings(term, isPrefix && term.length > 1);
    /** @type {Map<number, Hit>} */
    const hits = new Map();
    // A posting takes two or three signs.
    const rarity = this.rarity((exact ?? longer.map(([, list]) => list).join('')).length / 2.5);
    if (exact) {
      this.terms.add(term);
      this.add(exact, hits, rarity, 1);
    }
    for (const [key, list] of longer) {
      this.terms.add(key);
      this.add(list, hits, rarity * LONGER, CLOSE);
    }
    // Of a word that stands nearly everywhere the index has only the best places.
    return { hits, isCut: exact?.startsWith('!') ?? false };
  }

  /** Adds postings, as Sources/Search/Index/PostingList.swift writes them. @param {string} list @param {Map<number, Hit>} hits @param {number} factor @param {number} closeness */
  add(list, hits, factor, closeness) {
    let record = 0;
    for (let index = list.startsWith('!') ? 1 : 0; index < list.length;) {
      let distance = 0;
      let shift = 0;
      let bits = value(list.charCodeAt(index++));
      while (bits & 32) {
        distance |= (bits & 31) << shift;
        shift += 5;
        bits = value(list.charCodeAt(index++));
      }
      record += distance | (bits << shift);
      const weight = value(list.charCodeAt(index++));
      const score = factor * (weight < 16 ? (weight + 1) / 16 : 0.5 + ((weight - 16) % 6) / 12);
      const cover = weight < 16 ? 0 : closeness / (1 + Math.floor((weight - 16) / 6));
      this.keep(hits, record, score, cover);
    }
  }

  /** The best of all that led to a record. @param {Map<number, Hit>} hits @param {number} record @param {number} score @param {number} cover */
  keep(hits, record, score, cover) {
    const known = hits.get(record);
    if (!known) hits.set(record, { score, cover });
    else {
      known.score = Math.max(known.score, score);
      known.cover = Math.max(known.cover, cover);
    }
  }

  /** Inverse document frequency. @param {number} count */
  rarity(count) {
    return Math.log(1 + Math.max(0, this.count - count + 0.5) / (count + 0.5));
  }

  /**
   * Records by how many of the words they have and how rare these are: a good page with most of the words comes before a
   * poor one with all. Words that stand nowhere count too, so that the others alone are not taken for what was meant.
   * @param {Group[]} groups @param {number} unknown how many words stand nowhere
   */
  ranked(groups, unknown) {
    const telling = groups.filter((group) => !group.isStop);
    const whole = telling.filter((group) => !group.isCut);
    const needed = whole.length ? whole : telling;
    const lost = unknown * UNKNOWN * this.rarity(0);
    const total = needed.reduce((sum, { rarity }) => sum + rarity, lost);
    /** @type {Map<number, number>} */
    const shares = new Map();
    for (const { hits, rarity } of needed) for (const record of hits.keys()) shares.set(record, (shares.get(record) ?? 0) + rarity / total);
    const codes = needed.filter(({ typed }) => /\d/.test(typed));
    /**
     * What lacks a code has to have most of the rest: "Nexus 9336" is no other Nexus. A title has to have less: it tells what a page is about.
     * @param {number} record
     */
    const least = (record) => codes.every(({ hits }) => hits.has(record)) ? LEAST * (needed.some(({ hits }) => hits.get(record)?.cover) ? TITLED : 1) : MOST;
    // Where most words stand nowhere, only a rare one among the others says what was meant.
    const isTold = unknown <= needed.length || needed.some(({ rarity }) => rarity > lost / unknown);
    const scored = [...isTold ? shares : []].filter(([record, share]) => share >= least(record))
      .map(([record, share]) => ({ record, share, score: this.score(record, groups, needed, total) * share ** 1.7 }));
    scored.sort((one, other) => other.score - one.score || one.record - other.record);
    // A word that stands nowhere may be what was meant: then what has all the others is only near.
    const strength = needed.reduce((sum, { hits }) => sum + (hits.get(scored[0]?.record)?.score ?? 0), 0) / total;
    const isPartial = scored.length > 0 && (unknown >= needed.length || scored[0].share < Math.max(MOST, 0.5 + lost / total) || needed.length > 1 && strength < STRONG);
    const records = scored.slice(0, isPartial ? NEAREST : scored.length).map(({ record }) => record);
    /** @param {number} record */
    const lacks = (record) => whole.filter(({ hits }) => !hits.has(record)).map(({ typed }) => typed);
    return { records, isPartial, lacks };
  }

  /** BM25F, more where rare words make up a title; a title that is just these words comes first. @param {number} record @param {Group[]} groups @param {Group[]} needed @param {number} total */
  score(record, groups, needed, total) {
    let [score, cover, titled] = [0, 0, 0];
    for (const { hits } of groups) {
      score += hits.get(record)?.score ?? 0;
      cover += hits.get(record)?.cover ?? 0;
    }
    for (const { hits, rarity } of needed) if (hits.get(record)?.cover) titled += rarity;
    const inTitle = titled / total;
    const likeness = this.questions.has(record) ? 1 + QUESTION * inTitle : 1;
    return likeness * score * (1 + 1.2 * Math.min(1, cover) * inTitle) + (cover > 0.99 && inTitle > 0.999 ? 1000 : 0);
  }
}
