"""What `waymark diff` says of thirty changes that editors make, word for word; the fixture was read as policy owners read it."""
import os
import re

import pytest
import yaml

from support import program
from support.places import ROOT

FIXTURE = ROOT / "Tests/Fixtures/differences"
POLICY = (FIXTURE / "policy.yaml").read_text()
CHANGES = yaml.safe_load((FIXTURE / "changes.yaml").read_text())


def said(folder, change):
    text = POLICY
    for old, new in change["edits"]:
        assert text.count(old) >= 1, f"{old} is not in the policy"
        text = text.replace(old, new)
    for name, policy in (("old", POLICY), ("new", text)):
        program.write_site(folder / name, {"questionnaires/camera.yaml": policy})
    done = program.run("diff", folder / "old", folder / "new", "--as-of", program.DAY)
    assert done.returncode == 0 and not done.stderr, done.stderr
    return done.stdout.partition("\n")[2]


@pytest.mark.parametrize("change", CHANGES, ids=[change["name"] for change in CHANGES])
def test_says_what_changes(change, tmp_path):
    found = said(tmp_path, change)
    if os.environ.get("WAYMARK_RECORD"):
        record(change["name"], found)
    assert found.strip() == change["says"].strip()


def record(name, found):
    """Puts what is said now in the place of what was, and leaves the rest of the file as it is."""
    path = FIXTURE / "changes.yaml"
    blocks = re.split(r"(?m)^(?=- name: )", path.read_text())
    indented = "\n".join(f"    {line}".rstrip() for line in found.strip("\n").split("\n"))
    for index, block in enumerate(blocks):
        if block.startswith(f"- name: {name}\n"):
            blocks[index] = block[:block.index("  says: |2\n")] + "  says: |2\n" + indented + "\n"
    path.write_text("".join(blocks))
