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
# The contrast of a text takes milliseconds, and pages have thousands of texts, most of them alike. A text is passed without
# measuring it anew if one passed in this document whose element and all elements around it have the same names, classes and
# computed colours, and if it stands where its elements alone decide what is behind it: within the nearest of them that has
# a background, and apart from all that is positioned. What failed, or could not be told, is measured again each time.
# A link in a text passes if its contrast or its style sets it apart: the style is asked first, because it costs nothing.
ALIKE = """() => {
    const { 'color-contrast': check, 'link-in-text-block': link, 'link-in-text-block-style': style } = axe._audit.checks
    const measure = check.evaluate, compare = link.evaluate
    link.evaluate = function (...all) { return style.evaluate.apply({ data() {}, relatedNodes() {} }, all) || compare.apply(this, all) }
    const numbers = new Map(), passed = new Set()
    let around, positioned
    const clear = 'rgba(0, 0, 0, 0)'
    const hasGround = style => style.backgroundColor !== clear || style.backgroundImage !== 'none'
    const place = element => {
        if (!around.has(element)) {
            const outer = element.parentElement ? place(element.parentElement) : { number: 0, ground: null }
            const style = getComputedStyle(element)
            const key = [outer.number, element.localName, element.className, style.backgroundColor, style.backgroundImage,
                style.opacity, style.filter, style.mixBlendMode].join()
            if (!numbers.has(key)) numbers.set(key, numbers.size + 1)
            around.set(element, { number: numbers.get(key), ground: hasGround(style) ? element : outer.ground })
        }
        return around.get(element)
    }
    const boxOf = element => {
        const range = document.createRange()
        range.selectNodeContents(element)
        const box = range.getBoundingClientRect()
        return box.width ? box : element.getBoundingClientRect()      // The text of a field is not among its contents.
    }
    const standsAlone = (element, ground) => {
        const box = boxOf(element)
        const outer = ground && !ground.matches('html, body') ? ground.getBoundingClientRect() : null
        return !(outer && (box.left < outer.left - 1 || box.right > outer.right + 1 || box.top < outer.top - 1 || box.bottom > outer.bottom + 1))
            && !positioned.some(([other, at]) => at.left < box.right && at.right > box.left && at.top < box.bottom && at.bottom > box.top
                && !other.contains(element) && !element.contains(other))
    }
    check.evaluate = function (element, ...others) {
        const { number, ground } = place(element), style = getComputedStyle(element)
        const key = [number, style.color, style.fontSize, style.fontWeight, style.textShadow].join()
        if (passed.has(key) && standsAlone(element, ground)) return true
        const result = measure.call(this, element, ...others)
        if (result) passed.add(key)
        return result
    }
    axe.lookAgain = () => {
        around = new Map()
        positioned = [...document.body.querySelectorAll('*')].filter(element => getComputedStyle(element).position !== 'static')
            .map(element => [element, element.getBoundingClientRect()]).filter(([, at]) => at.width && at.height)
    }
}"""
RUN = """([place, rules]) => {
    if (!('axe' in window)) return null
    axe.lookAgain()
    return axe.run(place, rules).then(({violations}) => violations.flatMap(({id, nodes}) =>
        nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ''}`)))
}"""
# Details that are closed are not looked at; tells whether there were any.
OPEN_ALL = """() => {
    const closed = [...document.querySelectorAll('details:not([open])')]
    for (const element of closed) element.open = true
    return closed.length > 0
}"""


def violations(tab, place="html", rules=None):
    """One line for each fault in what the page shows now, or a part of it."""
    found = tab.evaluate(RUN, [place, rules or RULES])
    if found is None:
        tab.evaluate(AXE_SCRIPT)
        tab.evaluate(ALIKE)
        found = tab.evaluate(RUN, [place, rules or RULES])
    return found
