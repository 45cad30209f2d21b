"""What the scripts of components do, in Chromium, on a site made for it: with keys, with the pointer, by touch, by address."""
import contextlib
import json
import re
import time

import pytest

from support import headers, looks, program
from support.axe import COLOURS, RULES, violations
from support.browser import at_rest, visit
from support.server import Server

ROWS = "".join(f"  - {{name: Item {n}, price: {n * 37 % 101}, since: 20{10 + n % 12}-03-{1 + n:02}, where: {['us', 'eu'][n % 2]}}}\n"
               for n in range(14))
DATA = {
    "prices": f"""kind: table
title: Prices
columns:
  name: {{label: Name, type: text}}
  price: {{label: Price, type: number, unit: EUR}}
  since: {{label: Since, type: date}}
  where: {{label: Where, type: choice, options: {{us: United States, eu: Europe}}}}
rows:
{ROWS}""",
    "switches": """kind: products
title: Switches and others
attributes:
  complexity: {label: Complexity, values: {low: Low complexity, high: High complexity}}
categories: {routers: Routers, switches: Switches}
groups:
  low-switches:
    category: switches
    complexity: low
    products:
      catalyst-3850: {name: Cisco Catalyst 3850 Series, also: [WS-C3850, C3850, cat 3850]}
      catalyst-9300: {name: Cisco Catalyst 9300 Series, also: [C9300, cat 9300, C9300-48T]}
  high-switches:
    category: switches
    complexity: high
    products:
      nexus-9300: {name: Cisco Nexus 9300 Series, also: [N9300]}
  high-routers:
    category: routers
    complexity: high
    products:
      cisco-3800: {name: Cisco 3800 Series, also: [ISR 3800]}
""",
    "many": "kind: products\ntitle: A thousand products\nattributes:\n"
            "  complexity: {label: Complexity, values: {low: Low, high: High}}\ncategories: {routers: Routers, switches: Switches}\ngroups:\n"
            + "".join(f"  g{g}:\n    category: {category}\n    complexity: {complexity}\n    products:\n"
                      + "".join(f"      p{g}-{n}: {{name: Maker {maker} {n * 10 + 100} Series, also: [{maker}{n * 10 + 100}, {maker}-{n * 10 + 101}X]}}\n"
                                for n in range(125))
                      for g, (category, complexity, maker) in enumerate(
                          (category, complexity, maker) for category in ("routers", "switches")
                          for complexity, maker in (("low", "SRX"), ("high", "EX"), ("low", "QFX"), ("high", "MX")))),
    # Longer than a page: in parts.
    "stock": "kind: products\ntitle: Stock\nattributes:\n  size: {label: Size, values: {small: Small, large: Large, huge: Huge}}\n"
             "categories: {desks: Desks, lamps: Lamps}\ngroups:\n"
             + "".join(f"  {group}:\n    category: {category}\n    size: {size}\n    products:\n"
                       + "".join(f"      {group}-{n}: {{name: Model {prefix}{n}, note: 'See [the table](../guide/table.md).'}}\n" for n in range(700))
                       for group, category, size, prefix in (("a", "desks", "small", "D"), ("b", "desks", "large", "L"), ("c", "lamps", "huge", "H")))
             + "nothing-found: Ask us.\n",
    "measures": "kind: table\ntitle: Measures\ncolumns:\n  place: Place\n  value: {label: Value, type: number}\nrows:\n"
                + "".join(f"  - {{place: Place {n}, value: {n * 7919 % 10007}}}\n" for n in range(2100)),
    "paths": """kind: actions
title: What to do
arrangements: {cisco: {label: Direct, hint: From the maker}, partner: {label: By a partner}}
needs:
  help: {label: Technical help, hint: Something fails, paths: {cisco: Open a request., partner: Ask your partner.}}
  replace: {label: Replace a part, paths: {cisco: Send it back., partner: Your partner replaces it.}}
""",
    "questions": """kind: faq
title: Questions
groups:
  one:
    title: First things
    questions:
      what: {question: What is it?, answer: It is a programme.}
      who: {question: Who may use it?, answer: Anybody with a zebra.}
  two:
    title: Further things
    questions:
      cost: {question: What does it cost?, answer: Nothing.}
""",
    "suppliers": """kind: checklist
title: Things to ask
compares: Supplier
items:
  partner: {item: Are you a partner?, why: It matters.}
  serial: {item: Do you know the serial number?}
  source: {item: Do parts come from elsewhere?, good: no}
""",
    "coverage": """kind: comparison
title: Contract and warranty
columns: {contract: {label: Contract, note: terms}, warranty: {label: Warranty}}
rows:
  help: {label: Help at night, cells: {contract: yes, warranty: no}}
  updates: {label: Updates, cells: {contract: partly, warranty: no}}
  parts: {label: Parts, cells: {contract: yes, warranty: yes}}
  visits: {label: Visits, cells: {contract: no, warranty: no}}
notes:
  terms: Depends on what the contract says.
""",
    "terms": """kind: glossary
title: Terms
terms:
  rma: {term: Return material authorisation, short: RMA, definition: A number that lets you send a part back.}
  tac: {term: Assistance centre, definition: Engineers who help.}
""",
}
FILES = {f"data/{name}.yaml": text for name, text in DATA.items()} | {
    "guide/index.md": program.page("Guide", "Text.", layout="list"),
    "guide/glossary.md": program.page("Glossary", "## Terms\n\n{{ glossary terms }}"),
    "guide/table.md": program.page("Table", "## Prices\n\n{{ table prices }}\n\n## More\n\nText."),
    "guide/products.md": program.page("Products", "## List\n\n{{ products switches }}"),
    "guide/many.md": program.page("Many", "## List\n\n{{ products many }}"),
    "guide/stock.md": program.page("Stock", "The [last one](#c-699).\n\n{{ products stock }}"),
    "guide/measures.md": program.page("Measures", "## All\n\n{{ table measures }}\n\nAbout [the last one](stock.md#c-699)."),
    "guide/paths.md": program.page("Paths", "## Paths\n\n{{ actions paths }}"),
    "guide/faq.md": program.page("Answers", "## Answers\n\n{{ faq questions }}"),
    "guide/checklist.md": program.page("Checklist", "## Ask\n\n{{ checklist suppliers }}"),
    "guide/comparison.md": program.page("Comparison", "## Compare\n\n{{ comparison coverage }}"),
    "guide/terms.md": program.page("Text with terms", "## Use\n\nAsk for an [RMA](term:rma) at the [centre](term:tac), or [elsewhere](https://www.example.com/a)."),
    "guide/tabs.md": program.page("Tabs", "Before.\n\n## Contract\n\nFirst part.\n\n### Deep\n\nIn the first.\n\n## Warranty\n\nSecond part with a zebra.\n\n"
                                  "### Deeper\n\nIn the second.\n\n## Neither\n\nThird part, see [the table](table.md).", layout="tabs"),
}
PAGES = [f"guide/{name}/" for name in ("table", "products", "paths", "faq", "checklist", "comparison", "terms", "tabs")]


