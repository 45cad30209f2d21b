"""The header: nothing in it covers anything else, however long the menu is and however large the letters; and nothing moves."""
import time

import pytest

from support import program
from support.browser import at_rest
from support.server import Server

# More than the header names: the last of its links lead to all sections and to the questionnaires.
SECTIONS = ["Buying used equipment", "Contracts", "Coverage and fees", "Getting help", "Partners and resellers", "Provider rules",
            "Recruiting", "Reference", "Relicensing and transfer", "Travel", "Warranty", "Your data and privacy"]
WIDTHS = (320, 360, 768, 960, 1100, 1280, 1440)
# What stands side by side, and what of it covers something else, is cut off or sticks out.
FAULTS = """size => {
    document.documentElement.style.fontSize = size
    const bar = document.querySelector('.site-header-bar').getBoundingClientRect()
    const parts = [...document.querySelectorAll('.wordmark, .main-nav summary, .main-nav li, .site-header waymark-search')]
        .map(part => ({ part, name: part.innerText || part.localName, box: part.getBoundingClientRect() })).filter(({ part, box }) => box.width && part.checkVisibility())
    const isOver = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5
        && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5
    return [
        ...parts.filter(({ part }) => part.scrollWidth > part.clientWidth + 1).map(({ name }) => `cut off: ${name}`),
        ...parts.filter(({ box }) => box.left < 0 || box.right > innerWidth || box.bottom > bar.bottom + 0.5).map(({ name }) => `outside: ${name}`),
        ...parts.filter(({ box, part }) => part.matches('.wordmark') && box.height > 0.7 * innerHeight).map(({ name }) => `one letter a line: ${name}`),
        ...parts.flatMap((one, index) => parts.slice(index + 1).filter(other => isOver(one.box, other.box))
            .map(other => `${one.name} and ${other.name}`)),
    ]
}"""


@pytest.fixture(scope="module")
def long_menu(tmp_path_factory):
    site = tmp_path_factory.mktemp("header")
    (site / "Content/questionnaires").mkdir(parents=True)
    (site / "Content/site.yaml").write_text("title: Handbook of the Federal Equipment Office\n")
    (site / "Content/index.md").write_text("---\ntitle: Home\nsummary: All.\nlayout: home\n---\n\nText.\n")
    for number, title in enumerate(SECTIONS):
        folder = site / f"Content/s{number}"
        folder.mkdir()
        (folder / "index.md").write_text(f"---\ntitle: {title}\nsummary: Section {number}.\n---\n\nText.\n")
    (site / "Content/questionnaires/which.yaml").write_text(
        "kind: questionnaire\ntitle: Which?\nquestions: {what: {ask: What?, one-of: {a: A, b: B}}}\n"
        "outcomes: {a: {title: A}, b: {title: B}}\nrules: [{if: {what: a}, then: a}, {else: b}]\n")
    program.build(site, site / "Public")
    with Server({"/": site / "Public"}) as served:
        yield f"{served.origin}/s0/"


@pytest.fixture
def addresses(server, long_menu):
    """Pages with a short menu and a long one."""
    return [f"{server.origin}/entitlement/access/", long_menu]


@pytest.mark.parametrize("size", ["", "200%"], ids=["usual", "twice"])
def test_nothing_covers_anything_else(chromium, addresses, size):
    tab, faults = chromium.new_page(), []
    for address in addresses:
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 900})
            tab.goto(address)
            faults += [(width, fault) for fault in tab.evaluate(FAULTS, size)]
    tab.close()
    assert faults == []


@pytest.mark.parametrize("width", [360, 1100, 1440])
def test_nothing_moves_when_the_script_comes(chromium, addresses, width):
    """The switch for light and dark works with the script alone: its room is there before."""
    tab = chromium.new_page(viewport={"width": width, "height": 900})
    tab.add_init_script("""globalThis.shifts = []
        new PerformanceObserver(list => shifts.push(...list.getEntries().map(({ value }) => value)))
            .observe({ type: 'layout-shift', buffered: true })""")
    tab.route("**/main.js", lambda route: (time.sleep(0.3), route.continue_()))
    for address in addresses:
        with at_rest(tab):
            tab.goto(address)
        tab.wait_for_selector("waymark-theme:defined", state="attached")
        assert tab.evaluate("shifts") == []
        assert width < 1000 or tab.locator("waymark-theme select").is_visible()
    tab.close()


def test_no_switch_without_script(chromium, addresses):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    tab = context.new_page()
    for address in addresses:
        tab.goto(address)
        assert not tab.locator("waymark-theme").is_visible()
    context.close()
