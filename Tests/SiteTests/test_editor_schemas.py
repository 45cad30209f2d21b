"""The JSON Schemas for editors say of every file what the program says of it."""
import copy
import json
import re
import shutil
from concurrent.futures import ThreadPoolExecutor

import jsonschema
import pytest
import yaml

from support import program, yaml12
from support.places import ROOT
from test_schema import OTHERS

FIXTURES = ROOT / "Tests/Fixtures"
SITES = sorted(path.parent for place in (ROOT, ROOT / "Documentation", FIXTURES / "sites", FIXTURES / "broken")
               for path in (place.glob("Content") if place.name not in ("sites", "broken") else place.glob("*/Content")))
FLOWS = sorted(path for path in (FIXTURES / "flows").iterdir() if path.is_dir())

# What a schema says too: the shape of a file.
SHAPE = {"yaml/type", "yaml/unknown-field", "yaml/missing-field", "yaml/empty", "yaml/id", "data/no-address", "site/unknown-rule",
         "questionnaire/not-yet", "page/no-title"}

# What it cannot say, although a rule of the above reports it: the rule, how the message begins, of which schema, and why.
BEYOND = [
    ("yaml/type", "expected one paragraph", None, "only a Markdown parser tells paragraphs from other blocks"),
    ("yaml/unknown-field", "there is no column", "table", "the columns are declared elsewhere in the file"),
    ("yaml/unknown-field", "there is no field or attribute", "products", "the attributes are declared elsewhere in the file"),
    ("yaml/type", "expected a number such as 12", "table", "the types of the columns are declared elsewhere in the file"),
    ("yaml/type", "expected a date such as", "table", "the same"),
    ("yaml/type", r"expected [a-z0-9-]+(, [a-z0-9-]+)*( or [a-z0-9-]+)?, found", "table", "the same, of the options of a choice"),
    ("yaml/unknown-field", "the site has no search", "page", "another file says so"),
    ("page/no-title", "", "page", "the text below front matter may give the title"),
    ("yaml/missing-field", "the field \"title\"", "page", "the same"),
]
# Where these are reported, the file is no YAML of which a schema could say anything.
NO_YAML = re.compile(r"yaml/(syntax|alias|anchor|tag|merge|key|duplicate-key|second-document|too-.*)|content/.*|page/front-matter")
# Meaning, not shape: these need all names of a file or a site. Schemas find some of what they report.
MEANING = re.compile(r"questionnaire/(type|name|unknown-name)|data/(unknown-id|missing-cell)|csv/.*")


def is_beyond(found, names):
    return any(found["rule"] == rule and re.match(start, found["message"]) and (of is None or of in names)
               for rule, start, of, _ in BEYOND)


@pytest.fixture(scope="module")
def schemas(tmp_path_factory):
    folder = tmp_path_factory.mktemp("schemas")
    done = program.run("schema", folder)
    assert done.returncode == 0, done.stderr
    made = {path.name.removesuffix(".schema.json"): json.loads(path.read_text()) for path in folder.iterdir()}
    for schema in made.values():
        jsonschema.Draft7Validator.check_schema(schema)
    return {name: jsonschema.Draft7Validator(schema) for name, schema in made.items()}


def subject(path, value):
    """The schemas that a file below `Content/` answers to."""
    if path == "site.yaml":
        return ["site"]
    if path.endswith(".md"):
        return ["page"]
    if path.startswith("questionnaires/shared/"):
        return ["rules"]
    if path.startswith("questionnaires/"):
        return ["cases" if path.endswith(".cases.yaml") else "said" if path.endswith(".said.yaml") else "questionnaire"]
    kind = value.get("kind") if isinstance(value, dict) else None
    return ["data", kind] if isinstance(kind, str) and kind in KINDS else ["data"]


KINDS = set(program.kinds())


def files(site):
    """Every file below `Content/` that has YAML in it, with the YAML."""
    for path in sorted((site / "Content").rglob("*")):
        name = path.relative_to(site / "Content").as_posix()
        if path.suffix == ".yaml" and re.match(r"site\.yaml$|(data|questionnaires(/shared)?)/[^/]+$", name):
            yield name, path.read_bytes().decode("utf-8", "replace")
        elif path.suffix == ".md":
            front = re.match(r"---[ \t]*\n(.*?)^---[ \t]*$", path.read_bytes().decode("utf-8", "replace"), re.S | re.M)
            if front and front[1].strip():
                yield name, front[1]


