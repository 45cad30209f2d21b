"""The files that owners of sites copy from Integrations: workflows of two hosts, whose commands are run, and a Git hook."""
import os
import re
import shutil
import subprocess
import sys
import time

import pytest
import yaml

from support import places, program

FOLDER = places.ROOT / "Integrations"
WORKFLOW, PIPELINE, HOOK = FOLDER / "github/site.yml", FOLDER / "gitlab/.gitlab-ci.yml", FOLDER / "git/pre-commit"
CHANGES, PUSH_HOOK = FOLDER / "github/changes.yml", FOLDER / "git/pre-push"
GOOD = program.page("One", "A good page.")
BROKEN = program.page("One", "[Broken](nowhere.md)")


@pytest.mark.parametrize("schema, file", [
    ("vendor.github-workflows", WORKFLOW), ("vendor.github-workflows", CHANGES), ("vendor.gitlab-ci", PIPELINE)])
def test_the_hosts_schemas_are_followed(schema, file, tmp_path):
    def check(path):
        return subprocess.run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, path], capture_output=True, text=True)
    assert (done := check(file)).returncode == 0, done.stdout
    (tmp_path / "wrong.yml").write_text(re.sub(r"(?m)^( +)(steps|script):", r"\1\2-of-it:", file.read_text()))
    assert check(tmp_path / "wrong.yml").returncode == 1


@pytest.mark.parametrize("page, file", [
    ("github-pages", WORKFLOW), ("changes", CHANGES), ("changes", PUSH_HOOK), ("gitlab-pages", PIPELINE), ("pre-commit", HOOK)])
def test_the_documentation_quotes_them(page, file):
    text = (places.ROOT / f"Documentation/Content/publishing/{page}.md").read_text()
    assert f"\n{file.read_text()}```\n" in text


def git(folder, *words, env=None):
    return subprocess.run(["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *map(str, words)], cwd=folder,
                          env=env or program.environment(), capture_output=True, text=True, timeout=60)


def repository(folder):
    """The site in a folder as the first commit of a repository."""
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "The site"]):
        assert git(folder, *words).returncode == 0
    return folder


