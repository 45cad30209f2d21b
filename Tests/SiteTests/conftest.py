"""Servers and browsers, started once for all tests that ask for them."""
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from support import browser, crawler, headers, places  # noqa: E402
from support.firefox import Firefox  # noqa: E402
from support.server import Server  # noqa: E402

DEEP = "/deep/path/"


def pytest_configure():
    """Without a site or a program nearly every test would fail for the same reason: say it once."""
    if not (places.SITE / "index.html").is_file() or not places.BINARY.is_file():
        pytest.exit(f"there is no site in {places.SITE}, or no program {places.BINARY}: run ./waymark build first", 3)


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
def tabs(chromium):
    """`tabs(width=360, scheme="dark")` is a tab with these settings, kept open for the tests that follow."""
    with browser.Tabs(chromium) as kept:
        yield kept.get
