"""A web server on this machine, for tests that fetch: never the internet."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

PAGE = (
    "<!DOCTYPE html><html><head><title>{0}</title><meta name='date' content='2019-03-05'></head><body><nav>Menu</nav>"
    "<article><h1>{0}</h1><p>Chancellor Angela Merkel met President Emmanuel Macron in Paris on Tuesday. They talked"
    " about the budget of the Union for two hours, and about {0}.</p></article></body></html>"
)
FEED = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    "<title>World</title>{}</channel></rss>"
)
WHOLE = (
    "<item><title>Whole</title><link>{}/whole</link><pubDate>Tue, 05 Mar 2019 08:00:00 GMT</pubDate>"
    "<description>Short.</description><content:encoded><![CDATA[<p>Kohl met Major.</p><p>They dined.</p>]]>"
    "</content:encoded></item>"
)
TEASER = (
    "<item><title>{1}</title><link>{0}/{1}</link>"
    "<description>Merkel met &lt;b&gt;Macron&lt;/b&gt;.</description></item>"
)

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """A server; `answers` says what it gives at a path, and `asked` keeps what was asked for."""

    answers: dict[str, tuple[int, dict[str, str], bytes] | Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    address: str = ""

    def give(self, path: str, body: str | bytes = b"", status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, named, body.encode() if isinstance(body, str) else body)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


@contextmanager
def serving() -> Iterator[Site]:
    """Start a server of one's own."""
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append((self.path, dict(self.headers)))
            answer = made.answers.get(self.path, (404, {}, b""))
            if callable(answer):
                answer(self)
                return
            status, headers, body = answer
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        made.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield made
        server.shutdown()
