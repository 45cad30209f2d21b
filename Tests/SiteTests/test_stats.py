"""`waymark stats`: logs of web servers counted, and nothing about readers told. `WAYMARK_RECORD=1` writes the expected outputs anew."""
import gzip
import json
import os
import random
import re
import subprocess
import time

import pytest

from support import places, program

LOGS = places.ROOT / "Tests/Fixtures/logs"
SITE = ["--site", LOGS / "site", "--as-of", program.DAY]
AGENTS = re.compile(rb"Mozilla|Firefox|Examplebot|Secret|private\.example|inbox|Jane|frank")
NETWORK = re.compile(rb"\d+\.\d+\.\d+\.\d+|[0-9a-f]+:[0-9a-f]*:[0-9a-f:]+|13:55|@")


def stats(*words, data=None, **options):
    done = subprocess.run(program.arguments("stats", *words), input=data, env=program.environment(), capture_output=True,
                          timeout=120, **options)
    assert done.returncode == 0, done.stderr.decode()
    return done


@pytest.mark.parametrize("name", ["combined", "common", "mixed"])
@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("site", ["with", "without"])
def test_a_log_is_counted(tmp_path, name, form, site):
    place = SITE if site == "with" else []
    done = stats(LOGS / f"{name}.log", "--format", form, *place, cwd=tmp_path)
    expected = LOGS / f"{name}-{site}-site.{'txt' if form == 'text' else 'json'}"
    if os.environ.get("WAYMARK_RECORD") == "1":
        expected.write_bytes(done.stdout)
    assert done.stdout.decode() == expected.read_text()
    assert done.stderr == b"" and not list(tmp_path.iterdir())
    assert not AGENTS.search(done.stdout) and not NETWORK.search(done.stdout)


def test_ways_to_hand_in_a_log(tmp_path):
    """Compressed, in pieces, through a pipe: the same counts."""
    data = (LOGS / "combined.log").read_bytes()
    expected = stats(LOGS / "combined.log", *SITE, "--format", "json").stdout
    whole, members, cut = (tmp_path / name for name in ("whole.gz", "members", "cut.gz"))
    whole.write_bytes(gzip.compress(data))
    middle = data.index(b"\n", len(data) // 2) - 7      # In the middle of a line.
    members.write_bytes(gzip.compress(data[:middle]) + gzip.compress(data[middle:]) + b"\0" * 100)
    for log, text in [(whole, None), (members, None), ("-", data), ("-", gzip.compress(data))]:
        assert stats(log, *SITE, "--format", "json", data=text).stdout == expected
    pieces = data.splitlines(keepends=True)
    for number, part in enumerate([pieces[:40], pieces[40:]]):
        (tmp_path / f"{number}.log").write_bytes(b"".join(part))
    assert stats(tmp_path / "0.log", tmp_path / "1.log", *SITE, "--format", "json").stdout == expected
    cut.write_bytes(whole.read_bytes()[:-40])
    done = stats(cut, *SITE)
    assert b"damaged or ends too early" in done.stderr and b"pages shown" in done.stdout


def test_days(tmp_path):
    def days(*words):
        read = json.loads(stats(LOGS / "combined.log", *SITE, "--format", "json", *words).stdout)
        return read["from"], read["until"], read["pagesShown"]

    first, last, shown = days()
    assert (first, last) == ("2026-10-30", "2026-12-01")
    assert days("--until", "2026-10-31") == ("2026-10-30", "2026-10-30", 2)
    assert days("--from", "2026-12-01") == ("2026-12-01", "2026-12-01", 1)
    assert days("--from", "2026-11-01", "--until", "2026-11-30") == ("2026-11-10", "2026-11-10", shown - 3)
    assert days("--from", "2030-01-01") == (None, None, 0)


@pytest.mark.parametrize("words, status", [
    ([], 64), (["x.log", "--from", "today"], 64), (["x.log", "--from", "2026-02-02", "--until", "2026-02-01"], 64), (["x.log", "--top", "0"], 64),
    (["x.log", "--format", "sarif"], 64), (["x.log"], 2), (["."], 2), (["x.log", "--site", "nowhere"], 2)], ids=str)
def test_what_cannot_be_read(tmp_path, words, status):
    done = program.run("stats", *words, cwd=tmp_path)
    assert done.returncode == status and done.stdout == "" and done.stderr


def test_numbers_of_results_are_those_of_the_site(tmp_path):
    """A page's number in the log means the outcome that the built page shows."""
    program.build(LOGS / "site", tmp_path / "out")
    read = json.loads(stats(LOGS / "combined.log", *SITE, "--format", "json").stdout)
    assert read["outcomes"] and read["questionsWithoutScript"] > 0
    counts = {}
    for number in (2, 3, 4):
        page = (tmp_path / f"out/questionnaires/may-i/{number}/index.html").read_text()
        for outcome, title in (("lend", "Yes"), ("no", "No")):
            if f"<h1>{title}" in page:
                counts[outcome] = {2: 3, 3: 2, 4: 1}[number]      # Requests in the log.
    assert {result["ids"][0]: result["count"] for result in read["outcomes"]} == counts


def peak(process):
    """The most memory that a process has taken until it ends, in bytes: what `wait` tells starts with that of this process."""
    most = 0
    while process.poll() is None:
        try:
            status = open(f"/proc/{process.pid}/status").read()
        except OSError:
            break
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        most = max(most, int(found[1]) << 10 if found else 0)
        time.sleep(0.01)
    return most


def test_a_large_log_takes_little_memory(tmp_path, table):
    """For two hundred and fifty thousand addresses and searches that are nearly all different."""
    chance, count = random.Random(7), 500_000
    log = tmp_path / "large.log"
    with log.open("w") as file:
        for number in range(count):
            path = ["/help/", "/help/loans/laptops/", f"/help/gone/{chance.randrange(10**9):x}/",
                    f"/help/search/?q=word{number % 99999}x{number % 7}"][number % 4]
            file.write(f'192.0.2.7 - - [10/Nov/2026:13:55:36 +0100] "GET {path} HTTP/1.1" {404 if "gone" in path else 200} 5120 '
                       '"https://lending.example/help/" "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"\n')
    start = time.monotonic()
    with open(tmp_path / "out", "w+") as output:
        process = subprocess.Popen(program.arguments("stats", log, *SITE, "--format", "json"), stdout=output, env=program.environment())
        most = peak(process)
        seconds = time.monotonic() - start
        output.seek(0)
        read = json.load(output)
    assert process.returncode == 0 and read["requests"] == count and read["missingFromEachNumber"] > 0
    views = {page["address"]: page["views"] for page in read["pages"]}
    assert views["/"] == count // 4 and views["/loans/laptops/"] == count // 4
    assert 0 < most < 200 << 20
    table("statistics of logs", f"{log.stat().st_size / 1e6:.0f} MB: {count / seconds / 1e3:,.0f} thousand lines a second, "
                                f"{most >> 20} MiB at most")
