"""Which persons of different articles are one, by full names, short ones, states and the events that they share.

Precision goes first: names that merely can be one person's join only with a state or an event in common, and a name
that could be either of two people joins neither.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from kg.mentions.mention import LocalEntity
from kg.mentions.people.given_names import gender_of
from kg.resolution.encounters import Encounter
from kg.resolution.identity import normalised, stable_id
from kg.resolution.names import Likeness, likeness, name_words, sound, surname

# Forms of a name as far apart in time as this are rather a father's and a son's.
_GENERATION = 7
# So many times as often as of all others together, news must speak of one of whom it gives no more than a word.
_OUTWEIGHED = 4


@dataclass(frozen=True, slots=True)
class LocalPerson:
    """A person of one article, with what may tell it from others of the name.

    `around` are the codes of all states that the article mentions, `year` is that of its publication.
    """

    article: str
    entity: LocalEntity
    around: frozenset[str]
    encounters: frozenset[Encounter]
    year: int | None

    @property
    def name(self) -> str:
        """The name in comparable form."""
        return normalised(self.entity.name)


@dataclass(slots=True)
class _Known:
    """What all articles say of the bearers of one full name, or of several names that were found to be one person's."""

    names: list[str]
    articles: int = 0
    states: Counter[str] = field(default_factory=Counter)
    genders: set[str] = field(default_factory=set)
    short: set[str] = field(default_factory=set)
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    encounters: set[Encounter] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    around: set[str] = field(default_factory=set)

    def add(self, person: LocalPerson) -> None:
        entity = person.entity
        self.articles += 1
        if entity.country:
            self.states[entity.country] += 1
        if entity.gender:
            self.genders.add(entity.gender)
        forms = (normalised(form) for form in entity.names)
        self.short.update({sound(form) for form in forms if " " not in form})
        self.offices.update(_offices(entity))
        self.encounters |= person.encounters
        self.around |= person.around
        if person.year:
            self.years.add(person.year)

    def take_in(self, other: _Known) -> None:
        self.names = sorted({*self.names, *other.names})
        self.articles += other.articles
        self.states += other.states
        self.genders |= other.genders
        self.short |= other.short
        self.offices |= other.offices
        self.encounters |= other.encounters
        self.around |= other.around
        self.years |= other.years

    @property
    def id(self) -> str:
        return stable_id("person", self.names[0])

    @property
    def main_states(self) -> set[str]:
        """The states that most articles give; where extraction erred once, the others have it right."""
        most = max(self.states.values(), default=0)
        return {state for state, times in self.states.items() if times == most}

    @property
    def likely_states(self) -> set[str]:
        """The main states; where no article gives one, all that those articles speak of."""
        return self.main_states or self.around


def resolve_people(people: Iterable[LocalPerson]) -> dict[tuple[str, str], str]:
    """Give the id of each person of each article, by article and key; a function of the set."""
    people = list(people)
    by_name: dict[str, _Known] = {}
    for person in people:
        if " " in person.name:
            by_name.setdefault(person.name, _Known([person.name])).add(person)
    joined = _joined(by_name)
    shorts = _Shorts(joined.values(), people)
    return {(p.article, p.entity.key): joined[p.name].id if " " in p.name else shorts.id(p) for p in people}


def _joined(by_name: Mapping[str, _Known]) -> dict[str, _Known]:
    """Join full names that are one person's; gives for each name what is known of the person."""
    alike: dict[str, set[str]] = defaultdict(set)
    surely: dict[str, set[str]] = defaultdict(set)
    for one, other in _pairs(by_name):
        how = likeness(one, other)
        if how is Likeness.OTHER or _contradict(by_name[one], by_name[other], how):
            continue
        alike[one].add(other)
        alike[other].add(one)
        if _supported(by_name[one], by_name[other], how):
            surely[one].add(other)
            surely[other].add(one)
    joined = dict(by_name)
    # A name like two others that are unlike each other ("George Bush") is left out; the rest are groups all alike.
    clear = {n for n in surely if all(b in alike[a] for a, b in combinations(sorted(alike[n]), 2))}
    for name in sorted(clear):
        for other in sorted(surely[name] & clear):
            if joined[name] is not joined[other]:
                joined[name].take_in(joined[other])
                kept, gone = joined[name], joined[other]
                joined.update({n: kept for n in kept.names if joined[n] is gone})
    return joined


