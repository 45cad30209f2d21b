"""What the script shows of a questionnaire is what the pages without script show, element by element, in every state."""
import json
import subprocess
from pathlib import Path

import pytest

from support import every
from support.places import SITE
from support.server import Server

OWN = [path.stem for path in sorted((SITE / "api/questionnaires").glob("*.json"))]

# Fetches the pages without script, shows each state by script, and says what differs.
COMPARED = r"""async ({ pages, states }) => {
  const plain = (node) => {
    const copy = node.cloneNode(true)
    copy.normalize()
    return copy
  }
  /** An element as text: names, attributes, addresses from the root of the host; `base` is the page it stands on. */
  const said = (node, base) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, ' ')
    if (node.nodeType !== Node.ELEMENT_NODE) return ''
    // What a page cannot know, the script does.
    if (node.matches('.q-unknown')) return '\u0001'
    // Why an outcome is negative depends on the answers, which a page shares with others; `UnmetTests` compares what both say. The
    // boxes of steps are the script's.
    if (node.matches('.q-unmet, .q-step > input, .q-step > label > input')) return ''
    const attributes = [...node.attributes].filter(({ name }) => !/^data-slot$/.test(name) && !(name === 'tabindex' && node.matches('h1')))
      .map(({ name, value }) => ` ${name}="${name === 'class' ? value.replace(/ ?\bq-(found|step)\b/g, '') : /^(href|src)$/.test(name) && !value.startsWith('#') ? new URL(value, base).href : value}"`).filter((each) => each !== ' class=""').sort()
    const inner = [...plain(node).childNodes].map((child) => said(child, base)).join('')
    return `<${node.localName}${attributes.join('')}>${inner.replace(/^ +| +$/g, '').replace(/ *(<[^>]*>) */g, ' $1 ')}</${node.localName}>`
  }
  const squeezed = (text) => text.replace(/ *(<[^>]*>) */g, '$1')
  const all = (nodes, base) => squeezed([...nodes].map((node) => said(node, base)).join(''))
  const results = []
  const questions = []
  const { documentOf } = await import(document.querySelector('script[src$="/main.js"]').src.replace('main.js', 'trusted.js'))
  for (const page of pages) {
    const base = new URL(page, location.origin).href
    const text = await (await fetch(base)).text()
    const view = documentOf(text).querySelector('.q-view')
    const shown = view.querySelector('.q-results')
    if (shown) results.push({ page, text: all(shown.children, base), met: false })
    else questions.push({
      page, met: false, ask: view.querySelector('#q-ask, #q-first').textContent, hint: all(view.querySelectorAll(':scope > .hint, .q-first > .hint'), base),
      options: [...view.querySelectorAll('.q-links li')].map((item) => [item.querySelector('a').textContent, all(item.querySelectorAll('.hint'), base)]),
    })
  }
  const inside = (hint) => hint.replace(/^<div[^>]*>/, '<div class="hint">')
  const differences = []
  const form = await (await fetch(document.querySelector('waymark-questionnaire').getAttribute('src'))).json()
  for (const { fragment, question } of states) {
    history.replaceState(null, '', fragment === '#' ? location.pathname : fragment)
    // So that nothing of the state before is taken for this one.
    document.querySelector('.q-view').replaceChildren()
    dispatchEvent(new PopStateEvent('popstate'))
    // A result is shown once its module is there.
    for (let turn = 0; turn < 2000 && (turn === 0 || !question && !document.querySelector('.q-view .q-results')); turn += 1) await new Promise((done) => setTimeout(done))
    if (!question && !document.querySelector('.q-view .q-results')) {
      differences.push(`${fragment} shows no result`)
      continue
    }
    const view = document.querySelector('.q-view')
    if (!question) {
      // Its notes are numbered once what comes after a result is there.
      await import(document.querySelector('script[src$="/main.js"]').src.replace('main.js', 'questionnaire-next.js'))
      await new Promise((done) => setTimeout(done))
      const text = all([...view.querySelector('.q-results').children], location.href)
      const fits = (page) => new RegExp(`^${page.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\u0001', '[^<]+')}$`).test(text)
      const same = results.filter(fits)
      for (const page of same) page.met = true
      if (!same.length) differences.push(`${fragment} shows ${text}`)
      continue
    }
    const asked = form.questions.find(({ id }) => id === question)
    const isStart = Boolean(view.querySelector('#q-first'))
    const hint = isStart ? all(view.querySelectorAll('.q-first > .hint'), location.href) : inside(all(view.querySelectorAll('#q-hint'), location.href))
    const options = isStart ? questions[0].options : [...view.querySelectorAll('.q-option')].filter((row) => !row.hidden)
      .map((row) => [row.querySelector('label').textContent, inside(all(row.querySelectorAll('.hint'), location.href))])
    const same = questions.filter((page) => asked.kind === 'any'
      ? options.some(([label, own]) => page.ask === `${asked.ask} ${label}` && page.hint === (own || hint))
      : page.ask === asked.ask && page.hint === hint && (asked.kind !== 'one' || JSON.stringify(page.options) === JSON.stringify(options)))
    for (const page of same) page.met = true
    if (!same.length) differences.push(`${fragment} asks ${JSON.stringify([asked.ask, hint, options])}`)
  }
  return { differences, unmet: [...results, ...questions].filter(({ met }) => !met), results: results.length, questions: questions.length }
}"""


def compared(chromium, server, folder, name):
    """The differences of a questionnaire's states; each page without script is the like of some state."""
    states = json.loads(subprocess.run(
        ["node", Path(__file__).parent / "support/states.mjs", folder / f"api/questionnaires/{name}.json"],
        capture_output=True, text=True, check=True).stdout)
    start = f"/questionnaires/{name}/"
    numbers = sorted(int(path.parent.name) for path in folder.glob(f"questionnaires/{name}/*/index.html") if path.parent.name.isdigit())
    context = chromium.new_context()
    tab = context.new_page()
    # The script takes over when there is an answer.
    tab.goto(server.origin + start + next(state["fragment"] for state in states if state["fragment"] != "#"))
    tab.wait_for_function("() => document.querySelector('.q-form, .q-actions')")
    found = tab.evaluate(COMPARED, {"pages": [start] + [f"{start}{number}/" for number in numbers], "states": states})
    context.close()
    assert found["results"] > 1 and found["questions"] > 1
    return found


@pytest.fixture(scope="module")
def own_site():
    with Server({"/": every.published()}) as running:
        yield running, every.published()


def test_every_kind_of_state(chromium, own_site):
    found = compared(chromium, *own_site, "every")
    assert found["differences"] == [] and found["unmet"] == []


@pytest.mark.long      # The fixture has every kind of state.
@pytest.mark.parametrize("name", OWN)
def test_every_state_of_the_site(chromium, server, name):
    found = compared(chromium, server, SITE, name)
    assert found["differences"] == [] and found["unmet"] == []


def test_a_difference_is_found(chromium, own_site):
    """The comparison sees what a script leaves out."""
    server, folder = own_site
    context_of = chromium.new_context

    def spoiled(**options):
        context = context_of(**options)
        context.route("**/api/questionnaires/every.json", lambda route: route.fulfill(
            body=(folder / "api/questionnaires/every.json").read_text().replace(' width=\\"', ' data-x=\\"')))
        return context
    chromium.new_context, kept = spoiled, context_of
    try:
        assert compared(chromium, server, folder, "every")["differences"]
    finally:
        chromium.new_context = kept
