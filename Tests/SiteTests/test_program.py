"""The program as people get it: one file, which needs nothing but the C library, and loads nothing else."""

import os
import re
import shutil
import subprocess
import urllib.request
from pathlib import Path

import pytest

from support import program
from support.preview import Preview
from support.program import BINARY

# glibc loads libgcc_s itself when threads end.
NEEDED = {"libc.so.6", "libm.so.6", "libgcc_s.so.1"}
# In bytes, stripped.
MOST = 25 * 1024 * 1024

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


def test_it_loads_nothing_else_while_it_runs(tmp_path):
    """Nothing is opened by name either, which `ldd` would not tell."""
    with Preview(program.write_site(tmp_path)) as preview:
        with urllib.request.urlopen(preview.origin) as answer:
            assert b"Welcome." in answer.read()
        maps = Path(f"/proc/{preview.process.pid}/maps").read_text()
    loaded = {Path(path).name for path in re.findall(r" (/\S+\.so\S*)$", maps, re.M)}
    assert loaded - {"ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"} == NEEDED


def test_it_says_what_it_needs_of_the_system(tmp_path):
    """A root folder that holds the program and its libraries, but no /proc."""
    for path in needed().values():
        (tmp_path / path.lstrip("/")).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, tmp_path / path.lstrip("/"))
    shutil.copy(BINARY, tmp_path / "waymark")
    enter = ["chroot"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "chroot"]
    done = subprocess.run([*enter, tmp_path, "/waymark", "--version"], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: /proc is not mounted, and Swift's library needs it\n  = run `mount -t proc proc /proc` in this root folder first\n"
