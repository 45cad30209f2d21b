"""The preview: `waymark serve` on real folders, over raw sockets and in a real browser."""
import html
import json
import os
import re
import shutil
import signal
import socket
import statistics
import time

import pytest

from support import program
from support.preview import ADDED, BOUND, Preview, same_as_build

PAGES = {
    "guide/index.md": program.page("Guide", "About the guide. See [one](one.md).", layout="list"),
    "guide/one.md": program.page("One", "## Rule\n\nFirst words.\n\n" + "A line of text to read.\n\n" * 200),
    "guide/two.md": program.page("Two", "Second words. See [one](one.md#rule)."),
    "guide/figure.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>',
}
ONE = PAGES["guide/one.md"]


@pytest.fixture
def preview(tmp_path):
    with Preview(program.write_site(tmp_path / "site", PAGES)) as running:
        yield running


def test_serves_what_a_build_publishes(preview, tmp_path):
    assert same_as_build(preview, tmp_path / "out") == []
    assert preview.get("/guide/one")[:2][1]["location"] == "/guide/one/"
    assert preview.get("/guide/figure.svg")[1]["content-type"] == "image/svg+xml"
    status, headers, body = preview.get("/nowhere/")
    assert status == 404 and headers["content-type"].startswith("text/html") and b"<h1" in body
    for path in ("/", "/guide/figure.svg", "/nowhere/", "/_waymark/preview.js"):
        headers = preview.get(path)[1]
        assert headers["cache-control"] == "no-store" and headers["x-content-type-options"] == "nosniff"
        assert "script-src 'self';" in headers["content-security-policy"]
    assert preview.get("/guide/one/", "HEAD")[2] == b""


def test_a_change_is_told_and_shown(preview, table):
    times = []
    for number in range(25):
        times.append(preview.change("guide/one.md", ONE.replace("First", f"Edit-{number}")))
        assert f"Edit-{number} words" in preview.text("/guide/one/")
    times.sort()
    table("preview: milliseconds from a write to the event", f"small site: median {statistics.median(times) * 1000:.0f}, "
          f"95th of a hundred {times[int(len(times) * 0.95)] * 1000:.0f}, most {times[-1] * 1000:.0f}")


def test_every_kind_of_change(preview, tmp_path):
    content = preview.site / "Content"
    preview.change("guide/new/deep/page.md", program.page("Deep", "Deep words."))
    preview.change("guide/new/deep/index.md", program.page("Deeper"))
    preview.change("guide/new/index.md", program.page("New"))
    preview.comes("/guide/new/deep/page/", lambda answer: b"Deep words" in answer[2])
    (tmp_path / "saved").write_text(ONE.replace("First", "Renamed"))
    os.replace(tmp_path / "saved", content / "guide/one.md")
    preview.comes("/guide/one/", lambda answer: b"Renamed words" in answer[2])
    (content / "guide/new").rename(content / "guide/moved")
    preview.comes("/guide/moved/deep/page/", lambda answer: b"Deep words" in answer[2])
    preview.comes("/guide/new/deep/page/", lambda answer: answer[0] == 404)
    shutil.rmtree(content / "guide/moved")
    preview.comes("/guide/moved/", lambda answer: answer[0] == 404)
    (content / "guide/figure.svg").unlink()
    preview.comes("/guide/figure.svg", lambda answer: answer[0] == 404)
    (preview.site / "Templates/parts").mkdir(parents=True)
    (preview.site / "Templates/parts/footer.mustache").write_text("<footer>Footer of the site</footer>")
    preview.comes("/guide/one/", lambda answer: b"Footer of the site" in answer[2])
    shutil.rmtree(preview.site / "Templates")
    preview.comes("/guide/one/", lambda answer: b"Footer of the site" not in answer[2])
    content.rename(preview.site / "Away")
    preview.wait(lambda state: state["errors"], len(preview.states) - 1)
    (preview.site / "Away").rename(content)
    preview.wait(lambda state: not state["errors"], len(preview.states))
    assert same_as_build(preview, tmp_path / "out") == []


