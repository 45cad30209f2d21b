#!/usr/bin/env python3
"""Takes the pictures of Documentation/Content/pictures from the published site: each view wide and on a phone, light and dark.

    PYTHONPATH=$(ls -d .build/tests/python-*/) Tests/SiteTests/pictures.py
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from support import browser  # noqa: E402
from support.places import ROOT, SITE  # noqa: E402
from support.server import Server  # noqa: E402

FOLDER = ROOT / "Documentation/Content/pictures"
SIZES = {"wide": (1280, 800), "phone": (360, 740)}


def search(tab):
    tab.get_by_role("searchbox").fill("transfer a licence")
    tab.wait_for_function("() => document.querySelector('.search-status').textContent")


def products(tab):
    tab.locator("waymark-products input").first.fill("cat 9300")
    tab.wait_for_timeout(400)
    tab.locator("waymark-products").scroll_into_view_if_needed()


def checklist(tab):
    tab.locator("waymark-checklist input[type=checkbox]").first.check()
    tab.locator("waymark-checklist").evaluate("element => element.scrollIntoView()")


VIEWS = {
    "front": ("", None), "article": ("entitlement/access/", None), "questionnaire": ("questionnaires/services/#need=replace", None),
    "products": ("relicensing/products/", products), "search": ("entitlement/access/", search), "checklist": ("entitlement/suppliers/", checklist),
}


def result(tab):
    """Answers the first answer again and again."""
    for _ in range(12):
        tab.wait_for_selector(".q-form, [data-do=copy]")
        if tab.locator("[data-do=copy]").count():
            tab.evaluate("() => scrollTo(0, 0)")
            return
        before = tab.url
        tab.locator(".q-option:visible input").first.check()
        tab.locator(".q-continue").click()
        tab.wait_for_function("before => location.href !== before", arg=before)


VIEWS["result"] = ("questionnaires/services/#need=replace", result)


def main():
    FOLDER.mkdir(exist_ok=True)
    with Server({"/": SITE}) as server, browser.chromium() as chromium:
        for name, (address, prepare) in VIEWS.items():
            for size, (width, height) in SIZES.items():
                for scheme in ("light", "dark"):
                    context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
                    tab = context.new_page()
                    tab.goto(f"{server.origin}/{address}", wait_until="networkidle")
                    if prepare:
                        prepare(tab)
                    tab.screenshot(path=FOLDER / f"{name}-{size}-{scheme}.png")
                    context.close()


if __name__ == "__main__":
    main()
