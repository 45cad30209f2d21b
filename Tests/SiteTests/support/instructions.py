"""How many instructions the program needs: the same on every machine and under any load, so that growth can be asserted."""
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

from support import places

VALGRIND = shutil.which("valgrind")


def count(*words, cwd):
    """Of one run of the program."""
    command = [VALGRIND, "--tool=none" if not words else "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
               str(places.BINARY), *words]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300)
    found = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    assert found and done.returncode in (0, 1), done.stderr[-2000:]
    return int(found[1].replace(",", ""))


def several(jobs):
    """Of several runs, two at once: `(words, folder)`."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda job: count(*job[0], cwd=job[1]), jobs))