@pytest.fixture(scope="module")
def components(tmp_path_factory):
    site = program.write_site(tmp_path_factory.mktemp("components"), FILES)
    program.build(site, site / "out")
    with Server({"/": site / "out"}, headers.read((site / "out/_headers").read_text())) as server:
        yield server


@pytest.fixture(scope="module")
def contexts(chromium):
    """`contexts(has_touch=True)` is the one context with these settings: to make one costs more than most tests."""
    made = {}
    def get(**settings):
        key = str(sorted(settings.items()))
        made[key] = made.get(key) or chromium.new_context(**settings)
        return made[key]
    yield get
    for context in made.values():
        context.close()


@pytest.fixture
def opened(contexts, components):
    """`opened("guide/faq/", width=360)` is a tab of its own with that page; what goes wrong in it fails the test."""
    faults, tabs = [], []

    def open_page(page, width=1440, **settings):
        tab = contexts(**settings).new_page()
        tab.set_viewport_size({"width": width, "height": 900})
        has_scripts = settings.get("java_script_enabled", True)
        tabs.append((tab, has_scripts))
        tab.on("pageerror", lambda error: faults.append(str(error)))
        tab.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        return visit(tab, f"{components.origin}/{page}")
    yield open_page
    for tab, has_scripts in tabs:
        if has_scripts:
            tab.evaluate("() => localStorage.clear()")      # The next test finds nothing of this one.
        tab.close()
    assert not faults


def sound(tab):
    """Nothing for axe to find, nothing out at the sides."""
    width = tab.viewport_size["width"]
    assert not violations(tab) and tab.evaluate("() => document.documentElement.scrollWidth") <= width


def said(tab, text):
    """The status region of the block says this, and it was there before it did."""
    tab.wait_for_function("text => [...document.querySelectorAll('main [role=status]')].some(e => e.textContent.includes(text))", arg=text)


def rows(tab):
    return tab.locator("main tbody tr:visible").evaluate_all("rows => rows.map(row => row.id || row.children[0].innerText)")


def shows(tab, expected):
    """These rows are shown: lists are filtered on the next frame, addresses change without waiting for it."""
    deadline = time.monotonic() + 5
    while (shown := rows(tab)) != expected and time.monotonic() < deadline:
        tab.wait_for_timeout(20)
    assert shown == expected


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_when_the_script_comes(chromium, components, server, width):
    """Fields, lists and buttons that work with scripts alone have their room before the script is there."""
    published = ["questionnaires/used-device/policy/", "questionnaires/used-device/policy/picture/", "search/"]
    addresses = [f"{components.origin}/{page}" for page in PAGES] + [f"{server.origin}/{page}" for page in published]
    tab, moved = chromium.new_page(viewport={"width": width, "height": 900}), {}
    tab.add_init_script("""globalThis.shifts = []
        new PerformanceObserver(list => shifts.push(...list.getEntries().map(({ value, sources }) => [value, sources[0]?.node?.outerHTML?.slice(0, 80)])))
            .observe({ type: 'layout-shift', buffered: true })""")
    tab.route("**/*.js", lambda route: (time.sleep(0.15), route.continue_()))
    for address in addresses:
        with at_rest(tab):
            tab.goto(address)
        tab.wait_for_function("() => !document.querySelector('main :not(:defined, [data-load])')")
        tab.wait_for_timeout(200)
        if shifts := tab.evaluate("shifts"):
            moved[address] = shifts
    # Answers of a link take the place of the first question: the footer may come into view by a few pixels, no more.
    for answers in ["origin=other", "origin=new"]:
        address = f"{server.origin}/questionnaires/used-device/#{answers}"
        tab.goto("about:blank")
        tab.goto(address)
        tab.wait_for_function("() => document.querySelector('.q-view') && !document.querySelector('.q-top')?.checkVisibility()")
        tab.wait_for_timeout(800)
        if (shifts := tab.evaluate("shifts")) and sum(value for value, _ in shifts) > 0.02:
            moved[address] = shifts
    tab.close()
    assert moved == {}


