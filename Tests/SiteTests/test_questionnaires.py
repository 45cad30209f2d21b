"""Questionnaires as readers meet them: answered by keyboard to every outcome, by links without script, and all that can
happen on the way, in both engines. The ways to the outcomes are found by the walker itself, see support/plans.mjs.

The questionnaire `every` of the fixtures has every kind of question and of state; the site's own are walked in a sample, and
all of them by `Tests/long/questionnaires-in-browsers`."""
import copy
import functools
import html
import json
import os
import re
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urljoin

import pytest

from support import every, html as pages, looks
from support.axe import COLOURS, OPEN_ALL, RULES, RUN, SHAPES
from support.browser import add_style
from support.places import PAGES, SITE
from support.reader import ChromiumReader
from support.server import Server

OWN = sorted(path.stem for path in (SITE / "api/questionnaires").glob("*.json"))
ENGINES = ("chromium", "firefox")
NODE_PAGE = re.compile(r"questionnaires/[^/]+/\d+/$")
# Hundreds of states are made of a few parts: each is looked at once in each width and each scheme, each kind of them in every look.
STATE_LOOKS = [(1280, "light", RULES), (320, "light", SHAPES), (320, "dark", COLOURS)]
IS_LONG = os.environ.get("WAYMARK_LONG") == "1"
every_form = pytest.mark.parametrize("name", ["every", *OWN] if IS_LONG else ["every"])
# Of what takes no time, nothing is left out.
all_forms = pytest.mark.parametrize("name", ["every", *OWN])
fixture_form = pytest.mark.parametrize("name", ["every"])


def in_turn(fixture, first):
    """Each of the site's own questionnaires in one engine, in turn."""
    pairs = [(ENGINES[(first + number) % 2], name) for number, name in enumerate(OWN)]
    return pytest.mark.parametrize((fixture, "name"), pairs, indirect=[fixture])

# Run in the page.
HEADING = "() => [...document.querySelectorAll('main h1')].find(title => title.checkVisibility())?.innerText"
ASKS = """ask => [...document.querySelectorAll('main :is(h1, h2)')]
    .some(title => title.checkVisibility() && title.innerText.trim() === ask)"""
OUTCOMES = "() => [...document.querySelectorAll('.q-outcome:not(.q-nothing) > :is(h1, h2)')].map(title => title.innerText)"
IS_SHOWN = "selector => !!document.querySelector(selector)?.checkVisibility()"
# From the radio button that has the focus down to another one, round the end of the list if need be.
OPTIONS_BETWEEN = """value => {
    const all = [...document.querySelectorAll('.q-option input')].filter(each => each.checkVisibility())
    return (all.findIndex(each => each.value === value) - all.indexOf(document.activeElement) + all.length) % all.length
}"""
# The script is there: the walker if there are answers, else only what makes the links lead to it.
IS_READY = """() => document.querySelector('.q-form, [data-do=copy], .q-notice')
    || !location.hash.includes('=') && document.querySelector('.q-first input, main a[data-answer][href*="#"]')"""


@pytest.fixture(scope="session")
def every_server():
    with Server({"/": every.published()}) as running:
        yield running


@pytest.fixture
def server(request, server):
    """Of the site that has the questionnaire that is asked for."""
    name = getattr(request.node, "callspec", None) and request.node.callspec.params.get("name")
    return request.getfixturevalue("every_server") if name == "every" else server


@functools.cache
def file_of(name):
    return (every.published() if name == "every" else SITE) / f"api/questionnaires/{name}.json"


@functools.cache
def form(name):
    return json.loads(file_of(name).read_text())


