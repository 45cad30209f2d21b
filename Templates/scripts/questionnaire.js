// @ts-check
/**
 * Until somebody answers, a questionnaire is its first question, whose answers are links. On other pages they lead to the answers in
 * the fragment. On its own page, options and a button take their place, as later questions have them. The rest comes with the
 * first answer, or at once where the first question needs fields.
 */
import { copyOf, define, remember, styles } from './main.js';

define('questionnaire', (element) => {
  const { start, version } = element.dataset;
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = element.querySelectorAll('a[data-answer]');
  const source = element.getAttribute('src');
  if (!source) {
    for (const link of links) {
      const { answer = '' } = link.dataset;
      link.href = `${start}#${answer}&v=${version}`;
      link.onclick = () => remember(.../** @type {[string, string]} */ (answer.split('=')));
    }
    return;
  }
  /** @type {Promise<void> | undefined} */
  let loaded;
  /** @param {Event} [event] @param {string} [entry]  an answer to the first question */
  const load = (event, entry) => {
    if (links.length && !/=/.test(location.hash) && !history.state && entry === undefined) return;
    // All that the next question needs is asked for at once: one after another, each would wait for the network.
    loaded ??= Promise.all([
      import('./questionnaire-view.js'), fetch(source).then((answer) => answer.json()), styles('questionnaire'), import('./trusted.js'),
    ]).then(([{ connect }, form]) => connect(element, form, !event, entry));
  };
  const form = element.querySelector('form');
  if (form && links.length) {
    element.querySelector('.q-choices')?.replaceChildren(copyOf(element, '[data-part=choices]'));
    form.onsubmit = (event) => {
      event.preventDefault();
      load(event, `${new FormData(form).get('q-answer') ?? ''}`);
    };
  }
  addEventListener('popstate', load);
  load();
});
