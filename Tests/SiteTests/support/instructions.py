"""How many instructions the program needs: the same on every machine and under any load, so that growth can be asserted."""
import re
import shutil
import subprocess

from support import places

VALGRIND = shutil.which("valgrind")


class Counter:
    """Counts with a copy of the program without what debuggers want, which older versions of valgrind cannot read."""

    def __init__(self, folder):
        self.program = folder / "waymark"
        subprocess.run(["strip", "--strip-debug", "-o", self.program, places.BINARY], check=True)

    def count(self, *words):
        """The instructions of one run of the program."""
        command = [VALGRIND, "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", self.program, *words]
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=300)
        found = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
        assert found and done.returncode in (0, 1), done.stderr[-2000:]
        return int(found[1].replace(",", ""))
