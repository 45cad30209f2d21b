"""Every component on one page, which drafts alone have: looked at by axe in each width and scheme, and kept as pictures in
.build/tests/pictures for people to look at."""
import pytest

from support import program
from support.places import ROOT
from support.server import Server
from test_accessibility import OPEN_ALL, violations

PAGES = ["components/", "components/tabs/", "components/words/"]
PICTURES = ROOT / ".build/tests/pictures"


@pytest.fixture(scope="module")
def gallery(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gallery") / "Public"
    program.build(ROOT, folder, "--drafts", "--strict")
    with Server({"/": folder}) as server:
        yield server


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 768, 320])
@pytest.mark.parametrize("page", PAGES)
def test_gallery(tabs, gallery, page, width, scheme):
    tab = tabs(width, scheme)
    tab.goto(f"{gallery.origin}/{page}", wait_until="networkidle")
    PICTURES.mkdir(parents=True, exist_ok=True)
    tab.screenshot(path=PICTURES / f"{page.strip('/').replace('/', '-')}-{width}-{scheme}.png", full_page=True)
    found = violations(tab)
    tab.evaluate(OPEN_ALL)
    assert not found + violations(tab)
    assert tab.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_readers_do_not_get_it(server):
    assert server.get("/components/")[0] == 404


def test_every_component_is_there(gallery):
    """A component that is missing here is one that nobody looks at."""
    text = "".join(gallery.get(f"/{page}")[2].decode() for page in PAGES)
    # What is loaded on every page, or by another component, has no element of its own.
    names = {path.stem for path in (ROOT / "Templates/scripts").glob("*.js")} - {"main", "notes"}
    missing = {name for name in names if not name.startswith(("search-", "questionnaire-")) and f"<waymark-{name}" not in text}
    assert not missing
