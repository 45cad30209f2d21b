"""Results that are counted: what browsers request for a site with `counts: outcomes`, and what `waymark stats` makes of the log."""
import json
import shutil
from urllib.parse import urlsplit

import pytest

from support import places, program
from support.axe import violations
from support.browser import at_rest, visit
from support.server import Server

FIXTURE = places.ROOT / "Tests/Fixtures/logs"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
KEPT = "() => [document.cookie, localStorage.length, sessionStorage.length, JSON.stringify(history.state ?? [])]"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("counts") / "site"
    shutil.copytree(FIXTURE / "site", folder)
    settings = folder / "Content/site.yaml"
    settings.write_text(settings.read_text() + "offline: yes\ncompressed: yes\n")
    program.build(folder, folder / "out")
    return folder


@pytest.fixture
def served(site):
    """With a log of its own."""
    with Server({"/help/": site / "out"}) as server:
        yield server


@pytest.fixture
def tab(chromium):
    # A browser that says that it runs without a window counts as a robot.
    context = chromium.new_context(user_agent=FIREFOX, viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def answer(tab, *names):
    for name in names:
        with at_rest(tab):
            tab.get_by_label(name, exact=True).check()
            tab.locator(".q-continue").click()


def counted(server, site):
    """The outcomes of each questionnaire that the log tells of, by `waymark stats`."""
    done = program.run("stats", server.access_log, "--site", site, "--as-of", program.DAY, "--format", "json")
    assert done.returncode == 0, done.stderr
    read = json.loads(done.stdout)
    return {each["questionnaire"]: (each["count"], {outcome["id"]: outcome["count"] for outcome in each["outcomes"] if outcome["count"]})
            for each in read["results"] if each["count"]}


def test_a_result_is_counted_once(site, served, tab):
    sent = []
    tab.on("request", lambda request: sent.append(request))
    visit(tab, f"{served.origin}/help/questionnaires/may-i/")
    answer(tab, "Yes", "A lesson")
    assert tab.locator(".q-outcome h1").inner_text() == "Yes"
    assert counted(served, site) == {"may-i": (1, {"lend": 1})}
    with at_rest(tab):
        tab.reload()
    visit(tab, f"{served.origin}/help/loans/")
    with at_rest(tab):
        tab.go_back()
    assert tab.locator(".q-outcome").count() and counted(served, site) == {"may-i": (1, {"lend": 1})}
    # The file is there and empty, and no request tells more than its address.
    counts = [request for request in sent if "/counts/" in request.url]
    assert [(request.url, request.method, request.post_data) for request in counts] == [
        (f"{served.origin}/help/api/counts/may-i/lend.txt", "GET", None)]
    headers = counts[0].all_headers()
    assert "cookie" not in headers and "referer" not in headers and "authorization" not in headers
    assert counts[0].response().status == 200 and counts[0].response().headers["content-length"] == "0"
    assert all(urlsplit(request.url).query == "" for request in sent)
    assert tab.evaluate(KEPT)[:3] == ["", 0, 0] and "count" not in tab.evaluate(KEPT)[3]


def test_several_outcomes_are_one_result(site, served, tab):
    visit(tab, f"{served.origin}/help/questionnaires/extras/")
    answer(tab, "Yes", "Yes")
    assert counted(served, site) == {"extras": (1, {"light": 1, "tripod": 1, "sound": 1, "guard": 1})}


def test_who_asks_not_to_be_tracked_is_not_counted(site, served, tab):
    tab.add_init_script("Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })")
    visit(tab, f"{served.origin}/help/questionnaires/may-i/")
    answer(tab, "No")
    assert tab.locator(".q-outcome h1").inner_text() == "No" and counted(served, site) == {}


def test_a_copy_on_the_device_keeps_no_result(site, served, tab):
    visit(tab, f"{served.origin}/help/")
    tab.get_by_role("button", name="Save this site to read offline").click()
    tab.wait_for_function("() => document.querySelector('waymark-offline [role=status]').textContent.includes('is saved on this device')")
    visit(tab, f"{served.origin}/help/questionnaires/may-i/")
    answer(tab, "No")
    assert counted(served, site) == {"may-i": (1, {"no": 1})}
    kept = "async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat()"
    assert tab.evaluate(kept) and not [url for url in tab.evaluate(kept) if "/counts/" in url]


def test_readers_are_told(served, tab):
    visit(tab, f"{served.origin}/help/questionnaires/may-i/")
    told = "Your answers aren’t sent anywhere. Only which result you reach is counted."
    assert tab.locator(".privacy").inner_text() == f"{told} Who sees your answers"
    tab.locator(".privacy a").click()
    text = tab.locator("main").inner_text()
    for said in ("Counting results", "an empty file with the name of the questionnaire and the result", "Your answers aren’t in that name",
                 "No cookie is sent with it, and your browser keeps nothing", "“Do Not Track” or “Global Privacy Control”"):
        assert said in text, said


def test_files_are_published_for_the_outcomes_only_where_they_are_counted(site, tmp_path):
    def published(folder):
        return {path.relative_to(folder / "api/counts").as_posix(): path.stat().st_size
                for path in (folder / "api/counts").rglob("*") if path.is_file()}

    extras = [f"extras/{also}{name}.txt" for also in ("", "also/") for name in ("light", "sound", "tripod", "guard", "nothing")]
    assert published(site / "out") == dict.fromkeys(["may-i/lend.txt", "may-i/no.txt", *extras], 0)
    shutil.copytree(site / "Content", tmp_path / "Content")
    settings = tmp_path / "Content/site.yaml"
    settings.write_text(settings.read_text().replace("counts: outcomes", "counts: no"))
    program.build(tmp_path, tmp_path / "out")
    assert published(tmp_path / "out") == {}
    assert "counts" not in (tmp_path / "out/questionnaires/may-i/index.html").read_text()
    assert "Counting" not in (tmp_path / "out/who-sees-your-answers/index.html").read_text()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (360, "dark")])
