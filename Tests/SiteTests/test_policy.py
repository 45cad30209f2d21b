"""The page of a whole policy, for those who look after it."""
import re

import pytest

from support import html
from support.places import SITE

POLICIES = sorted(path.parent.parent.name for path in SITE.glob("questionnaires/*/policy/index.html"))


@pytest.fixture()
def tab(chromium):
    tab = chromium.new_page(viewport={"width": 1440, "height": 900})
    yield tab
    tab.close()


def shown(tab):
    """The numbers of the rules that are seen, and whether each row of every table has as many columns as its head."""
    return tab.evaluate("""() => {
      const numbers = [], faults = [];
      for (const table of document.querySelectorAll('.rules:has(.q-then)')) {
        const width = table.tHead.rows[0].cells.length, open = Array(width).fill(0);
        for (const row of table.tBodies[0].rows) {
          if (!row.checkVisibility()) continue;
          numbers.push(Number(row.cells[0].textContent));
          let column = 0;
          for (const cell of row.cells) {
            while (open[column] > 0) column++;
            for (let each = 0; each < cell.colSpan; each++) open[column++] = cell.rowSpan;
          }
          if (open.some(left => left < 1)) faults.push(numbers.at(-1));
          open.forEach((left, index) => { open[index] = left - 1; });
        }
      }
      return {numbers, faults};
    }""")


#: Headings among the rules after which comes another of their level, or none, before anything is seen.
EMPTY_HEADINGS = """() => {
  const seen = [...document.querySelectorAll('waymark-policy > *')].filter(it => it.checkVisibility());
  const level = it => Number((it.matches('.heading') ? it.className : it.localName).match(/\\bh(\\d)$/)?.[1]);
  return seen.filter((it, at) => level(it) > 2 && (!seen[at + 1] || level(seen[at + 1]) <= level(it))).map(it => it.textContent);
}"""


@pytest.mark.parametrize("name", POLICIES)
def test_rules_are_filtered(tab, server, name):
    """By outcome: the rules that the list of outcomes links; by answer: some, in tables that are whole; and back."""
    tab.goto(f"{server.origin}/questionnaires/{name}/policy/")
    form = tab.locator(".policy-filter form")
    form.wait_for()
    every = shown(tab)
    assert every["numbers"] and not every["faults"]
    for outcome in tab.locator(".policy-outcomes li:has(.policy-rules a)").all()[:5]:
        links = [link.get_attribute("href").rsplit("-", 1)[1] for link in outcome.locator(".policy-rules a").all()]
        form.locator("select[name=outcome]").select_option(outcome.locator("h3").get_attribute("id").removeprefix("outcome-"))
        now = shown(tab)
        assert (now["numbers"], now["faults"]) == ([int(link) for link in links], []), outcome.inner_text()
        assert not tab.evaluate(EMPTY_HEADINGS), outcome.inner_text()
    form.locator("[type=reset]").click()
    tab.wait_for_function("() => !location.hash")
    assert shown(tab) == every
    counts = []
    for option in form.locator("select[name=answer] option:not(:first-child)").all()[:12]:
        form.locator("select[name=answer]").select_option(option.get_attribute("value"))
        now = shown(tab)
        assert not now["faults"], option.inner_text()
        counts.append(len(now["numbers"]))
    assert min(counts) < len(every["numbers"])
    # What is chosen is in the address: it can be sent to somebody.
    tab.reload()
    tab.locator(".policy-filter form").wait_for()
    assert len(shown(tab)["numbers"]) == counts[-1]


def test_a_link_to_a_rule_opens_its_sentence(tab, server):
    tab.goto(f"{server.origin}/questionnaires/services/policy/#result-2")
    sentence = tab.locator("#result-2")
    sentence.wait_for()
    assert sentence.evaluate("it => it.closest('details').open") and sentence.is_visible()


@pytest.mark.parametrize("width", [360, 768, 1000, 1440])
def test_tables_scroll_in_themselves(tab, server, width):
    tab.set_viewport_size({"width": width, "height": 740})
    for name in POLICIES:
        tab.goto(f"{server.origin}/questionnaires/{name}/policy/")
        tab.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        assert tab.evaluate("[...document.querySelectorAll('.rules')].every(it => it.closest('[role=region][tabindex]'))"), name