def test_errors_are_told_and_mended(preview):
    good = preview.states[-1]["version"]
    preview.change("guide/one.md", ONE.replace("First", "[Broken](nowhere.md)"))
    state = preview.states[-1]
    assert state["version"] == good and state["errors"] == 1
    problem = state["problems"][0]
    assert (problem["rule"], problem["file"]) == ("link/unknown-page", "Content/guide/one.md")
    assert problem["line"] == 7 and problem["help"]
    assert "First words" in preview.text("/guide/one/")
    assert "nowhere.md" in preview.text("/_waymark/")
    preview.change("guide/one.md", ONE.replace("First", "Mended"))
    assert preview.states[-1]["errors"] == 0 and preview.states[-1]["version"] != good
    assert "Mended words" in preview.text("/guide/one/")


@pytest.mark.parametrize("broken", [b"\xff\xfe\x00", b"---\ntitle: [\n---\n", b"", b"---\ntitle: x\n", b"<script>"])
def test_a_broken_save_never_ends_it(preview, broken):
    (preview.site / "Content/guide/one.md").write_bytes(broken)
    preview.wait(lambda state: state["errors"])
    (preview.site / "Content/site.yaml").write_bytes(b"title: [" + broken)
    preview.wait(lambda state: state["errors"] > 1)
    assert "First words" in preview.text("/guide/one/")


def test_a_site_that_never_was_good(tmp_path):
    site = program.write_site(tmp_path / "site", {"one.md": program.page("One", "[Broken](no<where.md)")})
    with Preview(site) as preview:
        status, headers, body = preview.get("/one/")
        assert status == 500 and b"Content/one.md:5" in body and b"no<where" not in body and ADDED.search(body)
        preview.change("one.md", program.page("One", "Words."))
        assert preview.get("/one/")[0] == 200


def test_pages_show_what_readers_do_not_see(tmp_path):
    site = program.write_site(tmp_path / "site", PAGES | {
        "guide/draft.md": program.page("Draft", "Words. See [secret](../secret/index.md).", draft="yes"),
        "guide/stale.md": program.page("Stale", "Words.", reviewed="2020-01-01", review_every="6 months"),
        "guide/two.md": program.page("Two", "See [one](../found/one.md) and <term:rma>."),
        # In no menu: linked from a page, from another one that is linked, from a term, from a draft only, from nowhere.
        "found/index.md": program.page("Found"), "found/one.md": program.page("Found one", "See [more](../further.md)."),
        "further.md": program.page("Further"), "words.md": program.page("Words", "{{ glossary words }}"),
        "data/words.yaml": "kind: glossary\ntitle: Words\nterms:\n  rma:\n    term: RMA\n    definition: A return.\n",
        "secret/index.md": program.page("Secret"), "hidden.md": program.page("Hidden", "See [itself](hidden.md).")})
    (site / "Content/site.yaml").write_text("title: Site\nnavigation: [guide]\n")
    with Preview(site) as preview:
        assert "this page isn’t published" in preview.text("/guide/draft/")
        assert "due for review on 2020-07-01" in preview.text("/guide/stale/")
        unlinked = "No menu or link leads to this page"
        assert [path for path in ("found/", "found/one/", "further/", "words/", "guide/one/", "secret/", "hidden/", "")
                if unlinked in preview.text("/" + path)] == ["secret/", "hidden/"]
        assert notes(preview.text("/guide/one/")) == []
        overview = preview.text("/_waymark/")
        assert all(words in overview for words in ("due for review", "Draft</a>", "Hidden</a>", "no errors"))
        assert "Further</a>" not in overview
        preview.change("guide/two.md", program.page("Two", "See [draft](draft.md)."))
        assert [problem["rule"] for problem in preview.states[-1]["problems"]] == ["link/draft"]
        assert '<a href="/_waymark/rules/link/draft">link/draft</a>' in preview.text("/_waymark/")
        assert "<h1>link/draft</h1>" in preview.text("/_waymark/rules/link/draft")
        assert 'href="/_waymark/rules/yaml/alias"' in preview.text("/_waymark/rules/yaml/anchor")
        assert [preview.get(f"/_waymark/rules/{path}")[0] for path in ("", "link", "link/drat", "../../etc")] == [404] * 4


def notes(page):
    """What the preview says beside a page."""
    box = ADDED.search(page.encode())[0].decode().split('class="notes"')[1].split("<article")[0]
    return [html.unescape(text) for text in re.findall("<p[^>]*>(.*?)</p>", box)]


