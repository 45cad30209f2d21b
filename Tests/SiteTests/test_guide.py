"""The guide of ten minutes and every other page with commands, replayed as it stands there: see support/replay.py.

    WAYMARK_RECORD=1 Tests/run site -- -k guide      writes what the commands print now into the pages; read the difference
"""
import os
import re
import shutil
import urllib.request

import pytest

from support import documentation, program
from support.places import BINARY, ROOT
from support.replay import Replay

GUIDE = "start/guide.md"
PAGES = [page for page in documentation.pages() if documentation.blocks(page, "console")]


def replayed(page, folder):
    file = documentation.CONTENT / page
    before = file.read_text()
    replay = Replay(before, folder)
    if os.environ.get("WAYMARK_RECORD") == "1" and replay.text != before:
        file.write_text(replay.text)
    return replay


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    """From an empty folder."""
    folder = tmp_path_factory.mktemp("guide") / "work"
    folder.mkdir()
    replay = replayed(GUIDE, folder)
    yield replay
    replay.stop()


def test_every_command_prints_what_the_guide_says(guide):
    assert guide.commands > 10 and not guide.faults, "\n".join(guide.faults)


@pytest.mark.parametrize("server", ["waymark serve", "python3 -m http.server"])
def test_the_site_answers(guide, tabs, server):
    """What the guide made gives its reader a result, in the preview and as published."""
    tab = tabs(own="guide")
    tab.goto(f"http://localhost:{guide.ports[server]}/", wait_until="networkidle")
    tab.locator("main a[href*='returns/how']").first.wait_for()
    for answers, result in [("days=3", "Send it back, it is free"), ("days=15&broken=no", "It is too late to send it back")]:
        tab.goto("about:blank")
        tab.goto(f"http://localhost:{guide.ports[server]}/questionnaires/may-i-return/#{answers}", wait_until="networkidle")
        tab.get_by_role("heading", name=result).wait_for()


def test_the_page_of_the_guide_is_published(guide):
    page = urllib.request.urlopen(f"http://localhost:{guide.ports['python3 -m http.server']}/returns/how/").read().decode()
    assert "Bring the parcel to any post office." in page


@pytest.mark.parametrize("page", [page for page in PAGES if page != GUIDE])
def test_commands_of_other_pages(page, tmp_path):
    """In a site that has the data files and questionnaires of the documentation."""
    site = tmp_path / "work"
    program.write_site(site, {"site.yaml": "title: Example\nchecks: {data/unused: off}\n"})
    for folder in ("data", "questionnaires"):
        shutil.copytree(documentation.CONTENT / folder, site / "Content" / folder)
    replay = replayed(page, site)
    replay.stop()
    assert replay.commands and not replay.faults, "\n".join(replay.faults)


def test_the_example_of_the_readme(tmp_path):
    """Its page, its mistake and its commands, in a copy of the first site."""
    work = tmp_path / "work"
    shutil.copytree(ROOT / "Content", work / "Content")
    (work / "waymark").symlink_to(BINARY)
    file = ROOT / "README.md"
    replay = Replay(file.read_text(), work, program.REVIEWED)
    replay.stop()
    if os.environ.get("WAYMARK_RECORD") == "1":
        file.write_text(replay.text)
    assert replay.commands >= 2 and not replay.faults, "\n".join(replay.faults)


def test_what_the_readme_names_is_there():
    """Paths of links and of code, and the data kinds."""
    text = re.sub(r"(?ms)^```.*?^```$", "", (ROOT / "README.md").read_text()).replace("NAME", "figures")
    paths = set(re.findall(r"\]\(([^):#]+)(?:#[^)]*)?\)", text)) | set(re.findall(r"`((?:Content|Documentation|Templates|Tests)/[\w./-]*)`", text))
    assert len(paths) > 12 and not [path for path in paths if not (ROOT / path).exists()]
    listed = set(re.findall(r"`([a-z]+)`", re.search(r"There are \w+\n? *kinds: (.*?)\.", text, re.S)[1]))
    assert listed == {page.stem for page in (documentation.CONTENT / "kinds").glob("*.md")} - {"index"}


def test_a_page_that_is_wrong_is_found(tmp_path):
    """One sign of one command, and a file that does not hold what is to be changed."""
    (tmp_path / "work").mkdir()
    page = "```console\n$ echo yes\nyes\n$ echo no\nyes\n```\n"
    replay = Replay(page, tmp_path / "work")
    assert replay.faults == ["$ echo no\nno\n"] and replay.text == page.replace("no\nyes", "no\nno")
    (tmp_path / "work/a").write_text("text\n")
    shutil.rmtree(tmp_path / "bin")
    with pytest.raises(AssertionError):
        Replay("```diff a\n-other\n+text\n```\n", tmp_path / "work")
