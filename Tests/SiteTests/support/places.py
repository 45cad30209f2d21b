"""Where things are. Both can be moved, to test a site or a program from elsewhere."""
import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SITE = Path(os.environ.get("WAYMARK_SITE", ROOT / "Public"))
BINARY = Path(os.environ.get("WAYMARK_BINARY", ROOT / ".build/release/waymark"))

# What stands in the published folder for machines, and is linked from no page.
UNLINKED = {
    "404.html": "shown by the web server at addresses that do not exist",
    "_headers": "read by hosts that take headers from a file",
    "_redirects": "read by hosts that take redirects from a file",
    "robots.txt": "asked for by crawlers",
    "sitemap.xml": "named in robots.txt",
    "waymark.json": "by which Waymark knows a folder of its own",
    "service-worker.js": "registered when a reader wants an offline copy, and asked for again by browsers that have one",
    "manifest.json": "named by the script of the offline copy",
    "search/index.json": "fetched by the script of the search",
    ".gitkeep": "keeps the empty folder in the repository",
}

# Fetched by scripts, by rule: the modules that others import, and the data.
UNLINKED_FOLDERS = {
    r"assets/scripts\.[0-9a-f]+/": "imported by main.js, or by one another",
    r"assets/search/": "fetched by the script of the search",
    r"api/": "fetched by the scripts of questionnaires, and by other programs",
}


def is_unlinked(path):
    """Whether a file is there for machines alone."""
    return path in UNLINKED or any(re.match(folder, path) for folder in UNLINKED_FOLDERS)


def published_files(site=SITE):
    """Paths of all files below the site, with slashes."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def address(path):
    """`a/index.html` is read at `a/`."""
    return path.removesuffix("index.html")


# The pages that readers meet, as addresses below the root of the site; the front page is "".
EVERY_PAGE = [address(path) for path in published_files() if path.endswith("index.html")]

# A state of a questionnaire, for readers without script: hundreds, all filled from two templates.
STATE = re.compile(r"questionnaires/[^/]+/(\d+)/$")


def is_sampled(page):
    """Of the states the first two and two later ones: questions and results. Slow checks look at these alone."""
    state = STATE.match(page)
    return state is None or int(state[1]) in (2, 3, 21, 22)


PAGES = [page for page in EVERY_PAGE if is_sampled(page)]


def parts(text):
    """What a page is made of: each kind of element with each of its classes."""
    return {(name, each) for name, classes in re.findall(r'<([a-z][a-z0-9-]*)(?:[^>]*? class="([^"]*)")?', text)
            for each in classes.split() or [""]}


def varied(pages, read):
    """A few of the pages that together have all parts that any of them has, short ones rather than long ones: looks go by
    templates and blocks, not by the words in them."""
    texts = {page: read(page) for page in pages}
    parts_of = {page: parts(text) for page, text in texts.items()}
    missing, chosen = set().union(*parts_of.values()), []
    while missing:
        best = max(pages, key=lambda page: len(parts_of[page] & missing) / len(texts[page]))
        chosen.append(best)
        missing -= parts_of[best]
    return [page for page in pages if page in chosen]


IS_LONG = os.environ.get("WAYMARK_LONG") == "1"
# What slow looks are taken of: one page at least with each part; in the long run every page.
LOOKED_AT = PAGES if IS_LONG else varied(PAGES, lambda page: (SITE / page / "index.html").read_text("utf-8"))
# Those and the page for wrong addresses.
HTML_FILES = [path for path in published_files() if path.endswith(".html")]


def page_name(page):
    """How a page is called in the name of a test."""
    return page or "front-page"
