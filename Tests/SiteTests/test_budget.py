"""What the first view of each page costs, compressed as a web server does it on the fly (gzip, level 6)."""
import gzip
import re
from urllib.parse import urljoin

import pytest

from support.browser import opened_together, several
from support.crawler import local
from support import html
from support.places import PAGES, SITE, page_name
from support.server import Server
from support.telling import none

# What is loaded later, compressed beforehand (gzip -9): the scripts of one use, by their names.
USES = {
    "answering a questionnaire": (r"questionnaire(-view)?\.js", 8_000), "a result": (r"questionnaire-result\.js", 6_000),
    "the questions left": (r"questionnaire-left\.js", 6_000),
    "what to do with a result": (r"questionnaire-next\.js", 6_000),
    "counting a result": (r"questionnaire-counts\.js", 6_000),
    "what is open and what is certain": (r"questionnaire-outlook\.js", 6_000),
    "an answer that isn't taken": (r"questionnaire-complaint\.js", 6_000),
    "numbers and days": (r"questionnaire-amounts\.js", 6_000), "long lists of options": (r"(questionnaire-search|codes)\.js", 6_000),
    "amounts": (r"questionnaire-sums\.js", 6_000),
    "answers given ahead": (r"questionnaire-held\.js", 6_000),
    "searching": (r"search(-(?!entrance|said|codes).*)?\.js", 10_000),
    "words on the page of a result": (r"found\.js", 1_000),
    "codes that the index doesn't have": (r"(search-)?codes\.js", 6_000),
    "what a sentence says": (r"search-said\.js", 6_000), "where it leads": (r"search-entrance\.js", 6_000),
}

HTML, CSS, SCRIPT, TOTAL, REQUESTS = 12_000, 10_000, 8_000, 30_000, 5
# The page of search is the one use whose script comes at once: 10,000 to search with, and what every page has.
SEARCH_SCRIPT = 12_500
# The page of a whole policy, for those who look after it, has a style sheet of its own and a script. Its pictures are what one comes for.
# Each of its outcomes, rules and questions (166 of the largest) is an element that opens.
POLICY, POLICY_HTML, POLICY_CSS, POLICY_REQUESTS = re.compile(r"questionnaires/.+/policy/.*"), 12_500, 12_000, 6


def compressed(body):
    return len(gzip.compress(body, 6, mtime=0))


# A section as one document is as long as its section, for those who ask for it.
DOCUMENT = re.compile(r"all-pages/.+/")
# Of the site of 1,000 pages: what lists them, and pages of either half.
LARGE = ["", "search/", "all-pages/", "made/", "made/part-001/", "made/part-001/rule-001/", "entitlement/get-help/"]


def first_requests(chromium, origin, pages):
    """What a browser with an empty cache asks for to show each page."""
    found = {page: [] for page in pages}

    def listen(tab, url):
        session = tab.context.new_cdp_session(tab)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        tab.on("request", lambda request: found[url.removeprefix(f"{origin}/")].append(request.url))
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    opened_together(context, [f"{origin}/{page}" for page in pages], listen)
    context.close()
    return found


@pytest.fixture(scope="module")
def views(chromium, server):
    return several(PAGES, lambda pages: first_requests(chromium, server.origin, pages))


@pytest.fixture(scope="module")
def large(chromium, large_site):
    with Server({"/": large_site}) as server:
        yield server, first_requests(chromium, server.origin, LARGE)


def test_first_view(views, server, table):
    table("first view, bytes after gzip", f"{'html':>7}{'css':>7}{'script':>7}{'all':>7}{'requests':>9}  page")
    none(fault for page in PAGES for fault in check(views(page), server, table, page, page_name(page)))


@pytest.mark.parametrize("page", LARGE, ids=page_name)
def test_first_view_of_a_large_site(large, table, page):
    """At any number of pages: what a page costs does not grow with its site."""
    server, requests = large
    none(check(requests[page], server, table, page, f"{page_name(page)} of 1,000"))


def test_what_a_page_loads_late_is_seen_and_nothing_comes_from_a_cache(chromium, tmp_path):
    """So that the numbers mean something."""
    late = "setTimeout(() => import('./late.js'), 300)"
    for name in ("index", "other"):
        (tmp_path / f"{name}.html").write_text(f"<!DOCTYPE html><title>Late</title><script>{late}</script>")
    (tmp_path / "late.js").write_text("export {}")
    with Server({"/": tmp_path}) as server:
        found = first_requests(chromium, server.origin, ["", "other.html"])
    assert {page: sorted(url.removeprefix(server.origin) for url in urls) for page, urls in found.items()} == {
        "": ["/", "/late.js"], "other.html": ["/late.js", "/other.html"]}


