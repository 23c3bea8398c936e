"""Lists of states and of their people: "the foreign ministers of Chad and Niger, X and Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.mentions.mention import COUNTRY, MentionKind
from kg.mentions.people.pieces import Piece, Text
from kg.mentions.people.roster import Person
from kg.mentions.people.titles import NOBLE, OFFICES
from kg.mentions.people.words import Label, Word

_LINKS = frozenset((",", "and", "&"))
_OPEN = frozenset((",", "(", "–", "—", ":", "-"))
_FULL_FORM = frozenset(("the", "of"))


def respective_states(text: Text, pairs: Sequence[tuple[Piece, Person]]) -> Iterator[tuple[Person, str]]:
    """Each person of a list with the state at the same place of the list before; nothing where their numbers differ."""
    by_first = {piece.first: (piece, person) for piece, person in pairs}
    if not by_first:
        return
    for at, word in enumerate(text.words):
        if at + 1 < len(text.words) and (state := _shared(text, at)) is not None:
            people = _people_from(text.words, at + 2, by_first)
            yield from ((person, state) for person in people if len(people) > 1)
        if word.key.endswith("s") and (word.key in OFFICES or word.key[:-1] in OFFICES or word.key[:-1] in NOBLE):
            states, end = _states_around(text.words, at)
            people = _people_from(text.words, end, by_first)
            if len(states) == len(people) > 1 and len(set(states)) == len(states):
                yield from zip(people, states, strict=True)


def _shared(text: Text, at: int) -> str | None:
    """The state of "two Swiss businessmen, X and Y": of all the list."""
    mention, noun = text.words[at].geography, text.segment.doc[text.words[at + 1].start]
    if mention is None or mention.kind is not MentionKind.DEMONYM or noun.tag_ != "NNS":
        return None
    joined = at > 0 and text.words[at - 1].key in _LINKS
    return None if joined or text.words[at + 1].capitalised else _state(text.words[at])


def _states_around(words: list[Word], at: int) -> tuple[list[str], int]:
    """The states of "ministers of A, B and C" and the word after them; else those of "the A and B ministers"."""
    if at + 1 < len(words) and words[at + 1].key == "of":
        end, states = at + 2, list[str]()
        while end < len(words) and _is_of_list(words[end]) and not _is_end(words, end):
            states += _new_state(words, end)
            end += 1
        return states, end
    first, states = at - 1, list[str]()
    while first >= 0 and (_is_of_list(words[first]) or words[first].label is Label.TITLE):
        states = [*_new_state(words, first), *states]
        first -= 1
    return states, at + 1


def _is_of_list(word: Word) -> bool:
    return word.key in _LINKS or word.key in _FULL_FORM or _state(word) is not None


def _is_end(words: list[Word], at: int) -> bool:
    """Whether a comma closes the list: no state follows."""
    following = words[at + 1 : at + 4]
    return words[at].key in _LINKS and not any(_state(word) for word in following)


def _new_state(words: list[Word], at: int) -> list[str]:
    """The state of a word, unless the word is a further one of the same name."""
    state = _state(words[at])
    before = words[at - 1].geography if at > 0 else None
    return [state] if state is not None and before is not words[at].geography else []


def _state(word: Word) -> str | None:
    mention = word.geography
    return mention.country if mention is not None and mention.entity.startswith(COUNTRY) else None


def _people_from(words: list[Word], at: int, by_first: dict[int, tuple[Piece, Person]]) -> list[Person]:
    """The people of a list that begins at a word, after a comma or a dash; titles may stand before the names."""
    if at >= len(words) or words[at].text not in _OPEN:
        return []
    at, people = at + 1, list[Person]()
    while at < len(words):
        if at in by_first:
            piece, person = by_first[at]
            people.append(person)
            at = piece.last
        elif words[at].label is Label.TITLE or (people and words[at].key in _LINKS):
            at += 1
        else:
            break
    return people
