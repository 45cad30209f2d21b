"""What readers do on the real site with the keyboard alone, in Chromium and in Firefox: each component once."""

IS_FIELD = "element => element.matches('main input[type=search]')"


def at(reader, server, page):
    reader.open_afresh(f"{server.origin}/{page}")
    reader.wait("() => document.readyState === 'complete'")
    return reader


def test_find_a_product(reader, server):
    at(reader, server, "relicensing/products/").wait("() => document.querySelector('main input[type=search]')")
    reader.tab_to(IS_FIELD)
    reader.write("cat 9300")
    reader.wait("() => document.querySelector('main [role=status]').textContent.startsWith('1 of 77')")
    reader.wait("() => location.hash.includes('q=cat')")
    reader.reload()
    reader.wait("() => document.querySelector('main [role=status]')?.textContent.startsWith('1 of 77')")
    at(reader, server, "relicensing/products/").wait("() => document.querySelector('main input[type=search]')")
    reader.tab_to(IS_FIELD)
    reader.write("zzzz")
    reader.wait("() => document.querySelector('main [role=status]').textContent.includes('No product')")
    # The list's own way on, for what is not in it.
    reader.tab_to("element => element.matches('.no-match a[href^=\"mailto:\"]')")


def test_pick_a_path(reader, server):
    at(reader, server, "entitlement/get-help/").wait("() => document.querySelector('waymark-actions select')")
    reader.tab_to("element => element.matches('waymark-actions select')")
    reader.press("ArrowDown")
    reader.wait("() => /path/.test(document.querySelector('waymark-actions [role=status]').textContent)")
    assert reader.ask("() => location.hash.includes('=')")


def test_open_an_answer(reader, server):
    at(reader, server, "relicensing/faq/")
    place = reader.ask("() => document.querySelectorAll('.answer[id]')[4].id")
    reader.open_afresh(f"{server.origin}/relicensing/faq/#{place}")
    reader.wait("place => document.getElementById(place)?.checkVisibility()", place)
    # What leads on from an answer: its group and the search. The site has no address for reports.
    reader.wait("""place => {
        const links = [...document.getElementById(place).querySelectorAll('.answer-next a')].map(link => link.href)
        return links.length === 2 && links[1].endsWith('/search/')
    }""", place)


def test_open_and_close_all_answers(reader, server):
    at(reader, server, "relicensing/faq/").wait("() => document.querySelector('waymark-faq > button')")
    opened, name = "() => document.querySelectorAll('waymark-faq details[open]').length", "() => document.activeElement.textContent"
    count = reader.ask("() => document.querySelectorAll('waymark-faq details').length")
    reader.tab_to("element => element.matches('waymark-faq > button')")
    before = reader.ask(name)
    for key in ("Enter", "Space"):
        reader.press(key)
        reader.wait(f"count => ({opened})() === count", count)
        reader.wait(f"before => ({name})() !== before", before)      # It says what it does now.
        assert reader.ask("() => [...document.querySelectorAll('.answer')].every(answer => answer.checkVisibility())")
        reader.press(key)
        reader.wait(f"() => ({opened})() === 0")
        reader.wait(f"before => ({name})() === before", before)


def test_answer_and_come_back(reader, server):
    at(reader, server, "entitlement/suppliers/").wait("() => document.querySelector('waymark-checklist.is-used')")
    reader.tab_to("element => element.matches('waymark-checklist [type=radio]')")
    reader.press("ArrowLeft")
    reader.wait("() => document.querySelector('waymark-checklist [value=no]').checked")
    reader.reload()
    reader.wait("() => document.querySelector('waymark-checklist.is-used [value=no]')?.checked")
    reader.ask("() => localStorage.clear()")


def test_tabs_by_arrows(reader, server):
    at(reader, server, "entitlement/manage-access/").wait("() => document.querySelector('[role=tab]')")
    reader.tab_to("element => element.matches('[role=tab]')")
    reader.press("ArrowRight")
    reader.wait("() => document.querySelectorAll('[role=tab]')[1].getAttribute('aria-selected') === 'true'")
    assert reader.ask("""() => {
        const shown = document.querySelectorAll('[role=tabpanel]'), tab = document.querySelectorAll('[role=tab]')[1]
        return shown.length === 1 && shown[0].checkVisibility() && tab.getAttribute('aria-controls') === shown[0].id
    }""")


def test_sort_a_table(reader, server):
    at(reader, server, "relicensing/steps/").wait("() => document.querySelector('main .sort')")
    reader.tab_to("element => element.matches('main .sort')")
    reader.press("Enter")
    reader.wait("() => document.querySelector('main [aria-sort=ascending]')")


def test_a_term_is_explained(reader, server):
    at(reader, server, "entitlement/access/")
    reader.tab_to("element => element.matches('main a.term')")
    reader.wait("() => document.querySelector('main a.term[aria-describedby]')")
    reader.press("Escape")
    reader.wait("() => !document.querySelector('main a.term[aria-describedby]')")


def test_search(reader, server):
    at(reader, server, "entitlement/access/")
    reader.wait("() => document.documentElement.dataset.theme !== undefined")
    reader.press("/")
    reader.wait("() => document.activeElement.type === 'search'")
    reader.write("C9300-48T")
    reader.wait("() => /result/.test(document.querySelector('.search-status').textContent)")
    reader.press("ArrowDown", "Enter")
    reader.wait("() => location.hash === '#catalyst-9300'")


def test_a_search_without_results_leads_on(reader, server):
    at(reader, server, "entitlement/access/")
    reader.wait("() => document.documentElement.dataset.theme !== undefined")
    reader.press("/")
    reader.wait("() => document.activeElement.type === 'search'")
    reader.write("zzzzqq")
    reader.wait("() => /No results matched .*use fewer words/.test(document.querySelector('.search-status').textContent)")
    places = reader.ask("() => [...document.querySelectorAll('.search-results a')].map(link => link.href)")
    # To the list of products and to all pages.
    assert [place.split(":")[0] for place in places] == ["http", "http"]
    reader.press("ArrowDown", "ArrowDown", "Enter")
    reader.wait("() => location.pathname.endsWith('/search/') && document.querySelector('.search-all')?.checkVisibility()")
    at(reader, server, "search/?q=zzzzqq").wait("() => /No results/.test(document.querySelector('.search-status').textContent)")
    reader.wait("() => document.querySelector('.search-all').checkVisibility()")


def test_dark(reader, server):
    at(reader, server, "reference/about/")
    reader.wait("() => document.querySelector('waymark-theme:defined')")
    reader.tab_to("element => element.matches('waymark-theme select')")
    reader.press("ArrowDown", "ArrowDown")
    reader.wait("() => document.documentElement.dataset.theme === 'dark'")
    reader.ask("() => localStorage.clear()")
