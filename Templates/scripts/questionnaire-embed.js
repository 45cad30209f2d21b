// @ts-check
/** The first question of a questionnaire on another page: with script its answers lead to the questionnaire itself. */
import { define } from './main.js';

define('questionnaire-embed', (element) => {
  const { start, version } = element.dataset;
  for (const link of element.querySelectorAll('a[data-answer]')) link.href = `${start}#${link.dataset.answer}&v=${version}`;
});
