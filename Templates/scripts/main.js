// @ts-check
/**
 * Starts what a page needs and no more. Each component stands in an element `waymark-NAME` around HTML that works by
 * itself, and comes from the module `NAME.js`: one that is missing or fails leaves the others, and the HTML, as they are.
 * What every page has (theme, links of headings, notes of a printed page) stands here, because a file of its own would
 * cost each page a request. Modules import the helpers from this file, which the browser has by then.
 */

/**
 * A text of the theme with its gaps filled: `fill("{count} of {all}", {count: 2, all: 3})`.
 * @param {string | undefined} text
 * @param {Record<string, unknown>} values
 */
export const fill = (text, values) =>
  (text ?? '').replace(/\{(\w+)\}/g, (gap, name) => (Object.hasOwn(values, name) ? String(values[name]) : gap));

/** The plural category of a number in the language of the page: `one`, `few`. @param {number} number */
export const pluralForm = (number) => new Intl.PluralRules(globalThis.document?.documentElement.lang || 'en').select(number);

/**
 * The form that a counted phrase has for a number in the language of the page: `countOne`, `countFew`, as Unicode's CLDR tells.
 * @param {Record<string, string | undefined>} words @param {string} name @param {number} number
 */
export const plural = (words, name, number) => {
  const form = pluralForm(number);
  return words[`${name}${form[0].toUpperCase()}${form.slice(1)}`] ?? words[`${name}Other`];
};

/**
 * What the fragment says of the state of components: `#q=9300&complexity=low`; empty for the address of a place, `#id`.
 * @param {string} fragment
 */
export const readState = (fragment) => new URLSearchParams(fragment.includes('=') ? fragment.slice(1) : '');

/**
 * Puts state into the fragment, and leaves there what other components keep in it.
 * @param {Record<string, string>} changes  an empty value takes the name out
 * @param {boolean} isStep  whether Back leads to the state before
 */
export const writeState = (changes, isStep) => {
  const state = readState(location.hash);
  for (const [name, value] of Object.entries(changes)) value ? state.set(name, value) : state.delete(name);
  const address = `${location.pathname}${location.search}${state.size ? `#${state}` : ''}`;
  history[isStep ? 'pushState' : 'replaceState'](history.state, '', address);
};

/**
 * Keeps an answer with the entry of the history, beside the answers to later questions: it is still there after Back and a reload.
 * @param {string} question @param {string} answer
 */
export const remember = (question, answer) => history.replaceState([history.state?.[0], { [question]: answer }], '');

/**
 * Makes a component of the elements `waymark-NAME`.
 * @param {string} name
 * @param {(element: HTMLElement) => void} connect  called once for each
 */
export const define = (name, connect) =>
  globalThis.customElements?.define(`waymark-${name}`, class extends HTMLElement {
    #isConnected = false;
    connectedCallback() {
      if (!this.#isConnected) connect(this);
      this.#isConnected = true;
    }
  });

/**
 * A copy of what a template inside the element holds.
 * @param {Element} element
 * @returns {DocumentFragment}
 */
export const copyOf = (element, selector = 'template') =>
  /** @type {any} */ (element.querySelector(selector)).content.cloneNode(true);

/**
 * Says something in a status region, once typing pauses: each key announced would be noise.
 * @param {Element} status
 * @param {(string | Node)[]} parts
 */
export const say = (status, ...parts) => {
  clearTimeout(pending.get(status));
  pending.set(status, setTimeout(() => { status.replaceChildren(...parts); }, 250));
};
/** @type {WeakMap<Element, number>} */
const pending = new WeakMap();

/** Names what is kept on the device: several sites may share a host. @param {string} name */
export const keyOf = (name) => `waymark${new URL('../..', import.meta.url).pathname}${name}`;

/** What was kept under a name; nothing when the browser keeps nothing. @param {string} name */
export const kept = (name) => {
  try { return localStorage.getItem(keyOf(name)); } catch { return null; }
};

/**
 * Keeps a text on the device, or forgets it. False when the browser does not let us.
 * @param {string} name
 * @param {string | null} text
 */
export const keep = (name, text) => {
  try {
    text === null ? localStorage.removeItem(keyOf(name)) : localStorage.setItem(keyOf(name), text);
    return true;
  } catch { return false; }
};

/** Calls back when another tab of this site changes what is kept. @param {string} name @param {() => void} changed */
export const whenKept = (name, changed) =>
  addEventListener('storage', ({ key }) => { if (key === null || key === keyOf(name)) changed(); });

/** Copies a text; false when the browser does not let us (without HTTPS there is no clipboard). @param {string} text */
export const copy = (text) => navigator.clipboard?.writeText(text).then(() => true, () => false) ?? Promise.resolve(false);

/**
 * Brings the styles that only a module needs, from the file beside it; the promise ends when they are there or cannot be had.
 * @param {string} name
 */
export const styles = (name) => new Promise((resolve) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(`${name}.css`, import.meta.url).href;
  link.onload = link.onerror = resolve;
  document.head.append(link);
});

/** @param {string} name */
const load = (name) => import(`./${name}.js`).catch((fault) => { console.error(fault); });

/** Light, dark, or as the system has it. */
const showTheme = () => {
  const theme = kept('theme') ?? '';
  document.documentElement.dataset.theme = ['light', 'dark'].includes(theme) ? theme : '';
};

/** @param {HTMLElement} element */
const connectTheme = (element) => {
  const select = /** @type {HTMLSelectElement} */ (element.querySelector('select'));
  const show = () => {
    showTheme();
    select.value = document.documentElement.dataset.theme ?? '';
  };
  show();
  select.addEventListener('change', () => {
    keep('theme', select.value || null);
    showTheme();
  });
  whenKept('theme', show);
  element.hidden = false;
};

