"""Feeds and pages by their addresses: from a real server on this machine, never from the internet."""

from __future__ import annotations

import gzip
import socket
import time
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from kg.corpus.addresses import read_address
from kg.corpus.article import Article
from kg.corpus.fetch import AGENT, Fetcher
from kg.corpus.fetched import Bounds, Fetched, Validators
from kg.corpus.read import read_inputs
from kg.corpus.reading import Reading
from kg.corpus.unreadable import Unreadable, UnreadableReason
from tests.site import FEED, PAGE, TEASER, WHOLE, Site


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
        "http://[::10.0.0.1]/",
        "http://[64:ff9b::10.0.0.1]/",
        "http://[64:ff9b:1::1]/",
        "http://[fec0::1]/",
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


def test_a_name_is_asked_for_as_it_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's own encoding makes another name of some letters."""
    asked: list[str] = []

    def resolve(host: str, *_: Any, **__: Any) -> Any:
        asked.append(host)
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert isinstance(fetch("https://stra\xdfe.example/"), Unreadable)
    assert isinstance(fetch("https://xn--strae-oqa.example/"), Unreadable)
    assert set(asked) == {"xn--strae-oqa.example"}


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


def test_what_is_packed_is_unpacked_to_its_end(site: Site) -> None:
    """Several parts too, as of an archive; what isn't packed, or not to its end, costs itself alone."""
    whole = gzip.compress(b"Kohl met Major.") + gzip.compress(b" They dined.")
    site.give("/whole", whole + b"\0\0", Content_Encoding="gzip")
    site.give("/empty", b"", Content_Encoding="gzip")
    site.give("/plain", b"Kohl met Major.", Content_Encoding="gzip")
    site.give("/more", whole + b"Kohl", Content_Encoding="x-gzip")
    site.give("/cut", whole[:-5], Content_Encoding="gzip")
    for path, data in {"/whole": b"Kohl met Major. They dined.", "/empty": b""}.items():
        found = fetch(site.address + path)
        assert isinstance(found, Fetched)
        assert found.stream.read() == data
    for path, words in {"/plain": "and it isn't", "/more": "and it isn't", "/cut": "ends too early"}.items():
        fault = fetch(site.address + path)
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


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    """By the server's word where it gives one, else by the content; for the address where it was found alone."""
    site.give("/moved", status=301, Location="/a")
    site.give("/a", "Kohl met Major.", ETag='W/"1"', Last_Modified="Tue, 05 Mar 2019 08:00:00 GMT")
    site.give("/plain", "Kohl met Major.")
    fetcher = Fetcher(allow_private=True)
    first = fetcher.fetch_new(f"{site.address}/moved", Validators())
    assert isinstance(first, Fetched)
    assert first.validators.url == f"{site.address}/a"
    site.give("/a", status=304)
    assert fetcher.fetch_new(f"{site.address}/moved", first.validators) is None
    asked = dict(site.asked)
    assert (asked["/a"]["If-None-Match"], asked["/a"]["If-Modified-Since"]) == (
        'W/"1"',
        "Tue, 05 Mar 2019 08:00:00 GMT",
    )
    assert "If-None-Match" not in asked["/moved"]
    plain = fetcher.fetch(f"{site.address}/plain")
    assert isinstance(plain, Fetched)
    assert fetcher.fetch_new(f"{site.address}/plain", plain.validators) is None
    site.give("/plain", "Kohl met Major and Mitterrand.")
    assert isinstance(fetcher.fetch_new(f"{site.address}/plain", plain.validators), Fetched)
    fault = fetcher.fetch(f"{site.address}/a")  # nobody has asked for what is newer
    assert isinstance(fault, Unreadable)
    assert "answered 304" in fault.message


@pytest.mark.parametrize("tag", ["é", "a" * 5000, "\x01"])
def test_a_tag_that_can_not_be_sent_back_is_not(site: Site, tag: str) -> None:
    site.give("/a", "Kohl met Major.", ETag=tag)
    found = fetch(f"{site.address}/a")
    assert isinstance(found, Fetched)
    assert found.validators.etag == ""


def test_robots_are_asked_once_and_obeyed(site: Site) -> None:
    site.give("/robots.txt", "User-agent: *\nDisallow: /private\n")
    site.give("/a", "Kohl met Major.")
    fetcher = Fetcher(allow_private=True)
    assert isinstance(fetcher.fetch(f"{site.address}/a"), Fetched)
    fault = fetcher.fetch(f"{site.address}/private/a")
    assert isinstance(fault, Unreadable)
    assert "robots.txt" in fault.message
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a"]


def test_an_address_with_a_password_does_not_hide_what_robots_may_not_read(site: Site) -> None:
    site.give("/robots.txt", "User-agent: *\nDisallow: /private\n")
    fetcher = Fetcher(allow_private=True)
    for address, words in ((site.address.replace("//", "//user:secret@"), "password"), (site.address, "robots.txt")):
        fault = fetcher.fetch(f"{address}/private/a")
        assert isinstance(fault, Unreadable)
        assert words in fault.message