def test_the_filter_searches_all_parts_of_a_list(opened):
    tab = opened("guide/stock/")
    assert tab.locator("main tbody tr").count() == 1000 and tab.locator(".overview-parts:visible a").count() == 3
    field = tab.get_by_label("Product name or code")
    field.fill("H699")
    said(tab, "1 of 2100 products shown")
    shows(tab, ["Model H699\nSee the table."])
    assert not tab.locator(".overview-parts").is_visible()
    assert tab.get_by_role("link", name="the table").locator("visible=true").evaluate("link => link.href").endswith("/guide/table/")
    sound(tab)
    field.fill("")
    tab.get_by_label("Size").select_option(label="Huge")
    said(tab, "700 of 2100 match. These are the first 200.")
    assert len(rows(tab)) == 200
    tab.get_by_label("Category").select_option(label="Desks")
    said(tab, "No product in the list matches.")
    assert tab.locator(".no-match").is_visible() and not rows(tab)
    tab.get_by_role("button", name="Clear").click()
    tab.locator("main tbody tr:visible").nth(999).wait_for()
    assert rows(tab)[0] == "a-0" and tab.locator(".overview-parts").is_visible()


def test_a_table_in_parts_is_filtered_and_sorted_as_a_whole(opened):
    tab = opened("guide/measures/")
    tab.get_by_label("Show only rows with").fill("Place 2099")
    said(tab, "1 of 2100 rows shown")
    shows(tab, ["Place 2099"])
    tab.get_by_label("Show only rows with").fill("")
    # The sign of sorting is on a line with the words of its head.
    rooms = tab.locator("thead .sort:visible").evaluate_all("""heads => heads.map(head => {
        const words = document.createRange()
        words.selectNodeContents(head)
        return head.getBoundingClientRect().height - words.getBoundingClientRect().height
    })""")
    assert rooms and max(rooms) < 15, rooms
    tab.get_by_role("button", name="Value").click()
    said(tab, "2100 of 2100 match. These are the first 200.")
    values = [n * 7919 % 10007 for n in range(2100)]
    assert rows(tab)[0] == f"Place {values.index(min(values))}" and len(rows(tab)) == 200
    sound(tab)


def test_addresses_lead_to_the_part_that_has_the_entry(opened):
    tab = opened("guide/measures/", java_script_enabled=False)
    tab.get_by_role("link", name="the last one").click()
    assert tab.url.endswith("/guide/stock/~products-stock~3/#c-699") and tab.locator("#c-699:target").is_visible()
    assert tab.locator(".overview-parts a").evaluate_all("links => links.map(link => link.textContent)") == [
        "Model D0 – Model L299", "Model L300 – Model H599", "Model H600 – Model H699"]
    tab.locator(".overview-parts a").first.click()
    assert tab.url.endswith("/guide/stock/")
    # An address from before the list grew.
    late = opened("guide/table/")
    late.goto(late.url.replace("table", "stock") + "#c-699", wait_until="commit")
    late.wait_for_url("**/guide/stock/~products-stock~3/#c-699")


def fragment(tab, expected):
    tab.wait_for_function("expected => location.hash === expected", arg=expected)


# Every page.

@pytest.mark.parametrize("width", [1440, 320])
@pytest.mark.parametrize("page", PAGES)
def test_first_state(opened, page, width):
    assert not looks.faults(opened(page, width), [(width, "light", RULES), (width, "dark", COLOURS), (width, "forced", RULES)])


@pytest.mark.parametrize("page", PAGES)
def test_right_to_left(opened, page):
    tab = opened(page, 360)
    tab.evaluate("() => { document.documentElement.dir = 'rtl' }")
    assert tab.evaluate("() => document.documentElement.scrollWidth") <= 360


def test_a_failing_module_leaves_the_others(chromium, components):
    context = chromium.new_context()
    tab = context.new_page()
    tab.route("**/faq.js", lambda route: route.fulfill(content_type="text/javascript", body="throw new Error('no')"))
    visit(tab, f"{components.origin}/guide/faq/")
    assert tab.locator("waymark-theme select").is_visible() and tab.locator(".heading-link").count()
    tab.locator("main .faq summary").first.click()
    assert tab.get_by_text("It is a programme.").is_visible()
    context.close()


