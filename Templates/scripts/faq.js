// @ts-check
/** Questions and answers: all opened at once, opened by their address, and a way on for who did not find it. */
import { copyOf, define } from './main.js';

/** The text of a fragment; one that is not well formed leads nowhere. @param {string} text */
export const decoded = (text) => {
  try { return decodeURIComponent(text); } catch { return ''; }
};

define('faq', (element) => {
  const answers = [...element.querySelectorAll('details')];
  const { open = '', close = '' } = element.dataset;
  const parts = copyOf(element);
  const button = /** @type {HTMLButtonElement} */ (element.querySelector(':scope > button'));
  const model = /** @type {HTMLElement} */ (parts.querySelector('.answer-next'));
  const isAllOpen = () => answers.every((answer) => answer.open);
  const name = () => { button.textContent = isAllOpen() ? close : open; };

  /** Browsers open the answer that an address leads to; not all of them do when it is already in the address bar. */
  const openTarget = () => {
    const id = decoded(location.hash.slice(1));
    const target = id ? document.getElementById(id) : null;
    const answer = target && element.contains(target) ? target.closest('details') : null;
    if (!answer) return;
    answer.open = true;
    target?.scrollIntoView();
  };

  /** What leads on is added to an answer when it is first read. @param {HTMLDetailsElement} answer */
  const leadOn = (answer) => {
    const box = answer.querySelector('.answer');
    if (!box || box.querySelector('.answer-next')) return;
    const next = /** @type {HTMLElement} */ (model.cloneNode(true));
    const group = answer.closest('section')?.querySelector(':scope > [id]');
    if (group) {
      const link = document.createElement('a');
      link.href = `#${group.id}`;
      link.textContent = group.textContent;
      next.append(' ', link);
    }
    const search = /** @type {HTMLFormElement | null} */ (document.querySelector('.site-header form'));
    const report = /** @type {HTMLAnchorElement | null} */ (document.querySelector('a.report-link'));
    for (const [href, text] of [[search?.getAttribute('action'), search?.querySelector('button')?.ariaLabel], [report?.getAttribute('href'), report?.textContent]]) {
      if (!href) continue;
      const link = document.createElement('a');
      link.href = href;
      link.textContent = text ?? '';
      next.append(' ', link);
    }
    box.append(next);
  };

  button.addEventListener('click', () => {
    const isOpen = !isAllOpen();
    for (const answer of answers) answer.open = isOpen;
  });
  for (const answer of answers) {
    answer.addEventListener('toggle', () => {
      name();
      if (answer.open) leadOn(answer);
    });
    if (answer.open) leadOn(answer);
  }
  addEventListener('hashchange', openTarget);
  name();
  openTarget();
});
