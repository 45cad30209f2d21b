#!/usr/bin/env python3
"""How long the program takes for texts as large as they may be, and how much memory: 1 MiB of Markdown, 4 MiB of YAML.

    Tests/Benchmarks/large.py [NAME…]

Each construct of Tests/SiteTests/support/constructs.py alone, made as large as fits. Nothing should take more than 5 seconds of
processor time or 512 MB; what does is marked. Nothing is asserted: a machine may be slow.
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/SiteTests"))
from support import constructs, program  # noqa: E402

SECONDS, MEGABYTES = 5, 512
LIMITS = {".md": 1 << 20, ".yaml": 4 << 20, ".csv": 4 << 20}


def largest(make, size):
    """As much as the limits of its files allow."""
    sizes = {path: len(text.encode()) for path, text in make(size).items()}
    factor = min(LIMITS[Path(path).suffix] / max(1, length) for path, length in sizes.items())
    # Many small files are not made larger but more.
    return make(int(size * min(factor * 0.98, 100 if len(sizes) > 10 else factor)))


def measure(files):
    """Seconds of processor time and megabytes of one check."""
    with tempfile.TemporaryDirectory() as folder:
        program.write_site(folder, files)
        with subprocess.Popen(program.arguments("check", "--site", folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            _, status, usage = os.wait4(run.pid, 0)
            run.returncode = os.waitstatus_to_exitcode(status)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, run.returncode


def main():
    for name in sys.argv[1:] or sorted(constructs.ALL):
        seconds, megabytes, code = measure(largest(*constructs.ALL[name]))
        mark = "  <-- too much" if seconds > SECONDS or megabytes > MEGABYTES or code not in (0, 1) else ""
        print(f"{name:45} {seconds:6.2f} s {megabytes:6.0f} MB  exit {code}{mark}", flush=True)


if __name__ == "__main__":
    main()