def test_rules_and_cases_are_lists_on_a_phone(tab, server):
    """First what a rule leads to, then, when it is opened, its conditions; nothing has to be scrolled sideways."""
    tab.set_viewport_size({"width": 360, "height": 740})
    for name in POLICIES:
        for page in ("policy/", "policy/proof/"):
            tab.goto(f"{server.origin}/questionnaires/{name}/{page}")
            tab.evaluate("document.querySelectorAll('main details').forEach(it => { it.open = true })")
            # What has just been opened is laid out on the next frame.
            tab.wait_for_function("() => [...document.querySelectorAll('.table-scroll')].every(it => it.scrollWidth <= it.clientWidth)", timeout=5000)
            places = tab.evaluate("""[...document.querySelectorAll('.rules tbody tr')].map(row => {
              const end = row.lastElementChild, isCase = row.closest('.cases')
              const [first, second] = isCase ? [row.firstElementChild, end] : [end, end.querySelector('p')]
              const [above, below] = [first, second].map(it => it.getBoundingClientRect())
              return above.height > 0 && below.height > 0 && above.top + (isCase ? above.height : 16) <= below.top + 1
            })""")
            assert places and all(places), (name, page)


def test_a_policy_is_an_overview_until_something_is_opened(tab, server):
    """On a phone each outcome, rule and question is a line or two, whatever each of them says; and so are the cases and the sources."""
    tab.set_viewport_size({"width": 360, "height": 740})
    height = "document.documentElement.scrollHeight"
    for name in POLICIES:
        tab.goto(f"{server.origin}/questionnaires/{name}/policy/")
        tab.locator(".policy-contents [aria-current=true]").wait_for()
        lines = tab.locator(".policy-outcomes > li, .rules tbody tr, .q-questions > li").count()
        assert tab.evaluate(height) < 2600 + 90 * lines, name
        button = tab.locator("waymark-policy > button")
        button.click()
        assert tab.locator("waymark-policy details:not([open])").count() == 0
        tab.wait_for_function("() => document.querySelector('waymark-policy > button').textContent === 'Close everything'")
        button.click()
        assert tab.locator("waymark-policy details[open]").count() == 0
        tab.goto(f"{server.origin}/questionnaires/{name}/policy/proof/")
        assert tab.evaluate(height) < 2500, name
    tab.goto(f"{server.origin}/all-sources/")
    assert tab.evaluate(height) < 4000


def test_the_part_that_is_read_is_marked(tab, server):
    tab.goto(f"{server.origin}/questionnaires/access/policy/")
    marked = "name => document.querySelector('.policy-contents [aria-current]')?.textContent === name"
    tab.wait_for_function(marked, arg="Outcomes")
    for part in ("Rules", "Questions", "Outcomes"):
        tab.locator(".policy-contents a", has_text=part).click()
        tab.wait_for_function(marked, arg=part)


def test_what_an_address_names_is_opened(tab, server):
    """Outcomes and questions, to which rules and pictures lead."""
    tab.goto(f"{server.origin}/questionnaires/access/policy/")
    for selector in (".policy-outcomes h3", ".q-questions > li"):
        anchor = tab.locator(selector).last.get_attribute("id")
        tab.evaluate("anchor => { location.hash = anchor }", anchor)
        tab.wait_for_function("anchor => { const it = document.getElementById(anchor); return (it.closest('details') ?? it.querySelector('details')).open }", arg=anchor)


def test_a_picture_that_is_missing_is_explained(tab, server):
    for name in POLICIES:
        tab.goto(f"{server.origin}/questionnaires/{name}/policy/")
        assert tab.locator(".policy-contents + .hint").count() == (name not in PICTURES), name


def test_the_current_part_is_in_view_on_a_phone(tab, server):
    tab.set_viewport_size({"width": 360, "height": 740})
    for name in POLICIES:
        for page in ("policy/proof/", "policy/picture/") if name in PICTURES else ("policy/proof/",):
            tab.goto(f"{server.origin}/questionnaires/{name}/{page}")
            box = tab.locator(".policy-contents [aria-current]").bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= 360, (name, page)


def test_the_proof_names_only_what_a_reader_can_open(tab, server):
    for name in POLICIES:
        tab.goto(f"{server.origin}/questionnaires/{name}/policy/proof/")
        assert ".yaml" not in tab.locator("main").inner_text() and tab.locator(".cases a").count(), name
        # Why some have no link.
        assert tab.locator(".cases td:first-child:not(:has(a))").count() == 0 or tab.locator(".hint", has_text="another day").count(), name


