"""They: the last group, plural subject, or set of people told of together."""

from __future__ import annotations

from collections.abc import Iterator

from kg.mentions.coreference.binding import excluded
from kg.mentions.coreference.discourse import Discourse, Entry, Site
from kg.mentions.coreference.resolution import How, Resolution
from kg.mentions.coreference.sets import anybody, last_people
from kg.mentions.coreference.syntax import Slot, clause_of, coordinated, matrix_verbs, subject_of
from kg.mentions.coreference.words import POSSESSIVE
from kg.mentions.mention import PERSON

_WINDOW = 3
_PAIR = 2
# What takes two.
_TOGETHER = frozenset(
    {"talk", "meeting", "summit", "conversation", "discussion", "negotiation", "dinner", "lunch", "call"}
)


def they(site: Site, discourse: Discourse) -> Resolution:
    """Resolve a plural pronoun of the third person.

    First the subjects of the clauses around it, then groups and plural subjects of the sentences before,
    nearest first, then people told of together. A plural that is no actor
    ("the protesters") takes the pronoun and leaves it unresolved.
    """
    token = site.token
    barred = excluded(site, discourse)
    for found in _candidates(site, discourse):
        if found and not barred & set(found):
            return Resolution(found, How.GROUP if len(found) > 1 else How.PRONOUN, token.i, token.i + 1)
        if not found:
            return Resolution((), How.UNRESOLVED, token.i, token.i + 1)
    return Resolution((), How.UNRESOLVED, token.i, token.i + 1)


def _candidates(site: Site, discourse: Discourse) -> Iterator[tuple[str, ...]]:
    """Sets of entities that the pronoun can mean, best first; an empty one is a plural of no actors."""
    yield from _own_subjects(site, discourse)
    yield from _both_sides(site, discourse)
    for distance in range(_WINDOW):
        entries = discourse.before(site, distance)
        yield from _plural_entries(entries, discourse, subjects=True)
        if distance:
            people = last_people(site, discourse, None, keep=anybody, window=distance + 1)
            if people:
                yield people
        yield from _plural_entries(entries, discourse, subjects=False)


def _own_subjects(site: Site, discourse: Discourse) -> Iterator[tuple[str, ...]]:
    token = site.token
    verb = clause_of(token)
    verbs = [verb, *matrix_verbs(verb)] if token.lower_ in POSSESSIVE else matrix_verbs(verb)
    for above in verbs:
        subject = subject_of(above)
        if subject is None or subject == token or subject.i > token.i:
            continue
        keys = [key for member in coordinated(subject) for key in discourse.actors(site, member).entities]
        if len(set(keys)) > 1 or (keys and subject.tag_ in ("NNS", "NNPS")):
            yield tuple(dict.fromkeys(keys))


def _both_sides(site: Site, discourse: Discourse) -> Iterator[tuple[str, ...]]:
    """The one who speaks and the one spoken to, for what two do together: "X thanked Y during their talks"."""
    token = site.token
    if token.lower_ != "their" or token.head.lemma_ not in _TOGETHER:
        return
    verb = clause_of(token)
    subject = subject_of(verb)
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i < token.i]
    if subject is None or subject.i > token.i or len(objects) != 1:
        return
    keys = [key for side in (subject, objects[0]) for key in discourse.actors(site, side).entities]
    if len(set(keys)) == _PAIR and all(key.startswith(PERSON) for key in keys):
        yield tuple(keys)


def _plural_entries(entries: list[Entry], discourse: Discourse, *, subjects: bool) -> Iterator[tuple[str, ...]]:
    """Groups, coordinations and plurals of a sentence in subject (or any other) slot; the main clause's first."""
    joined: dict[int, list[Entry]] = {}
    for entry in entries:
        if (entry.slot is Slot.SUBJECT) is subjects:
            joined.setdefault(entry.coordination, []).append(entry)
    things = False
    for first in sorted(joined, key=lambda first: (not _is_main(joined[first][0], discourse), -first)):
        members = joined[first]
        keys = tuple(dict.fromkeys(key for entry in members for key in entry.entities))
        if len(keys) > 1 or (keys and members[0].plural):
            yield keys
        elif members[0].plural:
            things = things or members[0].animate or _is_main(members[0], discourse)
    if things and subjects:
        yield ()


def _is_main(entry: Entry, discourse: Discourse) -> bool:
    """Whether a phrase stands in the main clause of its sentence."""
    return str(discourse.at(entry.clause).token.dep_) == "ROOT"
