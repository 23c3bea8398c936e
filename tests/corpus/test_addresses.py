"""Feeds and pages by their addresses: from a real server on this machine, never from the internet."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from kg.corpus.addresses import read_address
from kg.corpus.article import Article
from kg.corpus.fetch import AGENT, Bounds, Fetched, Fetcher
from kg.corpus.read import read_inputs
from kg.corpus.reading import Reading
from kg.corpus.unreadable import Unreadable, UnreadableReason

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


def fetch(address: str, **bounds: float) -> Fetched | Unreadable:
    return Fetcher(allow_private=True, bounds=Bounds(**bounds)).fetch(address)  # type: ignore[arg-type]


def read(address: str) -> tuple[list[Article], list[Unreadable]]:
    items = list(read_inputs([address], reading=Reading(allow_private=True)))
    return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, Unreadable)]


def test_a_feed_gives_its_entries_and_fetches_the_pages_of_those_that_are_not_whole(site: Site) -> None:
    entries = WHOLE.format(site.address) + TEASER.format(site.address, "page") + TEASER.format(site.address, "gone")
    site.give("/feed.xml", FEED.format(entries), Content_Type="application/rss+xml")
    site.give("/page", PAGE.format("trade"), Content_Type="text/html")
    articles, [fault] = read(f"{site.address}/feed.xml")
    whole, page, teaser = articles
    assert (whole.id, whole.title, whole.published) == (f"{site.address}/whole", "Whole", "2019-03-05")
    assert whole.text == "Kohl met Major.\n\nThey dined."
    assert (page.id, page.published) == (f"{site.address}/page", "2019-03-05")
    assert page.text.startswith("Chancellor Angela Merkel met")
    assert (teaser.id, teaser.text) == (f"{site.address}/gone", "Merkel met Macron.")
    assert (fault.reason, fault.is_error) == (UnreadableReason.TEASER, False)
    assert "the server answered 404" in fault.message
    assert "/whole" not in [path for path, _ in site.asked]


def test_a_page_gives_its_article_under_its_own_address(site: Site) -> None:
    site.give("/a", status=302, Location="/b")
    site.give("/b", PAGE.format("trade").replace("<head>", '<head><link rel="canonical" href="/c">'))
    [article], faults = read(f"{site.address}/a")
    assert not faults
    assert article.id == article.url == f"{site.address}/c"
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/b"]
    assert site.asked[1][1]["User-Agent"] == AGENT


def test_what_a_server_says_of_the_encoding_counts(site: Site) -> None:
    site.give("/a", PAGE.format("Wałęsa").encode("iso-8859-2"), Content_Type="text/html; charset=iso-8859-2")
    assert "Wałęsa" in read(f"{site.address}/a")[0][0].text


@pytest.mark.parametrize(("path", "kind"), [("/a.txt", "text/plain"), ("/a", "text/plain"), ("/a.jsonl", "x/y")])
def test_other_kinds_are_read_as_files(site: Site, path: str, kind: str) -> None:
    text = '{"id": "a", "text": "Kohl met Major."}' if "jsonl" in path else "Kohl met Major."
    site.give(path, text, Content_Type=kind)
    [article], _ = read(site.address + path)
    assert (article.id, article.text) == ("a", "Kohl met Major.")


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/",
        "http://localhost:9/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://224.0.0.1/",
        "http://0.0.0.0/",
    ],
)
def test_private_addresses_are_not_fetched(address: str) -> None:
    [fault] = read_address(address, Fetcher())
    assert isinstance(fault, Unreadable)
    assert fault.reason is UnreadableReason.FETCH
    assert "private network" in fault.message


def test_a_redirect_into_a_private_network_is_not_followed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as public here, as no test may ask one that is; the second is checked like the first."""
    found = socket.getaddrinfo

    def resolve(host: str, *rest: Any, **more: Any) -> Any:
        return found("127.0.0.1" if host == "news.example" else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr("kg.corpus.fetch.is_public", lambda address: address == "127.0.0.1")
    port = site.address.rpartition(":")[2]
    site.give("/a", status=301, Location="http://10.0.0.1/secret")
    site.give("/b", "Kohl met Major.")
    fault = Fetcher().fetch(f"http://news.example:{port}/a")
    assert isinstance(fault, Unreadable)
    assert "'10.0.0.1' lies in a private network" in fault.message
    assert isinstance(Fetcher().fetch(f"http://news.example:{port}/b"), Fetched)
    assert site.asked[-1][1]["Host"] == f"news.example:{port}"  # the address was checked, the name is told


def test_a_name_is_resolved_once_for_each_connection(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that gives another address the second time has nobody who asks it."""
    asked: list[str] = []
    found = socket.getaddrinfo

    def resolve(host: str, *rest: Any, **more: Any) -> Any:
        asked.append(host)
        return found("127.0.0.1" if host == "news.example" else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    site.give("/a", "Kohl met Major.")
    port = site.address.rpartition(":")[2]
    assert isinstance(Fetcher(allow_private=True).fetch(f"http://news.example:{port}/a"), Fetched)
    assert asked.count("news.example") == 2  # robots.txt, and what was asked for


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://user:secret@127.0.0.1/", "password"),
        ("http:///a", "only http"),
        ("http://no-such-host.invalid/", "has no address"),
        ("http://127.0.0.1:1/", ""),
        ("http://[::1", ""),
        ("http://a b/", ""),
        ("https://" + "a" * 70_000, ""),
    ],
)
def test_addresses_that_lead_nowhere(address: str, words: str) -> None:
    fault = fetch(address)
    assert isinstance(fault, Unreadable)
    assert fault.reason is UnreadableReason.FETCH
    assert words in fault.message


def _endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"<p>Merkel met Macron.</p>" * 1000)
    except OSError:
        pass


def _dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"a")
            handler.wfile.flush()
            time.sleep(0.1)
    except OSError:
        pass


def test_limits_of_size_and_time(site: Site) -> None:
    site.answers["/endless"] = _endless
    site.answers["/dripping"] = _dripping
    site.give("/bomb", gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")
    site.give("/other", b"x", Content_Encoding="br")
    site.give("/loop", status=302, Location="/loop")
    site.give("/file", status=302, Location="file:///etc/passwd")
    for path, words in {
        "/endless": "over 1,000,000 bytes",
        "/bomb": "over 1,000,000 bytes",
        "/dripping": "",
        "/other": "packed as 'br'",
        "/loop": "redirects",
        "/file": "only http:// and https://",
    }.items():
        fault = fetch(site.address + path, size=1_000_000, total=1)
        assert isinstance(fault, Unreadable), path
        assert words in fault.message


def test_a_busy_server_is_asked_again_when_it_says_so(site: Site) -> None:
    def busy_once(handler: BaseHTTPRequestHandler) -> None:
        site.give("/a", "Kohl met Major.")
        handler.send_response(429)
        handler.send_header("Retry-After", "0")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    site.answers["/a"] = busy_once
    assert isinstance(fetch(f"{site.address}/a"), Fetched)
    site.give("/b", status=503, Retry_After="86400")
    fault = fetch(f"{site.address}/b")
    assert isinstance(fault, Unreadable)
    assert "busy for 86400 seconds" in fault.message


def test_robots_are_asked_once_and_obeyed(site: Site) -> None:
    site.give("/robots.txt", "User-agent: *\nDisallow: /private\n")
    site.give("/a", "Kohl met Major.")
    fetcher = Fetcher(allow_private=True)
    assert isinstance(fetcher.fetch(f"{site.address}/a"), Fetched)
    fault = fetcher.fetch(f"{site.address}/private/a")
    assert isinstance(fault, Unreadable)
    assert "robots.txt" in fault.message
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a"]
