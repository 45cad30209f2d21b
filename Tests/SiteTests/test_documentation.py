"""The documentation as a site: the checks of the real site, on fewer pages where a check is slow, because the theme is the same.
What it says about commands and kinds is held against the program."""
import re

import pytest

import test_budget
from support import documentation, html, looks, places, program
from support.axe import OPEN_ALL
from support.browser import visit
from support.crawler import Crawl, fragment, local
from support.server import Server
from support.telling import none
from test_html import checked, unexpected

# Below which the page for wrong addresses looks for its style sheet: the path of `address` in site.yaml.
PATH = "/documentation/"
KINDS = program.kinds()
# One page of each template that the pages below have not.
TEMPLATES = ["", "kinds/", "questions/", "search/", "all-pages/", "all-questions/", "questionnaires/", "questionnaires/borrow-a-camera/",
             "questionnaires/borrow-a-camera/2/", "questionnaires/borrow-a-camera/policy/", "404.html"]
# The widest code, the longest tables, pictures, and a live block of each kind.
VARIED = ["start/guide/", "start/pictures/", "writing/markdown/", "questions/first/", "publishing/nginx/", "commands/", "rules/", "theme/templates/"]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("documentation") / "Public"
    program.build(documentation.FOLDER, folder, "--strict")
    return folder


@pytest.fixture(scope="module")
def server(site):
    with Server({"/": site, PATH: site}) as running:
        yield running


@pytest.fixture(scope="module")
def pages(site):
    """Addresses of the pages, of the states of questionnaires a few."""
    found = [places.address(path) for path in places.published_files(site) if path.endswith("index.html")]
    return [page for page in found if places.is_sampled(page)]


def test_it_has_all_that_readers_look_for(pages):
    assert set(TEMPLATES + VARIED) - {"404.html"} <= set(pages) and len(pages) > 60


def test_links(server, site):
    """Every page is reached, every link and fragment leads somewhere, and nothing comes from another host."""
    crawl = Crawl(server)
    every = {"/" + places.address(path) for path in places.published_files(site) if path.endswith("index.html")}
    assert every <= set(crawl.visits)
    faults = []
    for page, link, url in crawl.links:
        visit = crawl.visits.get(local(url)) if crawl.is_own(url) else None
        if visit and (visit.status != 200 or visit.page and fragment(url) and "=" not in fragment(url) and fragment(url) not in visit.page.ids):
            faults.append((page, link))
    assert not faults
    assert not [link for visit in crawl.visits.values() if visit.page for link in visit.page.resources if "//" in link]


def test_html(site, pages):
    paths = [page + "index.html" for page in pages] + ["404.html"]
    found = {path: unexpected(message for message in messages if message["type"] != "info" or message.get("subType") == "warning")
             for path, messages in checked(site, paths).items()}
    assert not {path: faults for path, faults in found.items() if faults}


def test_every_look(tabs, server, site, pages):
    """Of one page at least with each part; in the long run of all pages. Not of sections as one document, in which the pages'
    tables come together."""
    tab, found, pages = tabs(1440, own="documentation"), [], [page for page in pages if not test_budget.DOCUMENT.fullmatch(page)]
    for page in (pages if places.IS_LONG else places.varied(pages, lambda page: (site / page / "index.html").read_text())) + ["404.html"]:
        visit(tab, f"{server.origin}{PATH}{page}")
        tab.evaluate(OPEN_ALL)
        found += [(page, fault) for fault in looks.faults(tab)]
    none(found)


def test_no_sideways_scrolling(tabs, server, pages):
    tab, wide = tabs(320, own="documentation"), {}
    tab.set_viewport_size({"width": 320, "height": 800})
    for page in pages:
        tab.goto(f"{server.origin}/{page}")
        if (width := tab.evaluate("() => document.documentElement.scrollWidth")) > 320:
            wide[page] = width
    assert not wide


def test_no_value_stays_braces(site):
    assert not html.braces_outside_code(site)


def test_first_view(chromium, server, site, pages, table):
    """All pages by their HTML alone; the one with most HTML, and those with most scripts, in a browser."""
    sizes = {page: test_budget.compressed((site / page / "index.html").read_bytes()) for page in pages}
    assert not {page: size for page, size in sizes.items() if size > test_budget.HTML and not test_budget.DOCUMENT.fullmatch(page)}
    # As the page on readers promises: only the first picture comes with the page. A section as one document has a first of each page.
    for page in (page for page in pages if not test_budget.DOCUMENT.fullmatch(page)):
        pictures = re.findall(r"<img [^>]*>", (site / page / "index.html").read_text())
        assert not [picture for picture in pictures[1:] if 'loading="lazy"' not in picture], page
    looked_at = [max((page for page in pages if not test_budget.DOCUMENT.fullmatch(page)), key=sizes.get), "", "questions/first/"]
    for page, requests in test_budget.first_requests(chromium, server.origin, list(dict.fromkeys(looked_at))).items():
        assert not test_budget.check(requests, server, table, page, f"documentation: {page or 'front page'}")


