"""Questionnaires as readers meet them: answered by keyboard to every outcome, by links without script, and all that can
happen on the way. The ways to the outcomes are found by the walker itself, see support/plans.mjs."""
import functools
import json
import re
import subprocess
from pathlib import Path
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe

from support.places import PAGES, SITE
from test_accessibility import RULES, violations

FORMS = {path.stem: json.loads(path.read_text()) for path in sorted((SITE / "api/questionnaires").glob("*.json"))}
NODE_PAGE = re.compile(r"questionnaires/[^/]+/\d+/$")
# Data answers a test by itself; a site without questionnaires has nothing to show here.
every_form = pytest.mark.parametrize("name", FORMS or [pytest.param("", marks=pytest.mark.skip("no questionnaires"))])


@functools.cache
def plans():
    files = [str(SITE / f"api/questionnaires/{name}.json") for name in FORMS]
    done = subprocess.run(["node", Path(__file__).parent / "support/plans.mjs", *files], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def longest(name):
    return max(plans()[name], key=lambda plan: len(plan["answers"]))


def fragment(name, answers, version=None):
    state = "".join(f"{answer['id']}={answer['text']}&" for answer in answers)
    return f"#{state}v={version or FORMS[name]['version']}" if state else ""


def start(tab, server, name, answers=(), version=None):
    """Opens a questionnaire afresh: a change of the fragment alone would not load the page."""
    tab.goto("about:blank")
    tab.goto(f"{server.origin}/questionnaires/{name}/{fragment(name, answers, version)}")
    return ready(tab)


def ready(tab):
    """Waits for the script: the walker if there are answers, else only what makes the links lead to it."""
    tab.wait_for_function("""() => document.querySelector('.q-form, [data-do=copy], .q-notice')
        || !location.hash.includes('=') && document.querySelector('main [data-answer]')?.href.includes('#')""")
    return tab


def heading(tab):
    return tab.locator("main h1:visible").inner_text()


def wait_for(tab, answers, name):
    tab.wait_for_function("wanted => location.hash === wanted", arg=fragment(name, answers))
    tab.wait_for_function("() => document.activeElement.matches('h1')")


def tab_to(tab, script, argument=None):
    """Presses Tab until an element has the focus of which the script says yes."""
    for _ in range(80):
        tab.keyboard.press("Tab")
        if tab.evaluate(f"argument => ({script})(document.activeElement, argument)", argument):
            return
    raise AssertionError(f"Tab never came to {script} {argument}")


def answer_by_keyboard(tab, answer):
    text = answer["text"]
    if tab.locator(f'main [data-answer="{answer["id"]}={text}"]').is_visible():
        tab_to(tab, "(element, answer) => element.dataset.answer === answer", f"{answer['id']}={text}")
        tab.keyboard.press("Enter")
        return
    if answer["kind"] == "one":
        if answer["search"]:
            tab_to(tab, "element => element.type === 'search'")
            tab.keyboard.type(answer["label"])
        tab_to(tab, "element => element.type === 'radio'")
        tab.keyboard.press("Space")
        for _ in range(60):
            if tab.evaluate("() => document.activeElement.value") == text:
                break
            tab.keyboard.press("ArrowDown")
    elif answer["kind"] == "any":
        for tick in filter(None, text.replace("none", "").split(",")):
            tab_to(tab, "(element, value) => element.value === value", tick)
            tab.keyboard.press("Space")
    elif answer["kind"] == "number":
        tab_to(tab, "element => element.closest('.q-number')")
        tab.keyboard.type(text)
    else:
        for part in reversed(text.split("-")):
            tab_to(tab, "element => element.closest('.q-date')")
            tab.keyboard.type(part)
    tab_to(tab, "element => element.matches('.q-continue')")
    tab.keyboard.press("Enter")


def outcomes(tab):
    return tab.locator(".q-outcome > :is(h1, h2, h3)").all_inner_texts()


@every_form
def test_every_outcome_has_a_way(name):
    assert {plan["outcome"] for plan in plans()[name]} == {outcome["id"] for outcome in FORMS[name]["outcomes"]}


@every_form
def test_every_outcome_by_keyboard(tabs, server, name):
    tab = tabs()
    for plan in plans()[name]:
        start(tab, server, name)
        for index, answer in enumerate(plan["answers"]):
            assert tab.get_by_role("heading", name=answer["ask"], exact=True).is_visible()
            answer_by_keyboard(tab, answer)
            wait_for(tab, plan["answers"][:index + 1], name)
            assert tab.title().startswith(heading(tab))
        assert sorted(outcomes(tab)) == sorted(plan["titles"])


def states(name):
    """The fragments of all questions and outcomes that are met on the way to the outcomes, each once."""
    seen = {}
    for plan in plans()[name]:
        answers = plan["answers"]
        for count in range(len(answers)):
            seen.setdefault(answers[count]["id"], answers[:count])
        seen.setdefault(("outcome", plan["outcome"]), answers)
    return list(seen.values())


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
@every_form
def test_axe_and_width_in_every_state(tabs, server, name, width, scheme):
    tab = tabs(width, scheme)
    for answers in states(name):
        start(tab, server, name, answers)
        if tab.locator(".q-form").is_visible() and tab.locator(".q-form :checked").count() == 0:
            tab.evaluate("() => document.querySelectorAll('.q-form input[type=text]').forEach(input => { input.value = 'x' })")
            if tab.locator("input[type=checkbox]").count() == 0:
                tab.locator(".q-continue").click()
                assert tab.locator(".q-problem").is_visible()
        tab.evaluate("() => document.querySelectorAll('details').forEach(element => { element.open = true })")
        assert not violations(tab), fragment(name, answers)
        assert tab.evaluate("() => document.documentElement.scrollWidth") <= width, fragment(name, answers)
        levels = tab.evaluate("() => [...document.querySelectorAll('h1, h2, h3, h4')].filter(e => e.checkVisibility()).map(e => +e.tagName[1])")
        assert levels.count(1) == 1


@every_form
def test_an_answer_that_is_missing_or_wrong(tabs, server, name):
    tab = tabs()
    answers = longest(name)["answers"]
    asked = next((index for index, answer in enumerate(answers) if index and answer["kind"] != "any"), None)
    if asked is None:
        pytest.skip("only tick-boxes after the first question")
    start(tab, server, name, answers[:asked])
    before, title = tab.url, tab.title()
    tab.locator(".q-continue").focus()
    tab.keyboard.press("Enter")
    tab.wait_for_function("() => document.activeElement.matches('.q-problem')")
    assert tab.url == before and tab.title() == f"Error: {title}"
    message = tab.locator(".q-problem a").inner_text()
    assert message in tab.locator(".q-error").inner_text() and "{" not in message
    assert "q-error" in tab.locator("fieldset").get_attribute("aria-describedby")
    tab_to(tab, "element => element.closest('.q-problem')")
    tab.keyboard.press("Enter")
    assert tab.evaluate("() => document.activeElement.matches('.q-form input')")
    tab.goto("about:blank")
    tab.go_back()
    ready(tab)
    assert tab.title() == title


@every_form
def test_back_forward_reload_and_link(tabs, server, name):
    tab = tabs()
    plan = longest(name)
    start(tab, server, name)
    headings = [heading(tab)]
    for index, answer in enumerate(plan["answers"]):
        answer_by_keyboard(tab, answer)
        wait_for(tab, plan["answers"][:index + 1], name)
        headings.append(heading(tab))
    for index in reversed(range(len(headings) - 1)):
        tab.locator(".q-back a").click() if index % 2 else tab.go_back()
        tab.wait_for_function("wanted => location.hash === wanted", arg=fragment(name, plan["answers"][:index]))
        tab.get_by_role("heading", name=headings[index], exact=True).wait_for()
        if index:      # What was answered is still filled in.
            text, kind = plan["answers"][index]["text"], plan["answers"][index]["kind"]
            given = tab.evaluate("() => [...document.querySelectorAll('.q-answer :checked')].map(input => input.value).join()")
            assert kind in ("number", "date") or given == text.replace("none", "")
    for index in range(1, len(headings)):
        tab.go_forward()
        tab.get_by_role("heading", name=headings[index], exact=True).wait_for()
        tab.reload()
        ready(tab)
        assert heading(tab) == headings[index]
    shared = tab.url
    other = tabs(width=1280, locale="en-GB")
    other.goto("about:blank")
    other.goto(shared)
    ready(other)
    assert outcomes(other) == outcomes(tab) and not other.locator(".q-notice").is_visible()
    # A link that was opened has no step before it in the history, and goes back all the same.
    other.locator(".q-back a").click()
    other.get_by_role("heading", name=headings[-2], exact=True).wait_for()


@every_form
def test_skip_link_keeps_the_answers(tabs, server, name):
    tab = tabs()
    answers = longest(name)["answers"][:1]
    start(tab, server, name, answers)
    before = heading(tab)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_function("wanted => location.hash === wanted", arg=fragment(name, answers))
    assert heading(tab) == before
    tab.reload()
    ready(tab)
    assert heading(tab) == before


@every_form
def test_links_that_are_stale_or_broken(tabs, server, name):
    tab = tabs()
    answers = longest(name)["answers"]
    start(tab, server, name, answers, version="0" * 15 + "1")
    assert "rules have changed" in tab.locator(".q-notice").inner_text() and outcomes(tab)
    for bad in ("gone=1", f"{answers[0]['id']}=not-an-answer", "%zz=%&&=", "__proto__=x"):
        tab.goto("about:blank")
        tab.goto(f"{server.origin}/questionnaires/{name}/#{bad}&v=1234")
        ready(tab)
        assert tab.locator(".q-notice").is_visible()
        assert tab.get_by_role("heading", name=answers[0]["ask"], exact=True).is_visible()
    # The answer that is gone is asked for again; those after it do not count before that.
    rest = answers[:1] + [dict(answers[1], text="gone")] + answers[2:] if len(answers) > 2 else answers[:1]
    start(tab, server, name, rest, version="1234")
    assert tab.locator(".q-notice").is_visible() and heading(tab) == answers[1]["ask"] if len(answers) > 1 else True


@every_form
def test_change_of_an_early_answer(tabs, server, name):
    """Change leads to the question with its answer filled in; taken up again, all later answers still count."""
    tab = tabs()
    answers = longest(name)["answers"]
    start(tab, server, name, answers)
    result = outcomes(tab)
    links = tab.locator(".q-change a")
    assert links.count() == len(answers)
    tab.locator(".q-list > div", has=tab.get_by_text(answers[0]["ask"], exact=True)).locator("a").click()
    tab.get_by_role("heading", name=answers[0]["ask"], exact=True).wait_for()
    answer_by_keyboard(tab, answers[0])
    wait_for(tab, answers, name)
    assert outcomes(tab) == result
    tab.go_back()
    tab.reload()
    ready(tab)      # What was answered later is kept with the entry in the history.
    answer_by_keyboard(tab, answers[0])
    wait_for(tab, answers, name)
    if len(answers) > 1:
        tab.locator(".q-list > div", has=tab.get_by_text(answers[-1]["ask"], exact=True)).locator("a").click()
        tab.get_by_role("heading", name=answers[-1]["ask"], exact=True).wait_for()
        tab.locator(".q-back a").click()
        wait_for(tab, answers, name)


@every_form
def test_what_would_change_it(tabs, server, name):
    """Each line leads where it says."""
    tab = tabs()
    for plan in plans()[name][:8]:
        start(tab, server, name, plan["answers"])
        lines = tab.evaluate("() => [...document.querySelectorAll('.q-leads a')].map(link => [link.textContent, link.getAttribute('href')])")
        for words, href in lines[:4]:
            tab.goto("about:blank")
            tab.goto(f"{server.origin}/questionnaires/{name}/{href}")
            ready(tab)
            assert not tab.locator(".q-notice").is_visible() and not tab.locator(".q-problem").is_visible()
            found = outcomes(tab)
            assert all(title in found for title in words.split(" · ")) if found else words.endswith(heading(tab)) or tab.locator(".q-results").is_visible()


@every_form
def test_no_placeholder_is_left(tabs, server, name):
    for plan in plans()[name]:
        text = start(tabs(), server, name, plan["answers"]).locator("main").inner_text()
        assert not re.search(r"\{\{|\}\}|undefined|NaN|\[object", text)


@pytest.mark.parametrize("name", list(FORMS)[:1])
def test_html_of_the_compiled_form_is_made_safe(tabs, server, name):
    """The texts of outcomes are HTML: nothing in them may run, load or lead to a scheme that the theme does not use."""
    form = json.loads(json.dumps(FORMS[name]))
    for outcome in form["outcomes"]:
        outcome["text"] = """<p onclick="a()" style="color:red" class="x">A <b>b</b><script>alert(1)</script><iframe src="/"></iframe>
            <a href="javascript:alert(1)">c</a><a href="../../x/?y#z">d</a><a href="https://example.com/e">e</a><img src="data:text/html,x">
            <svg><a xlink:href="javascript:alert(1)"><set onbegin="alert(1)"/></a></svg><input name="y" onfocus="alert(1)"></p>"""
    tab = tabs()
    tab.route("**/api/questionnaires/*.json", lambda route: route.fulfill(json=form))
    start(tab, server, name, longest(name)["answers"])
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
    start(tab, server, name)
    for answer in longest(name)["answers"]:
        before = tab.url
        answer_by_keyboard(tab, answer)
        tab.wait_for_function("before => location.href !== before", arg=before)
    context.close()
    paths = [url for method, url, body in requests if not url.startswith("about:")]
    assert all(method == "GET" and body is None for method, _, body in requests)
    assert not [path for path in paths if "?" in path or "=" in path]


@every_form
def test_copy_and_print(chromium, server, name):
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = start(context.new_page(), server, name, longest(name)["answers"])
    tab.locator("[data-do=copy]").click()
    tab.wait_for_function("() => document.querySelector('.q-view [role=status]').textContent")
    assert tab.evaluate("() => navigator.clipboard.readText()") == tab.url
    tab.evaluate("() => { window.print = () => { document.body.dataset.printed = 'yes' } }")
    tab.locator("[data-do=print]").click()
    assert tab.locator("body").get_attribute("data-printed") == "yes"
    tab.emulate_media(media="print")
    assert not tab.locator(".q-actions").is_visible() and not tab.locator(".q-change").first.is_visible()
    assert tab.locator(".q-outcome").first.is_visible() or not outcomes(tab)
    context.close()


@every_form
def test_without_script(tabs, server, name):
    """Every node is a page of links; all outcomes can be reached, and none is a dead end."""
    tab = tabs(java_script_enabled=False)
    first = f"{server.origin}/questionnaires/{name}/"
    titles, seen, waiting = set(), set(), [first]
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        seen.add(url)
        assert tab.goto(url).status == 200
        titles |= set(outcomes(tab))
        links = [urljoin(url, link.get_attribute("href")) for link in tab.locator(".q-links a").all()]
        assert bool(links) != tab.locator(".q-results").is_visible()
        assert all(link.startswith(first) for link in links)
        waiting += links
    if len(seen) > 1:
        assert titles == {outcome["title"] for outcome in FORMS[name]["outcomes"]}


def test_first_question_elsewhere_leads_straight_on(tabs, server):
    """An answer on the front page leads to the second question of the questionnaire."""
    tab = tabs()
    tab.goto(server.origin, wait_until="networkidle")
    for link in tab.locator("waymark-questionnaire:not([src]) a[data-answer]").all():
        answer = link.get_attribute("data-answer")
        link.click()
        ready(tab)
        assert f"/#{answer}&" in tab.url and not tab.locator(".q-notice").is_visible()
        tab.go_back(wait_until="networkidle")
        assert tab.url == f"{server.origin}/"


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("questionnaires/") and not NODE_PAGE.search(page)])
def test_pages_around(tabs, server, page):
    for width, scheme in ((1280, "dark"), (320, "light")):
        tab = tabs(width, scheme)
        tab.goto(f"{server.origin}/{page}", wait_until="networkidle")
        assert not violations(tab) and tab.evaluate("() => document.documentElement.scrollWidth") <= width