@pytest.mark.parametrize("page", PAGES)
def test_without_script(opened, page):
    tab = opened(page, java_script_enabled=False)
    # The boxes of a checklist are of use on paper.
    assert not tab.locator("main :is(input:not([type=radio]), select, button):visible").count()
    assert not tab.evaluate("() => [...document.querySelectorAll('main [hidden]')].filter(e => !e.closest('.no-match, .is-scripted')).length")


# Products.

@pytest.mark.parametrize("text, expected", [
    ("3850", ["catalyst-3850"]), ("cat 3850", ["catalyst-3850"]), ("catalyst-3850", ["catalyst-3850"]),
    ("C9300-48T", ["catalyst-9300"]), ("9300", ["catalyst-9300", "nexus-9300"]), ("router", ["cisco-3800"])])
def test_products_found(opened, text, expected):
    tab = opened("guide/products/")
    tab.get_by_label("Name or code").fill(text)
    said(tab, f"{len(expected)} of 4")
    shows(tab, expected)
    fragment(tab, "#q=" + text.replace(" ", "+"))
    assert "1 product" in tab.locator("caption:visible").first.inner_text()


def test_products_nothing_and_back(opened):
    tab = opened("guide/products/", 360)
    tab.get_by_label("Complexity").select_option("high")
    fragment(tab, "#complexity=high")
    shows(tab, ["nexus-9300", "cisco-3800"])
    tab.get_by_label("Name or code").fill("zzzzqq")
    said(tab, "No product in the list matches")
    shows(tab, [])
    assert tab.locator(".no-match").is_visible()
    sound(tab)
    fragment(tab, "#q=zzzzqq&complexity=high") if "#q" in tab.url else fragment(tab, "#complexity=high&q=zzzzqq")
    tab.go_back()
    fragment(tab, "#complexity=high")
    shows(tab, ["nexus-9300", "cisco-3800"])
    assert tab.get_by_label("Name or code").input_value() == ""
    tab.go_back()
    tab.wait_for_function("() => location.hash === ''")
    shows(tab, ["catalyst-3850", "catalyst-9300", "nexus-9300", "cisco-3800"])
    tab.go_forward()
    fragment(tab, "#complexity=high")
    tab.get_by_role("button", name="Clear").click()
    tab.wait_for_function("() => document.querySelectorAll('tbody tr:not([hidden])').length === 4")
    assert tab.evaluate("() => document.activeElement.type") == "search"


def test_products_by_address(opened):
    tab = opened("guide/products/#q=9300&complexity=low")
    shows(tab, ["catalyst-9300"])
    assert tab.get_by_label("Complexity").input_value() == "low"
    tab = opened("guide/products/#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&complexity=__proto__")
    assert tab.locator("main img").count() == 0 and tab.get_by_label("Complexity").input_value() == ""
    assert len(rows(opened("guide/products/#catalyst-9300"))) == 4


def test_products_guess_is_called_one(opened):
    tab = opened("guide/products/")
    tab.get_by_label("Name or code").fill("cisco 3865")
    said(tab, "“cisco 3865” isn’t in the list. Is it the Cisco 3800 Series? Check before you rely on it.")
    shows(tab, ["cisco-3800"])


@pytest.mark.long      # It measures; that the list is found in is tested above.
def test_a_thousand_products_on_a_slow_phone(opened, table):
    """The longest time that typing one letter keeps the page from painting."""
    tab = opened("guide/many/", 360)
    tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    times = tab.evaluate("""async () => {
        const field = document.querySelector('main input[type=search]'), times = []
        const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)))
        for (const text of ['s', 'sr', 'srx', 'srx 3', 'srx 34', 'srx 345', 'srx 34', 's', '', 'zzz', '']) {
            await painted(); await painted()
            field.value = text
            const start = performance.now()
            field.dispatchEvent(new Event('input', {bubbles: true}))
            await painted()
            times.push(Math.round(performance.now() - start))
        }
        return times
    }""")
    table("a thousand products, 4 times slower, milliseconds to the next picture", " ".join(map(str, times)))
    assert len(times) == 11


# Actions.

@pytest.mark.parametrize("width", [1440, 360])
def test_actions(opened, width):
    tab = opened("guide/paths/", width)
    tab.get_by_label("What you need").select_option("replace")
    said(tab, "2 of 4")
    tab.get_by_label("Your arrangement").select_option("partner")
    said(tab, "One path")
    assert tab.locator("main td:visible").all_inner_texts()[-1].endswith("Your partner replaces it.")
    fragment(tab, "#need=replace&arrangement=partner")
    sound(tab)
    tab.go_back()
    fragment(tab, "#need=replace")
    assert tab.locator("main td:visible").count() == 2
    tab = opened("guide/paths/#need=help&arrangement=cisco", width)
    assert tab.locator("main td:visible").count() == 1


# Questions.

