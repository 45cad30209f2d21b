"""The compiled form of questionnaires against the JSON Schema that is published beside it."""
import copy
import json
from pathlib import Path

import jsonschema
import pytest

from support import program
from support.places import ROOT, SITE

FLOWS = sorted(path for path in (ROOT / "Tests/Fixtures/flows").iterdir() if path.is_dir())
PUBLISHED = sorted((SITE / "api/questionnaires").glob("*.json"))

# What the schema says may be missing. Everything else that a form holds has to be there.
OPTIONAL = {
    "summary", "hint", "text", "cites", "title of decisions", "many", "otherwise", "search", "attributes", "always", "also",
    "atLeast", "none", "unit", "values of ends", "outcome of tracks", "from of chains", "shows of outcomes",
    "paragraphs of outcomes", "answers of outcomes", "amounts", "paragraphs of ends", "shows of ends",
    # Without them it is another kind of variable or end, or one that means nothing; and nothing but the field tells which.
    "blocks of variables", "chains of variables", "option of variables", "outcome of ends", "rows of ends", "refused of ends",
}

# One of each kind of question, variable, bound and end that the flows and the site have none of.
OTHERS = {
    "data/products.yaml": """
kind: products
title: Products
attributes: {class: {label: Class, values: {big: Big, small: Small}}}
categories: {all: All}
groups:
  large: {category: all, class: big, products: {one: {name: One, also: [Eins]}}}
  little: {category: all, class: small, products: {two: {name: Two}}}
""",
    "all.md": program.page("All", "{{ products products }}"),
    "questionnaires/kinds.yaml": """
kind: questionnaire
title: Everything
summary: Some *words*.
questions:
  model:
    ask: Which?
    hint: One of **these**.
    one-of: {from: products, other: Another one}
  parts:
    ask: Which parts?
    any-of: {fan: A fan, card: A card}
    at-least: 1
  have:
    ask: How much have you?
    number: {from: 0, to: 9.5, decimals: 1, unit: kg}
  want:
    ask: How much do you want?
    number: {from: 0, to: 9.5, decimals: 1}
    must:
      - {that: {want: over have}, else: More than you have.}
  day:
    ask: When?
    date: {from: 2000-01-01, to: today + 1 month}
facts:
  late:
    label: Is it late?
    rules:
      - {if: {day: after today - 3 months}, then: yes}
      - {else: no}
amounts:
  sum: {value: "max(have * 2 - want, 0.5)", unit: kg}
  rest: {value: "round(sum / 3, 1)"}
  last: {value: "min(day + 1 month, today, 2040-01-01)"}
  both: {value: have * want}
outcomes:
  e: {title: E, text: "{{ rest }} {{ last }}", paragraphs: [{if: {late: yes}, text: "{{ sum }}"}]}
  a: {title: A, tone: good, text: "{{ model }} {{ model.class }} {{ late }}", cites: [index.md], answers: [want], paragraphs: [{if: {late: yes}, text: Late.}]}
  b: {title: B, tone: bad}
  c: {title: C}
  d: {title: "D"}
decisions:
  first:
    title: First
    rules:
      - {if: {model.class: big, want: over 5}, then: a, cites: [index.md]}
      - {else: b}
  second:
    title: Second
    match: many
    rules:
      - {if: {parts: {has: fan}, both: over 5}, then: b}
      - {if: {parts: {has: card}}, then: e}
      - {if: {late: yes}, then: d}
      - {else: c}
""",
}


