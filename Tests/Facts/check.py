#!/usr/bin/env python3
"""Independent fact check of the published site.

    check.py SITE_DIR        e.g. check.py Output

Reads every *.html below SITE_DIR and looks for each fact of facts.yaml. A
fact is found if all its `words` occur together in one place of the site:

  block    a paragraph, list item (with its nested list), table row (with the
           column headers), term with its definitions, details, small card;
           always together with the headings it stands under and, for a list
           item, the line ending in ":" which introduces the list
  cell     one table cell with the headers of its row and column only (so a
           yes in the wrong column is noticed), or a block outside tables
  section  (default) all text from one heading to the next heading of the same
           or a higher level, with the headings above it; the h1 of a page
           reaches only to the next heading; also details and cards
  page     all of <main>

A pattern is plain lower-case text, `a|b` are alternatives. It matches as a
substring; a leading "=" asks for whole words; numbers never match inside
longer numbers; a space matches white space or a hyphen, a hyphen may be
missing. Targets of https: and mailto: links, alt and aria-label count as text.

Then the copy check: no run of 8 words of a published text may stand in the
sources, known only by source-shingles.txt (see fingerprint.py). Every run of
consecutive hits is one failure; a site without hits is one more pass.

The last line is "N passed, N failed"; exit status 1 if anything failed.
"""
import pathlib
import re
import sys
import unicodedata
from html.parser import HTMLParser

import yaml

import fingerprint

HERE = pathlib.Path(__file__).resolve().parent
VOID = set("area base br col embed hr img input link meta source track wbr".split())
BLOCK = set("""address article aside blockquote body caption center dd details dialog
    div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html
    legend li main menu nav ol p pre search section summary table tbody td tfoot th
    thead tr ul""".split())
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
DROPPED = {"script", "style", "template", "noscript"}
CARD_WORDS = 150

# start tag -> (open elements it closes, elements which bound the search)
IMPLIED = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "caption"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "thead": ({"tbody", "tfoot", "caption"}, {"table"}),
    "tbody": ({"thead", "tbody", "caption"}, {"table"}),
    "tfoot": ({"thead", "tbody"}, {"table"}),
}
CLOSES_P = BLOCK - {"caption", "dd", "dt", "li", "td", "th", "tr", "tbody", "thead",
                    "tfoot", "html", "body", "summary", "legend"}


class Node:
    def __init__(self, tag, attrs=(), parent=None):
        self.tag, self.attrs, self.parent = tag, dict(attrs), parent
        self.children = []          # Node or str

    def each(self):
        """This element and all below it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.each()

    def find(self, *tags):
        return [node for node in self.each() if node.tag in tags]

    def inside(self, *tags):
        node = self.parent
        while node:
            if node.tag in tags:
                return True
            node = node.parent
        return False


class Tree(HTMLParser):
    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.root = self.at = Node("#root")
        self.feed(html)
        self.close()

    def close_open(self, tags, bounds):
        node = self.at
        while node and node.tag not in bounds:
            if node.tag in tags:
                self.at = node.parent
                return
            node = node.parent

    def handle_starttag(self, tag, attrs):
        if tag in IMPLIED:
            self.close_open(*IMPLIED[tag])
        if tag in CLOSES_P:
            self.close_open({"p"}, BLOCK - {"p"})
        node = Node(tag, attrs, self.at)
        self.at.children.append(node)
        if tag not in VOID:
            self.at = node

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID and self.at.tag == tag and self.at.inside("svg", "math"):
            self.at = self.at.parent

    def handle_endtag(self, tag):
        node = self.at
        while node and node.tag != tag:
            node = node.parent
        if node:
            self.at = node.parent

    def handle_data(self, data):
        self.at.children.append(data)


def normal(text):
    """Lower case, NFKC, plain quotes and dashes, single spaces."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = re.sub(r"[\u00ad\u200b\u200c\u200d\u2060\ufeff]", "", text)
    text = re.sub(r"[\u2018\u2019\u201a\u02bc]", "'", text)
    text = re.sub(r"[\u201c\u201d\u201e\u00ab\u00bb]", '"', text)
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    return re.sub(r"\s+", " ", text).strip()


class Run:
    """A stretch of text not interrupted by block elements."""

    def __init__(self, node):
        self.node, self.parts, self.hrefs = node, [], []

    @property
    def raw(self):
        return re.sub(r"\s+", " ", "".join(self.parts)).strip()

    @property
    def text(self):
        return normal(" ".join([self.raw] + self.hrefs))


