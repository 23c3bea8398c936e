"""Times that the text sets without telling an event of the schema: headings with a date, dated main clauses."""

from __future__ import annotations

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.events.attachment import OTHER_TIME, host
from kg.events.context import ArticleContext, PlacedDate
from kg.events.facts import Status
from kg.events.times.narrative import Setting
from kg.events.times.own_date import as_when
from kg.mentions.dates.date_mention import Precision
from kg.predicates.factuality import verb_modality
from kg.predicates.lexicon import SAYING
from kg.predicates.predicate import Modality, Tense
from kg.predicates.syntax import SUBJECTS, VERBAL, nominal_conjuncts
from kg.predicates.tense import tense


def text_settings(context: ArticleContext) -> list[Setting]:
    """Headings with a date, which hold until the next heading, and past main clauses with a date, denied or not."""
    found: list[Setting] = []
    headings = [s for s in context.article.segments if s.is_heading]
    for segment in context.article.segments:
        for date in context.dates.get(segment.index, ()):
            setting = (
                _heading(context, segment, date, headings) if segment.is_heading else _clause(context, segment, date)
            )
            if setting is not None:
                found.append(setting)
    return found


def _heading(context: ArticleContext, segment: Segment, date: PlacedDate, headings: list[Segment]) -> Setting | None:
    """The date of a heading that is little more than a date ("MONDAY, MAY 15")."""
    when = as_when(date)
    words = sum(not t.is_punct and not t.is_space for t in segment.doc)
    if when is None or words > date.end - date.start + 1:
        return None
    number = context.sentence_number(segment.index, date.start)
    following = next((h for h in headings if h.index > segment.index), None)
    last = context.sentence_number(following.index, 0) - 1 if following is not None else 10**6
    return Setting(number, segment.paragraph.field, when, None, last)


def _clause(context: ArticleContext, segment: Segment, date: PlacedDate) -> Setting | None:
    verb = _above(host(segment.doc[date.head], lambda t: date.start <= t.i < date.end), date)
    when = as_when(date)
    main = verb.pos_ in VERBAL and (verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT"))
    if (
        when is None
        or not main
        or verb.lemma_ in SAYING
        or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    ):
        return None
    if verb_modality(verb) not in (Modality.ASSERTED, Modality.NEGATED) or tense(verb) is not Tense.PAST:
        return None
    number = context.sentence_number(segment.index, date.start)
    subjects = [n for c in verb.children if c.dep_ in SUBJECTS for n in nominal_conjuncts(c)]
    actors = frozenset(key for n in subjects for key in context.actors(segment.index, n.i).entities)
    return Setting(number, segment.paragraph.field, when, Status.OCCURRED, actors=actors)


def _above(node: Token, date: PlacedDate) -> Token:
    """The verb whose clause a day belongs to: the parser may hang it on an object or infinitive of that verb."""
    if date.mention.precision is not Precision.DAY:
        return node
    while node.head != node and node.dep_ in ("dobj", "pobj", "prep", "xcomp") and node.lower_ not in OTHER_TIME:
        node = node.head
    return node
