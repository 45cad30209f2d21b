"""The page of a whole policy, for those who look after it."""
import pytest

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


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_tables_scroll_in_themselves(tab, server, width):
    tab.set_viewport_size({"width": width, "height": 740})
    for name in POLICIES:
        tab.goto(f"{server.origin}/questionnaires/{name}/policy/")
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        assert tab.evaluate("[...document.querySelectorAll('.rules')].every(it => it.closest('[role=region][tabindex]'))"), name