def runs(node, dropped=DROPPED | {"nav"}):
    """The runs of an element, in document order."""
    result = []

    def walk(element, run):
        for child in element.children:
            if isinstance(child, str):
                run.parts.append(child)
                continue
            if child.tag in dropped:
                continue
            for name in ("alt", "aria-label"):
                if child.attrs.get(name) and child.tag in ("img", "svg", "span", "i", "abbr"):
                    run.parts.append(" " + child.attrs[name] + " ")
            if child.tag == "a":
                href = child.attrs.get("href") or ""
                if re.match(r"(https?|mailto|tel):", href):
                    run.hrefs.append(href)
            if child.tag == "br":
                run.parts.append(" ")
            elif child.tag in BLOCK:
                inner = Run(child)
                result.append(inner)
                walk(child, inner)
                run = Run(element)
                result.append(run)
            else:
                walk(child, run)
                after = [r for r in result[-1:] if r.node is child]
                run = after[0] if after else run

    first = Run(node)
    result.append(first)
    walk(node, first)
    return [run for run in result if run.raw or run.hrefs]


def text_of(node):
    found = runs(node)
    return normal(" ".join([r.raw for r in found] + [h for r in found for h in r.hrefs]))


class Page:
    """The places of one HTML page."""

    def __init__(self, name, html):
        self.name = name
        self.root = Tree(html).root
        mains = [n for n in self.root.each()
                 if n.tag == "main" or n.attrs.get("role") == "main"]
        if mains:
            self.main, drop = mains[0], {"nav"}
        else:
            bodies = self.root.find("body")
            self.main, drop = (bodies or [self.root])[0], {"nav", "header", "footer"}
        if not mains:
            prune(self.main, DROPPED | drop | {"head"})
        else:
            prune(self.main, DROPPED | drop)
        titles = self.main.find("h1") or self.root.find("h1") or self.root.find("title")
        self.title = text_of(titles[0]) if titles else ""
        self.blocks, self.cells, self.sections = [], [], []
        self.runs = runs(self.main)
        self.context = {}           # id(node) -> headings above it, as text
        self.read_context()
        self.read_sections()
        self.read_blocks()
        self.whole = normal(self.title + " " + text_of(self.main))

    # -- headings -----------------------------------------------------------
    def read_context(self):
        chain = []                  # (level, text)

        def walk(node):
            nonlocal chain
            self.context[id(node)] = " ".join([self.title] + [t for _, t in chain])
            saved = chain
            if node.tag in HEADINGS and HEADINGS[node.tag] > 1:
                level = HEADINGS[node.tag]
                chain = [c for c in chain if c[0] < level] + [(level, text_of(node))]
                return
            if node.tag == "h1":
                chain = []
                return
            if node.tag == "details":
                for child in node.children:
                    if isinstance(child, Node) and child.tag == "summary":
                        chain = chain + [(7, text_of(child))]
            for child in node.children:
                if isinstance(child, Node):
                    walk(child)
            if node.tag in ("details", "article", "section", "aside", "li"):
                chain = saved

        walk(self.main)

    def read_sections(self):
        def details(node):
            result = []
            while node:
                if node.tag == "details":
                    result.append(id(node))
                node = node.parent
            return result[::-1]

        def heading(run):
            node = run.node
            while node and node is not self.main:
                if node.tag in HEADINGS:
                    return node
                node = node.parent
            return None

        marks = [heading(run) for run in self.runs]
        starts = [0] + [i for i, h in enumerate(marks)
                        if h and (i == 0 or marks[i - 1] is not h)]
        for start in starts:
            node = marks[start] if self.runs else None
            level = HEADINGS[node.tag] if node else 1
            bound = details(node) if node else []
            taken = []
            for i in range(start, len(self.runs)):
                other = marks[i]
                if other and other is not node and \
                        (level == 1 or HEADINGS[other.tag] <= level):
                    break
                if details(self.runs[i].node)[:len(bound)] != bound:
                    break
                taken.append(self.runs[i].text)
            above = self.context.get(id(node), self.title) if node else self.title
            self.sections.append(above + " " + " ".join(taken))
        for node in self.main.each():
            if node is self.main or node.tag in HEADINGS:
                continue
            if node.tag in ("details", "article", "section") or node.attrs.get("id"):
                levels = [HEADINGS[n.tag] for n in node.find(*HEADINGS)]
                if 1 in levels or levels.count(min(levels, default=0)) > 1:
                    continue        # it holds several sections, it is none
                if not levels and len(node.find("details")) > 1:
                    continue
                self.sections.append(self.context.get(id(node), self.title) + " " + text_of(node))

    # -- blocks -------------------------------------------------------------
    def block(self, text, table=False):
        self.blocks.append(text)
        if not table:
            self.cells.append(text)

    def read_blocks(self):
        before = {}                 # id(list) -> text of the run before it
        last = None
        for run in self.runs:
            node = run.node
            while node and node is not self.main:
                if node.tag in ("ul", "ol", "dl"):
                    before.setdefault(id(node), last)
                node = node.parent
            last = run
        for run in self.runs:
            above = self.context.get(id(run.node), self.title)
            in_table = run.node.tag in ("td", "th", "caption") or \
                run.node.inside("td", "th", "caption")
            self.block(above + " " + run.text, in_table)
        for node in self.main.each():
            above = self.context.get(id(node), self.title)
            if node.tag == "li":
                lead = before.get(id(node.parent))
                if lead and lead.text.endswith(":"):
                    above += " " + lead.text
                self.block(above + " " + text_of(node),
                           bool(node.find("table")) or node.inside("table"))
            elif node.tag == "dl":
                self.read_terms(node, above)
            elif node.tag == "table":
                self.read_table(node, above)
            elif node is not self.main and (
                    node.tag in ("details", "article", "section") or node.attrs.get("id")):
                text = text_of(node)
                if node.tag != "details" and (
                        len(node.find(*HEADINGS)) > 1 or len(text.split()) > CARD_WORDS):
                    continue
                self.block(above + " " + text,
                           bool(node.find("table")) or node.inside("table"))

    def read_terms(self, node, above):
        items = [n for n in node.find("dt", "dd")]
        group, seen_dd = [], False
        for item in items + [None]:
            if item is None or (item.tag == "dt" and seen_dd):
                if group:
                    self.block(above + " " + " ".join(group), node.inside("table"))
                group, seen_dd = [], False
            if item is not None:
                group.append(text_of(item))
                seen_dd = seen_dd or item.tag == "dd"

    def read_table(self, table, above):
        caption = " ".join(text_of(c) for c in table.find("caption"))
        grid, kinds, rows = {}, {}, table.find("tr")
        for y, row in enumerate(rows):
            x = 0
            for cell in row.children:
                if not isinstance(cell, Node) or cell.tag not in ("td", "th"):
                    continue
                while (y, x) in grid:
                    x += 1
                wide, high = number(cell, "colspan"), number(cell, "rowspan")
                text = text_of(cell)
                for dy in range(high):
                    for dx in range(wide):
                        grid[y + dy, x + dx] = text
                        kinds[y + dy, x + dx] = cell.tag
                x += wide
        width = max((x for _, x in grid), default=-1) + 1
        heads = 0
        while heads < len(rows) and (
                rows[heads].parent.tag == "thead" or
                all(kinds.get((heads, x), "th") == "th" for x in range(width)) and width > 1):
            heads += 1
        if heads == 0 and not any(kind == "th" for kind in kinds.values()):
            heads = 1               # no header cells at all: the first row
        columns = [" ".join(grid.get((y, x), "") for y in range(heads))
                   for x in range(width)]
        for y in range(heads, len(rows)):
            cells = [grid.get((y, x), "") for x in range(width)]
            self.block(" ".join([above, caption] + columns + cells), True)
            for x in range(1, width):
                self.cells.append(" ".join([cells[0], columns[x], cells[x]]))

    # -- copy check ---------------------------------------------------------
    def published(self):
        """Every text of the page, in and outside of <main>."""
        for run in runs(self.root, DROPPED | {"head"}):
            yield run.raw
        for node in self.root.each():
            for name in ("alt", "aria-label", "title"):
                if node.attrs.get(name):
                    yield node.attrs[name]
            if node.tag == "title":
                yield "".join(c for c in node.children if isinstance(c, str))
            if node.tag == "meta" and "description" in (
                    node.attrs.get("name") or node.attrs.get("property") or ""):
                yield node.attrs.get("content") or ""


