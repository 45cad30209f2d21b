"""The copy of a site on a reader's device: kept only on request, never stale online, there without network, gone on request
and when the site no longer offers one."""
import re

import pytest

from support import program
from support.server import Server
from support.axe import violations

KEEP, REMOVE = "Save this site to read offline", "Remove the offline copy from this device"


def site(folder, text, offline="yes"):
    """A small site with an offline copy, published again and again into one folder."""
    pages = {"rules.md": program.page("Rules", f"## Rule\n\nThis page says {text}."), "other.md": program.page("Other", "Another page.")}
    program.write_site(folder, pages)
    settings = folder / "Content/site.yaml"
    settings.write_text(settings.read_text() + f"offline: {offline}\n")
    program.build(folder, folder / "out")
    return folder / "out"


@pytest.fixture
def tab(chromium):
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def button(tab, name):
    found = tab.get_by_role("button", name=name)
    found.wait_for()
    return found


def keep(tab, origin):
    tab.goto(f"{origin}/")
    button(tab, KEEP).click()
    button(tab, REMOVE)
    tab.wait_for_function("() => document.querySelector('waymark-offline [role=status]').textContent.includes('is saved on this device')")


def said(tab):
    return tab.locator("main").inner_text()


def test_nothing_is_kept_unless_asked_for(tab, tmp_path):
    with Server({"/": site(tmp_path, "old")}) as server:
        tab.goto(f"{server.origin}/", wait_until="networkidle")
        assert tab.evaluate("async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]") == [0, 0]


def test_pages_search_and_unknown_addresses_without_network(tab, tmp_path):
    with Server({"/": site(tmp_path, "old")}) as server:
        origin = server.origin
        keep(tab, origin)
    # The server is gone: this is what no network means.
    tab.goto(f"{origin}/rules/")
    assert "This page says old." in said(tab)
    tab.goto(f"{origin}/other/#x")
    assert "Another page." in said(tab)
    tab.get_by_role("searchbox").fill("says old")
    tab.wait_for_function("() => document.querySelector('.search-status').textContent.includes('result')")
    tab.goto(f"{origin}/search/?q=rules")
    tab.wait_for_function("() => document.querySelector('.search-status').textContent.includes('result')")
    tab.goto(f"{origin}/nowhere/")
    assert "Page not found" in said(tab)


def test_online_the_newest_page_is_shown(tab, tmp_path):
    out = site(tmp_path, "old")
    with Server({"/": out}) as server:
        keep(tab, server.origin)
        site(tmp_path, "new")
        tab.goto(f"{server.origin}/rules/")
        assert "This page says new." in said(tab)
        tab.goto(f"{server.origin}/rules/")
        assert "This page says new." in said(tab)
        # The visit brought the new copy too.
        tab.wait_for_function("""async () => {
            for (const name of await caches.keys()) {
                const page = await (await caches.open(name)).match('/rules/')
                if (!page || !(await page.text()).includes('says new')) return false
            }
            return (await caches.keys()).length === 1
        }""")
        origin = server.origin
    tab.goto(f"{origin}/rules/")
    assert "This page says new." in said(tab)


def test_removed_on_request(tab, tmp_path):
    with Server({"/": site(tmp_path, "old")}) as server:
        keep(tab, server.origin)
        tab.goto(f"{server.origin}/rules/")
        button(tab, REMOVE).click()
        button(tab, KEEP)
        assert tab.evaluate("async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]") == [0, 0]


def test_gone_when_the_site_no_longer_offers_it(tab, tmp_path):
    out = site(tmp_path, "old")
    with Server({"/": out}) as server:
        keep(tab, server.origin)
        site(tmp_path, "new", offline="no")
        tab.goto(f"{server.origin}/rules/")
        assert not tab.locator("waymark-offline").count()
        tab.wait_for_function("async () => !(await caches.keys()).length && !(await navigator.serviceWorker.getRegistrations()).length")


def test_a_copy_that_lacks_a_file_is_none(tab, tmp_path):
    out = site(tmp_path, "old")
    (out / "other/index.html").unlink()
    with Server({"/": out}) as server:
        tab.goto(f"{server.origin}/")
        button(tab, KEEP).click()
        tab.wait_for_function("() => document.querySelector('waymark-offline [role=status]').textContent.includes('couldn’t')")
        button(tab, KEEP)
        assert tab.evaluate("async () => (await caches.keys()).length") == 0


def test_two_sites_of_one_host_do_not_mix(tab, tmp_path):
    one, two = site(tmp_path / "one", "one"), site(tmp_path / "two", "two")
    with Server({"/one/": one, "/two/": two}) as server:
        keep(tab, f"{server.origin}/one")
        keep(tab, f"{server.origin}/two")
        button(tab, REMOVE).click()
        button(tab, KEEP)
        names = tab.evaluate("async () => caches.keys()")
        assert len(names) == 1 and re.match("waymark /one/ ", names[0])


def test_switch_is_accessible_and_hidden_without_script(tab, tabs, tmp_path):
    with Server({"/": site(tmp_path, "old")}) as server:
        keep(tab, server.origin)
        assert not violations(tab)
        plain = tabs(java_script_enabled=False)
        plain.goto(f"{server.origin}/")
        assert not plain.locator("waymark-offline").is_visible()
