"""Readers see the old site or the new one, whole, whatever happens to a build."""
import contextlib
import gzip
import hashlib
import http.client
import json
import os
import random
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import pytest

from support import program, tree
from support.places import BINARY
from support.server import Server

PAGES = 150      # Enough for a build to be interrupted in the middle.
ROUNDS = 10 if os.environ.get("WAYMARK_LONG") == "1" else 1      # Tests/long/publishing tries ten times as often.
BROKEN = program.page("Broken", "A [link](nowhere.md) to nothing.")
AS_OF = ["--as-of", program.DAY]


def published(sites, folder):
    """What each of two sites is when published; they differ."""
    results = []
    for number, site in enumerate(sites):
        program.build(site, folder / f"result-{number}")
        results.append(tree.contents(folder / f"result-{number}"))
    assert tree.differences(*results)
    return results


@pytest.fixture(scope="module")
def two_sites(tmp_path_factory):
    """Two sites that differ on every page, and what each is when published."""
    folder = tmp_path_factory.mktemp("two")
    sites = [program.numbered_site(folder / words, PAGES, words) for words in ("old", "new")]
    return sites, published(sites, folder)


@pytest.fixture
def site(tmp_path):
    return program.write_site(tmp_path / "site", {"rules.md": program.page("Rules", "Text.")})


def leftovers(parent):
    return sorted(path.name for path in Path(parent).glob(".*waymark*"))


# What is not ours stays.

