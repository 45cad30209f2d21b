"""A reader at a keyboard, in either engine: the same tests ask the same of both."""
import contextlib
import time

from playwright.sync_api import Error

from .firefox import FirefoxError

PATIENCE = 20      # Seconds; far more than anything takes.

# How many presses of Tab lead to the first element of which a function says yes; below 0, of Shift+Tab to one that stands
# before. An estimate: a group of radio buttons is one stop, but browsers stop elsewhere as well, at boxes that scroll.
PRESSES = """(...values) => {
    const now = document.activeElement, isWanted = element => (FUNCTION)(element, ...values)
    const isStop = each => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true })
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(isStop)
    const groups = Object.groupBy(all.filter(each => each.type === 'radio'), each => each.name)
    const stops = all.filter(each => each.type !== 'radio'
        || each === (groups[each.name].find(one => one.checked) ?? groups[each.name][0]))
    const ahead = stops.filter(each => now.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING)
    const behind = stops.filter(each => now.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING).reverse()
    return ahead.findIndex(isWanted) + 1 || -1 - behind.findIndex(isWanted)
}"""


class Reader:
    """What both have in common; `press` takes names of keys, `write` types a text."""

    def wait(self, function, *values):
        """What a function in the page gives as soon as that is something."""
        end, found = time.monotonic() + PATIENCE, None
        while time.monotonic() < end:
            with contextlib.suppress(Error, FirefoxError):      # A page that is going away cannot be asked.
                found = self.ask(function, *values)
            if found:
                return found
            time.sleep(0.01)
        raise AssertionError(f"never came true at {self.url}: {function} {values}")

    def open_afresh(self, url):
        """Loads a page even if only the fragment of its address is another."""
        self.open("about:blank")
        self.open(url)

    def skip(self):
        """Takes the skip link of a page that was just opened, as those do who read with the keyboard alone."""
        self.press("Tab", "Enter")
        assert self.ask("() => document.activeElement.id") == "main"

    def tab_to(self, function, *values):
        """Presses Tab until an element has the focus of which the function says yes. It is asked once all the presses that
        it should take are done, and after each further one."""
        presses = self.ask(PRESSES.replace("FUNCTION", function), *values)
        self.press(*["Shift+Tab" if presses < 0 else "Tab"] * (abs(presses) or 1))
        for _ in range(200):      # A list of products is long, and without script each is a link.
            if self.ask(f"(...values) => ({function})(document.activeElement, ...values)", *values):
                return
            self.press("Tab")
        raise AssertionError(f"Tab never came to {function} {values}")


class ChromiumReader(Reader):
    def __init__(self, tab):
        self.tab = tab
        self.back, self.forward, self.reload = tab.go_back, tab.go_forward, tab.reload
        self.open, self.write = tab.goto, tab.keyboard.type

    def ask(self, function, *values):
        return self.tab.evaluate(f"values => ({function})(...values)", list(values))

    def press(self, *keys):
        for key in keys:
            self.tab.keyboard.press(key)

    @property
    def url(self):
        return self.tab.url

    @property
    def title(self):
        return self.tab.title()


class FirefoxReader(Reader):
    def __init__(self, firefox):
        self.firefox = firefox
        self.open, self.press = firefox.open, firefox.press

    def ask(self, function, *values):
        return self.firefox.script(f"return ({function})(...arguments)", *values)

    def write(self, text):
        self.firefox.press(*text)

    def back(self):
        self.firefox.command("WebDriver:Back")

    def forward(self):
        self.firefox.command("WebDriver:Forward")

    def reload(self):
        self.firefox.command("WebDriver:Refresh")

    @property
    def url(self):
        return self.firefox.url

    @property
    def title(self):
        return self.firefox.title
