"""`waymark diff`: whose answer changes, between revisions, folders and days; what it reads, and what it leaves alone."""
import json
import os
import re
import subprocess

import pytest

from support import program
from support.places import ROOT
from test_history import commit, git

POLICY = """kind: questionnaire
title: May I return it?
questions:
  bought: {ask: Where did you buy it?, label: Bought, one-of: {shop: In a shop, web: On the web}}
  used: {ask: Have you used it?, label: Used}
  price: {ask: What did it cost?, label: Price, number: {from: 1, to: 100, unit: EUR}}
outcomes:
  refund: {title: You get your money back, tone: good}
  voucher: {title: You get a voucher, tone: caution}
  no-return: {title: You can't return it, tone: bad}
rules:
  - {if: {used: yes, bought: shop}, then: no-return}
  - {if: {used: no, price: at least 20}, then: refund}
  - {else: voucher}
"""
DATED = """kind: questionnaire
title: Is it in time?
questions:
  bought: {ask: When did you buy it?, label: Bought, date: {from: 2026-01-01, to: today}}
outcomes: {yes-it-is: {title: In time}, no-it-isnt: {title: Too late}}
rules:
  - {if: {bought: after today - 14 days}, then: yes-it-is}
  - {else: no-it-isnt}
"""


def diff(site, *words, **options):
    return program.run("diff", *words, "--site", site, **options)


