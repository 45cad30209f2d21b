#!/usr/bin/env python3
"""Builds the same pages with Waymark and with Hugo in turn, and prints medians and ratios.

    bench.py N [--runs 5] [--folder DIR] [--waymark PROGRAM] [--hugo PROGRAM] [--keep]

A pair of runs stands side by side in time, so that what else the machine does touches both. Every run writes into an empty
folder; a first pair warms the caches and is not counted. Wall time is from start to exit; processor time and the most
memory held at once are what the system says about the finished process (wait4(2)).
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

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


@dataclass
class Run:
    wall: float       # seconds
    processor: float  # seconds, of all cores together
    memory: float     # MiB


def measured(command, folder, output):
    shutil.rmtree(output, ignore_errors=True)
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed: {errors.decode()[-2000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def pages(output):
    files = list(output.rglob("index.html"))
    return len(files), sum(file.stat().st_size for file in files)


def busy():
    """How much of the processors others used lately, of 1."""
    return os.getloadavg()[0] / os.cpu_count()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=Path("/dev/shm" if os.path.isdir("/dev/shm") else "/tmp") / "waymark-bench")
    parser.add_argument("--waymark", default=str(ROOT / ".build/release/waymark"))
    parser.add_argument("--hugo", default="hugo")
    parser.add_argument("--keep", action="store_true", help="leave the pages and what was built there")
    options = parser.parse_args()
    folder = options.folder / str(options.count)
    shutil.rmtree(folder, ignore_errors=True)
    corpus.make(options.count, folder)
    shutil.copytree(HERE / "hugo", folder / "hugo", dirs_exist_ok=True)
    outputs = {name: folder / f"out-{name}" for name in ("waymark", "hugo")}
    commands = {
        "waymark": [options.waymark, "build", "--site", folder / "waymark", "--output", outputs["waymark"], "--quiet"],
        "hugo": [options.hugo, "--quiet", "--noBuildLock", "--destination", outputs["hugo"]],
    }
    load = busy()
    runs = {name: [] for name in commands}
    for number in range(options.runs + 1):
        for name, command in commands.items():
            run = measured(command, folder / name, outputs[name])
            if number > 0:
                runs[name].append(run)
    report(options, runs, outputs, load)
    if not options.keep:
        shutil.rmtree(folder)


def report(options, runs, outputs, load):
    print(f"{options.count} pages, medians of {options.runs} pairs of runs, {os.cpu_count()} cores, load before {load:.2f} a core\n")
    print("| program | wall s | processor s | memory MiB | µs a page | pages | HTML MB |\n|---|--:|--:|--:|--:|--:|--:|")
    for name, found in runs.items():
        wall, processor, memory = (statistics.median(getattr(run, key) for run in found) for key in ("wall", "processor", "memory"))
        count, size = pages(outputs[name])
        print(f"| {name} | {wall:.3f} | {processor:.3f} | {memory:.0f} | {wall / options.count * 1e6:.0f} | {count} | {size / 1e6:.1f} |")

    def ratio(key):
        return statistics.median(getattr(ours, key) / getattr(theirs, key) for ours, theirs in zip(runs["waymark"], runs["hugo"]))
    print(f"| waymark / hugo, median of the pairs | {ratio('wall'):.2f} | {ratio('processor'):.2f} | {ratio('memory'):.2f} | | | |")


if __name__ == "__main__":
    main()
