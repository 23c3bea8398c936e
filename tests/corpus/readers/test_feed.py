"""Feeds in files give their entries; whatever else a feed is, it gives one message."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus.article import Article
from kg.corpus.readers.kinds import read_stream
from kg.corpus.unreadable import Unreadable, UnreadableReason

ReadOne = Callable[..., tuple[list[Article], list[Unreadable]]]
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>World</title>
<entry><title>Talks &amp; dinner</title><id>urn:1</id><link href="https://daily.example/1#top"/>
<published>2019-03-05T08:00:00Z</published><author><name>Jane
Doe</name><email>jane@daily.example</email></author>
<content type="html">&lt;p&gt;Kohl met Major.&lt;/p&gt;
&lt;script&gt;x&lt;/script&gt;&lt;p&gt;They dined.&lt;/p&gt;</content></entry>
<entry><title>Second</title><id>urn:2</id><summary>Wałęsa met Havel.</summary><updated>2019-03</updated></entry>
<entry><title>Nothing</title><id>urn:3</id></entry>
</feed>"""
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<rss><channel><item><title>&b;</title><description>&b;</description></item></channel></rss>"
)
OUTSIDE = LAUGHS.replace('<!ENTITY a "haha">', '<!ENTITY a SYSTEM "file:///etc/passwd">')


@pytest.mark.parametrize("suffix", ["", ".xml", ".atom", ".txt"])
def test_entries_are_articles(read: ReadOne, suffix: str) -> None:
    [first, second], [fault] = read(ATOM, suffix)
    assert (first.id, first.title, first.published) == ("https://daily.example/1", "Talks & dinner", "2019-03-05")
    assert first.text == "Kohl met Major.\n\nThey dined."
    assert (first.author, second.author) == ("Jane Doe", None)
    assert (second.id, second.text, second.published, second.url) == ("urn:2", "Wałęsa met Havel.", "2019-03", None)
    assert fault.message == f"a{suffix}[3]: it has no text (an entry without text and address)"


def test_relative_links_lead_from_the_feed_s_own_address(read: ReadOne) -> None:
    item = "<item><title>Bonn</title><link>/world/bonn</link><description>Kohl met Major.</description></item>"
    [article], faults = read(f"<rss version='2.0'><channel><link>https://daily.example/</link>{item}</channel></rss>")
    assert (article.id, article.url, faults) == (
        "https://daily.example/world/bonn",
        "https://daily.example/world/bonn",
        [],
    )


@pytest.mark.parametrize("encoding", ["iso-8859-2", "utf-16", "utf-8-sig"])
def test_encodings(read: ReadOne, encoding: str) -> None:
    told = ATOM.replace('encoding="utf-8"', f'encoding="{encoding.removesuffix("-sig")}"')
    assert read(told.encode(encoding), ".xml")[0][1].text == "Wałęsa met Havel."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", UnreadableReason.EMPTY),
        (b"<rss version='2.0'><channel></channel></rss>", UnreadableReason.EMPTY),
        (b"<sitemap><url/></sitemap>", UnreadableReason.DAMAGED),
        (b"Merkel met Macron.", UnreadableReason.DAMAGED),
        (LAUGHS.encode(), UnreadableReason.DAMAGED),
        (OUTSIDE.encode(), UnreadableReason.DAMAGED),
        (LAUGHS.encode("utf-16"), UnreadableReason.DAMAGED),
        (b"<rss>" + b"<item>" * 20_000, UnreadableReason.TOO_LONG),
        (bytes(3000), UnreadableReason.BINARY),
    ],
)
def test_what_is_no_feed_gives_one_message(read: ReadOne, data: bytes, reason: UnreadableReason) -> None:
    articles, [fault] = read(data, ".xml")
    assert not articles
    assert (fault.reason, fault.is_error) == (reason, True)


def test_a_feed_that_was_cut_gives_what_is_there_and_says_so(read: ReadOne) -> None:
    articles, faults = read(ATOM[: ATOM.index("<title>Nothing")], ".xml")
    assert articles[0].text.startswith("Kohl met Major.")
    assert UnreadableReason.CUT in {fault.reason for fault in faults}


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 1 << 32), cuts=st.integers(1, 8))
def test_damaged_feeds_give_something_and_never_an_exception(seed: int, cuts: int) -> None:
    made, chance = bytearray(ATOM.encode()), random.Random(seed)
    for _ in range(cuts):
        at = chance.randrange(len(made))
        made[at : at + chance.randrange(30)] = chance.choice([b"", b"<", b"]]>", b"&", b"\x00", b"<entry>", b"\xff"])
    assert list(read_stream(io.BytesIO(bytes(made)), "a.xml", "a", suffix=".xml"))
