"""Arrivals that don't say where: "Sarkozy flew in on Monday" goes where the story is.

"Come", "arrive" and "fly in" point at the place that the text is about (Fillmore 1975, on deixis). That place is the
one of the events told just before, else the dateline's.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.events.candidate import Candidate
from kg.events.context import ArticleContext
from kg.events.facts import Filler, Report, Status
from kg.events.places.inner import GATHERINGS
from kg.events.places.scenes import scenes
from kg.events.times.narrative import country_of
from kg.events.told import Told
from kg.events.triggers import TriggerIndex
from kg.mentions.mention import COUNTRY
from kg.predicates.predicate import Modality
from kg.schema.types import EventType

#: How many sentences back a scene is surer than the dateline, and how many it is looked for where there is none.
NEAR = 1
FAR = 5
#: Verbs of going that point at the story's place only with "in" ("flew in").
WITH_IN = frozenset({"fly", "jet", "drive", "sail", "walk", "ride"})
#: Phrases that leave open where somebody comes.
OPEN_PHRASES = frozenset({"from", "for", "aboard", "despite", "after", "before", "during", "with", "without", "since"})
TRANSPORT = frozenset(
    {"train", "car", "plane", "helicopter", "air", "road", "sea", "bus", "boat", "ship", "rail", "jet"}
)
PURPOSES = frozenset({"behalf", "invitation", "head", "request", "airport", "palace", "venue"})
ADVERBS = frozenset(
    ("also", "too", "later", "earlier", "then", "alone", "here", "there", "again", "already", "just", "not")
)
THINGS = ("dobj", "acomp", "attr", "oprd", "dative", "ccomp")


def comes_here(context: ArticleContext, candidate: Candidate) -> bool:
    """Whether a candidate without a destination is told to go to where the story is.

    Parameters
    ----------
    context : ArticleContext
        The article.
    candidate : Candidate
        A journey whose destination no phrase gives.
    """
    hypothetical = candidate.predicate.modality is Modality.POSSIBLE
    if not candidate.trigger.here or not candidate.fillers or hypothetical:
        return False
    segment = candidate.predicate.segment
    token = context.token(segment, candidate.predicate.token)
    if token.pos_ == "NOUN":
        return True
    if any(c.dep_ in THINGS for c in token.children):
        return False
    if token.lemma_ in WITH_IN and not any(_is_bare_in(c) for c in token.children):
        return False
    return all(_leaves_open(context, segment, child) for child in token.children)


def _is_bare_in(child: Token) -> bool:
    return child.lower_ == "in" and not any(c.dep_ == "pobj" for c in child.children)


def _leaves_open(context: ArticleContext, segment: int, child: Token) -> bool:
    """Whether a phrase on a verb of coming can stand beside an unsaid destination: not "came to power"."""
    if child.dep_ == "prt":
        return child.lower_ == "in"
    if child.dep_ == "advmod":
        return child.lower_ in ADVERBS or _is_bare_in(child) or context.in_date(segment, child.i)
    if child.dep_ not in ("prep", "agent"):
        return True
    nouns = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
    return (
        child.lower_ in OPEN_PHRASES
        or _is_bare_in(child)
        or all(context.in_date(segment, n.i) or n.ent_type_ in ("DATE", "TIME") for n in nouns)
        or all(n.lower_ in TRANSPORT or n.lower_ in PURPOSES or n.lower_ in GATHERINGS for n in nouns)
    )


def settled(context: ArticleContext, told: Sequence[Told], index: TriggerIndex) -> list[Told]:
    """The reports of an article, arrivals among them led to where the story is; those that can't be stay partial.

    Parameters
    ----------
    context : ArticleContext
        The article.
    told : sequence of Told
        Its reports in reading order.
    index : TriggerIndex
        The schema's triggers.
    """
    rules, types, origins = index.here, index.types, index.origins
    if not any(_is_open(one, rules, types) for one in told):
        return list(told)
    stages = _stages(context, told, origins)
    return [_led(context, one, told, stages, types) if _is_open(one, rules, types) else one for one in told]


def _is_open(one: Told, rules: Container[str], types: Mapping[str, EventType]) -> bool:
    goal = types[one.report.type].edge.tail
    return one.partial and one.report.rule in rules and all(f.role != goal for f in one.report.fillers)


def _stages(context: ArticleContext, told: Sequence[Told], origins: Container[str]) -> list[tuple[int, int, str]]:
    """Sentence, character and state of all that is told to be somewhere."""
    frame = [
        one
        for one in told
        if not one.aside and one.report.rule not in origins and one.report.status in (Status.OCCURRED, Status.PLANNED)
    ]
    found = [(s.sentence, s.start, s.location.country) for s in scenes(context, frame)]
    for one in frame:
        if not one.partial and not one.background and one.report.location is None:
            found.append((one.sentence, one.report.trigger_start, country_of(one.report)))
    return sorted((sentence, start, country) for sentence, start, country in found if country is not None)


def _led(
    context: ArticleContext,
    one: Told,
    told: Sequence[Told],
    stages: Sequence[tuple[int, int, str]],
    types: Mapping[str, EventType],
) -> Told:
    """An arrival with its destination; as it is where that can't be known or the journey was told just before."""
    report = one.report
    before = [s for s in stages if (s[0], s[1]) < (one.sentence, report.trigger_start)]
    near = [country for sentence, _, country in before if one.sentence - sentence <= NEAR]
    far = [country for sentence, _, country in before if one.sentence - sentence <= FAR]
    dateline = context.dateline[1]
    state = near[-1] if near else dateline or (far[-1] if far else None)
    if state is not None and not _abroad(context, report, state) and dateline is not None:
        state = dateline  # told of his own state just before
    fillers = _abroad(context, report, state) if state is not None else ()
    if not fillers or _is_known(one, fillers, state, told):
        return one
    goal = types[report.type].edge.tail
    place = Filler(goal, f"{COUNTRY}:{state}", report.field, report.trigger_start, report.trigger_end)
    return replace(one, partial=False, attended=False, report=replace(report, fillers=(*fillers, place)))


def _is_known(one: Told, fillers: Sequence[Filler], state: str | None, told: Sequence[Told]) -> bool:
    """Whether the journey is told in a sentence just before: then the arrival points at it."""
    goal = f"{COUNTRY}:{state}"
    return any(
        other.report.type == one.report.type
        and not other.partial
        and 0 <= one.sentence - other.sentence <= NEAR
        and {goal, *(f.entity for f in fillers)} <= {f.entity for f in other.report.fillers}
        for other in told
    )


def _abroad(context: ArticleContext, report: Report, state: str) -> tuple[Filler, ...]:
    """The travellers whose own state is known and is another one."""
    return tuple(f for f in report.fillers if (home := context.entity(f.entity).country) is not None and home != state)
