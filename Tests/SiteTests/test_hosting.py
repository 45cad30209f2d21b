"""The configurations of web servers in the documentation do what their pages say, in the servers themselves."""
import gzip

import pytest

from support import headers, hosts, program


def published(folder, address):
    program.write_site(folder, {
        "loans/index.md": program.page("Loans", "Who may borrow what, and for how long. " * 100, aliases="[/old/]")})
    program.build(folder, folder / "Public", "--base-url", address)
    (folder / "Public/.hidden").write_text("not for readers")
    return folder / "Public"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return published(tmp_path_factory.mktemp("hosting"), "https://help.example.org/")


@pytest.fixture(scope="module", params=hosts.SERVERS)
def host(request, site, tmp_path_factory):
    [text] = hosts.configuration(request.param)[:1]
    with hosts.Host(request.param, text, site, tmp_path_factory.mktemp(request.param)) as running:
        yield running


def test_pages(host, site):
    status, fields, body = host.ask("/loans/")
    assert status == 200 and body == (site / "loans/index.html").read_bytes()
    assert fields["content-type"].lower().replace(" ", "") == "text/html;charset=utf-8"


def test_headers_are_those_of_the_build(host, site):
    """On pages, and on what is not there."""
    for path in ("/loans/", "/nowhere/"):
        fields = host.ask(path)[1]
        for rule, name, value in headers.read((site / "_headers").read_text()):
            if rule == "/*":
                assert fields.get(name.lower()) == value, path


def test_wrong_addresses(host, site):
    status, fields, body = host.ask("/nowhere/at/all/")
    assert status == 404 and body == (site / "404.html").read_bytes() and "html" in fields["content-type"]


def test_what_is_not_for_readers(host):
    assert [host.ask(path)[0] for path in ("/_headers", "/_redirects", "/.hidden")] == [404, 404, 404]


def test_a_folder_without_its_slash(host):
    status, fields, _ = host.ask("/loans")
    assert status in (301, 308) and fields["location"].endswith("/loans/")


def test_old_addresses(host):
    status, _, body = host.ask("/old/")
    assert status == 200 and b"../loans/" in body


def test_compression(host, site):
    fields, body = host.ask("/loans/", **{"Accept-Encoding": "gzip"})[1:]
    assert fields["content-encoding"] == "gzip" and "accept-encoding" in fields["vary"].lower()
    assert gzip.decompress(body) == (site / "loans/index.html").read_bytes()
    [style] = site.glob("assets/*.css")
    assert host.ask(f"/assets/{style.name}", **{"Accept-Encoding": "gzip"})[1]["content-encoding"] == "gzip"


def test_caching(host, site):
    assert host.ask("/loans/")[1]["cache-control"] == "no-cache"
    [style] = site.glob("assets/*.css")
    fields = host.ask(f"/assets/{style.name}")[1]
    assert fields["cache-control"] == "public, max-age=31536000, immutable"
    assert host.ask("/loans/", **{"If-None-Match": host.ask("/loans/")[1]["etag"]})[0] == 304


def test_scripts_have_their_type(host, site):
    script = next(site.glob("assets/scripts.*/main.js")).relative_to(site)
    assert "javascript" in host.ask(f"/{script}")[1]["content-type"]


def test_nginx_below_a_path(tmp_path):
    server, location = hosts.configuration("nginx")
    text = "".join(line for line in server.splitlines(True) if not line.startswith(("    root ", "    error_page ")))
    text = text.replace("~^/assets/", "~^/help/assets/").rstrip().removesuffix("}") + location + "}"
    site = published(tmp_path / "site", "https://help.example.org/help/")
    with hosts.Host("nginx", text, site, tmp_path) as host:
        assert host.ask("/help/loans/")[2] == (site / "loans/index.html").read_bytes()
        assert host.ask("/help/nowhere/")[::2] == (404, (site / "404.html").read_bytes())
        [style] = site.glob("assets/*.css")
        assert "immutable" in host.ask(f"/help/assets/{style.name}")[1]["cache-control"]
        assert "content-security-policy" in host.ask("/help/loans/")[1]
