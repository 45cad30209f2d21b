"""The site as a web server gives it out, at the root of a host and below a path: everything resolves."""
import functools
import hashlib
import re
from collections import Counter
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from conftest import DEEP
from support import html, places, program
from support.crawler import Crawl, fragment, local
from support.places import EVERY_PAGE as PAGES, SITE, is_unlinked
from support.server import Server
from support.telling import none

ADDRESS = re.search(r"^address: *(\S+)", (places.ROOT / "Content/site.yaml").read_text(), re.M)[1]
PUBLISHED = places.published_files()


@functools.cache
def read(path):
    return html.read((SITE / path).read_text("utf-8"))


def of_pages():
    return [(page, read(f"{page}index.html")) for page in PAGES]


def test_every_page_is_reached_by_links(crawl):
    """By a chain of links from the front page."""
    none(page for page in PAGES if crawl.start + page not in crawl.visits)


def test_pages_are_html_in_utf8(crawl):
    visits = [crawl.visits[crawl.start + page] for page in PAGES]
    none(visit for visit in visits if (visit.status, visit.headers["content-type"]) != (200, "text/html; charset=utf-8"))


def test_links_and_resources_resolve_without_redirect(crawl):
    none((page, link, crawl.visits[local(url)].status) for page in PAGES for link, url in crawl.from_page(crawl.start + page)
         if crawl.is_own(url) and crawl.visits[local(url)].status != 200)


def test_fragments_exist(crawl):
    def is_broken(url):
        target = crawl.visits.get(local(url)) if crawl.is_own(url) else None
        # `#need=tac` is no place: it starts the questionnaire on the page with that answer.
        return target and target.page and fragment(url) and "=" not in fragment(url) and fragment(url) not in target.page.ids
    none((page, link) for page in PAGES for link, url in crawl.from_page(crawl.start + page) if is_broken(url))


def test_links_stay_below_the_place_of_the_site(crawl):
    none((page, link) for page in PAGES for link, url in crawl.from_page(crawl.start + page)
         if crawl.is_own(url) and not local(url).startswith(crawl.start))


def test_links_are_relative():
    none((page, link) for page, found in of_pages() for link in found.links + found.resources
         if link.startswith("/") or link.startswith(ADDRESS))


def test_nothing_is_loaded_from_other_hosts():
    none((page, link) for page, found in of_pages() for link in found.resources if urlsplit(link).scheme or link.startswith("//"))


def test_canonical_addresses():
    """What search engines are not to list has no address of its own for them."""
    none((page, found.canonical) for page, found in of_pages()
         if found.canonical != (None if "noindex" in found.robots else urljoin(ADDRESS, page)))


def test_ids_are_unique():
    none((page, name) for page, found in of_pages() for name, count in Counter(found.ids).items() if count > 1)


def test_nothing_is_inline():
    none((path, found) for path in places.HTML_FILES for found in read(path).forbidden)


def test_styles_load_only_own_files():
    styles = [path for path in PUBLISHED if path.endswith(".css")]
    assert styles
    for path in styles:
        text = (SITE / path).read_text("utf-8")
        targets = re.findall(r"""url\(\s*["']?([^"')]*)""", text) + re.findall(r"""@import\s+["']([^"']*)""", text)
        none((path, target) for target in targets if not target.startswith(("data:", "#")))


def test_assets_are_named_by_their_bytes():
    """Browsers keep them for ever. A folder of scripts that load each other has one hash for all of them."""
    def is_named(path):
        found = re.search(r"[./]([0-9a-f]{10})([./])", path)
        return found and (found[2] == "/" or hashlib.sha256((SITE / path).read_bytes()).hexdigest()[:10] == found[1])
    assets = [path for path in PUBLISHED if path.startswith("assets/")]
    assert assets
    none(path for path in assets if not is_named(path))


def test_every_file_is_reached(crawl):
    """No orphan: what is linked from nowhere is in UNLINKED."""
    none(path for path in PUBLISHED if not is_unlinked(path) and crawl.start + places.address(path) not in crawl.visits)