def changes(site, *words):
    done = diff(site, *words, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def as_of(*words):
    return [*words, "--as-of", program.DAY]


@pytest.fixture
def site(tmp_path):
    """A site in a folder of a repository, at two commits: `v1`, and `main` after one row was changed."""
    root = tmp_path / "r"
    folder = program.write_site(root / "docs", {
        "questionnaires/returns.yaml": POLICY, "guide/index.md": program.page("Guide", "## Returns\n\nWithin {{ figures.days }}."),
        "guide/old.md": program.page("Old", "Text.\n" * 5),
        "data/figures.yaml": "kind: values\ntitle: Figures\nvalues:\n  days: {value: 14, unit: days}\n"})
    git(root, "init", "-q", "-b", "main")
    commit(root, "2026-10-01T12:00:00+0000", "Start")
    git(root, "tag", "v1")
    policy = folder / "Content/questionnaires/returns.yaml"
    policy.write_text(POLICY.replace("at least 20", "at least 30").replace("Have you used it?", "Did you use it?"))
    commit(root, "2026-10-02T12:00:00+0000", "Raise the limit")
    return folder


def test_says_whose_answer_changes_exactly(site):
    found = changes(site, *as_of("v1", "main"))
    [policy] = found["questionnaires"]
    assert (policy["changed"], policy["combinations"], policy["added"], policy["removed"]) == ("20", "400", "0", "0")
    [result] = policy["results"]
    assert (result["old"]["id"], result["new"]["id"], result["count"]) == ("refund", "voucher", "20")
    [region] = result["regions"]
    assert region["readers"] == "Used: No; Price: 20 to 29 EUR" or "20" in region["readers"] and "29" in region["readers"]
    assert region["example"]["new"] == {"bought": "shop", "used": "no", "price": "20"}
    assert {"part": "questions.used.ask", "old": "Have you used it?", "new": "Did you use it?"} in policy["wording"]
    for revision, outcome in [("v1", "refund"), ("main", "voucher")]:
        git(site.parent, "checkout", "-q", revision)
        answers = [f"{name}={answer}" for name, answer in region["example"]["new"].items()]
        told = json.loads(program.run("ask", "returns", *answers, "--site", site, "--as-of", program.DAY, "--format", "json").stdout)
        assert told["outcomes"] == {"result": outcome}


def test_agrees_with_asking_every_reader(site):
    """One new option, a range that grows and another outcome at once; every reader is asked of both versions."""
    policy = site / "Content/questionnaires/returns.yaml"
    small = POLICY.replace("from: 1, to: 100", "from: 18, to: 21")
    policy.write_text(small)
    commit(site.parent, "2026-10-03T12:00:00+0000", "Fewer prices")
    policy.write_text(small.replace("web: On the web}", "web: On the web, mail: By mail}").replace("to: 21", "to: 22")
                      .replace("{used: yes, bought: shop}, then: no-return", "{used: yes, bought: [shop, mail]}, then: no-return")
                      .replace("at least 20", "at least 19"))
    commit(site.parent, "2026-10-04T12:00:00+0000", "By mail")

    def outcomes(revision):
        git(site.parent, "checkout", "-q", revision)
        found = {}
        for bought in ("shop", "web", "mail"):
            for used in ("yes", "no"):
                for price in range(18, 23):
                    words = [f"bought={bought}", f"used={used}", f"price={price}"]
                    done = program.run("ask", "returns", *words, "--site", site, "--as-of", program.DAY, "--format", "json")
                    text = done.stdout.strip()
                    found[tuple(words)] = json.loads(text).get("outcomes", {}).get("result") if text else None
        git(site.parent, "checkout", "-q", "main")
        return found

    old, new = outcomes("main~1"), outcomes("main")
    # Beyond its own options and range a version takes nothing, whether or not it asks.
    old = {words: None if words[0] == "bought=mail" or words[2] == "price=22" else outcome for words, outcome in old.items()}
    [policy] = changes(site, *as_of("main~1", "main"))["questionnaires"]
    assert policy["combinations"] == str(sum(1 for words in old if old[words] or new[words]))
    assert policy["changed"] == str(sum(1 for words in old if old[words] and new[words] and old[words] != new[words]))
    assert policy["added"] == str(sum(1 for words in old if not old[words] and new[words]))


AMOUNTS = """kind: questionnaire
title: What does it cost?
questions:
  weeks: {ask: How many weeks?, label: Weeks, number: {from: 1, to: 20, unit: weeks}}
  start: {ask: When does it start?, label: Start, date: {from: 2026-01-01, to: 2026-12-31}}
amounts:
  fee: {label: Fee, value: weeks * 10, unit: EUR}
  ends: {label: End, value: start + 14 days}
  untold: {label: Untold, value: weeks * 3}
outcomes: {told: {title: The fee, text: "{{ fee }} until {{ ends }}"}}
rules:
  - {else: told}
"""


def test_amounts_say_for_which_answers_and_by_how_much(site):
    policy = site / "Content/questionnaires/cost.yaml"
    policy.write_text(AMOUNTS)
    commit(site.parent, "2026-10-03T12:00:00+0000", "A fee")
    policy.write_text(AMOUNTS.replace("weeks * 10", '"max(weeks * 10, 50)"').replace("+ 14 days", "+ 15 days").replace("weeks * 3", "weeks * 4"))
    [found] = changes(site, *as_of("HEAD"))["questionnaires"]
    assert found["changed"] == "0" and changes(site, *as_of("HEAD"))["changesOutcomes"]
    fee, ends = found["amounts"]
    assert {name: fee[name] for name in ("amount", "different", "of", "least", "most")} == {
        "amount": "fee", "different": 4, "of": 20, "least": "10", "most": "40"}
    assert fee["words"] == "“Fee”: +10 EUR to +40 EUR, for 4 of 20 answers (Weeks: 1 to 4 weeks)"
    assert ends["words"] == "“End”: +1 day, whatever is answered"


def test_one_name_is_compared_with_the_files_as_they_are(site):
    (site / "Content/guide/index.md").write_text(program.page("Guide", "## Returns\n\nWithin {{ figures.days }}, always."))
    (site / "Content/data/figures.yaml").write_text("kind: values\ntitle: Figures\nvalues:\n  days: {value: 30, unit: days}\n")
    (site / "Content/guide/old.md").rename(site / "Content/guide/new.md")
    (site / "Content/guide/more.md").write_text(program.page("More"))
    found = changes(site, *as_of("HEAD"))
    assert found["questionnaires"] == [] and not found["changesOutcomes"]
    assert found["values"] == [{"name": "figures.days", "old": "14 days", "new": "30 days", "pages": 1, "questionnaires": []}]
    pages = {page["path"]: page for page in found["pages"]}
    assert (pages["guide/new.md"]["change"], pages["guide/new.md"]["from"]) == ("moved", "guide/old.md")
    assert pages["guide/more.md"]["change"] == "added"
    assert pages["guide/index.md"]["sections"] == [
        {"heading": "Returns", "removed": ["Within {{ figures.days }}."], "added": ["Within {{ figures.days }}, always."]}]
    assert found["endedAddresses"] == ["/guide/old/"]


def test_nothing_different_prints_nothing(site, tmp_path):
    (site / "Content/guide/prices.csv").write_text("name,price\nA,1\n")
    commit(site.parent, "2026-10-03T12:00:00+0000", "A spreadsheet to save")
    for words in (["main", "main"], ["HEAD"], ["main...main"], [site, site]):
        done = diff(site, *as_of(*words))
        assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), words


