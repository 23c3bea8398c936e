"""The example articles that come with kg: `kg demo` works with nothing else at hand."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO

from kg.corpus.article import Article
from kg.corpus.readers.json_lines import read_jsonl
from kg.corpus.readers.kind import About


def example_articles() -> list[Article]:
    """Read the example articles: short pieces written for kg about real events from 1963 to 2024.

    Examples
    --------
    >>> articles = example_articles()
    >>> articles[0].title
    'De Gaulle and Adenauer sign treaty of friendship'
    """
    data = files("kg").joinpath("examples", "articles.jsonl").read_bytes()
    items = read_jsonl(BytesIO(data), About("kg/examples/articles.jsonl"))
    return [item for item in items if isinstance(item, Article)]
