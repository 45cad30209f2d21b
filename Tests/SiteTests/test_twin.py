"""A site with a twin, from which only what differs is written: nobody sees half of it, whatever happens to a build."""
import random
import subprocess
import time

import pytest

from support import program, tree
from test_publishing import AS_OF, ROUNDS, leftovers, published, reading, started

SHARED = 1000    # From so many files on, a published site has a twin.


@pytest.fixture(scope="module")
def two_sites(tmp_path_factory):
    """Two large sites that differ in a few pages, and what each is when published."""
    folder = tmp_path_factory.mktemp("two")
    sites = []
    for words in ("old", "new"):
        site = program.numbered_site(folder / words, 8, words)
        program.write_site(site, {f"files/{number}.txt": f"File {number}." for number in range(SHARED)}, title=f"Site, {words}")
        program.write_site(site, {f"only-{words}.md": program.page(f"Only {words}")}, title=f"Site, {words}")
        sites.append(site)
    return sites, published(sites, folder)


@pytest.fixture
def cached(tmp_path):
    return program.environment(XDG_CACHE_HOME=str(tmp_path / "cache"))


@pytest.fixture
def output(two_sites, tmp_path, cached):
    """A published site that has a twin."""
    for site in two_sites[0]:
        program.build(site, tmp_path / "out", env=cached)
    assert leftovers(tmp_path) == [".out.waymark-twin"]
    return tmp_path / "out"


def inodes(folder):
    return {str(path.relative_to(folder)): path.stat().st_ino for path in folder.rglob("*") if path.is_file() and path.name != ".gitignore"}


def test_only_what_differs_is_written(two_sites, output, cached):
    sites, results = two_sites
    before = inodes(output)
    program.build(sites[0], output, env=cached)
    now = inodes(output)
    assert tree.contents(output) == results[0]
    same = [name for name in before if now.get(name) == before[name]]
    assert len(same) >= SHARED and "guide/page-001/index.html" not in same
    assert inodes(output.parent / ".out.waymark-twin") == now


def test_killed_at_any_point(two_sites, tmp_path, output, cached):
    sites, results = two_sites
    chance, interrupted = random.Random(2), 0
    start = time.monotonic()
    program.build(sites[0], output, env=cached)
    length = time.monotonic() - start
    for number in range(12 * ROUNDS):
        process = started(sites[(number + 1) % 2], output, cached)
        time.sleep(chance.uniform(length / 4, length))
        process.kill()
        process.communicate()
        interrupted += process.returncode != 0
        assert tree.contents(output) in results, f"neither site after kill {number}"
        if number % 3 == 2:     # Otherwise no build would find a twin again.
            for site in sites:
                program.build(site, output, env=cached)
    assert interrupted >= 3, "the builds were over before they were killed"
    program.build(sites[0], output, env=cached)
    assert tree.contents(output) == results[0] and leftovers(tmp_path) in ([], [".out.waymark-twin"])


def test_two_builds_at_once(two_sites, tmp_path, output, cached):
    sites, results = two_sites
    for _ in range(3 * ROUNDS):
        both = [started(site, output, cached) for site in sites]
        errors = [process.communicate(timeout=60)[1].decode() for process in both]
        assert [process.returncode for process in both] == [0, 0], errors
        assert tree.contents(output) in results and leftovers(tmp_path) in ([], [".out.waymark-twin"])


def test_reader_of_files_misses_nothing(two_sites, output, cached):
    sites, _ = two_sites

    def read():
        for name in ("index.html", "guide/page-007/index.html", "files/999.txt"):
            assert (output / name).read_bytes()
    with reading(read) as (faults, count):
        for number in range(6 * ROUNDS):
            before = count[0]
            program.build(sites[number % 2], output, env=cached)
            while count[0] < before + 3:
                time.sleep(0.01)
    assert not faults


def test_a_program_that_writes_in_place_is_noticed(two_sites, output, cached):
    """The file has a second name in the twin."""
    sites, results = two_sites
    with open(output / "files/7.txt", "a") as file:
        file.write("more")
    program.build(sites[0], output, env=cached)
    assert tree.contents(output) == results[0]


def test_full_disk(two_sites, tmp_path, cached):
    sites, results = two_sites
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(small)], capture_output=True).returncode != 0:
        pytest.skip("may not mount a small file system here")
    try:
        for site in sites:
            program.build(site, small / "out", env=cached)
        fill(small / "filler")
        done = program.run("build", "--site", sites[0], "--output", small / "out", *AS_OF, env=cached)
        assert done.returncode == 2 and "No space left" in done.stderr
        assert tree.contents(small / "out") == results[1]
        (small / "filler").unlink()
        program.build(sites[0], small / "out", env=cached)
        assert tree.contents(small / "out") == results[0]
    finally:
        subprocess.run(["umount", str(small)], check=True)


def fill(path):
    """Writes until the disk is full."""
    with open(path, "wb", buffering=0) as file:
        with pytest.raises(OSError):
            while True:
                file.write(b"x" * 4096)
