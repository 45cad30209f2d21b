"""axe-core in a page. Its source, half a megabyte, is read once for each document, and only what it found comes back."""
from axe_playwright_python.base import AXE_SCRIPT

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},      # Off by default, and required by WCAG 2.2 AA.
    "resultTypes": ["violations"],
}
RUN = """rules => axe.run(rules).then(({violations}) => violations.flatMap(({id, nodes}) =>
    nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ''}`)))"""
# Details that are closed are not looked at; tells whether there were any.
OPEN_ALL = """() => {
    const closed = [...document.querySelectorAll('details:not([open])')]
    for (const element of closed) element.open = true
    return closed.length > 0
}"""


def violations(tab):
    """One line for each fault in what the page shows now."""
    if not tab.evaluate("() => 'axe' in window"):
        tab.evaluate(AXE_SCRIPT)
    return tab.evaluate(RUN, RULES)


def violations_in(tab, *settings):
    """The same in each (width, scheme), without loading the page again: styles alone tell them apart."""
    found = []
    for width, scheme in settings:
        tab.set_viewport_size({"width": width, "height": tab.viewport_size["height"]})
        tab.emulate_media(color_scheme=scheme)
        found += [f"{width} {scheme}: {fault}" for fault in violations(tab)]
        wide = tab.evaluate("() => document.documentElement.scrollWidth")
        found += [f"{width} {scheme}: {wide} wide"] if wide > width else []
    return found
