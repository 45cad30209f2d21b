"""`waymark test --accept`: what cases expect of a changed policy, by cause, rewritten where their authors wrote it."""
import json
import os
import pty
import stat
import subprocess

import pytest

from support import program

POLICY = """kind: questionnaire
title: May I return it?
questions:
  bought: {ask: Where did you buy it?, one-of: {shop: In a shop, web: On the web}}
  days: {ask: How many days ago?, number: {from: 0, to: 100, unit: days}, must: [{that: {days: at most 90}, else: Too long ago.}]}
  extras: {ask: What came with it?, any-of: {case: A case, strap: A strap, cable: A cable}}
facts:
  limit: {label: Limit, values: {short: 14 days, long: 30 days}, rules: [{if: {bought: shop}, then: short}, {else: long}]}
amounts:
  fee: {label: Fee, value: days * 2, unit: EUR}
outcomes:
  refund: {title: Money back, text: "Within {{ limit }}, for {{ fee }}.", tone: good}
  voucher: {title: A voucher, tone: caution}
  keep: {title: Keep the extras}
  send: {title: Send the extras}
  none: {title: No extras}
decisions:
  money:
    rules:
      - {if: {days: at most 20}, then: refund}
      - {else: voucher}
  extras:
    match: many
    rules:
      - {if: {extras: {has: case}}, then: keep}
      - {if: {extras: {has: strap}}, then: send}
      - {else: none}
"""
CASES = """# Read by the legal team.
- name: in time          # the usual one
  answers: {bought: shop, days: 15, extras: []}
  outcome: {money: refund, extras: none}   # since 2020
  values:
    limit: 14 days # of the law
    fee: "30"

- {name: by mail, answers: {bought: web, days: 18, extras: [case, strap]}, outcome: {money: refund, extras: [keep, send]}, values: {fee: 36}}
- name: late
  answers: {bought: web, days: 40, extras: [case]}
  outcome:
    money: voucher
    extras:
      # both go
      - keep  # with the reader
- name: too late
  answers: {bought: web, days: 95}
  refused: days
"""


def changed(text, *pairs):
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.fixture
def site(tmp_path):
    root = program.write_site(tmp_path / "site", {"questionnaires/returns.yaml": POLICY, "questionnaires/returns.cases.yaml": CASES})
    done = accept(root, options=())
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def accept(site, *words, options=("--accept",)):
    return program.run("test", *options, *words, "--site", site, "--as-of", program.DAY)


def change(site, *pairs):
    (site / "Content/questionnaires/returns.yaml").write_text(changed(POLICY, *pairs))


def cases(site):
    return site / "Content/questionnaires/returns.cases.yaml"


def test_nothing_to_accept(site):
    done = accept(site, "--yes")
    assert done.returncode == 0 and "no case expects anything else" in done.stderr and cases(site).read_text() == CASES


def test_a_moved_figure_is_one_line_and_keeps_the_layout(site):
    lines = "".join(f"- {{name: copy {number}, answers: {{bought: shop, days: {number % 20}, extras: []}}, values: {{limit: 14 days, fee: {number % 20 * 2}}}}}\n"
                    for number in range(117))
    cases(site).write_text(CASES + lines)
    change(site, ("short: 14 days", "short: 10 days"))
    done = accept(site, "--yes", "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines() == [
        "returns: limit: 14 days becomes 10 days: 118 cases", "  Content/questionnaires/returns.cases.yaml:2: in time",
        "  Content/questionnaires/returns.cases.yaml:20: copy 0", "  Content/questionnaires/returns.cases.yaml:21: copy 1",
        "  and 115 more"]
    assert cases(site).read_text() == (CASES + lines).replace("limit: 14 days", "limit: 10 days")
    assert accept(site, options=()).returncode == 0


def test_a_changed_formula_is_one_line(site):
    change(site, ("days * 2", "days * 2.5"))
    done = accept(site, "--yes")
    assert done.stdout.splitlines()[0] == "returns: fee: 30 becomes 37.5, and 1 more value like it: 2 cases"
    assert cases(site).read_text() == changed(CASES, ('"30"', '"37.5"'), ("fee: 36", "fee: 45"))


