"""Every page in a real browser: axe finds nothing, and what axe cannot see (keyboard, reflow, print, contrast modes)."""
import re

import pytest

from support import html, looks, program
from support.axe import COLOURS, OPEN_ALL, violations
from support.browser import WORDS, add_style, visit
from support.places import LOOKED_AT, PAGES, page_name
from support.server import Server
from support.telling import none

every_page = pytest.mark.parametrize("page", PAGES, ids=page_name)
# One page for each kind of thing that can take the focus.
VARIED = ["", "entitlement/", "entitlement/get-help/", "relicensing/faq/", "relicensing/products/", "reference/glossary/"]
# What a reader can see of an element that has the focus: an outline or a shadow, its own or that of the card it stands for.
# Rows of a long table are laid out when they come near the view, and what stands below them is moved and put back in the next
# frame: what a reader sees is what two frames have painted.
FOCUS = """async () => {
    const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)))
    await painted()
    await painted()
    const element = document.activeElement, box = element.getBoundingClientRect()
    const isMarked = element => {
        const style = getComputedStyle(element)
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none'
    }
    const [x, y] = [box.x + Math.min(box.width / 2, 20), box.y + box.height / 2]
    const top = document.elementFromPoint(x, y)
    return {
        what: element.outerHTML.slice(0, 90), isBody: element === document.body,
        isMarked: [element, element.closest('.card'), element.closest('.q-links li')].some(candidate => candidate && isMarked(candidate)),
        isInView: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        isCovered: !(top && (element.contains(top) || top.contains(element))),
    }
}"""


def opened(tab, server, page):
    tab.goto(f"{server.origin}/{page}")
    return tab


@pytest.mark.parametrize("page", LOOKED_AT + ["404.html"], ids=page_name)
def test_every_look(tabs, server, page):
    """Wide, on a tablet and on a phone; light, dark and in the system's colours; with all that is closed opened, because what
    stands in closed parts is not looked at otherwise. Nothing scrolls sideways but tables in places of their own (WCAG 1.4.10),
    also with letters of twice the size (1.4.4) and with the spacing that a reader may set (1.4.12)."""
    tab = opened(tabs(own="looks"), server, page)
    tab.evaluate(OPEN_ALL)
    assert not looks.faults(tab, looks.EVERY + [(360, "light", None)])
    tab.set_viewport_size({"width": 360, "height": 900})
    letters = "size => { document.documentElement.style.fontSize = size; return document.documentElement.scrollWidth }"
    assert tab.evaluate(letters, "212.5%") <= 360
    tab.evaluate(letters, "")
    add_style(tab, """* { line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important } p { margin-block-end: 2em !important }""")
    cut = tab.evaluate("""() => [...document.querySelectorAll('main *')].filter(element =>
        getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1
        && element.clientWidth > 1).map(element => element.outerHTML.slice(0, 80))""")
    assert not cut and tab.evaluate("() => document.documentElement.scrollWidth") <= 360


def test_nothing_scrolls_sideways(tabs, server):
    """Words differ from page to page, so every page is as narrow as a phone once, with its own letters and with larger ones."""
    tab, wide = tabs(320, own="narrow"), []
    for page in PAGES:
        opened(tab, server, page)
        for size in ("", "200%"):
            width = tab.evaluate("size => { document.documentElement.style.fontSize = size; return document.documentElement.scrollWidth }", size)
            if width > (320 if not size else 360):
                wide.append((page, size, width))
        # What is only seen with room, such as the menu in one line, has large letters too.
        tab.set_viewport_size({"width": 1440, "height": 900})
        if (width := tab.evaluate("() => document.documentElement.scrollWidth")) > 1440:
            wide.append((page, "wide, 200%", width))
        tab.set_viewport_size({"width": 320, "height": 900})
    none(wide)


@pytest.mark.parametrize("style, look, fault", [
    (".site-header button::before { background: #fff !important }", "forced", "::before: <button"),
    (".wordmark { display: block; min-inline-size: 900px }", "light", "wide"),
    (".button, input { border: 0 !important }", "forced", "edge: <input")])
