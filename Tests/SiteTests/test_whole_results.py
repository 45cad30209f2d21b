"""A result shows the same by script, from the compiled form, as on its page without script: whatever an outcome may embed."""
import shutil

import pytest

from support import places, program
from support.server import Server

QUESTIONNAIRE = """
kind: questionnaire
title: May I?
questions:
  sure: {ask: Are you sure?}
outcomes:
  yes:
    title: You may
    text: |
      A ~~wrong~~ **right** line with `code`.[^1]

      > [!NOTE]
      > A callout.

      | a | b |
      |---|---|
      | 1 | 2 |

      {{ steps procedure }}

      [^1]: A note.
  no: {title: You may not}
rules:
  - {if: {sure: yes}, then: yes}
  - {else: no}
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole") / "site"
    shutil.copytree(places.ROOT / "Tests/Fixtures/values", folder)
    shutil.rmtree(folder / "Content/questionnaires")
    program.write_site(folder, {
        "questionnaires/may.yaml": QUESTIONNAIRE,
        # Every kind is on some page, or the check warns of data that nothing shows.
        "index.md": (folder / "Content/index.md").read_text().replace("{{ questionnaire device }}", "")})
    program.build(folder, folder / "out")
    with Server({"/": folder / "out"}) as running:
        yield running


def shown(tab, url):
    """What is on the page of a result, as a reader sees it, and of which elements it is made."""
    tab.goto("about:blank")
    tab.goto(url)
    tab.wait_for_selector(".q-outcome > .content")
    content = tab.locator(".q-outcome > .content").first
    # Boxes to tick, and what only a script can use, are no part of it.
    names = content.evaluate("""content => [...content.querySelectorAll('*')].filter(e => !e.matches('input') && e.checkVisibility())
        .map(e => e.localName)""")
    return " ".join(content.inner_text().split()), names


def test_nothing_is_missing_with_script(tabs, server):
    without = shown(tabs(own="whole-plain", java_script_enabled=False), f"{server.origin}/questionnaires/may/2/")
    text, names = shown(tabs(own="whole"), f"{server.origin}/questionnaires/may/#sure=yes")
    assert text == without[0] and names == without[1]
    assert {"dl", "dd", "table", "li", "sup", "del"} <= set(names)
