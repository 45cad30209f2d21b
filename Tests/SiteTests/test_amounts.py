"""Amounts: a browser shows what the terminal does, from the compiled form; pages without script tell the formula."""
import json

import pytest

from support import documentation, program
from support.server import Server

PAGE = "questions/amounts.md"
ANSWERS = {
    "late": "due=2026-01-31 back=2026-02-28 students=no",
    "reduced": "due=2020-02-29 back=2026-11-20 students=yes",
    "the least": "due=2026-02-27 back=2026-02-28 students=yes",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("amounts") / "site"
    text = (documentation.CONTENT / PAGE).read_text()
    example = text.split("```yaml Content/questionnaires/what-it-costs.yaml\n")[1].split("```")[0]
    program.write_site(folder, {"questionnaires/cost.yaml": example})
    program.build(folder, folder / "out")
    return folder


@pytest.fixture(scope="module")
def server(site):
    with Server({"/": site / "out"}) as running:
        yield running


def told(site, answers):
    """The text of the result and the steps of its amounts, as the terminal prints them."""
    words = ["cost", *answers.split(), "--site", site, "--as-of", program.DAY]
    result = json.loads(program.run("ask", *words, "--format", "json").stdout)
    lines = program.run("ask", *words).stdout.split("How the amounts are calculated:\n")[1].split("\n\n")[0]
    return result["results"][0]["text"].strip(), [line.strip() for line in lines.split("\n")]


@pytest.mark.parametrize("answers", ANSWERS.values(), ids=ANSWERS)
def test_browsers_calculate_as_the_terminal_does(tabs, server, site, answers):
    tab = tabs(1280, own="amounts")
    tab.goto("about:blank")
    tab.goto(f"{server.origin}/questionnaires/cost/#{answers.replace(' ', '&')}")
    tab.wait_for_selector(".q-sums li")
    text, steps = told(site, answers)
    assert tab.locator(".q-outcome > .content").inner_text() == text
    assert tab.locator(".q-sums li").all_inner_texts() == steps
    assert not tab.locator("data").count()


def test_an_amount_decides_in_browsers_as_in_the_terminal(tabs, server, site):
    """Brought back in time, nothing is owed, and nothing is calculated."""
    answers = "due=2026-11-20 back=2026-01-31"
    result = json.loads(program.run("ask", "cost", *answers.split(), "--site", site, "--as-of", program.DAY, "--format", "json").stdout)
    assert result["outcomes"] == {"result": "nothing"}
    tab = tabs(1280, own="amounts")
    tab.goto("about:blank")
    tab.goto(f"{server.origin}/questionnaires/cost/#{answers.replace(' ', '&')}")
    tab.get_by_role("heading", name="You owe nothing").wait_for()
    assert not tab.locator(".q-sums li").count()


def test_without_script_the_formula_is_told(site):
    pages = [path.read_text() for path in (site / "out/questionnaires/cost").rglob("index.html")]
    formula = "Reduced fee (((the greatest of (days from Due to Brought back) and 0) × 2 ÷ 2) rounded to the nearest 0.01, in euros)"
    assert any("is your reduced fee" in page and formula in page for page in pages)
