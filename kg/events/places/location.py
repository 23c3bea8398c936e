"""Where an event is: the place of its clause."""

from __future__ import annotations

from spacy.tokens import Token

from kg.events.attachment import distance, host
from kg.events.candidate import Candidate
from kg.events.context import ArticleContext
from kg.events.facts import Location
from kg.events.kinds import is_journey_type
from kg.events.places.sites import at_site, site_words
from kg.mentions.mention import COUNTRY, PLACE, Mention, MentionKind
from kg.predicates.syntax import SUBJECTS, ancestors, prepositions, relative_antecedent

LOCATIVE = frozenset({"in", "at", "near", "outside", "to", "inside", "into", "aboard", "within"})
#: "on" is a place before these only: "on Cyprus" needs an island, "an accord on Gaza" is about Gaza.
SURFACES = frozenset({"island", "soil", "outskirts", "border"})
FAR = 4.0
_Ranked = tuple[float, int]


def location_of(context: ArticleContext, candidate: Candidate) -> Location | None:
    """The nearest place of the clause, else what the slots gave; a visit's place lies in its destination.

    A building is told with the town that it is in, where the sentence has both.
    """
    if candidate.places:
        return candidate.places[0]
    predicate = candidate.predicate
    trigger = context.token(predicate.segment, predicate.token)
    nearest = _town(context, candidate, trigger)
    town = _where(context, candidate, trigger) or (nearest[1] if nearest else None)
    site = None if is_journey_type(candidate.event_type) else _site(context, candidate, trigger)
    if site is not None and (nearest is None or site[0] <= nearest[0]):
        return at_site(site[1], town)
    found = town or there(context, candidate) or _described(context, candidate, trigger)
    if found is None and is_journey_type(candidate.event_type) and (stop := on_the_way(context, candidate)) is not None:
        return _location(context, stop, candidate)
    return found


def on_the_way(context: ArticleContext, candidate: Candidate) -> Mention | None:
    """The town of a journey that the rest of its sentence names: "left for Peru to attend a forum in Cuzco"."""
    segment, start = candidate.predicate.segment, candidate.predicate.token
    end = context.sentence(segment, start).end
    for mention in context.mentions_of.get(segment, ()):
        if start < mention.start < end and context.entity(mention.entity).type == PLACE:
            head = context.token(segment, mention.head)
            if head.dep_ == "pobj" and head.head.lower_ in ("in", "at") and _is_travellers(head, start):
                return mention
    return None


def _is_travellers(head: Token, journey: int) -> bool:
    """Whether what is said at a place is said of the traveller: no other subject comes between."""
    for word in ancestors(head):
        if word.i == journey:
            return True
        if any(child.dep_ in SUBJECTS for child in word.children):
            return False
    return False


def _town(context: ArticleContext, candidate: Candidate, trigger: Token) -> tuple[float, Location] | None:
    """The nearest town or state of the clause, with how far it is."""
    segment = candidate.predicate.segment
    used = {(f.start, f.end) for f in candidate.fillers}
    sentence = trigger.sent
    best: tuple[_Ranked, Mention] | None = None
    for mention in context.mentions_of.get(segment, ()):
        if not sentence.start <= mention.start < sentence.end or not _is_place(context, mention):
            continue
        cost = _cost(context, trigger, mention, used) + (
            0.75 if context.entity(mention.entity).type == COUNTRY else 0.0
        )
        rank = (cost, abs(mention.head - trigger.i))
        if cost < FAR and (best is None or rank < best[0]):
            best = (rank, mention)
    location = None if best is None else _location(context, best[1], candidate)
    return None if best is None or location is None else (best[0][0], location)


def _site(context: ArticleContext, candidate: Candidate, trigger: Token) -> tuple[float, str] | None:
    """The nearest building or ground of the clause, with how far it is."""
    best: tuple[_Ranked, str] | None = None
    for token in trigger.sent:
        if token.dep_ != "pobj":
            continue
        words = site_words(context, candidate.predicate.segment, token)
        if words is None:
            continue
        rank = (distance(trigger, host(token, lambda t, noun=token: t == noun)), abs(token.i - trigger.i))  # type: ignore[misc]
        if rank[0] < FAR and (best is None or rank < best[0]):
            best = (rank, words)
    return None if best is None else (best[0][0], best[1])


