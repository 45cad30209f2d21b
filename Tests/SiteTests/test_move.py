"""`waymark move` as a command: what it prints, what Git sees, and that it can be killed at any time."""
import shutil
import signal
import subprocess
import time

import pytest

from support import places, program

DATED = ["--as-of", program.DAY]


def git(folder, *words):
    return subprocess.run(["git", "-C", folder, "-c", "user.name=T", "-c", "user.email=t@example.org", *words], check=True,
                          capture_output=True, text=True).stdout


def files(site):
    content = site / "Content"
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}


@pytest.fixture
def real(tmp_path):
    """The real content in a repository of its own."""
    shutil.copytree(places.ROOT / "Content", tmp_path / "Content")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Before")
    return tmp_path


@pytest.mark.parametrize("old, new", [("entitlement", "rights"), ("relicensing/steps.md", "reference/steps/index.md")], ids=["folder", "page"])
def test_a_move_is_what_the_dry_run_says_and_git_sees_renames(real, old, new):
    if new.endswith("index.md"):
        assert program.run("move", old, new, "--dry-run", "--site", real, *DATED).returncode == 0
    before = files(real)
    dry = program.run("move", old, new, "--dry-run", "--site", real, *DATED)
    assert dry.returncode == 0 and files(real) == before, dry.stderr
    done = program.run("move", old, new, "--site", real, *DATED)
    assert done.returncode == 0 and done.stdout.splitlines()[0].startswith(f"moved {old} to {new}")
    assert done.stdout.endswith("next: waymark check\n")
    after = files(real)
    strict = [program.run("check", "--strict", "--site", site, "--as-of", program.REVIEWED).stderr for site in (real, places.ROOT)]
    assert strict[0] == strict[1]
    git(real, "add", "-A")
    changes = git(real, "diff", "--cached", "--name-status", "-M").splitlines()
    moved = [path for path in before if path == old or path.startswith(old + "/")]
    assert sum(change.startswith("R") for change in changes) == len(moved)
    assert {change[0] for change in changes} == {"R", "M"}
    git(real, "reset", "-q", "--hard")
    subprocess.run(["git", "-C", real, "apply", "-"], input=dry.stdout, text=True, check=True)
    assert files(real) == after


def test_old_addresses_lead_on(real, tmp_path):
    program.run("move", "entitlement/access.md", "entitlement/ask.md", "--site", real, *DATED)
    program.build(real, tmp_path / "out")
    assert "/entitlement/access/ /entitlement/ask/ 301" in (tmp_path / "out/_redirects").read_text().replace("https://", "")
    assert 'url=../ask/' in (tmp_path / "out/entitlement/access/index.html").read_text()


@pytest.mark.parametrize("words, status, said", [
    (["entitlement/acess.md", "x.md"], 1, "did you mean entitlement/access.md?"),
    (["entitlement/access.md", "index.md"], 1, "index.md already exists"),
    (["entitlement/access.md", "data/access.md"], 1, "data cannot contain pages"),
    (["entitlement/access.md"], 64, "Missing expected argument"),
], ids=str)
def test_refusals(real, words, status, said):
    before = files(real)
    done = program.run("move", *words, "--site", real)
    assert done.returncode == status and said in done.stderr and done.stdout == "" and files(real) == before
    if status == 1:
        assert "nothing was moved" in done.stderr


def test_a_move_that_is_killed_is_finished_by_the_same_command(tmp_path):
    """Two hundred pages that link to one another; killed at times spread over the whole run."""
    program.numbered_site(tmp_path / "site", 200, "much")
    page = tmp_path / "site/Content/other.md"
    page.write_text(program.page("Other", "\n".join(f"[{n}](guide/page-{n:03}.md)" for n in range(200))))
    whole = shutil.copytree(tmp_path / "site", tmp_path / "whole")
    start = time.monotonic()
    assert program.run("move", "guide", "help/manual", "--site", whole, *DATED).returncode == 1      # help/ has no page of its own.
    assert program.run("move", "guide", "manual", "--site", whole, *DATED).returncode == 0
    seconds = (time.monotonic() - start) * 0.6
    expected, states = files(whole), set()
    for turn in range(8):
        site = shutil.copytree(tmp_path / "site", tmp_path / f"turn-{turn}")
        process = subprocess.Popen(program.arguments("move", "guide", "manual", "--site", site, *DATED), stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=program.environment())
        time.sleep(seconds * (turn + 1) / 8)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        found = files(site)
        states.add("none" if found == files(tmp_path / "site") else "all" if found == expected else "between")
        if found != expected:
            done = program.run("move", "guide", "manual", "--site", site, *DATED)
            assert done.returncode == 0, done.stderr
        assert files(site) == expected
    assert "none" in states or "between" in states
