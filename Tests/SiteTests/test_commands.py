"""The program as a command: exit status, formats of messages, options."""
import json
import os
import pty
import re
import subprocess

import jsonschema
import pytest

from support import html, program, tree

BROKEN = program.page("Broken", "A [link](nowhere.md).\n\nAnother [link](index.md#nothing).")
STALE = program.page("Stale", "Text.", reviewed="2020-01-01", review_every="6 months")      # A warning.
DRAFT = program.page("Not yet", "Text of the draft.", draft="yes")
AS_OF = ["--as-of", program.DAY]

SITES = {
    "good": {}, "broken": {"broken.md": BROKEN}, "stale": {"stale.md": STALE}, "drafted": {"later.md": DRAFT},
    "both": {"broken.md": BROKEN, "stale.md": STALE},
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sites")
    made = {name: program.write_site(folder / name, files) for name, files in SITES.items()}
    made["missing"] = folder / "missing"
    return made


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("site, options, status", [
    ("good", [], 0), ("good", ["--strict"], 0), ("good", ["--quiet"], 0), ("broken", [], 1), ("broken", ["--quiet"], 1),
    ("broken", ["--format", "json"], 1), ("broken", ["--format", "sarif"], 1), ("broken", ["--format", "github"], 1),
    ("stale", [], 0), ("stale", ["--strict"], 1), ("stale", ["--strict", "--quiet"], 1), ("both", ["--strict"], 1),
    ("stale", ["--as-of", "2020-02-01", "--strict"], 0), ("good", ["--jobs", "1"], 0), ("drafted", ["--drafts"], 0),
    ("good", ["--no-such-option"], 64), ("good", ["--format", "xml"], 64), ("good", ["--as-of", "yesterday"], 64),
    ("good", ["--as-of", "2026-02-30"], 64), ("good", ["--jobs", "0"], 64), ("good", ["--jobs", "many"], 64),
    ("good", ["--base-url", "ftp://example.org/"], 64), ("good", ["--base-url", "https://example.org"], 64),
    ("good", ["--site"], 64), ("good", ["surplus"], 64),
], ids=str)
def test_exit_status(sites, tmp_path, command, site, options, status):
    place = ["--output", tmp_path / "out"] if command == "build" else []
    dated = [] if "--as-of" in options else AS_OF
    done = program.run(command, "--site", sites[site], *place, *dated, *options)
    assert done.returncode == status, done.stdout + done.stderr
    assert (tmp_path / "out").exists() == (command == "build" and status == 0)


@pytest.mark.parametrize("words, status", [
    (["--help"], 0), (["build", "--help"], 0), (["check", "--help"], 0), (["help", "build"], 0),
    (["no-such-command"], 64), (["--no-such-option"], 64), (["check", "--output", "x"], 64)], ids=str)
def test_exit_status_without_a_site(tmp_path, words, status):
    done = program.run(*words, cwd=tmp_path)
    assert done.returncode == status and done.stdout + done.stderr and not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["build", "check"])
def test_no_site_there(sites, tmp_path, command):
    """Neither a mistake in content nor of the machine's alone: what matters is that it fails, and names the place."""
    done = program.run(command, "--site", sites["missing"], cwd=tmp_path)
    assert done.returncode in (1, 2) and "Content" in done.stderr and "--site" in done.stderr and not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", [["build"], ["check"], ["check", "--strict"], ["serve"], ["test"], ["ask"], ["graph"], ["stats"]], ids=" ".join)
@pytest.mark.parametrize("folder", [".", "good", "good/Content/"])
def test_a_folder_is_typed_where_none_is_taken(sites, words, folder):
    """In the folder of a site, or where there is none."""
    for place in [sites["good"], sites["good"].parent]:
        typed = folder if (place / folder).is_dir() else "."
        done = program.run(*words, typed, cwd=place)
        assert done.returncode and "--site" in done.stderr and not (place / "Public").exists(), done.stderr


def test_wrong_output_option_does_nothing(sites, tmp_path):
    done = program.run("build", "--site", sites["good"], "--ouput", tmp_path / "out")
    assert done.returncode == 64 and "--ouput" in done.stderr and not (sites["good"] / "Public").exists()


def test_check_writes_nothing(sites):
    before = tree.contents(sites["good"])
    assert program.run("check", "--site", sites["good"]).returncode == 0
    assert tree.contents(sites["good"]) == before


# Messages.

def checked(site, *options, command="check", **more):
    return program.run(command, "--site", site, *AS_OF, *options, **more)


def test_text(sites):
    """For people, on standard error: rule, place, source line, caret."""
    done = checked(sites["both"])
    assert done.stdout == ""
    assert re.search(r"^error\[[a-z-]+/[a-z-]+\]: .+\n +--> Content/broken\.md:5:\d+\n +\|\n *5 \| A \[link\]\(nowhere\.md\)\.\n"
                     r" +\| +\^{10}$", done.stderr, re.M), done.stderr
    assert done.stderr.count("error[") == 2 and done.stderr.count("warning[") == 1


