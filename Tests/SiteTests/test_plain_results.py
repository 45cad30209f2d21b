"""What readers are told on the way and at the end: what matters first, nothing that is for others, and no guesses."""
import re

import pytest

from support.places import SITE

USED = ("origin=other&declared=no&disaster=no&hold=no&inspected=not-yet&product=catalyst-9300&holder=previous&exception=merger&region=us")
PAGES = {path.relative_to(SITE): path.read_text() for path in sorted((SITE / "questionnaires").glob("*/*/index.html")) if path.parent.name.isdigit()}


def result(tabs, server, answers, width=360, name="used-device"):
    tab = tabs(width, own="plain-results")
    tab.goto("about:blank")
    tab.goto(f"{server.origin}/questionnaires/{name}/#{answers}")
    tab.wait_for_selector(".q-printed", state="attached")
    return tab


def test_what_matters_comes_first_on_a_phone(tabs, server):
    tab = result(tabs, server, USED)
    strip = tab.locator(".q-strip li").all_inner_texts()
    assert [text.split("\n")[0] for text in strip] == ["Can it be supported?", "When can the inspection take place?", "What does it cost?"]
    first_step = tab.locator(".q-step").first.bounding_box()["y"]
    assert tab.locator(".q-strip").bounding_box()["y"] < tab.locator(".q-outcome h1").bounding_box()["y"] < first_step < 3 * 740
    assert tab.locator("details[open]").count() == 0 and tab.evaluate("() => document.documentElement.scrollHeight") < 6500


def test_what_is_folded_is_printed(tabs, server):
    tab = result(tabs, server, USED)
    tab.emulate_media(media="print")
    shown = tab.locator("main").inner_text()
    for text in ("Source: Cisco Hardware Inspection and Software Relicensing Program", "Where does the device come from?", "State of the device"):
        assert text in shown
    # One box a step: that of the script, which may be ticked.
    boxes = tab.evaluate("""() => [...document.querySelectorAll('.q-step')].map(step => [step.querySelectorAll('input').length,
        ...[...step.querySelectorAll('.step')].map(each => getComputedStyle(each, '::before').content)].join())""")
    tab.emulate_media(media="screen")
    assert boxes and set(boxes) <= {"1,none", "1"}


def test_with_room_the_answers_are_open(tabs, server):
    tab = result(tabs, server, USED, 1440)
    assert tab.locator(".q-why details[open] dt").count() == len(USED.split("&"))


@pytest.mark.parametrize(("answers", "shown", "hidden"), [
    (USED.replace("exception=merger", "exception=no"), "list of exceptions", "whose licence it is"),
    (USED.replace("inspected=not-yet", "inspected=unknown"), "know whether it was inspected before", "whose licence"),
    ("origin=other&declared=unknown&disaster=no&hold=no&inspected=not-yet", "declared damaged", "compliance hold"),
    ("origin=other&declared=no&disaster=unknown&hold=no&inspected=passed&holder=own&proofs=order&registered=yes", "a fire, a flood", "compliance hold"),
    ("origin=leased&declared=no&disaster=no&hold=no&inspected=passed&holder=unknown&exception=no", "lease the device yourself", "previous owner's receipt"),
], ids=["exception", "inspected", "declared", "disaster", "leased"])
def test_readers_see_what_concerns_them(tabs, server, answers, shown, hidden):
    text = result(tabs, server, answers).locator(".q-outcome").first.inner_text()
    assert shown in text and hidden not in text


def test_pages_without_script_name_no_answer_that_they_cannot_know():
    assert PAGES and not [path for path, text in PAGES.items() if "q-unknown" in text]


def test_a_negative_page_without_script_gives_a_reason():
    """What is missing; or, where readers come to it who need different things, that it differs and where the rules say so."""
    without = [path for path, text in PAGES.items() if "with different answers" in text and "q-unmet" not in text
               and set(re.findall(r'class="q-outcome tone-(\w+)', text)) == {"bad"}]
    assert not without


def test_open_results_are_listed_only_where_that_helps():
    """A long list of what may still come says nothing."""
    for path, text in PAGES.items():
        for decision in re.split(r"<h3>", text.partition('<section class="q-outlook')[2])[1:]:
            found = re.search(r"Still possible: (\d+)", decision)
            assert "Certain:" in decision or "Ruled out:" in decision, path
            assert not found or int(found[1]) <= 4 or "Certain:" in decision, path


def date(tabs, server, *fields):
    tab = tabs(own="plain-dates")
    tab.goto("about:blank")
    tab.goto(f"{server.origin}/questionnaires/warranty-or-contract/#origin=new&owner=yes&needs=replacement&known=yes")
    tab.wait_for_selector(".q-date")
    for place, text in enumerate(fields):
        tab.locator(".q-date input").nth(place).fill(text)
    return tab


@pytest.mark.parametrize(("fields", "echo", "error"), [
    (["1/13/2026"], "13 January 2026", None), (["2", "February", "2026"], "2 February 2026", None), (["2", "1", "2026"], "2 January 2026", None),
    (["1/2/2026"], "", "“1/2/2026” can be read in two ways. Type 1 February 2026 or 2 January 2026."),
    (["1", "13", "2026"], "", "If you mean 13 January 2026, enter the day and the month in their own fields"),
    (["1", "1", "1980"], "1 January 1980", "Enter a date from 1 December 1984 to "),
], ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_a_date_is_said_in_words_and_never_guessed(tabs, server, fields, echo, error):
    tab = date(tabs, server, *fields)
    assert tab.locator(".q-date output").inner_text() == echo
    if error:
        tab.locator(".q-continue").click()
        tab.locator(".q-problem").wait_for()
        assert tab.locator(".q-problem a").inner_text().startswith(error)


def test_the_first_question_is_answered_as_all_others(tabs, server):
    """Chosen, then given; without a choice, it says so."""
    tab = tabs(own="plain-first")
    tab.goto(f"{server.origin}/questionnaires/access/")
    tab.wait_for_selector(".q-option input")
    assert not tab.locator(".q-view a[data-answer]").count()
    tab.locator(".q-continue").click()
    tab.locator(".q-problem").wait_for()
    assert tab.locator(".q-problem a").inner_text() == "Select an answer" and "#" not in tab.url
    tab.locator(".q-option label").first.click()
    assert tab.locator(".q-option input").first.is_checked() and "#" not in tab.url
    tab.locator(".q-continue").click()
    tab.wait_for_url("**/questionnaires/access/#role=customer&v=*")


@pytest.mark.parametrize("page", ["", "questionnaires/used-device/", "reference/about/", "relicensing/"])
def test_no_heading_is_broken_within_a_word(tabs, server, page):
    """With letters of twice their size, on a phone."""
    tab = tabs(360, own="plain-large")
    tab.goto(f"{server.origin}/{page}")
    tab.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
    broken = tab.evaluate(r"""() => [...document.querySelectorAll('h1')].flatMap(title => {
        const text = title.firstChild
        return [...title.textContent.matchAll(/[\p{L}]+/gu)].filter(({ 0: word, index }) => {
            const range = document.createRange()
            range.setStart(text, index)
            range.setEnd(text, index + word.length)
            return range.getClientRects().length > 1
        }).map(([word]) => word)
    })""")
    assert not broken


def test_no_address_is_shown_that_does_not_exist():
    assert not [path for path in SITE.rglob("*.html") if re.search(r"mailto:[^\"?]*\.example\b", path.read_text())]
