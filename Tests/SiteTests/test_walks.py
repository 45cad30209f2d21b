"""Readers with a problem: from the front page by clicks alone, in three at most, to text that answers."""
from dataclasses import dataclass

import pytest


@dataclass
class Walk:
    need: str
    clicks: list      # Texts of links, in order, each as a reader sees it.
    answer: list      # What must stand on the screen then, somewhere on the page and not folded away.
    first: str        # What must be in view without scrolling.


WALKS = [
    Walk("my contract is through a partner and a switch failed",
         ["My contract is through a partner, and a switch failed"],
         ["Ask your partner first", "Open a request with Cisco yourself"],
         "A switch or another device failed"),
    Walk("may I buy a used Catalyst 9300 and get support?",
         ["May I buy a used Catalyst 9300 and get support?"],
         ["May you buy it? Yes.", "You get a new software licence from Cisco.", "Cisco inspects the switch, and it passes."],
         "Can it get Cisco support?"),
    Walk("which seven things should I ask a supplier?",
         ["Support and services", "Seven things to ask a supplier"],
         ["Are you an authorised Cisco partner?", "Will Cisco support every device, by its serial number?",
          "Do all replacement parts come from sources that Cisco has authorised?",
          "Can we get operating system updates for each serial number", "do you meet our licence obligations",
          "Can every serial number in the contract get", "Will you show us proof of entitlement?"],
         "Are you an authorised Cisco partner?"),
]


def click(tab, text):
    """Clicks the first link with this text that can be seen; on a phone the menu may have to be opened for it."""
    link = tab.get_by_role("link", name=text, exact=True).filter(visible=True)
    if link.count() == 0:
        tab.locator("header summary").click()
    link.first.click()


@pytest.mark.parametrize("width", [1440, 360])
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.need)
def test_walk(tabs, server, walk, width):
    tab = tabs(width)
    tab.goto(server.origin + "/")
    assert len(walk.clicks) <= 3
    for text in walk.clicks:
        click(tab, text)
    main = " ".join(tab.locator("main").inner_text().split())
    assert not [text for text in walk.answer if text not in main]
    box = tab.get_by_text(walk.first).filter(visible=True).first.bounding_box()
    assert 0 <= box["y"] < tab.viewport_size["height"]


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.need)
def test_walk_in_firefox(firefox, server, walk):
    """The same in the other engine, with real clicks: a link that something covers fails."""
    firefox.open(server.origin + "/")
    for text in walk.clicks:
        # By what it says, not as "link text": that driver takes what is in a closed `details` for hidden, though it is shown.
        firefox.click(f"//a[normalize-space()='{text}']", "xpath")
    main = " ".join(firefox.text("main").split())
    assert not [text for text in walk.answer if text not in main]
