"""Which of the names in an article are places, and in which state: decided over the whole article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.mentions.geography.entries import Entry, Trust
from kg.mentions.geography.gazetteer import Gazetteer
from kg.mentions.geography.passage import Passage
from kg.mentions.geography.scanning import Hit, neighbours
from kg.mentions.mention import COUNTRY, PLACE, MentionKind

# Towns smaller than this (thousands of people) need two signs, or a state that the article speaks of.
_LARGE, _MIDDLING = 150, 50


@dataclass(frozen=True, slots=True)
class Found:
    """A name that stands for a state or a place: characters `[start, end)`, the entity's key and name, the state."""

    start: int
    end: int
    kind: MentionKind
    key: str
    name: str
    country: str | None


class Judge:
    """Judges the names of one article; `passages` are all of its texts."""

    def __init__(self, passages: Sequence[Passage], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._passages = passages
        self._bearers = _bearers(passages)
        self._readings: dict[str, str | None] = {}
        sure = [
            hit.entry
            for passage in passages
            for hit in passage.hits
            if hit.entry.trust is Trust.SURE and not self._is_person(passage, hit)
        ]
        self._mentioned = frozenset(self._state(entry) for entry in sure) - {None}
        self._states = Counter(entry.country for entry in sure if entry.key.startswith(COUNTRY))

    def found(self, passage: Passage) -> Iterator[Found]:
        """The places of a passage, in order."""
        for before, hit, after in neighbours(list(passage.hits)):
            if (found := self._judge(passage, before, hit, after)) is not None:
                yield found

    def _judge(self, passage: Passage, before: Hit | None, hit: Hit, after: Hit | None) -> Found | None:
        entry = hit.entry
        if entry.trust is Trust.JOIN:
            joined = after is not None and after.start == hit.end and after.entry.kind is MentionKind.DEMONYM
            return Found(hit.start, hit.end - 1, entry.kind, entry.key, entry.name, entry.country) if joined else None
        around = self._around(passage, before, hit, after)
        if passage.is_person(hit) or (around is None and self._is_person(passage, hit)):
            return None
        if around is not None and (moved := _moved(passage, hit, around, after)) is not None:
            return moved
        if entry.trust is Trust.SURE or (entry.trust is Trust.SIGN and self._has_sign(passage, hit, around)):
            return self._sure(passage, hit)
        country = self._town(passage, hit, around) if entry.trust is Trust.SIZE else None
        return Found(hit.start, hit.end, entry.kind, entry.key, entry.name, country) if country else None

    def _around(self, passage: Passage, before: Hit | None, hit: Hit, after: Hit | None) -> str | None:
        """The state that the words around a place put it in: "X, Italy", "X, Texas", "the Italian town of X"."""
        entry = hit.entry
        if entry.kind in (MentionKind.DEMONYM, MentionKind.ABBREVIATION) or entry.key.startswith(COUNTRY):
            return None
        if passage.state_sign(hit):
            return "US"
        if after is not None and passage.text[hit.end : after.start] == ", " and _says_where(after.entry):
            return self._state(after.entry)
        if before is not None and before.entry.trust is Trust.SURE and passage.follows(hit, before):
            return self._state(before.entry)
        return None

    def _is_person(self, passage: Passage, hit: Hit) -> bool:
        if passage.is_person(hit):
            return True
        if hit.entry.surface not in self._bearers or hit.entry.kind is MentionKind.DEMONYM:
            return False
        return not (passage.is_in(hit) or passage.is_visited(hit))

    def _has_sign(self, passage: Passage, hit: Hit, around: str | None) -> bool:
        """Whether something says that a word which is also a common one is a place here."""
        if around is not None or (passage.is_in(hit) and not passage.is_thing(hit)) or passage.is_named_place(hit):
            return True
        return passage.is_towards(hit) and hit.entry.country in self._mentioned

    def _sure(self, passage: Passage, hit: Hit) -> Found:
        entry = hit.entry
        if self._is_of_body(passage, hit):
            return Found(hit.start, hit.end, MentionKind.NAME, entry.key, entry.name, None)
        country = self._state(entry)
        if country == entry.country:
            return Found(hit.start, hit.end, entry.kind, entry.key, entry.name, country)
        of_state = entry.key.startswith(COUNTRY)
        if of_state and country is not None and entry.surface != "Georgia":
            return Found(
                hit.start, hit.end, entry.kind, f"{COUNTRY}:{country}", self._gazetteer.names[country], country
            )
        name = (
            entry.surface.removesuffix("ns").removesuffix("n") if entry.kind is MentionKind.DEMONYM else entry.surface
        )
        return Found(hit.start, hit.end, MentionKind.NAME, f"{PLACE}:{name}", name, country)

    def _is_of_body(self, passage: Passage, hit: Hit) -> bool:
        """Whether a capital stands for a body of states that sits there ("Brussels fined the firm")."""
        words = self._gazetteer.bodies.get(hit.entry.surface)
        if words is None or passage.is_in(hit) or passage.is_towards(hit) or self._states[hit.entry.country]:
            return False
        return any(words.search(other.text) for other in self._passages)

    def _state(self, entry: Entry) -> str | None:
        """The entry's state, read by the article's words where the name is one of several states'."""
        readings = self._gazetteer.readings.get(entry.surface)
        if readings is None:
            return entry.country
        if entry.surface not in self._readings:
            counts = [sum(len(r.cues.findall(p.text)) for p in self._passages) if r.cues else 0 for r in readings]
            best = max(range(len(counts)), key=lambda i: (counts[i], -i))
            torn = entry.surface in self._gazetteer.shared and sum(count > 0 for count in counts) > 1
            self._readings[entry.surface] = None if torn else readings[best].country
        return self._readings[entry.surface]

    def _town(self, passage: Passage, hit: Hit, around: str | None) -> str | None:
        """The state of a town of the list, or None where too little speaks for it being meant."""
        inside, named = passage.is_in(hit), passage.is_named_place(hit, alone=True)
        if around is not None and (inside or named or around in {code for code, _ in hit.entry.towns}):
            return around
        if not (inside or named) or passage.is_thing(hit):
            return None
        towns = hit.entry.towns
        spoken_of = next((code for code, _ in towns if code in self._mentioned), None)
        if spoken_of is not None:
            return spoken_of
        code, size = towns[0]
        return code if size >= _LARGE or (size >= _MIDDLING and inside and named) else None


def _says_where(entry: Entry) -> bool:
    """Whether a name after a comma says where the place before it lies."""
    return entry.trust is Trust.SURE and entry.kind in (MentionKind.NAME, MentionKind.ABBREVIATION)


def _moved(passage: Passage, hit: Hit, around: str, after: Hit | None) -> Found | None:
    """A town that bears a more famous one's name and is told apart by its region: "Paris, Texas"."""
    entry = hit.entry
    if entry.country in (None, around) or around not in {code for code, _ in entry.towns}:
        return None
    if after is None or after.entry.key.startswith(COUNTRY) or passage.text[hit.end : after.start] != ", ":
        region = passage.text[hit.end + 2 :].split(" ")[0].rstrip(",.") if passage.state_sign(hit) else None
    else:
        region = after.entry.name
    if region is None:
        return None
    name = f"{entry.name}, {region}"
    return Found(hit.start, hit.end, MentionKind.NAME, f"{PLACE}:{name}", name, around)


def _bearers(passages: Sequence[Passage]) -> frozenset[str]:
    """Names of places that people bear in this article ("Ricardo Lagos ... Lagos")."""
    return frozenset(
        hit.entry.surface
        for passage in passages
        for hit in passage.hits
        if hit.entry.kind is not MentionKind.DEMONYM and passage.is_person(hit) and _is_last(passage, hit)
    )


def _is_last(passage: Passage, hit: Hit) -> bool:
    """Whether the name ends the person's name: only surnames stand alone later."""
    label = passage.label(hit)
    return label is None or label.words == 1 or label.end <= hit.end + 2
