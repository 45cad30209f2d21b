"""One sentence in the search: what is shown of it, where it leads, what it costs, and that nothing of it leaves the device."""
import re
import time

import pytest

from support import looks
from support.axe import COLOURS, RULES
from support.browser import visit

from test_search import opened, requests_of, typed

SENTENCE = "our switch failed, the partner looks after support"
UNCLEAR = "would anybody want a second hand router"


def box(tab):
    tab.wait_for_selector(".said")
    return tab.locator(".said")


def test_a_sentence_leads_to_the_next_open_question(tabs, server):
    tab = opened(tabs(), server)
    typed(tab, SENTENCE, "^You said: Replace a failed part or device – “switch failed”; .*A partner, together with Cisco")
    # Alone, it would not say what the partner does.
    assert box(tab).locator(".said-ask:not(.said-question)").count() == 1
    # What is seen is the number of results; that they are only near is said between them and what was understood.
    assert re.fullmatch(r"\d+ results|", tab.locator(".search-status").evaluate(
        "status => [...status.childNodes].slice(1).map(node => node.textContent).join('')"))
    near = tab.locator(".said + .result-lacks").all_inner_texts()
    assert near in ([], ["Nothing quite fits. The nearest:"])
    assert box(tab).locator("strong").all_inner_texts() == ["Replace a failed part or device", "A partner, together with Cisco"]
    assert "“switch failed”" in box(tab).inner_text()
    # What the policy has for those who said this, and for nobody else.
    assert [link.get_attribute("href").removeprefix(server.origin) for link in box(tab).locator(".said-cited a").all()] == [
        "/entitlement/get-help/#replace"]
    box(tab).get_by_text("Next question: Are you the customer or the partner?").wait_for()
    box(tab).get_by_role("link", name="Continue: Which services can I use, and how do I get them?").click()
    tab.wait_for_url("**/questionnaires/services/#need=replace&support=partner&*")
    tab.wait_for_selector(".q-form")
    assert tab.locator("#q-ask").inner_text() == "Are you the customer or the partner?"
    assert [row.inner_text() for row in tab.locator(".q-list dd:not(.q-change)").all()] == [
        "Replace a failed part or device", "A partner, together with Cisco"]


def test_answers_given_ahead_are_listed_and_can_be_taken_back(tabs, server):
    tab = opened(tabs(), server)
    typed(tab, "no cisco login, reseller handles the support", "^You said")
    box(tab).locator(".said-next a").click()
    tab.wait_for_url("**/questionnaires/services/#support=partner&account=missing&*")
    rows = tab.locator(".q-answers .q-list > div")
    rows.nth(1).wait_for()
    # The first question is open, and what was said is below.
    assert tab.locator(".q-form input[value=replace]").is_visible()
    assert [row.locator("dt").inner_text() for row in rows.all()] == ["Who supports the equipment?", "Is your Cisco.com account ready?"]
    rows.first.get_by_role("link", name=re.compile("Change")).click()
    tab.wait_for_url("**/questionnaires/services/#account=missing*")
    tab.wait_for_function("() => document.querySelectorAll('.q-answers .q-list > div').length === 1")
    tab.locator(".q-form input[value=replace]").check()
    tab.locator(".q-continue").click()
    tab.wait_for_selector(".q-form")
    assert tab.locator("#q-ask").inner_text() == "Who supports the equipment?" and "account=missing" in tab.url
    tab.wait_for_function("() => document.querySelectorAll('.q-answers .q-list > div').length === 2")


def test_what_decides_already_is_ticked_to_be_confirmed(tabs, server):
    tab = opened(tabs(), server)
    typed(tab, "router bought on amazon from some shop, can i get a contract", "^You said")
    box(tab).get_by_text("Confirm: How did you get the product?").wait_for()
    assert box(tab).locator(".said-next a").get_attribute("href").split("#")[1].startswith("origin?=used&v=")
    box(tab).locator(".said-next a").click()
    tab.wait_for_url("**/questionnaires/warranty-or-contract/#origin?=used&*")
    tab.locator(".q-form input[value=used]:checked").wait_for()
    tab.locator(".q-continue").click()
    tab.wait_for_url("**/questionnaires/warranty-or-contract/#origin=used&v=*")