def test_looks_find_faults(tabs, server, style, look, fault):
    """So that silence about our pages means something."""
    tab = opened(tabs(own="looks"), server, "reference/about/")
    settings = [(320, look, None)]
    assert not looks.faults(tab, settings)
    add_style(tab, style)
    assert [found for found in looks.faults(tab, settings) if fault in found]


def test_axe_finds_faults(tabs):
    """So that silence about our pages means something: one fault of each kind that a theme easily has."""
    tab = tabs(width=360)
    tab.goto("about:blank")      # The policy of a page of ours takes no text as HTML.
    tab.set_content("""<!DOCTYPE html><html lang="en"><title>Bad</title><main><h1>One</h1><h3>Three</h3>
        <p style="color:#999;background:#fff">Pale text</p><img src="data:,">
        <button style="width:9px;height:9px;padding:0">a</button><button style="width:9px;height:9px;padding:0">b</button>
        </main>""")
    found = {text.split(":")[0] for text in violations(tab)}
    assert {"color-contrast", "heading-order", "image-alt", "target-size"} <= found


# Texts of the same kind after one that passes: on another ground, of another colour or size, beside what is positioned,
# out of their own ground. Of those that fail, each is told.
ALIKE = """<!DOCTYPE html><html lang="en"><title>Alike</title><style>
    main { color: #111; background: #fff } .pale { color: #aaa }
    .behind { position: absolute; z-index: -1; inset: 800px 0 auto; block-size: 60px; background: #222 }
    .card { background: #fff; inline-size: 8em; block-size: 1.5em; white-space: nowrap } .grey { color: #888; font-size: 32px }
    .free { position: absolute } .row { background: #222; inline-size: 60em }</style>
    <main><h1>Alike</h1><p>Good</p><p>Good too</p>
    <div><p>Good</p></div><div style="background: #222"><p id="ground">Text</p></div><p id="colour" style="color: #ccc">Text</p>
    <p class="pale" id="first">Text</p><p class="pale" id="second">Text</p>
    <p class="grey">Large</p><p class="grey" style="font-size: 14px" id="size">Text</p>
    <div class="row"><div class="card"><span>Good</span></div><div class="card"><span id="out">Text that goes on far beyond its card, and on</span></div></div>
    </main><div class="behind"></div><p class="free" style="top: 700px">Good</p><p class="free" style="top: 800px" id="above">Text</p></html>"""


def test_texts_that_look_alike_are_told_apart(tabs):
    tab = tabs(width=360)
    tab.goto("about:blank")      # The policy of a page of ours takes no text as HTML.
    tab.set_content(ALIKE)
    for _ in range(2):      # What passed is known the second time.
        found = "\n".join(violations(tab, rules=COLOURS))
        assert {name for name in re.findall(r'id="(\w+)"', found)} == {"ground", "colour", "first", "second", "size", "out", "above"}


