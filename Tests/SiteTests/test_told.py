"""What a result tells beside its outcome, and what a policy guarantees: paragraphs, listed answers and statements of a small site,
in a browser, on pages without script, in the terminal and as JSON."""
import json
import re

import pytest

from support import program
from support.axe import violations
from support.server import Server

QUESTIONNAIRE = """
kind: questionnaire
title: How do I end my contract?
questions:
  plan: {ask: Which plan do you have?, ordered: yes, one-of: {basic: Basic, silver: Silver, gold: Gold, top: The top}}
  leave: {ask: Have you leave left?}
  days: {ask: How many days are left?, number: {from: 1, to: 40, unit: days}, ask-if: {leave: yes}}
outcomes:
  paid:
    title: Your leave is paid out
    text: You get the money with the last pay.
    paragraphs:
      - {if: {days: over 20}, text: "{{ days }} come in two parts."}
      - {if: {plan: at least gold}, text: "## Your bonus\\n\\nYour plan adds a day."}
    answers: [plan, days]
  unpaid: {title: There is nothing to pay out, answers: [days, leave]}
rules:
  - {if: {leave: yes}, then: paid}
  - {else: unpaid}
statements:
  - {never: {result: paid, leave: no}, because: Only leave that is left is paid out.}
  - {if: {plan: under gold, leave: yes}, always: {result: paid}}
"""
CASES = {
    "plan=top&leave=yes&days=30": (
        ["You get the money with the last pay.", "30 days come in two parts.", "Your bonus", "Your plan adds a day."],
        [("Which plan do you have?", "The top"), ("How many days are left?", "30 days")]),
    "plan=silver&leave=yes&days=3": (
        ["You get the money with the last pay."], [("Which plan do you have?", "Silver"), ("How many days are left?", "3 days")]),
    "leave=no": ([], [("Have you leave left?", "No")]),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = program.write_site(tmp_path_factory.mktemp("told") / "site", {
        "index.md": program.page("Home", "{{ questionnaire leave }}"), "questionnaires/leave.yaml": QUESTIONNAIRE})
    program.build(folder, folder / "out")
    return folder


@pytest.fixture(scope="module")
def server(site):
    with Server({"/": site / "out"}) as running:
        yield running


@pytest.mark.parametrize("answers", CASES)
def test_a_result_tells_what_is_for_this_reader(tabs, server, answers):
    texts, told = CASES[answers]
    tab = tabs(width=360, own="told")
    tab.goto("about:blank")
    tab.goto(f"{server.origin}/questionnaires/leave/#{answers}")
    tab.wait_for_selector(".q-told")
    found = tab.locator(".q-outcome > .content :is(p, h2, h3, h4)")
    assert [text.strip() for text in found.all_inner_texts()] == texts
    assert list(zip(tab.locator(".q-told dt").all_inner_texts(), tab.locator(".q-told dd").all_inner_texts())) == told
    assert not violations(tab)


@pytest.mark.parametrize("answers", CASES)
def test_the_same_in_the_terminal(site, answers):
    texts, told = CASES[answers]
    given = answers.split("&")
    printed = program.run("ask", "leave", *given, "--site", site).stdout
    result = json.loads(program.run("ask", "leave", *given, "--site", site, "--format", "json").stdout)["results"][0]
    for text in texts:
        assert text in printed and text in result["text"] and text in result["html"]
    assert len(re.findall("bonus", printed)) == ("Your bonus" in texts)
    for ask, answer in told:
        assert f"{ask}  {answer}" in printed
    assert len(result["answers"]) == len(told)


def test_pages_without_script_tell_it_too(site):
    pages = [page.read_text() for page in (site / "out/questionnaires/leave").glob("*/index.html")]
    results = [page for page in pages if "Your leave is paid out</h1>" in page]
    assert {("come in two parts" in page, "Your bonus" in page) for page in results} == {(a, b) for a in (True, False) for b in (True, False)}
    assert all('<dl class="q-told">' in page and "How many days are left?" in page for page in results)


def test_the_policy_says_what_is_guaranteed(tabs, server):
    tab = tabs(width=1440, own="told")
    tab.goto(f"{server.origin}/questionnaires/leave/policy/")
    lines = [" ".join(text.split()) for text in tab.locator(".policy-guaranteed li").all_inner_texts()]
    assert lines == [
        "Never: Outcome: Your leave is paid out; Have you leave left? No Only leave that is left is paid out.",
        "If Which plan do you have? at most “Silver”; Have you leave left? Yes → Always: Outcome: Your leave is paid out",
    ]
    tab.locator("waymark-policy > button").click()
    conditions = tab.locator(".policy-outcomes summary").all_inner_texts()
    assert [text for text in conditions if "If" in text] == [
        "What readers are told – If How many days are left? over 20 days", "What readers are told – If Which plan do you have? at least “Gold”"]
    assert not violations(tab)
