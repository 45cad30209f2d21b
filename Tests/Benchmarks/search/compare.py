#!/usr/bin/env python3
"""Waymark's search against Pagefind's, on the same published pages and the same queries.

    compare.py PUBLIC PAGEFIND

PUBLIC is a site built by Waymark of what corpus.sh makes; PAGEFIND the program of PyPI's pagefind_bin. Both are asked in
one Chromium. A hit is the page that Tests/Fixtures/queries.yaml wants, whatever the place on it; bytes are those of the
files that are fetched until the first result is known, compressed by gzip where they are not yet.
"""
import functools
import gzip
import http.server
import json
import shutil
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "../../SiteTests"))

from support.searches import PAGEFIND, WAYMARK, page, wanted as wanted_by  # noqa: E402

QUERIES = [json.loads(line[2:]) for line in (HERE / "../../Fixtures/queries.yaml").read_text().splitlines() if line.startswith("- ")]


def compressed(path):
    data = path.read_bytes()
    return len(data) if data[:2] == b"\x1f\x8b" else min(len(data), len(gzip.compress(data, 9)))


def recall(found):
    first = asked = near = none = wanted = 0
    for query, urls in zip(QUERIES, found):
        if query.get("none"):
            none += not urls
            wanted += 1
            continue
        choices = wanted_by(query)
        asked += 1
        first += bool(urls) and page(urls[0]) in choices
        near += any(page(url) in choices for url in urls)
    return f"{first / asked:.3f}", f"{near / asked:.3f}", f"{none} of {wanted}"


def measure(tab, public, code, base):
    sizes, times, found = [], [], []
    one = code.replace("slice(0, 3)", "slice(0, 1)")
    for query in QUERIES:
        tab.goto(base)
        requests = []
        note = lambda request: requests.append(urlsplit(request.url).path.lstrip("/"))
        tab.on("request", note)
        tab.evaluate(one, query["query"])
        tab.remove_listener("request", note)
        sizes.append(sum(compressed(public / name) for name in {*requests} if not name.startswith("source/") and (public / name).is_file()))
        found.append(tab.evaluate(code, query["query"]))
        start = time.perf_counter()
        tab.evaluate(code, query["query"])
        times.append((time.perf_counter() - start) * 1000)
    return (*recall(found), f"{statistics.median(sizes) / 1000:.0f} kB", f"{max(sizes) / 1000:.0f} kB", f"{statistics.median(times):.0f} ms")


class Server(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def size_of(files):
    return f"{sum(compressed(file) for file in files) / 1000:.0f} kB"


def main():
    public, program = Path(sys.argv[1]), sys.argv[2]
    start = time.perf_counter()
    subprocess.run([program, "--site", public, "--root-selector", "main"], check=True, capture_output=True)
    indexing = time.perf_counter() - start
    shutil.copytree(HERE / "../../../Templates/scripts", public / "source", dirs_exist_ok=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Server, directory=public))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/reference/"
    rows = {}
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-dev-shm-usage"])
        for name, code in (("Waymark", WAYMARK), ("Pagefind", PAGEFIND)):
            # Pagefind needs WebAssembly, which the site's policy forbids.
            rows[name] = measure(chromium.new_page(bypass_csp=True), public, code, base)
        chromium.close()
    index = [public / "search/index.json", *(public / "assets/search").iterdir()]
    rows["Waymark"] += (size_of(index), "in the build")
    rows["Pagefind"] += (size_of(file for file in (public / "pagefind").rglob("*") if file.suffix in (".pf_index", ".pf_fragment", ".pf_meta")), f"{indexing:.2f} s")
    shutil.rmtree(public / "pagefind")
    shutil.rmtree(public / "source")
    head = ("recall at 1", "recall at 3", "nothing for nonsense", "bytes to the first result", "most", "again, warm", "index", "time to index")
    print("| | " + " | ".join(rows) + " |\n|---|" + "---|" * len(rows))
    for number, label in enumerate(head):
        print(f"| {label} | " + " | ".join(row[number] for row in rows.values()) + " |")


main()