def test_text_is_sorted_by_place(sites):
    places = re.findall(r"--> (\S+?):(\d+):(\d+)", checked(sites["both"]).stderr)
    assert places == sorted(places, key=lambda place: (place[0], int(place[1]), int(place[2]))) and len(places) == 3


FIELDS = {"rule": str, "severity": str, "message": str, "file": (str, type(None)), "line": (int, type(None)),
          "column": (int, type(None)), "endLine": (int, type(None)), "endColumn": (int, type(None)), "notes": list,
          "help": (str, type(None))}


@pytest.mark.parametrize("command", ["build", "check"])
def test_json(sites, command, tmp_path):
    """One object a line on standard output, and nothing else there."""
    place = ["--output", tmp_path / "out"] if command == "build" else []
    done = checked(sites["both"], "--format", "json", *place, command=command)
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(objects) == 3
    for value in objects:
        assert value.keys() == FIELDS.keys()
        assert all(isinstance(value[name], kind) for name, kind in FIELDS.items()), value
        assert value["severity"] in ("error", "warning") and re.fullmatch(r"[a-z-]+/[a-z-]+", value["rule"])
        assert 1 <= value["line"] <= value["endLine"] and value["column"] >= 1 and value["endColumn"] >= 1


def test_json_place(sites):
    """Lines and columns count from 1, and the end is behind the last character: that the place cuts out the link."""
    value = json.loads(checked(sites["broken"], "--format", "json").stdout.splitlines()[0])
    line = (sites["broken"] / value["file"]).read_text().splitlines()[value["line"] - 1]
    assert line[value["column"] - 1:value["endColumn"] - 1] == "nowhere.md"


@pytest.mark.parametrize("format", ["json", "github"])
def test_no_messages_no_output(sites, format):
    assert checked(sites["good"], "--format", format).stdout == ""


def test_github(sites):
    lines = checked(sites["both"], "--format", "github").stdout.splitlines()
    pattern = r"::(error|warning) file=Content/\w+\.md,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[a-z-]+/[a-z-]+::.+"
    assert len(lines) == 3 and not [line for line in lines if not re.fullmatch(pattern, line)]


# What SARIF 2.1.0 requires of the parts that are used here (sections 3.13 to 3.30).
PLACE = {"type": "integer", "minimum": 1}
SARIF = {
    "type": "object", "required": ["version", "runs"], "properties": {
        "version": {"const": "2.1.0"}, "$schema": {"type": "string", "pattern": "sarif-schema-2\\.1\\.0\\.json$"},
        "runs": {"type": "array", "minItems": 1, "maxItems": 1, "items": {
            "type": "object", "required": ["tool", "results"], "properties": {
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "tool": {"type": "object", "required": ["driver"], "properties": {"driver": {
                    "type": "object", "required": ["name", "rules"], "properties": {"rules": {
                        "type": "array", "uniqueItems": True, "items": {
                            "type": "object", "required": ["id", "shortDescription"], "properties": {
                                "shortDescription": {"type": "object", "required": ["text"]}}}}}}}},
                "results": {"type": "array", "items": {
                    "type": "object", "required": ["ruleId", "level", "message", "locations"], "properties": {
                        "level": {"enum": ["none", "note", "warning", "error"]},
                        "message": {"type": "object", "required": ["text"]},
                        "locations": {"type": "array", "minItems": 1, "items": {
                            "type": "object", "required": ["physicalLocation"], "properties": {"physicalLocation": {
                                "type": "object", "required": ["artifactLocation", "region"], "properties": {
                                    "artifactLocation": {"type": "object", "required": ["uri"], "properties": {
                                        "uri": {"type": "string", "format": "uri-reference"}}},
                                    "region": {"type": "object", "required": ["startLine"], "properties": {
                                        "startLine": PLACE, "startColumn": PLACE, "endLine": PLACE, "endColumn": PLACE}},
                                }}}}}}}}}}}}}


@pytest.mark.parametrize("site, count", [("good", 0), ("both", 3)])
def test_sarif(sites, site, count):
    log = json.loads(checked(sites[site], "--format", "sarif").stdout)
    jsonschema.validate(log, SARIF)
    run = log["runs"][0]
    assert len(run["results"]) == count
    assert {result["ruleId"] for result in run["results"]} == {rule["id"] for rule in run["tool"]["driver"]["rules"]}


def test_formats_tell_the_same(sites):
    values = [json.loads(line) for line in checked(sites["both"], "--format", "json").stdout.splitlines()]
    results = json.loads(checked(sites["both"], "--format", "sarif").stdout)["runs"][0]["results"]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in results]
    assert [(value["rule"], value["line"], value["column"]) for value in values] == [
        (result["ruleId"], region["startLine"], region["startColumn"]) for result, region in zip(results, regions)]


