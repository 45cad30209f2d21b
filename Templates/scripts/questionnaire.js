// @ts-check
/**
 * Until somebody answers, a questionnaire is its first question, whose answers are links. With script they lead to the
 * answers in the fragment, and the rest comes when there are some, or when the first question needs fields.
 */
import { define, styles } from './main.js';

define('questionnaire', (element) => {
  const { start, version } = element.dataset;
  const links = element.querySelectorAll('[data-answer]');
  for (const link of links) link.href = `${start}#${link.dataset.answer}&v=${version}`;
  if (!element.hasAttribute('src')) return;
  let loaded;
  const load = (event) => {
    if (!links.length || /=/.test(location.hash) || history.state) {
      loaded ??= Promise.all([import('./questionnaire-view.js'), styles('questionnaire')]).then(([{ connect }]) => connect(element, !event));
    }
  };
  addEventListener('popstate', load);
  load();
});
