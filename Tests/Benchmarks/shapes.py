#!/usr/bin/env python3
"""Whether time, memory and output grow with a site and no faster, whatever its shape.

    shapes.py [--waymark PROGRAM] [--small 1000] [--times 10] [NAME…]

Builds each shape in two sizes, one `--times` as large as the other, and prints what each further page, row or questionnaire takes
in the large one compared with the small one: 1.0 is linear. What the smallest site takes is taken off. Nothing is asserted: run it
on a quiet machine.
"""
import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PLACE = Path("/dev/shm" if os.path.isdir("/dev/shm") else "/tmp") / "waymark-shapes"
TEXT = "A paragraph with some words of prose, long enough to be read, and [a link](index.md) to the start.\n\n" * 8


def page(title, text=TEXT, front=""):
    return f"---\ntitle: {title}\n{front}---\n\n{text}"


def pages(n, folder="", text=TEXT):
    return {f"{folder}p{i}.md": page(f"Page {i}", text.replace("(index.md)", "(../index.md)")) for i in range(n)}


def section(n):
    """One folder with all pages."""
    return {"all/index.md": page("All", "All pages.\n", "layout: list\n"), **pages(n, "all/")}


def folders(n):
    """A folder for each page."""
    return {f"f{i}/index.md": page(f"Folder {i}", TEXT.replace("(index.md)", "(../index.md)")) for i in range(n)}


def to_one(n):
    """All pages link to one of them."""
    return {"one.md": page("One"), "all/index.md": page("All", "", "layout: list\n"),
            **pages(n, "all/", TEXT.replace("(index.md)", "(../one.md)"))}


def from_one(n):
    """One page links to all."""
    return {"one.md": page("One", "\n".join(f"* [Page {i}](all/p{i}.md)" for i in range(n))), **section(n)}


def headings(n):
    """Pages of fifty, each with ten headings that others link to."""
    text = "".join(f"## Heading {i}\n\n{TEXT}" for i in range(10)).replace("(index.md)", "(../s0/p0.md#heading-3)")
    return {path: value for at in range(0, n, 50) for path, value in {
        f"s{at // 50}/index.md": page(f"Section {at // 50}", "", "layout: list\n"), **pages(min(50, n - at), f"s{at // 50}/", text)}.items()}


def rows(n):
    """A table."""
    return {"t.md": page("Table", "{{ table t }}\n"), "data/t.csv": "a,b\n" + "".join(f"Row {i},Some words of it\n" for i in range(n)),
            "data/t.yaml": "kind: table\ntitle: Table\ncolumns: {a: A, b: B}\nrows: {from: t.csv}\n"}


def products(n):
    """A list of products."""
    return {"t.md": page("Products", "{{ products t }}\n"),
            "data/t.yaml": "kind: products\ntitle: Products\ncategories: {a: A}\nattributes: {}\ngroups:\n" + "".join(
                f"  g{i}: {{category: a, products: {{p{i}: Model {1000 + i}}}}}\n" for i in range(n))}


def questionnaires(n):
    """Questionnaires of three questions; a hundredth of the number."""
    ask = "".join(f"  q{i}: {{ask: Question {i}?, one-of: {{a: A, b: B, c: C}}}}\n" for i in range(3))
    rules = "rules:\n" + "".join(f"  - {{if: {{q0: {o}}}, then: o{o}}}\n" for o in "abc")
    outcomes = "outcomes:\n" + "".join(f"  o{o}: {{title: Outcome {o}, text: Some words.}}\n" for o in "abc")
    return {f"questionnaires/n{i}.yaml": f"kind: questionnaire\ntitle: Questionnaire {i}\nquestions:\n{ask}{rules}{outcomes}" for i in range(n // 100)}


def faqs(n):
    """Pages with a file of ten questions each."""
    questions = "".join(f"      q{i}: {{question: What is number {i}?, answer: Some words.}}\n" for i in range(10))
    return {path: text for i in range(n // 10) for path, text in {
        f"p{i}.md": page(f"Page {i}", f"{{{{ faq f{i} }}}}\n"),
        f"data/f{i}.yaml": f"kind: faq\ntitle: Questions {i}\ngroups:\n  g:\n    title: Group\n    questions:\n{questions}"}.items()}


def sources(n):
    """Pages that each rest on a document of their own, and on one of all."""
    return {f"p{i}.md": page(f"Page {i}", front=f"sources: [{{document: Document {i}, section: Some}}, {{document: All, section: Part {i}}}]\n") for i in range(n)}


SHAPES = {"one section": section, "a folder for each page": folders, "all link to one": to_one, "one links to all": from_one,
          "many headings": headings, "rows of a table": rows, "products": products, "questions": faqs, "sources": sources,
          "questionnaires": questionnaires}


def measured(waymark, files):
    """Seconds of processor time, of wall time, MiB, and the bytes published."""
    shutil.rmtree(PLACE, ignore_errors=True)
    for path, text in {"site.yaml": "title: Shapes\n", "index.md": page("Front page", "Welcome.\n"), **files}.items():
        file = PLACE / "Content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    start = time.monotonic()
    run = subprocess.Popen([waymark, "build", "--site", PLACE, "--output", PLACE / "out"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                           env=os.environ | {"XDG_CACHE_HOME": "/dev/null"})
    said = run.stdout.read()
    _, status, usage = os.wait4(run.pid, 0)
    wall = time.monotonic() - start
    run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode != 0:
        sys.exit(said.decode()[:2000])
    size = sum(file.stat().st_size for file in (PLACE / "out").rglob("*") if file.is_file())
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, size / 1e6


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--waymark", default=str(ROOT / ".build/release/waymark"))
    parser.add_argument("--small", type=int, default=1000)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    none = measured(options.waymark, {})
    for name in options.names or SHAPES:
        small, large = (measured(options.waymark, SHAPES[name](options.small * factor)) for factor in (1, options.times))
        growth = [(b - n) / max(1e-9, a - n) / options.times for n, a, b in zip(none, small, large)]
        print(f"{name:24} {large[0]:7.2f} s of processor, {large[1]:7.2f} s, {large[2]:6.0f} MiB, {large[3]:7.1f} MB;"
              f" each further one × {growth[0]:.2f}, {growth[1]:.2f}, {growth[2]:.2f}, {growth[3]:.2f}", flush=True)
    shutil.rmtree(PLACE, ignore_errors=True)


if __name__ == "__main__":
    main()
