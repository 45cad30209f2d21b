"""Every component in every state on one page, which drafts alone have: in three widths, in light, dark and the system's
colours. Pictures of it are kept in .build/tests/pictures for people to look at."""
import pytest

from support import looks, program
from support.axe import OPEN_ALL
from support.browser import visit
from support.places import ROOT
from support.server import Server

PICTURES = ROOT / ".build/tests/pictures"


@pytest.fixture(scope="module")
def gallery(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gallery") / "Public"
    program.build(ROOT, folder, "--drafts", "--strict", "--as-of", program.REVIEWED)
    with Server({"/": folder}) as server:
        yield server


def said(tab, place, text):
    """Waits for what a status region says."""
    tab.wait_for_function("([place, text]) => document.querySelector(`${place} [role=status]`).textContent.includes(text)", arg=[place, text])


def filter_rules(tab):
    tab.locator(".policy-filter select").first.select_option(index=2)
    tab.wait_for_function("() => document.querySelector('.policy-filter [role=status]').textContent")
    tab.locator(".rules tr:not([hidden]) summary").first.click()


def enlarge(tab):
    tab.locator("[data-do=in]").click()
    tab.locator("waymark-picture summary").click()


def choose(tab):
    tab.get_by_label("What you need").select_option(index=1)
    said(tab, ".actions", "path")


def find(tab):
    tab.locator(".products input").fill("cisco 1700")
    said(tab, ".products", "1 of ")


def guess(tab):
    tab.locator(".products input").fill("ISR 1199")
    said(tab, ".products", "Check before you rely on it")


def find_nothing(tab):
    tab.locator(".products input").fill("zzzz")
    said(tab, ".products", "No product")
    assert tab.locator(".no-match a").is_visible()


def close_answers(tab):
    """From all of them opened."""
    tab.locator(".faq > button").click()
    tab.wait_for_function("() => !document.querySelector('.faq details[open]')")


def open_answers(tab):
    tab.locator(".faq > button").click()
    tab.wait_for_function("() => !document.querySelector('.faq details:not([open])')")


def fill_checklist(tab):
    tab.locator(".answers [value=no]").first.check()
    tab.locator(".answers textarea").first.fill("A note that is longer than its field, so that it has to break")
    tab.locator("[data-do=add]").click()
    if tab.locator(".checklist select").is_visible():
        tab.locator(".checklist select").select_option(index=1)
    for answer in tab.locator(".answers > :last-child [value=partly]").all():
        answer.check()
    said(tab, ".checklist", "0 not asked")
    assert tab.locator(".mark-open").count()


def ask_to_delete(tab):
    tab.locator("[data-do=delete]").click()
    tab.locator("dialog").wait_for()


def keep_all(tab):
    tab.locator("dialog [value=no]").click()


def sort(place):
    def act(tab):
        head, choice = tab.locator(f"{place} .sort").first, tab.locator(f"{place} .field-sort select")
        head.click() if head.is_visible() else choice.select_option(index=1)
        said(tab, place, "ascending")
    return act


def explain(selector):
    def act(tab):
        tab.locator("h1").click()
        tab.keyboard.press("Tab")      # From here on the keyboard is what moves the focus.
        tab.locator(f"{selector} >> visible=true").first.focus()
        tab.locator(".explanation").wait_for()
    return act


def search(text, status):
    def act(tab):
        tab.locator(".site-header input").fill(text)
        said(tab, ".site-header", status)
    return act


def copy_link(tab):
    tab.locator(".heading-link").first.click()
    tab.locator(".toast:not(:empty)").wait_for()


def keep_offline(tab):
    tab.locator("waymark-offline button").click()
    tab.locator("waymark-offline [role=status]:not(:empty)").wait_for()


def take_tab(tab):
    if tab.get_by_role("tab").count():      # A phone has sections.
        tab.get_by_role("tab").nth(1).click()


def go_to(place):
    return lambda tab: tab.evaluate("place => { location.hash = place }", place)


# For each page its states: a name, what leads to it from the one before, and the part of the page to look at.
STATES = {
    "components/": [
        ("as it comes", None, "html"), ("all opened", lambda tab: tab.evaluate(OPEN_ALL), "html"),
        ("a path chosen", choose, ".actions"), ("a product found", find, ".products"), ("a product guessed", guess, ".products"),
        ("no product found", find_nothing, ".products"), ("answers closed", close_answers, ".faq"), ("answers opened", open_answers, ".faq"),
        ("a checklist filled in", fill_checklist, ".checklist"), ("asked before deleting", ask_to_delete, "dialog"),
        ("a table sorted", lambda tab: (keep_all(tab), sort(".data-table")(tab)), ".data-table"),
        ("a link copied", copy_link, ".toast"),
        ("a term explained", explain("main a.term"), ".explanation"),
        ("results", search("rma", "results"), ".site-header"), ("no results", search("zzzzqq", "No results"), ".site-header"),
        ("results of another word", search("warrenty", "Showing"), ".site-header"), ("being kept for reading offline", keep_offline, ".site-footer"),
    ],
    "components/tabs/": [("as it comes", None, "html"), ("the second tab", take_tab, "html")],
    "components/words/": [
        ("as it comes", None, "html"),
        ("a note explained", explain(".note-link a"), ".explanation"), ("a word jumped to", go_to("rma"), ".glossary"),
    ],
    "relicensing/buying-used/": [("as it comes", None, ".comparison")],
    "questionnaires/warranty-or-contract/policy/": [("rules filtered", filter_rules, ".policy")],
    "questionnaires/access/policy/picture/": [("a picture made larger", enlarge, "waymark-picture")],
}


@pytest.mark.parametrize("width", looks.WIDTHS)
@pytest.mark.parametrize("page", STATES)
def test_every_state(chromium, gallery, page, width):
    context = chromium.new_context(viewport={"width": width, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    visit(tab, f"{gallery.origin}/{page}")
    PICTURES.mkdir(parents=True, exist_ok=True)
    found = []
    for number, (state, act, place) in enumerate(STATES[page]):
        if act:
            act(tab)
        for look, rules in [(look, rules) for at, look, rules in looks.EVERY if at == width]:
            found += [f"{state}: {fault}" for fault in looks.faults(tab, [(width, look, rules)], place)]
            if look == "light" or not act:
                name = f"{page.strip('/').replace('/', '-')}-{number:02}-{width}-{look}.jpeg"      # As PNG a whole page takes seconds.
                tab.screenshot(path=PICTURES / name, full_page=not act, quality=80)
        looks.show(tab, width, "light")
    context.close()
    assert not found


def test_readers_do_not_get_it(server):
    assert server.get("/components/")[0] == 404


def test_every_component_is_there(gallery):
    """A component that is missing here is one that nobody looks at."""
    text = "".join(gallery.get(f"/{page}")[2].decode() for page in STATES)
    # A module that others import makes no element.
    names = {path.stem for path in (ROOT / "Templates/scripts").glob("*.js") if f"define('{path.stem}'" in path.read_text()}
    assert len(names) > 6
    missing = {name for name in names if f"<waymark-{name}" not in text}
    assert not missing
