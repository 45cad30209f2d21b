"""The program as people get it: one file, which needs nothing but the C library, and runs where nothing else is installed."""

import os
import re
import shutil
import subprocess

import pytest

from support.program import BINARY

# glibc loads libgcc_s itself when threads end.
NEEDED = {"libc.so.6", "libm.so.6", "libgcc_s.so.1"}
# In bytes, stripped.
MOST = 80_000_000

# A debug build, which only developers run, is made without the linker's flags.
pytestmark = pytest.mark.skipif("/debug/" in str(BINARY.resolve()), reason="only the release build is for everyone")


def output(*command):
    return subprocess.run([str(each) for each in command], capture_output=True, text=True, check=True).stdout


def needed():
    """The libraries by name, each with its path here; the loader's path too."""
    return dict(re.findall(r"^\s*(?:(\S+) => )?(/\S+) \(", output("ldd", BINARY), re.M))


def test_it_needs_only_the_c_library():
    assert {name for name in needed() if name} == NEEDED


def test_it_loads_no_library_from_beside_itself():
    said = output("readelf", "-dlW", BINARY)
    assert "RUNPATH" not in said and "RPATH" not in said
    assert "GNU_RELRO" in said and ("BIND_NOW" in said or "Flags: NOW" in said)


def test_it_is_small_and_stripped():
    assert BINARY.stat().st_size <= MOST
    assert ".symtab" not in output("readelf", "-SW", BINARY)


def test_it_runs_where_nothing_else_is(tmp_path):
    """A site is made, checked, built and built again in a root that holds the program, its three libraries and nothing else."""
    for path in needed().values():
        (tmp_path / path.lstrip("/")).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, tmp_path / path.lstrip("/"))
    shutil.copy(BINARY, tmp_path / "waymark")
    enter = ["chroot"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "chroot"]

    def run(*arguments):
        done = subprocess.run([*enter, tmp_path, "/waymark", *arguments], capture_output=True, text=True, env={"PATH": os.environ["PATH"]})
        assert done.returncode == 0, f"{arguments}: {done.stderr}{done.stdout}"

    run("new", "site", "/site")
    for command in (["check"], ["build"], ["build"], ["test"]):
        run(*command, "--site", "/site")
    assert (tmp_path / "site/Public/index.html").stat().st_size
