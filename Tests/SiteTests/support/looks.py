"""What a reader's device makes of a page: its width, and light, dark or the system's own few colours ("forced").

All of them are shown without loading the page again, because styles alone tell them apart.
"""
from .axe import COLOURS, RULES, SHAPES, violations

WIDTHS = (1440, 768, 320)
LOOKS = ("light", "dark", "forced")
# Each width and each look in full, without asking twice what the other has answered.
EVERY = [(1440, "light", RULES), (1440, "dark", COLOURS), (1440, "forced", COLOURS), (768, "light", SHAPES),
         (320, "light", RULES), (320, "dark", COLOURS), (320, "forced", None)]

# In the system's colours backgrounds are taken away: a sign that is a background seen through a mask, and a button that is
# a patch of colour, would be gone. Tells those that are.
GONE = """place => {
    const page = getComputedStyle(document.documentElement).backgroundColor, gone = []
    const tell = (what, element) => gone.push(`${what}: ${element.outerHTML.slice(0, 90)}`)
    for (const element of document.querySelectorAll(`${place}, ${place} *`)) {
        if (!element.checkVisibility() || element.matches('.hero')) continue      // The large mark behind the title says nothing.
        for (const each of ['::before', '::after']) {
            const { content, display, maskImage, backgroundColor } = getComputedStyle(element, each)
            if (content !== 'none' && display !== 'none' && maskImage !== 'none' && backgroundColor === page) tell(each, element)
        }
        if (!element.matches('button:not(:has(svg, img)), .button, input:not([type=checkbox], [type=radio]), select, textarea')) continue
        const { borderTopStyle, borderTopWidth, maskImage } = getComputedStyle(element)
        const isSign = ['::before', '::after'].some(each => getComputedStyle(element, each).maskImage !== 'none')
        if (!isSign && (borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1)) tell('edge', element)
    }
    return gone
}"""


def show(tab, width, look):
    """The page as it is, at another width and in other colours."""
    tab.set_viewport_size({"width": width, "height": tab.viewport_size["height"]})
    tab.emulate_media(color_scheme="dark" if look == "dark" else "light", forced_colors="active" if look == "forced" else "none")


def faults(tab, settings=None, place="html"):
    """One line for each fault of what is shown now, in each (width, look, rules); the page is left in the first of them."""
    found, settings = [], settings or EVERY
    for width, look, rules in settings:
        show(tab, width, look)
        here = violations(tab, place, rules) if rules else []
        here += tab.evaluate(GONE, place) if look == "forced" else []
        wide = tab.evaluate("() => document.documentElement.scrollWidth")
        here += [f"{wide} wide"] if wide > width else []
        found += [f"{width} {look}: {fault}" for fault in here]
    show(tab, *settings[0][:2])
    return found