def test_ranges(site):
    git(site.parent, "branch", "side", "v1")
    git(site.parent, "checkout", "-q", "side")
    (site / "Content/guide/side.md").write_text(program.page("Side"))
    commit(site.parent, "2026-10-05T12:00:00+0000", "A side")
    paths = lambda *words: [page["path"] for page in changes(site, *as_of(*words))["pages"]]
    # Since it parted from main, the side has one page more; main's own change doesn't count.
    assert paths("main...") == ["guide/side.md"]
    assert changes(site, *as_of("main..."))["questionnaires"] == []
    assert changes(site, *as_of("main..side"))["changesOutcomes"]
    assert paths("main...side") == ["guide/side.md"]


def test_two_days_of_one_version(site):
    (site / "Content/questionnaires/time.yaml").write_text(DATED)
    commit(site.parent, "2026-10-05T12:00:00+0000", "Add a limit in time")
    [policy] = changes(site, "HEAD", "--as-of", "2026-11-20", "--as-of", "2026-11-21")["questionnaires"]
    # A day later one day is too late that wasn't, and one more can be answered.
    assert (policy["changed"], policy["added"], policy["removed"]) == ("1", "1", "0")
    [late] = [change for change in policy["results"] if change["old"]["state"] == "outcome"]
    assert late["regions"][0]["example"]["old"] == {"bought": "2026-11-07"}


@pytest.mark.parametrize("words, status", [
    (["--fail-on", "outcome"], 1), (["--fail-on", "wording"], 1), (["--fail-on", "none"], 0), ([], 0)])
def test_fails_where_it_is_asked_to(site, words, status):
    assert diff(site, *as_of("v1", "main"), *words).returncode == status


def test_wording_alone_changes_no_outcome(site):
    (site / "Content/guide/old.md").write_text(program.page("Old", "Another text."))
    assert diff(site, *as_of("HEAD"), "--fail-on", "outcome").returncode == 0
    assert diff(site, *as_of("HEAD"), "--fail-on", "wording").returncode == 1


def test_errors_of_the_newer_version_are_told(site):
    policy = site / "Content/questionnaires/returns.yaml"
    policy.write_text(policy.read_text().replace("  - {else: voucher}\n", ""))
    done = diff(site, *as_of("HEAD"))
    assert done.returncode == 1 and "questionnaire/gap" in done.stderr and "can't be compared" in done.stdout


@pytest.mark.parametrize("words, message", [
    (["nowhere"], 'there is no revision "nowhere"'), (["mian"], "did you mean main?"), (["--as-of", "soon", "v1"], "--as-of takes a day"),
    (["v1", "--upload-pack=x"], ""), (["HEAD:docs"], "there is no revision"), (["v1", "main", "main"], "")])
def test_names_that_cannot_be_read(site, words, message):
    done = diff(site, *words)
    assert done.returncode == 64 and message in done.stderr and done.stdout == ""


def test_a_shallow_clone_says_what_to_fetch(site, tmp_path):
    clone = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{site.parent}", clone)
    done = diff(clone / "docs", "v1")
    assert done.returncode == 64 and "shallow" in done.stderr and "git fetch --unshallow" in done.stderr


