"""Debian's Chromium, driven by Playwright."""
import contextlib
import shutil
import time

from playwright.sync_api import sync_playwright

HEIGHT = 900


@contextlib.contextmanager
def chromium():
    with sync_playwright() as playwright:
        # The same browser without the window that the other one draws even when nobody sees it: half the work.
        program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        # A sandbox cannot be had inside most containers, and only pages of our own are opened.
        running = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield running
        running.close()


# Where scripts are switched off, nothing would ever call back, and nothing comes that the page itself does not name.
IDLE = "() => matchMedia('(scripting: none)').matches || new Promise(done => requestIdleCallback(() => setTimeout(done), { timeout: 500 }))"


@contextlib.contextmanager
def at_rest(tab):
    """Waits, after what is done inside, until all that the page asks for by itself has come and its scripts have nothing to
    do: as `networkidle`, which waits half a second more to see whether that is so."""
    under_way, rest, end = set(), 0, time.monotonic() + 20
    watch = {"request": lambda request: under_way.add(request), "requestfinished": lambda request: under_way.discard(request),
             "requestfailed": lambda request: under_way.discard(request)}
    for event, note in watch.items():
        tab.on(event, note)
    try:
        yield
        while rest < 2 and time.monotonic() < end:      # Twice, because what has come may ask for more.
            tab.evaluate(IDLE)
            rest = 0 if under_way else rest + 1
    finally:
        for event, note in watch.items():
            tab.remove_listener(event, note)
    assert rest == 2, f"{tab.url} still loads {[request.url for request in under_way]}"


def visit(tab, url):
    with at_rest(tab):
        tab.goto(url)
    return tab


def opened_together(context, urls, prepare):
    """Opens a tab for each address, after `prepare(tab, url)`, and closes all when nothing comes any more: half a second for
    all of them, not for each."""
    tabs = []
    for url in urls:
        tab = context.new_page()
        tabs.append(tab)
        prepare(tab, url)
        tab.goto(url)
    for tab in tabs:
        tab.wait_for_load_state("networkidle")
    for tab in tabs:
        tab.close()


def several(pages, ask, count=8):
    """`ask(pages)` gives {page: what is known of it}: a function that gives it for one page, and asks for several at a time."""
    known = {}

    def of(page):
        if page not in known:
            start = pages.index(page)
            known.update(ask(pages[start:start + count]))
        return known[page]
    return of


def add_style(tab, css):
    """Styles of a test's own. An element would be kept out by the policy of the page."""
    tab.evaluate("""css => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(css)
        document.adoptedStyleSheets.push(sheet)
    }""", css)


class Tabs:
    """One tab for each combination of settings: opening a context for each test would cost more than the tests."""

    def __init__(self, chromium):
        self.chromium, self.open = chromium, {}

    def get(self, width=1440, scheme="light", own="", **settings):
        """`own` names a use that does things to its tab which others are not to find."""
        key = (width, scheme, own, *sorted(settings.items()))
        if key not in self.open:
            context = self.chromium.new_context(
                viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, **settings)
            self.open[key] = context.new_page()
        return self.open[key]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for page in self.open.values():
            page.context.close()

# The words that a page shows, in order, without controls, which scripts add; hidden panels of tabs count.
WORDS = """() => {
    const main = document.querySelector('main').cloneNode(true)
    main.querySelectorAll('button:not(th button), select, input, label, legend, .given-name, output, dialog, template, [role=status], svg, .tools, .checklist-tools')
        .forEach(element => element.remove())
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT), words = []
    while (texts.nextNode()) words.push(...texts.currentNode.data.split(/\\s+/).filter(word => word))
    return words
}"""
