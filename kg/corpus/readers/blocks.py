"""A tree of paragraphs, headings and lists -> text, with an empty line between what stands apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

# Of trafilatura's own markup (head, lb, quote, item, cell, …) and of HTML; everything else stands within a line.
_APART = frozenset(
    {
        *("head", "h1", "h2", "h3", "h4", "h5", "h6", "p", "quote", "blockquote", "pre", "code", "hr", "address"),
        *("list", "ul", "ol", "dl", "item", "li", "dt", "dd", "table", "row", "tr", "cell", "td", "th", "caption"),
        *("body", "div", "section", "article", "main", "header", "footer", "aside", "figure"),
    }
)
_BREAKS = frozenset({"lb", "br"})  # two, as older pages have them between paragraphs, leave a line empty
_EMPTY_LINES = re.compile(r"\n{3,}")
# Within these an empty line parts paragraphs, as where people type: trafilatura calls <pre> a quote, or code.
_TYPED = frozenset({"pre", "code", "quote"})
_TYPED_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
_SILENT = frozenset({"script", "style", "noscript", "template", "iframe", "svg", "graphic", "img", "figcaption"})


def block_text(tree: _Element, title: str = "") -> str:
    r"""Give the text of a tree. A first block that only repeats the title is left out: it would be told twice.

    Examples
    --------
    >>> from lxml.html import fromstring
    >>> block_text(fromstring("<div><h1>Rome</h1><p>Prodi met\n <b>Aznar</b>.<br>They talked.</p>End.</div>"), "Rome")
    'Prodi met Aznar.\nThey talked.\n\nEnd.'
    """
    blocks = [block for block in (_plain(block) for block in "".join(_pieces(tree)).split("\f")) if block]
    if blocks and title and blocks[0].casefold() == title.casefold():
        del blocks[0]
    return "\n\n".join(blocks)


def _plain(block: str) -> str:
    lines = "\n".join(" ".join(line.split()) for line in block.split("\v")).strip("\n")
    return _EMPTY_LINES.sub("\n\n", lines)


def _pieces(tree: _Element) -> Iterator[str]:
    """Texts in reading order, a form feed where a block begins or ends and a vertical tab where a line does."""
    from lxml.etree import iterwalk

    silent: _Element | None = None
    typed: _Element | None = None
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if silent is None and tag in _SILENT:
                silent = element
            if typed is None and tag in _TYPED:
                typed = element
            if silent is None:
                yield "\f" if tag in _APART else "\v" if tag in _BREAKS else ""
                yield _unbroken(element.text, is_typed=typed is not None) if tag else ""
            continue
        if silent is None and tag in _APART:
            yield "\f"
        if silent is element:
            silent = None
        if typed is element:
            typed = None
        if silent is None and element is not tree:
            yield _unbroken(element.tail, is_typed=typed is not None)


def _unbroken(text: str | None, *, is_typed: bool) -> str:
    text = (text or "").replace("\f", " ").replace("\v", " ")
    return _TYPED_EMPTY_LINE.sub("\f", text) if is_typed else text
