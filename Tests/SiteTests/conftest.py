"""Servers and browsers, started once for all tests that ask for them."""
import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from support import browser, crawler, headers, places, program  # noqa: E402
from support.firefox import Firefox  # noqa: E402
from support.reader import ChromiumReader, FirefoxReader  # noqa: E402
from support.server import Server  # noqa: E402

DEEP = "/deep/path/"


# What a normal run covers by a sample or a fixture: see Tests/long.
LONG = "long: runs only with WAYMARK_LONG=1"
IS_LONG = os.environ.get("WAYMARK_LONG") == "1"
# Files whose tests are dealt out one by one. Those of another file stay together, because they share what takes long to make.
SPREAD = ("test_accessibility", "test_linear", "test_questionnaires")


def pytest_configure(config):
    """Without a site or a program nearly every test would fail for the same reason: say it once."""
    if not (places.SITE / "index.html").is_file() or not places.BINARY.is_file():
        pytest.exit(f"there is no site in {places.SITE}, or no program {places.BINARY}: run ./waymark build first", 3)
    config.addinivalue_line("markers", LONG)


# What takes longest starts first, so that it does not run by itself at the end.
FIRST = ("test_linear", "test_publishing", "test_components", "test_history", "test_editor_schemas", "test_accessibility", "test_storm",
         "test_gallery", "test_new", "test_commands", "test_mistakes", "test_formats", "test_documentation", "test_preview", "test_questionnaires")


@pytest.hookimpl(tryfirst=True)      # Before xdist looks at the groups.
def pytest_collection_modifyitems(items):
    items[:] = [item for item in items if IS_LONG or not item.get_closest_marker("long")]
    items.sort(key=lambda item: FIRST.index(item.path.stem) if item.path.stem in FIRST else len(FIRST))
    for item in items:
        if "large_site" in item.fixturenames:      # Built once for all that look at it.
            item.add_marker(pytest.mark.xdist_group("large_site"))
        elif item.path.stem not in SPREAD:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


def pytest_sessionfinish(session):
    """A process that runs a part of the tests hands its tables over when it ends."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["tables"] = getattr(session.config, "tables", {})


@pytest.hookimpl(optionalhook=True)      # Of xdist.
def pytest_testnodedown(node):
    tables = node.config.tables = getattr(node.config, "tables", {})
    for title, lines in getattr(node, "workeroutput", {}).get("tables", {}).items():
        tables.setdefault(title, []).extend(lines)


def pytest_terminal_summary(terminalreporter):
    for title, lines in getattr(terminalreporter.config, "tables", {}).items():
        terminalreporter.section(title)
        for line in lines:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def table(request):
    """`table(title, line)` adds a line to a table that is printed after the tests."""
    tables = request.config.tables = getattr(request.config, "tables", {})
    return lambda title, line: tables.setdefault(title, []).append(line)


@pytest.fixture(scope="session")
def server():
    """The published site at the root of a host and below a path."""
    with Server({"/": places.SITE, DEEP: places.SITE}) as running:
        yield running


@pytest.fixture(scope="session")
def strict_server():
    """The published site, sent with the headers of its own `_headers` file."""
    with Server({"/": places.SITE}, headers.read((places.SITE / "_headers").read_text())) as running:
        yield running


@pytest.fixture(scope="session", params=["/", DEEP], ids=["at-root", "at-deep-path"])
def crawl(request, server):
    """All that can be reached from the front page by links."""
    return crawler.Crawl(server, request.param)


@pytest.fixture(scope="session")
def chromium():
    with browser.chromium() as running:
        yield running


@pytest.fixture(scope="session")
def firefox():
    with Firefox() as running:
        yield running


@pytest.fixture(scope="session")
def firefox_without_script():
    with Firefox(preferences={"javascript.enabled": False}) as running:
        yield running


@pytest.fixture(scope="session")
def tabs(chromium):
    """`tabs(width=360, scheme="dark")` is a tab with these settings, kept open for the tests that follow."""
    with browser.Tabs(chromium) as kept:
        yield kept.get


@pytest.fixture(params=["chromium", "firefox"])
def reader(request):
    """A reader at a keyboard, in one engine after the other."""
    if request.param == "firefox":
        return FirefoxReader(request.getfixturevalue("firefox"))
    return ChromiumReader(request.getfixturevalue("tabs")(own="reader"))


@pytest.fixture(params=["chromium", "firefox"])
def plain_reader(request):
    """The same with scripts switched off."""
    if request.param == "firefox":
        return FirefoxReader(request.getfixturevalue("firefox_without_script"))
    return ChromiumReader(request.getfixturevalue("tabs")(own="reader", java_script_enabled=False))


@pytest.fixture(scope="session")
def large_site(tmp_path_factory):
    """The real content and as many made-up pages as make 1,000."""
    folder = tmp_path_factory.mktemp("large") / "site"
    subprocess.run(["sh", places.ROOT / "Tests/Benchmarks/search/corpus.sh", folder], check=True, capture_output=True)
    program.build(folder, folder / "Public")
    return folder / "Public"