def test_faq(opened):
    tab = opened("guide/faq/")
    button = tab.get_by_role("button", name="Open all answers")
    button.click()
    assert tab.locator(".faq details[open]").count() == 3
    sound(tab)
    tab.get_by_role("button", name="Close all answers").click()
    assert tab.locator(".faq details[open]").count() == 0
    tab.get_by_text("All questions").first.click()      # The list above the answers is closed until it is asked for.
    tab.get_by_role("link", name="Who may use it?", exact=True).click()
    assert tab.get_by_text("Anybody with a zebra.").is_visible() and tab.locator(".answer-next:visible a").count()
    tab.locator(".faq details[open] summary").click()
    tab.get_by_role("link", name="Who may use it?", exact=True).click()      # The address is the same as before.
    assert tab.get_by_text("Anybody with a zebra.").is_visible()


@pytest.mark.parametrize("address", ["#who", "#%77ho"])
def test_faq_by_address(opened, address):
    tab = opened("guide/faq/" + address)
    assert tab.get_by_text("Anybody with a zebra.").is_visible() and tab.locator("details[open]").count() == 1


def test_faq_bad_address(opened):
    assert opened("guide/faq/#%E0%A4%A").locator("details[open]").count() == 0


@pytest.mark.parametrize("page, text", [("guide/faq/", "zebra"), ("guide/tabs/", "zebra")])
def test_print_shows_all(opened, page, text):
    tab = opened(page)
    tab.emulate_media(media="print")
    assert tab.locator("main", has_text=text).count()
    assert tab.evaluate("""text => { const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
        while (walker.nextNode()) if (walker.currentNode.data.includes(text)
            && walker.currentNode.parentElement.checkVisibility({contentVisibilityAuto: true})) return true
        return false }""", text)
    assert not tab.locator("main :is(.tools, .button):visible").count()


# Checklist.

def answer(tab, supplier, answer, place=0):
    tab.get_by_role("group", name=supplier, exact=True).nth(place).get_by_label(answer, exact=True).check()


def is_answered(tab, supplier, answer, place=0):
    return tab.get_by_role("group", name=supplier, exact=True).nth(place).get_by_label(answer, exact=True).is_checked()


def test_checklist(opened, components):
    tab = opened("guide/checklist/", 1440)
    assert [is_answered(tab, "Supplier A", "Not asked", place) for place in range(3)] == [True] * 3
    assert not tab.locator(".checklist table").is_visible()
    answer(tab, "Supplier A", "Yes")
    said(tab, "Supplier A: 1 yes, 0 partly, 0 no, 2 not asked")
    tab.get_by_label("Note on Supplier A").nth(1).fill("Asked <b>twice</b>")
    tab.get_by_role("button", name="Add another to compare").click()
    tab.keyboard.type("North & Co")
    for place, given in enumerate(["No", "Partly", "No"]):
        answer(tab, "North & Co", given, place)
    said(tab, "North & Co: 0 yes, 1 partly, 2 no, 0 not asked")
    sound(tab)
    with at_rest(tab):
        tab.reload()
    assert is_answered(tab, "Supplier A", "Yes") and is_answered(tab, "North & Co", "No")
    assert tab.get_by_label("Note on Supplier A").nth(1).input_value() == "Asked <b>twice</b>"
    cards = [re.sub(r"\s+", " ", card) for card in tab.locator(".suppliers > *").all_inner_texts()]
    assert "1 yes, 0 partly, 0 no Not asked: 2 3" in cards[0] and "0 yes, 1 partly, 2 no" in cards[1] and "Not asked" not in cards[1]
    # Side by side, a "no" and what nobody asked differ in word, sign and colour.
    rows = [[re.sub(r"\s+", " ", cell).strip() for cell in row.locator("th, td").all_inner_texts()] for row in tab.locator(".checklist tr").all()]
    assert rows == [["Question", "Supplier A", "North & Co"], ["1. Are you a partner?", "Yes", "No"],
                    ["2. Do you know the serial number?", "Not asked", "Partly"], ["3. Do parts come from elsewhere?", "Not asked", "No"]]
    look = """mark => { const sign = getComputedStyle(mark, '::before'); return [getComputedStyle(mark).color, sign.maskImage, sign.borderStyle] }"""
    bad, unasked, good, wanted = [tab.locator(f".checklist tbody tr:nth-child({row}) td:nth-child({column}) .mark").evaluate(look)
                                  for row, column in [(1, 3), (2, 2), (3, 3), (1, 2)]]
    assert all(one != other for one, other in zip(bad, unasked)) and good == wanted and good != bad

    with tab.expect_download() as csv:
        tab.get_by_role("button", name="Save as CSV").click()
    assert '"Asked <b>twice</b>"' in csv.value.path().read_text("utf-8-sig")
    with tab.expect_download() as export:
        tab.get_by_role("button", name="Save to a file").click()
    text = export.value.path().read_text()
    assert json.loads(text)["suppliers"][1]["name"] == "North & Co"

    tab.get_by_role("button", name="Delete all").click()
    sound(tab)
    tab.get_by_role("button", name="No, keep").click()
    assert is_answered(tab, "North & Co", "No")
    tab.get_by_role("button", name="Delete all").click()
    tab.get_by_role("button", name="Yes", exact=True).click()
    said(tab, "deleted")
    assert tab.get_by_role("group", name="North & Co").count() == 0 and tab.evaluate("() => localStorage.length") == 0

    tab.locator("input[type=file]").set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": text.encode()})
    said(tab, "Loaded")
    assert is_answered(tab, "North & Co", "No")
    tab.locator("input[type=file]").set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": b"<html>"})
    said(tab, "doesn’t belong to this checklist")
    assert is_answered(tab, "North & Co", "No")
    tab.get_by_role("button", name="Remove: North & Co").click()
    tab.get_by_role("button", name="Yes", exact=True).click()
    tab.wait_for_function("() => document.querySelectorAll('.suppliers > *').length === 1")


