"""What the extractor did in a sentence: the candidates that it rejected there, and the reports that it made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.corpus.article import Article, Field
from kg.events.facts import Facts, Rejected, Report
from kg.schema.types import Schema

Span = tuple[Field, int, int]
_CONTEXT = 40  # characters before and after the words of a rejected candidate


@dataclass(frozen=True, slots=True)
class Trace:
    """An article with all that was extracted from it."""

    article: Article
    facts: Facts
    schema: Schema

    def sentence(self, evidence: str | None) -> Span | None:
        """Find where a sentence stands, whatever its white space; None where it can't be found."""
        if not evidence or not evidence.split():
            return None
        pattern = re.compile(r"\s+".join(map(re.escape, evidence.split())))
        for field in (Field.TEXT, Field.TITLE):
            found = pattern.search(self._source(field))
            if found:
                return field, *found.span()
        return None

    def rejected(self, span: Span | None) -> Iterator[dict[str, str]]:
        """Give the rejected candidates whose word stands in a span, each with its reason and the words around it."""
        for one in self.facts.rejected:
            if span is not None and _within(one.field, one.start, span):
                yield {
                    "type": self._fact_type(one),
                    "reason": one.reason.value,
                    "rule": one.rule,
                    "words": self._around(one),
                }

    def reports(self, span: Span | None, kind: str) -> list[Report]:
        """Give the reports of a type of event (as facts call it) whose trigger stands in a span."""
        return [
            report
            for report in self.facts.reports
            if span is not None
            and _within(report.field, report.trigger_start, span)
            and self._fact_type(report) == kind
        ]

    def _fact_type(self, one: Rejected | Report) -> str:
        return self.schema.events[one.type].fact

    def _around(self, one: Rejected) -> str:
        source = self._source(one.field)
        before, word, after = (
            source[max(0, one.start - _CONTEXT) : one.start],
            source[one.start : one.end],
            source[one.end :],
        )
        return " ".join(f"{before}[{word}]{after[:_CONTEXT]}".split())

    def _source(self, field: Field) -> str:
        return self.article.title if field is Field.TITLE else self.article.text


def _within(field: Field, start: int, span: Span) -> bool:
    return field is span[0] and span[1] <= start < span[2]
