"""The configurations of web servers in the documentation do what their pages say, in the servers themselves."""
import gzip

import pytest

from support import headers, hosts, program


def published(folder, address):
    program.write_site(folder, {
        ".well-known/security.txt": "Contact: mailto:help@example.org",
        "loans/index.md": program.page("Loans", "Who may borrow what, and for how long. " * 100, aliases="[/old/]")})
    settings = folder / "Content/site.yaml"
    settings.write_text(settings.read_text() + "compressed: yes\n")
    program.build(folder, folder / "Public", "--base-url", address)
    (folder / "Public/.hidden").write_text("not for readers")
    # As a script would put it beside a published file; not what the file holds, so that one sees who was sent it.
    for copy in ("404.html.gz", "404.html.br"):
        assert (folder / "Public" / copy).is_file()
    (folder / "Public/robots.txt.gz").write_bytes(gzip.compress(b"made before"))
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


def test_what_is_missing_is_not_kept(host, site):
    """A browser that asks while a new version is copied would not see it for a year."""
    [style] = site.glob("assets/*.css")
    for path in ("/assets/style.0000000000.css", f"/assets/{style.name}.map", "/assets/", "/nowhere/"):
        status, fields, body = host.ask(path)
        assert status in (403, 404) and fields["cache-control"] == "no-cache", path


@pytest.mark.parametrize("accepted", ["identity", "gzip", "gzip, deflate, br, zstd"])
@pytest.mark.parametrize("path", ["/loans/", "/assets/"])
def test_a_page_asked_for_again_is_not_sent_again(host, site, path, accepted):
    path = path + next(site.glob("assets/*.css")).name if path == "/assets/" else path
    status, fields, _ = host.ask(path, **{"Accept-Encoding": accepted})
    assert status == 200
    for condition in ({"If-None-Match": fields["etag"]}, {"If-Modified-Since": fields["last-modified"]}):
        status, again, body = host.ask(path, **{"Accept-Encoding": accepted}, **condition)
        assert (status, body) == (304, b""), condition
        assert again["cache-control"] == fields["cache-control"]


def test_a_changed_page_is_sent_again(host):
    assert host.ask("/loans/", **{"If-None-Match": '"other"', "Accept-Encoding": "gzip"})[0] == 200


def test_only_the_head(host, site):
    status, fields, body = host.ask("/loans/", "HEAD")
    assert (status, body) == (200, b"") and "content-security-policy" in fields
    assert host.ask("/nowhere/", "HEAD")[::2] == (404, b"")


@pytest.mark.parametrize("method", ["TRACE", "POST", "PUT", "DELETE", "CONNECTED"])
def test_other_methods_are_refused(host, method):
    status, _, body = host.ask("/loans/", method)
    assert status in (403, 405, 501) and b"Who may borrow" not in body


def test_the_page_for_wrong_addresses_is_compressed_and_not_kept(host, site):
    status, fields, body = host.ask("/nowhere/", **{"Accept-Encoding": "gzip"})
    assert status == 404 and fields.get("content-encoding") == "gzip" and fields["cache-control"] == "no-cache"
    assert gzip.decompress(body) == (site / "404.html").read_bytes()


def test_compression_is_good_enough_for_the_budget(host, site):
    for path in (next(site.glob("assets/*.css")), site / "loans/index.html"):
        sent = host.ask("/" + str(path.relative_to(site)).removesuffix("index.html"), **{"Accept-Encoding": "gzip"})[2]
        assert len(sent) <= 1.03 * len(gzip.compress(path.read_bytes(), 6)), path


def test_files_compressed_before(host, site):
    if host.name == "apache":
        return      # Its page does not promise it.
    assert gzip.decompress(host.ask("/robots.txt", **{"Accept-Encoding": "gzip"})[2]) == b"made before"
    assert b"User-agent" in host.ask("/robots.txt", **{"Accept-Encoding": "identity"})[2]
    if host.name == "caddy":      # nginx needs a module for it.
        fields, body = host.ask("/loans/", **{"Accept-Encoding": "gzip, br"})[1:]
        assert fields["content-encoding"] == "br" and body == (site / "loans/index.html.br").read_bytes()


def test_what_services_look_for(host):
    assert host.ask("/.well-known/security.txt")[::2] == (200, b"Contact: mailto:help@example.org")


# What the MDN HTTP Observatory gives points for (beside HTTPS): its 150 are these.
POINTS = {
    "referrer-policy": {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"},
    "x-content-type-options": {"nosniff"}, "x-frame-options": {"DENY"}, "cross-origin-resource-policy": {"same-origin"},
    "cross-origin-opener-policy": {"same-origin"}, "cross-origin-embedder-policy": {"require-corp", "credentialless"}}


@pytest.mark.parametrize("path", ["/", "/loans/", "/nowhere/"])
def test_headers_that_keep_readers_safe(host, path):
    fields = host.ask(path, Origin="https://elsewhere.example")[1]
    for name, values in POINTS.items():
        assert fields.get(name) in values, name
    assert "access-control-allow-origin" not in fields and "set-cookie" not in fields
    policy = headers.policy(fields["content-security-policy"])
    assert policy["default-src"] == ["'none'"] and policy["frame-ancestors"] == ["'none'"]
    assert policy["require-trusted-types-for"] == ["'script'"]
    assert not {source for sources in policy.values() for source in sources} & {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"}


def test_scripts_have_their_type(host, site):
    script = next(site.glob("assets/scripts.*/main.js")).relative_to(site)
    assert "javascript" in host.ask(f"/{script}")[1]["content-type"]


def test_nginx_below_a_path(tmp_path):
    server, location = hosts.configuration("nginx")
    text = "".join(line for line in server.splitlines(True) if not line.startswith(("    root ", "    error_page ")))
    text = text.replace(" /assets/", " /help/assets/").rstrip().removesuffix("}") + location + "}"
    site = published(tmp_path / "site", "https://help.example.org/help/")
    with hosts.Host("nginx", text, site, tmp_path) as host:
        assert host.ask("/help/loans/")[2] == (site / "loans/index.html").read_bytes()
        assert host.ask("/help/nowhere/")[::2] == (404, (site / "404.html").read_bytes())
        [style] = site.glob("assets/*.css")
        assert "immutable" in host.ask(f"/help/assets/{style.name}")[1]["cache-control"]
        assert "content-security-policy" in host.ask("/help/loans/")[1]