def test_checklist_by_keyboard_on_a_phone(opened):
    """One supplier at a time; arrows answer."""
    tab = opened("guide/checklist/", 360)
    tab.get_by_role("button", name="Add another to compare").focus()
    tab.keyboard.press("Enter")
    tab.keyboard.type("North & Co")
    shown = "() => [...document.querySelectorAll('.given-name')].filter(name => name.checkVisibility()).map(name => name.textContent)"
    assert tab.evaluate(shown) == ["North & Co"] * 3
    tab.get_by_role("group", name="North & Co", exact=True).first.get_by_label("Not asked").focus()
    tab.keyboard.press("ArrowLeft")
    said(tab, "North & Co: 0 yes, 0 partly, 1 no, 2 not asked")
    tab.get_by_label("Show the answers of").select_option("Supplier A")
    assert tab.evaluate(shown) == ["Supplier A"] * 3
    sound(tab)


def test_answers_are_side_by_side_however_long_a_name_is(opened):
    """What is called as the list says (`compares`) has its answers and notes on the lines of the others."""
    tab = opened("guide/checklist/", 1440)
    tab.get_by_role("button", name="Add another to compare").click()
    tab.get_by_label("Name (Supplier 2)").fill("A supplier of network equipment with a very long name, and its partners in the North")
    for part in (".given .choices", ".given textarea", ".suppliers input", ".suppliers [data-result]"):
        tops = [box.bounding_box()["y"] for box in tab.locator(part).all()[:2]]
        assert abs(tops[0] - tops[1]) < 1, part
    sound(tab)


def test_checklist_reads_what_an_older_version_kept(opened):
    tab = opened("guide/checklist/")
    answer(tab, "Supplier A", "No")
    tab.evaluate("""() => { for (const key of Object.keys(localStorage))
        localStorage[key] = '{"version":1,"suppliers":[{"name":"Kept & Co","ticks":["serial"],"notes":{}}]}' }""")
    with at_rest(tab):
        tab.reload()
    assert is_answered(tab, "Kept & Co", "Not asked") and is_answered(tab, "Kept & Co", "Yes", 1)


def test_checklist_copied(opened, components):
    tab = opened("guide/checklist/", permissions=["clipboard-read", "clipboard-write"])
    answer(tab, "Supplier A", "Yes")
    tab.get_by_role("button", name="Copy as text").click()
    said(tab, "Copied")
    assert "Supplier A: 1 yes, 0 partly, 0 no, 2 not asked" in tab.evaluate("() => navigator.clipboard.readText()")


def test_checklist_sends_nothing(opened):
    tab = opened("guide/checklist/")
    requests = []
    tab.on("request", lambda request: requests.append(request.url))
    answer(tab, "Supplier A", "Yes")
    tab.get_by_label("Note on Supplier A").first.fill("Secret")
    tab.wait_for_timeout(500)
    assert not requests


@pytest.mark.parametrize("kept", [
    "garbage", "null", '{"version":9}', '{"version":2,"suppliers":[{"name":"<img src=x onerror=alert(1)>","answers":5,"notes":"x"}]}',
    '{"version":1,"suppliers":[{"name":{},"ticks":["__proto__"],"notes":{"__proto__":"x","constructor":"y"}}]}'])
def test_checklist_hostile_store(opened, kept):
    tab = opened("guide/checklist/")
    answer(tab, "Supplier A", "Yes")
    tab.evaluate("kept => { for (const key of Object.keys(localStorage)) localStorage[key] = kept }", kept)
    with at_rest(tab):
        tab.reload()
    assert tab.locator("main img").count() == 0 and tab.locator(".answers .given").count() == 3
    tab.locator(".answers [value=yes]").first.check()
    said(tab, "1 yes")


def test_checklist_without_a_store(chromium, components):
    context = chromium.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})")
    tab = context.new_page()
    visit(tab, f"{components.origin}/guide/checklist/")
    answer(tab, "Supplier A", "Yes")
    said(tab, "Supplier A: 1 yes")
    said(tab, "can’t store your answers")
    context.close()


# Tables and comparisons.

def test_table_sorts(opened):
    tab = opened("guide/table/")
    button = tab.get_by_role("button", name="Price")
    button.focus()
    tab.keyboard.press("Enter")
    said(tab, "Price (EUR), ascending")
    numbers = [int(cell) for cell in tab.locator("td.is-number").all_inner_texts()]
    assert numbers == sorted(numbers) and tab.locator("th[aria-sort=ascending]").count() == 1
    tab.keyboard.press("Enter")
    said(tab, "descending")
    sound(tab)
    assert tab.locator("td.is-number").first.inner_text() == str(max(numbers))
    tab.keyboard.press("Enter")
    said(tab, "As written")
    assert rows(tab)[0] == "Item 0" and tab.locator("[aria-sort]").count() == 0


