#!/usr/bin/env python3
"""The published site does not pretend: who can't answer may say so, and no link passes a front page off as a tool."""
import json
import pathlib
import re
import unittest
from html.parser import HTMLParser

PUBLIC = pathlib.Path(__file__).resolve().parent.parent.parent / "Public"
UNSURE = re.compile(r"I don't know|can't find|don't know whether|not in the list", re.I)
# Readers know these, or decide them themselves.
KNOWN = {
    "access": {"role", "want", "scope"},
    "services": {"need", "change", "role", "about", "licensed"},
    "used-device": {"region"},
    # A purchase whose day is unknown, and a warranty whose end is, are answered one question earlier.
    "warranty-or-contract": {"needs", "bought", "ends"},
}
# Where not knowing shares an answer, it leads to the same for a reason: the sources name the two together, or the outcome tells
# how to find out. Nowhere else may it share the answer that excludes a reader.
SHARED = {
    "access": {"admin", "number"},
    "services": {"serial", "admin", "number"},
    "used-device": {"product", "proofs"},
    "warranty-or-contract": {"finder"},
}
FRONT = re.compile(r"https://www\.cisco\.com/?")
# The lists say beside each entry that only its name is known.
LISTS = {"reference/tools-and-contacts/index.html", "all-pages/reference/index.html"}


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.text = [], None

    def handle_starttag(self, tag, attributes):
        if tag == "a" and FRONT.fullmatch(dict(attributes).get("href") or ""):
            self.text = ""

    def handle_data(self, data):
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag == "a" and self.text is not None:
            self.found.append(self.text.strip())
            self.text = None


class Honesty(unittest.TestCase):
    def test_who_cannot_answer_may_say_so(self):
        forms = sorted((PUBLIC / "api/questionnaires").glob("*.json"))
        self.assertEqual({form.stem for form in forms}, set(KNOWN))
        for path in forms:
            certain = set()
            for question in json.loads(path.read_text())["questions"]:
                labels = [option["label"] for option in question.get("options", [])] + [question.get("none") or ""]
                if not any(UNSURE.search(label) for label in labels):
                    certain.add(question["id"])
            self.assertEqual(certain, KNOWN[path.stem], path.stem)

    def test_not_knowing_is_an_answer_of_its_own(self):
        for name, expected in SHARED.items():
            shared = set()
            for question in json.loads((PUBLIC / f"api/questionnaires/{name}.json").read_text())["questions"]:
                labels = [option["label"] for option in question.get("options", [])] + [question.get("none") or ""]
                if any(re.search(r"\bor I (don't know|can't find)", label) for label in labels):
                    shared.add(question["id"])
            self.assertEqual(shared, expected, name)

    def test_a_tool_without_an_address_leads_to_the_list(self):
        for page in PUBLIC.rglob("*.html"):
            if page.relative_to(PUBLIC).as_posix() in LISTS:
                continue
            links = Links()
            links.feed(page.read_text())
            self.assertLessEqual(set(links.found), {"Cisco", "Cisco.com"}, page.relative_to(PUBLIC))


if __name__ == "__main__":
    unittest.main()
