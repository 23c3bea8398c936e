"""Markup -> a tree of what browsers would show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import lxml.html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

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

    Examples
    --------
    >>> parse("<p>Bonn").text_content(), parse("")
    ('Bonn', None)
    """
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree: HtmlElement = lxml.html.document_fromstring(
            markup.replace("\x00", "").encode("utf-8", "replace"), parser=parser
        )
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError):
        return None
    return tree
