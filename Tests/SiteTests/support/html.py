"""Reads an HTML page into what the tests ask about: links, ids, subresources, and what a strict policy forbids."""
from dataclasses import dataclass, field
import re
from html.parser import HTMLParser

# Elements that load what they name, and the attribute that names it.
LOADING = {"img": "src", "script": "src", "source": "src", "iframe": "src", "video": "src", "audio": "src",
           "embed": "src", "object": "data", "track": "src", "input": "src"}
LOADING_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"}
# Data blocks are not run, so the policy does not ask about them (HTML, "the script element", type).
DATA_BLOCKS = {"application/ld+json", "application/json"}


@dataclass
class Page:
    links: list = field(default_factory=list)        # href of every <a>, action of every form that asks for a page
    resources: list = field(default_factory=list)    # what the page loads
    ids: list = field(default_factory=list)
    canonical: str | None = None
    refresh: str | None = None                       # where <meta http-equiv="refresh"> leads
    title: str = ""
    language: str | None = None
    robots: str = ""
    forbidden: list = field(default_factory=list)    # inline script, style and event attributes
    data: list = field(default_factory=list)         # texts of data blocks


class Reader(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.page, self.open, self.titled = Page(), None, False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, pairs):
        page, attributes = self.page, dict(pairs)
        for name, value in pairs:
            if name == "style" or name.startswith("on"):
                page.forbidden.append(f'<{tag} {name}="{value}">')
            if name == "id":
                page.ids.append(value)
            if (value or "").strip().lower().startswith("javascript:"):
                page.forbidden.append(f'<{tag} {name}="{value}">')
        if tag == "a" and "href" in attributes:
            page.links.append(attributes["href"])
        # A form without a method leads to a page as a link does.
        if tag == "form" and attributes.get("method", "get") == "get" and attributes.get("action"):
            page.links.append(attributes["action"])
        if tag == "html":
            page.language = attributes.get("lang")
        if tag == "link":
            self.read_link(attributes)
        if tag == "meta":
            self.read_meta(attributes)
        if attributes.get(LOADING.get(tag)):
            page.resources.append(attributes[LOADING[tag]])
        for candidate in (attributes.get("srcset") or "").split(","):
            if candidate.strip():
                page.resources.append(candidate.split()[0])
        if tag == "style" or tag == "script" and "src" not in attributes and attributes.get("type") not in DATA_BLOCKS:
            page.forbidden.append(f"<{tag}>")
        if tag == "script" and attributes.get("type") in DATA_BLOCKS:
            page.data.append("")
        self.open = tag if tag in ("title", "script") else self.open

    handle_startendtag = handle_starttag

    def read_link(self, attributes):
        relations = set((attributes.get("rel") or "").lower().split())
        if "canonical" in relations:
            self.page.canonical = attributes["href"]
        if relations & LOADING_RELATIONS:
            self.page.resources.append(attributes["href"])

    def read_meta(self, attributes):
        if (attributes.get("http-equiv") or "").lower() == "refresh":
            self.page.refresh = attributes["content"].split("=", 1)[-1].strip()
        if attributes.get("name") == "robots":
            self.page.robots = attributes["content"]

    def handle_endtag(self, tag):
        self.titled = self.titled or tag == "title"
        if tag == self.open:
            self.open = None

    def handle_data(self, data):
        # The title of an SVG drawing is not the page's: only the first one counts.
        if self.open == "title" and not self.titled:
            self.page.title += data
        if self.open == "script" and self.page.data:
            self.page.data[-1] += data


def read(text):
    return Reader(text).page


def braces_outside_code(folder):
    """Published pages that show a value's braces where no code does: a value that was not filled in."""
    found = {}
    for path in sorted(folder.rglob("*.html")):
        text = re.sub(r"<(pre|code)\b.*?</\1>", "", path.read_text(), flags=re.DOTALL)
        if "{{" in text:
            found[str(path.relative_to(folder))] = text[text.index("{{") - 40:][:100]
    return found