def test_contact_links_are_well_formed(crawl):
    others = {link for _, link, url in crawl.links if urlsplit(url).scheme not in ("http", "https")}
    assert not [link for link in others if not re.fullmatch(r"mailto:[^@\s]+@[^@\s]+|tel:\+?[0-9-]+", link)]


def test_sitemap_lists_every_page():
    tree = ElementTree.parse(SITE / "sitemap.xml")
    listed = [element.text for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    wanted = [urljoin(ADDRESS, page) for page in PAGES
              if "noindex" not in html.read((SITE / page / "index.html").read_text("utf-8")).robots]
    assert sorted(listed) == sorted(wanted)


def test_robots_names_the_sitemap():
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (SITE / "robots.txt").read_text().splitlines()


def test_folder_without_slash_is_redirected(server):
    status, headers, _ = server.get("/entitlement")
    assert (status, headers["location"]) == (301, "/entitlement/")


def check_page_for_wrong_addresses(server, path):
    """The server sends it for `path`, and all its links lead somewhere from there."""
    status, _, body = server.get(path)
    page = html.read(body.decode("utf-8"))
    targets = [urljoin(server.origin + path, link) for link in page.links + page.resources if not link.startswith("#")]
    own = [local(url) for url in targets if url.startswith(server.origin)]
    assert status == 404 and "noindex" in page.robots and page.canonical is None
    assert len(own) > 3 and not [link for link in own if server.get(link)[0] != 200]


@pytest.mark.parametrize("path", ["/no-such-page", "/entitlement/no/such/page/", "/assets/none.css"])
def test_wrong_address(server, path):
    check_page_for_wrong_addresses(server, path)


def test_wrong_address_below_a_path(tmp_path):
    """The page for wrong addresses cannot have relative links, so it follows the path of the site's own address."""
    program.build(places.ROOT, tmp_path / "out", "--base-url", f"https://example.org{DEEP}")
    with Server({DEEP: tmp_path / "out"}) as server:
        check_page_for_wrong_addresses(server, f"{DEEP}no/such/page")


@pytest.fixture(scope="module")
def moved(tmp_path_factory):
    """A small site with pages that had other addresses before."""
    folder = program.write_site(tmp_path_factory.mktemp("moved"), {
        "rules/index.md": program.page("Rules", "## Text\n\nHere.", aliases="[/old/, /older/place/]"),
        "rules/one.md": program.page("One", "Here.", aliases="[/rules/uno/]")})
    program.build(folder, folder / "out")
    with Server({"/": folder / "out", DEEP: folder / "out"}) as server:
        yield folder / "out", server


OLD = [("old/", "rules/"), ("older/place/", "rules/"), ("rules/uno/", "rules/one/")]


@pytest.mark.parametrize("start", ["/", DEEP])
@pytest.mark.parametrize("old, new", OLD)
def test_old_address_leads_on(moved, start, old, new):
    _, server = moved
    status, _, body = server.get(start + old)
    page = html.read(body.decode("utf-8"))
    here = server.origin + start + old
    assert status == 200 and not page.forbidden
    assert urljoin(here, page.refresh) == server.origin + start + new
    assert urljoin(here, page.links[0]) == server.origin + start + new
    assert page.canonical == f"https://example.org/{new}" and server.get(start + new)[0] == 200


@pytest.mark.parametrize("old, new", OLD)
def test_old_address_in_redirects_file(moved, old, new):
    assert f"/{old} /{new} 301" in (moved[0] / "_redirects").read_text().splitlines()


def test_old_addresses_are_not_in_the_sitemap(moved):
    assert not [old for old, _ in OLD if f"/{old}<" in (moved[0] / "sitemap.xml").read_text()]


def test_files_beside_a_page_are_published(tmp_path):
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
    site = program.write_site(tmp_path, {
        "rules/index.md": program.page("Rules", "![A square](a-square.svg)\n\n[The form](form.pdf)"),
        "rules/a-square.svg": drawing, "rules/form.pdf": b"%PDF-1.4\n"})
    program.build(site, site / "out")
    with Server({DEEP: site / "out"}) as server:
        crawl = Crawl(server, DEEP)
        assert {f"{DEEP}rules/", f"{DEEP}rules/form.pdf"} <= crawl.visits.keys()
        assert {visit.status for visit in crawl.visits.values()} == {200}