/** Links beside headings: they lead to the heading as links do, and copy its address. @param {HTMLElement} element */
const connectCopyLinks = (element) => {
  const { label, done } = element.dataset;
  const status = /** @type {HTMLElement} */ (element.querySelector('[role="status"]'));
  /** @type {Promise<unknown> | undefined} */
  let styled;
  for (const heading of document.querySelectorAll('.content > :is(h2, h3, h4)[id]')) {
    const link = document.createElement('a');
    link.className = 'heading-link';
    link.href = `#${heading.id}`;
    link.ariaLabel = fill(label, { title: heading.textContent });
    link.addEventListener('click', async () => {
      const [isCopied] = await Promise.all([copy(link.href), styled ??= styles('copied')]);
      if (!isCopied) return;
      link.classList.add('is-done');
      status.textContent = done ?? '';
      setTimeout(() => { link.classList.remove('is-done'); status.textContent = ''; }, 3000);
    });
    // Beside the heading and not in it: else lists of headings would name the link with each.
    const box = document.createElement('div');
    box.className = `heading ${heading.localName}`;
    heading.replaceWith(box);
    box.append(heading, link);
  }
};

/** On paper a link becomes a number, and its address a note at the end. */
const connectPrint = () => {
  /** @type {Element[]} */
  const added = [];
  addEventListener('beforeprint', () => {
    const list = document.createElement('ol');
    list.className = 'print-notes';
    /** @type {Map<string, number>} */
    const numbers = new Map();
    for (const link of document.querySelectorAll('main a[href]:not([href^="#"], .term)')) {
      if (!link.checkVisibility() || link.closest('nav, .page-facts')) continue;
      const { href } = /** @type {HTMLAnchorElement} */ (link);
      if (!numbers.has(href)) {
        numbers.set(href, numbers.size + 1);
        list.appendChild(document.createElement('li')).textContent = href.replace(/^(?:tel:|mailto:([^?]*).*)/, '$1');
      }
      const number = document.createElement('sup');
      number.className = 'print-number';
      number.textContent = String(numbers.get(href));
      link.after(number);
      added.push(number);
    }
    if (numbers.size) added.push(document.querySelector('main')?.appendChild(list) ?? list);
  });
  addEventListener('afterprint', () => { for (const element of added.splice(0)) element.remove(); });
};

/** Terms and marks of notes are explained where they stand. The module comes with the first reader who asks. */
const connectNotes = () => {
  for (const type of ['pointerover', 'focusin', 'click']) {
    document.addEventListener(type, (event) => {
      const target = /** @type {Element} */ (event.target);
      const link = /** @type {HTMLAnchorElement | null} */ (target.closest?.('a.term, .note-link > a'));
      if (!link || !('popover' in link)) return;
      const isTouch = /** @type {PointerEvent} */ (event).pointerType === 'touch';
      const isShown = link.hasAttribute('aria-describedby');
      // A first tap explains, a second one follows the link; focus that came by a tap or click explains nothing.
      if (type === 'click' ? !isTouch || isShown : type === 'focusin' ? !link.matches(':focus-visible') : isTouch) return;
      if (type === 'click') event.preventDefault();
      load('notes').then((module) => {
        if (module) module.explain(link, type);
        else if (type === 'click') location.assign(link.href);
      });
    });
  }
};

/** Elements marked `data-load="use"` cost nothing until a reader turns to them, by `/` too if the reader left that on. */
const connectLazy = () => {
  for (const type of ['pointerover', 'focusin', 'click']) {
    document.addEventListener(type, ({ target }) => {
      const button = /** @type {HTMLElement} */ (target);
      const element = button.closest?.('[data-load="use"]:not(:defined)');
      // A press that was quicker than the module is made again.
      if (element) load(element.localName.slice('waymark-'.length)).then((module) => {
        if (module && type === 'click' && button.matches('[type=button]')) button.click();
      });
    });
  }
  document.addEventListener('keydown', (event) => {
    const isTyping = /** @type {Element} */ (event.target).closest?.('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping || kept('keys') === 'off') return;
    const field = /** @type {HTMLElement | null} */ (document.querySelector('waymark-search input'));
    if (!field?.checkVisibility()) return;
    event.preventDefault();
    field.focus();
  });
};

/** Hands the words of a result of the search to the page that it opens, which marks them: they stay in the tab. */
const connectFound = () => {
  document.addEventListener('click', ({ target }) => {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (target).closest('.result a'));
    const words = [...link?.closest('.result')?.querySelectorAll('mark') ?? []].map(({ textContent }) => textContent);
    try { if (link) sessionStorage.setItem(keyOf('found'), JSON.stringify([link.pathname, ...words])); } catch { /* It opens without marks. */ }
  });
};

const start = () => {
  const unknown = document.querySelectorAll(':not(:defined, [data-load="use"])');
  const names = new Set([...unknown].map((element) => element.localName).filter((name) => name.startsWith('waymark-')));
  for (const name of ['waymark-theme', 'waymark-copy-link']) names.delete(name);
  for (const name of names) load(name.slice('waymark-'.length));
  define('theme', connectTheme);
  define('copy-link', connectCopyLinks);
  connectNotes();
  connectLazy();
  connectFound();
  connectPrint();
  // Opened from a result of the search: the words are marked.
  try { if (sessionStorage.getItem(keyOf('found'))) load('found'); } catch { /* The browser keeps nothing. */ }
  // There is an offline copy: its switch shows that.
  if (navigator.serviceWorker?.controller && document.querySelector('waymark-offline')) load('offline');
};

// Also imported where there is no page: by tests of modules that use the helpers.
if (globalThis.document) {
  showTheme();
  document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', start) : start();
}