def test_what_is_unclear_is_only_offered(tabs, server):
    tab = opened(tabs(), server)
    typed(tab, UNCLEAR, ".")
    assert box(tab).locator("h2").inner_text() == "Did you mean …?" and not box(tab).locator("strong").count()
    # Each offer names its questionnaire.
    assert box(tab).locator("li .result-page").count() == box(tab).locator("li").count() > 1


@pytest.mark.parametrize("text, told", [
    ("our reseller sold us a grey market ASR1001, what now", ["Cisco ASR 1001"]), ("nexus 9300 used", ["Cisco Nexus 9300 Series"]),
    ("switch dead who do i call", ["Replace a failed part or device"])])
def test_a_word_has_one_account(tabs, server, text, told):
    """What a sentence used isn't called missing or unused, and all of it is near the field."""
    tab = opened(tabs(360), server)
    typed(tab, text, "^You said")
    assert set(told) <= set(box(tab).locator("strong").all_inner_texts())
    assert not re.search("No results|Not found|Not used: .*(nexus|dead|reseller)", tab.locator("waymark-search").last.inner_text())
    assert box(tab).locator(".said-next a").bounding_box()["y"] < 560
    assert all(title.bounding_box()["y"] < 800 for title in tab.locator(".result-title").all()[:1])


def test_yes_and_no_have_their_questions(tabs, server):
    tab = opened(tabs(), server)
    typed(tab, "nobody has inspected the 4451 yet and it was never in a fire", "^You said")
    row = box(tab).locator("li").filter(has_text="fire")
    assert "?" in row.inner_text()


@pytest.mark.parametrize("text", ["switch failed", "how long does an inspection take", "transfer licence"])
def test_a_search_stays_a_search(tabs, server, text):
    tab = opened(tabs(), server)
    typed(tab, text, "results|nearest")
    tab.wait_for_load_state("networkidle")
    assert not tab.locator(".said").count()


@pytest.mark.parametrize("width", [1440, 360])
def test_looks(tabs, server, width):
    tab = opened(tabs(width, own="sentences"), server)
    for text in (SENTENCE, UNCLEAR):
        typed(tab, text, ".")
        box(tab)
        assert not looks.faults(tab, [(width, "light", RULES), (width, "dark", COLOURS)])
        assert all(link.bounding_box()["height"] >= 24 for link in box(tab).locator("a").all())


@pytest.mark.parametrize("width", [1440, 360])
def test_nothing_moves_and_nothing_is_sent(chromium, server, width):
    """The box comes with the results, and the next question, which comes later, has its place. No address has a word of the sentence."""
    context = chromium.new_context(viewport={"width": width, "height": 740})
    tab = context.new_page()
    tab.route("**/api/questionnaires/*.json", lambda route: (time.sleep(0.8), route.continue_()))
    tab.add_init_script("""globalThis.shifts = []
        new PerformanceObserver(list => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true })""")
    visit(tab, f"{server.origin}/search/").wait_for_load_state("networkidle")
    asked = requests_of(tab)
    typed(tab, SENTENCE, "^You said")
    # A key may move what follows: results take the place of what was found before.
    tab.evaluate("() => shifts.splice(0)")
    box(tab).get_by_text("Next question").wait_for()
    assert tab.evaluate("shifts.reduce((all, each) => all + each, 0)") == 0
    assert not [url for url in asked if re.search("switch|failed|partner", url)]
    # Only the questionnaire that is meant is asked for.
    assert [url for url in asked if "/api/" in url] == [f"{server.origin}/api/questionnaires/services.json"]
    context.close()


def test_a_missing_file_leaves_the_search(chromium, server):
    context = chromium.new_context()
    tab = context.new_page()
    tab.route(re.compile("search-said|search-entrance"), lambda route: route.abort())
    opened(tab, server)
    typed(tab, SENTENCE, "results|nearest")
    assert tab.locator(".result-title").count() and not tab.locator(".said").count()
    context.close()
