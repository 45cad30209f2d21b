"""The same content, options and date give the same bytes, whoever builds where and how."""
import os
import random
import shutil
from dataclasses import dataclass, field

import pytest

from support import program, tree
from support.places import ROOT

INPUTS = ["Content", "Templates"]


@dataclass
class Surroundings:
    name: str
    variables: dict = field(default_factory=dict)
    umask: int = 0o022
    jobs: int = 2
    order: str = "sorted"        # In which order the files are made, and so come back from the file system.
    time: int = 1_700_000_000    # Their modification time.
    is_inside: bool = False      # Run in the folder of the site, without --site.


OTHERS = [
    # Several differences at once: were one of them to matter, the bytes would differ all the same.
    Surroundings("one-job-turkish-far-east-narrow-umask-old-files-reversed",
                 {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr", "TZ": "Pacific/Kiritimati"},
                 jobs=1, umask=0o077, time=86_400, order="reversed"),
    Surroundings("many-jobs-no-locale-far-west-wide-umask-files-of-tomorrow-random-order", {"LC_ALL": "C", "TZ": "Etc/GMT+12"},
                 jobs=16, umask=0, time=4_000_000_000, order="random"),
    Surroundings("other-folder-no-home", {"HOME": "/nonexistent", "USER": "", "PATH": "/usr/bin:/bin"}, is_inside=True),
]


def copy_inputs(folder, surroundings):
    files = sorted(path for name in INPUTS for path in (ROOT / name).rglob("*") if path.is_file())
    if surroundings.order == "reversed":
        files.reverse()
    elif surroundings.order == "random":
        random.Random(7).shuffle(files)
    for path in files:
        copy = folder / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (surroundings.time, surroundings.time))
    return folder


def built(folder, surroundings):
    site = copy_inputs(folder / "site", surroundings)
    place = ["--output", folder / "out"] if surroundings.is_inside else ["--site", site, "--output", folder / "out"]
    done = program.run(
        "build", *place, "--as-of", program.DAY, "--jobs", surroundings.jobs, cwd=site if surroundings.is_inside else "/",
        env=program.environment(**surroundings.variables), umask=surroundings.umask)
    assert done.returncode == 0, done.stderr
    return tree.contents(folder / "out")


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return built(tmp_path_factory.mktemp("plain"), Surroundings("plain"))


@pytest.mark.parametrize("surroundings", OTHERS, ids=lambda surroundings: surroundings.name)
def test_same_bytes(plain, tmp_path, surroundings):
    other = built(tmp_path, surroundings)
    assert len(plain) > 20 and not tree.differences(plain, other)


def test_same_bytes_over_an_older_site(plain, tmp_path):
    """What was published before leaves no trace."""
    program.build(program.numbered_site(tmp_path / "older", 20, "old"), tmp_path / "out")
    assert not tree.differences(plain, built(tmp_path, Surroundings("plain")))


def test_source_date_epoch_is_as_good_as_the_option(tmp_path):
    site = program.numbered_site(tmp_path / "site", 3, "words")
    program.build(site, tmp_path / "one")
    done = program.run("build", "--site", site, "--output", tmp_path / "two", env=program.environment(
        SOURCE_DATE_EPOCH="1795219200"))      # 2026-11-21
    assert done.returncode == 0
    assert not tree.differences(tree.contents(tmp_path / "one"), tree.contents(tmp_path / "two"))
