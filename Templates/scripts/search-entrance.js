// @ts-check
/**
 * What was understood of a sentence, above the results of the search: the answers it gives, those it may mean, and the way into the
 * questionnaire. Loaded with the first sentence.
 */
import { fill } from './main.js';

/** @typedef {import('./questionnaire-form.js').Form} Form */
/** @typedef {import('./search-said.js').Said} Said */
/** @typedef {import('./search-said.js').SaidForm} SaidForm */
/** @typedef {import('./search-said.js').Understood} Understood */
/** @typedef {{ href: string, ask: string, isTicked: boolean }} Lead  `isTicked` is a question whose answer is only to be confirmed */
/** @typedef {{ element: HTMLElement, text: string, follow: () => void }} Entrance  `text` is what is told to those who don't see it; `follow` loads what is asked next, once the results are there */

/** A label with fewer words needs its question. */
const SHORT = 4;
/** Of the places that are about what was said. */
const CITED = 2;

/** Compiled forms, each loaded once. @type {Map<string, Promise<Form>>} */
const compiled = new Map();

/** @param {URL} address @returns {Promise<Form>} */
const formAt = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const form = await answer.json();
  if (!/^waymark-questionnaire\/[23]$/.test(form.format)) throw new Error(`${address}: ${form.format}`);
  return form;
};

/** Answers as the walk takes them; several to one question are ticks. @param {Understood[]} understood */
const answersOf = (understood) => {
  /** @type {Record<string, string>} */
  const answers = {};
  for (const { question, option } of understood) answers[question] = question in answers ? `${answers[question]},${option}` : option;
  return answers;
};

/**
 * Where answers lead: never to a result, but to the last question that was answered, with its answer ticked, so that whoever wrote the
 * sentence says it.
 * @param {SaidForm} own @param {Understood[]} understood @param {URL} root @returns {Promise<Lead>}
 */
const leadOf = async (own, understood, root) => {
  const loading = compiled.get(own.form) ?? formAt(new URL(own.form, root));
  compiled.set(own.form, loading);
  loading.catch(() => compiled.delete(own.form));
  const [form, { placeOf, ready }] = await Promise.all([loading, import('./questionnaire-view.js')]);
  await ready(form);
  const now = new Date();
  // A day as the walk counts it.
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 864e5;
  const answers = answersOf(understood);
  /** @type {Record<string, string>} */
  const ticked = {};
  for (;;) {
    const place = placeOf(form, answers, today);
    const counting = [...place.path, ...place.held].map(({ question, text }) => ({ id: form.questions[question].id, text }));
    const last = place.path.at(-1);
    if (place.state === 'question' || !last) {
      const open = Object.entries(ticked).map(([id, text]) => ({ id: `${id}?`, text }));
      const all = [...counting, ...open].map(({ id, text }) => `${id}=${text}&`).join('');
      const asked = 'question' in place ? form.questions[place.question] : undefined;
      return { href: `${new URL(own.url, root).href}#${all && `${all}v=${form.version}`}`, ask: asked?.ask ?? form.title, isTicked: !!asked && asked.id in ticked };
    }
    const { id } = form.questions[last.question];
    if (place.state === 'result') ticked[id] = answers[id];
    delete answers[id];
  }
};

/** @template {keyof HTMLElementTagNameMap} Name @param {Name} name @param {string} kind @param {(string | Node)[]} parts */
const make = (name, kind, ...parts) => {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  element.append(...parts);
  return element;
};

/**
 * A link with answers. A questionnaire is only loaded when it's followed: until then nobody knows which answers count.
 * @param {string} text @param {SaidForm} own @param {Understood[]} understood @param {URL} root
 */
const link = (text, own, understood, root) => {
  const element = make('a', '', text);
  const answers = Object.entries(answersOf(understood)).map(([id, answer]) => `${id}=${answer}`).join('&');
  element.href = `${new URL(own.url, root).href}#${answers}`;
  element.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    leadOf(own, understood, root).then(({ href }) => location.assign(href), () => location.assign(element.href));
  };
  return element;
};

/**
 * Where the policy is about what was said: places for those who gave these answers and no others, most answers first.
 * @param {SaidForm} own @param {Understood[]} filled @param {URL} root
 */
const citedFor = ({ cited }, filled, root) => {
  const given = new Set(filled.map(({ question, option }) => `${question}=${option}`));
  return cited.filter(([, , ...answers]) => answers.every((answer) => given.has(answer)))
    .sort((one, other) => other.length - one.length).slice(0, CITED)
    .map(([url, words]) => Object.assign(make('a', '', words), { href: new URL(url, root).href }));
};

/**
 * @param {Said} said @param {SaidForm[]} forms @param {URL} root of the site @param {Record<string, string>} words
 * @returns {Entrance}
 */
export const entrance = ({ form, filled, offered, unused }, forms, root, words) => {
  const own = forms[form];
  /** An answer; its question, too, where a short label, or one that begins like others ("Yes, but …"), doesn't tell which. @param {Understood} understood @param {Node} label @param {(string | Node)[]} more */
  const row = (understood, label, ...more) => {
    const [begin] = understood.label.split(',');
    const same = forms[understood.form].questions.flatMap(({ options }) => options.filter(([, text]) => text.split(',')[0] === begin));
    return make('li', '', ...same.length > 1 || begin.split(' ').length < SHORT ? [make('span', 'said-ask', understood.ask), ' '] : [], label, ` – “${understood.words}”`, ...more);
  };
  const element = make('section', 'said');
  const heading = make('h2', 'said-title', words[own ? 'said' : 'saidMeant']);
  // Named without an id, because a page can have two fields.
  element.ariaLabel = heading.textContent;
  element.append(heading);
  const next = make('span', 'said-ask said-question');
  const go = own && link(fill(words.saidGo, { title: own.title }), own, filled, root);
  if (go) {
    element.append(
      make('ul', 'said-list', ...filled.map((each) => row(each, make('strong', '', each.label)))),
      make('p', 'said-next', go, ' ', next),
    );
    const cited = citedFor(own, filled, root);
    if (cited.length) element.append(make('p', 'said-cited', `${words.saidCited} `, ...cited.flatMap((place, index) => (index ? [' · ', place] : [place]))));
  }
  if (offered.length) {
    if (own) element.append(make('p', 'said-meant', words.saidMeant));
    // Of which questionnaire, where several may be meant.
    element.append(make('ul', 'said-list', ...offered.map((each) => {
      const theirs = forms[each.form];
      return row(each, link(each.label, theirs, theirs === own ? [...filled, each] : [each], root), ...theirs === own ? [] : [' ', make('span', 'result-page', theirs.title)]);
    })));
  }
  if (unused.length) element.append(make('p', 'said-unused', fill(words.saidUnused, { text: unused.join(', ') })));
  const follow = async () => {
    if (!go) return;
    const { href, ask, isTicked } = await leadOf(own, filled, root);
    // For who opens it in another tab, too.
    go.href = href;
    next.textContent = fill(isTicked ? words.saidConfirm : words.saidNext, { question: ask });
  };
  return { element, text: `${element.querySelector('h2, ul')?.textContent} ${[...element.querySelectorAll('li')].map((each) => each.textContent).join('; ')}. `, follow: () => follow().catch(console.error) };
};
