"""The headers that Waymark writes for web servers, and that its own pages live with them."""
import re

import pytest

from support import headers
from support.browser import opened_together, several
from support.places import HTML_FILES, LOOKED_AT, SITE
from support.server import Server
from support.telling import none

RULES = headers.read((SITE / "_headers").read_text())
FOR_ALL = {name: value for rule, name, value in RULES if rule == "/*"}
POLICY = headers.policy(FOR_ALL.get("Content-Security-Policy", ""))
# Reports come as events and, where a page is refused altogether, only on the console.
REPORTER = "addEventListener('securitypolicyviolation', event => console.error('Content Security Policy: '"\
           " + event.violatedDirective + ' ' + event.blockedURI))"


def reports(context, urls):
    """What the browser complains about while it opens each page."""
    found = {url: [] for url in urls}

    def listen(tab, url):
        tab.on("console", lambda message: found[url].append(message.text))
        tab.on("pageerror", lambda error: found[url].append(str(error)))
    opened_together(context, urls, listen)
    return found


@pytest.fixture(scope="module", params=["light", "dark"])
def scheme(request, chromium):
    """A browser in these colours that tells what the policy forbids."""
    context = chromium.new_context(color_scheme=request.param)
    context.add_init_script(REPORTER)
    yield context
    context.close()


@pytest.fixture(scope="module")
def complaints(scheme, strict_server):
    def about(pages):
        found = reports(scheme, [f"{strict_server.origin}/{page}" for page in pages])
        return dict(zip(pages, found.values()))
    return several([*LOOKED_AT, "404.html"], about)


@pytest.mark.parametrize("name, value", [
    ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp")])
def test_header(strict_server, name, value):
    assert FOR_ALL.get(name) == value
    assert strict_server.get("/")[1][name.lower()] == value


@pytest.mark.parametrize("directive, sources", [
    ("default-src", ["'none'"]), ("base-uri", ["'none'"]), ("frame-ancestors", ["'none'"]), ("style-src", ["'self'"]),
    ("script-src", ["'self'"]), ("form-action", ["'self'"])])
def test_policy(directive, sources):
    assert POLICY.get(directive) == sources


def test_scripts_cannot_make_pages_of_text():
    assert POLICY["require-trusted-types-for"] == ["'script'"] and POLICY["trusted-types"] == ["waymark"]


def test_pages_carry_the_policy_themselves():
    """For hosts that send no headers. Who may frame a page cannot be said in it."""
    def is_right(text):
        [carried] = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
        return headers.policy(carried) == {name: value for name, value in POLICY.items() if name != "frame-ancestors"} \
            and text.index("http-equiv=\"Content-Security-Policy\"") < min(text.index(word) for word in ("<link", "<title"))
    none(path for path in HTML_FILES if not is_right((SITE / path).read_text()))


def test_policy_allows_no_other_host_and_nothing_inline():
    allowed = {source for name, sources in POLICY.items() for source in sources if "trusted-types" not in name}
    assert allowed <= {"'none'", "'self'", "data:"}


def test_no_scripts_from_data_addresses():
    assert "data:" not in POLICY["script-src"] + POLICY["default-src"] + POLICY.get("object-src", [])


def test_assets_are_kept_for_ever(strict_server):
    assert ("/assets/*", "Cache-Control", "public, max-age=31536000, immutable") in RULES
    asset = next(path for path in sorted((SITE / "assets").iterdir()))
    answer = strict_server.get(f"/assets/{asset.name}")[1]
    assert "immutable" in answer["cache-control"] and answer["x-content-type-options"] == "nosniff"


def test_pages_are_not_kept_for_ever(strict_server):
    assert "cache-control" not in strict_server.get("/")[1]


def test_browser_reports_what_the_policy_forbids(scheme, tmp_path):
    """So that silence about our pages means something: said of the page that it is about, and of no other."""
    (tmp_path / "index.html").write_text(
        "<!DOCTYPE html><title>Bad</title><style>p{color:red}</style><p style='color:blue' onclick='x()'>"
        "<script>x()</script><img src='https://example.org/x.png' alt=''>")
    (tmp_path / "good.html").write_text("<!DOCTYPE html><title>Good</title><p>Text")
    with Server({"/": tmp_path}, RULES) as server:
        bad, good, again = [f"{server.origin}/{name}" for name in ("", "good.html", "index.html")]
        found = reports(scheme, [bad, good, again])
    assert not found[good]
    for url in (bad, again):
        assert all(directive in "\n".join(found[url]) for directive in ("style-src", "script-src", "img-src"))


def test_pages_keep_the_policy(complaints):
    none((page, complaint) for page in LOOKED_AT + ["404.html"] for complaint in complaints(page))