@functools.cache
def found(name):
    done = subprocess.run(["node", Path(__file__).parent / "support/plans.mjs", file_of(name)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)[name]


def plans(name):
    return found(name)["outcomes"]


def results(name):
    """Those that lead to the same result once; of the fixture a way past each question too."""
    ways = plans(name) + (found(name)["asked"] if name == "every" else [])
    return list({fragment(name, plan["answers"]): plan for plan in ways}.values())


def longest(name):
    return max(plans(name), key=lambda plan: len(plan["answers"]))


def fragment(name, answers, version=None):
    state = "".join(f"{answer['id']}={answer['text']}&" for answer in answers)
    return f"#{state}v={version or form(name)['version']}" if state else ""


def address(server, name, answers=(), version=None):
    return f"{server.origin}/questionnaires/{name}/{fragment(name, answers, version)}"


def start(reader, server, name, answers=(), version=None):
    """Opens a questionnaire afresh: a change of the fragment alone would not load the page."""
    reader.open_afresh(address(server, name, answers, version))
    reader.wait(IS_READY)


def opened(tab, server, name, answers=(), version=None):
    """The same, for what is asked of Chromium alone."""
    start(ChromiumReader(tab), server, name, answers, version)
    return tab


def came_to(reader, name, answers):
    reader.wait("wanted => location.hash === wanted && document.activeElement.matches('h1')", fragment(name, answers))


def outcomes(reader):
    return reader.ask(OUTCOMES)


def is_at(reader, answer):
    reader.wait(ASKS, answer["ask"])


def change(reader, answer):
    """Takes the link that changes an answer."""
    reader.tab_to("""(element, ask) => element.closest('.q-change')
        && element.closest('.q-list > div').querySelector('dt').innerText === ask""", answer["ask"])
    reader.press("Enter")
    is_at(reader, answer)


def answer_by_keyboard(reader, answer):
    text = answer["text"]
    if answer["kind"] == "one":
        if answer["search"]:
            reader.wait(IS_SHOWN, ".q-search input")
            reader.tab_to("element => element.type === 'search'")
            reader.write(answer["label"])
            # What isn't a name in the list finds nothing, and leaves all to choose from.
            reader.wait("() => document.querySelector('.q-search [role=status]').textContent.trim()")
        reader.tab_to("element => element.type === 'radio'")
        reader.press("Space")
        reader.press(*["ArrowDown"] * reader.ask(OPTIONS_BETWEEN, text))
        assert reader.ask("() => document.activeElement.value") == text
    elif answer["kind"] == "any":
        for tick in filter(None, text.replace("none", "").split(",")):
            reader.tab_to("(element, value) => element.value === value", tick)
            if not reader.ask("() => document.activeElement.checked"):
                reader.press("Space")
    elif answer["kind"] == "number":
        reader.tab_to("element => element.closest('.q-number')")
        reader.write(text)
    else:
        for part in reversed(text.split("-")):
            reader.tab_to("element => element.closest('.q-date')")
            reader.write(part)
    reader.tab_to("element => element.matches('.q-continue')")
    reader.press("Enter")


@all_forms
def test_every_outcome_and_refusal_has_a_way(name):
    assert {plan["outcome"] for plan in plans(name)} == {outcome["id"] for outcome in form(name)["outcomes"]}
    assert {row["message"] for row in form(name)["refusals"]} <= {plan["message"] for plan in found(name)["refusals"]}
    assert len(found(name)["asked"]) == len(form(name)["questions"])


def furthest(way, reached):
    """How far a way has been walked: ways share their beginnings, and what was done by keyboard once need not be done again."""
    return max(index for index, place in enumerate(way) if place in reached)


@every_form
def test_every_outcome_by_keyboard(reader, server, name):
    walk_by_keyboard(reader, server, name, results(name))


@in_turn("reader", 0)
def test_the_longest_way_by_keyboard(reader, server, name):
    walk_by_keyboard(reader, server, name, [longest(name)])


def walk_by_keyboard(reader, server, name, plans):
    """Each answer on the ways is given once, on a page that was just opened at the answers before, or was led to."""
    reached = {""}
    for plan in plans:
        answers = plan["answers"]
        way = [fragment(name, answers[:count]) for count in range(len(answers) + 1)]
        known = furthest(way, reached)
        start(reader, server, name, answers[:known])
        reader.skip()
        for index, answer in list(enumerate(answers))[known:]:
            assert reader.ask(ASKS, answer["ask"])
            answer_by_keyboard(reader, answer)
            came_to(reader, name, answers[:index + 1])
            assert reader.title.startswith(reader.ask(HEADING))
        assert sorted(outcomes(reader)) == sorted(plan["titles"])
        reached |= set(way)


@functools.cache
def steps(server, name):
    """The pages for readers without script, as {URL: (URLs of the steps it leads to, titles of its outcomes, HTML)}."""
    first = address(server, name)
    found, waiting = {}, [first]
    while waiting:
        url = waiting.pop(0)
        if url not in found:
            status, _, body = server.get(url.removeprefix(server.origin))
            assert status == 200, url
            text = body.decode()
            links = [urljoin(url, link) for link in pages.read(text).links]
            titles = re.findall(r'<section class="q-outcome (?!.{1,20} q-nothing).*?<h\d>(.*?)</h', text, re.S)
            # What leads back leads to no further step.
            back = [urljoin(url, link) for link in re.findall(r'<nav class="q-back".*?href="([^"]*)"', text)]
            found[url] = [link for link in links if NODE_PAGE.search(link) and link not in back], [html.unescape(title) for title in titles], text
            waiting += found[url][0]
    return found


def ways(server, name):
    """The shortest way by links to each outcome that has a page: {title: [URL, URL, …]}."""
    graph, first = steps(server, name), address(server, name)
    way_to, reached = {first: [first]}, {}
    for url in (queue := [first]):
        for title in graph[url][1]:
            reached.setdefault(title, way_to[url])
        for link in graph[url][0]:
            if link not in way_to:
                way_to[link] = way_to[url] + [link]
                queue.append(link)
    return reached


@every_form
def test_every_outcome_by_keyboard_without_script(plain_reader, server, name):
    reached = ways(server, name)
    assert reached.keys() == {outcome["title"] for outcome in form(name)["outcomes"]}
    walk_by_links(plain_reader, server, name, reached)


@in_turn("plain_reader", 1)
def test_the_longest_way_without_script(plain_reader, server, name):
    title, way = max(ways(server, name).items(), key=lambda item: len(item[1]))
    walk_by_links(plain_reader, server, name, {title: way})


def walk_by_links(plain_reader, server, name, reached):
    """From page to page, each of them once; the address keeps no answers, so Back and a shared link need nothing of ours."""
    titles, been = set(), {address(server, name)}
    for title, way in reached.items():
        if title in titles:      # Seen beside another one.
            continue
        known = furthest(way, been)
        plain_reader.open(way[known])
        for url in way[known + 1:]:
            plain_reader.skip()
            plain_reader.tab_to("(element, url) => element.href === url && element.closest('.q-links')", url)
            plain_reader.press("Enter")
            plain_reader.wait("url => location.href === url && document.readyState === 'complete'", url)
        assert title in outcomes(plain_reader)
        titles |= set(outcomes(plain_reader))
        been |= set(way)
        before = way[-2]
    plain_reader.back()
    assert plain_reader.url.removesuffix("#main") == before
    assert not plain_reader.ask(IS_SHOWN, ".q-form") and not plain_reader.ask(IS_SHOWN, ".q-results")


# Shows pages below the styles of the one that is open, and tells what a reader sees of each. Hundreds are loaded only once.
SEEN = """pages => {
    const stylesOf = (page, url) => [...page.querySelectorAll('link[rel=stylesheet], style')]
        .map(each => each.href === undefined ? each.textContent : new URL(each.getAttribute('href'), url).href).join()
    const styles = stylesOf(document, document.URL)
    return pages.map(([url, html]) => {
        const page = new DOMParser().parseFromString(html, 'text/html')
        if (stylesOf(page, url) !== styles) throw new Error(`other styles at ${url}`)
        history.replaceState(null, '', url)
        document.body.replaceWith(page.body)
        const all = (selector, value) => [...document.querySelectorAll(selector)].map(value)
        return {
            links: all('.q-links li > a', link => link.href), titles: (OUTCOMES)(), groups: all('.q-group', group => group.innerText),
            grouped: document.querySelectorAll('.q-group + .q-links').length,
            isResult: all('.q-results', each => each.checkVisibility() && each.offsetHeight > 0).includes(true),
        }
    })
}""".replace("OUTCOMES", OUTCOMES)


@all_forms
def test_pages_without_script(tabs, server, name):
    """Every one is a question with links or a result, and none is a dead end."""
    # The pages are read by a script of the test, which their policy would keep from it.
    tab = tabs(own="pages", java_script_enabled=False, bypass_csp=True)
    assert tab.goto(address(server, name)).status == 200
    graph = steps(server, name)
    for (url, (links, titles, _)), seen in zip(graph.items(), tab.evaluate(SEEN, [[url, text] for url, (_, _, text) in graph.items()])):
        shown, groups = seen["links"], seen["groups"]
        assert bool(shown) != seen["isResult"], url
        assert shown == links and seen["titles"] == titles, url
        # What is too long to be seen at a glance stands below what its data file calls it.
        assert bool(groups) == (len(shown) > 12) and len(set(groups)) == len(groups) == seen["grouped"], url


def states(name):
    """The answers before each question, and before each outcome, that is met on the way to the outcomes, each once."""
    questions = {}
    for plan in results(name):
        for count, answer in enumerate(plan["answers"]):
            questions.setdefault(answer["id"], plan["answers"][:count])
    return list(questions.values()), [plan["answers"] for plan in results(name)]


def show(tab, name, answers):
    """Another state of the same page, without loading it again."""
    go(tab, fragment(name, answers))


def go(tab, wanted):
    """To a fragment, unless the page is there already."""
    tab.evaluate("wanted => { if (location.hash !== wanted) { document.activeElement.blur(); location.hash = wanted } }", wanted)
    tab.wait_for_function("wanted => location.hash === wanted && document.activeElement.matches('h1, .q-problem')", arg=wanted)


def outline(tab):
    levels = tab.evaluate("""() => [...document.querySelectorAll('h1, h2, h3, h4')]
        .filter(title => title.checkVisibility()).map(title => +title.tagName[1])""")
    return [] if levels.count(1) == 1 else [f"headings {levels}"]


def faults(tab, settings=STATE_LOOKS):
    return looks.faults(tab, settings, ".q-frame") + outline(tab)


# To change the width or the colours costs more than to change the state. So states are kept as copies of what the
# questionnaire shows, and put into the page again in one look after the other; no script tells a copy from the state.
KEEP = "() => (window.kept ??= []).push([...document.querySelector('.q-frame').cloneNode(true).childNodes])"
FOR_EACH_KEPT = """async (...values) => {
    const all = []
    for (const state of window.kept ?? []) {
        document.querySelector('.q-frame').replaceChildren(...state)
        all.push([...await (FUNCTION)(...values)].concat(WIDE > innerWidth ? [`${WIDE} wide`] : []))
    }
    return all
}""".replace("WIDE", "document.documentElement.scrollWidth")


def keep(tab, kept, name):
    """Keeps the state that is shown; what is wrong with its outline is told at once."""
    assert not outline(tab), name
    tab.evaluate(KEEP)
    kept.append(name)


def of_each(tab, kept, function, *values):
    """One line for each fault that a function in the page tells of the states that are kept, as the page is now."""
    told = tab.evaluate(f"values => ({FOR_EACH_KEPT.replace('FUNCTION', function)})(...values)", list(values))
    assert len(told) == len(kept)      # The page was not loaded anew in the meantime.
    return [f"{name}: {fault}" for name, faults in zip(kept, told) for fault in faults]


def faults_of(tab, kept):
    """The faults of all states that are kept, in each look. Afterwards the page is of no further use."""
    found = []
    for width, look, rules in STATE_LOOKS:
        looks.show(tab, width, look)
        found += [f"{width} {look}: {fault}" for fault in of_each(tab, kept, RUN, [".q-frame", rules])]
    return found


@every_form
def test_axe_and_width_at_every_question(tabs, server, name):
    """As it is asked, and after an answer that is missing or cannot be read."""
    tab, kinds, kept = tabs(own="axe"), set(), []
    opened(tab, server, name)
    assert not faults(tab)
    for answers in states(name)[0]:
        if answers:
            show(tab, name, answers)
            keep(tab, kept, answers)
        if not tab.locator(".q-form").is_visible():
            continue
        kind = tab.evaluate("() => document.querySelector('.q-answer input:not([type=search])').type + (document.querySelector('.q-date') ? ' date' : '')")
        for field in tab.locator(".q-form input[type=text]").all():
            field.fill("x")
        address = tab.url
        tab.locator(".q-continue").click()
        if tab.url != address:      # To tick nothing is an answer, where no tick is asked for.
            assert kind == "checkbox"
            continue
        kinds.add(kind)
        tab.locator(".q-problem").wait_for()      # What reads numbers and dates is loaded when it is needed.
        keep(tab, kept, ("refused", answers))
    assert kinds >= kinds_with_errors(name) and not faults_of(tab, kept)


def kinds_with_errors(name):
    """What the fields of later questions are, where an answer can be missing or wrong."""
    fields = {"one": "radio", "any": "checkbox", "number": "text", "date": "text date"}
    return {fields[question["kind"]] for question in form(name)["questions"][1:] if question["kind"] != "any" or question.get("atLeast")}


@every_form
def test_axe_and_width_at_every_outcome(tabs, server, name):
    """With what would change it open; closed, all of them are built alike."""
    tab, kept, met = tabs(own="axe"), [], states(name)[1]
    opened(tab, server, name, met[-1])
    assert tab.locator(".q-changes > [data-slot=more]").is_visible() and not faults(tab)
    for answers in met:
        show(tab, name, answers)
        assert outcomes(ChromiumReader(tab)) and tab.evaluate(OPEN_ALL), answers
        keep(tab, kept, answers)
    assert not faults_of(tab, kept)


@every_form
def test_axe_and_width_in_rare_states(tabs, server, name):
    """Refused answers, links that are stale or broken, and the search in a long list."""
    tab = tabs(own="axe")
    answers = longest(name)["answers"]
    for refusal in found(name)["refusals"]:
        opened(tab, server, name, refusal["answers"])
        assert tab.locator(".q-problem").is_visible() and not faults(tab), refusal
    for given, version in ((answers, "1234"), (answers[:1], "1234"), ([dict(answers[0], text="gone")], None)):
        opened(tab, server, name, given, version)
        assert tab.locator(".q-notice").is_visible() and not faults(tab), given
    long = [before for plan in plans(name) for index, answer in enumerate(plan["answers"]) if answer["search"]
            for before in [plan["answers"][:index]]][:1]
    assert len(long) == any(question.get("search") for question in form(name)["questions"])
    for before in long:
        opened(tab, server, name, before)
        options = next(question["options"] for question in form(name)["questions"] if question.get("search"))
        for text, least, most in ((options[1]["label"], 1, 10), ("zzzz", len(options), len(options))):
            tab.locator(".q-search input").fill(text)
            tab.wait_for_function("text => document.querySelector('.q-search [role=status]').textContent.trim()", arg=text)
            assert least <= tab.locator(".q-option:visible").count() <= most and not faults(tab), text


# Turns the page round, and tells what is not where a mirror shows it. Boxes of lines of text are left out: our text stays
# English, whose words are not turned round.
MIRRORED = """() => {
    const root = document.documentElement, faults = [], tell = (what, element) => faults.push(`${what}: ${element.outerHTML.slice(0, 90)}`)
    const all = [...document.querySelectorAll('body *')].filter(element => element.checkVisibility() && !element.closest('svg')
        && !/^(inline|contents)/.test(getComputedStyle(element).display))
    const starts = () => all.map(element => {
        const { left, right } = element.getBoundingClientRect()
        const signs = ['::before', '::after'].map(each => getComputedStyle(element, each)).map(style =>
            style.content !== 'none' && style.position === 'absolute' ? parseFloat(root.dir === 'rtl' ? style.right : style.left) : 0)
        return [root.dir === 'rtl' ? root.clientWidth - right : left, ...signs]
    })
    const arrows = () => [['.q-back a', '::before'], ['.q-links li > a', '::after']].flatMap(([selector, each]) =>
        [...document.querySelectorAll(selector)].filter(element => element.checkVisibility() && getComputedStyle(element, each).content !== 'none')
            .map(element => [element, new DOMMatrix(getComputedStyle(element, each).transform).b]))
    root.dir = 'ltr'
    const before = starts(), turned = arrows()
    root.dir = 'rtl'
    const after = starts()
    arrows().forEach(([element, turn], index) => { if (!turn || turn !== -turned[index][1]) tell('arrow', element) })
    all.forEach((element, index) => {
        before[index].forEach((start, place) => { if (Math.abs(start - after[index][place]) > 1) tell(['box', 'before', 'after'][place], element) })
        if (/left|right/.test(getComputedStyle(element).textAlign)) tell('text', element)
    })
    const wide = root.scrollWidth - root.clientWidth
    root.dir = ''
    return wide > 0 ? [...faults, `${wide} too wide`] : faults
}"""


def mirrored(tab, ask=None):
    """Of what is shown, or of all that `ask` asks about."""
    faults = []
    for width in (1280, 320):
        tab.set_viewport_size({"width": width, "height": 900})
        faults += [f"{width} {fault}" for fault in (ask or tab.evaluate)(MIRRORED)]
    return faults


@every_form
def test_right_to_left_in_every_state(tabs, server, name):
    tab, kept = tabs(own="turned"), []
    opened(tab, server, name)
    assert not mirrored(tab)
    for answers in sum(states(name), [])[1:]:
        show(tab, name, answers)
        tab.evaluate(OPEN_ALL)
        assert tab.locator(".q-back a").is_visible(), answers
        keep(tab, kept, answers)
        if tab.locator(".q-form").is_visible() and tab.locator("input[type=checkbox]").count() == 0:
            tab.locator(".q-continue").click()
            tab.locator(".q-problem").wait_for()
            keep(tab, kept, ("refused", answers))
    assert not mirrored(tab, functools.partial(of_each, tab, kept))


@fixture_form
@pytest.mark.parametrize(("style", "fault"), [
    (".q-option { padding-left: 3rem; padding-right: 0 }", "box: <label"), (".q-list > div { direction: ltr }", "box: <dd"),
    (".q-back a::before { transform: rotate(90deg) !important }", "arrow: <a"), (".q-form p, .q-form div { text-align: left }", "text: <"),
    (".q-option::after { content: ''; position: absolute; left: 3px }", "after: <div"), (".q-answer { inline-size: 2000px }", "too wide")])
def test_mirror_finds_faults(tabs, server, name, style, fault):
    """So that silence about our pages means something."""
    tab = opened(tabs(own="broken"), server, name, longest(name)["answers"][:1])
    assert not mirrored(tab)
    add_style(tab, style)
    assert [each for each in mirrored(tab) if fault in each]
    kept = keep_two(tab, name)
    assert [each for each in mirrored(tab, functools.partial(of_each, tab, kept)) if "question: " in each and fault in each]


def keep_two(tab, name):
    kept, answers = [], longest(name)["answers"]
    for state, given in (("result", answers), ("question", answers[:1])):
        show(tab, name, given)
        keep(tab, kept, state)
    return kept


@fixture_form
@pytest.mark.parametrize(("style", "fault"), [
    (".q-answer label { color: #999 }", "1280 light: question: color-contrast"),
    (".q-answer { inline-size: 2000px }", "320 light: question: 2"),
    ("@media (prefers-color-scheme: dark) { .q-answer label { color: #555 } }", "320 dark: question: color-contrast")])
def test_looks_at_kept_states_find_faults(tabs, server, name, style, fault):
    """In the one of them that has it."""
    tab = opened(tabs(own="broken"), server, name)
    assert not faults(tab)
    add_style(tab, style)
    found = faults_of(tab, keep_two(tab, name))
    assert [each for each in found if fault in each] and not [each for each in found if "result: " in each]


@every_form
def test_an_answer_that_is_missing_or_wrong(reader, server, name):
    answers = longest(name)["answers"]
    asked = next((index for index, answer in enumerate(answers) if index and answer["kind"] != "any"), None)
    if asked is None:
        pytest.skip("only tick-boxes after the first question")
    start(reader, server, name, answers[:asked])
    before, title = reader.url, reader.title
    reader.tab_to("element => element.matches('.q-continue')")
    reader.press("Enter")
    reader.wait("() => document.activeElement.matches('.q-problem')")
    assert reader.url == before and reader.title == f"Error: {title}"
    message, error, described = reader.ask("""() => [document.querySelector('.q-problem a').innerText,
        document.querySelector('.q-error').innerText, document.querySelector('fieldset').getAttribute('aria-describedby')]""")
    assert message and message in error and "{" not in message and "q-error" in described
    reader.tab_to("element => element.closest('.q-problem')")
    reader.press("Enter")
    assert reader.ask("() => document.activeElement.matches('.q-form input')")
    reader.open("about:blank")
    reader.back()
    reader.wait(IS_READY)
    # Firefox shows the page as it was left, with the error; Chromium loads it again, without.
    assert reader.title == ("Error: " if reader.ask(IS_SHOWN, ".q-problem") else "") + title


@every_form
def test_back_forward_reload_and_link(reader, server, name):
    plan = longest(name)
    start(reader, server, name)
    headings = [plan["answers"][0]["ask"]]
    for index, answer in enumerate(plan["answers"]):
        answer_by_keyboard(reader, answer)
        came_to(reader, name, plan["answers"][:index + 1])
        headings.append(reader.ask(HEADING))
    for index in reversed(range(len(headings) - 1)):
        if index % 2:
            reader.tab_to("element => element.matches('.q-back a')")
            reader.press("Enter")
        else:
            reader.back()
        reader.wait("wanted => location.hash === wanted", fragment(name, plan["answers"][:index]))
        reader.wait(ASKS, headings[index])
        if index == 1:
            reader.reload()
            reader.wait(IS_READY)
        if index:      # What was answered is still filled in.
            text, kind = plan["answers"][index]["text"], plan["answers"][index]["kind"]
            given = reader.ask("() => [...document.querySelectorAll('.q-answer :is(:checked, [type=text])')].map(input => input.value).reverse()")
            assert ("-".join(given) if kind in ("number", "date") else ",".join(reversed(given))) == text.replace("none", "")
    for index in range(1, len(headings)):
        reader.forward()
        reader.wait(ASKS, headings[index])
        reader.reload()
        reader.wait(IS_READY)
        assert reader.ask(HEADING) == headings[index]
    shared, result = reader.url, outcomes(reader)
    reader.open_afresh(shared)
    reader.wait(IS_READY)
    assert outcomes(reader) == result and not reader.ask(IS_SHOWN, ".q-notice")
    # A link that was opened has no step before it in the history, and goes back all the same.
    reader.tab_to("element => element.matches('.q-back a')")
    reader.press("Enter")
    reader.wait(ASKS, headings[-2])


@every_form
def test_skip_link_keeps_the_answers(reader, server, name):
    answers = longest(name)["answers"][:1]
    start(reader, server, name, answers)
    before = reader.ask(HEADING)
    reader.tab_to("element => element.matches('[href=\"#main\"]')")
    reader.press("Enter")
    reader.wait("wanted => location.hash === wanted", fragment(name, answers))
    assert reader.ask(HEADING) == before
    reader.reload()
    reader.wait(IS_READY)
    assert reader.ask(HEADING) == before


@every_form
def test_links_that_are_stale_or_broken(reader, server, name):
    answers = longest(name)["answers"]
    notice = "() => document.querySelector('.q-notice').innerText"
    start(reader, server, name, answers, version="0" * 15 + "1")
    assert "rules have changed" in reader.ask(notice) and outcomes(reader)
    for bad in ("gone=1", f"{answers[0]['id']}=not-an-answer", "%zz=%&&=", "__proto__=x"):
        reader.open_afresh(f"{address(server, name)}#{bad}&v=1234")
        reader.wait(IS_READY)
        assert "link is damaged" in reader.ask(notice) and reader.ask(ASKS, answers[0]["ask"])
    # The answer that is gone is asked for again. The last one, because answers that follow may make an earlier one needless.
    start(reader, server, name, answers[:-1] + [dict(answers[-1], text="gone")], version="1234")
    assert reader.ask(notice) and reader.ask(HEADING) == answers[-1]["ask"]


@every_form
def test_change_of_an_early_answer(reader, server, name):
    """Change leads to the question with its answer filled in; taken up again, all later answers still count."""
    answers = longest(name)["answers"]
    start(reader, server, name, answers)
    result = outcomes(reader)
    assert reader.ask("() => document.querySelectorAll('.q-change a').length") == len(answers)
    change(reader, answers[0])
    answer_by_keyboard(reader, answers[0])
    came_to(reader, name, answers)
    assert outcomes(reader) == result
    reader.back()
    is_at(reader, answers[0])
    reader.reload()
    # What was answered later is kept with the entry in the history: the walker comes for it, and ticks what was answered here.
    reader.wait(IS_SHOWN, ".q-form, .q-first :checked")
    is_at(reader, answers[0])
    answer_by_keyboard(reader, answers[0])
    came_to(reader, name, answers)
    change(reader, answers[-1])
    reader.tab_to("element => element.matches('.q-back a')")
    reader.press("Enter")
    came_to(reader, name, answers)


@every_form
def test_what_would_change_it(tabs, server, name):
    """Each line leads where it says."""
    tab = opened(tabs(), server, name)
    reader = ChromiumReader(tab)
    for plan in plans(name)[:8]:
        show(tab, name, plan["answers"])
        lines = tab.evaluate("() => [...document.querySelectorAll('.q-leads a')].map(link => [link.textContent, link.getAttribute('href')])")
        for words, href in lines[:4]:
            go(tab, href)
            assert not tab.locator(".q-notice").is_visible() and not tab.locator(".q-problem").is_visible()
            titles, is_result = outcomes(reader), tab.locator(".q-results").is_visible()
            # Where there are several decisions, each title comes after the name of its decision.
            assert all(any(title.endswith(each) for each in titles) for title in words.split(" · ")) if titles else is_result or words.endswith(reader.ask(HEADING))


def test_a_negative_result_says_what_is_missing(tabs, server):
    """What the nearest better outcome demands, beside the answer that was given, with and without script."""
    tab = tabs()
    tab.goto(f"{server.origin}/questionnaires/services/#need=tac&support=cisco&active=no")
    tab.wait_for_selector(".q-unmet")
    lines = [line for line in tab.locator(".q-unmet").inner_text().split("\n") if line]
    assert lines[:4] == [
        "What rules out a better result:", "Is the product on an active service agreement?", "It would have to be: Yes", "You said: No"]
    pages = [text for _, titles, text in steps(server, "warranty-or-contract").values() if titles and "q-unmet" in text]
    assert pages and all("<b>It would have to be:</b> " in text and "<b>You said:</b> " in text for text in pages)
    # Some who come to this page can't come to a better result by this alone, and nobody can without it.
    merged = [text for _, titles, text in steps(server, "used-device").values() if "No, it can't be supported" in titles]
    assert merged and all("<b>It would have to be:</b> No" in text for text in merged)


def test_a_page_that_several_ways_lead_to_says_so(server):
    """Without script: what everybody has answered who comes there, and that other answers differ."""
    pages = [text for _, _, text in steps(server, "used-device").values()]
    merged = [text for text in pages if "with different answers" in text]
    assert 0 < len(merged) < len(pages)
    assert any("<dt>Where does the device come from?</dt><dd>“From a lease” or “Used, or" in text for text in merged)


def test_what_would_help_comes_first(tabs, server):
    """The answer nearest to the result before earlier ones, and not what the reader came for."""
    tab = tabs()
    tab.goto(f"{server.origin}/questionnaires/services/#need=replace&support=warranty&warranty=no")
    tab.wait_for_selector(".q-changes")
    asked = tab.locator(".q-changes details[open] dt").all_inner_texts()
    assert asked[0] == "Is its warranty still valid, and are you the first owner?" and "What do you want to do?" not in asked
    folded = tab.locator(".q-changes details:not([open]) dt").all_text_contents()
    assert folded[-1] == "What do you want to do?"


def test_what_to_do_with_a_result(chromium, server):
    """Steps are ticked for the tab; messages start with the answers and the version of the rules, and only the reader sends them."""
    context = chromium.new_context()
    # As on a site that has an address for reports; this one has none.
    report = '<a class="report-link" href="mailto:editors@example.org?subject=Page">Report</a></footer>'
    context.route("**/questionnaires/used-device/", lambda route: route.fulfill(body=route.fetch().text().replace("</footer>", report)))
    tab = context.new_page()
    tab.goto(f"{server.origin}/questionnaires/used-device/#origin=new&declared=no&disaster=yes")
    steps = tab.locator(".q-step > input")
    steps.nth(1).check()
    tab.reload()
    tab.wait_for_selector(".q-step")
    assert [steps.nth(index).is_checked() for index in range(3)] == [False, True, False]
    version = form("used-device")["version"]
    links = [tab.locator(place).first.get_attribute("href") for place in (".q-outcome a[href^='mailto:certs']", "[data-slot=yes]", ".q-wrong")]
    assert len({link.split("?")[0] for link in links}) == 2
    for link in links:
        fields = parse_qs(link.split("?", 1)[1])
        assert fields["subject"][0].endswith("Ask about the return-to-service process")
        lines = fields["body"][0].split("\r\n")
        assert lines[:3] == [tab.url, f"Version of the rules: {version}", ""]
        assert lines[4] == "Was it ever declared permanently damaged or unusable? No"
    assert 0 < tab.locator(".q-changes details[open] li").count() <= 3
    context.close()


@all_forms
def test_a_result_never_gives_all_other_cases_as_its_reason(name):
    rows = [row["words"] for decision in form(name)["decisions"] for row in decision["rows"]]
    assert not [words for words in rows if "in all other cases" in words or "in the rest of these cases" in words]
    # A condition a line, and none in brackets.
    assert not [words for words in rows if re.search(r"(^|\n|; |\()\((?!not asked|answered|not possible|none given)", words)]


@all_forms
def test_no_placeholder_is_left(tabs, server, name):
    tab = opened(tabs(), server, name)
    for plan in plans(name):
        show(tab, name, plan["answers"])
        text = tab.locator("main").inner_text()
        assert not re.search(r"\{\{|\}\}|undefined|NaN|\[object", text)


@fixture_form
def test_html_of_the_compiled_form_is_made_safe(tabs, server, name):
    """The texts of outcomes are HTML: nothing in them may run, load or lead to a scheme that the theme does not use."""
    changed = copy.deepcopy(form(name))
    for outcome in changed["outcomes"]:
        outcome["text"] = """<p onclick="a()" style="color:red" class="x">A <b>b</b><script>alert(1)</script><iframe src="/"></iframe>
            <a href="javascript:alert(1)">c</a><a href="../../x/?y#z">d</a><a href="https://example.com/e">e</a><img src="data:text/html,x">
            <svg><a xlink:href="javascript:alert(1)"><set onbegin="alert(1)"/></a></svg><input name="y" onfocus="alert(1)"></p>"""
    tab = tabs(own="safe")      # Whose first page this is: a form that is there already is not loaded again.
    tab.route("**/api/questionnaires/*.json", lambda route: route.fulfill(json=changed))
    opened(tab, server, name, longest(name)["answers"])
    made = tab.locator(".q-outcome .content").first.inner_html()
    tab.unroute("**/api/questionnaires/*.json")
    assert made.replace("\n", "").replace("  ", "") == (
        '<p class="x">A <b>b</b><a href="">c</a><a href="/x/?y#z">d</a>'
        '<a href="https://example.com/e">e</a><img src=""></p>')


@every_form
def test_no_answer_leaves_the_device(chromium, server, name):
    context = chromium.new_context()
    requests, tab = [], context.new_page()
    tab.on("request", lambda request: requests.append((request.method, request.url, request.post_data)))
    opened(tab, server, name)
    for answer in longest(name)["answers"]:
        before = tab.url
        answer_by_keyboard(ChromiumReader(tab), answer)
        tab.wait_for_function("before => location.href !== before", arg=before)
    context.close()
    paths = [url for method, url, body in requests if not url.startswith("about:")]
    assert all(method == "GET" and body is None for method, _, body in requests)
    assert not [path for path in paths if "?" in path or "=" in path]


@every_form
def test_copy_and_print(chromium, server, name):
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = opened(context.new_page(), server, name, longest(name)["answers"])
    tab.wait_for_selector(".q-printed", state="attached")      # With it comes what the buttons do.
    assert not tab.locator(".q-printed").is_visible()
    tab.locator("[data-do=copy]").click()
    tab.wait_for_function("() => document.querySelector('.q-view [role=status]').textContent")
    assert tab.evaluate("() => navigator.clipboard.readText()") == tab.url
    tab.evaluate("() => { window.print = () => { document.body.dataset.printed = 'yes' } }")
    tab.locator("[data-do=print]").click()
    assert tab.locator("body").get_attribute("data-printed") == "yes"
    tab.emulate_media(media="print")
    assert not tab.locator(".q-actions").is_visible() and not tab.locator(".q-change").first.is_visible()
    assert tab.locator(".q-outcome").first.is_visible()
    printed = tab.locator(".q-printed").inner_text()
    day = tab.evaluate("() => String(new Date().getFullYear())")
    assert all(part in printed for part in (day, form(name)["version"], tab.url)), printed
    context.close()


def test_first_question_elsewhere_leads_straight_on(tabs, server):
    """An answer on the front page leads to the second question of the questionnaire. One of each is clicked; the others can
    be, and what they lead to is shown without loading the same page again."""
    tab = tabs()
    is_ready = """() => document.querySelector('main [data-answer]')
        && [...document.querySelectorAll('main [data-answer]')].every(link => link.href.includes('#'))"""
    tab.goto(server.origin)
    tab.wait_for_function(is_ready)
    for place in tab.locator("waymark-questionnaire:not([src])").all():
        links = []
        for link in place.locator("a[data-answer]").all():
            link.click(trial=True)
            links.append((link.get_attribute("data-answer"), *link.evaluate("link => [link.pathname, link.hash]")))
        place.locator("a[data-answer]").first.click()
        for index, (answer, path, wanted) in enumerate(links):
            ChromiumReader(tab).wait(IS_READY)
            if index:
                go(tab, wanted)
            assert tab.url == server.origin + path + wanted and f"/#{answer}&" in tab.url
            assert not tab.locator(".q-notice").is_visible() and tab.locator(".q-back a").is_visible()
        # Once the browser has answered: a page that is left answers nothing.
        tab.evaluate("count => setTimeout(() => history.go(-count), 50)", len(links))
        tab.wait_for_url(f"{server.origin}/")
        tab.wait_for_function(is_ready)


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("questionnaires/") and not NODE_PAGE.search(page)])
def test_pages_around(tabs, server, page):
    tab = tabs(own="turned")
    tab.goto(f"{server.origin}/{page}")
    assert not mirrored(tab)


@fixture_form
def test_each_kind_of_state_in_every_look(tabs, server, name):
    """Questions of each kind as they are asked and refused, a notice, one result and several."""
    tab, kinds = tabs(own="axe"), {}
    for plan in results(name):
        for index, answer in list(enumerate(plan["answers"]))[1:]:
            kinds.setdefault((answer["kind"], bool(answer["search"])), plan["answers"][:index])
        kinds.setdefault(("result", len(plan["titles"]) > 1), plan["answers"])
    for kind, answers in kinds.items():
        opened(tab, server, name, answers, version="1234")
        assert tab.locator(".q-notice").is_visible()
        tab.evaluate(OPEN_ALL)
        assert not faults(tab, looks.EVERY), kind
        if kind[0] not in ("result", "any"):
            tab.locator(".q-continue").click()
            tab.locator(".q-problem").wait_for()
            assert not faults(tab, looks.EVERY), kind
    assert {("one", True), ("any", False), ("number", False), ("date", False), ("result", True)} <= set(kinds)
