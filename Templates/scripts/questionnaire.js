// @ts-check
/**
 * A questionnaire, one question at a time. The fragment of the address holds the answers, so that Back, reload, bookmarks
 * and links work and no answer leaves the device. All markup and words come from templates inside the element.
 */
import { copy, define, fill } from './main.js';
import { changes, dateOf, dayOf, decode, encode, limits, read, walk, write } from './questionnaire-walk.js';

const ELEMENTS = /^(a|abbr|aside|b|blockquote|br|caption|code|col|colgroup|dd|del|details|div|dl|dt|em|figcaption|figure|h[2-6]|hr|i|img|kbd|li|mark|ol|p|pre|q|s|section|small|span|strong|su[bp]|summary|table|tbody|td|tfoot|th|thead|time|tr|ul|var)$/;
const ATTRIBUTES = /^(alt|aria-[a-z]+|class|colspan|datetime|dir|height|id|lang|role|rowspan|scope|start|tabindex|title|width)$/;

/** HTML of our own renderer as nodes: only elements, attributes and schemes that it uses get through. */
export const nodesOf = (html, base) => {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('*')) {
    if (!ELEMENTS.test(element.localName)) element.remove();
    for (const { name, value } of [...element.attributes]) {
      if (ATTRIBUTES.test(name)) continue;
      element.removeAttribute(name);
      const url = /^(href|src)$/.test(name) && URL.canParse(value, base) && new URL(value, base);
      if (url && /^(https?|mailto|tel):$/.test(url.protocol)) element.setAttribute(name, within(url));
    }
  }
  return [...body.childNodes];
};

/** An address of this site without the host: absolute ones are shown as leading outside. */
const within = ({ origin, href }) => origin === location.origin ? href.slice(origin.length) : href;

