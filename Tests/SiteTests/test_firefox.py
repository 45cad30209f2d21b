"""Firefox shows the site as Chromium does: the look uses young features (`::details-content`, layers, container queries)."""
import pytest

from conftest import DEEP
from support.browser import WORDS
from support.places import PAGES, page_name


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


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_page_says_the_same_as_in_chromium(firefox, tabs, server, page):
    """Words in the text do not differ between engines; controls may come earlier in one than in the other."""
    firefox.open(f"{server.origin}/{page}")
    tab = tabs()
    tab.goto(f"{server.origin}/{page}")
    assert firefox.script(f"return ({WORDS})()") == tab.evaluate(WORDS)
    assert firefox.title == tab.title()


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_styles_are_used_under_the_policy(firefox, strict_server, page):
    firefox.open(f"{strict_server.origin}/{page}")
    loaded = firefox.script("return [...document.styleSheets].map(sheet => sheet.cssRules.length)")
    assert loaded and min(loaded) > 0


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_no_sideways_scrolling(firefox, server, page):
    firefox.resize(450, 900)      # The narrowest window that Firefox makes.
    firefox.open(f"{server.origin}/{page}")
    wide, window = firefox.script("return [document.documentElement.scrollWidth, innerWidth]")
    firefox.resize(1280, 900)
    assert wide <= window
