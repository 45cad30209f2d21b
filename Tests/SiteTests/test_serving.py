"""The site as a web server gives it out, at the root of a host and below a path: everything resolves."""
import hashlib
import re
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from conftest import DEEP
from support import html, places, program
from support.crawler import Crawl, fragment, local
from support.places import EVERY_PAGE as PAGES, SITE, UNLINKED, is_unlinked, page_name
from support.server import Server

every_page = pytest.mark.parametrize("page", PAGES, ids=page_name)
ADDRESS = re.search(r"^address: *(\S+)", (places.ROOT / "Content/site.yaml").read_text(), re.M)[1]


@every_page
def test_page_is_reached_by_links(crawl, page):
    assert crawl.start + page in crawl.visits, "no chain of links from the front page leads here"


@every_page
def test_page_is_html_in_utf8(crawl, page):
    visit = crawl.visits[crawl.start + page]
    assert (visit.status, visit.headers["content-type"]) == (200, "text/html; charset=utf-8")


@every_page
def test_links_and_resources_resolve_without_redirect(crawl, page):
    broken = [(link, crawl.visits[local(url)].status) for link, url in crawl.from_page(crawl.start + page)
              if crawl.is_own(url) and crawl.visits[local(url)].status != 200]
    assert not broken


@every_page
def test_fragments_exist(crawl, page):
    broken = []
    for link, url in crawl.from_page(crawl.start + page):
        target = crawl.visits.get(local(url)) if crawl.is_own(url) else None
        if target and target.page and fragment(url) and fragment(url) not in target.page.ids:
            broken.append(link)
    assert not broken


@every_page
def test_links_stay_below_the_place_of_the_site(crawl, page):
    outside = [link for link, url in crawl.from_page(crawl.start + page)
               if crawl.is_own(url) and not local(url).startswith(crawl.start)]
    assert not outside


@every_page
def test_links_are_relative(page):
    read = html.read((SITE / page / "index.html").read_text("utf-8"))
    targets = read.links + read.resources
    assert not [link for link in targets if link.startswith("/") or link.startswith(ADDRESS)]


@every_page
def test_nothing_is_loaded_from_other_hosts(page):
    read = html.read((SITE / page / "index.html").read_text("utf-8"))
    assert not [link for link in read.resources if urlsplit(link).scheme or link.startswith("//")]


@every_page
def test_canonical_address(page):
    read = html.read((SITE / page / "index.html").read_text("utf-8"))
    # What search engines are not to list has no address of its own for them.
    assert read.canonical == (None if "noindex" in read.robots else urljoin(ADDRESS, page))


@every_page
def test_ids_are_unique(page):
    ids = html.read((SITE / page / "index.html").read_text("utf-8")).ids
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("path", places.HTML_FILES)
def test_nothing_is_inline(path):
    assert not html.read((SITE / path).read_text("utf-8")).forbidden


@pytest.mark.parametrize("path", [path for path in places.published_files() if path.endswith(".css")])
def test_styles_load_only_own_files(path):
    text = (SITE / path).read_text("utf-8")
    targets = re.findall(r"""url\(\s*["']?([^"')]*)""", text) + re.findall(r"""@import\s+["']([^"']*)""", text)
    assert not [target for target in targets if not target.startswith(("data:", "#"))]


@pytest.mark.parametrize("path", [path for path in places.published_files() if path.startswith("assets/")])
def test_assets_are_named_by_their_bytes(path):
    """Browsers keep them for ever. A folder of scripts that load each other has one hash for all of them."""
    found = re.search(r"[./]([0-9a-f]{10})([./])", path)
    assert found, "no hash in the name"
    if found[2] == ".":
        assert hashlib.sha256((SITE / path).read_bytes()).hexdigest()[:10] == found[1]


@pytest.mark.parametrize("path", [path for path in places.published_files() if not is_unlinked(path)])
def test_file_is_reached(crawl, path):
    assert crawl.start + places.address(path) in crawl.visits, "an orphan: linked from nowhere, and not in UNLINKED"


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
