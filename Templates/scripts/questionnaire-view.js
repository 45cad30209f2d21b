// @ts-check
/**
 * A questionnaire, one question at a time. The fragment of the address holds the answers, so that Back, reload, bookmarks
 * and links work and no answer leaves the device. All markup and words come from templates inside the element.
 */
import { remember } from './main.js';
import { decode } from './questionnaire-answers.js';
import { addOptions } from './questionnaire-fields.js';
import { on, QuestionnairePage, the } from './questionnaire-page.js';
import { walk } from './questionnaire-walk.js';

/** @typedef {import('./questionnaire-walk.js').Given} Given */
/** @typedef {import('./questionnaire-walk.js').Answers} Answers */
/** @typedef {import('./questionnaire-fields.js').Entry} Entry */
/** @typedef {import('./questionnaire-amounts.js').Reading} Reading */

/** @typedef {import('./questionnaire-page.js').Form} Form */

/**
 * Takes over with the compiled form, unless its format isn't one that we know.
 * @param {HTMLElement} element @param {Form} form @param {boolean} isFirst  whether the page has just come @param {string} [entry]  an answer to the first question
 */
export const connect = async (element, form, isFirst, entry) => {
  if (!await ready(form)) return;
  const isChoice = form.questions.every((question) => 'options' in question);
  new View(new QuestionnairePage(element, form, isChoice ? undefined : await import('./questionnaire-amounts.js'))).start(isFirst, entry);
};

/** Loads what a walk needs; whether the format is one that we know. @param {Form} form */
export const ready = async ({ format }) => /3$/.test(format) ? import('./questionnaire-ranges.js') : /2$/.test(format);

/** Where answers lead, for the search. */
export const placeOf = walk;

class View {
  /** All answers of this visit: they fill in what is asked again. @type {Answers} */
  #memory = {};
  /** The fragment that is shown. */
  #fragment = '';

  /** @param {QuestionnairePage} page */
  constructor(page) {
    this.page = page;
    this.back = /** @type {HTMLAnchorElement} */ (the(page.root, '.q-back a'));
    this.title = document.title;
  }

  /** @param {boolean} isFirst  whether the page has just come: then the focus stays where it is @param {string} [entry]  an answer to the first question */
  start(isFirst, entry) {
    // Who came by a link has no step before this one.
    on(this.back, () => history.state?.[0] ? history.back() : location.assign(this.back.href));
    addEventListener('popstate', () => {
      // A skip link leads to a place on the page: the answers stay in the address.
      if (/^#[^=]+$/.test(location.hash)) history.replaceState(history.state, '', this.#fragment || location.pathname);
      else this.#show();
    });
    const place = walk(this.page.form, {}, this.page.today);
    if (entry !== undefined && place.state === 'question') this.#submit(place.question, [], entry);
    else this.#show(!isFirst);
  }

  /** Goes to what comes after these answers. @param {Given[]} path @param {Answers} others  that count as well once they are asked for */
  #go(path, others) {
    history.pushState([others], '', this.page.link(path));
    this.#show();
  }