FOREIGN = {
    "a file": lambda folder: (folder / "thesis.odt").write_text("years of work"),
    "a hidden file": lambda folder: (folder / ".profile").write_text("settings"),
    "a repository": lambda folder: (folder / ".git").mkdir(),
    "an empty folder": lambda folder: (folder / "photos").mkdir(),
    "a site of another generator": lambda folder: (folder / "index.html").write_text("<title>Other</title>"),
    "a broken link": lambda folder: (folder / "link").symlink_to("nowhere"),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_foreign_folder_is_refused(site, tmp_path, kind):
    output = tmp_path / "precious"
    output.mkdir()
    FOREIGN[kind](output)
    before = tree.contents(output)
    done = program.run("build", "--site", site, "--output", output, *AS_OF)
    assert done.returncode == 2 and str(output) in done.stderr
    assert tree.contents(output) == before and not leftovers(tmp_path)


@pytest.mark.parametrize("make", [lambda path: path.write_text("a file"), lambda path: path.symlink_to("elsewhere"),
                                  lambda path: os.mkfifo(path)], ids=["file", "link", "pipe"])
def test_output_that_is_no_folder_is_refused(site, tmp_path, make):
    (tmp_path / "elsewhere").mkdir()
    make(tmp_path / "out")
    before = tree.contents(tmp_path / "elsewhere")
    assert program.run("build", "--site", site, "--output", tmp_path / "out", *AS_OF).returncode == 2
    assert tree.contents(tmp_path / "elsewhere") == before and not (tmp_path / "out").is_dir() or (tmp_path / "out").is_symlink()


@pytest.mark.parametrize("output", [".", "..", "/", "Content", ""])
def test_dangerous_output_is_refused(site, output):
    before = tree.contents(site)
    done = program.run("build", "--output", output, *AS_OF, cwd=site)
    assert done.returncode in (2, 64)
    assert tree.contents(site) == before


def test_output_inside_content_is_refused(site):
    """It would be content of the next build."""
    done = program.run("build", "--output", "Content/out", *AS_OF, cwd=site)
    assert done.returncode in (2, 64) and not (site / "Content/out").exists()


@pytest.mark.parametrize("kept", [".gitkeep", ".gitignore"])
def test_empty_folder_in_a_repository_is_taken_and_stays_in_it(site, tmp_path, kept):
    output = tmp_path / "out"
    output.mkdir()
    (output / kept).write_text("kept")
    for _ in range(2):
        program.build(site, output)
    assert (output / kept).read_text() == "kept" and (output / "index.html").is_file()


# Files that somebody put into a published folder, and what the message names.
PUT = {
    "a file": ("notes.txt", lambda path: path.write_text("mine"), "notes.txt"),
    "a file in a folder": ("photos/a/cat.jpg", lambda path: path.write_text("mine"), "photos/a/cat.jpg"),
    "beside a page": ("rules/index.html.orig", lambda path: path.write_text("mine"), "rules/index.html.orig"),
    "a hidden folder": (".git/HEAD", lambda path: path.write_text("ref: refs/heads/gh-pages"), ".git/HEAD"),
    "a link": ("link", lambda path: path.symlink_to("/tmp"), "link"),
}


@pytest.mark.parametrize("kind", PUT)
def test_what_was_put_into_a_published_folder_is_not_deleted(site, tmp_path, kind):
    name, put, named = PUT[kind]
    program.build(site, tmp_path / "out")
    (tmp_path / "out" / name).parent.mkdir(parents=True, exist_ok=True)
    put(tmp_path / "out" / name)
    before = tree.contents(tmp_path / "out")
    done = program.run("build", "--site", site, "--output", tmp_path / "out", *AS_OF)
    assert done.returncode == 2 and f"{tmp_path}/out/{named}" in done.stderr
    assert tree.contents(tmp_path / "out") == before and not leftovers(tmp_path)


def test_what_is_made_from_published_files_does_not_hinder(site, tmp_path):
    program.build(site, tmp_path / "out")
    for name in ("index.html.gz", "rules/index.html.br", ".DS_Store", "rules/.DS_Store"):
        (tmp_path / "out" / name).write_bytes(b"made")
    program.build(site, tmp_path / "out")
    assert not list((tmp_path / "out").rglob("*.br"))


MARKERS = ["", "{}", "[]", '{"generator":"waymark"}', '{"generator":"waymark","format":2,"files":{}}',
           '{"generator":"waymark","format":3}', '{"generator":"waymark","format":1}', '{"generator":"waymark","format":1}\n',
           '{"generator":"waymark","format":2,"files":{\n"index.html":"0"\n}}\n', "\x00"]


@pytest.mark.parametrize("marker", MARKERS)
def test_a_marker_is_believed_only_if_it_fits(site, tmp_path, marker):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/waymark.json").write_text(marker)
    (tmp_path / "out/thesis.odt2").write_text("years of work")
    done = program.run("build", "--site", site, "--output", tmp_path / "out", *AS_OF)
    assert done.returncode == 2 and "thesis.odt2" in done.stderr
    assert (tmp_path / "out/thesis.odt2").read_text() == "years of work"


def test_a_folder_of_the_version_before_is_replaced(site, tmp_path):
    program.build(site, tmp_path / "out")
    (tmp_path / "out/waymark.json").write_text('{"generator":"waymark","format":1}\n')
    program.build(site, tmp_path / "out")
    assert '"format":2' in (tmp_path / "out/waymark.json").read_text()


def test_the_marker_lists_every_file(site, tmp_path):
    program.build(site, tmp_path / "out")
    files = json.loads((tmp_path / "out/waymark.json").read_text())["files"]
    there = {str(path.relative_to(tmp_path / "out")): hashlib.sha256(path.read_bytes()).hexdigest()
             for path in (tmp_path / "out").rglob("*") if path.is_file() and path.name != "waymark.json"}
    assert files == there


def test_compressed_copies_are_published_where_the_site_asks(site, tmp_path):
    program.write_site(site, {"rules.md": program.page("Rules", "Text. " * 1000), "a/plan.pdf": "%PDF-1.4\n" + "x" * 5000})
    program.build(site, tmp_path / "without")
    assert not [*(tmp_path / "without").rglob("*.gz"), *(tmp_path / "without").rglob("*.br")]
    settings = site / "Content/site.yaml"
    settings.write_text(settings.read_text() + "compressed: yes\noffline: yes\n")
    for _ in range(2):
        program.build(site, tmp_path / "out")
    names = {str(path.relative_to(tmp_path / "out")): path for path in (tmp_path / "out").rglob("*") if path.is_file()}
    copies = [name for name in names if name.endswith((".gz", ".br"))]
    for name in copies:
        original = names[name[:-3]].read_bytes()
        assert names[name].stat().st_size < len(original)
        assert not name.endswith(".gz") or gzip.decompress(names[name].read_bytes()) == original
    assert {"rules/index.html.gz", "rules/index.html.br", "index.html.gz"} <= set(copies)
    assert not {"a/plan.pdf.gz", "_headers.gz", "waymark.json.gz"} & set(copies)
    listed = json.loads((tmp_path / "out/waymark.json").read_text())["files"]
    assert set(copies) <= set(listed)
    assert ".gz" not in (tmp_path / "out/service-worker.js").read_text().split("\n")[0]
    assert ".gz" not in (tmp_path / "out/sitemap.xml").read_text() if "sitemap.xml" in names else True


def test_only_what_changed_has_a_new_time(site, tmp_path):
    """Published again in the same second, with a page that changed and kept its length: servers name a version by both."""
    def seconds():
        return {str(path.relative_to(tmp_path / "out")): int(path.stat().st_mtime)
                for path in (tmp_path / "out").rglob("*") if path.is_file()}
    (site / "Content/rules.md").write_text(program.page("Rules", "This page says old."))
    (site / "Content/other.md").write_text(program.page("Other", "Text."))
    program.build(site, tmp_path / "out")
    before = seconds()
    program.build(site, tmp_path / "out")
    again = seconds()
    assert {name for name in again if again[name] != before[name]} == {"waymark.json"}
    (tmp_path / "out/other/index.html").write_text("changed by hand")
    os.utime(tmp_path / "out/other/index.html", (4_000_000_000, 4_000_000_000))
    (site / "Content/rules.md").write_text(program.page("Rules", "This page says new."))
    program.build(site, tmp_path / "out")
    after = seconds()
    changed = {name for name in after if after[name] != again.get(name)}
    assert {"rules/index.html", "other/index.html", "waymark.json"} <= changed and "index.html" not in changed
    assert "404.html" not in changed and after["rules/index.html"] > again["rules/index.html"]


def test_readers_keep_their_copies_of_what_did_not_change(site, tmp_path):
    def page(text):
        (site / "Content/rules.md").write_text(program.page("Rules", f"This page says {text}."))
        program.build(site, tmp_path / "out")

    def ask(tags, path):
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        connection.request("GET", path, headers={"If-None-Match": tags[path]})
        return connection.getresponse().status
    (site / "Content/other.md").write_text(program.page("Other", "Text."))
    page("old")
    with Server({"/": tmp_path / "out"}) as server:
        tags = {path: server.get(path)[1]["etag"] for path in ("/", "/rules/", "/other/")}
        page("new")
        assert [ask(tags, path) for path in tags] == [304, 200, 304]


def test_what_hosts_look_for_is_published(site, tmp_path):
    names = {".well-known/security.txt": "Contact: mailto:help@example.org\n", ".well-known/apple-app-site-association": "{}",
             ".well-known/acme/challenge": "x", "CNAME": "help.example.org\n", ".nojekyll": "", ".domains": "help.example.org\n"}
    program.write_site(site, names)
    for _ in range(2):
        program.build(site, tmp_path / "out")
    assert {name: (tmp_path / "out" / name).read_text() for name in names} == names
    program.write_site(site, {".well-known/page.html": "<script>alert(1)</script>"})
    assert program.run("check", "--site", site).returncode == 1


@pytest.mark.parametrize("umask", [0o077, 0o777 & ~0o500])
def test_a_web_server_can_read_the_site(site, tmp_path, umask):
    program.write_site(site, {"a/form.pdf": "%PDF-1.4\n"})
    done = subprocess.run(program.arguments("build", "--site", site, "--output", tmp_path / "out", *AS_OF), umask=umask,
                          env=program.environment(), capture_output=True)
    assert done.returncode == 0, done.stderr
    for path in [tmp_path / "out", *(tmp_path / "out").rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


@pytest.mark.parametrize("name", ["Content", "Templates"])
def test_a_folder_that_is_a_link_out_of_the_site_is_refused(site, tmp_path, name):
    outside = tmp_path / "outside"
    shutil.move(site / "Content", outside) if name == "Content" else outside.mkdir()
    (site / name).symlink_to(outside)
    done = program.run("build", "--site", site, "--output", tmp_path / "out", *AS_OF)
    assert done.returncode == 1 and f"{name}" in done.stderr and "a place outside" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_link_inside_the_site_is_fine(site, tmp_path):
    shutil.move(site / "Content", site / "text")
    (site / "Content").symlink_to("text")
    program.build(site, tmp_path / "out")


COMMANDS = [["--help"], ["--version"], ["build"], ["build", "--quiet", "--format", "json"], ["check"], ["check", "--format", "json"],
            ["check", "--format", "sarif"], ["check", "--format", "github"], ["explain"], ["explain", "link/unknown-page"], ["schema"],
            ["new", "page", "other"], ["test", "--suggest"], ["--generate-completion-script", "bash"]]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_output_that_cannot_be_written_is_a_failure(site, command):
    (site / "Content/rules.md").write_text(program.page("Rules", "Click [here](https://example.org/)."))
    words = program.run(*command, cwd=site)
    if words.returncode == 0 and words.stdout:
        (site / "Content/other.md").unlink(missing_ok=True)
        with open("/dev/full", "w") as full:
            done = subprocess.run(program.arguments(*command), cwd=site, env=program.environment(), stdout=full, stderr=subprocess.PIPE)
        assert done.returncode == 2 and b"cannot be written" in done.stderr


# Where the output may be.

@pytest.mark.parametrize("output", ["out", "out/", "./out", "a/b/c/out", "../elsewhere/out", "with space/öut", "out//", "-o"])
def test_output_elsewhere(site, tmp_path, output):
    done = program.run("build", f"--output={output}", *AS_OF, cwd=site)
    assert done.returncode == 0, done.stderr
    assert (site / output / "index.html").is_file() and not leftovers((site / output).parent)


def test_output_by_absolute_path_with_slash(site, tmp_path):
    program.build(site, f"{tmp_path}/deep/er/out/")
    assert (tmp_path / "deep/er/out/index.html").is_file()


def test_output_beside_content_by_default(site):
    assert program.run("build", "--site", site, *AS_OF, cwd="/").returncode == 0
    assert (site / "Public/index.html").is_file()


# What goes wrong.

def test_error_leaves_the_published_site(site, tmp_path):
    program.build(site, tmp_path / "out")
    before = tree.contents(tmp_path / "out")
    (site / "Content/broken.md").write_text(BROKEN)
    done = program.run("build", "--site", site, "--output", tmp_path / "out", *AS_OF)
    assert done.returncode == 1 and "broken.md" in done.stderr
    assert tree.contents(tmp_path / "out") == before and not leftovers(tmp_path)


def test_error_publishes_nothing(site, tmp_path):
    (site / "Content/broken.md").write_text(BROKEN)
    assert program.run("build", "--site", site, "--output", tmp_path / "a/out", *AS_OF).returncode == 1
    assert not (tmp_path / "a").exists()


@contextlib.contextmanager
def unprivileged():
    """A folder for a user who is not root, for whom permissions count, and the program where that user can run it."""
    with tempfile.TemporaryDirectory(prefix="waymark-user-") as name:
        folder = Path(name)
        folder.chmod(0o777)
        shutil.copy(BINARY, folder / "waymark")
        user = {"user": 65534, "group": 65534, "extra_groups": []} if os.getuid() == 0 else {}
        yield folder, lambda *words: subprocess.run(
            [folder / "waymark", *map(str, words)], capture_output=True, text=True, timeout=60, cwd=folder, **user)


def test_read_only_parent(site):
    with unprivileged() as (folder, run):
        shutil.copytree(site, folder / "site")
        (folder / "parent").mkdir()
        program.build(site, folder / "parent/out")
        before = tree.contents(folder / "parent")
        (folder / "parent").chmod(0o555)
        done = run("build", "--site", "site", "--output", "parent/out", *AS_OF)
        (folder / "parent").chmod(0o755)
        assert done.returncode == 2 and "ermission denied" in done.stderr
        assert tree.contents(folder / "parent") == before


def test_unreadable_page_is_a_failure_of_the_machine(site):
    with unprivileged() as (folder, run):
        shutil.copytree(site, folder / "site")
        (folder / "site/Content/rules.md").chmod(0)
        done = run("build", "--site", "site", "--output", "out", *AS_OF)
        assert done.returncode == 2 and "rules.md" in done.stderr and not (folder / "out").exists()


@pytest.fixture
def small_disk():
    """A file system of 600 kB: needs the right to mount."""
    with tempfile.TemporaryDirectory(prefix="waymark-disk-") as name:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", name], capture_output=True)
        if mounted.returncode != 0:
            pytest.skip("may not mount a small file system here")
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", name], check=True)


def test_full_disk(small_disk, site, two_sites):
    program.build(site, small_disk / "out")
    before = tree.contents(small_disk)
    done = program.run("build", "--site", two_sites[0][0], "--output", small_disk / "out", *AS_OF)
    assert done.returncode == 2 and "No space left" in done.stderr
    assert tree.contents(small_disk) == before


# Killed, hurried, doubled.

def started(site, output, env=None):
    return subprocess.Popen(program.arguments("build", "--site", site, "--output", output, *AS_OF),
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=env or program.environment())


def duration(site, output):
    start = time.monotonic()
    program.build(site, output)
    return time.monotonic() - start


def test_killed_at_any_point(two_sites, tmp_path):
    """Again and again, each time in a random moment of a whole build: what is published is one of the two sites."""
    sites, results = two_sites
    output, chance, interrupted = tmp_path / "out", random.Random(1), 0
    length = min(duration(sites[0], output) for _ in range(3))
    for number in range(15 * ROUNDS):
        process = started(sites[(number + 1) % 2], output)
        time.sleep(chance.uniform(0, length))
        process.kill()
        process.communicate()
        interrupted += process.returncode == -signal.SIGKILL
        assert tree.contents(output) in results, f"neither site after kill {number}"
    assert interrupted >= 3, "the builds were over before they were killed"
    program.build(sites[0], output)
    assert tree.contents(output) == results[0] and not leftovers(tmp_path)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_stopped_by_a_signal(two_sites, tmp_path, name):
    sites, results = two_sites
    program.build(sites[0], tmp_path / "out")
    process = started(sites[1], tmp_path / "out")
    time.sleep(0.03)
    process.send_signal(getattr(signal, name))
    process.communicate(timeout=20)
    assert tree.contents(tmp_path / "out") in results


def test_leftovers_of_a_killed_build_are_cleaned(two_sites, tmp_path):
    """Stopped in the middle of writing for sure: as soon as its folder has files, it is killed."""
    sites, results = two_sites
    process = started(sites[0], tmp_path / "out")
    while process.poll() is None and not list(tmp_path.glob(".out*/guide/*")):
        pass
    process.kill()
    process.communicate()
    assert leftovers(tmp_path)
    program.build(sites[1], tmp_path / "out")
    assert not leftovers(tmp_path) and tree.contents(tmp_path / "out") == results[1]


def test_a_second_build_waits_for_the_first(two_sites, tmp_path):
    sites, results = two_sites
    first = started(sites[0], tmp_path / "out")
    while first.poll() is None and not list(tmp_path.glob(".out*/guide/*")):
        pass
    first.send_signal(signal.SIGSTOP)
    second = started(sites[1], tmp_path / "out")
    # It says whom it waits for before it writes anything.
    line = second.stderr.readline().decode()
    assert f"another build is publishing into {tmp_path}/out (process {first.pid})" in line
    assert len(list(tmp_path.glob(".out*"))) == 1
    first.send_signal(signal.SIGCONT)
    ended = [process.communicate(timeout=60)[1].decode() for process in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0], ended
    assert tree.contents(tmp_path / "out") == results[1] and not leftovers(tmp_path)


def test_a_living_process_number_does_not_keep_a_folder(site, tmp_path):
    """In a container the build before had the same number as this one, or as the shell."""
    for number in (1, os.getpid()):
        (tmp_path / f".out.waymark-{number}-17/guide").mkdir(parents=True)
    program.build(site, tmp_path / "out")
    assert not leftovers(tmp_path)


@pytest.mark.parametrize("is_first", [True, False], ids=["nothing-there", "over-an-old-site"])
def test_two_builds_at_once(two_sites, tmp_path, is_first):
    """Both end well, and one of them is what readers see."""
    sites, results = two_sites
    if not is_first:
        program.build(sites[0], tmp_path / "out")
    for number in range(4 * ROUNDS):
        output = tmp_path / (f"out-{number}" if is_first else "out")
        both = [started(site, output) for site in sites]
        errors = [process.communicate(timeout=60)[1].decode() for process in both]
        assert [process.returncode for process in both] == [0, 0], errors
        assert tree.contents(output) in results and not leftovers(tmp_path)


@contextlib.contextmanager
def reading(read):
    """Reads again and again beside what is tested; yields what went wrong and how often it was read."""
    stop, faults, count = threading.Event(), [], [0]

    def loop():
        while not stop.is_set():
            count[0] += 1
            try:
                read()
            except Exception as error:      # Whatever it is, a reader would have seen it.
                faults.append(repr(error))
    thread = threading.Thread(target=loop)
    thread.start()
    try:
        yield faults, count
    finally:
        stop.set()
        thread.join()


def read_while_building(sites, output, count):
    """Each build is begun and ended between two readings at least."""
    for number in range(6 * ROUNDS):
        before = count[0]
        program.build(sites[number % 2], output)
        while count[0] < before + 3:
            time.sleep(0.01)


def test_reader_of_files_misses_nothing(two_sites, tmp_path):
    sites, _ = two_sites
    output = tmp_path / "out"
    program.build(sites[0], output)
    style = next((output / "assets").glob("*.css")).relative_to(output)

    def read():
        for name in ("index.html", style, "guide/page-149/index.html"):
            assert (output / name).read_bytes()
    with reading(read) as (faults, count):
        read_while_building(sites, output, count)
    assert not faults


def test_reader_over_http_misses_nothing(two_sites, tmp_path):
    sites, _ = two_sites
    output = tmp_path / "out"
    program.build(sites[0], output)
    style = next((output / "assets").glob("*.css")).relative_to(output)
    with Server({"/": output}) as server:
        def read():
            for path in ("/", f"/{style}", "/guide/page-149/"):
                assert server.get(path)[0] == 200, path
        with reading(read) as (faults, count):
            read_while_building(sites, output, count)
    assert not faults
