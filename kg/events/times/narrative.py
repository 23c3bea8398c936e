"""The story's time: what is told without a date happens when the story stands.

A report takes over the date of the nearest time setting before it in the text (within a few sentences, in the same part
of the text) when both are told in the same way: done with done, to come with to come. Settings are dated reports,
headings with a date and main clauses with a date ("The crowds came on Friday."). What steps out of the story ("had
met", "has never visited") takes nothing over. Source: reference time as in Reichenbach (1947) and the narrative
containers of Pustejovsky and Stubbs (2011).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.corpus.article import Field
from kg.events.facts import Report, Status, When
from kg.events.told import Told
from kg.mentions.dates.date_mention import Basis, Precision
from kg.mentions.mention import COUNTRY

#: How many sentences a date reaches; that of a heading reaches to the next heading.
REACH = 4
#: The same for a date before the day of the news.
REACH_BACK = 2
#: The same for what is yet to come: plans are told apart from one another.
REACH_AHEAD = 2
#: A date wider than this (days) sets no scene.
WIDEST = 31


@dataclass(frozen=True, slots=True)
class Setting:
    """A time that the story is at from a sentence on. `side` is None where any telling takes it over (a heading's).

    `actors` are those told of then. A `weak` one, of "the meeting", counts where no heading with a date stands above.
    A `narrow` one, of a relative clause, is only for what the same actors do next.
    """

    sentence: int
    field: Field
    when: When
    side: Status | None
    last: int | None = None
    country: str | None = None
    actors: frozenset[str] = frozenset()
    narrow: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """When what an article is about happened, and who is named at its opening."""

    when: When
    actors: frozenset[str]
    sentence: int


def settings_of(told: Sequence[Told]) -> list[Setting]:
    """The times that dated reports set."""
    return [
        Setting(
            t.sentence,
            t.report.field,
            t.report.when,
            _side(t.report.status),
            country=country_of(t.report),
            actors=actors_of(t.report),
            narrow=t.aside,
            weak=t.partial,
        )
        for t in told
        if t.report.when is not None and not t.background
    ]


def story_times(told: Sequence[Told], others: Sequence[Setting] = (), news: News | None = None) -> list[When | None]:
    """The date that each report takes over from the story; None where it has one of its own or none is to be had."""
    known = sorted((*settings_of(told), *others), key=lambda s: s.sentence)
    usable = [s for s in known if s.when.days <= WIDEST and s.when.precision is not Precision.OPEN]
    return [_taken_over(one, usable, news) if _is_in_story(one) else None for one in told]


def _is_in_story(one: Told) -> bool:
    return one.report.when is None and not one.background and not one.before


def _taken_over(here: Told, known: Sequence[Setting], news: News | None) -> When | None:
    """The date of the nearest time that is of the same actors or not before the news, else the news', else the nearest.

    What stands between the news and an undated event may be older ("X had telephoned on Saturday").
    """
    actors = actors_of(here.report)
    near = [s for s in reversed(known) if s.field == here.report.field and _reaches(s, here, actors)]
    if any(s.side is None for s in near):
        near = [s for s in near if not s.weak]
    where = country_of(here.report)
    there = [s for s in near if where is not None and s.country == where and s.actors & actors and not s.weak]
    if there and all(s.country in (None, where) and s.side is not None for s in near):
        near = there  # "was in London on Monday and in Rome on Tuesday. In London he saw ..."
    occurred = here.report.status is Status.OCCURRED
    if news is not None and occurred and news.sentence <= here.sentence:
        for setting in near:
            at_hand = setting.actors & actors and here.sentence - setting.sentence <= REACH_BACK
            if setting.side is None or at_hand or setting.when.first >= news.when.first:
                return replace(setting.when, basis=Basis.INFERRED)
        if here.report.field is Field.TEXT and (near or actors & news.actors):
            return replace(news.when, basis=Basis.INFERRED)
    return replace(near[0].when, basis=Basis.INFERRED) if near else None


def _reaches(setting: Setting, here: Told, actors: frozenset[str]) -> bool:
    """Whether a report can stand at a time of the story."""
    if setting.narrow:
        return here.sentence - setting.sentence in (0, 1) and len(actors) > 1 and actors <= setting.actors
    reach = REACH if _has_passed(here) else REACH_AHEAD
    last = setting.last or setting.sentence + reach
    return setting.sentence <= here.sentence <= last and _same_side(setting, here)


def _has_passed(here: Told) -> bool:
    """Whether what is told is over: done, or told in the past as not done ("Chad did not sign")."""
    status = here.report.status
    return status is Status.OCCURRED or (status is Status.NEGATED and not here.to_come)


def actors_of(report: Report) -> frozenset[str]:
    """Who takes part in what a report tells, destinations left out."""
    return frozenset(f.entity for f in report.fillers if f.role != "destination")


def country_of(report: Report) -> str | None:
    """The state in which a report's event is: of its place, or where its journey goes."""
    if report.location is not None and report.location.country is not None:
        return report.location.country
    goals = [f.entity for f in report.fillers if f.role == "destination"]
    return goals[0].split(":", 1)[1] if len(goals) == 1 and goals[0].startswith(f"{COUNTRY}:") else None


def _same_side(setting: Setting, here: Told) -> bool:
    """Whether a time can be a report's: told in the same way, and not of somewhere else."""
    there, where = setting.country, country_of(here.report)
    if there is not None and where is not None and there != where:
        return False
    if here.report.status is Status.NEGATED:
        if setting.sentence == here.sentence:
            return False  # "called off on Tuesday": the day of the decision
        return setting.side is not Status.OCCURRED or not here.to_come
    return setting.side is None or setting.side is _side(here.report.status)


def _side(status: Status) -> Status:
    return Status.PLANNED if status is Status.POSSIBLE else status