  /** @param {number} question @param {Given[]} path  to it @param {Entry} entry */
  #submit(question, path, entry) {
    const { form, today, words, amounts } = this.page;
    const asked = form.questions[question];
    let text = `${entry}`;
    if (!('options' in asked)) {
      const reading = amounts.readTyped(asked, [entry].flat(), words);
      if (reading.exact === undefined) return this.#refuse(question, path, reading, entry);
      text = reading.exact;
    }
    /** @type {Answers} */
    const answers = { ...history.state?.[0], ...this.page.answersOf(path), ...decode(form, this.#fragment).answers, [asked.id]: text };
    let place = walk(form, answers, today);
    // Answers from before a change that no longer fit are dropped.
    while (place.state === 'refused' && place.question !== question) {
      delete answers[form.questions[place.question].id];
      place = walk(form, answers, today);
    }
    if (place.state === 'refused') this.#refuse(question, place.path.slice(0, -1), place, text);
    else {
      remember(asked.id, text);
      this.#go([...place.path, ...place.held], answers);
    }
  }

  /** Shows where the answers in the address lead. @param {boolean} isMoved  whether the focus goes along */
  async #show(isMoved = true) {
    const { page } = this;
    const { form, today, words } = page;
    const hash = this.#fragment = location.hash;
    const { answers, ticked, version, isWhole } = decode(form, hash);
    // Those to questions that come later too: a search leads here with the product that was looked for.
    Object.assign(this.#memory, ticked, ...history.state ?? [], answers);
    const place = walk(form, answers, today);
    if (place.state === 'refused') {
      await this.#refuse(place.question, place.path.slice(0, -1), place, `${place.path.at(-1)?.text}`, isMoved);
    } else if (place.state === 'question') {
      this.#ask(place.question, place.path, place.closed, this.#memory[form.questions[place.question].id] ?? '');
      this.#frame(place.path, isMoved);
      import('./questionnaire-left.js').then(({ showLeft }) => showLeft(page, place.path));
    } else {
      const { prepared } = await import('./questionnaire-result.js');
      const showResult = await prepared(form);
      // The reader has gone on in the meantime.
      if (hash !== this.#fragment) return;
      showResult(page, place, this.#rows(place.path));
      this.#frame(place.path, isMoved);
    }
    const isOther = version && version !== form.version;
    // A version that isn't as long as one is a sign of a link that was cut off.
    const isStale = isOther && version.length === form.version.length;
    if (isOther || !isWhole || version && place.ignored.length) page.view.prepend(page.part('notice', { text: isStale ? words.stale : words.unread }));
  }

  /**
   * Asks a question again whose entry isn't taken.
   * @param {number} question
   * @param {Given[]} path  to it
   * @param {Reading & { message?: string }} fault
   * @param {Entry} entry
   */
  async #refuse(question, path, fault, entry, isMoved = true) {
    const { complaint } = await import('./questionnaire-complaint.js');
    this.#ask(question, path, [], entry, fault.message ?? complaint(this.page, question, fault, entry));
    this.#frame(path, isMoved, this.page.words.error);
  }

  /**
   * @param {number} question
   * @param {Given[]} path  to it
   * @param {number[]} closed  options that aren't offered
   * @param {Entry} entry  that fills it in
   * @param {string} [error]  what is wrong with it
   */
  #ask(question, path, closed, entry, error) {
    const { page } = this;
    const { form, view } = page;
    const asked = form.questions[question];
    const answers = this.#rows(path);
    view.replaceChildren(page.part('question', {
      ask: asked.ask, hint: page.html(asked.hint), caption: form.title, problem: !!error, link: error, error, answers, list: answers.length,
    }));
    const box = the(view, '.q-answer');
    const value = 'options' in asked ? addOptions(page, asked, closed, entry, box) : page.amounts.addTexts(page, asked, entry, box);
    on(the(view, 'form'), () => this.#submit(question, path, value()), 'submit');
    on(the(view, '.q-problem a'), () => {
      the(view, 'legend').scrollIntoView();
      the(box, 'input').focus({ preventScroll: true });
    });
  }

  /** The answers of a path, each with a link to change it. @param {Given[]} path */
  #rows(path) {
    const { page } = this;
    return path.map(({ question, answer }, index) => {
      const { ask } = page.form.questions[question];
      const before = path.slice(0, index);
      const row = page.part('answer', { ask, answer: page.wordsOf(question, answer), name: ask }, page.link(before));
      on(the(row, 'a'), () => this.#go(before, { ...this.#memory }));
      return row;
    });
  }

  /** What is around a question or result: the way back, the title of the window, the focus. @param {Given[]} path @param {boolean} isMoved @param {string} error  before the title */
  #frame(path, isMoved, error = '') {
    const { root, view } = this.page;
    // What leads to the first question has done so.
    for (const each of root.querySelectorAll('.q-at-start')) each.remove();
    the(root, '.q-back').hidden = !path.length;
    this.back.href = this.page.link(path.slice(0, -1));
    const heading = the(view, 'h1');
    document.title = `${error}${heading.textContent} – ${this.title}`;
    if (isMoved) {
      scrollTo(0, 0);
      (the(view, '.q-problem') ?? heading).focus({ preventScroll: true });
    } else {
      // In an element of its own, what takes the place of the first question has not moved there from below it.
      view.replaceWith(this.page.view = /** @type {HTMLElement} */ (view.cloneNode()));
      this.page.view.append(...view.childNodes);
    }
  }
}
