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
        *("body", "div", "section", "article", "main", "header", "footer", "aside", "figure", "center", "nav"),
        *("form", "fieldset", "legend", "details", "summary", "dialog", "option", "button", "dir", "menu"),
    }
)
_BREAKS = frozenset({"lb", "br"})  # two, as older pages have them between paragraphs, leave a line empty
_PARTS = (_APART | _BREAKS) - {"body", "div"}
_EMPTY_LINES = re.compile(r"\n{3,}")
# In what has paragraphs, an empty line parts them where no element does, as where people type. (Of trafilatura's
# markup, <quote> and <code> are what was <pre>, among others.)
_HOLDS = frozenset(
    {"body", "div", "section", "article", "main", "center", "blockquote", "aside", "pre", "code", "quote"}
)
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "iframe", "svg", "graphic", "img", "figcaption", "title"}
)


def block_text(tree: _Element, title: str = "", *, has_lines: bool = False) -> str:
    r"""Give the text of a tree. A first block that only repeats the title is left out: it would be told twice.

    With `has_lines`, lines of the markup stay lines.

    Examples
    --------
    >>> from lxml.html import fromstring
    >>> block_text(fromstring("<div><h1>Rome</h1><p>Prodi met\n <b>Aznar</b>.<br>They talked.</p>End.</div>"), "Rome")
    'Prodi met Aznar.\nThey talked.\n\nEnd.'
    """
    text = "".join(_pieces(tree, "\v" if has_lines else " "))
    blocks = [block for block in map(_plain, text.split("\f")) if block]
    if blocks and title and blocks[0].casefold() == title.casefold():
        del blocks[0]
    return "\n\n".join(blocks)


def is_parted(tree: _Element) -> bool:
    """Whether elements part what is in a tree into blocks or lines; else it is as somebody has typed it."""
    return any(element.tag in _PARTS for element in tree.iter())


def _plain(block: str) -> str:
    lines = "\n".join(" ".join(line.split()) for line in block.split("\v")).strip("\n")
    return _EMPTY_LINES.sub("\n\n", lines)


def _pieces(tree: _Element, line: str) -> Iterator[str]:
    """Texts in reading order, a form feed where a block begins or ends and a vertical tab where a line does."""
    from lxml.etree import iterwalk

    silent: _Element | None = None
    within = [True]  # whether each of the blocks that are open holds paragraphs
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _APART:
                within.append(tag in _HOLDS)
            if silent is None and tag in _SILENT:
                silent = element
            if silent is None:
                yield "\f" if tag in _APART else "\v" if tag in _BREAKS else ""
                yield _marked(element.text, line, has_paragraphs=within[-1]) if tag else ""
            continue
        if tag in _APART:
            within.pop()
            if silent is None:
                yield "\f"
        if silent is element:
            silent = None
        if silent is None and element is not tree:
            yield _marked(element.tail, line, has_paragraphs=within[-1])


def _marked(text: str | None, line: str, *, has_paragraphs: bool) -> str:
    text = (text or "").replace("\f", " ").replace("\v", " ")
    return _EMPTY_LINE.sub("\f", text).replace("\n", line) if has_paragraphs else text
