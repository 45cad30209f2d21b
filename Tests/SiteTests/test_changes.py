"""`changes` in `site.yaml`: the page and the feeds of what changed for readers."""
import html
import json
import re
import xml.etree.ElementTree as ElementTree

import pytest

from support import program
from test_diff import POLICY
from test_history import commit, git
from test_html import checked, unexpected

SETTINGS = "title: A & B\naddress: https://example.org/help/\nlanguage: en\nchanges: %s\n"
VALUES = "kind: values\ntitle: Figures\nvalues:\n  days: {value: 14, unit: days}\n"
FAQ = "kind: faq\ntitle: Questions\ngroups:\n  g:\n    title: Licences\n    questions:\n      one: {question: May I?, answer: %s}\n"
ATOM = "{http://www.w3.org/2005/Atom}"


def write(site, path, text):
    place = site / "Content" / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text)


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """A site below the top of a repository, with one commit for each kind of change; newest last."""
    root = tmp_path_factory.mktemp("changes")
    site = program.write_site(root / "docs", {
        "site.yaml": SETTINGS % "all", "questionnaires/returns.yaml": POLICY, "data/figures.yaml": VALUES, "data/q.yaml": FAQ % "Yes.",
        "guide/index.md": program.page("Guide", "## Returns\n\nWithin {{ figures.days }}.\n\n{{ faq q }}"),
        "guide/old.md": program.page("Old", "Text.\n\nSee [the guide](index.md).\n" * 5)})
    git(root, "init", "-q", "-b", "main")
    commit(root, "2026-10-01T12:00:00+0000", "Start")
    write(site, "questionnaires/returns.yaml", POLICY.replace("at least 20", "at least 30"))
    commit(root, "2026-10-02T12:00:00+0000", "Raise the limit (#12)\n\nReaders: Only <b>dear</b> things are paid back.")
    write(site, "data/figures.yaml", VALUES.replace("14", "10"))
    commit(root, "2026-10-03T12:00:00+0000", "Ten days")
    write(site, "guide/new.md", program.page("New & fresh", "Text."))
    write(site, "data/q.yaml", FAQ % "No.")
    commit(root, "2026-10-04T12:00:00+0000", "A page")
    write(site, "guide/new.md", program.page("New & fresh", "Text with a comma."))
    commit(root, "2026-10-05T12:00:00+0000", "Comma\n\nReaders: none")
    write(site, "guide/index.md", program.page("Guide", "## Returns\n\nWithin {{ figures.days }}.\n\n{{ faq q }}", order=3))
    (root / "notes.txt").write_text("No content.")
    commit(root, "2026-10-06T12:00:00+0000", "Order, which nobody sees")
    git(root, "checkout", "-q", "-b", "side")
    git(root, "mv", "docs/Content/guide/old.md", "docs/Content/guide/moved.md")
    write(site, "guide/moved.md", (site / "Content/guide/moved.md").read_text().replace("---\n\n", "aliases: [/guide/old/]\n---\n\n", 1))
    commit(root, "2026-10-07T12:00:00+0000", "Move")
    (site / "Content/guide/new.md").unlink()
    commit(root, "2026-10-08T12:00:00+0000", "Away")
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--no-ff", "-m", "Merge branch side", "side", GIT_AUTHOR_DATE="2026-10-09T12:00:00+0000", GIT_COMMITTER_DATE="2027-10-09T12:00:00+0000")
    return root


def build(site, output, *words, cache=None):
    env = program.environment(XDG_CACHE_HOME=str(cache)) if cache else None
    return program.build(site, output, *words, env=env)


def lines(output):
    """What the page says, without marks: an entry each, with its subjects and sentences."""
    text = (output / "what-changed/index.html").read_text()
    body = text[text.index('<div class="content">'):text.index("</main>")]
    plain = re.sub(r"<[^>]+>", "\n", body)
    return [html.unescape(line).strip() for line in plain.splitlines() if line.strip()]


def test_says_what_changed_for_readers(repository, tmp_path):
    out = tmp_path / "out"
    build(repository / "docs", out)
    said = lines(out)
    days = [line for line in said if re.fullmatch(r"\d+ October 2026", line)]
    assert days == ["9 October 2026", "4 October 2026", "3 October 2026", "2 October 2026"]
    after = lambda line: said[said.index(line) + 1]
    assert "Only <b>dear</b> things are paid back." in said and "Ten days" in said
    assert "Now 10 days, before 14 days" in said
    assert after("New & fresh") in ("New page", "This page no longer exists") and "New page" in said and "This page no longer exists" in said
    assert after("Old") == "This page has a new address"
    [policy] = [line for line in said if "before “You get your money back”" in line]
    assert policy.endswith(": now “You get a voucher”, before “You get your money back”") and "20" in policy and "29" in policy
    assert "Changed: “May I?”" in said
    assert not any("order" in line.lower() or "Comma" in line or "Merge branch" in line for line in said)
    page = (out / "what-changed/index.html").read_text()
    assert 'href="../guide/moved/">Old</a>' in page and 'href="../questionnaires/returns/"' in page and "<b>dear" not in page
    assert 'rel="alternate" type="application/atom+xml" href="feed.xml"' in page
    assert "what-changed/" in (out / "index.html").read_text() and "what-changed/" in (out / "sitemap.xml").read_text()
    [found] = checked(out, ["what-changed/index.html"]).values()
    assert unexpected(found) == []