def test_outside_a_repository_folders_are_compared(site, tmp_path):
    outside = program.write_site(tmp_path / "outside", {"questionnaires/returns.yaml": POLICY})
    assert "no Git repository" in diff(outside, "HEAD", env=program.environment(GIT_CEILING_DIRECTORIES=str(tmp_path))).stderr
    assert "questionnaires" in diff(outside, *as_of(outside, site), "--format", "json").stdout


def test_nothing_checked_out_is_touched_and_nothing_is_run(site, tmp_path):
    """Filters, hooks, aliases and drivers of a repository by somebody else."""
    trace = tmp_path / "ran"
    runs = f"sh -c 'echo $0 >>{trace}'"
    for name in ("filter.x.smudge", "filter.x.clean", "filter.x.process", "diff.x.command", "diff.x.textconv", "core.fsmonitor",
                 "core.sshCommand", "core.pager", "alias.ls-tree", "alias.cat-file"):
        git(site.parent, "config", name, runs if not name.startswith("alias") else f"!{runs}")
    (site.parent / ".gitattributes").write_text("* filter=x diff=x export-subst export-ignore\n")
    before = {path: path.stat().st_mtime_ns for path in site.parent.rglob("*") if ".git/" not in str(path)}
    index = (site.parent / ".git/index").read_bytes()
    assert changes(site, *as_of("v1", "main"))["changesOutcomes"]
    assert not trace.exists()
    assert before == {path: path.stat().st_mtime_ns for path in site.parent.rglob("*") if ".git/" not in str(path)}
    assert index == (site.parent / ".git/index").read_bytes()


