"""What each target begins with: small inputs of every kind, written for this."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Iterator

import zstandard

from kg.schema.location import shipped_schemas
from tests.fuzz.readers import ENDINGS

_TEXT = "OSLO, May 3 (Wire) - Chancellor Ada Berg met President Jan Holm in Oslo on Tuesday.\n\nThey signed a treaty.\n"
_ROW = json.dumps({"id": "a1", "date": "2019-03-05", "title": "Berg meets Holm", "text": _TEXT}) + "\n"
_PAGE = (
    "<!DOCTYPE html><html><head><title>Berg meets Holm</title><meta name='date' content='2019-03-05'>"
    '<script type=\'application/ld+json\'>{"@type": "Article", "datePublished": "2019-03-05"}</script></head>'
    f"<body><nav>Menu</nav><article><h1>Berg meets Holm</h1><p>{_TEXT}</p><time datetime='2019-03-05'></time>"
    "</article></body></html>"
)
_FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>World</title><item><title>Berg</title>'
    f"<link>https://news.example/1</link><pubDate>Tue, 05 Mar 2019 08:00:00 GMT</pubDate><description>{_TEXT}"
    "</description></item></channel></rss>"
)
_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>World</title><entry><id>urn:1</id><title>Berg</title>'
    f"<updated>2019-03-05T08:00:00Z</updated><content type='html'>&lt;p&gt;{_TEXT}&lt;/p&gt;</content></entry></feed>"
)
_MARKUP = "<p>Berg &amp; <b>Holm</b><br>met.<pre>\n\nThey signed.</p>"
_CSV = f'id,date,title,text\na1,2019-03-05,Berg,"{_TEXT}"\na2,soon,,"Short."\na3,2019,A &amp; B,"{_MARKUP}"\n'
_WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/1\r\nWARC-Date: 2019-03-05T08:00:00Z\r\n"
    "WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {0}\r\n\r\n"
    "{1}\r\n\r\n"
)
_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 58>>stream\nBT /F 12 Tf 20 100 Td (Berg met Holm in Oslo on Tuesday.) Tj ET\nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    b"trailer<</Root 1 0 R/Info<</CreationDate(D:20190305)>>>>\n"
)


def seeds(name: str) -> Iterator[bytes]:
    """Give the inputs with which a target begins."""
    match name:
        case "readers":
            yield from _readers()
        case "schemas":
            for place, file in enumerate(("events/Meeting.yaml", "entities/Person.yaml", "events/Call.yaml")):
                yield bytes([place]) + (shipped_schemas() / file).read_bytes()[:4000]
        case _:
            yield from (text.encode() for text in _TEXTS[name])


def _readers() -> Iterator[bytes]:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{_PAGE}"
    files = {
        ".txt": _TEXT.encode(),
        ".md": f"# Berg\n\n{_TEXT}".encode("utf-16"),
        ".html": _PAGE.encode(),
        ".xml": _FEED.encode(),
        ".atom": _ATOM.encode(),
        ".jsonl": _ROW.encode() * 2,
        ".json": json.dumps([json.loads(_ROW)]).encode(),
        ".csv": _CSV.encode(),
        ".warc": _WARC.format(len(answer), answer).encode(),
        ".pdf": _PDF,
        ".gz": gzip.compress(_ROW.encode(), mtime=0),
        ".bz2": bz2.compress(_TEXT.encode()),
        ".xz": lzma.compress(_TEXT.encode()),
        ".zst": zstandard.compress(_TEXT.encode()),
        ".zip": _zip({"a/b.txt": _TEXT, "c.jsonl": _ROW}),
        ".tar": _tar({"a/b.txt": _TEXT, "c.html": _PAGE}),
    }
    for ending, data in files.items():
        yield bytes([ENDINGS.index(ending)]) + data
        yield bytes([0]) + data  # without a name


def _zip(files: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return target.getvalue()


def _tar(files: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return target.getvalue()


_TEXTS = {
    "dates": (
        "\x01They met on Tuesday, May 3, 2016, and two weeks later, in the second half of June.",
        "\x02From 12/3 to 14 March '98, at the end of the 1990s; Q3 2015, H1, FY 2017-18",
        "\x03the day before yesterday, next Friday at 3 p.m., last year's Christmas, Ramadan 1998",
        "\x04Tue, 05 Mar 2019 08:00:00 GMT",
        "\x05D:20190305080000Z 2019-W12 2019/3/5",
        "\x00every other week since the early 20th century, three days ago, in a fortnight",
    ),
    "countries": (
        "ADDIS ABABA, Aug 20 (Wire) - Ethiopia's leader flew to Washington, D.C. and to Paris, Texas.",
        "The U.S. and the People's Republic of China; the Kremlin, Downing Street, South Korea, North Korea",
        "the New York Times, Bank of England, Jordan Holm, Georgia (the state), French-speaking Swiss",
    ),
    "names": (
        "\x01" * 64
        + "BERG MEETS HOLM IN OSLO\nChancellor Ada Berg met the President of the Republic of Peru Jan Holm.",
        "\x05\x02" * 32
        + "Mrs. Berg, Holm Sign Treaty\nSen. J. R. O'Brien Jr. and Lee Kuan Yew saw Sheikh Hamad bin Khalifa.",
        "\x00" * 64 + "xi jinping\njinping xi",
    ),
    "queries": (
        "\x01MATCH (a:Person {name: $n})-[:MEETS]-(b) WHERE a.x > date('2016-01-01') RETURN b.name AS y ORDER BY y",
        "\x02CALL db.labels() YIELD label // all\nRETURN `a b`.c, 'it''s', \"x\\\"y\" /* not */ LIMIT 5; LOAD CSV",
        "\x03since=2016-02&until=2019&type=Meeting&status=occurred&page=3&q=Berg%20Holm",
        '\x04{"name": "Berg", "year": 2016, "list": [1, null, {"a": 2}]}',
        "\x052016-05-01T10:00:00.123456789+02:00[Europe/Oslo]",
        "\x06P1Y2M3W4DT5H6M7.8S",
        "\x07\\u004cOAD CSV FROM 'file:///x' AS l RETURN apoc.load.json('x')",
    ),
}