def prune(node, tags):
    node.children = [c for c in node.children
                     if isinstance(c, str) or c.tag not in tags]
    for child in node.children:
        if isinstance(child, Node):
            prune(child, tags)


def number(node, name):
    value = node.attrs.get(name) or "1"
    return min(int(value), 100) if value.isdigit() and int(value) > 0 else 1


def compile_pattern(pattern):
    choices = []
    for choice in pattern.split("|"):
        whole = choice.startswith("=")
        text = normal(choice[1:] if whole else choice)
        if not text:
            raise ValueError(f"empty alternative in pattern {pattern!r}")
        expression = re.escape(text).replace(r"\-", r"[\s\-]*").replace(r"\ ", r"[\s\-]+")
        if text[0].isdigit():
            expression = r"(?<!\d)(?<!\d[.,])" + expression
        if text[-1].isdigit():
            expression += r"(?![.,]?\d)"
        if whole:
            expression = r"(?<!\w)" + expression + r"(?!\w)"
        choices.append(expression)
    return re.compile("|".join(choices))


class Site:
    def __init__(self, pages):
        """pages: list of (name, html)."""
        self.pages = [Page(name, html) for name, html in pages]
        self.places = {"block": [], "cell": [], "section": [], "page": []}
        seen = set()
        for page in self.pages:
            for kind, texts in (("block", page.blocks), ("cell", page.cells),
                                ("section", page.sections), ("page", [page.whole])):
                for text in texts:
                    if (kind, text) not in seen:
                        seen.add((kind, text))
                        self.places[kind].append((page.name, text))
        self.cache = {}

    def matches(self, kind, pattern):
        key = kind, pattern
        if key not in self.cache:
            search = compile_pattern(pattern).search
            self.cache[key] = {i for i, (_, text) in enumerate(self.places[kind])
                               if search(text)}
        return self.cache[key]

    def look(self, fact):
        """None if the fact is found, else (page, missing patterns) of the best place."""
        kind = fact.get("within", "section")
        hits = [self.matches(kind, pattern) for pattern in fact["words"]]
        if set.intersection(*hits):
            return None
        places = self.places[kind]
        if not places:
            return "(no page)", list(fact["words"])
        best = max(range(len(places)),
                   key=lambda i: (sum(i in hit for hit in hits), -len(places[i][1])))
        return places[best][0], [p for p, hit in zip(fact["words"], hits)
                                 if best not in hit]