COVER = """kind: questionnaire
title: Is it covered?
questions:
  new:
    ask: Is it new?
  broken:
    ask: Is it broken?
facts:
  sound:
    rules:
      - {if: {broken: no}, then: yes}
      - {else: no}
outcomes:
  covered: {title: It is covered}
  paid: {title: You pay for it}
rules:
  - {if: {new: yes}, then: covered}
  - if: {new: no}
    rules:
      - {if: {sound: yes}, then: covered}
      - {if: {sound: no},
         then: paid}
"""


@pytest.fixture
def covered(tmp_path):
    with Preview(program.write_site(tmp_path / "site", {"questionnaires/cover.yaml": COVER})) as running:
        yield running


@pytest.mark.parametrize("answers, rows", [
    ("new=yes", ["Row 1 decided: 17:5: {if: {new: yes}, then: covered}"]),
    ("new=no&broken=yes&v=abc", ["Row 3 decided: 21:9: {if: {sound: no}, then: paid}",
                                 "Row 2 of the fact sound gave it its value: 12:9: {else: no}"]),
    ("broken=no&new=no", ["Row 2 decided: 20:9: {if: {sound: yes}, then: covered}",
                          "Row 1 of the fact sound gave it its value: 11:9: {if: {broken: no}, then: yes}"]),
    ("new=no", []), ("", []), ("new=maybe&more=1", [])])
def test_the_row_that_decided(covered, answers, rows):
    status, headers, body = covered.get(f"/_waymark/rows/2026-11-21/cover/{answers}")
    assert status == 200 and headers["content-type"] == "application/json"
    file = "Content/questionnaires/cover.yaml"
    assert [f"{row['words']}: {row['place'].removeprefix(file + ':')}: {row['text']}" for row in json.loads(body)] == rows


@pytest.mark.parametrize("path", ["2026-11-21/nothing/new=yes", "2026-13-41/cover/new=yes", "cover/new=yes", ""])
def test_rows_of_nothing(covered, path):
    status, _, body = covered.get("/_waymark/rows/" + path)
    assert (status, body) == (200, b"[]") or status == 404


def test_pages_without_script_say_what_can_have_decided(covered):
    pages = [covered.get(f"/questionnaires/cover/{number}/") for number in range(1, 6)]
    said = [notes(body.decode()) for status, _, body in pages if status == 200]
    file = "Content/questionnaires/cover.yaml"
    assert [f"Decided by one of row 1 in {file}:17:5 or row 2 in {file}:20:9"] in said
    assert [f"Decided by row 3 in {file}:21:9"] in said and said.count([]) >= 1


def test_the_browser_shows_the_row_that_decided(covered, chromium):
    page = chromium.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{covered.origin}/questionnaires/cover/")
    notes = page.get_by_role("note", name="What readers don’t see")
    assert notes.count() == 0
    page.get_by_role("radio", name="Yes").check()
    page.get_by_role("button", name="Continue").click()
    notes.get_by_text("Row 1 decided").wait_for()
    assert "Content/questionnaires/cover.yaml:17:5" in notes.inner_text() and "{if: {new: yes}, then: covered}" in notes.inner_text()
    page.go_back()
    notes.wait_for(state="detached")
    page.goto(f"{covered.origin}/questionnaires/cover/#new=no&broken=yes")
    notes.get_by_text("Row 2 of the fact sound gave it its value").wait_for()
    # The policy changes under the answers, which stay.
    covered.change("questionnaires/cover.yaml", COVER.replace("rules:\n  - {if: {new: yes}, then: covered}\n", "rules:\n  - {if: {new: yes}, then: paid}\n"))
    covered.change("questionnaires/cover.yaml", "# A line more\n" + COVER)
    notes.get_by_text("cover.yaml:22:9").wait_for()
    assert page.url.endswith("#new=no&broken=yes") and faults == []
    page.close()


def test_a_taken_port_is_named_with_the_next(tmp_path):
    site = program.write_site(tmp_path / "site")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = program.run("serve", "--site", site, "--port", port)
        assert done.returncode == 2 and f"the port {port}" in done.stderr
        free = int(re.search(r"--port (\d+)", done.stderr)[1])
        assert free != port
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", free))


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:{}", "localhost", "127.0.0.1:1", "", "[::1]x:{}"])
def test_other_names_are_refused(preview, host):
    status, _, body = preview.get("/guide/one/", Host=host.format(preview.port))
    assert status in (400, 421) and b"words" not in body