@pytest.fixture(scope="module")
def schema():
    value = json.loads((SITE / "api/questionnaire.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(value)
    return jsonschema.Draft202012Validator(value)


@pytest.fixture(scope="module")
def forms(tmp_path_factory):
    """All compiled forms, by name: the site's, the flows', and one with all that those have not."""
    files = {f"questionnaires/{path.name}": path.read_bytes() for flow in FLOWS for path in flow.glob("*.*")
             if path.suffix in (".yaml", ".csv")}
    site = program.write_site(tmp_path_factory.mktemp("site"), files | OTHERS)
    program.build(site, site / "Public")
    made = sorted((site / "Public/api/questionnaires").glob("*.json"))
    assert len(made) == len(FLOWS) + 1
    return {path.stem: json.loads(path.read_text()) for path in PUBLISHED + made}


def parts(value, place=(), name="form"):
    """Every value of a form with the path to it and the name of the list or field that it stands in."""
    yield place, name, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from parts(inner, place + (key,), key)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from parts(inner, place + (number,), name)


def changed(form, place, change):
    """A copy in which `change` was made to the value at a place."""
    result = copy.deepcopy(form)
    value = result
    for step in place:
        value = value[step]
    change(value)
    return result


def mutants(form):
    """Each key taken away, each value of another type, a surplus key in each object: once for each kind of place."""
    seen = set()
    for place, name, value in parts(form):
        if not isinstance(value, dict):
            continue
        shape = (name, tuple(sorted(value)))
        if shape in seen:
            continue
        seen.add(shape)
        yield f"{name} with a surplus key", changed(form, place, lambda inner: inner.update(surplus=True))
        for key in value:
            if name not in ("attributes", "paragraphs") and not OPTIONAL & {key, f"{key} of {name}"}:
                yield f"{name} without {key}", changed(form, place, lambda inner: inner.pop(key))
            wrong = 7.5 if not isinstance(value[key], (int, float)) or isinstance(value[key], bool) else "seven"
            yield f"{key} of {name} as {wrong}", changed(form, place, lambda inner: inner.update({key: wrong}))
    for field in ("nodes", "variables", "tracks"):
        yield f"{field} with a text", changed(form, (field,), lambda inner: inner.append("x"))
    yield "a node of one number", changed(form, ("nodes",), lambda inner: inner.append([0]))
    yield "a node of no variable", changed(form, ("nodes",), lambda inner: inner.append([-1, 0]))
    yield "another format", changed(form, (), lambda inner: inner.update(format="waymark-questionnaire/4"))


def test_every_form_is_valid(schema, forms):
    for name, form in forms.items():
        problems = [f"{name}: {error.json_path} {error.message[:200]}" for error in schema.iter_errors(form)]
        assert not problems


def test_every_form_names_the_schema():
    """By an address that works wherever the site is."""
    for path in PUBLISHED:
        address = json.loads(path.read_text())["$schema"]
        assert (path.parent / address).resolve() == (SITE / "api/questionnaire.schema.json").resolve()


def test_mutants_are_refused(schema, forms):
    count = 0
    for name, form in forms.items():
        small = smaller(form)
        assert schema.is_valid(small)
        for what, mutant in mutants(small):
            count += 1
            assert not schema.is_valid(mutant), f"{name}: {what}"
    assert count > 500


def smaller(form):
    """The first of each shape in the long lists: validating thousands of nodes a thousand times takes long."""
    result = copy.deepcopy(form)
    for field in ("nodes", "variables", "ends", "refusals", "reasons", "questions", "outcomes", "decisions"):
        shapes = {}
        for item in result[field]:
            key = (tuple(sorted(item)) + (item.get("kind"),)) if isinstance(item, dict) else ()
            shapes.setdefault(key, item)
        result[field] = list(shapes.values())
    for item in result["questions"]:
        if "options" in item:
            item["options"] = list({tuple(sorted(option)): option for option in item["options"]}.values())
    return result


def test_forms_have_every_field(schema, forms):
    """What no form holds, the mutants would not try."""
    named = set()

    def collect(value):
        if isinstance(value, dict):
            named.update(value.get("properties", {}))
            for inner in value.values():
                collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)

    collect(schema.schema)
    held = {key for form in forms.values() for _, _, value in parts(form) if isinstance(value, dict) for key in value}
    assert named - held == set()


def test_without_questionnaires_there_is_no_schema(tmp_path):
    site = program.write_site(tmp_path)
    program.build(site, tmp_path / "Public")
    assert not (tmp_path / "Public/api").exists()
