"""Articles without end: real ones of ../shared/data where there are any, else examples, again and again."""

from __future__ import annotations

import html
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from benchmarks.travel_articles import TRIPS, Row, articles, trips

_ROOT = Path(__file__).resolve().parents[2]
_NEWS = _ROOT.parent / "shared" / "data" / "news" / "articles.jsonl"
_EXAMPLES = _ROOT / "kg" / "examples" / "articles.jsonl"
_LENGTHS = (600, 3000)  # characters of an article; some are shorter


@dataclass(frozen=True, slots=True)
class Story:
    """An article before it is written as a page, a row, a text or an entry of a feed."""

    key: str
    title: str
    text: str
    date: str

    def row(self) -> str:
        """Write it as a line of JSON."""
        return json.dumps({"id": self.key, "date": self.date, "title": self.title, "text": self.text}) + "\n"


def stories(moments: random.Random) -> Iterator[Story]:
    """Give articles for ever; the same text comes again now and then, as agencies' texts do."""
    pool = _pool()
    for number in count():
        row = moments.choice(pool)
        yield Story(f"n{number:06}", row["title"], _beginning(row["text"], moments.randint(*_LENGTHS)), row["date"])


def changed(story: Story, other: Story) -> Story:
    """Give a later version of an article, with some of another one in it."""
    return Story(story.key, story.title, f"{story.text}\n\n{_beginning(other.text, 300)}", story.date)


def item(story: Story, link: str, *, is_whole: bool) -> str:
    """Write an entry of a feed: with the whole text, or with its beginning."""
    body = "".join(f"<p>{html.escape(part)}</p>" for part in story.text.split("\n") if part.strip())
    whole = f"<content:encoded>{html.escape(body)}</content:encoded>" if is_whole else ""
    return (
        f"<item><title>{html.escape(story.title)}</title><link>{link}</link><pubDate>{story.date}T08:00:00Z</pubDate>"
        f"<description>{html.escape(_beginning(story.text, 100))}</description>{whole}</item>"
    )


def feed(items: str) -> str:
    """Write a feed of entries."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>World</title>'
        f"{items}</channel></rss>"
    )


def _pool() -> Sequence[dict[str, str]]:
    """Rows with id, title, text and date."""
    if not (_NEWS.exists() and TRIPS.exists()):
        return _rows(_EXAMPLES)
    return [*_rows(_NEWS), *map(_strings, articles(trips(limit=2000)))]


def _strings(row: Row) -> dict[str, str]:
    return {"id": row["id"], "title": row["title"], "text": row["text"], "date": row["date"]}


def _rows(path: Path) -> list[dict[str, str]]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    return [{"title": "", **row} for row in rows if row.get("date")]


def _beginning(text: str, length: int) -> str:
    """Cut a text at the end of a sentence."""
    end = text.find(". ", length)
    return text if end < 0 else text[: end + 1]