@pytest.mark.parametrize("path", [
    "/../secret.md", "/..%2fsecret.md", "/%2e%2e/secret.md", "/%2e%2e%2fsecret.md", "/..%5csecret.md", "/guide/../../secret.md",
    "/guide/..%2f..%2f..%2fsecret.md", "//secret.md", "/./secret.md", "/guide/one.md", "/site.yaml", "/.env", "/.git/config",
    "/Content/site.yaml", "/%2fetc%2fpasswd", "/link.svg", "/guide/figure.svg/../../../secret.md", "/..;/secret.md"])
def test_no_file_outside_the_site(preview, path):
    for place in (preview.site / "secret.md", preview.site.parent / "secret.md", preview.site / "Content/.env"):
        place.write_text("SECRET")
    status, _, body = preview.get(path)
    assert status in (400, 404) and b"SECRET" not in body and b"root:" not in body


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ends_cleanly(preview, number):
    assert preview.stop(number) == 0


def test_a_branch_switch(preview, tmp_path):
    for number in range(3000):
        path = preview.site / f"Content/guide/many/page-{number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(program.page(f"Page {number}", f"Words {number}."))
    (preview.site / "Content/guide/many/index.md").write_text(program.page("Many"))
    preview.comes("/guide/many/page-2999/", lambda answer: b"Words 2999" in answer[2])
    preview.comes("/guide/many/", lambda answer: answer[0] == 200)
    shutil.rmtree(preview.site / "Content/guide/many")
    preview.comes("/guide/many/page-2999/", lambda answer: answer[0] == 404)
    assert same_as_build(preview, tmp_path / "out") == []


def test_the_browser_keeps_its_place_and_shows_errors(preview, chromium):
    page = chromium.new_page(viewport={"width": 1000, "height": 600})
    faults = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{preview.origin}/guide/one/#rule")
    page.evaluate("scrollTo(0, 2345)")
    page.wait_for_function("() => scrollY === 2345")
    preview.change("guide/one.md", ONE.replace("First", "Second"))
    page.get_by_text("Second words.").wait_for(state="attached")
    page.wait_for_function("() => scrollY === 2345")
    assert page.url.endswith("#rule")
    # A version that is saved half-way is too short for the place.
    preview.change("guide/one.md", ONE[:ONE.index("First")] + "Half.")
    page.get_by_text("Half.").wait_for()
    page.wait_for_function("() => document.readyState === 'complete' && scrollY < 2345")
    preview.change("guide/one.md", ONE.replace("First", "Second"))
    page.get_by_text("Second words.").wait_for(state="attached")
    page.wait_for_function("() => scrollY === 2345")

    alert = page.get_by_role("alert")
    preview.change("guide/one.md", ONE.replace("First", "[<b>Broken</b>](nowhere.md)"))
    alert.get_by_text("Content/guide/one.md:7").first.wait_for()
    assert "there is no page guide/nowhere.md" in alert.inner_text() and alert.locator("b").count() == 0
    assert page.get_by_text("Second words.").count() == 1
    alert.get_by_role("button", name="Close").click()
    assert alert.count() == 0
    preview.change("guide/one.md", ONE.replace("First", "[Broken](nothing.md)"))
    alert.get_by_text("there is no page guide/nothing.md").wait_for()
    preview.change("guide/one.md", ONE.replace("First", "Mended"))
    page.get_by_text("Mended words.").wait_for(state="attached")
    assert alert.count() == 0 and faults == []
    page.close()


def test_a_box_of_the_preview_is_none_of_the_sites_components(tmp_path, chromium):
    """The site's script looks for its components when it comes, which may be after the box has."""
    site = program.write_site(tmp_path / "site", PAGES | {"guide/draft.md": program.page("Draft", "Words.", draft="yes")})
    with Preview(site) as preview:
        page, missing = chromium.new_page(), []
        page.on("response", lambda answer: missing.append(answer.url) if answer.status == 404 else None)
        held = []
        page.route("**/main.js", lambda route: held.append(route))
        with page.expect_request("**/main.js"):
            page.goto(f"{preview.origin}/guide/draft/", wait_until="domcontentloaded")
        page.get_by_text("this page isn’t published").wait_for()
        held[0].continue_()
        page.wait_for_function("() => customElements.get('waymark-theme')")
        page.wait_for_load_state("networkidle")
        assert missing == []
        page.close()
