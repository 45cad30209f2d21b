#!/usr/bin/env python3
"""Builds the same pages with Waymark, with Hugo and with the least program there could be, in turn, and prints a table.

    bench.py N… [--runs 5] [--disk DIR] [--waymark PROGRAM] [--hugo PROGRAM] [--floor PROGRAM] [--only NAME…] [--write PAGE]

In each round every program runs once, so that what else the machine does touches all of them; a first round warms the caches
and is not counted. A clean build writes into an empty folder in memory. Wall time is from start to exit; processor time and
the most memory held at once are what the system says about the finished process (wait4(2)). Ratios are medians of the ratios
within a round, followed by the smallest and the largest.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import corpus
from preview import Preview, edited

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
MEMORY = Path("/dev/shm" if os.path.isdir("/dev/shm") else "/tmp") / "waymark-bench"
# More pages than these only Waymark is measured with: the others would take minutes and gigabytes.
COMPARED = 20_000
SAVES = 30


@dataclass
class Run:
    wall: float       # seconds
    processor: float  # seconds, of all cores together
    memory: float     # MiB


def measured(command, folder, cache):
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env=os.environ | {"XDG_CACHE_HOME": str(cache)}, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed: {errors.decode()[-2000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def size(output):
    """Files and their bytes."""
    files = [file.stat().st_size for file in output.rglob("*") if file.is_file()]
    return len(files), sum(files)


class Corpus:
    """N pages in each program's dialect, and what builds them."""

    def __init__(self, count, options):
        self.folder, self.options = MEMORY / str(count), options
        self.disk = options.disk / f"waymark-bench-{count}"
        for folder in (self.folder, self.disk):
            shutil.rmtree(folder, ignore_errors=True)
        corpus.make(count, self.folder)
        # The same work as the others do: neither an index for searching nor data for programs.
        shutil.copytree(self.folder / "waymark", self.folder / "plain")
        with open(self.folder / "plain/Content/site.yaml", "a") as settings:
            settings.write("search: no\napi: no\n")
        shutil.copytree(HERE / "hugo", self.folder / "hugo", dirs_exist_ok=True)
        shutil.copytree(self.folder / "waymark", self.disk / "waymark")
        self.compares = count <= COMPARED

    def waymark(self, site, output):
        return [self.options.waymark, "build", "--site", site, "--output", output, "--quiet"]

    def builders(self):
        """What is built from nothing, by its name in the table."""
        output = self.folder / "out"
        found = {
            "waymark": (self.waymark(self.folder / "plain", output), self.folder),
            "waymark, with search": (self.waymark(self.folder / "waymark", output), self.folder),
        }
        if self.compares:
            found |= {
                "hugo": ([self.options.hugo, "--quiet", "--noBuildLock", "--destination", output], self.folder / "hugo"),
                "read, cmark, write": ([self.options.floor, self.folder / "waymark/Content", output], self.folder),
            }
        return {name: each for name, each in found.items() if not self.options.only or name in self.options.only}

    def clean(self):
        runs, sizes = {name: [] for name in self.builders()}, {}
        for number in range(self.options.runs + 1):
            for name, (command, folder) in self.builders().items():
                shutil.rmtree(self.folder / "out", ignore_errors=True)
                run = measured(command, folder, "/dev/null")
                sizes[name] = size(self.folder / "out") if number == 0 else sizes[name]
                if number > 0:
                    runs[name].append(run)
        return runs, sizes

    def again(self):
        """Nothing has changed, and one page has: in memory and on the disk."""
        found = {}
        for place, folder in (("memory", self.folder), ("disk", self.disk)):
            site, output, cache = folder / "waymark", folder / "again", folder / "cache"
            cache.mkdir()
            page = next((site / "Content").rglob("rule-007.md"))
            text = page.read_text()
            nothing, one = found.setdefault(f"nothing changed, {place}", []), found.setdefault(f"one page changed, {place}", [])
            measured(self.waymark(site, output), folder, cache)
            for number in range(self.options.runs):
                nothing.append(measured(self.waymark(site, output), folder, cache))
                page.write_text(text + f"\nChanged {number}.\n")
                one.append(measured(self.waymark(site, output), folder, cache))
            page.write_text(text)
        return found

    def preview(self):
        """Seconds from the start to the first page, and from each save to the event that reloads it."""
        preview = Preview(self.options.waymark, self.folder / "waymark")
        try:
            return edited(preview, self.folder / "waymark", SAVES)
        finally:
            preview.stop()

    def remove(self):
        for folder in (self.folder, self.disk):
            shutil.rmtree(folder, ignore_errors=True)


def median(runs, key):
    return statistics.median(getattr(run, key) for run in runs)


def ratio(runs, others, key):
    """The median of the rounds, and how far they lie apart."""
    found = [getattr(ours, key) / getattr(theirs, key) for ours, theirs in zip(runs, others)]
    return f"{statistics.median(found):.2f} ({min(found):.2f}–{max(found):.2f})"


def table(count, options):
    site = Corpus(count, options)
    lines = [f"### {count:,} pages", "",
             "| | wall s | processor s | memory MiB | files | MB | wall / Hugo | processor / Hugo |", "|---|--:|--:|--:|--:|--:|--:|--:|"]
    runs, sizes = site.clean()
    for name, found in runs.items():
        files, size_of_all = sizes[name]
        against = [ratio(found, runs["hugo"], key) if "hugo" in runs and name != "hugo" else "" for key in ("wall", "processor")]
        lines.append(f"| {name} | {median(found, 'wall'):.2f} | {median(found, 'processor'):.2f} | {median(found, 'memory'):.0f} | "
                     f"{files:,} | {size_of_all / 1e6:.1f} | {' | '.join(against)} |")
    lines += ["", "| waymark, with search, again | wall s | processor s | memory MiB |", "|---|--:|--:|--:|"]
    for name, found in site.again().items():
        lines.append(f"| {name} | {median(found, 'wall'):.2f} | {median(found, 'processor'):.2f} | {median(found, 'memory'):.0f} |")
    first, events = site.preview()
    lines += ["", f"Preview: the first page after {first:.2f} s; from a save to the event that reloads it "
              f"{statistics.median(events) * 1000:.0f} ms ({min(events) * 1000:.0f}–{max(events) * 1000:.0f}, {len(events)} saves)."]
    site.remove()
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", type=int, nargs="+", metavar="N")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--disk", type=Path, default=Path("/var/tmp"), help="a folder on a disk, for what is built again")
    parser.add_argument("--waymark", default=str(ROOT / ".build/release/waymark"))
    parser.add_argument("--hugo", default="hugo")
    parser.add_argument("--floor", default="floor")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="of the programs that build from nothing")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="writes the tables into a page of the documentation, between its marks")
    options = parser.parse_args()
    load = os.getloadavg()[0] / os.cpu_count()
    tables = [f"{os.cpu_count()} cores, medians of {options.runs} rounds, load before {load:.2f} a core, {time.strftime('%Y-%m-%d')}."]
    print(tables[0], flush=True)
    for count in options.counts:
        tables.append(table(count, options))
        print("\n" + tables[-1], flush=True)
    if options.write:
        write(options.write, "\n\n".join(tables))


def write(page, text):
    begin, end = "<!-- measured -->\n", "<!-- end -->"
    before, _, rest = page.read_text().partition(begin)
    _, _, after = rest.partition(end)
    page.write_text(f"{before}{begin}\n{text}\n\n{end}{after}")


if __name__ == "__main__":
    main()
