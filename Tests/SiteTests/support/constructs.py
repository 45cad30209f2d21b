"""Texts that grow: what people write much of, and what an attacker would.

Each makes files below Content/; several stand side by side on one site under names of their own.
"""


def page(text):
    return {"index.md": f"---\ntitle: Home\n---\n\n{text}\n"}


def repeated(piece):
    return lambda n: page(piece * n)


def numbered(piece):
    return lambda n: page("".join(piece.replace("#N", str(i)) for i in range(n)))


def data(kind, head, piece, tail=""):
    def make(n):
        entries = "".join(piece.replace("#N", str(i)) for i in range(max(1, n)))
        return {**page(f"{{{{ {kind} x }}}}"), "data/x.yaml": f"kind: {kind}\ntitle: X\n{head}{entries}{tail}"}
    return make


def many_files(n):
    names = [f"f{i}" for i in range(max(1, n))]
    return {**page("\n\n".join(f"{{{{ faq {name} }}}}" for name in names)),
            **{f"data/{name}.yaml": f"kind: faq\ntitle: {name}\ngroups:\n  g-{name}: {{title: G, questions: {{q-{name}: {{question: Q?, answer: A}}}}}}\n"
               for name in names}}


def many_pages(n):
    return {**page(""), **{f"p{i}.md": f"---\ntitle: Page {i}\n---\n\n[x](missing{i}.md)\n" for i in range(n)}}


def table_file(n):
    rows = "".join(f"{i},o{i}\n" for i in range(n))
    options = ", ".join(f"o{i}: O" for i in range(max(1, n)))
    return {**page("{{ table x }}"), "data/x.csv": f"a,b\n{rows}",
            "data/x.yaml": f"kind: table\ntitle: X\ncolumns: {{a: A, b: {{label: B, type: choice, options: {{{options}}}}}}}\nrows: {{from: x.csv}}\n"}


def directory(n):
    groups = "".join(f"  g{i}: G\n" for i in range(max(1, n)))
    entries = "".join(f"  e{i}: {{is: link, name: E, url: https://example.org/, group: g{i}}}\n" for i in range(max(1, n)))
    return {**page("{{ directory x }}"), "data/x.yaml": f"kind: directory\ntitle: X\ngroups:\n{groups}entries:\n{entries}"}


def comparison(n):
    notes = "".join(f"  n{i}: Note\n" for i in range(max(1, n)))
    rows = "".join(f"  r{i}: {{label: R, note: n{i}, cells: {{a: yes}}}}\n" for i in range(max(1, n)))
    return {**page("{{ comparison x }}"), "data/x.yaml": f"kind: comparison\ntitle: X\ncolumns: {{a: A}}\nrows:\n{rows}notes:\n{notes}"}


def values(n):
    entries = "".join(f"  v{i}: {i}\n" for i in range(max(1, n)))
    return {**page(" ".join(f"{{{{ x.v{i} }}}}" for i in range(max(1, n)))), "data/x.yaml": f"kind: values\ntitle: X\nvalues:\n{entries}"}


def wide_row(n):
    columns = ", ".join(f"c{i}: C" for i in range(max(1, n)))
    cells = ", ".join(f"c{i}: x" for i in range(max(1, n)))
    return {**page("{{ table x }}"), "data/x.yaml": f"kind: table\ntitle: X\ncolumns: {{{columns}}}\nrows: [{{{cells}}}]\n"}


def questionnaire(rules="", cites=""):
    """Its rules for each number, and the cites of its outcome."""
    def make(n):
        rows = "".join(rules.replace("#N", str(i)) for i in range(n))
        return {"index.md": "---\ntitle: Home\n---\n\n" + "".join(f"## Heading {i}\n\n" for i in range(n)),
                "questionnaires/x.yaml": "kind: questionnaire\ntitle: X\nquestions:\n  a: {ask: A?}\noutcomes:\n  o:\n    title: O\n    cites: ["
                + ", ".join(cites.replace("#N", str(i)) for i in range(n) if cites) + f"]\n  p: {{title: P}}\nrules:\n{rows}  - {{if: {{a: yes}}, then: o}}\n  - {{else: p}}\n"}
    return make


