// @ts-check
/**
 * A questionnaire, one question at a time. The fragment of the address holds the answers, so that Back, reload, bookmarks
 * and links work and no answer leaves the device. All markup and words come from templates inside the element.
 */
import { fill } from './main.js';
import { nodesOf } from './questionnaire-nodes.js';
import { showResult } from './questionnaire-result.js';
import { dateOf, dayOf, decode, encode, limits, walk, write } from './questionnaire-walk.js';

/** Takes over when the compiled form is there. */
export const connect = async (element, hasMoved) => {
  const source = new URL(element.getAttribute('src'), location.href);
  const form = await (await fetch(source)).json();
  if (form.format !== 'waymark-questionnaire/1') return;

  const { questions, version } = form;
  const words = element.dataset;
  const view = element.querySelector('.q-view');
  const back = element.querySelector('.q-back a');
  const first = [...view.childNodes];
  const links = view.querySelectorAll('[data-answer]');
  const { title } = document;
  const now = new Date();
  const today = dayOf(now.getFullYear(), now.getMonth(), now.getDate());
  const language = document.documentElement.lang;
  const list = new Intl.ListFormat(language);
  /** All answers of this visit: they fill in what is asked again. */
  const memory = {};
  let fragment = '';

  /** A copy of a template. Elements with a `data-slot` take its value, or go if there is none; `href` is for its link. */
  const part = (name, slots, href = '') => {
    const piece = element.querySelector(`[data-part=${name}]`).content.cloneNode(true);
    for (const place of piece.querySelectorAll('[data-slot]')) {
      const value = slots[place.dataset.slot];
      if (value !== true) value?.length ? place.append(...[value].flat()) : place.remove();
    }
    if (href) piece.querySelector('a').href = href;
    return piece;
  };
  const on = (selector, type, action) => view.querySelector(selector)?.addEventListener(type, (event) => {
    event.preventDefault();
    action(event);
  });
  const html = (text) => nodesOf(text ?? '', source);
  const link = (path) => `#${encode(form, path)}`;
  const answersOf = (path) => Object.fromEntries(path.map(({ question, text }) => [questions[question].id, text]));
  const wordsOf = (question, answer, { unit = '' } = questions[question]) => {
    const { kind, options, none = words.none } = questions[question];
    if (options) return list.format([answer].flat().map((option) => options[option].label)) || none;
    if (kind === 'number') return `${write(questions[question], answer)} ${unit}`.trim();
    const date = dateOf(answer);
    const month = date.toLocaleString(language, { month: 'long', timeZone: 'UTC' });
    return fill(words.day, { day: date.getUTCDate(), month, year: date.getUTCFullYear() });
  };

  /** Shows what comes after these answers. `others` are answers that count as well once they are asked for. */
  const go = (path, others = {}) => {
    history.pushState(others, '', link(path));
    render();
  };
  const submit = (question, path, text) => {
    const others = history.state ?? {};
    const { id } = questions[question];
    const answers = { ...others, ...answersOf(path), [id]: text };
    let place = walk(form, answers, today);
    // Answers from before a change that no longer fit are dropped.
    while (place.state === 'refused' && place.question !== question) {
      delete answers[questions[place.question].id];
      place = walk(form, answers, today);
    }
    if (place.state === 'refused') return render(place);
    Object.assign(memory, answers);
    go(place.path, Object.keys(others).length ? answers : {});
  };
  const rows = (path, isShown = (_) => true) => path.flatMap(({ question, answer }, index) => {
    if (!isShown(question)) return [];
    const { ask } = questions[question];
    const before = path.slice(0, index);
    const row = part('answer', { ask, answer: wordsOf(question, answer), name: ask }, link(before));
    row.querySelector('a').addEventListener('click', (event) => {
      event.preventDefault();
      go(before, { ...memory });
    });
    return [row];
  });

  /** Puts the fields of a question into a box, filled in, and says how to read them. */
  const fields = ({ kind, options, none, unit, search }, closed, text, box) => {
    if (!options) {
      box.append(part(kind, { unit }));
      const inputs = [...box.querySelectorAll('input')];
      // Days are written 2026-11-21, and asked for the other way round.
      inputs.reverse().forEach((input, index) => { input.value = kind === 'date' ? (text.split('-')[index] ?? '') : text; });
      return () => inputs.map(({ value }) => value.replace(/\s/g, '').padStart(kind === 'date' ? 2 : 1, '0')).join('-');
    }
    const choices = none ? [...options, { id: 'none', label: none }] : options;
    const all = choices.map(({ id, label, hint }, index) => {
      const row = part('option', { label, hint: html(hint) }).firstElementChild;
      const input = row.querySelector('input');
      Object.assign(input, { type: kind === 'one' ? 'radio' : 'checkbox', value: id, checked: text.split(',').includes(id), id: `q-${id}` });
      row.querySelector('label').htmlFor = input.id;
      if (hint) input.setAttribute('aria-describedby', row.lastElementChild.id = `${input.id}-hint`);
      row.hidden = closed.includes(index);
      return row;
    });
    box.append(...all);
    if (search) import('./questionnaire-search.js').then(({ connect }) => connect(box, part('search', {}), choices, all, words));
    return () => [...box.querySelectorAll(':checked')].map(({ value }) => value).join() || (kind === 'any' ? 'none' : '');
  };
  const showQuestion = ({ question, closed = [], path, problem, message }, given) => {
    const asked = questions[question];
    const [from, to] = asked.options ? [] : limits(asked, today).map((end) => wordsOf(question, end, {}));
    const error = given !== undefined && (message ?? fill(words[problem], { from, to, count: asked.atLeast ?? asked.decimals }));
    const answers = rows(path);
    view.replaceChildren(part('question', {
      problem: !!error, link: error, error, caption: form.title, ask: asked.ask, hint: html(asked.hint), answers, list: answers.length > 0,
    }));
    const box = view.querySelector('.q-answer');
    const value = fields(asked, closed, given ?? memory[asked.id] ?? '', box);
    on('form', 'submit', () => submit(question, path, value()));
    on('.q-problem a', 'click', () => {
      view.querySelector('legend').scrollIntoView();
      box.querySelector('input').focus({ preventScroll: true });
    });
  };

  const render = (refused, isFirst) => {
    ({ hash: fragment } = location);
    const { answers, version: then, isWhole } = decode(form, fragment);
    const place = refused ?? walk(form, answers, today);
    const given = place.state === 'refused' ? place.path.pop()?.text : undefined;
    const { path } = place;
    const isStart = links.length && !path.length && place.state === 'question';
    Object.assign(memory, answersOf(path));
    if (place.state === 'result') {
      showResult(place, { form, source, today, language, words, view, part, html, link, answersOf, wordsOf, rows });
    } else if (isStart) {
      view.replaceChildren(...first);
      const { id } = questions[place.question];
      for (const each of links) each.ariaCurrent = each.dataset.answer === `${id}=${memory[id]}` ? 'true' : null;
    } else showQuestion(place, given);
    for (const each of element.querySelectorAll('.q-at-start')) each.hidden = !isStart;
    back.parentElement.hidden = !path.length;
    back.href = link(path.slice(0, -1));
    const isStale = then && then !== version;
    if (isStale || !isWhole || !refused && place.ignored.length) view.prepend(part('notice', { text: isStale ? words.stale : words.unread }));
    const heading = view.querySelector('h1');
    document.title = (given === undefined ? '' : words.error) + (heading ? `${heading.textContent} – ${title}` : title);
    if (isFirst) return;
    scrollTo(0, 0);
    (view.querySelector('.q-problem') ?? heading ?? element.querySelector('h1')).focus({ preventScroll: true });
  };

  for (const option of links) option.addEventListener('click', (event) => {
    event.preventDefault();
    submit(walk(form, {}, today).question, [], option.dataset.answer.split('=')[1]);
  });
  back.addEventListener('click', (event) => {
    if (!history.state) return;
    event.preventDefault();
    history.back();
  });
  addEventListener('popstate', () => {
    // A skip link leads to a place on the page: the answers stay in the address.
    if (location.hash && !location.hash.includes('=')) history.replaceState(history.state, '', fragment || location.pathname);
    else render();
  });
  render(undefined, !hasMoved);
};
