"""Pages give their article; whatever else a page is, it gives one message."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus.article import Article
from kg.corpus.readers.kinds import kind_of, read_stream
from kg.corpus.readers.web_page import MAX_BYTES
from kg.corpus.unreadable import Unreadable, UnreadableReason

ReadOne = Callable[..., tuple[list[Article], list[Unreadable]]]

TEXT = (
    "<p>Chancellor Angela Merkel met President Emmanuel Macron in Paris on Tuesday. They talked about the budget of the"
    " Union for two hours, and about the war.</p>"
    "<p>Both <b>signed</b> a declaration on trade, and will meet again in Berlin in May, her spokesman told reporters"
    " in the evening after the talks.</p>"
)
AROUND = (
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World menu</a></li></ul></nav>',
    '<div id="cookie-banner" class="cookie-consent"><p>We use cookies on your visit.</p><button>OK</button></div>',
    '<div id="comments" class="comments"><p>I met Obama, says a reader.</p></div><footer>Copyright 2031</footer>',
)


def page(*, head: str = "", text: str = TEXT, title: str = "Merkel meets Macron", lang: str = "en") -> str:
    """A page of news as sites make them, with what stands around the text."""
    menu, banner, below = AROUND
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><title>{title} | The Daily</title>{head}</head>'
        f"<body>{menu}{banner}<article><h1>{title}</h1>{text}</article>{below}</body></html>"
    )


def test_the_text_is_kept_in_paragraphs_and_what_stands_around_it_is_not(read: ReadOne) -> None:
    head = '<link rel="canonical" href="https://daily.example/merkel"><meta name="author" content="Jane Doe">'
    [article], faults = read(page(head=head), ".html")
    assert not faults
    assert (article.title, article.author) == ("Merkel meets Macron", "Jane Doe")
    assert article.url == "https://daily.example/merkel"
    first, second = article.text.split("\n\n")
    assert first.startswith("Chancellor Angela Merkel")
    assert second.startswith("Both signed a declaration on trade")
    for other in ("World menu", "cookies", "Obama", "2031"):
        assert other not in article.text


_OLD = (
    "The President met Prime Minister Tony Blair at 10 Downing Street on Friday morning for two hours.",
    "They discussed Northern Ireland and agreed to meet again in June, officials said.",
    "Mr. Blair will travel to Washington in February, a spokesman told reporters in London.",
)


@pytest.mark.parametrize(
    "body",
    [
        "<FONT SIZE=2><P>" + "<P>".join(_OLD) + "</FONT>",
        "<CENTER><TABLE><TR><TD>" + "<BR>\n<BR>".join(_OLD) + "</TABLE></CENTER>",
        "<PRE>" + "\n \n   ".join(_OLD) + "</PRE>",
        "<P>By a staff writer<PRE>" + "\r\n\r\n".join(_OLD) + "</PRE>",
    ],
)
def test_paragraphs_of_the_nineties(read: ReadOne, body: str) -> None:
    [article], _ = read(f"<HTML><BODY BGCOLOR=#FFFFFF>{body}</BODY></HTML>", ".html")
    assert article.text.split("\n\n")[-3:] == list(_OLD)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2019-03-05T23:30:00+01:00">', "2019-03-05"),
        ('<meta name="date" content="2019-03">', "2019-03"),
        ('<meta name="DC.date.issued" content="2019">', "2019"),
        ('<meta name="pubdate" content="Tue, 05 Mar 2019 08:00:00 GMT">', "2019-03-05"),
        ('<meta itemprop="datePublished" content="20190305">', "2019-03-05"),
        ('<meta property="article:published_time" content="1987-03-05">', "1987-03-05"),
        ('<meta property="article:published_time" content="9031-03-05">', None),
        ('<meta property="article:published_time" content="1970-01-01T00:00:00Z">', None),
        ('<meta property="article:published_time" content="soon">', None),
        (
            '<meta property="article:modified_time" content="2020-01-01"><meta name="date" content="2019-03-05">',
            "2019-03-05",
        ),
        ("", None),
    ],
)
def test_dates_have_the_precision_that_is_written(read: ReadOne, head: str, published: str | None) -> None:
    [article], _ = read(page(head=head), ".html")
    assert article.published == published


@pytest.mark.parametrize(
    ("data", "published"),
    [
        ({"@type": "NewsArticle", "datePublished": "2018-02-03T04:05Z", "dateModified": "2020-01-01"}, "2018-02-03"),
        (
            {
                "@graph": [
                    {"@type": "WebPage", "datePublished": "2017-01-01"},
                    {"@type": ["NewsArticle"], "datePublished": "2018-02"},
                ]
            },
            "2018-02",
        ),
        ([{"@type": "WebSite"}, {"@type": "WebPage", "datePublished": "2018"}], "2018"),
        ({"@type": "NewsArticle", "datePublished": 7}, "2019-03-05"),
        ("{broken", "2019-03-05"),
        ("[" * 100_000, "2019-03-05"),
    ],
)
def test_the_data_of_a_page_come_before_its_meta_tags(read: ReadOne, data: object, published: str) -> None:
    script = data if isinstance(data, str) else json.dumps(data)
    head = f'<meta name="date" content="2019-03-05"><script type="application/ld+json">{script}</script>'
    [article], _ = read(page(head=head), ".html")
    assert article.published == published


def test_a_date_in_the_text_is_an_events_not_the_pages(read: ReadOne) -> None:
    [article], _ = read(
        page(text=TEXT + "<p>They had last met on 5 June 2004 in Oslo, at the summit of the Union.</p>")
    )
    assert article.published is None


@pytest.mark.parametrize(
    "before",
    [
        "",
        '<div class="last-updated"><time datetime="2019-05-16">16 May</time></div>',
        '<aside><time datetime="2018-01-01">Older news</time></aside>',
        '<article><h2>Older news</h2><time datetime="2018-01-01"></time></article>',
    ],
)
def test_the_time_of_an_article_is_that_beside_its_headline(read: ReadOne, before: str) -> None:
    shown = '<body><nav><nav><time datetime="2026-11-20">Today is 20 Nov 2026</time></nav></nav>'
    text = f'{before}<time datetime="2019-05-14T16:04Z">14 May</time>{TEXT}'
    [article], faults = read(page(text=text).replace("<body>", shown))
    assert (article.published, faults) == ("2019-05-14", [])
    [article], faults = read(page(text=TEXT).replace("<body>", shown))
    assert (article.published, faults) == (None, [])


def test_a_live_blog_has_the_title_and_author_of_the_whole(read: ReadOne) -> None:
    posts = [{"@type": "BlogPosting", "headline": "Closing summary", "datePublished": "2019-03-06"}]
    whole = {"@type": "LiveBlogPosting", "headline": "Merkel meets Macron – live", "datePublished": "2019-03-05"}
    blog = whole | {"author": {"@type": "Person", "name": "Jane Doe"}, "liveBlogUpdate": posts}
    data = f'<script type="application/ld+json">{json.dumps(blog)}</script>'
    text = f"<h1>Merkel meets Macron – live</h1><div><h2>Closing summary</h2>{TEXT}</div>"
    [article], _ = read(
        f"<html><head><title>Merkel – live | The Daily</title>{data}</head><body><main>{text}</main></html>"
    )
    assert (article.title, article.author, article.published) == (
        "Merkel meets Macron – live",
        "Jane Doe",
        "2019-03-05",
    )


def test_a_page_that_wants_to_be_paid_says_that_it_is_cut(read: ReadOne) -> None:
    said = json.dumps({"@type": "NewsArticle", "headline": "Talks", "isAccessibleForFree": "False"})
    head = f'<script type="application/ld+json">{said}</script>'
    [article], [fault] = read(page(head=head))
    assert article.text.startswith("Chancellor")
    assert (fault.reason, fault.is_error) == (UnreadableReason.CUT, False)
    assert read(page(head=head, text=TEXT * 4))[1] == []


def test_a_page_of_headlines_is_no_article(read: ReadOne) -> None:
    leads = "".join(f'<li><a href="/{n}">Kohl met guest number {n} in Bonn</a></li>' for n in range(9))
    articles, [fault] = read(f"<html><title>World</title><body><h1>World news</h1><ul>{leads}</ul></body></html>")
    assert (articles, fault.message) == ([], "a: it has no text (little but links to other pages)")
    [article], faults = read(page(text=f"{TEXT}<ul>{leads}</ul>"))
    assert "two hours" in article.text
    assert not faults


def test_what_a_page_shows_without_scripts_is_no_article(read: ReadOne) -> None:
    hint = "<noscript>You need to enable JavaScript to run this app.</noscript>"
    articles, [fault] = read(f"<html><title>Loading</title><body><div id='root'></div>{hint}</body></html>")
    assert (articles, fault.reason) == ([], UnreadableReason.EMPTY)
    assert "JavaScript" not in read(page(text=TEXT + hint))[0][0].text


def test_a_date_still_to_come_is_told(read: ReadOne) -> None:
    [_], [fault] = read(page(head='<meta name="date" content="9999-01-01">'))
    assert (fault.reason, fault.is_error) == (UnreadableReason.DATE, False)
    assert "'9999-01-01', which is still to come" in fault.message


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("iso-8859-2", '<meta charset="iso-8859-2">'),
        ("cp1250", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">'),
        ("utf-8", '<meta charset="nonsense">'),
        ("utf-8", '<meta charset="us-ascii">'),
    ],
)
def test_encodings(read: ReadOne, encoding: str, head: str) -> None:
    text = TEXT if "us-ascii" in head else TEXT.replace("Merkel", "Wałęsa")
    [article], _ = read(page(head=head, text=text).encode(encoding), ".html")
    assert article.text.startswith("Chancellor Angela Wałęsa" if text != TEXT else "Chancellor Angela Merkel")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", UnreadableReason.EMPTY),
        (b" \n", UnreadableReason.EMPTY),
        (b"<html><body></body></html>", UnreadableReason.EMPTY),
        (b"<!-- nothing -->", UnreadableReason.EMPTY),
        (b"<html><body><nav><a href=/>Home</a></nav></body></html>", UnreadableReason.EMPTY),
        (b"\x89PNG\r\n\x1a\n" + bytes(2000), UnreadableReason.BINARY),
        (b"<html><p>" + b"Merkel met Macron. " * (MAX_BYTES // 19 + 1), UnreadableReason.TOO_LONG),
        (b"<html><body>" + b"<p>Merkel met Macron.</p>" * 60_000, UnreadableReason.TOO_LONG),
        (b"<html><body><p " + b"a1=1 " * 500_000 + b">Merkel", UnreadableReason.TOO_HARD),
    ],
)
def test_a_page_that_is_no_article_gives_one_message(read: ReadOne, data: bytes, reason: UnreadableReason) -> None:
    articles, [fault] = read(data, ".html")
    assert not articles
    assert (fault.reason, fault.is_error) == (reason, True)
    assert fault.message.startswith(f"a.html: {reason.value}")


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "blockquote", "font", "frameset"])
def test_a_million_tags_within_each_other_cost_that_page_alone(read: ReadOne, tag: str) -> None:
    articles, faults = read(f"<html><body>{f'<{tag}>' * 300_000}Merkel met Macron", ".html")
    assert len(articles) + len(faults) == 1
    assert read(page(), ".html")[0]


def test_a_page_is_told_by_its_content_whatever_it_is_called(read: ReadOne) -> None:
    [article], _ = read(page(), ".txt")
    assert article.text.startswith("Chancellor")
    assert [kind.name for kind in (kind_of(b"<p>Some Markdown", ".md"),) if kind] == ["plain text"]


@settings(max_examples=30, deadline=None)
@given(data=st.binary(max_size=2000))
def test_random_bytes_give_something_and_never_an_exception(data: bytes) -> None:
    assert list(read_stream(io.BytesIO(data), "a.html", "a", suffix=".html"))


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 1 << 32), cuts=st.integers(1, 12))
def test_damaged_pages_give_something_and_never_an_exception(seed: int, cuts: int) -> None:
    made, chance = bytearray(page(head='<meta name="date" content="2019-03-05">').encode()), random.Random(seed)
    for _ in range(cuts):
        at = chance.randrange(len(made))
        made[at : at + chance.randrange(30)] = chance.choice(
            [b"", b"<", b">", b"&#x0;", b"\x00", b"<p", b'"', b"\xff\xfe", b"<svg>"]
        )
    assert list(read_stream(io.BytesIO(bytes(made)), "a.html", "a", suffix=".html"))
