"""Journeys of several legs: the states they lead to, who goes where, and when each leg is.

The small parser loses legs that dates, adverbs or prepositions part ("visited Jakarta on Monday and Singapore on
Tuesday", "first to Havana, then to Caracas"), and takes a second traveller for a place ("X flew to Cairo and Y to
Tokyo"). The order of the words is surer here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.events.candidate import Candidate
from kg.events.context import ArticleContext, PlacedDate
from kg.events.facts import Filler
from kg.mentions.mention import COUNTRY, PERSON, PLACE, Mention, MentionKind
from kg.predicates.syntax import SUBJECTS, VERBAL

#: Words that may stand between two legs.
AND = frozenset({"and", "then", "&", "plus"})
ADVERBS = frozenset(("later", "also", "finally", "next", "afterwards", "subsequently", "both", "first", "well", "as"))
ONWARD = frozenset({"to", "in", "for", "into"})
SITES = frozenset({"capital", "city", "island", "islands", "resort", "republic", "state", "kingdom", "town", "port"})
LONGEST_GAP = 12


def further_legs(context: ArticleContext, segment: int, token: int) -> list[int]:
    """The heads of the places that a list of destinations goes on with after the one at a token.

    Parameters
    ----------
    context : ArticleContext
        The article.
    segment, token : int
        Where a destination stands.

    Examples
    --------
    In "He visited Jakarta on Monday and Singapore on Tuesday" it is "Singapore" after "Jakarta".
    """
    last = context.mention(segment, token)
    if last is None or not _is_place(context, last):
        return []
    doc = context.segment(segment).doc
    own = doc[last.start - 1].lower_ if last.start else ""
    found: list[int] = []
    waiting: list[int] = []
    for mention in _following(context, last):
        gap = [doc[i] for i in range(last.end, mention.start)]
        if not _is_gap(context, segment, gap, own):
            break
        if mention.kind is MentionKind.DEMONYM:
            continue
        if not _is_place(context, mention) or _is_of_another_phrase(doc[mention.head], mention):
            break
        waiting.append(mention.head)
        if any(t.lower_ in AND for t in gap):  # a list is closed by "and" or "then"
            found += waiting
            waiting = []
        last = mention
    return found


def _following(context: ArticleContext, first: Mention) -> Iterator[Mention]:
    sentence = context.sentence(first.segment, first.head)
    for mention in context.mentions_of.get(first.segment, ()):
        if first.end <= mention.start < sentence.end:
            yield mention


def _is_place(context: ArticleContext, mention: Mention) -> bool:
    return mention.kind is not MentionKind.DEMONYM and context.entity(mention.entity).type in (PLACE, COUNTRY)


def _is_gap(context: ArticleContext, segment: int, gap: Sequence[Token], own: str) -> bool:
    """Whether words can part two legs: commas, "and", "then", dates, adjectives, the preposition of the first leg."""
    if len(gap) > LONGEST_GAP or not any(t.lower_ in (*AND, ",", ";") for t in gap):
        return False
    return all(
        t.lower_ in AND
        or t.lower_ in ADVERBS
        or t.text in (",", ";")
        or t.pos_ in ("DET", "ADJ")
        or t.lower_ in SITES
        or t.lower_ == "of"
        or (t.lower_ in ONWARD and t.lower_ == own)
        or context.in_date(segment, t.i)
        or (t.lower_ in ("on", "in") and context.in_date(segment, t.i + 1))
        for t in gap
    )


def _is_of_another_phrase(head: Token, mention: Mention) -> bool:
    """Whether a place belongs to what follows it: "and Japan said", "and Japan's premier", "and Paris-based"."""
    if head.dep_ in SUBJECTS and head.head.pos_ in VERBAL and head.head.i > head.i:
        return True
    if mention.end >= len(head.doc):
        return False
    after = head.doc[mention.end]
    return after.tag_ in ("POS", "HYPH", "MD", "VBZ", "VBD", "NN", "NNS", "NNP") and not after.is_sent_start


def split(context: ArticleContext, candidate: Candidate) -> list[tuple[Filler, ...]]:
    """The fillers of a journey by who goes where: "X flew to Cairo and Y to Tokyo" are two journeys.

    Parameters
    ----------
    context : ArticleContext
        The article.
    candidate : Candidate
        A journey with all its roles filled.
    """
    segment = candidate.predicate.segment
    edge = candidate.event_type.edge
    others = _second_travellers(context, segment, candidate.predicate.token)
    starts = [context.segment(segment).offsets(name.start, name.end)[1] for name, _ in others]
    groups = [tuple(f for f in candidate.fillers if not starts or f.start < starts[0])]
    for name, goal in others:
        traveller = _filler(context, edge.head, name, name.entity)
        legs = [context.mention(segment, i) for i in (goal.head, *further_legs(context, segment, goal.head))]
        groups.append((traveller, *(_filler(context, edge.tail, m, f"{COUNTRY}:{m.country}") for m in legs if m)))
    return groups


def _filler(context: ArticleContext, role: str, mention: Mention, entity: str) -> Filler:
    return Filler(role, entity, *context.segment(mention.segment).offsets(mention.start, mention.end))


def _second_travellers(context: ArticleContext, segment: int, trigger: int) -> list[tuple[Mention, Mention]]:
    """People whose verb is left out, with where they go: after a place and "and", a name, a preposition and a place."""
    doc = context.segment(segment).doc
    known = [m for m in context.mentions_of.get(segment, ()) if trigger < m.start < doc[trigger].sent.end]
    found = []
    for before, name, after in zip(known, known[1:], known[2:], strict=False):
        lead = [doc[i] for i in range(before.end, name.start)]
        if (
            context.entity(name.entity).type == PERSON
            and _is_place(context, before)
            and _is_place(context, after)
            and after.country is not None
            and any(t.lower_ in ("and", "while", ";", ",") for t in lead)
            and not any(t.pos_ in VERBAL or t.pos_ == "ADP" for t in lead if not context.in_date(segment, t.i))
            and [t.lower_ for t in doc[name.end : after.start] if t.pos_ != "DET"] in (["to"], ["for"], ["in"])
        ):
            found.append((name, after))
    return found


def own_dates(context: ArticleContext, segment: int, targets: Sequence[Filler]) -> dict[str, PlacedDate]:
    """The date of each leg by its destination, where the text gives several: "in Kenya on Monday and Chad on Tuesday".

    A leg without a date has that of the next one which has one.
    """
    if len(targets) < 2:
        return {}
    ordered = sorted(targets, key=lambda f: f.start)
    dates = [(context.segment(segment).offsets(d.start, d.end)[1], d) for d in context.dates.get(segment, ())]
    sentence_end = _sentence_end(context, segment, ordered[-1])
    behind: dict[str, PlacedDate] = {}
    bounds = [*(f.start for f in ordered[1:]), sentence_end]
    for target, bound in zip(ordered, bounds, strict=True):
        own = [d for start, d in dates if target.end <= start < bound]
        if own:
            behind[target.entity] = own[0]
    if len(behind) < 2:
        return {}
    shared = None
    for target in reversed(ordered):
        shared = behind.get(target.entity, shared)
        if shared is not None:
            behind[target.entity] = shared
    return behind


def _sentence_end(context: ArticleContext, segment: int, filler: Filler) -> int:
    piece = context.segment(segment)
    for mention in context.mentions_of.get(segment, ()):
        if piece.offsets(mention.start, mention.end)[1] == filler.start:
            sentence = context.sentence(segment, mention.head)
            return piece.offsets(sentence.start, sentence.end)[2]
    return filler.end
