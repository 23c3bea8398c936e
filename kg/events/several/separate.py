"""What is told of several at once but happened with each: "met A and B separately", "saw A and, later, B"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.events.candidate import Candidate
from kg.events.context import ArticleContext, PlacedDate
from kg.events.facts import Filler, Location
from kg.events.several.gapping import BEFORE_TIME, SEQUENCE, skip_circumstances
from kg.mentions.mention import COUNTRY, PLACE, MentionKind

#: Words for several events told as one.
SEPARATELY = frozenset({"separately", "individually", "separate", "each", "respectively", "consecutive", "successive"})
#: Nouns whose plural is of several events; "talks" may be one.
SINGLE = frozenset({"meeting", "encounter", "audience", "bilateral", "tete-a-tete", "call"})
IN_TURN = ("in turn", "one by one", "one after the other", "one after another", "one at a time", "one on one")
SUBJECT_SLOTS = ("subject", "controller", "possessive")
#: Prepositions that stand anew before each of those who were met one by one.
REPEATED = frozenset({"with", "by", "on", "to"})


@dataclass(frozen=True, slots=True)
class Share:
    """One of the events told together: who took part, and the tokens `[start, end)` that tell of it alone."""

    fillers: tuple[Filler, ...]
    start: int
    end: int
    negated: bool = False


def shares(context: ArticleContext, candidate: Candidate) -> list[Share]:
    """The events that a candidate tells together; empty where it tells of one."""
    subjects = of_subject(context, candidate)
    others = [f for f in candidate.fillers if f not in subjects]
    if not subjects or not others:
        return []
    if _one_by_one(context, candidate):
        return _each(subjects, others)
    for split, rest in ((others, subjects), (subjects, others)):
        groups = _groups(context, candidate, split)
        if len(groups) > 1:
            return [Share((*rest, *g.fillers), g.start, g.end, g.negated) for g in groups]
    return []


def _one_by_one(context: ArticleContext, candidate: Candidate) -> bool:
    token = context.token(candidate.predicate.segment, candidate.predicate.token)
    if token.lemma_ == "shuttle" or _is_series(token):
        return True
    near = {c.lower_ for c in (*token.children, *token.head.children) if c.dep_ in ("advmod", "amod", "appos", "det")}
    before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
    above = token.head if token.head.pos_ == "VERB" else token
    following = " ".join(t.lower_ for t in token.doc[min(token.i, above.i) : token.sent.end])
    in_turn = any(f" {phrase} " in f" {following} " for phrase in IN_TURN)
    return bool(near & (SEPARATELY - {"each"})) or before == "each" or in_turn


def _is_series(token: Token) -> bool:
    """Whether "meetings with A and B" are one with each: not so with "A and his minister", who come together."""
    if token.tag_ != "NNS" or token.lemma_ not in SINGLE:
        return False
    sides = [c for c in token.children if c.dep_ == "prep" and c.lower_ == "with"]
    return bool(sides) and not any(t.tag_ == "PRP$" for side in sides for t in side.subtree)


def _each(subjects: Sequence[Filler], others: Sequence[Filler]) -> list[Share]:
    """Each of the one side with the other side, where one of them is alone."""
    if len(subjects) == 1 and len(others) > 1:
        return [Share((subjects[0], other), 0, 0) for other in others]
    if len(others) == 1 and len(subjects) > 1:
        return [Share((subject, others[0]), 0, 0) for subject in subjects]
    return []


def of_subject(context: ArticleContext, candidate: Candidate) -> list[Filler]:
    """The fillers that the subject of the clause, or the owner of the event, gives."""
    segment = context.segment(candidate.predicate.segment)
    starts = [segment.offsets(t, t + 1)[1] for slot in SUBJECT_SLOTS for t in candidate.predicate.slots.get(slot, ())]
    return [f for f in candidate.fillers if any(f.start <= start < f.end for start in starts)]


def _groups(context: ArticleContext, candidate: Candidate, fillers: Sequence[Filler]) -> list[Share]:
    """The fillers of one side, cut where the text steps from one event to the next."""
    segment = context.segment(candidate.predicate.segment)
    spans = ((_tokens(segment, f), f) for f in fillers)
    placed = sorted(((span, f) for span, f in spans if span is not None), key=lambda p: p[0])
    groups: list[Share] = []
    for (start, end), filler in placed:
        if not groups:
            groups.append(Share((filler,), candidate.predicate.token, end))
            continue
        last = groups.pop()
        gap = list(segment.doc[last.end : start])
        cut = _cut(context, segment.index, gap) if gap else None
        if cut is None:
            groups.append(replace(last, fillers=(*last.fillers, filler), end=end))
        else:
            denied = any(t.lower_ in ("not", "without") for t in gap)
            groups += [replace(last, end=cut), Share((filler,), cut, end, denied)]
    if any(_has_its_own(context, segment.index, group) for group in groups[:-1]):
        last = groups.pop()
        groups.append(replace(last, end=skip_circumstances(context, segment.index, last.end)))
    return groups


def _has_its_own(context: ArticleContext, segment: int, share: Share) -> bool:
    """Whether a date or place is of this one alone: what ends "met A and then B in Rome last June" is of both."""
    return own_date(context, segment, share) is not None or own_place(context, segment, share) is not None


def _tokens(segment: Segment, filler: Filler) -> tuple[int, int] | None:
    """The tokens of a filler in its segment."""
    begin = segment.paragraph.start
    span = segment.doc.char_span(filler.start - begin, filler.end - begin, alignment_mode="expand")
    return (span.start, span.end) if span is not None else None


def _cut(context: ArticleContext, segment: int, gap: list[Token]) -> int | None:
    """Where, between two who were met, the text steps from one event to the next; None where they met together."""
    hinge = next((t.i for t in gap if t.lower_ in ("and", "but") or t.text == ";"), None)
    if hinge is None:
        hinge = next((t.i for t in gap if t.text == ","), None)
    if hinge is None or any(t.pos_ == "VERB" and t.lower_ != "followed" for t in gap):
        return None
    words = {t.lower_ for t in gap}
    dated = any(d.start in range(gap[0].i, gap[-1].i + 1) for d in context.dates.get(segment, ()))
    placed = skip_circumstances(context, segment, gap[0].i) > gap[0].i and bool(words & BEFORE_TIME)
    denied = bool(words & {"not"})
    again = gap[0].doc[hinge].text != "," and any(t.lower_ in REPEATED for t in gap if t.i > hinge)
    return hinge if words & SEQUENCE or dated or placed or denied or again else None


def own_date(context: ArticleContext, segment: int, share: Share) -> PlacedDate | None:
    """The only date among the words that tell of one of several events."""
    inside = [d for d in context.dates.get(segment, ()) if share.start <= d.start < share.end]
    return inside[0] if len(inside) == 1 else None


def own_place(context: ArticleContext, segment: int, share: Share) -> Location | None:
    """The only place among the words that tell of one of several events: "in Rome", "at the Kremlin"."""
    doc = context.segment(segment).doc
    inside = [
        m
        for m in context.mentions_of.get(segment, ())
        if share.start <= m.start < share.end
        and context.entity(m.entity).type in (PLACE, COUNTRY)
        and m.kind is not MentionKind.DEMONYM
        and doc[m.start - (doc[m.start - 1].lower_ == "the") - 1].lower_ in BEFORE_TIME
    ]
    if len(inside) != 1:
        return None
    entity = context.entity(inside[0].entity)
    text = doc[inside[0].start : inside[0].end].text if entity.type == COUNTRY else entity.name
    return Location(text, inside[0].entity, inside[0].country)
