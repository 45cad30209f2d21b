"""What the pictures of the documentation show: how each is reached, and what has to be on it."""
import os
import pty
import re
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from typing import Callable

from . import documentation, program
from .server import Server, free_port

FOLDER = documentation.CONTENT / "pictures"
SIZES = {"wide": (1280, 800), "phone": (360, 740), "block": (720, 420), "terminal": (860, 250)}
SCHEMES = ("light", "dark")


@dataclass
class View:
    """`prepare` brings a tab to what is to be seen, `shows` is a selector of what must be in the picture then."""
    name: str
    site: str                     # real, documentation, preview or terminal
    address: str
    shows: str
    prepare: Callable = lambda tab: None
    sizes: tuple = ("block",)
    schemes: tuple = ("light",)
    scrolls: bool = True          # to what it shows, where that is a part of a page of the documentation

    def files(self):
        for size in self.sizes:
            for scheme in self.schemes:
                yield size, scheme, FOLDER / ("-".join([self.name, *([size, scheme] if len(self.sizes) > 1 else [])]) + ".png")


def search(tab):
    tab.get_by_role("searchbox").fill("transfer a licence")
    tab.wait_for_function("() => document.querySelector('.search-status').textContent")


def products(tab):
    tab.locator("waymark-products input").first.fill("cat 9300")
    tab.wait_for_function("() => /\\d/.test(document.querySelector('waymark-products [role=status]').textContent)")


def checklist(tab):
    tab.locator("waymark-checklist [value=yes]").first.check()


TO_THE_TOP = "element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 24)"


def term(tab):
    tab.locator("a.term").first.evaluate("element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 200)")
    tab.locator("a.term").first.hover()


def result(tab):
    """Answers the first answer again and again."""
    for _ in range(12):
        tab.wait_for_selector(".q-form, [data-do=copy]")
        if tab.locator("[data-do=copy]").count():
            return tab.evaluate("() => scrollTo(0, 0)")
        before = tab.locator(".q-view h1").inner_text()
        tab.locator(".q-option:visible input").first.check()
        tab.locator(".q-continue").click()
        # The result comes a moment after its address.
        tab.wait_for_function("before => document.querySelector('.q-view h1').innerText !== before", arg=before)


ALL = {"sizes": ("wide", "phone"), "schemes": SCHEMES}
VIEWS = [
    View("front", "real", "", "main a[data-answer]", **ALL),
    View("article", "real", "entitlement/access/", "main h1", **ALL),
    View("questionnaire", "real", "questionnaires/services/#need=replace", ".q-form", **ALL),
    View("result", "real", "questionnaires/services/#need=replace", "[data-do=copy]", result, **ALL),
    View("products", "real", "relicensing/products/", "waymark-products", products, **ALL),
    View("search", "real", "entitlement/access/", ".result", search, **ALL),
    View("checklist", "real", "entitlement/suppliers/", "waymark-checklist", checklist, **ALL),
    View("kind-actions", "documentation", "kinds/actions/", "waymark-actions",
         lambda tab: tab.locator("waymark-actions select").first.select_option(label="Borrow a device")),
    View("kind-products", "documentation", "kinds/products/", "waymark-products",
         lambda tab: tab.locator("waymark-products input").first.fill("ol16")),
    View("kind-faq", "documentation", "kinds/faq/", "waymark-faq", lambda tab: tab.locator("waymark-faq summary").first.click()),
    View("kind-checklist", "documentation", "kinds/checklist/", "waymark-checklist", checklist),
    View("kind-comparison", "documentation", "kinds/comparison/", "[data-name=short-or-long]"),
    View("kind-table", "documentation", "kinds/table/", "waymark-table",
         lambda tab: tab.locator("waymark-table th button").nth(1).click()),
    View("kind-directory", "documentation", "kinds/directory/", "[data-name=desk]"),
    View("kind-glossary", "documentation", "kinds/glossary/", "[role=tooltip]", term, scrolls=False),
    View("preview-error", "preview", "", "preview-box"),
    View("message", "terminal", "", "pre", sizes=("terminal",)),
]