def check(requests, server, table, page, name):
    """Requests are those that a browser with an empty cache makes, and the icon, which it asks for later."""
    requests = list(requests)
    body = server.get(f"/{page}")[2]
    requests += [urljoin(f"{server.origin}/{page}", link) for link in html.read(body.decode()).resources if "favicon" in link]
    sizes = {}
    for url in set(requests):
        if not url.startswith("data:") and not (POLICY.fullmatch(page) and "/diagram" in url):
            status, headers, body = server.get(local(url))
            assert status == 200, url
            sizes[url] = (headers["content-type"].split(";")[0], compressed(body))
    total = {kind: sum(size for type_, size in sizes.values() if type_.endswith(kind)) for kind in ("html", "css", "javascript")}
    everything = sum(size for _, size in sizes.values())
    table("first view, bytes after gzip", f"{total['html']:7}{total['css']:7}{total['javascript']:7}{everything:7}"
                                          f"{len(sizes):9}  {name}")
    most = {"html": 10 ** 9 if DOCUMENT.fullmatch(page) else POLICY_HTML if POLICY.fullmatch(page) else HTML, "css": POLICY_CSS if POLICY.fullmatch(page) else CSS,
            "javascript": SEARCH_SCRIPT if page == "search/" else SCRIPT}
    has, most = {**total, "all": everything, "requests": len(sizes)}, {**most, "all": TOTAL, "requests": POLICY_REQUESTS if POLICY.fullmatch(page) else REQUESTS}
    return [f"{name}: {has[kind]} {kind}, and {most[kind]} at most" for kind in most if has[kind] > most[kind]]


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (360, 740)])
def test_the_first_answer_is_seen_on_the_front_page(chromium, server, width, height):
    """Without scrolling: the search, and the first answer of a questionnaire, whole."""
    tab = chromium.new_page(viewport={"width": width, "height": height})
    tab.goto(f"{server.origin}/")
    for selector in ("main [type=search]", "main .q-links li"):
        box = tab.locator(selector).first.bounding_box()
        assert box["y"] + box["height"] <= height, f"{selector} ends at {box['y'] + box['height']}"
    tab.close()


@pytest.mark.parametrize("use", USES)
def test_scripts_of_a_use(table, use):
    """All scripts that come with a use, once: a file that is loaded for it and not named here would not count."""
    pattern, most = USES[use]
    files = [file for file in SITE.glob("assets/scripts.*/*.js") if re.fullmatch(pattern, file.name)]
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files}
    if use == next(iter(USES)):
        table("scripts of a use, bytes after gzip -9", f"{'script':>7}{'most':>7}  use")
    names = ", ".join(sorted(sizes))
    table("scripts of a use, bytes after gzip -9", f"{sum(sizes.values()):7}{most:7}  {use}: {names}")
    assert files and sum(sizes.values()) <= most


def test_answering_loads_nothing_else(chromium, server):
    """The budgets above name all scripts that answering asks for, where no list of options is long and nothing is counted."""
    context = chromium.new_context()
    requests, tab = [], context.new_page()
    tab.on("request", lambda request: requests.append(request.url))
    data = next(file for file in sorted((SITE / "api/questionnaires").glob("*.json")) if '"search":' not in file.read_text())
    tab.goto(f"{server.origin}/questionnaires/{data.stem}/", wait_until="networkidle")
    tab.locator(".q-first input").first.check()
    tab.locator(".q-continue").click()
    tab.wait_for_function("() => document.querySelector('.q-form, .q-actions')")
    tab.wait_for_load_state("networkidle")
    context.close()
    scripts = {url.rsplit("/", 1)[1] for url in requests if url.endswith(".js")}
    assert {name for name in scripts if name.startswith("questionnaire")} == {"questionnaire.js", "questionnaire-view.js", "questionnaire-left.js"}


def test_the_second_question_is_one_round_trip_away(chromium, server):
    """What an answer needs is asked for at once: no request waits for another one's answer."""
    data = next(file for file in sorted((SITE / "api/questionnaires").glob("*.json")) if '"search":' not in file.read_text())
    context = chromium.new_context()
    tab = context.new_page()
    tab.goto(f"{server.origin}/questionnaires/{data.stem}/", wait_until="networkidle")
    held, later = [], []
    # Nothing is answered until all is asked for.
    tab.route("**/*", lambda route: held.append(route) if not later else route.continue_())
    tab.locator(".q-first input").first.check()
    tab.locator(".q-continue").click()
    tab.wait_for_timeout(300)
    names = sorted(route.request.url.rsplit("/", 1)[1] for route in held)
    assert names == sorted([f"{data.stem}.json", "questionnaire-view.js", "questionnaire.css", "trusted.js"])
    later.append("all")
    tab.on("request", lambda request: later.append(request.url.rsplit("/", 1)[1]))
    for route in held:
        route.continue_()
    tab.wait_for_selector(".q-form, .q-actions")
    tab.wait_for_load_state("networkidle")
    context.close()
    # Beside the question, without keeping it back.
    assert {name for name in later if name.endswith(".js")} <= {"questionnaire-left.js"}
