"""What readers see out of its place says what it is: links in a list of links, answers in a result of the search, cases in a table."""
import re
from html.parser import HTMLParser

from support.places import HTML_FILES, SITE
from support.telling import none

#: Names of links that say nothing alone, as screen readers list them.
EMPTY_NAMES = {"here", "how", "more", "no", "yes", "link", "this", "this page", "read more", "details", "step by step", "our summary", "our guide"}
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "path", "source", "wbr"}


class Reader(HTMLParser):
    """The links of a page, each with its name, and with the elements and classes around it."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.around, self.links = [], []
        self.feed(text)

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        if tag in VOID:
            return
        self.around.append((tag, attributes.get("class") or ""))
        if tag == "a" and "href" in attributes:
            self.links.append([attributes["href"], attributes.get("aria-label") or "", " ".join(f"{each} {names}" for each, names in self.around)])

    def handle_endtag(self, tag):
        while any(each == tag for each, _ in self.around) and self.around.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if any(tag == "a" for tag, _ in self.around) and self.links:
            self.links[-1][1] += data


def pages():
    """All of them but the steps of questionnaires."""
    return {path: Reader((SITE / path).read_text()) for path in HTML_FILES if not re.search(r"questionnaires/[^/]+/\d+/", path)}


def test_links_say_where_they_lead():
    none(f"{path}: {name!r} leads to {href}" for path, page in pages().items() for href, name, around in page.links
         if " ".join(name.split()).strip(".").lower() in EMPTY_NAMES and "main" in around)


def test_related_pages_are_not_those_that_the_page_names():
    """Nor those in the menu."""
    faults = []
    for path, page in pages().items():
        inside = [(href.split("#")[0], around) for href, _, around in page.links if re.search(r"\bmain\b", around)]
        related = {href for href, around in inside if "related" in around}
        faults += [f"{path}: {href}" for href, around in inside if href in related and not re.search("related|page-sources|print", around)]
    none(faults)


def test_answers_can_be_read_alone():
    """An answer is found by the search, and read there without its question."""
    text = (SITE / "relicensing/faq/index.html").read_text()
    answers = re.findall(r'<div class="answer"[^>]*>\s*(<(?:p|ul|ol)>.*?)(?=</p>|</ul>|</ol>)', text, re.S)
    first = [" ".join(re.sub("<[^>]+>", " ", answer).split()) for answer in answers]
    assert len(first) > 20
    none(answer for answer in first if len(answer.split()) < 5)
    none(answer for answer in first if re.match(r"(Yes|No|In many places|As a rule, no|With one of these)[.:]?$", answer))


def test_cases_are_named_in_words():
    """Not by passages of a text that readers don't have, as `E 119`."""
    names = [name for path in SITE.glob("questionnaires/*/policy/proof/index.html")
             for name in re.findall(r"<tr><td>(?:<a [^>]*>)?([^<]+)", path.read_text())]
    assert len(names) > 100
    none(name for name in names if re.match(r"[A-Z] \d", name) or "yaml" in name)
