// @ts-check
/** Parts of a page as tabs, where the window is wide enough; on a phone and on paper they are sections. */
import { define } from './main.js';

const WIDE = '(width >= 48rem)';

/**
 * Which tab a key leads to, going round at the ends; undefined for other keys.
 * @param {string} key
 * @param {number} current
 * @param {number} count
 * @param {boolean} isRightToLeft
 */
export const next = (key, current, count, isRightToLeft) => {
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const backward = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  return { [forward]: (current + 1) % count, [backward]: (current + count - 1) % count, Home: 0, End: count - 1 }[key];
};

/** Sets attributes of the pattern, or takes them away. @param {Element} target @param {Record<string, string>} values @param {boolean} isSet */
const dress = (target, values, isSet) => {
  for (const [name, value] of Object.entries(values)) isSet ? target.setAttribute(name, value) : target.removeAttribute(name);
};

class Tabs {
  #current = 0;
  #wide = matchMedia(WIDE);

  /** @param {HTMLElement} element @param {HTMLElement} nav @param {HTMLElement[]} panels */
  constructor(element, nav, panels) {
    this.element = element;
    this.nav = nav;
    this.panels = panels;
    this.list = /** @type {HTMLElement} */ (nav.querySelector('ul'));
    this.tabs = [...this.list.querySelectorAll('a')];
    this.label = nav.getAttribute('aria-label') ?? '';
  }

  connect() {
    if (this.tabs.length < 2 || this.tabs.length !== this.panels.length) return;
    this.tabs.forEach((tab, index) => {
      tab.addEventListener('click', (event) => this.#onClick(event, index));
      tab.addEventListener('keydown', (event) => this.#onKey(event, index));
    });
    this.panels.forEach((panel, index) => panel.addEventListener('beforematch', () => this.#select(index)));
    addEventListener('hashchange', () => this.#read());
    this.#wide.addEventListener('change', () => this.#show());
    this.#show();
    this.#read();
  }

  /** Everything that the pattern adds, added or taken away. */
  #show() {
    const isTabs = this.#wide.matches;
    this.element.classList.toggle('is-tabs', isTabs);
    isTabs ? this.nav.removeAttribute('aria-label') : this.nav.setAttribute('aria-label', this.label);
    dress(this.nav, { role: 'none' }, isTabs);
    dress(this.list, { role: 'tablist', 'aria-label': this.label }, isTabs);
    for (const item of this.list.children) dress(item, { role: 'none' }, isTabs);
    this.tabs.forEach((tab, index) => this.#showTab(tab, this.panels[index], index === this.#current, isTabs));
  }

  /** @param {HTMLElement} tab @param {HTMLElement} panel @param {boolean} isCurrent @param {boolean} isTabs */
  #showTab(tab, panel, isCurrent, isTabs) {
    tab.id ||= `${panel.getAttribute('aria-labelledby')}-tab`;
    panel.id ||= `${panel.getAttribute('aria-labelledby')}-panel`;
    const tabindex = isCurrent ? '0' : '-1';
    dress(tab, { role: 'tab', 'aria-selected': String(isCurrent), 'aria-controls': panel.id, tabindex }, isTabs);
    dress(panel, { tabindex }, isTabs);
    // Found by the browser's own search though closed, where the browser can do that; then it has a box, but no role.
    dress(panel, { hidden: 'until-found' }, isTabs && !isCurrent);
    dress(panel, { role: 'tabpanel' }, isTabs && isCurrent);
  }

  /** @param {number} index @param {boolean} [isStep]  whether Back leads to the tab before */
  #select(index, isStep) {
    this.#current = index;
    this.#show();
    const { hash } = this.tabs[index];
    if (isStep && hash !== location.hash) history.pushState(history.state, '', hash);
  }

  /** Opens the tab that holds what the address leads to; without one in it, the first. */
  #read() {
    let id = '';
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { /* Leads nowhere. */ }
    const target = id ? document.getElementById(id) : null;
    const index = target ? this.panels.findIndex((panel) => panel.contains(target)) : id ? -1 : 0;
    if (index < 0) return;
    this.#select(index);
    if (!this.#wide.matches || !target) return;
    // To the heading of a part the tabs belong; to anything else, only itself.
    target.matches('h2') ? this.element.scrollIntoView({ block: 'nearest' }) : target.scrollIntoView();
  }

  /** @param {MouseEvent} event @param {number} index */
  #onClick(event, index) {
    if (!this.#wide.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#select(index, true);
  }

  /** @param {KeyboardEvent} event @param {number} index */
  #onKey(event, index) {
    const to = event.key === ' ' ? index : next(event.key, index, this.tabs.length, document.documentElement.dir === 'rtl');
    if (!this.#wide.matches || to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#select(to, true);
    this.tabs[to].focus();
  }
}

define('tabs', (element) => {
  const nav = /** @type {HTMLElement} */ (element.querySelector('.tabs-index'));
  const panels = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('.tab-panel')]);
  new Tabs(element, nav, panels).connect();
});
