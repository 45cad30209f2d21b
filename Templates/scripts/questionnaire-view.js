// @ts-check
/**
 * A questionnaire, one question at a time. The fragment of the address holds the answers, so that Back, reload, bookmarks
 * and links work and no answer leaves the device. All markup and words come from templates inside the element.
 */
import { fill } from './main.js';
import { showResult } from './questionnaire-result.js';
import { isCurrencySign, typedText } from './questionnaire-numbers.js';
import { answersOf, dayText, form, html, link, on, open, part, questions, root, today, view, words, wordsOf } from './questionnaire-page.js';
import { dateOf, decode, limits, walk } from './questionnaire-walk.js';

/** Takes over when the compiled form is there. */
export const connect = async (element, isFirst) => {
  if (!await open(element)) return;
  const back = root.querySelector('.q-back a');
  const first = [...view.childNodes];
  const links = view.querySelectorAll('[data-answer]');
  const { title } = document;
  /** All answers of this visit: they fill in what is asked again. */
  const memory = {};
  let fragment = '';

  /** Shows what comes after these answers. `others` are answers that count as well once they are asked for. */
  const go = (path, others = {}) => {
    history.pushState(others, '', link(path));
    render();
  };
  const submit = async (question, path, given) => {
    let text = given;
    // The texts of fields; the choice of an option has its id.
    if (Array.isArray(given)) {
      const { readTyped } = await import('./questionnaire-typed.js');
      const { exact, ...problem } = readTyped(questions[question], given, words);
      if (exact === undefined) return render({ state: 'refused', question, path: [...path, { question, text: given }], ...problem });
      text = exact;
    }
    const others = history.state ?? {};
    const { id } = questions[question];
    const answers = { ...others, ...answersOf(path), ...decode(form, fragment).answers, [id]: text };
    let place;
    // Answers from before a change that no longer fit are dropped.
    while ((place = walk(form, answers, today)).state === 'refused' && place.question !== question) delete answers[questions[place.question].id];
    if (place.state === 'refused') return render(place);
    go([...place.path, ...place.held], Object.keys(others).length ? answers : {});
  };
  const rows = (path, isShown = (_) => true) => path.flatMap(({ question, answer }, index) => {
    if (!isShown(question)) return [];
    const { ask } = questions[question];
    const before = path.slice(0, index);
    const row = part('answer', { ask, answer: wordsOf(question, answer), name: ask }, link(before));
    on(row.querySelector('a'), () => go(before, { ...memory }));
    return [row];
  });

  /** Puts the fields of a question into a box, filled in, and says how to read them. */
  const fields = ({ kind, options, none, unit, search }, closed, text, box) => {
    if (!options) {
      box.append(part(kind, { unit }));
      const sign = box.querySelector('#q-unit');
      if (isCurrencySign(unit) && words.money.startsWith('{sign}')) sign.parentElement.prepend(sign);
      const inputs = [...box.querySelectorAll('input')];
      // What was typed stays; days are kept as 2026-11-21, and asked for the other way round.
      const texts = Array.isArray(text) ? text : kind === 'date' ? text.split('-').reverse() : [typedText(text, words)];
      inputs.forEach((input, index) => { input.value = texts[index] ?? ''; });
      return () => inputs.map(({ value }) => value);
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
  /** What is wrong with an answer, and what to type. */
  const complaint = ({ question, problem, one, other }, given) => {
    const { kind, options, decimals, atLeast, unit } = questions[question];
    const slots = { text: [given].flat().join(' ').trim(), unit, count: atLeast ?? decimals };
    if (options) return fill(words[problem], slots);
    const [from, to] = limits(questions[question], today);
    const say = (answer) => wordsOf(question, answer, true);
    Object.assign(slots, { from: say(from), to: wordsOf(question, to), example: say(Math.min(to, Math.max(from, (decimals ? 20.5 : 20) * 10 ** decimals))) });
    const [first, last] = [one, other].map((exact) => exact && (kind === 'date' ? dayText(Date.parse(exact) / 864e5) : typedText(exact, words)));
    Object.assign(slots, { one: first, other: last });
    if (kind === 'date') slots.example = problem === 'shortYear' ? dateOf(today).getUTCFullYear() : say(today);
    return fill(words[problem === 'digits' && !decimals ? 'whole' : problem], slots);
  };
  const showQuestion = (place, given) => {
    const { question, closed = [], path, message } = place;
    const asked = questions[question];
    const error = given !== undefined && (message ?? complaint(place, given));
    const answers = rows(path);
    view.replaceChildren(part('question', {
      ...asked, problem: !!error, link: error, error, caption: form.title, hint: html(asked.hint), answers, list: answers.length,
    }));
    const box = view.querySelector('.q-answer');
    const value = fields(asked, closed, given ?? memory[asked.id] ?? '', box);
    on(view.querySelector('form'), () => submit(question, path, value()), 'submit');
    on(view.querySelector('.q-problem a'), () => {
      view.querySelector('legend').scrollIntoView();
      box.querySelector('input').focus({ preventScroll: true });
    });
  };

  const render = async (refused, isFirst) => {
    ({ hash: fragment } = location);
    const { answers, version, isWhole } = decode(form, fragment);
    const place = refused ?? walk(form, answers, today);
    const given = place.state === 'refused' ? place.path.pop().text : undefined;
    const { path } = place;
    const isStart = links.length && !path.length && place.state === 'question';
    // Those to questions that come later too: a search leads here with the product that was looked for.
    Object.assign(memory, history.state, answers);
    if (place.state === 'result') {
      const { changes } = await import('./questionnaire-changes.js');
      // The reader has gone on in the meantime.
      if (location.hash !== fragment) return;
      showResult(place, rows, changes);
    } else if (isStart) {
      view.replaceChildren(...first);
      const { id } = questions[place.question];
      for (const each of links) each.ariaCurrent = each.dataset.answer === `${id}=${memory[id]}` || null;
    } else showQuestion(place, given);
    for (const each of root.querySelectorAll('.q-at-start')) each.hidden = !isStart;
    back.parentElement.hidden = !path.length;
    back.href = link(path.slice(0, -1));
    const isStale = version && version !== form.version;
    if (isStale || !isWhole || version && !refused && place.ignored.length) view.prepend(part('notice', { text: isStale ? words.stale : words.unread }));
    const heading = view.querySelector('h1');
    document.title = (given === undefined ? '' : words.error) + (heading ? `${heading.textContent} – ${title}` : title);
    if (isFirst) return;
    scrollTo(0, 0);
    (view.querySelector('.q-problem') ?? heading ?? root.querySelector('h1')).focus({ preventScroll: true });
  };

  for (const option of links) on(option, () => submit(walk(form, {}, today).question, [], option.dataset.answer.split('=')[1]));
  // Who came by a link has no step before this one.
  on(back, () => history.state ? history.back() : location.assign(back.href));
  addEventListener('popstate', () => {
    // A skip link leads to a place on the page: the answers stay in the address.
    if (/^#[^=]+$/.test(location.hash)) history.replaceState(history.state, '', fragment || location.pathname);
    else render();
  });
  render(undefined, isFirst);
};