def test_table_filters_and_sorts_as_cards(opened):
    tab = opened("guide/table/", 320)
    tab.get_by_label("Show only rows with").fill("Európe")
    said(tab, "7 of 14")
    tab.get_by_label("Sort by").select_option(label="Name, descending")
    assert rows(tab)[:3] == ["Item 13", "Item 11", "Item 9"]
    sound(tab)
    tab.get_by_label("Show only rows with").fill("zzzz")
    said(tab, "No row has")
    assert not looks.faults(tab, place=".data-table")
    tab.set_viewport_size({"width": 320, "height": 900})


def test_heads_stay_in_view(opened):
    tab = opened("guide/table/")
    tab.set_viewport_size({"width": 1440, "height": 300})
    tab.locator("tbody tr").nth(9).scroll_into_view_if_needed()
    tab.mouse.wheel(0, 120)
    tab.wait_for_timeout(200)
    assert tab.locator("thead th").first.evaluate("head => Math.abs(head.getBoundingClientRect().top)") < 2


def test_a_comparison_has_nothing_to_sort(opened):
    """Its rows are what its author compares, in the order of that, and not entries of which one is looked for."""
    for width in (360, 1440):
        tab = opened("guide/comparison/", width)
        tab.wait_for_function("() => document.querySelector('waymark-table:defined')")
        assert not tab.locator("main :is(button:not(.heading *), select):visible").count()


# Notes and terms.

@pytest.mark.parametrize("how", ["hover", "focus"])
@pytest.mark.parametrize("page, link, text", [
    ("guide/comparison/", ".note-link a", "Depends on what the contract says."),
    ("guide/terms/", "a.term", "A number that lets you send a part back.")])
def test_explained(opened, page, link, text, how):
    tab = opened(page)
    link = tab.locator(link).first
    if how == "hover":
        link.hover()
    else:
        tab.keyboard.press("Tab")
        link.evaluate("link => link.focus()")
    box = tab.locator("[role=tooltip]")
    box.wait_for(state="visible")
    assert text in box.inner_text() and text in tab.evaluate(
        "link => document.getElementById(link.getAttribute('aria-describedby')).textContent", link.element_handle())
    sound(tab)
    if how == "hover":
        box.hover()      # It stays while the pointer is on it.
        tab.wait_for_timeout(600)
        assert box.is_visible()
    tab.keyboard.press("Escape")
    box.wait_for(state="hidden")
    if how == "focus":
        assert link.evaluate("link => link === document.activeElement")


@pytest.mark.parametrize("how", ["hover", "focus"])
def test_nothing_is_explained_once_the_reader_has_gone_on(chromium, components, how):
    """On a slow line: the module comes when the pointer or the focus is elsewhere already, and so do the words."""
    for late in ("**/notes.js", "**/glossary/"):
        with contextlib.closing(chromium.new_context()) as context:
            tab, waiting = context.new_page(), []
            visit(tab, f"{components.origin}/guide/terms/")
            tab.route(late, lambda route: waiting.append(route))
            links = tab.locator("a.term")
            tab.keyboard.press("Tab")
            if how == "hover":
                links.first.hover()
            else:
                links.first.evaluate("link => link.focus()")
            for _ in range(200):
                if waiting:
                    break
                tab.wait_for_timeout(10)
            tab.locator("h1").hover() if how == "hover" else tab.locator("main a[href*=example]").evaluate("link => link.focus()")
            with at_rest(tab):
                waiting[0].continue_()
            tab.wait_for_timeout(400)
            assert not tab.locator("[role=tooltip]:popover-open").count() and not tab.locator("[aria-describedby=explanation-box]").count()


def test_an_explanation_goes_as_soon_as_the_focus_does(opened):
    tab = opened("guide/terms/")
    tab.keyboard.press("Tab")
    box, first = tab.locator("[role=tooltip]"), tab.locator("a.term").first
    for ask in (first.hover, lambda: first.evaluate("link => link.focus()")):
        ask()
        box.wait_for(state="visible")
        box.hover()
        tab.locator("main a[href*=example]").evaluate("link => link.focus()")
        assert not box.is_visible()
        tab.mouse.move(0, 0)


def test_an_explanation_stays_with_the_focus(opened):
    """The pointer passes over it, and the page is scrolled, as browsers do to show what has the focus."""
    tab = opened("guide/terms/")
    tab.set_viewport_size({"width": 1440, "height": 300})
    tab.evaluate("document.querySelector('main').style.minHeight = '2000px'")
    tab.keyboard.press("Tab")
    box, link = tab.locator("[role=tooltip]"), tab.locator("a.term").first
    link.evaluate("link => link.focus()")
    box.wait_for(state="visible")
    box.hover()
    tab.mouse.move(0, 0)
    tab.evaluate("scrollBy(0, 20)")
    tab.wait_for_timeout(600)
    assert box.is_visible()
    apart = "link => document.querySelector('[role=tooltip]').getBoundingClientRect().top - link.getBoundingClientRect().bottom"
    assert 0 <= link.evaluate(apart) < 10
    tab.evaluate("scrollTo(0, 1500)")
    box.wait_for(state="hidden")
    tab.set_viewport_size({"width": 1440, "height": 900})


