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

define('tabs', (element) => {
  const nav = /** @type {HTMLElement} */ (element.querySelector('.tabs-index'));
  const list = /** @type {HTMLElement} */ (nav.querySelector('ul'));
  const tabs = [...list.querySelectorAll('a')];
  const panels = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('.tab-panel')]);
  const label = nav.getAttribute('aria-label') ?? '';
  const wide = matchMedia(WIDE);
  let current = 0;
  if (tabs.length < 2 || tabs.length !== panels.length) return;

  /** Everything that the pattern adds, added or taken away. */
  const dress = () => {
    const isTabs = wide.matches;
    /** @type {(target: Element, values: Record<string, string>) => void} */
    const set = (target, values) => {
      for (const [name, value] of Object.entries(values)) isTabs ? target.setAttribute(name, value) : target.removeAttribute(name);
    };
    element.classList.toggle('is-tabs', isTabs);
    isTabs ? nav.removeAttribute('aria-label') : nav.setAttribute('aria-label', label);
    set(nav, { role: 'none' });
    set(list, { role: 'tablist', 'aria-label': label });
    for (const item of list.children) set(item, { role: 'none' });
    tabs.forEach((tab, index) => {
      const isCurrent = index === current;
      tab.id ||= `${panels[index].getAttribute('aria-labelledby')}-tab`;
      panels[index].id ||= `${panels[index].getAttribute('aria-labelledby')}-panel`;
      set(tab, { role: 'tab', 'aria-selected': String(isCurrent), 'aria-controls': panels[index].id, tabindex: isCurrent ? '0' : '-1' });
      const isClosed = isTabs && !isCurrent;
      set(panels[index], { tabindex: isCurrent ? '0' : '-1' });
      // Found by the browser's own search though closed, where the browser can do that; then it has a box, but no role.
      isClosed ? panels[index].setAttribute('hidden', 'until-found') : panels[index].removeAttribute('hidden');
      isTabs && isCurrent ? panels[index].setAttribute('role', 'tabpanel') : panels[index].removeAttribute('role');
    });
  };
  /** @param {number} index @param {boolean} [isStep]  whether Back leads to the tab before */
  const select = (index, isStep) => {
    current = index;
    dress();
    if (isStep && tabs[index].hash !== location.hash) history.pushState(history.state, '', tabs[index].hash);
  };
  /** Opens the tab that holds what the address leads to; without one in it, the first. */
  const read = () => {
    let id = '';
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { /* Leads nowhere. */ }
    const target = id ? document.getElementById(id) : null;
    const index = target ? panels.findIndex((panel) => panel.contains(target)) : id ? -1 : 0;
    if (index < 0) return;
    select(index);
    if (!wide.matches || !target) return;
    // To the heading of a part the tabs belong; to anything else, only itself.
    target.matches('h2') ? element.scrollIntoView({ block: 'nearest' }) : target.scrollIntoView();
  };

  tabs.forEach((tab, index) => {
    tab.addEventListener('click', (event) => {
      if (!wide.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      select(index, true);
    });
    tab.addEventListener('keydown', (event) => {
      const to = event.key === ' ' ? index : next(event.key, index, tabs.length, document.documentElement.dir === 'rtl');
      if (!wide.matches || to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      select(to, true);
      tabs[to].focus();
    });
  });
  panels.forEach((panel, index) => panel.addEventListener('beforematch', () => select(index)));
  addEventListener('hashchange', read);
  wide.addEventListener('change', dress);
  dress();
  read();
});
