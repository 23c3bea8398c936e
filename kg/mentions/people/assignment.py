"""Which person each piece stands for."""

from __future__ import annotations

from kg.mentions.people.evidence import Evidence
from kg.mentions.people.given_names import given_names
from kg.mentions.people.pieces import Piece
from kg.mentions.people.roster import Person
from kg.mentions.people.same_person import core
from kg.mentions.people.title_phrases import TitlePhrase
from kg.mentions.people.words import Label


def assign(persons: list[Person], evidence: Evidence) -> list[Person]:
    """Give every piece to its person, in reading order; the persons that got any.

    A form that several share goes to the one last named, as far as titles allow: "Mrs Gandhi" isn't "Rajiv Gandhi",
    nor is "President Bush" the "Governor Jeb Bush" who is named later.
    """
    everyone, order = list(persons), list[Person]()
    pieces = [piece for places in evidence.places.values() for piece in places]
    for piece in sorted(pieces, key=lambda p: (p.text.segment.index, p.start)):
        person = _person_for(piece, evidence, everyone, order)
        if person is None:
            continue
        person.pieces.append(piece)
        person.forms.setdefault(piece.key, " ".join(word.text for word in piece.words))
        if person in order:
            order.remove(person)
        order.append(person)
    return [person for person in everyone if person.pieces]


def _person_for(piece: Piece, evidence: Evidence, everyone: list[Person], order: list[Person]) -> Person | None:
    title = evidence.titles.get(id(piece))
    if len(piece.key) > 1:
        for person in everyone:
            if piece.key in person.forms:
                return person
    nobility = {title.head} if title is not None and title.is_noble else set()
    same = [person for person in everyone if person.takes(piece.key, nobility)]
    if not same or (_is_mere_word(piece, same, title) and not _is_named_before(piece, order)):
        return None
    if len(piece.key) > 1 or title is None:
        return _best(piece, same, order)
    able = [person for person in same if not _is_at_odds(person, title, order)]
    if not able:
        able = [_namesake(piece, title)]
        everyone.extend(able)
    return _best(piece, able, order)


def _is_mere_word(piece: Piece, same: list[Person], title: TitlePhrase | None) -> bool:
    """Whether a word only looks like a person's name: an acronym, or a common word that opens the sentence."""
    if title is not None or any(piece.key == person.key for person in same):
        return False
    return piece.doubtful or all(word.label is Label.ACRONYM for word in piece.words)


def _is_named_before(piece: Piece, order: list[Person]) -> bool:
    """Whether a word is the surname of somebody named before and stands where a name does ("Rice arrived in Lima").

    Within a sentence its capital tells; at the start it must be a subject or an owner without an article.
    """
    if len(piece.key) > 1 or any(word.label is Label.ACRONYM for word in piece.words):
        return False
    if not any(piece.key[0] in _surnames(person) for person in order):
        return False
    token = piece.text.segment.doc[piece.end - 1]
    bare = not any(child.dep_ in ("det", "amod", "nummod") for child in token.children)
    inside = token.i > token.sent.start and token.tag_ in ("NNP", "NNPS")
    return bare and (inside or token.dep_ in ("nsubj", "nsubjpass", "poss"))


def _surnames(person: Person) -> set[str]:
    """The words of a full name that may stand for it: the last, and the first where it is no given name."""
    words = core(person.key)
    if len(words) < 2:
        return set()
    return {words[-1]} if words[0] in given_names() else {words[0], words[-1]}


def _is_at_odds(person: Person, title: TitlePhrase, order: list[Person]) -> bool:
    """Whether a title before the surname can't be this person's."""
    if title.gender is not None and person.genders and title.gender not in person.genders:
        return True
    named_later = person not in order and len(person.key) > 1
    return named_later and title.is_office and bool(person.offices) and title.head not in person.offices


def _namesake(piece: Piece, title: TitlePhrase) -> Person:
    """One more bearer of the surname, of whom the article tells no more."""
    person = Person(piece.key, {piece.key: " ".join(word.text for word in piece.words)})
    if title.gender is not None:
        person.genders.add(title.gender)
    return person


def _best(piece: Piece, same: list[Person], order: list[Person]) -> Person:
    """By the surname rather than by the given name or a middle one; then the one last named."""
    if len(piece.key) == 1:
        word = core(piece.key)[0]
        for place in (-1, 0):
            if alike := [person for person in same if core(person.key)[place] == word]:
                same = alike
                break
    return next((person for person in reversed(order) if person in same), same[0])