def test_the_page_of_statistics(chromium, tmp_path, width, scheme):
    """It runs no script, loads nothing, shows every number in a table, and takes nothing of a log for HTML."""
    log = tmp_path / "a.log"
    hostile = "%3Cscript%3Ealert(1)%3C/script%3E%22%27&amp;"
    log.write_bytes((FIXTURE / "combined.log").read_bytes()
                    + f'h - - [10/Nov/2026:13:55:36 +0100] "GET /help/search/?q={hostile} HTTP/1.1" 200 1\n'.encode())
    done = program.run("stats", log, "--site", FIXTURE / "site", "--as-of", program.DAY, "--page")
    assert done.returncode == 0 and "<script" not in done.stdout
    (tmp_path / "page.html").write_text(done.stdout)
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    tab, sent = context.new_page(), []
    tab.on("request", lambda request: sent.append(request.url))
    tab.goto((tmp_path / "page.html").as_uri())
    rows = tab.locator("section", has_text="Results: May I borrow a camera?").first.locator("tbody tr").all_inner_texts()
    assert [" ".join(row.split()) for row in rows] == ["Yes 6 67%", "No 2 22%", "perhaps the questionnaire no longer has it 1 11%"]
    bars = tab.locator("section").first.locator("rect").evaluate_all("bars => bars.map(bar => bar.getBoundingClientRect().width / bar.parentNode.getBoundingClientRect().width)")
    assert [round(bar, 2) for bar in bars] == [0.67, 0.22, 0.11]
    assert "<script>alert(1)</script>\"'" in tab.locator("main").inner_text()
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
    assert len(sent) == 1


def test_the_page_of_statistics_is_accessible(chromium, tmp_path):
    done = program.run("stats", FIXTURE / "combined.log", "--site", FIXTURE / "site", "--as-of", program.DAY, "--page")
    # The checker is a script, which the page's own policy keeps out.
    (tmp_path / "page.html").write_text("\n".join(line for line in done.stdout.splitlines() if "Content-Security-Policy" not in line))
    for scheme in ("light", "dark"):
        context = chromium.new_context(viewport={"width": 360, "height": 900}, color_scheme=scheme)
        tab = context.new_page()
        tab.goto((tmp_path / "page.html").as_uri())
        assert not violations(tab)
        context.close()