def _where(context: ArticleContext, candidate: Candidate, trigger: Token) -> Location | None:
    """The place that the clause of an event hangs on: "flew to Rome, where he met ..."."""
    antecedent = relative_antecedent(trigger, "where")
    if antecedent is None or is_journey_type(candidate.event_type):
        return None
    segment = candidate.predicate.segment
    mention = context.mention(segment, antecedent.i)
    if mention is not None and _is_place(context, mention):
        return _location(context, mention, candidate)
    return _of_words(context, segment, antecedent)


def _described(context: ArticleContext, candidate: Candidate, trigger: Token) -> Location | None:
    """A place without a name in the clause: "in the Finnish capital"."""
    if is_journey_type(candidate.event_type):
        return None
    for verb in (trigger, trigger.head):
        for word, noun in prepositions(verb):
            if word in ("in", "at") and noun.pos_ == "NOUN":
                found = _of_words(context, candidate.predicate.segment, noun)
                if found is not None:
                    return found
    return None


def _of_words(context: ArticleContext, segment: int, noun: Token) -> Location | None:
    key, country = context.coreference.place(segment, noun.i)
    if key is not None:
        return Location(context.entity(key).name, key, country)
    if country is None:
        return None
    words = [t.text for t in noun.lefts if t.dep_ in ("amod", "compound", "nmod")]
    return Location(" ".join((*words, noun.text)), None, country) if words else None


def there(context: ArticleContext, candidate: Candidate) -> Location | None:
    """The place that "there" in the clause of an event stands for."""
    predicate = candidate.predicate
    token = context.token(predicate.segment, predicate.token)
    for child in token.children:
        if child.dep_ == "advmod" and child.lower_ in ("there", "here"):
            key, country = context.coreference.place(predicate.segment, child.i)
            if key is not None:
                return Location(context.entity(key).name, key, country)
    return None


def _is_place(context: ArticleContext, mention: Mention) -> bool:
    return context.entity(mention.entity).type in (PLACE, COUNTRY) and mention.kind is not MentionKind.DEMONYM


def _cost(context: ArticleContext, trigger: Token, mention: Mention, used: set[tuple[int, int]]) -> float:
    segment = context.segment(mention.segment)
    head = segment.doc[mention.head]
    if head.dep_ in ("compound", "nmod", "poss") and head.head.dep_ == "pobj" and head.head != trigger:
        head = head.head  # "at the Kremlin residence", "at Tokyo's Akasaka Palace"
    preposition = head.head
    if (
        head.dep_ != "pobj"
        or not (preposition.lower_ in LOCATIVE or (preposition.lower_ == "on" and _has_surface(head)))
        or segment.offsets(mention.start, mention.end)[1:] in used
    ):
        return (
            2.5
            if head.dep_ in ("compound", "nmod")
            and head.head == trigger
            and context.entity(mention.entity).type == PLACE
            else 99.0
        )
    return distance(trigger, host(head, lambda t: mention.start <= t.i < mention.end))


def _has_surface(head: Token) -> bool:
    """Whether something stands on it: "on the island of Batam", "on Polish soil"."""
    return head.lower_ in SURFACES or any(
        c.dep_ in ("compound", "appos") and c.lower_ in SURFACES for c in head.children
    )


def _location(context: ArticleContext, mention: Mention, candidate: Candidate) -> Location | None:
    entity = context.entity(mention.entity)
    countries = {
        f.entity.split(":", 1)[1]
        for f in candidate.fillers
        if f.entity.startswith("Country:") and f.role == "destination"
    }
    if countries and (mention.country not in countries or entity.type == COUNTRY):
        return None
    text = entity.name
    if entity.type == COUNTRY:
        segment = context.segment(mention.segment)
        text = segment.doc[mention.start : mention.end].text
    return Location(text, mention.entity, mention.country)