def reported(site):
    """What the program says of each file, by its path below `Content/`."""
    found = {}
    done = program.run("check", "--site", site, "--format", "json", "--as-of", program.DAY)
    assert done.returncode in (0, 1, 2), done.stderr
    for line in done.stdout.splitlines():
        item = json.loads(line)
        found.setdefault((item["file"] or "").removeprefix("Content/"), []).append(item)
    return found


def disagreements(site, schemas, only=None):
    """Where program and schema say different things; and how many files were compared."""
    found, result, count = reported(site), [], 0
    for path, text in files(site):
        said = found.get(path, [])
        if only is not None and path not in only or any(NO_YAML.fullmatch(item["rule"]) for item in said):
            continue
        value = yaml12.read(text)
        if value is None:
            continue
        count += 1
        names = subject(path, value)
        shapes = [item for item in said if item["rule"] in SHAPE]
        refused = [item for item in shapes if not is_beyond(item, names)]
        # Where both are said of one file, either verdict is right.
        is_open = len(refused) < len(shapes) or any(MEANING.fullmatch(item["rule"]) for item in said)
        for name in names:
            errors = [error.message[:160] for error in schemas[name].iter_errors(value)]
            if refused and not errors:
                result.append(f"{site.name}/{path}: {name} accepts, but {refused[0]['rule']}: {refused[0]['message']}")
            if errors and not refused and not is_open:
                result.append(f"{site.name}/{path}: {name} refuses: {errors[0]}")
    return result, count


def test_every_fixture(schemas):
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda site: disagreements(site, schemas), SITES))
    assert [line for lines, _ in results for line in lines] == []
    assert sum(count for _, count in results) > 300


def test_every_flow(schemas, tmp_path):
    content = {f"questionnaires/{path.name}": path.read_bytes()
               for flow in FLOWS for path in flow.glob("*.*") if path.suffix in (".yaml", ".csv")}
    result, count = disagreements(program.write_site(tmp_path, content), schemas)
    assert result == [] and count >= 2 * len(FLOWS)


# Everything that front matter and settings may hold: what the fixtures leave out, mutants would not try.
PAGE = """title: Everything
summary: All fields.
order: 3
layout: list
aliases: [/old/page/, /older/]
owner: The desk
reviewed: 2026-01-01
review-every: 6 months
effective: 2020-02-29
expires: 2099-12-31
draft: no
also: [another name]
tags: [one, two]
search: yes
"""
SETTINGS = """title: A small site
summary: For tests.
address: https://example.org/help/
language: pt-BR
notice: A *notice*.
navigation: []
contact: desk@example.org
repository: https://example.org/repository
offline: no
checks: {data/unused: off, page/duplicate-title: error}
"""
CASES = """- name: all of it
  today: 2026-01-01
  answers: {model: one, parts: [fan, card], have: 3.5, want: 4, day: 2025-12-01}
  outcome: {first: b, second: [b]}
- name: next
  answers: {model: two}
  asks: parts
- name: too much
  answers: {model: two, parts: [fan], have: 2, want: 1}
  refused: want
- name: a fact
  answers: {model: one, parts: [card], have: 3, want: 4, day: 2025-12-01}
  values: {late: yes}
"""


def places(value, place=(), shape=()):
    """The first of each kind of place in a document: entries of a list or of ids count as one kind."""
    yield place, shape, value
    if isinstance(value, dict):
        seen = set()
        for key, inner in value.items():
            name = key if len(value) < 3 or re.fullmatch(r"[a-z-]+", key) else "*"
            if name in seen:
                continue
            seen.add(name)
            yield from places(inner, place + (key,), shape + (name,))
    elif isinstance(value, list):
        for number, inner in enumerate(value[:2]):
            yield from places(inner, place + (number,), shape + ("*",))