@pytest.mark.parametrize("query, title, within", [
    ("csv", "csv/", 1), ("rows in a spreadsheet", "Rows in a spreadsheet", 1), ("sortable table", "Table", 1), ("nginx", "nginx", 1),
    ("tick-boxes", "Tick-boxes", 1), ("questionnaire/gap", "questionnaire/gap", 1), ("--as-of", "The day: --as-of", 1)])
def test_search(tabs, server, query, title, within):
    tab = tabs(1440, own="documentation")
    visit(tab, f"{server.origin}/search/")
    tab.get_by_role("searchbox").first.fill(query)
    tab.wait_for_function("() => /\\d+ results?/.test(document.querySelector('.search-status').textContent)")
    found = tab.locator(".result").all_inner_texts()
    # A section is named with its page: "Table – Rows in a spreadsheet".
    assert any(text.startswith(title) or f"– {title}\n" in text for text in found[:within]), found[:5]


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_and_what_it_becomes_stand_on_one_page(site, kind):
    """The example is the file of the block below it (DocumentationTests holds both to be equal)."""
    [example] = [block for block in documentation.blocks(f"kinds/{kind}.md", "yaml") if block.path and f"kind: {kind}" in block.text][:1]
    page = (site / f"kinds/{kind}/index.html").read_text()
    name = example.path.removeprefix("Content/data/").removesuffix(".yaml")
    if kind == "values":
        assert "A new charger costs 25 euros." in page
    else:
        assert re.search(rf'class="block {kind}[^>]* data-name="{name}"|data-name="{name}"', page)


# What the program says of itself.

def options(text):
    return set(re.findall(r"--[a-z][a-z-]*", text))


COMMANDS = re.findall(r"(?m)^  ([a-z]+) ", program.run("--help").stdout.split("SUBCOMMANDS:")[1])


def help_of(command):
    """With that of the commands below it."""
    text = program.run(*command, "--help").stdout
    below = re.findall(r"(?m)^  ([a-z]+) ", text.split("SUBCOMMANDS:")[1]) if "SUBCOMMANDS:" in text else []
    return text + "".join(help_of([*command, name]) for name in below)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained(command):
    """Options of all commands stand on the page of all commands, the others on the page of theirs; and no page invents one."""
    shared, own = ((documentation.CONTENT / f"commands/{name}.md").read_text() for name in ("index", command))
    has, explained = options(help_of([command])), options(own)
    assert has <= explained | options(shared) | {"--help"}
    own_tables = {option for line in own.splitlines() if line.startswith("| `--") for option in options(line.split("|")[1])}
    assert own_tables <= has


def test_the_page_of_all_commands_names_them_all():
    listed = {page.removeprefix("commands/").removesuffix(".md") for page in documentation.pages() if page.startswith("commands/")}
    assert listed - {"index"} == set(COMMANDS)


def test_pictures_keep_their_place(chromium, server):
    """Text stays where it is when pictures come, and those far away come when they are near."""
    page = chromium.new_page(viewport={"width": 360, "height": 640})
    held, is_slow = [], True
    page.route("**/*.png", lambda route: held.append(route) if is_slow else route.continue_())
    page.add_init_script("""
        globalThis.shifts = [];
        new PerformanceObserver(list => shifts.push(...list.getEntries().map(({ value }) => value)))
            .observe({ type: 'layout-shift', buffered: true });""")
    with page.expect_request("**/*.png"):
        page.goto(f"{server.origin}/start/pictures/", wait_until="domcontentloaded")
    pictures = page.locator("main img")
    tops = "images => images.map(image => image.getBoundingClientRect().top)"
    before = pictures.evaluate_all(tops)
    assert len(before) > len(held) > 0
    is_slow = False
    for route in held:
        route.continue_()
    pictures.last.scroll_into_view_if_needed()
    page.wait_for_function("() => [...document.querySelectorAll('main img')].at(-1).complete")
    page.evaluate("() => scrollTo(0, 0)")
    page.wait_for_function("() => scrollY === 0 && document.querySelector('main img').complete")
    assert pictures.evaluate_all(tops) == before and page.evaluate("shifts") == []
    page.close()
