"""What pages say from Git: when and how they changed, where to edit them. One repository, cloned and broken in many ways."""
import json
import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from support import axe, looks, program, tree
from support.preview import Preview
from support.server import Server
from test_html import checked, unexpected

# The site stands in a folder of the repository whose name has a space, an accent and a sign that addresses encode.
FOLDER = "docs & été"
SETTINGS = """title: A small site
address: https://example.org/
language: en
history: changes
edit: https://github.com/o/r/edit/main/{path}
"""
FAQ = "kind: faq\ntitle: Questions\ngroups:\n  g:\n    title: Licences\n    questions:\n      one: {question: May I?, answer: '%s'}\n"
TIMES = "kind: table\ntitle: Times\ncolumns: {region: Region, days: {label: Days, type: number}}\nrows: {from: times.csv}\n"
WALK = """kind: questionnaire
title: May I take it over?
owner: Desk
reviewed: 2026-01-10
review-every: 1 year
questions:
  bought: {ask: Where was it bought?, one-of: {direct: From us, partner: From a partner}}
outcomes:
  yes-you-may: {title: You may}
  ask-them: {title: Ask the partner}
rules:
  - if: {bought: direct}
    then: yes-you-may
  - else: ask-them
"""
CHANGE = re.compile(r'<li><time datetime="([0-9-]+)">([^<]+)</time>: ([^<]*)</li>')


