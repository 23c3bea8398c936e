from __future__ import annotations

import datetime as dt
import re

from kg.corpus.examples import example_articles
from kg.corpus.layout import lay_out


def test_the_examples_are_short_dated_titled_articles() -> None:
    articles = example_articles()
    assert len(articles) >= 10
    assert len({article.id for article in articles}) == len(articles)
    for article in articles:
        assert article.title
        assert article.published
        dt.date.fromisoformat(article.published)
        assert 120 <= len(article.text.split()) <= 250
        assert lay_out(article).dateline is not None


def test_the_examples_are_plain_paragraphs() -> None:
    for article in example_articles():
        assert not re.search(r"[^\n]\n[^\n]|  |\s$", article.text)
