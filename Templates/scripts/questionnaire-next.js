// @ts-check
/** What a reader does with a result: prints or copies it, ticks its steps, writes to those it names, and says whether it was right. Nothing is sent by itself. */
import { copy, fill } from './main.js';
import { blocksOf } from './questionnaire-form.js';
import { on, the } from './questionnaire-page.js';

/** @typedef {import('./questionnaire-page.js').QuestionnairePage} QuestionnairePage */
/** @typedef {import('./questionnaire-walk.js').ResultPlace} ResultPlace */

/** The steps of a numbered list, and not notes below a text. */
const STEPS = '.q-outcome > .content > ol > li, .q-outcome > .content > .steps > ol:not(.is-single) > li';

/** @param {QuestionnairePage} page @param {ResultPlace} place @param {Element} main  the part of the result to which it belongs */
export const addNext = (page, place, main) => {
  const { form, words } = page;
  page.view.querySelector('.q-way a')?.setAttribute('href', `${words.picture}#path=${nodesOn(page, place)}&v=${form.version}`);
  const now = new Date();
  const date = fill(words.day, { day: now.getDate(), month: words.months.split(';')[now.getMonth()], year: now.getFullYear() });
  main.append(page.part('printed', { text: fill(words.printed, { date, version: form.version }), address: location.href }));
  if (words.counts) import('./questionnaire-counts.js').then(({ count }) => count(page, place));
  numberNotes(main);
  listAnswers(page, place, main);
  addTicks(words, main);
  on(main.querySelector('[data-do=print]'), () => print());
  on(main.querySelector('[data-do=copy]'), async () => {
    the(main, '[role=status]').textContent = await copy(location.href) ? words.copied : words.notCopied;
  });
  const given = place.path.map(({ question, answer }) => `${form.questions[question].ask} ${page.wordsOf(question, answer)}`);
  const lines = [location.href, `${words.rulesVersion} ${form.version}`, '', ...given];
  const title = main.querySelector('h1')?.textContent ?? '';
  /** @param {string} start  the address alone @param {string} subject */
  const mail = (start, subject) => `${start}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join('\r\n'))}`;

  /** @type {NodeListOf<HTMLAnchorElement>} */
  const contacts = main.querySelectorAll('.q-outcome a[href^="mailto:"]');
  for (const link of contacts) if (!link.search) link.href = mail(link.href, `${form.title} – ${title}`);
  /** @type {HTMLAnchorElement | null} */
  const report = document.querySelector('a.report-link');
  const isMail = report?.protocol === 'mailto:';
  if (contacts.length || isMail) main.append(page.part('mail-note', {}));
  if (!report) return;
  const [start] = report.href.split('?');
  const row = page.part('report', { yes: isMail && 1 }, isMail ? mail(start, fill(words.rightSubject, { title })) : withAddress(report.href));
  const wrong = /** @type {HTMLAnchorElement} */ (row.querySelector('.q-wrong'));
  wrong.href = isMail ? mail(start, fill(words.wrongSubject, { title })) : withAddress(report.href);
  main.append(row);
};

/** The nodes and ends that the answers led through, decision by decision: what the picture of the decision marks. @param {QuestionnairePage} page @param {ResultPlace} place */
const nodesOn = ({ form, today }, { path }) => {
  const block = blocksOf(form, { today, ...Object.fromEntries(path.map(({ question, answer }) => [question, /** @type {any} */ (answer)])) });
  return form.tracks.flatMap(({ root }) => {
    const found = [root];
    for (let at = root; at >= 0; found.push(at)) at = form.nodes[at][1 + Number(block(form.nodes[at][0]))] ?? -1;
    return found;
  });
};

/** What each outcome lists of the answers, below its text. @param {QuestionnairePage} page @param {ResultPlace} place @param {Element} main */
const listAnswers = (page, { outcomes, path }, main) => {
  const panels = main.querySelectorAll('.q-outcome');
  // A decision that came to nothing has a panel as well.
  outcomes.flatMap((list) => list.length ? list : [-1]).forEach((outcome, index) => {
    const rows = path.filter(({ question }) => page.form.outcomes[outcome]?.answers?.includes(question))
      .map(({ question, answer }) => page.part('told-row', { ask: page.form.questions[question].ask, answer: page.wordsOf(question, answer) }));
    const cites = panels[index].querySelector(':scope > .q-based');
    if (!rows.length) return;
    cites ? cites.before(page.part('told', { rows })) : panels[index].append(page.part('told', { rows }));
  });
};

/** A box for each step; what is ticked stays with the entry of the history. @param {Record<string, string>} words @param {Element} main */
const addTicks = (words, main) => {
  const steps = [...main.querySelectorAll(STEPS)];
  const [others, given, { ticked = [] } = {}] = history.state ?? [];
  const boxes = steps.map((step, index) => {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = ticked.includes(index);
    // Its number is enough: the step follows.
    box.ariaLabel = fill(words.done, { step: [...step.parentElement?.children ?? []].indexOf(step) + 1 });
    box.onchange = () => {
      history.replaceState([others, given, { ticked: [...boxes.keys()].filter((each) => boxes[each].checked) }], '');
    };
    step.classList.add('q-step');
    step.prepend(box);
    return box;
  });
};

/** A web address with that of the result, which holds the answers, where it has that of the page. @param {string} href */
const withAddress = (href) => {
  const url = new URL(href);
  for (const [name, value] of [...url.searchParams]) if (value.endsWith(location.pathname)) url.searchParams.set(name, location.href);
  return url.href;
};

/**
 * Numbers the notes of several texts through, as the pages without script have them, and says so in the names of the lists and of the links.
 * Until then each text numbers its own from 1, which is right beside it.
 * @param {Element} root
 */
const numberNotes = (root) => {
  /** @type {Record<string, number>} */
  const named = {};
  let next = 1;
  for (const list of root.querySelectorAll('.footnotes, .notes')) {
    const items = list.querySelectorAll('ol > [id]');
    if (items.length && next > 1) list.querySelector('ol')?.setAttribute('start', `${next}`);
    const name = list.ariaLabel ?? '';
    named[name] = (named[name] ?? 0) + 1;
    if (named[name] > 1) list.ariaLabel = `${name} ${named[name]}`;
    for (const { id } of items) {
      const own = CSS.escape(id);
      const links = root.querySelectorAll(`sup > [href="#${own}"]`);
      for (const link of links) link.textContent = `${next}`;
      for (const link of [...links, ...root.querySelectorAll(`#${own} .footnote-back`)]) {
        if (link.ariaLabel && links.length) link.ariaLabel = link.ariaLabel.replace(/^(.* )\d+/, `$1${next}`);
      }
      next++;
    }
  }
};