@every_form
def test_forced_colours_and_right_to_left(tabs, server, name):
    tab = tabs(320, forced_colors="active")
    for answers in states(name)[-3:]:
        start(tab, server, name, answers)
        assert not violations(tab)
        tab.evaluate("() => { document.documentElement.dir = 'rtl' }")
        assert tab.evaluate("() => document.documentElement.scrollWidth") <= 320


@every_form
def test_firefox(firefox, server, name):
    """One way by keyboard, Back, and a shared link."""
    def when(script):
        return firefox.script(f"""return new Promise((done, fail) => {{ let rounds = 0; const look = () =>
            {{ const found = (() => {script})(); found ? done(found) : rounds++ < 200 ? setTimeout(look, 25) : fail(new Error(location.href)) }}; look() }})""")
    plan = longest(name)
    firefox.open("about:blank")
    firefox.open(f"{server.origin}/questionnaires/{name}/")
    when("customElements.get('waymark-questionnaire')")
    when("document.querySelector('.q-form') || document.querySelector('[data-answer]')?.href.includes('#')")
    for index, answer in enumerate(plan["answers"]):
        text = answer["text"]
        if index == 0 and firefox.script("return !!document.querySelector('main [data-answer]')"):
            firefox.script("document.querySelector(`main [data-answer='${arguments[0]}']`).focus()", f"{answer['id']}={text}")
            firefox.press("Enter")
        else:
            firefox_answer(firefox, answer)
        wanted = json.dumps(fragment(name, plan["answers"][:index + 1]))
        when(f"location.hash === {wanted} && document.activeElement.matches('h1')")
    titles = "[...document.querySelectorAll('.q-outcome > :is(h1, h2, h3)')].map(title => title.textContent)"
    assert sorted(firefox.script(f"return {titles}")) == sorted(plan["titles"])
    shared = firefox.url
    firefox.script("history.back()")
    when(f"document.querySelector('h1#q-ask')?.textContent === {json.dumps(plan['answers'][-1]['ask'])}" if len(plan["answers"]) > 1 else "true")
    firefox.open("about:blank")
    firefox.open(shared)
    assert sorted(when(f"document.querySelector('.q-results') && {titles}")) == sorted(plan["titles"])


def firefox_answer(firefox, answer):
    text, kind = answer["text"], answer["kind"]
    if kind == "one":
        if answer["search"]:
            firefox.type(".q-search input", answer["label"])
        for _ in range(20):
            firefox.press("Tab")
            if firefox.script("return document.activeElement.type") == "radio":
                break
        firefox.press("Space")
        for _ in range(60):
            if firefox.script("return document.activeElement.value") == text:
                break
            firefox.press("ArrowDown")
    elif kind == "any":
        for tick in filter(None, text.replace("none", "").split(",")):
            firefox.script("document.querySelector(`.q-answer [value='${arguments[0]}']`).focus()", tick)
            firefox.press("Space")
    elif kind == "number":
        firefox.type(".q-number input", text)
    else:
        for index, part in enumerate(reversed(text.split("-"))):
            firefox.type(f".q-date label:nth-child({index + 1}) input", part)
    firefox.script("document.querySelector('.q-continue').focus()")
    firefox.press("Enter")
