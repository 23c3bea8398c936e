"""When a page was published: what it says in its own data first, then what htmldate finds in its markup.

A date in the page's text is never taken: it is as often that of an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from htmldate import find_date
from pydantic_core import from_json

from kg.corpus.publication_date import MONTH
from kg.corpus.readers.apart import Document
from kg.corpus.readers.stamp import is_to_come, stamp_date

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
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
_MAX_DATA = 1_000_000
_MAX_VALUES = 20_000


def page_date(tree: HtmlElement, document: Document) -> tuple[str | None, str]:
    """Give the date of publication with the precision it has, or what is wrong with the one that was found."""
    fault = ""
    for raw in (*_structured(tree), *_meta(tree), *_times(tree)):
        found = stamp_date(raw)
        if found and not is_to_come(found):
            return found, ""
        if found:
            fault = f"'{found}', which is still to come"
    return _searched(tree, document), fault


def _structured(tree: HtmlElement) -> Iterator[str]:
    """Dates of JSON-LD: those of articles, then those of what else is described."""
    later = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text or len(script.text) > _MAX_DATA:
            continue
        try:
            data = from_json(script.text.strip())
        except ValueError:
            continue
        for kinds, raw in _published(data):
            if any(_ARTICLE.search(kind) for kind in kinds):
                yield raw
            else:
                later.append(raw)
    yield from later


def _published(data: object) -> Iterator[tuple[list[str], str]]:
    waiting, seen = [data], 0
    while waiting and seen < _MAX_VALUES:
        value = waiting.pop(0) if len(waiting) < 100 else waiting.pop()
        seen += 1
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            raw, kinds = value.get("datePublished"), value.get("@type")
            if isinstance(raw, str):
                yield [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])], raw
            waiting.extend(part for part in value.values() if isinstance(part, (dict, list)))


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


def _searched(tree: HtmlElement, document: Document) -> str | None:
    """Ask htmldate, and keep as much of its answer as is written: it fills up a month with a day of its own."""
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