def _pairs(names: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs that can be alike at all, so that not all are compared with all."""
    blocks: dict[object, list[str]] = defaultdict(list)
    for name in sorted(names):
        words = [sound(word) for word in name_words(name)]
        keys = {
            words[-1][:3],
            ("opening", *words[:2]),
            ("any order", *sorted(words)),
            ("one word", name.replace(" ", "")),
        }
        for key in keys:
            blocks[key].append(name)
    return {pair for block in blocks.values() for pair in combinations(block, 2)}


def _contradict(one: _Known, other: _Known, how: Likeness) -> bool:
    """Whether the states or the genders are known and none is the same; one article may err in a state."""
    if one.genders and other.genders and not one.genders & other.genders:
        return True
    sure = 2 if how is Likeness.SPELLING else 1
    is_sure = min(one.states.total(), other.states.total()) >= sure
    return is_sure and not set(one.states) & set(other.states)


def _supported(one: _Known, other: _Known, how: Likeness) -> bool:
    if how is Likeness.SPELLING:
        return True
    if how is Likeness.OPENING:
        short = min((one, other), key=lambda known: len(known.names[0]))
        long = other if short is one else one
        if sound(surname(short.names[0])) not in long.short:
            return False
    if one.encounters & other.encounters:
        return True
    is_given = bool(one.states or other.states)
    return is_given and _gap(one.years, other.years) <= _GENERATION and bool(one.likely_states & other.likely_states)


class _Shorts:
    """Finds the person that a single word means ("Annan")."""

    def __init__(self, known: Iterable[_Known], people: Iterable[LocalPerson]) -> None:
        self._bearers: dict[str, dict[str, _Known]] = defaultdict(dict)
        for one in known:
            for word in {*one.short, *(sound(surname(name)) for name in one.names)}:
                self._bearers[word][one.id] = one
        self._alone: dict[str, Counter[str]] = defaultdict(Counter)
        for person in people:
            if " " not in person.name and person.entity.country:
                self._alone[sound(person.name)][person.entity.country] += 1

    def id(self, person: LocalPerson) -> str:
        """Id of the only bearer of the name, else one of the state's or the article's own."""
        state = person.entity.country
        fits = [known for known in self._bearers[sound(person.name)].values() if state is None or state in known.states]
        chosen = self._narrowed(fits, person)
        if len(chosen) == 1:
            return chosen[0].id
        if state is not None and not fits:
            return stable_id("person", person.name, {"country": state})
        # Several would fit, or nothing says who it is: then not even two articles need to mean the same one.
        return stable_id("person", person.name, {"article": person.article})

    def _narrowed(self, fits: list[_Known], person: LocalPerson) -> list[_Known]:
        met = [known for known in fits if known.encounters & person.encounters]
        if met:
            return met
        same_office = [known for known in fits if self._may_hold(known, person)]
        if person.entity.country is None:
            return same_office or [known for known in fits if self._is_clear(person, known, fits)]
        return fits if len(fits) < 2 else same_office

    def _may_hold(self, known: _Known, person: LocalPerson) -> bool:
        """Whether an office that the article gives the person is known of this one, of any state where none is said."""
        for title, body in _offices(person.entity):
            bodies = {body} if body else {person.entity.country} if person.entity.country else person.around
            if any((title, one) in known.offices for one in bodies):
                return True
        return False

    def _is_clear(self, person: LocalPerson, known: _Known, fits: list[_Known]) -> bool:
        """Whether a word without a state means this one, known by it, of a state and a time that are spoken of.

        All others of the word, those of another state included, are few beside this one, or none.
        """
        word = sound(person.name)
        if all(sound(surname(name)) != word for name in known.names) and gender_of(person.name):
            return False  # "Bob" alone
        others = sum(times for state, times in self._alone[word].items() if state not in known.states)
        others += sum(other.articles for other in fits if other is not known)
        is_near = not known.years or person.year is None or _gap(known.years, {person.year}) <= _GENERATION
        is_spoken_of = bool(known.main_states & person.around)
        return is_near and is_spoken_of and known.articles > others * _OUTWEIGHED


def _gap(one: set[int], other: set[int]) -> int:
    return min((abs(a - b) for a in one for b in other), default=0)


def _offices(entity: LocalEntity) -> set[tuple[str, str | None]]:
    return {(normalised(office.title), office.of) for office in entity.offices}
