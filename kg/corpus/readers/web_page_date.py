"""When a page was published: what it says in its own data first, then what htmldate finds in its markup.

A date in the page's text is never taken: it is as often that of an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from htmldate import find_date

from kg.corpus.publication_date import MONTH
from kg.corpus.readers.apart import Document
from kg.corpus.readers.web_page_data import Described
from kg.corpus.stamp import is_to_come, stamp_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "article.published",
)
_BESIDE = frozenset({"nav", "aside", "footer", "li", "figure", "blockquote"})  # times there are of something else
_CHANGED = re.compile(r"updat|modif|comment|related", re.IGNORECASE)
_MAX_TIMES = 50


def page_date(tree: HtmlElement, document: Document, said: Sequence[Described]) -> tuple[str | None, str]:
    """Give the date of publication with the precision it has, or what is wrong with the one that was found."""
    fault = ""
    for raw in (*filter(None, (one.published for one in said)), *_meta(tree), *_times(tree), *_article_times(tree)):
        found = stamp_date(raw)
        if found and not is_to_come(found):
            return found, ""
        if found:
            fault = f"'{found}', which is still to come"
    return _searched(tree, document), fault


def _meta(tree: HtmlElement) -> list[str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for name in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
            if name and meta.get("content"):
                found.setdefault(name.lower().strip(), str(meta.get("content")))
    return [found[name] for name in _META if name in found]


def _times(tree: HtmlElement) -> Iterator[str]:
    for time in tree.iter("time", "abbr", "span"):
        is_publication = "datepublished" in (time.get("itemprop") or "").lower() or time.get("pubdate") is not None
        if is_publication:
            yield time.get("datetime") or time.get("content") or time.get("title") or time.text or ""


def _article_times(tree: HtmlElement) -> Iterator[str]:
    """Times in the article that has the page's headline, but for those of changes and of what stands beside it."""
    for part in tree.iter("article", "main"):
        if part.find(".//h1") is None:
            continue
        for time in islice(part.iter("time"), _MAX_TIMES):
            around = list(time.iterancestors())
            around = around[: around.index(part)]
            is_of_another = any(one.tag in _BESIDE or _is_other_article(one) for one in around)
            is_of_change = any(_CHANGED.search(one.get("class") or "") for one in (time, *around))
            if time.get("datetime") and not is_of_another and not is_of_change:
                yield str(time.get("datetime"))


def _is_other_article(element: HtmlElement) -> bool:
    return element.tag == "article" and element.find(".//h1") is None


def _searched(tree: HtmlElement, document: Document) -> str | None:
    """Ask htmldate, and keep as much of its answer as is written: it fills up a month with a day of its own."""
    for time in {time for part in tree.iter("nav", "footer") for time in part.iter("time")}:
        time.drop_tree()  # the day on which the page was shown
    try:
        found = find_date(tree, extensive_search=False, original_date=True, url=document.url)
    except (ValueError, TypeError, AttributeError, RecursionError):  # its faults on odd pages are no fault of the page
        return None
    if not found or is_to_come(found):
        return None
    year, month, day = found.split("-")
    written = _written(tree, document)
    if _day_pattern(year, int(month), int(day)).search(written):
        return found
    if re.search(rf"{year}[-/.]?{month}(?!\d)|{_month(int(month))}\.?,?\s+{year}", written, re.IGNORECASE):
        return f"{year}-{month}"
    return year if year in written else None


def _written(tree: HtmlElement, document: Document) -> str:
    """Everything in which a date can be written: attributes, short texts and the address."""
    parts = [document.url or ""]
    for element in tree.iter():
        parts.extend(element.attrib.values())
        if element.text and len(element.text) < 200:
            parts.append(element.text)
    return "\n".join(part for part in parts if len(part) < 2000)


def _month(number: int) -> str:
    names = MONTH.removeprefix("(?:").removesuffix(")").split("|")
    return f"(?:{names[number - 1]})"


def _day_pattern(year: str, month: int, day: int) -> re.Pattern[str]:
    word, d, m = _month(month), f"0?{day}", f"0?{month}"
    forms = (
        rf"{year}[-/._]?{month:02}[-/._]?{day:02}",
        rf"{year}[-/.]{m}[-/.]{d}",
        rf"{d}[-/.]{m}[-/.]{year}",
        rf"{m}[-/.]{d}[-/.]{year}",
        rf"{d}(?:st|nd|rd|th)?[\s-]+{word}\.?,?[\s-]+{year}",
        rf"{word}\.?\s+{d}(?:st|nd|rd|th)?,?\s+{year}",
    )
    return re.compile(rf"(?<!\d)(?:{'|'.join(forms)})(?!\d)", re.IGNORECASE)
