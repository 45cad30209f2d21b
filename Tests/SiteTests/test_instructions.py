"""How much work the program does, held against what it did before: a change that makes it slower shows, on any machine.

The figures are of the release build, in `instructions.json`. Where a change is worth what it costs, or makes the work less, record
them anew with `WAYMARK_RECORD=1` and name the reason in the commit.
"""
import json
import os
import sys
from pathlib import Path

import pytest
from support import instructions, places

sys.path.insert(0, str(places.ROOT / "Tests/Benchmarks"))
import corpus  # noqa: E402

RECORDED = Path(__file__).with_name("instructions.json")
TOLERANCE = 0.05


@pytest.fixture(scope="module")
def counts(tmp_path_factory):
    """Instructions by the name of the work: starting, and what a page takes beyond what every run takes."""
    counter, folder = instructions.Counter(tmp_path_factory.mktemp("program")), tmp_path_factory.mktemp("pages")

    def of(count, command, settings=""):
        site = folder / f"{count}{command}{len(settings)}"
        corpus.make(count, site)
        with open(site / "waymark/Content/site.yaml", "a") as file:
            file.write(settings)
        output = ["--output", site / "out"] if command == "build" else []
        return counter.count(command, "--jobs", "1", "--quiet", "--site", site / "waymark", *output)

    def per_page(command, settings=""):
        return (of(60, command, settings) - of(20, command, settings)) // 40
    return {
        "start": counter.count("--version"),
        "check, for each page": per_page("check"),
        "build without search, for each page": per_page("build", "search: no\napi: no\n"),
        "build, for each page": per_page("build"),
    }


def test_does_no_more_work_than_before(counts, table):
    if os.environ.get("WAYMARK_RECORD"):
        RECORDED.write_text(json.dumps(counts, indent=2) + "\n")
    recorded = json.loads(RECORDED.read_text())
    for name, count in counts.items():
        table("instructions", f"{name}: {count:,}, recorded {recorded.get(name, 0):,}")
    changed = [name for name, count in counts.items() if abs(count - recorded.get(name, 0)) > TOLERANCE * recorded.get(name, 0)]
    assert counts.keys() == recorded.keys() and not changed, \
        f"{changed} changed by more than 5 %: find the reason, or record the new figures with WAYMARK_RECORD=1"