class Dumper(yaml.SafeDumper):
    """Writes nothing where nothing is, not the word for it."""


Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def mutants(text, limit):
    """Changed copies of a document, as YAML: keys dropped and misspelled, values of another type, nothing written."""
    whole = yaml12.read(text)
    made = {}
    for place, shape, value in places(whole):
        if isinstance(value, dict):
            for key in value:
                made.setdefault((shape, "drop", key), (place, lambda map, key=key: map.pop(key)))
                made.setdefault((shape, "misspell", key), (place, lambda map, key=key: map.update({key + "q": map.pop(key)})))
            made.setdefault((shape, "surplus"), (place, lambda map: map.update({"surplus-field": "yes"})))
        if place:
            kinds = {"a text": "some text", "a list": ["some", "text"], "a map": {"some": {"deep": "map"}}, "nothing": None,
                     "an empty list": [], "two lines": "one\n\ntwo", "a yes": "yes", "a number": 7}
            for kind, other in kinds.items():
                if type(other) is not type(value) or kind in ("two lines", "a yes"):
                    made.setdefault((shape, "as " + kind), (
                        place[:-1], lambda holder, key=place[-1], other=other: holder.__setitem__(key, copy.deepcopy(other))))
    chosen = list(made.items())
    step = max(1, len(chosen) // limit)
    for (shape, *what), (place, change) in chosen[::step]:
        mutant = copy.deepcopy(whole)
        holder = mutant
        for key in place:
            holder = holder[key]
        change(holder)
        yield f"{'/'.join(shape)} {' '.join(what)}", yaml.dump(mutant, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=10_000)


def compared(schemas, folder, content, names, labels):
    result, count = disagreements(program.write_site(folder, content), schemas, names)
    assert count == len(names)
    return [labels[line.split(":")[0].split("/", 1)[1]] + ": " + line.split(":", 1)[1] for line in result]


def test_mutants_of_data_and_pages(schemas, tmp_path):
    content, labels = dict(OTHERS), {}
    sources = [*(ROOT / "Content/data").glob("*.yaml"), *(FIXTURES / "sites/kinds/Content/data").glob("*.yaml")]
    for path in (FIXTURES / "sites/kinds/Content/data").glob("*.csv"):
        content[f"data/{path.name}"] = path.read_bytes()
    for path in sorted(sources):
        for number, (what, text) in enumerate(mutants(path.read_text(), 60)):
            name = f"data/{path.stem}-m{number}.yaml"
            content[name], labels[name] = text, f"{path.stem} {what}"
    for number, (what, text) in enumerate(mutants(PAGE, 200)):
        name = f"m{number}.md"
        content[name], labels[name] = f"---\n{text}---\n\nText.\n", f"page {what}"
    names = {name for name in labels if yaml12.read(content[name].removeprefix("---\n").removesuffix("---\n\nText.\n")) is not None}
    assert compared(schemas, tmp_path, content, names, labels) == []
    assert len(names) > 500


def test_mutants_of_questionnaires_and_cases(schemas, tmp_path):
    content, labels = dict(OTHERS), {}
    questionnaire = OTHERS["questionnaires/kinds.yaml"].lstrip()
    for number, (what, text) in enumerate(mutants(questionnaire, 1000)):
        name = f"questionnaires/m{number}.yaml"
        content[name], labels[name] = text, f"questionnaire {what}"
    for number, (what, text) in enumerate(mutants(CASES, 300)):
        name = f"questionnaires/kinds.m{number}.cases.yaml"
        content[name], labels[name] = text, f"cases {what}"
    assert compared(schemas, tmp_path, content, set(labels), labels) == []
    assert len(labels) > 300


def test_mutants_of_settings(schemas, tmp_path):
    result, count = [], 0
    for number, (what, text) in enumerate(mutants(SETTINGS, 40)):
        site = program.write_site(tmp_path / str(number), {"site.yaml": text})
        lines, compared = disagreements(site, schemas, {"site.yaml"})
        result += [f"{what}: {line}" for line in lines]
        count += compared
    assert result == [] and count > 25


def test_good_files_of_the_mutants_are_good(schemas):
    for name, text in (("page", PAGE), ("site", SETTINGS), ("cases", CASES), ("questionnaire", OTHERS["questionnaires/kinds.yaml"])):
        assert schemas[name].is_valid(yaml12.read(text)), name


def test_everything_is_explained(schemas):
    """Each field says what it is for; each schema has a title."""
    def fields(value):
        if isinstance(value, dict):
            for name, field in value.get("properties", {}).items():
                if isinstance(field, dict) and "const" not in field:
                    yield name, field
            for inner in value.values():
                yield from fields(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from fields(inner)

    for name, schema in schemas.items():
        assert schema.schema["title"] and schema.schema["description"]
        for field, value in fields(schema.schema):
            assert value.get("description", "").endswith("."), f"{name}: {field}"


def test_unchanged_schemas_are_not_touched(tmp_path):
    program.run("schema", tmp_path / "S")
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "S").iterdir()}
    (tmp_path / "S/page.schema.json").write_text("{}")
    done = program.run("schema", tmp_path / "S")
    after = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "S").iterdir()}
    assert "1 of them written" in done.stdout
    assert [name for name in before if before[name] != after[name]] == ["page.schema.json"] and before.keys() == after.keys()


def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    done = program.run("schema", tmp_path / "file/S")
    assert done.returncode == 2 and "cannot make the folder" in done.stderr
