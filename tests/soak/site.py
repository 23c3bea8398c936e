"""A small web site of news: a feed of what is new, one of all there is, and a page an article; at times it is busy."""

from __future__ import annotations

import html
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.soak.stories import Story, feed, item

_IN_FEED = 40  # entries of the feed of what is new
_BUSY = 0.03  # of all answers, while it is disturbed


class Site:
    """What the server shows; articles are put on it and taken from it while it serves."""

    def __init__(self, seed: int) -> None:
        self.address = ""
        self.is_disturbed = True
        self._pages: dict[str, Story] = {}
        self._moments = random.Random(seed)
        self._lock = threading.Lock()

    def put(self, story: Story) -> None:
        """Show an article, as the newest; a known one anew."""
        with self._lock:
            self._pages.pop(story.key, None)
            self._pages[story.key] = story

    def take(self, key: str) -> None:
        """Show an article no longer."""
        with self._lock:
            del self._pages[key]

    def link(self, key: str) -> str:
        """Give the address of an article's page, which is its id."""
        return f"{self.address}/page/{key}"

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Give status, type and body."""
        with self._lock:
            if path == "/robots.txt":
                return 404, "text/plain", b""
            if self.is_disturbed and self._moments.random() < _BUSY:
                return 500, "text/html", b"<html>busy"
            stories = list(self._pages.values())[::-1]
            if path in ("/new.xml", "/all.xml"):
                shown = stories[:_IN_FEED] if path == "/new.xml" else stories
                items = "".join(item(story, self.link(story.key), is_whole=False) for story in shown)
                return 200, "application/rss+xml", feed(items).encode()
            story = self._pages.get(path.removeprefix("/page/"))
        return (200, "text/html; charset=utf-8", page(story).encode()) if story else (404, "text/html", b"gone")


def page(story: Story) -> str:
    """Write an article as a web page with a menu and a footer around it."""
    title = html.escape(story.title)
    paragraphs = "".join(f"<p>{html.escape(part)}</p>" for part in story.text.split("\n") if part.strip())
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>"
        f"<meta property='article:published_time' content='{story.date}'></head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article><footer>All rights reserved.</footer></body></html>"
    )


@contextmanager
def serving(site: Site) -> Iterator[None]:
    """Serve it on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, kind, body = site.answer(self.path)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Who asked was killed."""

    with Server(("127.0.0.1", 0), Handler) as server:
        site.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()
