"""Title and text in markup -> plain; runs in the process of `apart_process`."""

from __future__ import annotations

import json
import re

from kg.corpus.article import Article
from kg.corpus.readers.apart import Document, Record
from kg.corpus.readers.blocks import block_text
from kg.corpus.readers.markup_tree import parse
from kg.corpus.readers.row_markup import is_marked_up

_PARTED = re.compile(r"<(?:p|div|br)[\s/>]", re.IGNORECASE)
_EMPTY_LINES = re.compile(r"\n(?:[ \t\r]*\n)+")


def read_markup(document: Document) -> list[Record]:
    """Read an article whose title and text come as a list of two in JSON.

    One of them is markup. Titles have few tags, so that theirs may have none; a text without any is plain.
    """
    title, text = json.loads(document.data)
    shown = markup_text(text) if is_marked_up(text) else text
    return [
        Article(str(document.article_id), shown, title=" ".join(markup_text(title).split()), origin=document.origin)
    ]


def markup_text(markup: str) -> str:
    r"""Give the text of a piece of markup.

    Where no tag parts its paragraphs, lines do, as in an editor of weblogs.

    Examples
    --------
    >>> markup_text("<p>Prodi met\nAznar.</p><p>They <b>talked</b>.")
    'Prodi met Aznar.\n\nThey talked.'
    >>> markup_text("Prodi met <b>Aznar</b>.\n\nThey talked.\nAt &lt;noon&gt;.")
    'Prodi met Aznar.\n\nThey talked.\nAt <noon>.'
    """
    if not _PARTED.search(markup):
        markup = _EMPTY_LINES.sub("<p>", markup).replace("\n", "<br>")
    tree = parse(f"<div>{markup}</div>") if markup.strip() else None
    return "" if tree is None else block_text(tree)
