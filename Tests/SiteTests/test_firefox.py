"""Firefox shows the site as Chromium does: the look uses young features (`::details-content`, layers, container queries)."""
import time

import pytest

from conftest import DEEP
from support.browser import WORDS
from support.places import LOOKED_AT, page_name


def test_engine(firefox):
    assert firefox.capabilities["browserName"] == "firefox"
    assert "Gecko/" in firefox.script("return navigator.userAgent")


def test_skip_link(firefox, server):
    firefox.open(server.origin + DEEP)
    firefox.press("Tab")
    assert firefox.script("return document.activeElement.getAttribute('href')") == "#main"
    firefox.press("Enter")
    assert firefox.script("return document.activeElement.id") == "main"


def test_styles_are_used(firefox, server):
    firefox.open(server.origin + DEEP)
    assert firefox.script("return document.styleSheets[0].cssRules.length") > 5


@pytest.fixture(scope="module")
def narrow(firefox):
    firefox.resize(450, 900)      # The narrowest window that Firefox makes.
    yield firefox
    firefox.resize(1280, 900)


@pytest.mark.parametrize("page", LOOKED_AT, ids=page_name)
def test_page_is_the_same_as_in_chromium(narrow, tabs, strict_server, page):
    """Words in the text do not differ between engines; controls may come earlier in one than in the other. The styles are
    used, under the site's own policy, and nothing scrolls sideways."""
    narrow.open(f"{strict_server.origin}/{page}")
    tab = tabs(450)
    tab.goto(f"{strict_server.origin}/{page}")
    words, title, loaded, wide, window = narrow.script(f"""return [({WORDS})(), document.title,
        [...document.styleSheets].map(sheet => sheet.cssRules.length), document.documentElement.scrollWidth, innerWidth]""")
    assert words == tab.evaluate(WORDS) and title == tab.title()
    assert loaded and min(loaded) > 0
    assert wide <= window


def test_words_of_a_search_are_marked(firefox, server):
    page = server.origin + "/relicensing/policy/"
    firefox.open(page)
    firefox.script("sessionStorage.setItem('waymark/found', JSON.stringify([location.pathname, 'cisco']))")
    firefox.open(page + "?")
    marked = "return window.CSS?.highlights?.get('found')?.size ?? 0"
    deadline = time.monotonic() + 10
    while not firefox.script(marked) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert firefox.script(marked) > 0
    firefox.press("Escape")
    assert firefox.script(marked) == 0
