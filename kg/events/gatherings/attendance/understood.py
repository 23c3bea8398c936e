"""Clauses about a gathering told of just before: "X will attend", "Y stayed away", "Z sent its crown prince"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.events.context import ArticleContext
from kg.events.gatherings.attendance.clause import Clause, Part, representing
from kg.events.gatherings.gathering import Gathering, Gatherings
from kg.events.gatherings.words import ARRIVING, ATTENDEES, BESIDE, COMING_PLANS, MANNER, NEXT, REACH, TEAMS
from kg.predicates.arguments import deep_arguments
from kg.predicates.predicate import Modality
from kg.predicates.syntax import children, is_passive, particle, prepositions


@dataclass(frozen=True, slots=True)
class _Words:
    """A verb with what stands around it; `things` are objects that are no names."""

    verb: Token
    subject: tuple[Token, ...]
    objects: tuple[Token, ...]
    things: tuple[str, ...]
    phrases: frozenset[str]
    gathering: Gathering


def understood(context: ArticleContext, segment: Segment, verb: Token, found: Gatherings) -> Clause | None:
    """Read a verb that leaves the gathering to be understood from the sentences before."""
    lemma = verb.lemma_.lower()
    reading = _READINGS.get(lemma)
    if reading is None or verb.dep_ in ("acl", "pcomp"):
        return None
    gathering = found.last_before(context, segment.index, verb.i, REACH if lemma in _PLAIN else NEXT)
    if gathering is None:
        return None
    subject, objects = deep_arguments(verb)
    things = tuple(o.lemma_.lower() for o in objects if context.mention(segment.index, o.i) is None)
    phrases = frozenset(word for word, _ in prepositions(verb))
    return reading(_Words(verb, tuple(subject), tuple(objects), things, phrases, gathering))


def _attended(words: _Words) -> Clause | None:
    if set(words.things) - {"it"}:
        return None
    return Clause(words.gathering, words.subject, Part.GUEST, several=True)


def _avoided(words: _Words) -> Clause | None:
    if set(words.things) - {"it"} or len(words.objects) > len(words.things):
        return None
    return Clause(words.gathering, words.subject, Part.ABSENT)


def _took_part(words: _Words) -> Clause | None:
    if "in" in words.phrases or (words.verb.lemma_ == "take" and "part" not in words.things):
        return None
    return Clause(words.gathering, words.subject, Part.SIDE)


def _stayed(words: _Words) -> Clause | None:
    beside = {c.lower_ for c in words.verb.children} | {n.lower_ for w, n in prepositions(words.verb) if w == "at"}
    if not beside & {"away", "home"} or words.phrases - {"in", "at", "because"}:
        return None
    return Clause(words.gathering, words.subject, Part.ABSENT)


def _came(words: _Words) -> Clause | None:
    beside = children(words.verb, "dobj", "acomp", "attr", "xcomp")
    if words.phrases - MANNER or beside or particle(words.verb) not in ("", "in"):
        return None
    arriving = words.verb.lemma_ in ARRIVING and words.verb.lemma_ != "come"
    return Clause(words.gathering, words.subject, Part.TRAVELLER if arriving else Part.GUEST)


def _flew(words: _Words) -> Clause | None:
    return _came(words) if particle(words.verb) == "in" or "in" in {c.lower_ for c in words.verb.children} else None


def _turned(words: _Words) -> Clause | None:
    if particle(words.verb) == "up" and not words.objects:
        return Clause(words.gathering, words.subject, Part.GUEST)
    return _refused(words) if particle(words.verb) == "down" else None


def _refused(words: _Words) -> Clause | None:
    return Clause(words.gathering, words.subject, Part.ABSENT) if "invitation" in words.things else None


def _dropped(words: _Words) -> Clause | None:
    return Clause(words.gathering, words.subject, Part.ABSENT) if set(words.things) & COMING_PLANS else None


def _accepted(words: _Words) -> Clause | None:
    if "invitation" not in words.things or children(words.verb.doc[words.objects[0].i], "acl", "relcl"):
        return None
    return Clause(words.gathering, words.subject, Part.GUEST, modality=Modality.PLANNED)


def _asked(words: _Words) -> Clause | None:
    if not is_passive(words.verb) or words.phrases - {"by"} or children(words.verb, "xcomp", "oprd"):
        return None
    if words.verb.lemma_ == "expect":
        return Clause(words.gathering, words.objects, Part.GUEST, modality=Modality.PLANNED)
    return Clause(words.gathering, words.objects, Part.INVITED)


def _sent(words: _Words) -> Clause | None:
    return Clause(words.gathering, words.objects, Part.GUEST) if not words.phrases else None


def _represented(words: _Words) -> Clause | None:
    return representing(words.gathering, words.subject, words.objects) if words.objects else None


def _led(words: _Words) -> Clause | None:
    """The head of a delegation is there, and the delegation through him."""
    return representing(words.gathering, words.subject, ()) if set(words.things) & TEAMS else None


def _joined(words: _Words) -> Clause | None:
    """Others come later: "X joins them on Wednesday"."""
    of_them = words.gathering.joint and {o.lower_ for o in words.objects} & {"them", "him", "her"}
    return Clause(words.gathering, words.subject, Part.SIDE) if of_them else None


def _welcomed(words: _Words) -> Clause | None:
    """The host meets his guests: "she welcomed nine counterparts, including X and Y"."""
    if not words.gathering.joint or not set(words.things) & (ATTENDEES | {"counterpart"}):
        return None
    return Clause(words.gathering, (*words.subject, *words.objects), Part.SIDE, several=True)


def _stood(words: _Words) -> Clause | None:
    """Stand-ins, and mourners side by side: "X stood in for Y", "X sat near Y"."""
    near = [n for w, n in prepositions(words.verb) if w in BESIDE or (w == "to" and "next" in words.phrases)]
    beside = any(t.lower_ == "side" for t in words.verb.children)
    if not words.gathering.joint and (near or beside):
        return Clause(words.gathering, (*words.subject, *near), Part.GUEST)
    return _stood_in(words)


def _stood_in(words: _Words) -> Clause | None:
    beside = {c.lower_ for c in words.verb.children}
    if "in" not in beside | words.phrases or "for" not in {c.lower_ for c in words.verb.subtree}:
        return None
    return representing(words.gathering, words.subject, ())


_PLAIN = frozenset(
    {"attend", "boycott", "skip", "participate", "take", "invite", "expect", "represent", "lead", "head"}
)
_READINGS: Mapping[str, Callable[[_Words], Clause | None]] = {
    "attend": _attended,
    "boycott": _avoided,
    "skip": _avoided,
    "participate": _took_part,
    "take": _took_part,
    "stay": _stayed,
    "remain": _stayed,
    "come": _came,
    "arrive": _came,
    "fly": _flew,
    "turn": _turned,
    "show": _turned,
    "decline": _refused,
    "reject": _refused,
    "refuse": _refused,
    "accept": _accepted,
    "scrap": _dropped,
    "cancel": _dropped,
    "abandon": _dropped,
    "drop": _dropped,
    "invite": _asked,
    "expect": _asked,
    "send": _sent,
    "represent": _represented,
    "lead": _led,
    "head": _led,
    "join": _joined,
    "welcome": _welcomed,
    "greet": _welcomed,
    "host": _welcomed,
    "stand": _stood,
    "sit": _stood,
    "fill": _stood_in,
}