def test_axe_page_at_an_old_address(tabs, tmp_path):
    site = program.write_site(tmp_path, {"a.md": program.page("A page", "Text.", aliases="[/old/]")})
    program.build(site, site / "out")
    with Server({"/": site / "out"}) as server:
        tab = tabs(width=360, locale="en-GB")      # A tab of its own, because it is told not to follow.
        tab.route("**/a/", lambda route: route.fulfill(status=204))
        tab.route("**/redirect.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        tab.goto(f"{server.origin}/old/", wait_until="commit")
        tab.wait_for_selector("body a")
        assert not violations(tab)


@every_page
def test_words_outline_and_skip_link(tabs, server, page):
    """Scripts may add; every word that they show stands on the page without them too, in the same order. One h1, no level
    left out, the landmarks that a screen reader's user jumps to, and first of all the way past the top."""
    tab = opened(tabs(), server, page)
    # The walk itself takes the place of the first question's links; its own tests compare the two.
    if not (page.startswith("questionnaires/") and page.count("/") == 2):
        scripted = iter(tab.evaluate(WORDS))
        plain = opened(tabs(java_script_enabled=False), server, page).evaluate(WORDS)
        assert plain and not [word for word in plain if word not in scripted]
    levels = tab.evaluate("() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(e => +e.tagName[1])")
    assert levels.count(1) == 1 and levels[0] == 1
    assert not [pair for pair in zip(levels, levels[1:]) if pair[1] > pair[0] + 1]
    counts = {name: tab.locator(f"role={name}").count() for name in ("main", "banner", "contentinfo")}
    assert counts == {"main": 1, "banner": 1, "contentinfo": 1} and tab.locator("role=navigation").count() >= 1
    assert tab.evaluate("() => document.documentElement.lang")
    tab.keyboard.press("Tab")
    assert tab.evaluate("() => document.activeElement.matches('a[href=\"#main\"]')")
    assert {key: value for key, value in tab.evaluate(FOCUS).items() if key.startswith("is")} == {
        "isBody": False, "isMarked": True, "isInView": True, "isCovered": False}
    tab.keyboard.press("Enter")
    assert tab.evaluate("() => document.activeElement.id === 'main'")


def test_titles_are_unique(server):
    titles = [html.read(server.get(f"/{page}")[2].decode()).title for page in PAGES]
    assert all(titles) and len(set(titles)) == len(titles)


@pytest.mark.parametrize("width", [1440, 360])
@pytest.mark.parametrize("page", VARIED, ids=page_name)
def test_focus_is_visible_all_along(tabs, server, page, width):
    tab = visit(tabs(width), f"{server.origin}/{page}")      # At rest, because what scripts add late moves what has the focus.
    faults, stops = [], 0
    for _ in range(60):
        tab.keyboard.press("Tab")
        focus = tab.evaluate(FOCUS)
        if focus["isBody"]:
            break
        stops += 1
        if not focus["isMarked"] or not focus["isInView"] or focus["isCovered"]:
            faults.append(focus)
    assert stops > 3 and not faults


@pytest.mark.parametrize("page", VARIED, ids=page_name)
def test_print_leaves_the_navigation_out(tabs, server, page):
    tab = opened(tabs(), server, page)
    tab.emulate_media(media="print")
    shown = tab.evaluate("""() => [...document.querySelectorAll('nav, .skip-link')]
        .filter(element => element.checkVisibility()).map(element => element.outerHTML.slice(0, 80))""")
    is_shown = tab.locator("main h1").is_visible()
    tab.emulate_media(media="screen")
    assert not shown and is_shown


def test_print_shows_closed_answers(tabs, server):
    tab = opened(tabs(), server, "relicensing/faq/")
    hidden = """() => [...document.querySelectorAll('main .faq details')]
        .filter(element => !element.lastElementChild.checkVisibility()).length"""
    on_screen = tab.evaluate(hidden)
    tab.emulate_media(media="print")
    in_print = tab.evaluate(hidden)
    tab.emulate_media(media="screen")
    assert on_screen > 20 and in_print == 0


@pytest.mark.parametrize("has_script", [True, False])
def test_print_leaves_room_for_notes(tabs, server, has_script):
    """Boxes and a line for each question, whatever is written in all of them; no button of a copy for reading offline."""
    tab = opened(tabs(own="paper", java_script_enabled=has_script, bypass_csp=True), server, "entitlement/suppliers/")
    note = "Asked twice, and answered at great length. " * 9
    if has_script:
        tab.locator(".answers textarea").first.fill(note)
    tab.emulate_media(media="print")
    rooms = tab.evaluate("""() => [...document.querySelectorAll('.checklist ol > li')].map(item => {
        const field = item.querySelector('textarea'), boxes = [...item.querySelectorAll('label')].filter(label => label.checkVisibility())
        return boxes.length === 3 && field.checkVisibility() && field.scrollHeight <= field.clientHeight + 1
            && parseFloat(getComputedStyle(field).borderBlockEndWidth) > 0
    })""")
    is_offered = tab.locator("waymark-offline").is_visible()
    tab.emulate_media(media="screen")
    assert len(rooms) > 5 and all(rooms) and not is_offered


def test_tables_show_that_they_go_on(tabs, server):
    """A shade at the edge while there is more, and none where the table ends."""
    tab = opened(tabs(360), server, "entitlement/update-an-agreement/")
    table = tab.locator(".table-scroll").first
    box = table.bounding_box()
    assert table.evaluate("element => element.scrollWidth > element.clientWidth")

    def edge():
        """What the last points of a row's empty lower end look like."""
        clip = {"x": box["x"] + box["width"] - 3, "y": box["y"] + 4, "width": 2, "height": 2}
        return tab.screenshot(clip=clip, full_page=True)
    at_start = edge()
    table.evaluate("element => element.scrollTo(element.scrollWidth, 0)")
    at_end = edge()
    table.evaluate("element => element.scrollTo(0, 0)")
    assert at_start != at_end == tab.screenshot(clip={"x": 2, "y": box["y"] + 4, "width": 2, "height": 2}, full_page=True)


def test_heads_keep_their_signs(tabs, server):
    """A comparison has nothing to sort, and the number of a note is on a line with words."""
    for page in ["entitlement/contract-or-warranty/", "relicensing/buying-used/"]:
        tab = opened(tabs(), server, page)
        assert tab.locator(".comparison td").count() and not tab.locator(".sort").count() and not tab.locator(".field-sort").count()
    notes = tab.locator(".comparison :is(th, td):has(> .note-link)").evaluate_all("""cells => cells.map(cell => {
        const words = document.createRange(), note = cell.querySelector('.note-link')
        words.setStart(cell, 0)
        words.setEndBefore(note)
        const line = [...words.getClientRects()].at(-1), box = note.getBoundingClientRect()
        return box.top < line.bottom && box.bottom > line.top
    })""")
    assert notes and all(notes), notes


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", VARIED, ids=page_name)
def test_focus_in_forced_colours(tabs, server, page, scheme):
    """Only the system's colours are used, and the focus stays visible."""
    tab = opened(tabs(1440, scheme, forced_colors="active"), server, page)
    assert tab.evaluate("() => matchMedia('(forced-colors: active)').matches")
    own = tab.evaluate("""() => [...document.querySelectorAll('body *')].filter(element =>
        getComputedStyle(element).forcedColorAdjust === 'none').map(element => element.outerHTML.slice(0, 80))""")
    tab.keyboard.press("Tab")
    assert not own and tab.evaluate(FOCUS)["isMarked"]


@pytest.mark.parametrize("page", VARIED, ids=page_name)
def test_reduced_motion(tabs, server, page):
    tab = opened(tabs(reduced_motion="reduce"), server, page)
    moving = tab.evaluate("""() => [...document.querySelectorAll('*')].filter(element => {
        const style = getComputedStyle(element)
        const seconds = text => Math.max(...text.split(',').map(parseFloat))
        return seconds(style.transitionDuration) > 0.01 || style.animationName !== 'none'
            && seconds(style.animationDuration) > 0.01 || style.scrollBehavior === 'smooth'
    }).map(element => element.outerHTML.slice(0, 80))""")
    assert not moving


def test_the_contents_list_marks_the_place_that_is_read(chromium, server):
    """One entry at any place of the page, in pages whose list has entries below entries too."""
    tab = chromium.new_page(viewport={"width": 1440, "height": 900})
    for path in ("relicensing/policy/", "entitlement/access/"):
        tab.goto(f"{server.origin}/{path}")
        height = tab.evaluate("document.documentElement.scrollHeight")
        for top in range(0, height, height // 8):
            tab.evaluate("top => scrollTo({top, behavior: 'instant'})", top)
            tab.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            marked = tab.locator(".outline a:target-current").all_inner_texts()
            assert len(marked) == 1, (path, top, marked)
    tab.close()