def test_links_and_paths_that_lead_out_are_no_files_of_a_version(site, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text(program.page("Secret"))
    os.symlink(secret, site / "Content/guide/link.md")
    git(site.parent, "add", "-A")
    commit(site.parent, "2026-10-06T12:00:00+0000", "A link")
    assert changes(site, *as_of("v1", "HEAD"))["pages"] == []
    # A tree that no client would write: `..` as a name.
    blob = subprocess.run(["git", "-C", site.parent, "hash-object", "-w", "--stdin"], input=b"# Out\n", capture_output=True, check=True).stdout.decode().strip()
    entry = b"100644 ..\0" + bytes.fromhex(blob)
    made = subprocess.run(["git", "-C", site.parent, "hash-object", "-w", "--literally", "-t", "tree", "--stdin"], input=entry, capture_output=True, check=True)
    content = made.stdout.decode().strip()
    docs = subprocess.run(["git", "-C", site.parent, "mktree"], input=f"040000 tree {content}\tContent\n".encode(), capture_output=True, check=True).stdout.decode().strip()
    root = subprocess.run(["git", "-C", site.parent, "mktree"], input=f"040000 tree {docs}\tdocs\n".encode(), capture_output=True, check=True).stdout.decode().strip()
    odd = git(site.parent, "commit-tree", root, "-m", "odd").strip()
    done = diff(site, *as_of("v1", odd))
    assert done.returncode == 1 and "site.yaml" in done.stderr


def test_moved_and_changed_pages(site):
    """Without an alias by their lines; links to them that were rewritten aren't told one by one."""
    content = site / "Content"
    long = program.page("Long", "".join(f"Line {number} of it.\n\n" for number in range(8)))
    (content / "guide/long.md").write_text(long)
    for number in range(3):
        (content / f"guide/link-{number}.md").write_text(program.page(f"Link {number}", "See [it](long.md), please."))
    commit(site.parent, "2026-10-03T12:00:00+0000", "More pages")
    (content / "guide/long.md").rename(content / "guide/moved.md")
    (content / "guide/moved.md").write_text(long.replace("Line 3", "Another line 3"))
    for number in range(3):
        (content / f"guide/link-{number}.md").write_text(program.page(f"Link {number}", "See [it](moved.md), please."))
    pages = {page["path"]: page for page in changes(site, *as_of("HEAD"))["pages"]}
    assert (pages["guide/moved.md"]["change"], pages["guide/moved.md"]["from"]) == ("moved", "guide/long.md") and "guide/long.md" not in pages
    text = diff(site, *as_of("HEAD")).stdout
    assert "guide/moved.md was guide/long.md, and changed" in text and "3 pages where only links lead elsewhere" in text
    assert "link-1" not in text


def test_cases_of_what_changed(site):
    """One for each group of readers, that passes now and fails on the older version."""
    done = program.run("test", "returns", "--against", "v1", "--site", site, "--as-of", program.DAY)
    assert done.returncode == 0 and "1 case to read and keep" in done.stderr, done.stderr
    cases = site / "Content/questionnaires/returns.cases.yaml"
    cases.write_text(done.stdout)
    assert "answers: {bought: shop, used: no, price: 20}\n  outcome: voucher" in done.stdout
    assert program.run("test", "--site", site, "--as-of", program.DAY).returncode == 0
    again = program.run("test", "returns", "--against", "v1", "--site", site, "--as-of", program.DAY)
    assert again.stdout == "" and "each change has a case" in again.stderr
    git(site.parent, "checkout", "-q", "v1", "--", "docs/Content/questionnaires/returns.yaml")
    assert "case-failed" in program.run("test", "--site", site, "--as-of", program.DAY).stderr
    both = program.run("test", "--against", "v1", "--suggest", "--site", site)
    assert both.returncode == 64


def test_ten_thousand_rows(tmp_path):
    """Of a spreadsheet, three of which lead elsewhere."""
    options = lambda letter: "".join(f"      {letter}{number}: {letter.upper()} {number}\n" for number in range(100))
    policy = ("kind: questionnaire\ntitle: Large\nquestions:\n  a:\n    ask: Which A?\n    one-of:\n" + options("x")
              + "  b:\n    ask: Which B?\n    one-of:\n" + options("y")
              + "outcomes:\n" + "".join(f"  o{number}: {{title: Outcome {number}}}\n" for number in range(5)) + "rules: {from: large.csv}\n")
    for name, changed in (("old", ()), ("new", (5, 777, 9000))):
        rows = [f"x{row // 100},y{row % 100},o{(row * row // 7 + (row in changed)) % 5}" for row in range(10_000)]
        program.write_site(tmp_path / name, {"questionnaires/large.yaml": policy, "questionnaires/large.csv": "a,b,then\n" + "\n".join(rows) + "\n"})
    [found] = changes(tmp_path / "new", *as_of(tmp_path / "old", tmp_path / "new"))["questionnaires"]
    assert (found["changed"], found["combinations"]) == ("3", "10000")
    examples = {tuple(region["example"]["new"].values()) for change in found["results"] for region in change["regions"]}
    assert examples == {("x0", "y5"), ("x7", "y77"), ("x90", "y0")}


def test_formats_say_the_same(site):
    (site / "Content/guide/old.md").write_text(program.page("Old", "Now with `code`, @somebody, #12 and <b>marks</b>."))
    words = as_of("v1")
    text, markdown, html = (diff(site, *words, "--format", form).stdout for form in ("text", "markdown", "html"))
    for said in (text, markdown, html):
        plain = re.sub(r"\s+", " ", said)
        assert "20 of 400 combinations of answers lead to another result" in plain and "bought=shop used=no price=20" in plain
    assert all(len(line) <= 110 for line in text.splitlines())
    assert "<details>" in markdown and "\x1b" not in text
    assert "<b>" not in html and "&lt;b&gt;marks" in html and "<!DOCTYPE html>" in html
    assert "@somebody" not in re.sub(r"```.*?```", "", markdown, flags=re.S)


def test_the_first_site_compares_with_its_own_past():
    """The newest commits of this repository, each against the one before, as far as this clone has them."""
    log = subprocess.run(["git", "-C", ROOT, "log", "-6", "--first-parent", "--format=%H", "--", "Content"], capture_output=True, text=True)
    commits = log.stdout.split()
    for new, old in zip(commits, commits[1:]):
        done = diff(ROOT, old, new, "--as-of", program.REVIEWED, "--format", "json")
        assert done.returncode in (0, 1) and "Fatal error" not in done.stderr, (old, new, done.stderr[-500:])
        assert json.loads(done.stdout)["pages"] is not None
