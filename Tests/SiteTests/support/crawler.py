"""Walks a site over HTTP as a reader could: from one page along its links, never leaving the host."""
from collections import defaultdict, deque
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from . import html


@dataclass
class Visit:
    status: int
    headers: dict
    body: bytes
    page: html.Page | None       # None: not HTML


class Crawl:
    """All answers by path, and every link with where it stands: (path of the page, text of the link, full URL)."""

    def __init__(self, server, start="/"):
        self.server, self.start, self.visits, self.links, self.of_page = server, start, {}, [], defaultdict(list)
        queue = deque([start])
        while queue:
            path = queue.popleft()
            if path in self.visits:
                continue
            self.visits[path] = visit = self.visit(path)
            if visit.page:
                queue.extend(self.found(path, visit.page))

    def visit(self, path):
        status, headers, body = self.server.get(path)
        is_page = headers.get("content-type", "").startswith("text/html")
        return Visit(status, headers, body, html.read(body.decode("utf-8")) if is_page else None)

    def found(self, path, page):
        targets = page.links + page.resources + ([page.refresh] if page.refresh else [])
        for link in targets:
            url = urljoin(self.server.origin + path, link)
            self.links.append((path, link, url))
            self.of_page[path].append((link, url))
            if self.is_own(url):
                yield local(url)

    def is_own(self, url):
        return url.startswith(self.server.origin + "/")

    def from_page(self, path):
        return self.of_page[path]


def local(url):
    """The part of a URL that is sent to the server."""
    parts = urlsplit(urldefrag(url).url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def fragment(url):
    return unquote(urlsplit(url).fragment)
