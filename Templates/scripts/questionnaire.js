// @ts-check
/**
 * Until somebody answers, a questionnaire is its first question, whose answers are links. With script they lead to the
 * answers in the fragment, and the rest comes when there are some, or when the first question needs fields.
 */
import { define, remember, styles } from './main.js';

define('questionnaire', (element) => {
  const { start, version } = element.dataset;
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = element.querySelectorAll('a[data-answer]');
  for (const link of links) {
    const { answer = '' } = link.dataset;
    link.href = `${start}#${answer}&v=${version}`;
    link.onclick = () => remember(.../** @type {[string, string]} */ (answer.split('=')));
  }
  const source = element.getAttribute('src');
  if (!source) return;
  /** @type {Promise<void> | undefined} */
  let loaded;
  /** @param {Event} [event] */
  const load = (event) => {
    if (links.length && !/=/.test(location.hash) && !history.state) return;
    // All that the next question needs is asked for at once: one after another, each would wait for the network.
    loaded ??= Promise.all([
      import('./questionnaire-view.js'), fetch(source).then((answer) => answer.json()), styles('questionnaire'), styles('outcome'), import('./trusted.js'),
    ]).then(([{ connect }, form]) => connect(element, form, !event));
  };
  addEventListener('popstate', load);
  load();
});