class Host:
    """A scratch site on a machine of a host, and a repository of Waymark: its own script, but no source to build.

    A hook of Git puts the program where the script finds it built and new, as a build of some minutes would.
    """

    def __init__(self, folder):
        self.site = repository(program.write_site(folder / "site", {"one.md": GOOD}))
        source = folder / "source"
        for name in ("Sources", "Templates"):
            (source / name).mkdir(parents=True)
            (source / name / "nothing").touch()
        (source / "Package.swift").touch()
        shutil.copy(places.ROOT / "waymark", source / "waymark")
        repository(source)
        hook = folder / "template/hooks/post-checkout"
        hook.parent.mkdir(parents=True)
        hook.write_text(f"#!/bin/sh\nmkdir -p .build/release && ln -sf '{places.BINARY}' .build/release/waymark\n")
        hook.chmod(0o755)
        self.commit = git(source, "rev-parse", "HEAD").stdout.strip()
        self.variables = {"SITE": ".", "WAYMARK_SOURCE": source.as_uri(), "GITHUB_OUTPUT": str(folder / "output")}
        self.template = str(folder / "template")

    def run(self, script, variables, builds):
        """As runners do: Bash, which stops at the first command that fails. What builds without `builds` finds no program."""
        env = program.environment(**variables | self.variables)
        if builds:
            env["GIT_TEMPLATE_DIR"] = self.template
        return subprocess.run(["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script], cwd=self.site, env=env,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)


@pytest.fixture
def host(tmp_path):
    return Host(tmp_path)


def test_each_step_for_github_runs(host, tmp_path):
    workflow = yaml.safe_load(WORKFLOW.read_text())
    steps = [step for step in workflow["jobs"]["build"]["steps"] if "run" in step]
    assert [step["name"] for step in steps] == [
        "Install Git, if the container has none", "Get Waymark's source", "Build the program, if it isn't cached", "Check the site",
        "Build the site"]
    # A host pastes `${{ … }}` into the text of a script, where it could be a command.
    assert not any("${{" in step["run"] for step in steps)

    def run(step, builds):
        return host.run(step["run"], workflow["env"], builds)
    for step in steps:
        done = run(step, builds=True)
        assert done.returncode == 0, f"{step['name']}: {done.stderr}"
    assert (tmp_path / "output").read_text() == f"commit={host.commit}\n"
    assert (host.site / "Public/one/index.html").is_file()
    # The next time the program comes from the cache.
    (host.site / "Content/one.md").write_text(BROKEN)
    for step in steps:
        if step.get("if") == "steps.program.outputs.cache-hit != 'true'":
            continue
        done = run(step, builds=False)
        if step["name"] in ("Check the site", "Build the site"):
            assert done.returncode == 1
        else:
            assert done.returncode == 0, done.stderr
        if step["name"] == "Check the site":
            assert done.stdout.startswith("::error file=Content/one.md,line=5,")
    assert "A good page" in (host.site / "Public/one/index.html").read_text()


def test_each_job_for_gitlab_runs(host):
    pipeline = yaml.safe_load(PIPELINE.read_text())
    before = pipeline[".waymark"]["before_script"]

    def run(job, builds):
        assert pipeline[job]["extends"] == ".waymark"
        return host.run("\n".join(before + pipeline[job]["script"]), pipeline["variables"], builds)
    done = run("pages", builds=True)
    assert done.returncode == 0, done.stderr
    assert (host.site / "public/one/index.html").is_file() and pipeline["pages"]["artifacts"]["paths"] == ["public"]
    assert (host.site / ".waymark/commit").read_text() == host.commit + "\n"
    done = run("check", builds=False)
    assert done.returncode == 0, done.stderr
    (host.site / "Content/one.md").write_text(BROKEN)
    done = run("check", builds=False)
    assert done.returncode == 1 and "error[link/unknown-page]" in done.stderr


POLICY = """kind: questionnaire
title: May I return it?
questions:
  used: {ask: Have you used it?}
outcomes: {refund: {title: You get your money back}, no-return: {title: You can't return it}}
rules:
  - {if: {used: yes}, then: no-return}
  - {else: refund}
"""


def policy_changed(site):
    """One row of the policy leads elsewhere, in a second commit on a branch."""
    policy = site / "Content/questionnaires/returns.yaml"
    policy.parent.mkdir(exist_ok=True)
    policy.write_text(POLICY)
    git(site, "add", "-A"), git(site, "commit", "-q", "-m", "A policy")
    git(site, "update-ref", "refs/remotes/origin/main", "HEAD")
    policy.write_text(POLICY.replace("used: yes}, then: no-return", "used: yes}, then: refund").replace("else: refund", "else: no-return"))
    git(site, "add", "-A"), git(site, "commit", "-q", "-m", "The other way round")


def test_a_pull_request_gets_one_comment(host, tmp_path):
    """Made, and updated; the script runs in node with a stand-in for GitHub."""
    workflow = yaml.safe_load(CHANGES.read_text())
    steps = workflow["jobs"]["changes"]["steps"]
    assert not any("${{" in step.get("run", "") for step in steps)
    policy_changed(host.site)
    variables = workflow["env"] | {"GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    for step in steps:
        if "run" in step:
            done = host.run(step["run"], variables, builds=True)
            assert done.returncode == 0, f"{step['name']}: {done.stderr}"
    assert "2 of 2 combinations of answers lead to another result" in (tmp_path / "summary").read_text()
    script = steps[-1]["with"]["script"]

    def calls(comments):
        stand_in = f"""
            const calls = [];
            const context = {{ repo: {{ owner: 'o', repo: 'r' }}, issue: {{ number: 7 }} }};
            const issues = {{ listComments: 0, updateComment: async given => calls.push(['update', given]),
                createComment: async given => calls.push(['create', given]) }};
            const github = {{ paginate: async () => {comments}, rest: {{ issues }} }};
            (async () => {{ {script}
                console.log(JSON.stringify(calls)); }})();"""
        done = subprocess.run(["node", "-e", stand_in], cwd=host.site, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return yaml.safe_load(done.stdout)
    [[what, given]] = calls("[{ id: 3, body: 'Looks good' }]")
    assert (what, given["issue_number"]) == ("create", 7) and "another result" in given["body"]
    [[what, given]] = calls("[{ id: 3, body: 'Looks good' }, { id: 4, body: '<!-- waymark diff -->\\nOld' }]")
    assert (what, given["comment_id"]) == ("update", 4)
    (host.site / ".waymark/changes.md").write_text("")
    assert calls("[]") == []
    [[what, given]] = calls("[{ id: 4, body: '<!-- waymark diff -->\\nOld' }]")
    assert what == "update" and given["body"].endswith("Nothing is different for readers.")


def test_a_merge_request_links_to_a_report(host):
    pipeline = yaml.safe_load(PIPELINE.read_text())
    policy_changed(host.site)
    base = git(host.site, "rev-parse", "HEAD~1").stdout.strip()
    script = "\n".join(pipeline[".waymark"]["before_script"] + pipeline["changes"]["script"])
    done = host.run(script, pipeline["variables"] | {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base}, builds=True)
    assert done.returncode == 0, done.stderr
    assert pipeline["changes"]["artifacts"]["paths"] == ["changes.html"]
    assert "combinations of answers lead to another result" in (host.site / "changes.html").read_text()


@pytest.mark.parametrize("level, status", [(None, 0), ("outcome", 1)])
def test_a_push_says_whose_answer_changes(tmp_path, level, status):
    remote = tmp_path / "remote.git"
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", remote], check=True)
    site = repository(program.write_site(tmp_path / "our site", {"questionnaires/returns.yaml": POLICY}))
    git(site, "remote", "add", "origin", remote)
    assert git(site, "push", "-q", "origin", "main").returncode == 0
    shutil.copy(PUSH_HOOK, site / ".git/hooks/pre-push")
    git(site, "config", "waymark.program", places.BINARY)
    if level:
        git(site, "config", "waymark.failOn", level)
    policy_changed(site)
    done = git(site, "push", "-q", "origin", "main")
    assert done.returncode == status and "You can't return it” becomes “You get your money back" in done.stderr
    assert ("rejected" in done.stderr) == (status == 1)
    git(site, "update-ref", "refs/remotes/origin/HEAD", "HEAD~1")
    done = git(site, "push", "origin", "HEAD:topic")
    assert done.returncode == status and "becomes" in done.stderr


class Repository:
    """A repository with the hook, whose site lies in a folder; both names have spaces."""

    def __init__(self, folder):
        self.folder = folder / "our policies"
        self.site = self.folder / "the site"
        program.write_site(self.site, {"one.md": GOOD, "two.md": program.page("Two")})
        repository(self.folder)
        git(self.folder, "config", "waymark.site", "the site")
        hook = self.folder / ".git/hooks/pre-commit"
        hook.parent.mkdir(exist_ok=True)
        shutil.copy(HOOK, hook)
        programs = folder / "programs"
        programs.mkdir()
        (programs / "waymark").symlink_to(places.BINARY)
        self.env = program.environment(PATH=f"{programs}:{os.environ['PATH']}")

    def write(self, text, name="one.md"):
        (self.site / "Content" / name).write_text(text)

    def commit(self, *words):
        return git(self.folder, "commit", "-q", "-m", "A change", *words, env=self.env)

    def add(self):
        assert git(self.folder, "add", "-A").returncode == 0


@pytest.fixture
def staged(tmp_path):
    return Repository(tmp_path)


def test_the_hook_refuses_what_is_broken(staged, table):
    staged.write(BROKEN)
    staged.add()
    done = staged.commit()
    assert done.returncode == 1 and "nowhere.md" in done.stderr and "Content/one.md:5" in done.stderr
    assert "the commit is rejected" in done.stderr
    staged.write(GOOD + "More.\n")
    staged.add()
    start = time.monotonic()
    done = staged.commit()
    assert done.returncode == 0, done.stderr
    table("pre-commit hook: milliseconds of a commit", f"small site: {(time.monotonic() - start) * 1000:.0f}")
    assert list((staged.folder / ".git").glob("*.lock")) == []


def test_the_hook_looks_at_what_is_staged(staged):
    staged.write(BROKEN)
    staged.add()
    staged.write(GOOD + "Mended, but not staged.\n")
    assert staged.commit().returncode == 1
    staged.add()
    staged.write(BROKEN)
    staged.write("not staged either", "three.md")
    done = staged.commit()
    assert done.returncode == 0, done.stderr
    assert git(staged.folder, "show", "HEAD:the site/Content/one.md").stdout.endswith("Mended, but not staged.\n")


def test_the_hook_sees_a_commit_of_single_files(staged):
    staged.write(BROKEN)
    staged.add()
    staged.write(program.page("Two", "Good."), "two.md")
    done = staged.commit("--", "the site/Content/two.md")
    assert done.returncode == 0, done.stderr
    assert staged.commit("-a").returncode == 1


def test_the_hook_leaves_other_commits_alone(staged):
    git(staged.folder, "config", "waymark.program", "/nowhere/waymark")
    (staged.folder / "notes.txt").write_text("Nothing of the site.")
    staged.add()
    assert staged.commit().returncode == 0
    staged.write(GOOD + "More.\n")
    done = staged.commit("-a")
    assert done.returncode == 1 and "git config waymark.program" in done.stderr
    git(staged.folder, "config", "waymark.program", places.BINARY)
    assert staged.commit("-a").returncode == 0