def test_quiet_says_only_errors(sites, tmp_path):
    assert (checked(sites["good"], "--quiet").stdout, checked(sites["stale"], "--quiet").stderr) == ("", "")
    done = checked(sites["both"], "--quiet")
    assert "error[" in done.stderr and "warning[" not in done.stderr
    done = program.build(sites["good"], tmp_path / "out", "--quiet")
    assert done.stdout + done.stderr == ""


def test_summary_says_what_was_published_and_how_to_see_it(sites, tmp_path):
    done = program.build(sites["good"], tmp_path / "out")
    assert re.fullmatch(r"published 1 page, \d+ files, \d+ kB into .+ in \d+\.\d\d s\nto view it: python3 -m http\.server -d .+\n", done.stdout)
    assert done.stderr == ""


def test_nothing_is_built_again_if_nothing_has_changed(sites, tmp_path):
    env = program.environment(XDG_CACHE_HOME=str(tmp_path / "cache"))
    words = ["build", "--site", sites["good"], "--output", tmp_path / "out", *AS_OF]
    first, second, third = program.run(*words, env=env), program.run(*words, env=env), program.run(*words)
    said = re.search(r"published (.*) into (.*) in", first.stdout)
    assert second.returncode == 0 and re.fullmatch(
        rf"nothing has changed since {re.escape(said[1])} were published into {re.escape(said[2])}; checked in \d+\.\d\d s",
        second.stdout.splitlines()[0])
    # Where nothing can be remembered, every build builds.
    assert third.stdout.startswith("published ")


@pytest.mark.parametrize("variables, is_coloured", [
    ({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "xterm", "NO_COLOR": ""}, True),
    ({"TERM": "dumb"}, False)], ids=str)
def test_colour_on_a_terminal(sites, variables, is_coloured):
    reader, writer = pty.openpty()
    process = subprocess.Popen(program.arguments("check", "--site", sites["broken"], *AS_OF), stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=writer, env=program.environment(**variables))
    os.close(writer)
    text = b""
    try:
        while piece := os.read(reader, 4096):
            text += piece
    except OSError:      # How Linux says that the other end of a terminal is closed.
        pass
    os.close(reader)
    assert process.wait(20) == 1 and (b"\x1b[" in text) == is_coloured and b"nowhere.md" in text


def test_no_colour_off_a_terminal(sites):
    assert "\x1b" not in checked(sites["broken"]).stderr


def test_closed_pipe(sites):
    """`waymark check --format json | head -0`: what can't be written is a failure of the machine, not a crash."""
    process = subprocess.Popen(program.arguments("check", "--site", sites["both"], "--format", "json", *AS_OF),
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    process.stdout.close()
    assert process.wait(20) == 2


# Options that change what is published.

def test_drafts(sites, tmp_path):
    program.build(sites["drafted"], tmp_path / "without")
    program.build(sites["drafted"], tmp_path / "with", "--drafts")
    assert not (tmp_path / "without/later").exists() and (tmp_path / "with/later/index.html").is_file()
    assert not [path for path in (tmp_path / "without").rglob("*.*ml") if "later/" in path.read_text()]


@pytest.mark.parametrize("option", [["--as-of", "2021-01-01"], None], ids=["option", "SOURCE_DATE_EPOCH"])
def test_today(sites, option):
    """A page that is due on 2020-07-01 is due half a year later, and was not when it was reviewed."""
    for seconds, day, is_due in [("1609459200", "2021-01-01", True), ("1580515200", "2020-02-01", False)]:
        words = ["--as-of", day] if option else []
        env = program.environment() if option else program.environment(SOURCE_DATE_EPOCH=seconds)
        done = program.run("check", "--site", sites["stale"], *words, env=env)
        assert ("page/review-due" in done.stderr) == is_due


def test_option_wins_over_source_date_epoch(sites):
    env = program.environment(SOURCE_DATE_EPOCH="1609459200")
    assert program.run("check", "--site", sites["stale"], "--as-of", "2020-02-01", env=env).stderr == ""


@pytest.mark.parametrize("value", ["yesterday", "1e9", "99999999999999999999"])
def test_wrong_source_date_epoch(sites, value):
    assert program.run("check", "--site", sites["good"], env=program.environment(SOURCE_DATE_EPOCH=value)).returncode == 64


def test_base_url(sites, tmp_path):
    program.build(sites["good"], tmp_path / "out", "--base-url", "https://help.example.com/policy/")
    page = html.read((tmp_path / "out/index.html").read_text())
    assert page.canonical == "https://help.example.com/policy/"
    assert not [path for path in (tmp_path / "out").rglob("*") if path.is_file() and b"//example.org" in path.read_bytes()]
    assert "https://help.example.com/policy/sitemap.xml" in (tmp_path / "out/robots.txt").read_text()
