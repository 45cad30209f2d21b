"""What the page "Who sees your answers" says, held against what a browser sends and keeps."""
import random
from urllib.parse import urlsplit

import pytest

from support.browser import visit
from support.places import SITE

PAGE = "who-sees-your-answers/"
OWN = sorted(path.stem for path in (SITE / "api/questionnaires").glob("*.json"))
KEPT = """() => ({local: Object.fromEntries(Object.entries(localStorage)), session: Object.keys(sessionStorage), cookies: document.cookie})"""


def answer(tab, chance):
    """Answers what is asked, one way or another; false at a result."""
    if tab.locator(".q-outcome").count():
        return False
    is_first = tab.locator(".q-first").count()
    options = tab.locator(".q-option input:enabled").element_handles()
    if options:
        chance.choice(options).evaluate("option => option.click()")
    for field in tab.locator(".q-number input, .q-date input").element_handles():
        field.fill("2")
    tab.locator(".q-continue").click()
    if is_first:      # What asks the other questions comes with the first answer.
        tab.wait_for_selector(".q-form, .q-outcome")
    tab.evaluate("() => new Promise(requestIdleCallback)")
    return True


@pytest.mark.parametrize("name", OWN)
def test_no_request_carries_an_answer(tabs, server, name):
    tab = tabs(own="private")
    start = f"{server.origin}/questionnaires/{name}/"
    for seed in range(3):
        chance, sent = random.Random(f"{name} {seed}"), []
        tab.goto("about:blank")
        visit(tab, start)
        note = lambda request: sent.append((request.method, request.url, request.post_data))
        tab.on("request", note)
        steps = 0
        while answer(tab, chance):
            steps += 1
            assert steps < 40
        tab.remove_listener("request", note)
        assert steps > 0 and "#" in tab.url
        # Parts of the program and the questionnaire as a whole, which are the same for everybody.
        for method, url, body in sent:
            parts = urlsplit(url)
            assert (method, body, parts.query) == ("GET", None, ""), url
            assert parts.path.startswith("/assets/") or parts.path == f"/api/questionnaires/{name}.json", url
        kept = tab.evaluate(KEPT)
        assert kept == {"local": {}, "session": [], "cookies": ""}
        assert tab.context.cookies() == []


def test_what_is_kept_is_what_the_page_says(tabs, server):
    tab = tabs(own="private")
    visit(tab, f"{server.origin}/entitlement/suppliers/")
    sent = []
    tab.on("request", lambda request: sent.append((request.method, urlsplit(request.url).query)))
    tab.locator("waymark-checklist [value=no]").first.check()
    tab.locator("waymark-theme select").select_option("dark")
    kept = tab.evaluate(KEPT)
    assert len(kept["local"]) == 2 and not kept["session"] and not kept["cookies"]
    assert not [each for each in sent if each != ("GET", "")]
    tab.evaluate("() => localStorage.clear()")
    visit(tab, f"{server.origin}/{PAGE}")
    text = tab.locator("main").inner_text()
    for said in ("after the # sign", "log of the web server can show", "until you delete them", "kept in the address of the page while you type",
                 "If you choose light or dark", "keeps a copy", "sets no cookies"):
        assert said in text, said
    assert "We get a report" not in text      # This site has no address for them.


def test_it_is_said_where_it_is_asked(tabs, server):
    tab = tabs(own="private")
    visit(tab, f"{server.origin}/questionnaires/{OWN[0]}/")
    said = "() => [...document.querySelectorAll('.privacy')].map(p => p.innerText)"
    assert tab.evaluate(said) == ["Your answers aren’t sent anywhere. Who sees your answers"]
    answer(tab, random.Random(1))
    assert tab.evaluate(said) == ["Your answers aren’t sent anywhere. Who sees your answers"]
    plain = tabs(java_script_enabled=False)
    for path in ("", "2/"):
        plain.goto(f"{server.origin}/questionnaires/{OWN[0]}/{path}")
        assert plain.locator(".privacy").inner_text() == "The web server sees which of these pages you open. Who sees your answers"
    plain.locator(".privacy a").click()
    assert plain.url == f"{server.origin}/{PAGE}" and plain.locator("h1").inner_text() == "Who sees your answers"
