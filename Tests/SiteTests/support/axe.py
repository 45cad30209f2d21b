"""axe-core in a page. Its source, half a megabyte, is read once for each document, and only what it found comes back."""
from axe_playwright_python.base import AXE_SCRIPT

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},      # Off by default, and required by WCAG 2.2 AA.
    "resultTypes": ["violations"],
}
# What colours can break, and all that they cannot: another scheme needs only the one, another width the other as well.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "resultTypes": ["violations"]}
SHAPES = RULES | {"rules": RULES["rules"] | {"color-contrast": {"enabled": False}, "link-in-text-block": {"enabled": False}}}
RUN = """([place, rules]) => axe.run(place, rules).then(({violations}) => violations.flatMap(({id, nodes}) =>
    nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ''}`)))"""
# Details that are closed are not looked at; tells whether there were any.
OPEN_ALL = """() => {
    const closed = [...document.querySelectorAll('details:not([open])')]
    for (const element of closed) element.open = true
    return closed.length > 0
}"""


def violations(tab, place="html", rules=None):
    """One line for each fault in what the page shows now, or a part of it."""
    if not tab.evaluate("() => 'axe' in window"):
        tab.evaluate(AXE_SCRIPT)
    return tab.evaluate(RUN, [place, rules or RULES])