define('questionnaire', async (element) => {
  const source = new URL(element.getAttribute('src') ?? '', document.baseURI);
  const form = await (await fetch(source)).json();
  if (form.format !== 'waymark-questionnaire/1') return;

  const now = new Date();
  const today = dayOf(now.getFullYear(), now.getMonth(), now.getDate());
  const words = element.dataset;
  const view = element.querySelector('.q-view');
  const backLink = element.querySelector('.q-back a');
  const language = element.closest('[lang]')?.lang || undefined;
  const list = new Intl.ListFormat(language);
  const either = new Intl.ListFormat(language, { type: 'disjunction' });
  const title = document.title;
  /** All answers of this visit: they fill in what is asked again, and count again after a change. */
  const memory = {};
  let fragment = '';

  /** A copy of a template. Elements with a `data-slot` take its value, or go if there is none. */
  const part = (name, slots = {}) => {
    const piece = element.querySelector(`[data-part=${name}]`).content.cloneNode(true);
    for (const place of piece.querySelectorAll('[data-slot]')) {
      const value = slots[place.dataset.slot];
      if (value !== true) value?.length ? place.append(...[value].flat()) : place.remove();
    }
    return piece;
  };
  /** A copy of a template whose link leads somewhere. */
  const linked = (name, slots, href) => {
    const piece = part(name, slots);
    piece.querySelector('a').href = href;
    return piece;
  };
  const html = (text) => text && nodesOf(text, source);
  const cites = (of) => (of.cites ?? []).map(({ href, words: text }) => linked('cite', { link: text }, within(new URL(href, source))));
  const addressOf = (path) => `#${encode(form, path)}`;
  const answersOf = (path) => Object.fromEntries(path.map(({ question, text }) => [form.questions[question].id, text]));

  const dayWords = (day) => {
    const date = dateOf(day);
    const month = date.toLocaleString(language, { month: 'long', timeZone: 'UTC' });
    return fill(words.date, { day: date.getUTCDate(), month, year: date.getUTCFullYear() });
  };
  const wordsOf = (question, answer) => {
    const { kind, options, none, unit = '' } = question;
    if (kind === 'one') return options[answer].label;
    if (kind === 'any') return list.format(answer.map((option) => options[option].label)) || none || words.none;
    return kind === 'date' ? dayWords(answer) : `${write(question, answer)} ${unit}`.trim();
  };

  const go = (path, rest) => {
    history.pushState({ isStep: true, rest }, '', addressOf(path));
    render();
  };
  /** Takes an answer. Others that no longer fit are dropped, but only those: the rest count as long as they are asked. */
  const submit = (question, path, text) => {
    const { rest } = history.state ?? {};
    const { id } = form.questions[question];
    const answers = { ...rest, ...answersOf(path), [id]: text };
    let place = walk(form, answers, today);
    while (place.state === 'refused' && place.question !== question) {
      delete answers[form.questions[place.question].id];
      place = walk(form, answers, today);
    }
    if (place.state === 'refused') return render(place);
    Object.assign(memory, answers);
    go(place.path, rest && answers);
  };
  const answerRows = (path, isShown = (_) => true) => path.flatMap(({ question, answer }, index) => {
    if (!isShown(question)) return [];
    const asked = form.questions[question];
    const before = path.slice(0, index);
    const row = linked('answer', { ask: asked.ask, text: wordsOf(asked, answer), label: asked.ask }, addressOf(before));
    row.querySelector('a').addEventListener('click', (event) => {
      event.preventDefault();
      go(before, { ...memory, ...answersOf(path) });
    });
    return [row];
  });

  // -- A question ------------------------------------------------------------------------------------------------------

  const messageOf = ({ question, problem, message }) => {
    const asked = form.questions[question];
    const { from, decimals, atLeast } = asked;
    const [low, high] = from === undefined ? [] : limits(asked, today).map((end) => wordsOf(asked, end));
    return message ?? fill(words[`error${problem === 'Digits' && !decimals ? 'Whole' : problem}`], { from: low, to: high, count: atLeast ?? decimals });
  };
  /** The fields of a question, filled in, and how to read them. */
  const fieldsOf = ({ kind, options, none, unit, search }, closed, text, box) => {
    if (kind === 'number' || kind === 'date') {
      box.append(part(kind, { unit }));
      const fields = [...box.querySelectorAll('input')];
      if (kind === 'number') [fields[0].value, fields[0].inputMode] = [text, 'decimal'];
      else text.split('-').forEach((value, index) => { fields[2 - index].value = value && String(+value); });
      const typed = () => fields.map(({ value }) => value.replace(/\s/g, ''));
      return kind === 'number' ? () => typed()[0] : () => {
        const [day, month, year] = typed();
        return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      };
    }
    const given = text.split(',');
    const choices = none ? [...options, { id: 'none', label: none }] : options;
    const rows = choices.flatMap(({ id, label, hint }, index) => {
      if (closed.includes(index)) return [];
      const row = part('option', { label, hint: html(hint) }).firstElementChild;
      const input = row.querySelector('input');
      Object.assign(input, { type: kind === 'one' ? 'radio' : 'checkbox', value: id, id: `q-${id}`, checked: given.includes(id) });
      row.querySelector('label').htmlFor = input.id;
      if (hint) row.lastElementChild.id = `q-${id}-hint`, input.setAttribute('aria-describedby', `q-${id}-hint`);
      return [row];
    });
    box.append(...rows);
    // "None of these" and the others exclude each other.
    if (none) box.addEventListener('change', ({ target }) => {
      if (target.checked) for (const input of box.querySelectorAll('input')) input.checked &&= input === target || (input.value === 'none') === (target.value === 'none');
    });
    if (search) import('./questionnaire-search.js').then(({ connect }) => connect(box, part('search'), options, rows, words));
    return () => [...box.querySelectorAll(':checked')].map(({ value }) => value).join() || (kind === 'any' ? 'none' : '');
  };
  const showQuestion = ({ question, closed = [], path, ...refusal }, text, isStart) => {
    const asked = form.questions[question];
    const error = text !== undefined && messageOf({ question, ...refusal });
    const heading = document.createElement(isStart ? 'h2' : 'h1');
    Object.assign(heading, { textContent: asked.ask, tabIndex: -1, id: 'q-ask' });
    const rows = answerRows(path);
    view.replaceChildren(part('question', {
      summary: error && true, link: error, message: error, caption: isStart ? '' : form.title, heading: [heading],
      hint: html(asked.hint), answers: rows.length && true, rows,
    }));
    const box = view.querySelector('.q-answer');
    const value = fieldsOf(asked, closed, text ?? memory[asked.id] ?? '', box);
    const fieldset = view.querySelector('fieldset');
    fieldset.setAttribute('aria-describedby', `${asked.hint ? 'q-hint ' : ''}${error ? 'q-error' : ''}`);
    view.querySelector('form').addEventListener('submit', (event) => {
      event.preventDefault();
      submit(question, path, value());
    });
    if (!error) return heading;
    view.querySelector('.q-summary a').addEventListener('click', (event) => {
      event.preventDefault();
      fieldset.scrollIntoView();
      box.querySelector('input').focus({ preventScroll: true });
    });
    return view.querySelector('.q-summary');
  };

  // -- The result ------------------------------------------------------------------------------------------------------

  /** HTML with answers and facts filled in; only in text, where nothing is markup. */
  const filled = (text, values) => {
    const box = document.createElement('div');
    box.append(...html(text ?? ''));
    const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    for (let node; (node = texts.nextNode());) {
      node.data = node.data.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (gap, name) => values[name] ?? gap);
    }
    return [...box.childNodes];
  };
  const valuesOf = ({ path, values }) => {
    const named = values.map(([fact, value]) => [form.facts[fact].id, form.facts[fact].values[value].label]);
    for (const { question, answer } of path) {
      const asked = form.questions[question];
      named.push([asked.id, wordsOf(asked, answer)]);
      for (const [name, texts] of Object.entries(asked.attributes ?? {})) named.push([`${asked.id}.${name}`, texts[answer]]);
    }
    return Object.fromEntries(named);
  };
  const titlesOf = (outcomes) => list.format(outcomes.flat().map((outcome) => form.outcomes[outcome].title)) || words.nothing;
  /** What would change the result: for each question the answers that lead to the same place in one line. */
  const changeRows = (all) => {
    const byQuestion = Map.groupBy(all, ({ question }) => question);
    return [...byQuestion].map(([question, list]) => {
      const asked = form.questions[question];
      const byPlace = Map.groupBy(list, ({ leads }) => JSON.stringify([leads.question, leads.outcomes, leads.values]));
      const lines = [...byPlace.values()].map((others) => {
        const runs = [];
        for (const other of others) {
          if (runs.length && runs.at(-1).to + 1 === other.from) runs.at(-1).to = other.to;
          else runs.push({ ...other });
        }
        const names = runs.map(({ option, isTicked, from, to }) =>
          option === undefined ? from === to ? wordsOf(asked, from) : fill(words.range, { from: wordsOf(asked, from), to: wordsOf(asked, to) })
            : isTicked === undefined ? asked.options[option].label
              : fill(isTicked ? words.without : words.with, { answer: asked.options[option].label }));
        if (names.length > 6) names.splice(5, names.length, fill(words.more, { count: names.length - 5 }));
        const [{ leads }] = others;
        const where = leads.state === 'result' ? titlesOf(leads.outcomes) : fill(words.asks, { question: form.questions[leads.question].ask });
        return linked('line', { if: either.format(names), link: where }, addressOf(leads.path));
      });
      return part('change', { ask: asked.ask, lines });
    });
  };
  const showResult = (place) => {
    const { path, outcomes, because } = place;
    const all = changes(form, answersOf(path), today).filter(({ leads }) => leads.state !== 'refused');
    const mattering = new Set(all.map(({ question }) => question));
    const isMattering = (question) => !mattering.size || mattering.has(question);
    const isSingle = outcomes.length === 1 && outcomes[0].length === 1;
    const values = valuesOf(place);
    const level = isSingle ? 'h1' : outcomes.length > 1 ? 'h3' : 'h2';
    const results = outcomes.flatMap((list, decision) => {
      const panels = list.map((outcome) => {
        const { title: name, tone, text } = form.outcomes[outcome];
        const heading = Object.assign(document.createElement(level), { textContent: name });
        const panel = part('outcome', { heading: [heading], text: filled(text, values), cites: cites(form.outcomes[outcome]) });
        panel.firstElementChild.classList.add(`tone-${tone}`);
        return panel;
      });
      return [part('decision', { title: outcomes.length > 1 ? form.decisions[decision].title : '', nothing: list.length ? '' : words.nothing }), ...panels];
    });
    const reasons = because.map(([decision, row, outcome]) => {
      const { id, words: text, cites: of } = form.decisions[decision].rows[row];
      return linked('reason', { outcome: isSingle ? '' : form.outcomes[outcome].title, words: text, cites: cites({ cites: of }) }, `${words.policy}#${id}`);
    });
    const others = answerRows(path, (question) => !isMattering(question));
    view.replaceChildren(part('result', {
      caption: form.title, heading: isSingle ? '' : true, results, deciding: answerRows(path, isMattering), rules: reasons.length && true, reasons,
      more: others.length && true, others, change: all.length && true, changes: changeRows(all),
    }));
    view.querySelector('[data-do=print]').addEventListener('click', () => print());
    view.querySelector('[data-do=copy]').addEventListener('click', async () => {
      view.querySelector('[role=status]').textContent = await copy(location.href) ? words.copied : words.notCopied;
    });
    const heading = view.querySelector('h1');
    heading.tabIndex = -1;
    return heading;
  };

  // -- All of it -------------------------------------------------------------------------------------------------------

  const render = (refused, isFirst) => {
    ({ hash: fragment } = location);
    const { answers, version, isWhole } = decode(form, fragment);
    const place = refused ?? walk(form, answers, today);
    const given = place.state === 'refused' ? place.path.pop()?.text : undefined;
    const { path } = place;
    const isStart = place.state === 'question' && !path.length;
    Object.assign(memory, answersOf(path));
    const target = place.state === 'result' ? showResult(place) : showQuestion(place, given, isStart);
    for (const each of element.querySelectorAll('[data-start]')) each.hidden = !isStart;
    backLink.parentElement.hidden = isStart;
    backLink.href = addressOf(path.slice(0, -1));
    const isStale = version && version !== form.version;
    if (isStale || !isWhole || !refused && place.ignored.length) view.prepend(part('notice', { text: isStale ? words.stale : words.unread }));
    const heading = isStart ? '' : `${view.querySelector('h1').textContent} – `;
    document.title = (given === undefined ? '' : words.error) + heading + title;
    if (isFirst) return;
    scrollTo(0, 0);
    target.focus({ preventScroll: true });
  };
  backLink.addEventListener('click', (event) => {
    if (!history.state?.isStep) return;
    event.preventDefault();
    history.back();
  });
  addEventListener('popstate', () => {
    // A skip link leads to a place on the page: the answers stay in the address.
    if (location.hash && !location.hash.includes('=')) history.replaceState(history.state, '', fragment || location.pathname);
    else render();
  });
  render(undefined, true);
});
