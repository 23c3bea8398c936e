"""Title and text in markup -> plain; runs in the process of `apart_process`."""

from __future__ import annotations

import json

from kg.corpus.article import Article
from kg.corpus.readers.apart import Document, Record
from kg.corpus.readers.blocks import block_text, is_parted
from kg.corpus.readers.markup_tree import parse
from kg.corpus.readers.row_markup import is_marked_up


def read_markup(document: Document) -> list[Record]:
    """Read an article whose title and text come as a list of two in JSON.

    One of them is markup. Titles have few tags, so that theirs may have none; a text without any is plain.
    """
    title, text = json.loads(document.data)
    text = markup_text(text, is_typed=True) if is_marked_up(text) else text
    title = " ".join(markup_text(title).split())
    return [Article(str(document.article_id), text, title=title, origin=document.origin)]


def markup_text(markup: str, *, is_typed: bool = False) -> str:
    r"""Give the text of a piece of markup.

    An empty line parts paragraphs where no tag does. Where no tag parts anything at all, lines of what somebody has
    typed stay lines, as they do in an editor of weblogs.

    Raises
    ------
    TooHardError
        It can't be parsed in whole.

    Examples
    --------
    >>> markup_text("<p>Prodi met\nAznar.</p><p>They <b>talked</b>.")
    'Prodi met Aznar.\n\nThey talked.'
    >>> markup_text("Prodi met <b>Aznar</b>.\n\nThey talked.\nAt &lt;noon&gt;.", is_typed=True)
    'Prodi met Aznar.\n\nThey talked.\nAt <noon>.'
    """
    tree = parse(f"<div>{markup}</div>") if markup.strip() else None
    return "" if tree is None else block_text(tree, has_lines=is_typed and not is_parted(tree))