def test_feeds(repository, tmp_path):
    out = tmp_path / "out"
    build(repository / "docs", out)
    feed = ElementTree.parse(out / "what-changed/feed.xml").getroot()
    entries = feed.findall(ATOM + "entry")
    assert feed.tag == ATOM + "feed" and len(entries) == 4
    for part in [feed, *entries]:
        assert all(part.find(ATOM + name) is not None and part.find(ATOM + name).text for name in ("id", "title", "updated"))
    assert feed.find(ATOM + "updated").text == "2026-10-09T00:00:00Z" and feed.find(ATOM + "author").find(ATOM + "name").text == "A & B"
    ids = [entry.find(ATOM + "id").text for entry in entries]
    page = (out / "what-changed/index.html").read_text()
    assert len(set(ids)) == 4 and all(f'id="{name.split("#")[1]}"' in page for name in ids)
    assert '<a href="https://example.org/help/guide/">Guide</a>' in entries[2].find(ATOM + "content").text
    twin = json.loads((out / "what-changed/feed.json").read_text())
    assert twin["version"] == "https://jsonfeed.org/version/1.1" and [item["id"] for item in twin["items"]] == ids
    assert [item["title"] for item in twin["items"]] == [entry.find(ATOM + "title").text for entry in entries]
    assert all(item["content_html"] and item["date_published"] for item in twin["items"])


def test_marked_commits_only(repository, tmp_path):
    site = tmp_path / "r"
    git(tmp_path, "clone", "-q", str(repository), "r")
    write(site / "docs", "site.yaml", SETTINGS % "marked")
    build(site / "docs", tmp_path / "out")
    assert [line for line in lines(tmp_path / "out") if "October" in line] == ["2 October 2026"]


def test_what_was_found_is_kept_and_the_bytes_are_the_same(repository, tmp_path):
    cache = tmp_path / "cache"
    for name in ("one", "two"):
        build(repository / "docs", tmp_path / name, cache=cache)
    kept = sorted((cache / "waymark/changes").iterdir())
    assert len(kept) == 5
    # Damaged or foreign, it's looked for again; and without any, from another clone, the same comes out.
    kept[0].write_bytes(kept[0].read_bytes().replace(b"e", b"x"))
    kept[1].write_bytes(b"")
    build(repository / "docs", tmp_path / "three", cache=cache)
    git(tmp_path, "clone", "-q", str(repository), "clone")
    build(tmp_path / "clone/docs", tmp_path / "four")
    first = {path.relative_to(tmp_path / "one"): path.read_bytes() for path in (tmp_path / "one").rglob("*") if path.is_file()}
    for name in ("two", "three", "four"):
        assert {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*") if path.is_file()} == first


def test_no_page_and_no_failure(repository, tmp_path):
    bare = program.write_site(tmp_path / "bare", {"site.yaml": SETTINGS % "all"})
    done = build(bare, tmp_path / "out")
    assert "there is no page of what changed, because this site is in no Git repository" in done.stderr
    assert not (tmp_path / "out/what-changed").exists() and "what-changed" not in (tmp_path / "out/index.html").read_text()
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "shallow")
    done = build(tmp_path / "shallow/docs", tmp_path / "out2")
    assert "because the clone is shallow" in done.stderr and not (tmp_path / "out2/what-changed").exists()
    git(bare, "init", "-q")
    assert "no page of what changed" in build(bare, tmp_path / "out3").stderr


def test_without_an_address_no_feeds(repository, tmp_path):
    git(tmp_path, "clone", "-q", str(repository), "r")
    write(tmp_path / "r/docs", "site.yaml", "title: T\nlanguage: de\nchanges: all\n")
    build(tmp_path / "r/docs", tmp_path / "out")
    assert not (tmp_path / "out/what-changed/feed.xml").exists() and "alternate" not in (tmp_path / "out/what-changed/index.html").read_text()
    assert "Jetzt 10 days, vorher 14 days" in lines(tmp_path / "out")