# What is made, and how many of it. Small numbers: a counted run is fifty times as slow.
ALL = {
    # Findings and their places.
    "empty links": (repeated("[]() "), 1_000), "unknown values": (repeated("{{ a.b }} "), 1_000), "raw HTML": (repeated("<b> "), 1_000),
    "bad values": (repeated("{{ "), 1_000), "broken links": (numbered("[a](b#N.md) "), 1_000), "broken links in lines": (numbered("[a](b#N.md)\n"), 1_000),
    "broken anchors": (lambda n: page("".join(f"[a](#b{i})\n\n## H{i}\n\n" for i in range(n))), 500),
    "broken references": (lambda n: page("".join(f"[a][b{i}] " for i in range(n)) + "\n\n" + "".join(f"[c{i}]: /u\n" for i in range(n))), 700),
    "unknown footnotes": (lambda n: page("".join(f"[^a{i}] " for i in range(n)) + "\n\n" + "".join(f"[^c{i}]: x\n" for i in range(n))), 500),
    "images without words": (repeated("![](a.png) "), 1_000), "empty headings": (repeated("## \n\n"), 1_000), "table rows": (lambda n: page("|a|b|\n|-|-|\n" + "|c|\n" * n), 1_000),
    "foreign marks": (repeated(":a-b: [[c]] {.d} "), 500), "headings without a space": (repeated("##a\n\n"), 1_000), "lone backticks": (repeated("a `\n\n"), 1_000),
    "unknown callouts": (repeated("> [!NOPE]\n\n"), 1_000), "invisible characters": (repeated("a\u202e"), 2_000), "conflicts": (repeated("<<<<<<< a\n"), 2_000),
    "unknown data files": (repeated("{{ faq nope }}\n\n"), 500), "unknown names in rules": (questionnaire(rules="  - {if: {b#N: yes}, then: o}\n"), 200),
    "unknown answers in rules": (questionnaire(rules="  - {if: {a: b#N}, then: o}\n"), 200), "broken cites": (questionnaire(cites="index.md#b#N"), 200),
    # Texts without mistakes.
    "cites": (questionnaire(cites="index.md#heading-#N"), 200), "counts": (lambda n: {**data("faq", "groups:\n", "  g#N: {title: G#N, questions: {q#N: {question: Q?, answer: A}}}\n")(n), **page("{{ faq x }}\n\n" + "{{ count x }} " * n)}, 200),
    "links": (repeated("[a](index.md) "), 1_500), "bare addresses": (repeated("https://a.org/b "), 1_000), "mail addresses": (repeated("a@b.org "), 1_000),
    "no addresses": (repeated("www._a_.h"), 2_000), "at signs": (repeated("a@"), 4_000), "values": (values, 600), "headings": (numbered("## Heading #N\n\n"), 800),
    "same headings": (repeated("## Heading\n\n"), 800), "footnotes": (lambda n: page("".join(f"[^{i}] " for i in range(n)) + "\n\n" + "".join(f"[^{i}]: x\n" for i in range(n))), 500),
    "tall table": (lambda n: page("|a|b|\n|-|-|\n" + "|c|d|\n" * n), 1_000), "wide table": (lambda n: page("|a" * n + "|\n" + "|-" * n + "|\n" + "|b" * n + "|\n"), 600),
    "wide table with escapes": (lambda n: page("|\\[a" * n + "|\n" + "|-" * n + "|\n" + "|b" * n + "|\n"), 500), "strikes": (repeated("~~a~~ "), 1_500),
    "tasks": (repeated("- [ ] a\n"), 1_000), "comments": (repeated("a <!-- b -->\n"), 1_500), "references": (lambda n: page("[a]: https://example.org/\n\n" + "[a][a] " * n), 1_000),
    "shortcut references before brackets": (lambda n: page("[x]: nope.md\n\n" + "[x]( " * n), 500), "code": (repeated("`a` ``b` `` "), 1_000),
    "backticks growing": (lambda n: page("".join("a" + "`" * i for i in range(1, int((2 * n) ** 0.5)))), 8_000),
    "prose": (repeated("Some words of prose, with a comma and a full stop. "), 1_000), "open braces": (repeated("{{ a "), 1_000), "open brackets": (repeated("a ]( "), 1_000),
    # Data.
    "files": (many_files, 60), "pages with broken links": (many_pages, 300), "questions": (data("faq", "groups:\n  g:\n    title: G\n    questions:\n", "      q#N: {question: Q?, answer: A}\n"), 300),
    "broken links in data": (data("faq", "groups:\n  g:\n    title: G\n    questions:\n", "      q#N: {question: Q?, answer: '[a](b#N.md)'}\n"), 200),
    "one long answer": (data("faq", "groups:\n  g:\n    title: G\n    questions:\n      q:\n        question: Q?\n        answer: |\n", "          [a](b#N.md)\n"), 500),
    "one folded answer": (data("faq", "groups:\n  g:\n    title: G\n    questions:\n      q:\n        question: Q?\n        answer: >\n", "          [a](b#N.md)\n"), 500),
    "folded answers": (data("faq", "groups:\n  g:\n    title: G\n    questions:\n", "      q#N:\n        question: Q?\n        answer: >\n          A\n"), 200),
    "spaces in quotes": (lambda n: {**page("{{ faq x }}"), "data/x.yaml": f"kind: faq\ntitle: X\ngroups: {{g: {{title: G, questions: {{q: {{question: Q?, answer: \"a\n  b{' ' * n}c\"}}}}}}}}\n"}, 20_000),
    "choices": (table_file, 300), "directory": (directory, 200), "comparison": (comparison, 200), "wide row": (wide_row, 300),
    "unknown fields": (data("values", "values: {a: 1}\n", "f#N: 1\n"), 1_000), "unknown columns": (data("table", "columns: {a: A}\nrows:\n", "- {b#N: 1}\n"), 400),
    "unknown groups": (data("directory", "groups: {a: A}\nentries:\n", "  e#N: {is: link, name: E, url: https://example.org/, group: g#N}\n"), 200),
    "wrong types": (data("values", "values:\n", "  v#N: [1]\n"), 500), "terms": (data("glossary", "terms:\n", "  t#N: {term: T#N, definition: D}\n"), 200),
    "products": (data("products", "categories: {a: A}\nattributes: {}\ngroups:\n", "  g#N: {category: a, products: {p#N: P}}\n"), 200),
    "names in the navigation": (lambda n: {**page(""), "site.yaml": "title: T\nnavigation: [" + ", ".join(f"n{i}" for i in range(max(1, n))) + "]\n"}, 500),
}