def test_other_outcomes_name_the_row(site):
    change(site, ("at most 20", "at most 16"), ("has: case}}, then: keep}", "has: case}}, then: send}"))
    done = accept(site, "--yes")
    assert done.returncode == 0, done.stdout + done.stderr
    line = POLICY[:POLICY.index("{else: voucher}")].count("\n") + 1
    assert f"returns: outcome of money: refund becomes voucher, by row 2 on line {line} of Content/questionnaires/returns.yaml: 1 case" in done.stdout
    assert "returns: fee: 36 is no longer shown: 1 case" not in done.stdout
    assert cases(site).read_text() == changed(
        CASES, ("{money: refund, extras: [keep, send]}", "{money: voucher, extras: [send]}"), ("- keep  # with", "- send  # with"))


def test_lists_over_lines_grow(site):
    change(site, ("- {if: {extras: {has: strap}}, then: send}", "- {if: {extras: {has: case}}, then: send}"))
    assert accept(site, "--yes").returncode == 0
    assert "      - keep  # with the reader\n      - send\n- name: too late" in cases(site).read_text()


def test_ends_of_another_kind(site):
    change(site, ("at most 90}, else", "at most 17}, else"))
    done = accept(site, "--yes")
    assert done.returncode == 0, done.stdout + done.stderr
    text = cases(site).read_text()
    assert "- {name: by mail, answers: {bought: web, days: 18, extras: [case, strap]}, refused: days}" in text
    assert "extras: [case]}\n  refused: days  # with the reader\n- name: too late" in text
    change(site, ("at most 90}, else", "at most 99}, else"))
    done = accept(site, "--yes")
    # The case that was refused has no answer to what comes next: only its author knows it.
    assert done.returncode == 1 and "extras is asked now, and the case has no answer to it: 1 case: for you to change" in done.stdout
    assert "extras: [case, strap]}, outcome: {money: refund, extras: [keep, send]}}" in cases(site).read_text()


def test_writes_only_if_somebody_agrees(site):
    change(site, ("short: 14 days", "short: 10 days"))
    done = accept(site)
    assert done.returncode == 1 and "nothing was written" in done.stderr and "--yes" in done.stderr and "10 days" in done.stdout
    assert cases(site).read_text() == CASES
    cases(site).chmod(0o640)
    assert typed(site, "n\n")[0] == 1 and cases(site).read_text() == CASES
    status, shown = typed(site, "y\n")
    assert status == 0 and "rewrite 1 case in Content/questionnaires/returns.cases.yaml? [y/N]" in shown
    assert cases(site).read_text() == CASES.replace("limit: 14 days", "limit: 10 days")
    assert stat.S_IMODE(cases(site).stat().st_mode) == 0o640
    assert sorted(os.listdir(cases(site).parent)) == ["returns.cases.yaml", "returns.yaml"]


def typed(site, text):
    """The command on a terminal on which somebody types: its status, and what is shown."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(program.arguments("test", "--accept", "--site", site, "--as-of", program.DAY), stdin=theirs, stdout=theirs,
                               stderr=theirs, env=program.environment())
    os.close(theirs)
    os.write(ours, text.encode())
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return process.wait(timeout=60), shown.decode()


def test_for_programs(site):
    change(site, ("short: 14 days", "short: 10 days"))
    [cause] = [json.loads(line) for line in accept(site, "--format", "json").stdout.splitlines()]
    assert cause == {"questionnaire": "returns", "cause": "limit: 14 days becomes 10 days", "accepted": True, "cases": [
        {"name": "in time", "file": "Content/questionnaires/returns.cases.yaml", "line": 2}]}


def test_line_ends_stay(site):
    cases(site).write_bytes(CASES.replace("\n", "\r\n").encode())
    change(site, ("short: 14 days", "short: 10 days"))
    assert accept(site, "--yes").returncode == 0
    assert cases(site).read_bytes() == CASES.replace("limit: 14 days", "limit: 10 days").replace("\n", "\r\n").encode()


def test_a_policy_with_errors_decides_nothing(site):
    change(site, ("      - {else: voucher}\n", ""))
    done = accept(site, "--yes")
    assert done.returncode == 1 and "questionnaire/gap" in done.stderr and cases(site).read_text() == CASES
    for words in (("--suggest",), ("--against", "main")):
        assert accept(site, *words).returncode == 64
    assert accept(site, options=("--yes",)).returncode == 64