def git(folder, *words, **variables):
    clean = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "HOME": "/nonexistent",
             "GIT_COMMITTER_NAME": "C", "GIT_COMMITTER_EMAIL": "c@example.org", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    done = subprocess.run(["git", "-C", folder, *words], env=program.environment(**clean | variables), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def commit(folder, date, message):
    git(folder, "add", "-A")
    # Committed a year later than written: what counts is when an author changed the text.
    git(folder, "commit", "-q", "--allow-empty", "-m", message, GIT_AUTHOR_DATE=date, GIT_COMMITTER_DATE=f"2027{date[4:]}")


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """Each commit is one kind of change."""
    root = tmp_path_factory.mktemp("history") / "r"
    site = program.write_site(root / "site", {
        "site.yaml": SETTINGS, "guide/index.md": program.page("Guide", "About returns.", layout="list"),
        "guide/access.md": program.page("Access", "Text.\n" * 40, owner="Desk", reviewed="2026-01-10", review_every="1 year"),
        "guide/late.md": program.page("Late", "Text.", owner="Desk", reviewed="2026-01-10", review_every="6 months", draft="yes"),
        "guide/faq.md": program.page("Questions", "{{ faq q }}\n\n{{ table times }}"), "data/q.yaml": FAQ % "Yes.",
        "data/times.yaml": TIMES, "data/times.csv": "region,days\nHome,5\n", "questionnaires/take-over.yaml": WALK})
    (root / "program.txt").write_text("Not content.")
    git(root, "init", "-q", "-b", "main")
    commit(root, "2026-01-10T12:00:00+0000", "Start the site")
    access = site / "Content/guide/access.md"
    change(access, "Returns take ten days.")
    # Half past eleven in the evening for its author is the next day in Greenwich.
    commit(root, "2026-02-01T23:30:00-0800", "Say how long a return takes (#12)")
    change(access, "Returns  take ten days.")
    commit(root, "2026-03-01T12:00:00+0000", "Fix a space\n\nReaders: none")
    change(access, "Parts come first.")
    commit(root, "2026-04-01T12:00:00+0000", "Refactor <returns> & co\n\nAs agreed.\n\nReaders: Say that\n parts come “first” & <last>.")
    access.rename(access.with_name("été.md"))
    commit(root, "2026-05-01T12:00:00+0000", "Rename a page")
    (site / "Content/data/q.yaml").write_text(FAQ % "Yes, with proof.")
    commit(root, "2026-06-01T12:00:00+0000", "Ask for proof")
    (site / "Content/data/times.csv").write_text("region,days\nHome,6\n")
    commit(root, "2026-06-02T12:00:00+0000", "Take six days at home")
    site.rename(root / FOLDER)
    commit(root, "2026-07-01T12:00:00+0000", "Move the site")
    git(root, "branch", "old", "HEAD~4")
    git(root, "checkout", "-q", "old")
    change(root / "site/Content/guide/access.md", "Written under the old name.")
    commit(root, "2026-07-15T12:00:00+0000", "Say it under the old name")
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--no-edit", "old")
    change(root / FOLDER / "Content/questionnaires/take-over.yaml", "# A note.")
    commit(root, "2026-08-01T12:00:00+0000", "Mend the questionnaire")
    git(root, "config", "uploadpack.allowFilter", "true")
    return root


def change(file, line):
    file.write_text(f"{file.read_text()}\n{line}\n")


@pytest.fixture(scope="module")
def built(repository, tmp_path_factory):
    folder = tmp_path_factory.mktemp("built") / "Public"
    program.build(repository / FOLDER, folder, "--strict")
    return folder


def page(folder, address):
    return (folder / address / "index.html").read_text()


def changes(text):
    return [(day, words) for day, _, words in CHANGE.findall(text)]


def changed(text):
    found = re.search(r'<dt>Last changed</dt><dd><a href="#page-changes"><time datetime="([^"]+)">', text)
    return found and found[1]


ACCESS = [("2026-07-15", "Say it under the old name"), ("2026-04-01", "Say that parts come “first” &amp; &lt;last&gt;."),
          ("2026-02-01", "Say how long a return takes"), ("2026-01-10", "Start the site")]


def test_a_page_tells_its_changes_in_readers_words(built):
    """Moved twice, once with all others; without what readers need not know, and without the number of a request."""
    text = page(built, "guide/été")
    assert changes(text) == ACCESS and changed(text) == "2026-07-15"
    assert '<time datetime="2026-02-01">1 February 2026</time>' in text


def test_data_counts_where_it_is_shown(built):
    text = page(built, "guide/faq")
    assert changes(text) == [("2026-06-02", "Take six days at home"), ("2026-06-01", "Ask for proof"), ("2026-01-10", "Start the site")]


def test_a_questionnaire_has_a_history_of_its_own(built):
    for address in ["questionnaires/take-over", "questionnaires/take-over/policy"]:
        text = page(built, address)
        assert changes(text) == [("2026-08-01", "Mend the questionnaire"), ("2026-01-10", "Start the site")]
        assert "<dt>Owner</dt><dd>Desk</dd>" in text and "edit/main/docs%20%26%20%C3%A9t%C3%A9/Content/questionnaires/take-over.yaml" in text


def test_edit_and_host_addresses(built):
    text = page(built, "guide/été")
    place = "docs%20%26%20%C3%A9t%C3%A9/Content/guide/%C3%A9t%C3%A9.md"
    assert f'href="https://github.com/o/r/edit/main/{place}">Edit this page' in text
    assert f'href="https://github.com/o/r/commits/main/{place}"' in text


def test_crawlers_get_the_day(built):
    assert "<loc>https://example.org/guide/faq/</loc><lastmod>2026-06-02</lastmod>" in (built / "sitemap.xml").read_text()


def test_only_dates(repository, tmp_path):
    site = shutil.copytree(repository, tmp_path / "r") / FOLDER
    settings = site / "Content/site.yaml"
    settings.write_text(SETTINGS.replace("changes", "dates").replace("github.com/o/r/edit", "cms.example"))
    program.build(site, tmp_path / "Public", "--strict")
    text = page(tmp_path / "Public", "guide/été")
    assert '<dt>Last changed</dt><dd><time datetime="2026-07-15">' in text and "page-changes" not in text


def test_what_is_not_committed_has_no_history(repository, tmp_path):
    site = shutil.copytree(repository, tmp_path / "r") / FOLDER
    (site / "Content/guide/new.md").write_text(program.page("New", "Not committed."))
    change(site / "Content/guide/été.md", "Not committed either.")
    program.build(site, tmp_path / "Public", "--strict")
    text = page(tmp_path / "Public", "guide/new")
    assert "page-facts" not in text
    # What was changed since still says when the last commit was.
    assert changes(page(tmp_path / "Public", "guide/été")) == ACCESS and "Not committed either" in page(tmp_path / "Public", "guide/été")


def clone(repository, folder, *options):
    git(folder.parent, "clone", "-q", *options, repository.as_uri(), folder)
    return folder / FOLDER


def differences(site, built, out, **variables):
    done = program.build(site, out, "--strict", env=program.environment(**variables))
    assert not done.stderr
    return tree.differences(tree.contents(built), tree.contents(out))


SURROUNDINGS = {
    "clone": {}, "far-east": {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "de"},
    # What a hook of another repository is run with.
    "hook": {"GIT_DIR": "/nonexistent", "GIT_WORK_TREE": "/", "GIT_INDEX_FILE": "/nonexistent/index", "GIT_PREFIX": "x/"},
    "variables": {"GIT_LITERAL_PATHSPECS": "1", "GIT_PAGER": "false", "GIT_EXTERNAL_DIFF": "false", "GIT_TRACE": "1"},
}


@pytest.mark.parametrize("name", [*SURROUNDINGS, "settings", "worktree", "submodule"])
def test_same_bytes_everywhere(repository, built, tmp_path, name):
    variables = dict(SURROUNDINGS.get(name, {}))
    if name == "worktree":
        git(repository, "worktree", "add", "-q", "--detach", tmp_path / "r")
        site = tmp_path / "r" / FOLDER
    elif name == "submodule":
        git(tmp_path, "init", "-q", "outer")
        git(tmp_path / "outer", "-c", "protocol.file.allow=always", "submodule", "add", "-q", repository.as_uri(), "inner")
        site = tmp_path / "outer/inner" / FOLDER
    else:
        site = clone(repository, tmp_path / "r")
    if name == "settings":
        (tmp_path / "config").write_text(
            "[log]\nshowSignature = true\ndate = relative\nfollow = true\n[diff]\nrenames = false\nrelative = true\nnoprefix = true\n"
            "[core]\nquotePath = true\npager = false\n[color]\nui = always\n[i18n]\nlogOutputEncoding = ISO-8859-1\n"
            "[trailer]\nseparators = \"#\"\n[format]\npretty = oneline\n")
        variables["GIT_CONFIG_GLOBAL"] = str(tmp_path / "config")
    assert not differences(site, built, tmp_path / "Public", **variables)
    if name == "worktree":
        git(repository, "worktree", "remove", tmp_path / "r")


def test_content_as_a_submodule(repository, tmp_path):
    """The folder itself is the root of a repository."""
    content = shutil.copytree(repository / FOLDER / "Content", tmp_path / "content")
    git(content, "init", "-q", "-b", "main")
    commit(content, "2026-09-01T12:00:00+0000", "Start again")
    git(tmp_path, "init", "-q", "outer")
    git(tmp_path / "outer", "-c", "protocol.file.allow=always", "submodule", "add", "-q", content.as_uri(), "Content")
    program.build(tmp_path / "outer", tmp_path / "Public", "--strict")
    text = page(tmp_path / "Public", "guide/été")
    assert changes(text) == [("2026-09-01", "Start again")] and "edit/main/guide/%C3%A9t%C3%A9.md" in text


def test_shallow_clone(repository, tmp_path):
    site = clone(repository, tmp_path / "r", "--depth", "1")
    done = program.build(site, tmp_path / "Public", "--format", "json")
    (message,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (message["rule"], message["severity"], message["file"], message["line"]) == ("history/shallow", "warning", "Content/site.yaml", 4)
    assert "fetch-depth: 0" in message["help"] and "GIT_DEPTH: 0" in message["help"]
    text = page(tmp_path / "Public", "guide/été")
    assert "Last changed" not in text and "page-changes" not in text and "docs%20%26%20%C3%A9t%C3%A9/Content/guide/%C3%A9t%C3%A9.md" in text
    assert program.run("check", "--site", site, "--strict").returncode == 1
    settings = site / "Content/site.yaml"
    settings.write_text(settings.read_text() + "checks: {history/shallow: off}\n")
    assert not program.build(site, tmp_path / "Public", "--strict").stderr


def test_partial_clone_fetches_nothing(repository, tmp_path):
    """Without the texts of old versions, files that were moved unchanged are followed all the same."""
    site = clone(repository, tmp_path / "r", "--filter=blob:none")
    repository.rename(repository.with_name("gone"))
    try:
        program.build(site, tmp_path / "Public", "--strict")
    finally:
        repository.with_name("gone").rename(repository)
    assert changes(page(tmp_path / "Public", "guide/été")) == ACCESS


def test_without_a_repository_nothing_is_said(repository, tmp_path):
    site = shutil.copytree(repository / FOLDER, tmp_path / "site")
    done = program.build(site, tmp_path / "Public", "--strict")
    text = page(tmp_path / "Public", "guide/été")
    assert not done.stderr and "Last changed" not in text and "edit/main/Content/guide/%C3%A9t%C3%A9.md" in text
    git(tmp_path, "init", "-q", "site")
    assert not program.build(site, tmp_path / "Public", "--strict").stderr


def fake_git(folder, script):
    folder.mkdir()
    (folder / "git").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "git").chmod(0o755)
    return {"PATH": f"{folder}:{os.environ['PATH']}"}


@pytest.mark.parametrize("script, message, remedy", [
    ("echo \"fatal: detected dubious ownership in repository at '/a b'\" >&2; exit 128", "does not trust the repository",
     "git config --global --add safe.directory '/a b'"),
    ("echo fatal: bad tree >&2; exit 128", "Git cannot read the repository: bad tree", "git log"),
    ("kill -9 $$", "Git cannot read the repository", "git log"),
    ("case \"$*\" in *rev-parse*) printf 'false\\nHEAD\\nlogs/HEAD\\n\\n';; *) printf 'commit x %%as \\n%%s\\n\\0';; esac",
     "its output cannot be understood", "git log"),
    (None, "git is not installed", "install it"),
])
def test_git_that_cannot_answer(repository, tmp_path, script, message, remedy):
    variables = {"PATH": str(tmp_path)} if script is None else fake_git(tmp_path / "bin", script)
    done = program.build(repository / FOLDER, tmp_path / "Public", env=program.environment(**variables))
    assert "warning[history/unreadable]" in done.stderr and message in done.stderr and remedy in done.stderr
    assert "Last changed" not in page(tmp_path / "Public", "guide/été")


def test_git_is_not_run_for_sites_that_do_not_ask(tmp_path):
    site = program.write_site(tmp_path / "site", {"a.md": program.page("A", "Text.")})
    git(tmp_path, "init", "-q", "site")
    variables = fake_git(tmp_path / "bin", f"touch '{tmp_path}/run'; exit 1")
    program.build(site, tmp_path / "Public", "--strict", env=program.environment(**variables))
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("field, message", [
    ("history: yes", "expected no, dates or changes, found \"yes\""),
    ("edit: https://example.org/edit/", "expected a web address with {path} in it"),
])
def test_settings_are_checked(tmp_path, field, message):
    site = program.write_site(tmp_path, {"site.yaml": f"title: T\n{field}\n"})
    done = program.run("check", "--site", site)
    assert done.returncode == 1 and message in done.stderr and "Content/site.yaml:2:" in done.stderr


def test_preview_shows_a_commit_at_the_next_change(repository, tmp_path):
    root = shutil.copytree(repository, tmp_path / "r")
    content = root / FOLDER / "Content"
    with Preview(root / FOLDER) as preview:
        assert changed(preview.text("/guide/%C3%A9t%C3%A9/")) == "2026-07-15"
        assert "Due for review" in preview.text("/due-for-review/")
        change(content / "guide/été.md", "One more.")
        commit(root, "2026-10-01T12:00:00+0000", "Say one more thing")
        preview.change("guide/index.md", program.page("Guide", "About all.", layout="list"))
        preview.comes("/guide/%C3%A9t%C3%A9/", lambda answer: changed(answer[2].decode()) == "2026-10-01")


# What has to be reviewed.

def test_readers_do_not_get_the_list_of_reviews(built):
    assert not (built / "due-for-review").exists() and "due-for-review" not in page(built, "guide")


@pytest.fixture(scope="module")
def drafted(repository, tmp_path_factory):
    folder = tmp_path_factory.mktemp("drafted") / "Public"
    program.build(repository / FOLDER, folder, "--drafts")
    return folder


def test_editors_get_the_list_of_reviews(drafted):
    text = page(drafted, "due-for-review")
    now, later = text.split('<h2 id="now">')[1].split('<h2 id="later">')
    assert "Late" in now and '<time datetime="2026-07-10">10 July 2026</time>' in now
    assert "Access" in later and "May I take it over?" in later and "<td>Desk</td>" in later and '<meta name="robots" content="noindex">' in text
    assert 'href="../due-for-review/">Due for review</a>' in page(drafted, "guide")


def test_questionnaires_are_reviewed_too(repository):
    done = program.run("check", "--site", repository / FOLDER, "--as-of", "2027-01-11")
    assert "the questionnaire was due for review on 2027-01-10" in done.stderr and "its owner is Desk" in done.stderr


def owned(repository, *words):
    return program.run("check", "--site", repository / FOLDER, "--as-of", program.DAY, "--drafts", "--owner", *words)


def test_owner(repository, tmp_path):
    done = owned(repository, "Desk")
    assert done.returncode == 0 and "review-due" in done.stderr
    assert done.stdout == (
        "Content/guide/late.md: was due for review on 2026-07-10, last reviewed on 2026-01-10\n"
        "Content/guide/été.md: next review on 2027-01-10, last reviewed on 2026-01-10\n"
        "Content/questionnaires/take-over.yaml: next review on 2027-01-10, last reviewed on 2026-01-10\nno errors\n")
    assert owned(repository, "Desk", "--strict").returncode == 1
    lines = [json.loads(line) for line in owned(repository, "Desk", "--format", "json").stdout.splitlines()]
    assert [(line["rule"], line["file"]) for line in lines] == [("page/review-due", "Content/guide/late.md")]
    assert owned(repository, "Desk", "--format", "github").stdout.startswith("::warning")
    assert json.loads(owned(repository, "Desk", "--format", "sarif").stdout)["runs"][0]["results"]


def test_owner_sees_only_what_is_theirs(tmp_path):
    site = program.write_site(tmp_path, {
        "a.md": program.page("A", "[x](missing.md)", owner="Ann"), "b.md": program.page("B", "[x](gone.md)", owner="Bob"),
        "c.md": program.page("C", "[x](lost.md)"), "questionnaires/q.yaml": "kind: questionnaire\ntitle: Q\nowner: Ann\n"})
    done = program.run("check", "--site", site, "--owner", "Ann")
    assert done.returncode == 1 and "missing.md" in done.stderr and "q.yaml" in done.stderr
    assert "gone.md" not in done.stderr and "lost.md" not in done.stderr
    done = program.run("check", "--site", site, "--owner", "Anm")
    assert done.returncode == 64 and "did you mean Ann?" in done.stderr
    done = program.run("check", "--site", site, "--owner", "Somebody else entirely")
    assert done.returncode == 64 and "there are Ann and Bob" in done.stderr


# How it looks.

def test_pages_are_accessible(built, drafted, server_of, tabs):
    for folder, address in [(built, "guide/%C3%A9t%C3%A9/"), (drafted, "due-for-review/")]:
        tab = tabs(own="history")
        tab.goto(f"{server_of(folder)}/{address}", wait_until="networkidle")
        tab.evaluate(axe.OPEN_ALL)
        assert not looks.faults(tab)


def test_a_link_to_the_changes_opens_them(built, server_of, tabs):
    tab = tabs(own="history")
    tab.goto(f"{server_of(built)}/guide/%C3%A9t%C3%A9/", wait_until="networkidle")
    assert not tab.locator(".page-facts details").evaluate("element => element.open")
    tab.get_by_role("link", name="15 July 2026").click()
    assert tab.locator(".page-facts details").evaluate("element => element.open")
    tab.emulate_media(media="print")
    assert not tab.locator(".page-facts details").is_visible() and tab.get_by_text("Last changed").is_visible()
    tab.emulate_media(media="screen")


@pytest.fixture(scope="module")
def server_of():
    running = {}
    yield lambda folder: running.setdefault(folder, Server({"/": folder}).__enter__()).origin
    for server in running.values():
        server.__exit__(None, None, None)


def test_pages_are_valid(built, drafted):
    for folder, paths in ((built, ["guide/été/index.html", "questionnaires/take-over/index.html"]), (drafted, ["due-for-review/index.html"])):
        assert not [fault for messages in checked(folder, paths).values()
                    for fault in unexpected(message for message in messages if message["type"] != "info")]


# A folder of content that brings a repository with it.

def bare(folder, settings):
    """What makes a folder a bare repository, as anybody can commit it."""
    for name in ("objects", "refs"):
        (folder / name).mkdir()
        (folder / name / ".gitkeep").write_text("")
    (folder / "HEAD").write_text("ref: refs/heads/main\n")
    (folder / "config").write_text(f"[core]\n\trepositoryformatversion = 0\n\tbare = true\n{settings}")


HOSTILE = ["[diff]\n\torderFile = /dev/zero\n", "[core]\n\tattributesFile = /dev/zero\n", "[include]\n\tpath = /dev/zero\n",
           "[mailmap]\n\tfile = /dev/zero\n", "[core]\n\tfsmonitor = touch ran\n", "[core]\n\tworktree = /\n",
           "[diff]\n\texternal = touch ran\n", "[gpg]\n\tprogram = touch\n[log]\n\tshowSignature = true\n"]


@pytest.mark.parametrize("settings", HOSTILE)
def test_settings_of_a_repository_among_the_files_are_not_obeyed(tmp_path, settings):
    site = program.write_site(tmp_path / "site")
    (site / "Content/site.yaml").write_text(SETTINGS)
    bare(site, settings)
    started = time.monotonic()
    done = program.run("check", "--site", site)
    assert done.returncode == 0 and "bare repository" in done.stderr and "history/unreadable" in done.stderr
    assert not (site / "ran").exists() and not (site / "Content/ran").exists()
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("name", ["config", "pipe"])
def test_a_pipe_in_a_repository_among_the_files_is_not_waited_for(tmp_path, name):
    site = program.write_site(tmp_path / "site")
    (site / "Content/site.yaml").write_text(SETTINGS)
    bare(site, "[include]\n\tpath = pipe\n[diff]\n\torderFile = pipe\n")
    (site / name).unlink(missing_ok=True)
    os.mkfifo(site / name)
    started = time.monotonic()
    done = program.run("check", "--site", site)
    assert done.returncode == 0 and "bare repository" in done.stderr
    assert time.monotonic() - started < 20


# What a user includes in the settings of a repository is the user's; it takes time, and no more.
@pytest.mark.parametrize("settings", [each for each in HOSTILE if "[include]" not in each])
def test_settings_of_the_repository_start_nothing_and_read_no_device(tmp_path, settings):
    site = program.write_site(tmp_path / "site")
    (site / "Content/site.yaml").write_text(SETTINGS)
    subprocess.run("git init -q . && git add -A && git -c user.name=a -c user.email=a@example.org commit -qm Start", shell=True, check=True,
                   cwd=site)
    with (site / ".git/config").open("a") as config:
        config.write(settings)
    limit = "ulimit -v 4000000; exec \"$@\""
    done = subprocess.run(["sh", "-c", limit, "sh", *program.arguments("check", "--site", site)], env=program.environment(),
                          capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and not (site / "ran").exists() and not (site / "Content/ran").exists()
