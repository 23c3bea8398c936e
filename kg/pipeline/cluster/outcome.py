"""What came of one item, whichever way it went: one row of a file of facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.corpus.article import Article
from kg.corpus.once import content_of
from kg.pipeline.cluster.item import Aside, Fault
from kg.pipeline.failure import Failure
from kg.pipeline.shard import Extracted
from kg.workspace.codec import content_hash


class Came(StrEnum):
    """What came of an item."""

    FACTS = "facts"
    FAILED = "failed"  # an article from which nothing could be extracted
    SET_ASIDE = "set aside"  # an article in another language
    UNREADABLE = "unreadable"  # an input in place of which an article is missing
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row.

    `message` says why there are no facts, `kind` in a word. `id` and `content` (its `content_of`) are there for every
    article, so that those that come twice are told. `language` is the article's, also of one that was set aside.
    `sha256` is the article's `content_hash`; `mentions`, `events` and `rejected` are counts of its facts.
    """

    came: Came
    origin: str
    message: str = ""
    kind: str = ""
    id: str = ""
    content: int = 0
    language: str = ""
    title: str = ""
    text: str = ""
    published: str | None = None
    url: str | None = None
    author: str | None = None
    sha256: str = ""
    facts: bytes = b""
    mentions: int = 0
    events: int = 0
    rejected: int = 0

    @property
    def article(self) -> Article:
        """The article that gave facts."""
        return Article(
            self.id, self.text, self.title, self.published, self.url, self.language, self.origin, self.author
        )


def of_article(article: Article, result: Extracted | Failure) -> Outcome:
    """Give what came of an article."""
    if isinstance(result, Failure):
        said = result.origin, result.message, result.kind
        return Outcome(Came.FAILED, *said, id=article.id, content=content_of(article))
    try:
        texts = (article.id, article.title, article.text, article.published, article.url, article.author)
        "".join(filter(None, texts)).encode()
    except UnicodeEncodeError as error:
        return of_article(article, Failure.of(article, f"the text can't be kept: {error}", "unkeepable"))
    return Outcome(
        Came.FACTS,
        article.origin,
        id=article.id,
        content=content_of(article),
        language=article.language,
        title=article.title,
        text=article.text,
        published=article.published,
        url=article.url,
        author=article.author,
        sha256=content_hash(article),
        facts=result.encoded,
        mentions=result.counts.mentions,
        events=sum(sum(statuses.values()) for statuses in result.counts.events.values()),
        rejected=sum(result.counts.rejected.values()),
    )


def of_other(item: Aside | Fault) -> Outcome:
    """Give what came of something that is no article to be extracted."""
    if isinstance(item, Aside):
        return Outcome(Came.SET_ASIDE, item.origin, id=item.id, content=item.content, language=item.language)
    return Outcome(Came.UNREADABLE if item.is_error else Came.WARNING, item.origin, item.message, item.kind)
