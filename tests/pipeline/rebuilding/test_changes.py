"""Comparing two extractors' facts of an article: every event once, and nothing differs from itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.article import Article, Field
from kg.events.facts import Facts, Reason, Rejected, Status
from kg.pipeline.rebuilding.changes import Aspect, Kind, changes
from kg.pipeline.rebuilding.matching import matched
from tests.telling import TellingExtractor

_STATES = ("FR", "DE", "PL", "IT")
_pair = st.tuples(st.sampled_from(_STATES), st.sampled_from(_STATES)).filter(lambda pair: pair[0] != pair[1])


def _facts(pairs: list[tuple[str, str]]) -> tuple[Article, Facts]:
    article = Article("a", " ".join(f"{one} met {other}." for one, other in pairs))
    [facts] = TellingExtractor(None).extract([article])
    return article, facts


@given(st.lists(_pair, max_size=6), st.data())
def test_every_event_is_in_one_pair(pairs: list[tuple[str, str]], data: st.DataObject) -> None:
    article, facts = _facts(pairs)
    kept = data.draw(st.lists(st.sampled_from(facts.events), unique=True) if facts.events else st.just([]))
    states = data.draw(st.lists(st.sampled_from(Status), min_size=len(kept), max_size=len(kept)))
    other = replace(facts, events=tuple(replace(e, status=s) for e, s in zip(kept, states, strict=True)))
    for old, new in ((facts, other), (other, facts)):
        found = list(matched(old, new))
        assert Counter(one for one, _ in found if one) == Counter(old.events)
        assert Counter(one for _, one in found if one) == Counter(new.events)
        told = changes(article, old, new)
        kinds = Counter(change.kind for change in told.events)
        assert kinds[Kind.REMOVED] - kinds[Kind.ADDED] == len(old.events) - len(new.events)
        assert told.same + kinds[Kind.CHANGED] + kinds[Kind.REMOVED] == len(old.events)
        assert all(change.aspects == (Aspect.STATUS,) for change in told.events if change.kind is Kind.CHANGED)


@given(st.lists(_pair, max_size=6))
def test_nothing_differs_from_itself(pairs: list[tuple[str, str]]) -> None:
    article, facts = _facts(pairs)
    told = changes(article, facts, facts)
    assert (told.events, told.same, told.others) == ((), len(facts.events), ())


def test_what_is_rejected_now_says_why() -> None:
    article, facts = _facts([("FR", "DE")])
    report = facts.reports[0]
    candidate = Rejected("Meeting", Reason.GENERIC, "Meeting/1", Field.TEXT, report.trigger_start, report.trigger_end)
    other = replace(facts, reports=(), events=(), rejected=(candidate,))
    [gone] = changes(article, facts, other).events
    [come] = changes(article, other, facts).events
    assert (gone.kind, gone.rejected) == (Kind.REMOVED, "the statement is about no particular event")
    assert (come.kind, come.rejected) == (Kind.ADDED, "the statement is about no particular event")
    assert changes(article, facts, other).others == ("rejected",)


def test_an_event_told_by_other_words_is_the_same_event() -> None:
    article, facts = _facts([("FR", "DE"), ("FR", "DE")])
    first, second = (replace(facts, events=(event,)) for event in facts.events)
    [change] = changes(article, first, second).events
    assert change.aspects == (Aspect.SENTENCES,)


def test_one_actor_more() -> None:
    article, facts = _facts([("FR", "DE")])
    fewer = replace(facts.events[0], fillers=facts.events[0].fillers[:1])
    [change] = changes(article, replace(facts, events=(fewer,)), facts).events
    assert change.aspects == (Aspect.PARTICIPANTS,)
    assert change.after is not None
    assert change.after.participants == (("participant", "DE"), ("participant", "FR"))