def copied(site, known):
    """Runs of published words which stand in the sources: (pages, text)."""
    found = {}
    seen = {}
    for page in site.pages:
        for text in page.published():
            if text not in seen:
                seen[text] = copied_runs(text, known)
            for hit in seen[text]:
                pages = found.setdefault(hit, [])
                if page.name not in pages:
                    pages.append(page.name)
    return [(pages, text) for text, pages in found.items()]


def copied_runs(text, known):
    found = fingerprint.words(text)
    result, start, end = [], None, None
    for at, value in fingerprint.shingles(found):
        if value in known:
            if start is None or at > end:
                if start is not None:
                    result.append(" ".join(found[start:end]))
                start = at
            end = at + fingerprint.SIZE
    if start is not None:
        result.append(" ".join(found[start:end]))
    return result


def load_facts(path=HERE / "facts.yaml"):
    facts = yaml.safe_load(path.read_text(encoding="utf-8"))
    seen = set()
    for fact in facts:
        if set(fact) - {"id", "source", "fact", "words", "within"} or \
                fact["id"] in seen or not fact["words"] or \
                fact["source"] not in ("entitlement", "relicensing") or \
                fact.get("within", "section") not in ("block", "cell", "section", "page"):
            raise ValueError(f"bad or repeated fact: {fact}")
        for pattern in fact["words"]:
            compile_pattern(pattern)
        seen.add(fact["id"])
    return facts


def main(arguments):
    if len(arguments) != 1 or not pathlib.Path(arguments[0]).is_dir():
        sys.stderr.write(__doc__)
        return 2
    base = pathlib.Path(arguments[0])
    site = Site([(str(path.relative_to(base)), path.read_text(encoding="utf-8"))
                 for path in sorted(base.rglob("*.html"))])
    passed = failed = 0
    for fact in load_facts():
        miss = site.look(fact)
        if miss is None:
            passed += 1
            continue
        failed += 1
        print(f"MISSING {fact['id']} ({fact['source']}, {fact.get('within', 'section')}): "
              f"{fact['fact']}")
        print(f"    closest: {miss[0]}, lacking {'; '.join(miss[1])}")
    known = set((HERE / "source-shingles.txt").read_text().split())
    hits = copied(site, known)
    for pages, text in hits:
        more = f" (and {len(pages) - 1} more)" if len(pages) > 1 else ""
        print(f"COPIED {pages[0]}{more}: {text}")
    failed += len(hits)
    passed += not hits
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