# Those that grow in the number of files, or in the settings: each needs a site of its own.
ALONE = ["files", "pages with broken links", "names in the navigation"]
# How many of the others share a site: a growth with the square of one stands out among these.
TOGETHER = 8


def groups():
    """The names of what is measured together."""
    rest = sorted(set(ALL) - set(ALONE))
    return [[name] for name in ALONE] + [rest[start:start + TOGETHER] for start in range(0, len(rest), TOGETHER)]


def site(names, factor):
    """The files of some constructs, each in a folder and with data of its own; `factor` 0 for none of their text."""
    if names[0] in ALONE:
        make, size = ALL[names[0]]
        return make(factor * size)
    files = page("")
    for number, name in enumerate(names):
        make, size = ALL[name]
        for path, text in make(factor * size).items():
            text = text.replace(" x }}", f" x{number} }}}}").replace("{{ x.", f"{{{{ x{number}.").replace("from: x.csv", f"from: x{number}.csv")
            text = text.replace("title: Home", f"title: Page {number}").replace("title: X\n", f"title: X{number}\n")
            text = text.replace("{{ count x }}", f"{{{{ count x{number} }}}}").replace("index.md#", f"p{number}.md#")
            files[path.replace("index.md", f"p{number}.md").replace("/x.", f"/x{number}.")] = text
    return files
