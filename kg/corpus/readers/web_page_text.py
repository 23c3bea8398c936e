"""A web page -> its article; runs in the process of `apart_process`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from trafilatura import bare_extraction

from kg.corpus.article import Article
from kg.corpus.author import author_line
from kg.corpus.readers.apart import Document, Record
from kg.corpus.readers.blocks import block_text
from kg.corpus.readers.markup_encoding import decode_markup
from kg.corpus.readers.markup_tree import parse, without_declaration
from kg.corpus.readers.page_address import page_address
from kg.corpus.readers.web_page_data import Described, described
from kg.corpus.readers.web_page_date import page_date
from kg.corpus.rows import length_fault, text_id
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_ELEMENTS = 50_000  # what finds the main text takes time that grows faster than their number
_MIN_WORDS = 4  # less is what a menu leaves
_FEW_WORDS = 150  # of a page that asks for money: its first lines
_MIN_LINK, _MAX_LISTED, _LINKED = 3, 20_000, 0.7  # words of a headline; characters, and share of words, of a list


def read_page(document: Document) -> list[Record]:
    """Read a page as one article, with warnings before it, or say what is wrong with it."""
    return list(_read(document))


def _read(document: Document) -> Iterator[Record]:
    origin = document.origin
    decoded = decode_markup(document.data, document.charset)
    if isinstance(decoded, UnreadableReason):
        yield unreadable(origin, decoded)
        return
    markup = without_declaration(decoded)
    if not markup.strip():
        yield unreadable(origin, UnreadableReason.EMPTY, "nothing but white space" if document.data else "0 bytes")
        return
    tree = parse(markup)
    if tree is None:
        yield unreadable(origin, UnreadableReason.EMPTY, "no element in the page")
        return
    fault = _too_much(tree, origin)
    if fault:
        yield fault
        return
    yield from _article(tree, document)


def _too_much(tree: HtmlElement, origin: str) -> Unreadable | None:
    if sum(1 for _ in tree.iter()) <= MAX_ELEMENTS:
        return None
    return unreadable(origin, UnreadableReason.TOO_LONG, f"over {MAX_ELEMENTS:,} elements in the page")


def _article(tree: HtmlElement, document: Document) -> Iterator[Record]:
    origin = document.origin
    address, links, data = _canonical(tree), _link_texts(tree), described(tree)  # before the tree is pruned
    published, fault = page_date(tree, document, data)
    if fault:
        yield unreadable(origin, UnreadableReason.DATE, fault)
    for silent in list(tree.iter("noscript")):
        silent.drop_tree()  # "You need to enable JavaScript to read this page."
    found = bare_extraction(
        tree,
        url=document.url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    body = getattr(found, "body", None)
    title = _title(" ".join((getattr(found, "title", None) or "").split()), data)
    text = block_text(body, title) if body is not None else ""
    if len(text.split()) < _MIN_WORDS:
        yield unreadable(origin, UnreadableReason.EMPTY, "no main text was found in the page")
        return
    if _is_list(text, links):
        yield unreadable(origin, UnreadableReason.EMPTY, "little but links to other pages")
        return
    if data and not data[0].is_free and len(text.split()) < _FEW_WORDS:
        yield unreadable(origin, UnreadableReason.CUT, "the page says that it isn't free to read, and has few words")
    url = _address(address, document.url)
    article_id = document.article_id or url or text_id(text)
    author = author_line(getattr(found, "author", None)) or (data[0].author if data and data[0].is_article else None)
    article = Article(article_id, text, title=title, published=published, url=url, origin=origin, author=author)
    yield length_fault(article) or article


def _title(found: str, data: Sequence[Described]) -> str:
    """Give the title of the whole: what was found may be that of an entry of a live blog."""
    headlines = [one.headline for one in data if one.is_article and one.headline]
    return headlines[0] if found in headlines else found


def _link_texts(tree: HtmlElement) -> set[str]:
    """Texts of links that are as long as headlines."""
    texts = (" ".join(link.text_content().split()) for link in tree.iter("a"))
    return {text for text in texts if len(text.split()) >= _MIN_LINK}


def _is_list(text: str, links: set[str]) -> bool:
    """Whether a text is hardly more than headlines that lead to other pages, as that of a front page is."""
    if len(text) > _MAX_LISTED:
        return False
    flat = " ".join(text.split())
    return sum(len(link.split()) for link in links if link in flat) >= _LINKED * len(flat.split())


def _canonical(tree: HtmlElement) -> str | None:
    """Give the address that a page says it has."""
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            return str(link.get("href"))
    for meta in tree.iter("meta"):
        if (meta.get("property") or "").lower() == "og:url" and meta.get("content"):
            return str(meta.get("content"))
    return None


def _address(said: str | None, fetched: str | None) -> str | None:
    """Make an address of what a page says; where it was fetched, only one of the same host is believed."""
    address = page_address(said, fetched or "") if said else None
    if address is None or (fetched is not None and urlsplit(address).hostname != urlsplit(fetched).hostname):
        return fetched
    return address
