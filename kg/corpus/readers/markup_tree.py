"""Markup -> a tree of what browsers would show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import lxml.html

from kg.corpus.readers.apart import TooHardError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The parser compares each attribute of an element with all others.
_LONG_TAG = re.compile(r"<[^<>]{20000,}")
_MAX_WORDS_IN_TAG = 2000
_XML_DECLARATION = re.compile(r"(?<!\s)\s*<\?xml[^>]{0,200}\?>", re.IGNORECASE)


def without_declaration(markup: str) -> str:
    """Give markup without its XML declaration, whose encoding it has no longer.

    Examples
    --------
    >>> without_declaration('<?xml version="1.0" encoding="latin1"?><p>Bonn')
    '<p>Bonn'
    """
    return _XML_DECLARATION.sub("", markup, count=1)


def parse(markup: str) -> HtmlElement | None:
    """Parse markup; None where there is nothing in it.

    Raises
    ------
    TooHardError
        An element has too many attributes, or lies too deep within others.

    Examples
    --------
    >>> parse("<p>Bonn").text_content(), parse("")
    ('Bonn', None)
    """
    if any(len(tag.group().split()) > _MAX_WORDS_IN_TAG for tag in _LONG_TAG.finditer(markup)):
        raise TooHardError(f"an element with over {_MAX_WORDS_IN_TAG:,} attributes")
    # Unless it may be huge, what lies within 256 elements is cut off; so is the rest at 2,048.
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        tree: HtmlElement = lxml.html.document_fromstring(
            markup.replace("\x00", "").encode("utf-8", "replace"), parser=parser
        )
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError):
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise TooHardError("elements too deep within each other")
    return tree
