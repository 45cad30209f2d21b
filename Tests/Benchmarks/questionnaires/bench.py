#!/usr/bin/env python3
"""Proves and compiles made-up questionnaires, and prints medians.

    bench.py [--runs 5] [--folder DIR] [--waymark PROGRAM] [--keep]

Wall time is from start to exit; processor time and the most memory held at once are what the system says about the finished
process (wait4(2)). A first run warms the caches and is not counted. Reading is measured with a copy of the questionnaire that
has a mistake which is found when everything is read, so that nothing is proved.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import policies

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]


def measured(command):
    """Seconds, seconds of all cores together, MiB; the exit status, and what was said."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return (wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024), process.returncode, said


def medians(options, name, command, site, wanted):
    """The medians of several runs, all of which have to end as wanted."""
    runs = []
    for number in range(options.runs + 1):
        run, status, said = measured([options.waymark, command, "--site", site, "--as-of", "2026-11-21"])
        if status != (0 if wanted is None else 1) or wanted and wanted not in said:
            sys.exit(f"{name}: {command} ended with {status}\n{said[-2000:]}")
        if number > 0:
            runs.append(run)
    return [statistics.median(column) for column in zip(*runs)], said


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=Path("/dev/shm" if os.path.isdir("/dev/shm") else "/tmp") / "waymark-questionnaires")
    parser.add_argument("--waymark", default=str(ROOT / ".build/release/waymark"))
    parser.add_argument("--keep", action="store_true", help="leave the questionnaires there")
    options = parser.parse_args()
    shutil.rmtree(options.folder, ignore_errors=True)
    print(f"medians of {options.runs} runs, {os.cpu_count()} cores, load before {os.getloadavg()[0] / os.cpu_count():.2f} a core\n")
    print("| questionnaire | command | wall s | processor s | memory MiB | of it reading, processor s |\n|---|---|--:|--:|--:|--:|")
    stopped = ""
    for number, (name, make) in enumerate(policies.POLICIES.items()):
        good, bad = options.folder / str(number), options.folder / f"{number}-broken"
        make(good)
        shutil.copytree(good, bad)
        policies.broken(bad)
        reading, _ = medians(options, name, "test", bad, "nowhere")
        explodes = "explodes" in name
        for command in ("check", "test"):
            found, said = medians(options, name, command, good, "questionnaire/too-large" if explodes else None)
            print(f"| {name} | {command} | {found[0]:.2f} | {found[1]:.2f} | {found[2]:.0f} | {reading[1]:.2f} |")
        stopped = said if explodes else stopped
    print(f"\nWhat the last one is told:\n\n{stopped.strip()}")
    if not options.keep:
        shutil.rmtree(options.folder)


if __name__ == "__main__":
    main()
