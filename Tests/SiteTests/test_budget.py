"""What the first view of each page costs, compressed as a web server does it on the fly (gzip, level 6)."""
import gzip
from urllib.parse import urljoin

import pytest

from support.crawler import local
from support import html
from support.places import PAGES, page_name

HTML, CSS, SCRIPT, TOTAL, REQUESTS = 12_000, 10_000, 8_000, 30_000, 5


def compressed(body):
    return len(gzip.compress(body, 6, mtime=0))


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_first_view(chromium, server, table, page):
    """Requests are those that a browser with an empty cache makes, and the icon, which it asks for later."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    requests = []
    context.on("request", lambda request: requests.append(request.url))
    context.new_page().goto(f"{server.origin}/{page}", wait_until="networkidle")
    context.close()
    body = server.get(f"/{page}")[2]
    requests += [urljoin(f"{server.origin}/{page}", link) for link in html.read(body.decode()).resources if "favicon" in link]
    sizes = {}
    for url in set(requests):
        if not url.startswith("data:"):
            status, headers, body = server.get(local(url))
            assert status == 200
            sizes[url] = (headers["content-type"].split(";")[0], compressed(body))
    total = {kind: sum(size for type_, size in sizes.values() if type_.endswith(kind)) for kind in ("html", "css", "javascript")}
    everything = sum(size for _, size in sizes.values())
    if page == PAGES[0]:
        table("first view, bytes after gzip", f"{'html':>7}{'css':>7}{'script':>7}{'all':>7}{'requests':>9}  page")
    table("first view, bytes after gzip", f"{total['html']:7}{total['css']:7}{total['javascript']:7}{everything:7}"
                                          f"{len(sizes):9}  {page_name(page)}")
    assert total["html"] <= HTML and total["css"] <= CSS and total["javascript"] <= SCRIPT
    assert everything <= TOTAL and len(sizes) <= REQUESTS
