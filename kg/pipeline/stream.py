"""Articles paired with what the extractor says of them; a fault in one article costs that article only."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Protocol

from kg.corpus.article import Article
from kg.errors import InputError, KgError
from kg.events.facts import Facts
from kg.pipeline.failure import Failure


class Extracts(Protocol):
    """What is needed of an extractor here."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Facts]:
        """Facts of each article, in order."""
        ...


class _Waiting:
    """The articles, remembering those that the extractor has taken and not answered yet: it reads ahead in batches."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = iter(articles)
        self.unanswered: deque[Article] = deque()
        self.source_failed = False

    def __iter__(self) -> Iterator[Article]:
        return self

    def __next__(self) -> Article:
        try:
            article = next(self._articles)
        except StopIteration:
            raise
        except BaseException:
            self.source_failed = True
            raise
        self.unanswered.append(article)
        return article


def with_facts(extractor: Extracts, articles: Iterable[Article]) -> Iterator[tuple[Article, Facts | Failure]]:
    """Extract each article; one that the extractor can't digest gives a Failure, and the others go on.

    The extractor may work on several articles at once. Where it fails, those that it had taken are given to it again
    one by one, so that the failure lands on the article that causes it.

    Parameters
    ----------
    extractor
        Gives facts of articles, in their order.
    articles
        A stream; never held as a whole.
    """
    waiting = _Waiting(articles)
    while True:
        try:
            for facts in extractor.extract(waiting):
                yield waiting.unanswered.popleft(), facts
        except Exception as fault:
            ours = isinstance(fault, KgError) and not isinstance(fault, InputError)
            if ours or waiting.source_failed or not waiting.unanswered:
                raise
            while waiting.unanswered:
                article = waiting.unanswered.popleft()
                yield article, _alone(extractor, article)
        else:
            return


def _alone(extractor: Extracts, article: Article) -> Facts | Failure:
    try:
        [facts] = extractor.extract([article])
    except InputError as fault:
        return Failure(article.origin, str(fault), "refused")
    except (KgError, MemoryError):  # what fills the memory may come from other articles
        raise
    except Exception as fault:  # noqa: BLE001 - it is counted, reported, and must not cost the other articles
        told = f"a fault in kg itself at article {article.id!r} ({type(fault).__name__}: {fault})"
        return Failure.of(article, told, "fault")
    return facts