def take(chromium, origin, view, size, scheme):
    """The picture as bytes."""
    width, height = SIZES[size]
    context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce")
    try:
        tab = context.new_page()
        tab.goto(f"{origin}/{view.address}", wait_until="domcontentloaded" if view.site == "preview" else "networkidle")
        view.prepare(tab)
        shown = tab.locator(view.shows).first
        shown.wait_for(state="attached" if view.site == "preview" else "visible", timeout=20_000)
        if view.scrolls and view.shows.startswith(("waymark-", "[data-name")) and view.site != "preview":
            shown.evaluate(TO_THE_TOP)
        tab.wait_for_timeout(300)      # Until what moves has come to rest.
        return tab.screenshot()
    finally:
        context.close()


def mistaken_site(folder):
    """A site with one mistake that everybody makes."""
    return program.write_site(folder, {
        "index.md": "---\ntitle: Shop help\n---\n\nRead [how to send it back](return/how.md).\n",
        "returns/index.md": program.page("Returns", "What you can send back."), "returns/how.md": program.page("How", "Print the label.")})


@contextmanager
def preview(folder):
    """`waymark serve` of a site in which somebody makes that mistake: its origin."""
    process = subprocess.Popen(
        program.arguments("serve", "--site", program.write_site(folder, title="Shop help"), "--port", free_port(), "--as-of", program.DAY),
        env=program.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        origin = process.stdout.readline().strip().rstrip("/")
        for line in process.stderr:
            if line.startswith("version 1"):
                mistaken_site(folder)
            elif line.startswith("error["):
                break
        yield origin
    finally:
        process.terminate()
        process.wait(20)


# The colours of a dark terminal, by their numbers.
STYLES = {"1": "font-weight: bold", "2": "opacity: .75", "31": "color: #ff9c8a", "33": "color: #f4b63f", "34": "color: #92c6f6",
          "36": "color: #7fd4b8"}


def on_a_terminal(*words, cwd):
    """What a command prints on a terminal, colours and all."""
    reader, writer = pty.openpty()
    subprocess.run(program.arguments(*words), cwd=cwd, env=program.environment(TERM="xterm-256color"), stdin=subprocess.DEVNULL,
                   stdout=writer, stderr=writer, check=False, timeout=120)
    os.close(writer)
    text = b""
    try:
        while piece := os.read(reader, 4096):
            text += piece
    except OSError:      # How Linux says that the other end of a terminal is closed.
        pass
    os.close(reader)
    return text.decode().replace("\r\n", "\n")


def terminal(folder):
    """Writes a page that shows `waymark check` of that site, and gives its folder."""
    text = "$ waymark check\n" + on_a_terminal("check", "--as-of", program.DAY, cwd=mistaken_site(folder))
    spans = ["<span>"]
    for piece in re.split(r"\x1b\[([0-9;]*m)", text):
        if piece.endswith("m") and piece[:-1].replace(";", "").isdigit():
            spans.append(f'</span><span style="{"; ".join(STYLES[code] for code in piece[:-1].split(";") if code in STYLES)}">')
        else:
            spans.append(escape(piece))
    (folder / "index.html").write_text(
        '<!DOCTYPE html><title>Terminal</title><body style="margin: 0; background: #151c19">'
        f'<pre style="margin: 0; padding: 20px; color: #e4eae6; font: 15px/1.5 monospace">{"".join(spans)}</span></pre>')
    return folder


@contextmanager
def origins(folder, real, own):
    """Where each site of the views is: the real one and the documentation are given as published folders."""
    with Server({"/": real}) as first, Server({"/": own}) as second, Server({"/": terminal(folder / "terminal")}) as third, \
            preview(folder / "preview") as fourth:
        yield {"real": first.origin, "documentation": second.origin, "terminal": third.origin, "preview": fourth}
