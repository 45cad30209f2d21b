#!/usr/bin/env python3
"""Reads what test runners write and prints how it went.

    counts.py junit FILE…     JUnit's XML, as pytest and swift write it
    counts.py tap FILE        the Test Anything Protocol, as node writes it
    counts.py line FILE       a last line "N passed, N failed"
    counts.py slowest FOLDER SUITE…   the twenty tests that took longest, of the files that the suites left in a folder

The first line of the output is "PASSED FAILED SKIPPED"; a line follows for each test that failed or was skipped, and for what tests measured.
"""
import re
import sys
from pathlib import Path
from xml.etree import ElementTree


def junit(paths):
    passed, failed, skipped, lines = 0, 0, 0, []
    for path in filter(Path.exists, paths):
        for case in ElementTree.parse(path).iter("testcase"):
            name = f"{case.get('classname')} {case.get('name')}"
            fault = next((child for child in case if child.tag in ("failure", "error")), None)
            skip = case.find("skipped")
            if fault is not None:
                failed += 1
                lines += [f"failed: {name}", *(f"    {line}" for line in message(fault))]
            elif skip is not None:
                skipped += 1
                lines.append(f"skipped: {name}: {skip.get('message') or skip.text or ''}")
            else:
                passed += 1
    return passed, failed, skipped, lines


def message(fault):
    """Enough to see what it is about; the log has all."""
    text = (fault.get("message") or "") + "\n" + (fault.text or "")
    found = [line.rstrip()[:300] for line in text.splitlines() if line.strip()]
    return list(dict.fromkeys(found))[:20]


def tap(paths):
    text = paths[0].read_text(errors="replace")

    def number(word):
        return sum(map(int, re.findall(rf"^# {word} (\d+)$", text, re.M)))
    lines = [f"failed: {name}" for name in re.findall(r"^ *not ok \d+ - (.*)$", text, re.M)]
    lines += re.findall(r"^# (measured: .*)$", text, re.M)
    return number("pass"), number("fail") + number("cancelled"), number("skipped"), lines


def line(paths):
    text = paths[0].read_text(errors="replace")
    last = re.findall(r"^(\d+) passed, (\d+) failed$", text, re.M)[-1:]
    passed, failed = map(int, last[0]) if last else (0, 0)
    return passed, failed, 0, [f"failed: {found}" for found in text.splitlines()[:-1]] if failed else []


def times(folder, suite):
    """How many seconds each test of a suite took."""
    for path in folder.glob(f"{suite}*.xml"):
        for case in ElementTree.parse(path).iter("testcase"):
            # The group by which tests were dealt out stands behind the name.
            yield float(case.get("time") or 0), f"{case.get('classname').split('.')[-1]} {case.get('name').split('@')[0]}"
    if suite == "scripts" and (path := folder / "logs/scripts.log").exists():
        for name, milliseconds in re.findall(r"^ *ok \d+ - (.*)\n *---\n *duration_ms: ([\d.]+)", path.read_text(errors="replace"), re.M):
            yield float(milliseconds) / 1000, name


def slowest(folder, *suites):
    found = [(seconds, suite, name) for suite in suites for seconds, name in times(Path(folder), suite)]
    for seconds, suite, name in sorted(found, reverse=True)[:20]:
        print(f"{seconds:7.1f} s  {suite:8} {name[:110]}")


if __name__ == "__main__":
    if sys.argv[1] == "slowest":
        slowest(*sys.argv[2:])
        sys.exit()
    reader = {"junit": junit, "tap": tap, "line": line}[sys.argv[1]]
    *numbers, details = reader([Path(name) for name in sys.argv[2:]])
    print(*numbers)
    print(*details, sep="\n")