PICTURES = [name for name in POLICIES if (SITE / "questionnaires" / name / "policy/picture/index.html").exists()]


def test_the_picture_is_sized_and_moved_by_mouse_and_keys_and_leads_to_the_rules(tab, server):
    tab.goto(f"{server.origin}/questionnaires/{PICTURES[0]}/policy/picture/")
    frame = tab.locator(".picture-frame")
    frame.locator("svg").wait_for()
    width = "it => it.querySelector('svg').getBoundingClientRect().width"
    before = frame.evaluate(width)
    tab.locator("[data-do=in]").click()
    larger = frame.evaluate(width)
    assert larger > before
    frame.focus()
    tab.keyboard.press("-")
    assert abs(frame.evaluate(width) - before) < 2
    tab.keyboard.press("0")
    assert frame.evaluate(width) <= frame.evaluate("it => it.clientWidth") + 1
    for _ in range(6):
        tab.keyboard.press("+")
    box, at = frame.bounding_box(), "it => [it.scrollLeft, it.scrollTop]"
    place = frame.evaluate(at)
    tab.mouse.move(box["x"] + 300, box["y"] + 200)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 250, box["y"] + 180, steps=3)
    tab.mouse.up()
    now = frame.evaluate(at)
    assert abs(now[0] - place[0] - 50) < 3 and abs(now[1] - place[1] - 20) < 3
    # Where the links lead is there.
    for link in frame.locator("a").all()[:6]:
        address, anchor = link.get_attribute("href").split("#")
        assert f'id="{anchor}"' in server.get(address.removeprefix(server.origin))[2].decode()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_has_the_colours_of_the_page(chromium, server, scheme):
    context = chromium.new_context(color_scheme=scheme)
    tab = context.new_page()
    tab.goto(f"{server.origin}/questionnaires/{PICTURES[0]}/policy/picture/")
    tab.locator(".picture-frame svg").first.wait_for()
    colours = tab.evaluate("""() => {
      const [rect, text] = ['rect', 'text'].map((name) => getComputedStyle(document.querySelector(`.picture-frame ${name}`)).fill);
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      return [[rect, backgroundColor], [text, color]];
    }""")
    context.close()
    assert all(own == around for own, around in colours), colours


def test_a_result_leads_to_its_way_in_the_picture(tab, server):
    """Only by the fragment: nothing of it is sent."""
    name = PICTURES[0]
    sent = []
    tab.on("request", lambda request: sent.append(request.url))
    tab.goto(f"{server.origin}/questionnaires/{name}/")
    tab.locator(".q-first input").first.check()
    tab.locator(".q-continue").click()
    tab.locator(".q-form, .q-actions").first.wait_for()
    while tab.locator(".q-form").count():
        ask = tab.locator("#q-ask").inner_text()
        tab.locator(".q-option input").first.check()
        tab.locator(".q-continue").click()
        tab.wait_for_function("ask => document.querySelector('.q-actions') || document.querySelector('#q-ask')?.textContent !== ask", arg=ask)
    tab.locator(".q-way a").click()
    tab.locator(".picture-frame svg .on-path").first.wait_for()
    marked = tab.locator(".picture-frame svg [data-place].on-path")
    assert marked.count() >= 2 and tab.locator("[data-path]").is_visible()
    assert tab.locator(".picture-steps li.on-path").count() == tab.locator(".picture-frame svg [data-way].on-path").count()
    assert not [url for url in sent if "path=" in url.split("#")[0]]


def test_the_picture_as_text_leads_somewhere_with_each_line(server):
    """Every question has a number of its own, and what an answer leads to is said by it."""
    for name in PICTURES:
        text = server.get(f"/questionnaires/{name}/policy/picture/")[2].decode()
        ids = set(html.read(text).ids)
        steps = [part for part in text.split('<li id="step-')[1:]]
        assert steps, name
        for step in steps:
            lines = step.split("<ul>")[1].split("</ul>")[0].strip().splitlines()
            assert len(set(lines)) == len(lines), lines
        assert all(link in ids for link in re.findall(r'href="#(step-[^"]+)"', text)), name
