// @ts-check
/**
 * Search. Results are plain links in lists, under the field or on the page of search: every key, gesture and screen
 * reader works on them as on any links, which cannot be said of list boxes on phones. What is found is said in a status
 * region. Without this file the form leads to the page of search, which lists everything.
 */
import { define, fill, keep, kept, say, styles } from './main.js';
import { search } from './search-engine.js';
import { SearchFiles } from './search-files.js';
import { message } from './search-results.js';
import { marked, snippet } from './search-snippet.js';

/** @typedef {import('./search-engine.js').Found} Found */
/** @typedef {import('./search-files.js').SearchRecord} SearchRecord */
/** @typedef {import('./search-files.js').Manifest} Manifest */

const ROOT = new URL('../../', import.meta.url);
const FEW = 4;
const MANY = 20;

/** The manifest has to be the one that is published now; the files that it names never change. @param {string} path */
const load = async (path) => {
  const answer = await fetch(new URL(path, ROOT), { cache: path.startsWith('search/') ? 'no-cache' : 'default' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};
let files = new SearchFiles(load);

/** What is found has styles of its own, which come with the first of it. @type {Promise<unknown> | undefined} */
let styled;

/** A search; once more from the start if the site was published anew in the meantime. @param {string} text @param {number} count */
const foundBy = async (text, count) => {
  try {
    return await results(text, count);
  } catch {
    files = new SearchFiles(load);
    return results(text, count);
  }
};

/** @param {string} text @param {number} count */
const results = async (text, count) => {
  const found = await search(files, text);
  const shown = await Promise.all(found.records.slice(0, count).map((number) => files.record(number)));
  return { manifest: await files.manifest(), found, shown, listed: shown.length ? undefined : await files.listed() };
};

/** Whether what sentences need is there. */
let isReady = false;

/** What a sentence, from three words on, says of the questionnaires. The results don't depend on it. @param {string} text */
const understood = async (text) => {
  const { say: words, said } = await files.manifest();
  if (!said || !/\S\s+\S+\s+\S/.test(text)) return undefined;
  try {
    const [{ entrance }, { knownOf, understand }, index] = await Promise.all([import('./search-entrance.js'), import('./search-said.js'), files.said()]);
    isReady = true;
    const meaning = index && understand(text, index, await knownOf(text, index, files));
    return meaning && entrance(meaning, index.forms, ROOT, words);
  } catch (fault) {
    console.error(fault);
    return undefined;
  }
};

/** An element with a class and text. @template {keyof HTMLElementTagNameMap} Name @param {Name} name @param {string} kind @param {string} [text] */
const make = (name, kind, text = '') => {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  element.textContent = text;
  return element;
};

/** Text with its marks. @param {HTMLElement} element @param {import('./search-snippet.js').Marked} text */
const write = (element, { text, marks }) => {
  let done = 0;
  for (const [start, end] of marks) {
    element.append(text.slice(done, start), make('mark', '', text.slice(start, end)));
    done = end;
  }
  element.append(text.slice(done));
  return element;
};

/** Words that something doesn't have, if any. @param {string} text @param {string[]} missing */
const lacking = (text, missing) => (missing.length ? [make('p', 'result-lacks', fill(text, { text: missing.join(', ') }))] : []);

/** @param {SearchRecord} record @param {string[]} missing @param {Found} found @param {Record<string, string>} words */
const item = (record, missing, { terms, language }, words) => {
  // A heading by itself, such as "Next steps", doesn't tell what is there.
  const isSection = record.kind === 'section';
  const title = isSection ? `${record.page} – ${record.title}` : record.title;
  const link = /** @type {HTMLAnchorElement} */ (write(make('a', 'result-title'), marked(title, terms, language)));
  link.href = new URL(record.url, ROOT).href;
  const element = make('li', 'result');
  element.append(link);
  if (!isSection) for (const label of [words[record.kind], record.page]) if (label) element.append(' ', make('span', 'result-page', label));
  if (record.text) element.append(write(make('p', 'result-text'), snippet(record.text, terms, language)));
  element.append(...lacking(words.lacks, missing));
  return element;
};

/** Whether `/` leads to the field is the reader's choice (WCAG 2.1.4). @param {HTMLElement} element */
const connectKeys = (element) => {
  const label = /** @type {HTMLElement | null} */ (element.querySelector('.search-keys'));
  const box = label?.querySelector('input');
  if (!label || !box) return;
  // Phones have no keys.
  label.hidden = matchMedia('(pointer: coarse)').matches;
  box.checked = kept('keys') !== 'off';
  box.addEventListener('change', () => keep('keys', box.checked ? null : 'off'));
};

/** A link below the results. @param {string} label @param {string} address */
const way = (label, address) => {
  const box = make('p', 'result-more');
  const link = make('a', '', label);
  link.href = address;
  box.append(link);
  return box;
};

class SearchField {
  /** Counts what was asked: an answer that comes after the one to a later key is of no use. */
  #turn = 0;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.form = /** @type {HTMLFormElement} */ (element.querySelector('form'));
    this.field = /** @type {HTMLInputElement} */ (element.querySelector('input[type="search"]'));
    this.status = /** @type {HTMLElement} */ (element.querySelector('[role="status"]'));
    this.list = /** @type {HTMLElement} */ (element.querySelector('.search-results'));
    /** The list of everything, which takes the place of results that there are none of. */
    this.all = /** @type {HTMLElement | null} */ (element.querySelector('.search-all'));
    this.isPage = 'page' in element.dataset;
  }

  connect() {
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
    this.field.addEventListener('input', () => this.#start());
    this.form.addEventListener('submit', (event) => {
      if (!this.isPage) return;
      event.preventDefault();
      this.#start();
    });
    this.list.hidden = true;
    this.list.tabIndex = -1;
    if (this.isPage) this.#connectPage();
    else this.#connectHeader();
  }

  #connectPage() {
    connectKeys(this.element);
    this.field.value = new URLSearchParams(location.search).get('q') ?? this.field.value;
    this.#start();
  }

  #connectHeader() {
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget !== this.element && !this.element.contains(/** @type {Node | null} */ (relatedTarget))) this.#close();
    });
    this.field.addEventListener('focus', () => { if (this.list.hidden) this.#start(); });
    // The first use of the field is what brings this file.
    files.manifest().catch(() => {});
    if (document.activeElement === this.field) this.#start();
  }

  /** Without the index the form still leads to the list of everything. */
  #start() {
    return this.#show().catch((fault) => {
      console.error(fault);
      if (this.all) this.all.hidden = false;
    });
  }

  async #show(count = this.isPage ? MANY : FEW) {
    const mine = ++this.#turn;
    const text = this.field.value.trim();
    if (this.isPage) history.replaceState(history.state, '', text ? `?${new URLSearchParams({ q: text })}` : location.pathname);
    if (!text) return this.#close();
    // Results don't wait for the files of the first sentence, but on the page of search, where they would be moved.
    const isTogether = isReady || this.isPage;
    const [{ manifest, found, shown, listed }, said] = await Promise.all([foundBy(text, count), isTogether && understood(text), styled ??= styles('search')]);
    if (mine !== this.#turn) return;
    // One letter is the beginning of a word, not a search that failed.
    if (text.length < 2 && !shown.length) return this.#close();
    this.#render(shown, found, manifest, listed);
    // A code that isn't listed needn't be spelt otherwise.
    const words = listed && /\d/.test(text) ? { ...manifest.say, next: '' } : manifest.say;
    this.list.hidden = false;
    this.element.dataset.open = '';
    /** @param {import('./search-entrance.js').Entrance | false | undefined} meaning */
    const tell = (meaning) => {
      if (meaning) this.list.prepend(meaning.element, ...shown.length && found.isPartial && !found.doubt?.isNear ? [make('p', 'result-lacks', words.partial)] : []);
      // The box shows what was said, and which words were of no use: seen, the status only counts.
      say(this.status, ...meaning ? [make('span', 'visually-hidden', meaning.text)] : [], message(found, text, words, !!meaning));
      if (meaning) meaning.follow();
    };
    tell(said);
    const late = !isTogether && await understood(text);
    if (late && mine === this.#turn) tell(late);
  }

  /** @param {SearchRecord[]} shown @param {Found} found @param {Manifest} manifest @param {SearchRecord} [listed] */
  #render(shown, found, manifest, listed) {
    const items = make('ul', 'result-list');
    const missing = shown.map((_, index) => found.lacks(found.records[index]));
    // Of several results, what none has is said once.
    const none = missing.length > 1 ? missing[0].filter((word) => missing.every((each) => each.includes(word))) : [];
    items.append(...shown.map((record, index) => item(record, missing[index].filter((word) => !none.includes(word)), found, manifest.say)));
    this.list.replaceChildren(...lacking(manifest.say.lacksAll, none), ...(shown.length ? [items] : []));
    if (found.records.length > shown.length) this.list.append(this.#more(found, manifest, shown.length));
    if (!found.records.length) this.list.append(...this.#ways(found, manifest.say, listed));
    if (this.all) this.all.hidden = found.records.length > 0;
  }

  /** A link to the page of search. @param {string} label @param {string} text what it searches */
  #leads(label, text) { return way(label, `${this.form.action}?${new URLSearchParams({ q: text })}`); }

  /**
   * Where to go when nothing was found: a search for what is known, the list of products, that of everything, the people behind the site.
   * @param {Found} found @param {Record<string, string>} words @param {SearchRecord} [listed]
   */
  #ways(found, words, listed) {
    const report = /** @type {HTMLAnchorElement | null} */ (document.querySelector('a.report-link'));
    return /** @type {HTMLElement[]} */ ([
      found.rest && this.#leads(fill(words.without, { text: found.rest }), found.rest),
      listed && way(fill(words.listed, { title: listed.page }), new URL(listed.url.split('#')[0], ROOT).href),
      !this.isPage && way(words.allTitle, this.form.action),
      report && way(report.textContent ?? '', report.href),
    ].filter(Boolean));
  }

  /** The way to the other results. @param {Found} found @param {Manifest} manifest @param {number} count */
  #more(found, { say: text }, count) {
    if (!this.isPage) return this.#leads(fill(text.all, { count: found.records.length }), this.field.value.trim());
    const box = make('p', 'result-more');
    const button = make('button', 'button', text.more);
    button.type = 'button';
    button.addEventListener('click', async () => {
      const known = this.#links().map((link) => link.href);
      await this.#show(count + MANY);
      this.#links().find((link) => !known.includes(link.href))?.focus();
    });
    box.append(button);
    return box;
  }

  #close() {
    this.#turn += 1;
    this.list.hidden = true;
    delete this.element.dataset.open;
    if (this.all) this.all.hidden = false;
    // Emptied at once: what stood in the panel would stand in the header until then, and push away what is being clicked.
    this.status.textContent = '';
    say(this.status, '');
  }

  #links() { return [...this.list.querySelectorAll('a')]; }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.#move(event);
    if (event.key !== 'Escape' || this.list.hidden || this.isPage) return;
    // The first Escape closes; a second one empties the field, as browsers do.
    event.preventDefault();
    this.field.focus();
    this.#close();
  }

  /** Arrows go from the field through the results and back. @param {KeyboardEvent} event */
  #move(event) {
    const stops = [this.field, ...this.#links()];
    const index = stops.indexOf(/** @type {any} */ (document.activeElement));
    const next = stops[index + (event.key === 'ArrowDown' ? 1 : -1)];
    if (this.list.hidden || index < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }
}

define('search', (element) => new SearchField(element).connect());