def test_explained_by_touch(opened):
    tab = opened("guide/terms/", 320, has_touch=True)
    link = tab.locator("a.term").first
    link.tap()
    tab.locator("[role=tooltip]").wait_for(state="visible")
    sound(tab)
    tab.locator("h1").tap()
    tab.locator("[role=tooltip]").wait_for(state="hidden")
    link.tap()
    tab.locator("[role=tooltip]").wait_for(state="visible")
    link.tap()
    tab.wait_for_url("**/glossary/#rma")


def test_term_leads_on_when_it_cannot_be_explained(chromium, components):
    with contextlib.closing(chromium.new_context(has_touch=True)) as context:
        tab = context.new_page()
        visit(tab, f"{components.origin}/guide/terms/")
        tab.route("**/notes.js", lambda route: route.abort())
        tab.locator("a.term").first.tap()
        tab.wait_for_url("**/glossary/#rma", timeout=5000)


def test_short_forms_are_spelt_out_on_paper(opened):
    tab = opened("guide/terms/")
    tab.emulate_media(media="print")
    assert "Return material authorisation" in tab.locator("a.term").first.evaluate(
        "link => getComputedStyle(link, '::after').content + link.dataset.full")


def test_links_become_notes_on_paper(opened):
    tab = opened("guide/terms/")
    tab.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert "https://www.example.com/a" in tab.locator(".print-notes").inner_text()
    tab.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert tab.locator(".print-notes, .print-number").count() == 0


# Tabs.

def test_tabs(opened):
    tab = opened("guide/tabs/")
    tabs = tab.get_by_role("tab")
    assert tabs.count() == 3 and tab.get_by_role("tabpanel").count() == 1
    tabs.first.focus()
    tab.keyboard.press("ArrowRight")
    fragment(tab, "#warranty")
    assert tab.get_by_text("Second part").is_visible() and not tab.get_by_text("First part").is_visible()
    sound(tab)
    tab.keyboard.press("End")
    fragment(tab, "#neither")
    tab.keyboard.press("ArrowRight")
    fragment(tab, "#contract")
    tab.go_back()
    fragment(tab, "#neither")
    assert tab.get_by_role("tab", selected=True).inner_text() == "Neither"
    tabs.nth(1).click()
    fragment(tab, "#warranty")


def test_tabs_by_address(opened):
    tab = opened("guide/tabs/#deeper")
    assert tab.get_by_role("tab", selected=True).inner_text() == "Warranty" and tab.get_by_text("In the second.").is_visible()
    tab.evaluate("() => { location.hash = '#deep' }")
    tab.get_by_text("In the first.").wait_for(state="visible")


def test_tabs_are_found_by_the_browsers_search(opened):
    tab = opened("guide/tabs/")
    assert tab.locator(".tab-panel").nth(1).get_attribute("hidden") == "until-found"
    tab.locator(".tab-panel").nth(1).evaluate("panel => panel.dispatchEvent(new Event('beforematch', {bubbles: true}))")
    assert tab.get_by_role("tab", selected=True).inner_text() == "Warranty"


def test_tabs_are_sections_on_a_phone(opened):
    tab = opened("guide/tabs/", 360)
    assert tab.get_by_role("tab").count() == 0 and tab.get_by_text("Second part").is_visible()
    tab.set_viewport_size({"width": 1000, "height": 900})
    tab.get_by_role("tab").first.wait_for()
    tab.set_viewport_size({"width": 360, "height": 900})
    tab.get_by_role("tab").first.wait_for(state="detached")
    assert tab.get_by_text("Third part").is_visible() and tab.get_by_role("navigation", name="On this page").count() == 1


# Headings and the theme.

def test_copy_link(opened):
    tab = opened("guide/table/", permissions=["clipboard-read", "clipboard-write"])
    link = tab.get_by_role("link", name="Copy the link to “Prices”")
    link.focus()
    assert link.evaluate("link => getComputedStyle(link).opacity") == "1"
    tab.keyboard.press("Enter")
    tab.wait_for_function("() => document.querySelector('waymark-copy-link [role=status]').textContent === 'Link copied'")
    assert tab.evaluate("() => navigator.clipboard.readText()").endswith("/guide/table/#prices")
    sound(tab)
    assert tab.get_by_role("heading", name="Prices", exact=True).count()


def test_theme(opened):
    tab = opened("guide/table/")
    page = "() => getComputedStyle(document.documentElement).backgroundColor"
    light = tab.evaluate(page)
    tab.get_by_label("Appearance").select_option("dark")
    dark = tab.evaluate(page)
    assert dark != light
    sound(tab)
    with at_rest(tab):
        tab.reload()
    assert tab.evaluate(page) == dark and tab.get_by_label("Appearance").input_value() == "dark"
    tab.get_by_label("Appearance").select_option("")
    assert tab.evaluate(page) == light and tab.evaluate("() => localStorage.length") == 0
