"""What readers find by Waymark's search and by Pagefind's, on the same pages: queries, codes and tasks.

Both are judged by pages, whatever the place on them: Pagefind isn't held to sections, to a code's own entry or to the doubt of a guess.
Tasks are judged by what readers see: the first three results, and the questionnaire that a sentence leads into. What Waymark finds
exactly is in the tests of its scripts.
"""
import json
import shutil
import subprocess

import pagefind_bin

from support.places import ROOT, SITE
from support.searches import PAGEFIND, PAGEFIND_SHOWN, WAYMARK, WAYMARK_SHOWN, page, wanted
from support.server import Server

PRODUCTS = "relicensing/products/"


def rows(name):
    lines = (ROOT / f"Tests/Fixtures/{name}.yaml").read_text().splitlines()
    return [json.loads(line[2:]) for line in lines if line.startswith("- ")]


def queries(found):
    for query in rows("queries"):
        urls = found[query["query"]]
        if query.get("none"):
            # What looks like a code may lead to its nearest ones, which Waymark says of them; that they are products is right of both.
            yield "nothing for nonsense", all(page(url) == PRODUCTS for url in urls)
        else:
            yield "queries, first", page((urls + [""])[0]) in wanted(query)
            yield "queries, in three", any(page(url) in wanted(query) for url in urls)


def codes(found):
    for code in rows("codes-of-readers"):
        pages = [page(url) for url in found[code["typed"]]]
        if code["verdict"] == "none":
            yield "codes of others, no product", PRODUCTS not in pages
        else:
            yield "codes, in three", PRODUCTS in pages


def tasks(found):
    for task in rows("tasks"):
        words, form = task.get("words"), f"questionnaires/{task.get('questionnaire')}/"
        yield "tasks, in three", any(page(url) == form or words and words.lower() in text.lower() for url, text in found[task["typed"]])


def asked(tab, code, texts):
    loop = f"async (texts) => {{ const found = []; for (const text of texts) found.push(await ({code})(text)); return found; }}"
    return dict(zip(texts, tab.evaluate(loop, texts)))


def test_waymark_finds_what_pagefind_finds(chromium, tmp_path, table):
    public = shutil.copytree(SITE, tmp_path / "public")
    shutil.copytree(ROOT / "Templates/scripts", public / "source")
    subprocess.run([pagefind_bin.get_executable(), "--site", public, "--root-selector", "main"], check=True, capture_output=True)
    typed = [row.get("query", row.get("typed")) for name in ("queries", "codes-of-readers") for row in rows(name)]
    counts = {}
    with Server({"/": public}) as server:
        for name, addresses, shown in (("Waymark", WAYMARK, WAYMARK_SHOWN), ("Pagefind", PAGEFIND, PAGEFIND_SHOWN)):
            # Pagefind needs WebAssembly, which the site's policy forbids.
            tab = chromium.new_page(bypass_csp=True)
            tab.goto(f"{server.origin}/reference/")
            found = asked(tab, addresses, typed)
            seen = asked(tab, shown, [task["typed"] for task in rows("tasks")])
            tab.close()
            for what, is_right in (*queries(found), *codes(found), *tasks(seen)):
                right, all_ = counts.setdefault(what, {}).setdefault(name, (0, 0))
                counts[what][name] = (right + is_right, all_ + 1)
    title = "measured: found on the pages of this site"
    table(title, f"{'Waymark':>10}{'Pagefind':>10}  ")
    for what, by in counts.items():
        table(title, "".join(f"{f'{right} of {all_}':>10}" for right, all_ in (by["Waymark"], by["Pagefind"])) + f"  {what}")
    assert all(by["Waymark"] >= by["Pagefind"] for by in counts.values()), counts
