"""Rows whose texts are markup, as content management systems export them -> what a browser would show."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace

from kg.corpus.article import Article
from kg.corpus.readers.apart import read_apart
from kg.corpus.readers.kind import Read
from kg.corpus.rows import MAX_CHARACTERS, length_fault
from kg.corpus.unreadable import Unreadable

_TAG = re.compile(
    r"</(?:p|div|span|a|b|i|u|em|strong|small|font|center|li|ul|ol|h[1-6]|blockquote|figure|section|article|td|tr"
    r"|table)\s{0,9}>|<(?:p|br)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)


def is_marked_up(text: str) -> bool:
    """Whether a text is markup: a sign for "less than" isn't, nor is an address in angle brackets.

    Examples
    --------
    >>> is_marked_up("Obama <b>landed</b> in Havana."), is_marked_up("It rose <5 %. Write to <a@example.org>.")
    (True, False)
    """
    return _TAG.search(text) is not None


def as_shown(read: Read) -> Read:
    """Give what was read of rows, with the titles and texts that a browser would show."""
    for found in read:
        if isinstance(found, Article) and (is_marked_up(found.text) or is_marked_up(found.title)):
            yield from _shown(found)
        else:
            yield found


def _shown(article: Article) -> Read:
    source = json.dumps([article.title, article.text]).encode()
    for shown in read_apart("markup", io.BytesIO(source), article.origin, article.id, most=12 * MAX_CHARACTERS + 100):
        if isinstance(shown, Article):
            plain = replace(article, title=shown.title, text=shown.text)
            yield length_fault(plain) or plain
        elif isinstance(shown, Unreadable):
            yield shown
