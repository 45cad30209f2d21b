// @ts-check
// The files of the index, each read once and only when it is needed.

/** @typedef {[string, string]} Shards first keys and names, each apart by spaces */
/** @typedef {{version: number, count: number, folder: string, stem: string[], stop: string, ask?: string, families?: string[], apart?: string, terms: Shards, words: Shards,
 *   ends: Shards, codes?: Shards, texts?: Shards, lists?: Shards, said?: string, say: Record<string, string>}} Manifest */
/** @typedef {{terms: Record<string, string>, same: Record<string, string[]>}} TermFile */
/** @typedef {{kind: string, title: string, url: string, text: string, page: string}} SearchRecord */

const KINDS = ['page', 'section', 'question', 'product', 'term', 'tool', 'contact', 'link', 'questionnaire'];
const MOST_FILES = 6;

export class SearchFiles {
  /** As the manifest says; kept by the first search. @type {import('./search-words.js').Language | undefined} */
  language;
  /** @type {Map<string, Promise<any>>} */
  #read = new Map();
  /** @type {Promise<Manifest> | undefined} */
  #manifest;
  #load;

  /** @param {(path: string) => Promise<any>} load the value of a JSON file below the site's root */
  constructor(load) {
    this.#load = load;
  }

  /** @returns {Promise<Manifest>} */
  manifest() {
    this.#manifest ??= this.#load('search/index.json').catch((error) => {
      this.#manifest = undefined;
      throw error;
    });
    return /** @type {Promise<Manifest>} */ (this.#manifest);
  }

  /** @param {string} name @returns {Promise<any>} */
  async #file(name) {
    const { folder } = await this.manifest();
    const known = this.#read.get(name) ?? this.#load(`${folder}${name}.json`);
    this.#read.set(name, known);
    // What could not be read may be read later.
    return known.catch((error) => {
      this.#read.delete(name);
      throw error;
    });
  }

  /** The files that hold keys from one to another; of very many the first. @param {Shards} shards @param {string} from @param {string} [to] */
  async #files(shards, from, to = from) {
    const [firsts, names] = apart(shards, String);
    const start = place(firsts, from);
    return Promise.all(names.slice(start, Math.min(place(firsts, to), start + MOST_FILES - 1) + 1).map((name) => this.#file(name)));
  }

  /** The postings of a term, and of those that begin with it if wanted. @param {string} term @param {boolean} isPrefix */
  async postings(term, isPrefix) {
    /** @type {TermFile[]} */
    const files = await this.#files((await this.manifest()).terms, term, isPrefix ? `${term}\uffff` : term);
    const exact = files[0] && Object.hasOwn(files[0].terms, term) ? files[0].terms[term] : undefined;
    /** @type {[string, string][]} */
    const longer = [];
    if (isPrefix) {
      for (const file of files) {
        for (const key in file.terms) if (key !== term && key.startsWith(term)) longer.push([key, file.terms[key]]);
      }
    }
    return { exact, longer };
  }

  /** Phrases that mean the same. @param {string} phrase stems apart by spaces @returns {Promise<string[]>} */
  async same(phrase) {
    const [file] = await this.#files((await this.manifest()).terms, phrase.split(' ')[0]);
    return file && Object.hasOwn(file.same, phrase) ? file.same[phrase] : [];
  }

  /** The words of the site with a beginning. @param {string} beginning @returns {Promise<string[]>} */
  async beginningWith(beginning) {
    const found = await this.#files((await this.manifest()).words, beginning, `${beginning}\uffff`);
    return found.join(' ').split(' ').filter((word) => word.startsWith(beginning));
  }

  /** The words of the site with an end. @param {string} end @returns {Promise<string[]>} */
  async endingWith(end) {
    const reversed = [...end].reverse().join('');
    const found = await this.#files((await this.manifest()).ends, reversed, `${reversed}\uffff`);
    return found.join(' ').split(' ').filter((word) => word.startsWith(reversed)).map((word) => [...word].reverse().join(''));
  }

  /** The products with a number that begins with a digit: the number of each record and its names. @param {string} digit @returns {Promise<[number, string, ...string[]][]>} */
  async codes(digit) {
    const { codes } = await this.manifest();
    if (!codes) return [];
    const [digits, names] = apart(codes, String);
    const index = digits.indexOf(digit);
    return index < 0 ? [] : this.#file(names[index]);
  }

  /** One of the products of the lists, if there are any: it says on which page they are. @returns {Promise<SearchRecord | undefined>} */
  async listed() {
    const { codes } = await this.manifest();
    const [first] = codes ? await this.codes(codes[0][0]) : [];
    return first && this.record(first[0]);
  }

  /** What sentences are matched with; nothing if the site has no cues. @returns {Promise<import('./search-said.js').SaidIndex | undefined>} */
  async said() {
    const { said } = await this.manifest();
    return said ? this.#file(said) : undefined;
  }

  /** @param {number} number @returns {Promise<SearchRecord>} */
  async record(number) {
    const { texts, lists } = await this.manifest();
    const list = lists ? await this.#file(at(lists, number)[0]) : texts;
    const [name, first] = at(list, number);
    /** @type {[number, string, string, string, string?, string?][]} */
    const rows = await this.#file(name);
    let index = number - first;
    const [kind, title, anchor, text] = rows[index];
    while (rows[index].length < 6) index -= 1;
    const [, , , , url = '', page = ''] = rows[index];
    return { kind: KINDS[kind], title, url: url + anchor, text, page: page === title ? '' : page };
  }
}

/** Shards that were taken apart, which each key does for each record. @type {WeakMap<Shards, [any[], string[]]>} */
const taken = new WeakMap();

/** First keys and names. @template Key @param {Shards} shards @param {(text: string) => Key} read @returns {[Key[], string[]]} */
function apart(shards, read) {
  const found = taken.get(shards) ?? [shards[0].split(' ').map(read), shards[1].split(' ').filter(Boolean)];
  taken.set(shards, found);
  return found;
}

/** Where a key is looked for. @template Key @param {Key[]} firsts sorted @param {Key} key */
function place(firsts, key) {
  let low = 0;
  let high = firsts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= key) low = middle;
    else high = middle;
  }
  return low;
}

/** @param {Shards} shards @param {number} number @returns {[string, number]} */
function at(shards, number) {
  const [firsts, names] = apart(shards, Number);
  const index = place(firsts, number);
  return [names[index], firsts[index]];
}
