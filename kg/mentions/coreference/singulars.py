"""He and she, by salience: recency, slot, parallel slot, subjects of the clauses around, gender, binding."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.mentions.coreference.binding import excluded, is_companion
from kg.mentions.coreference.destinations import destinations
from kg.mentions.coreference.discourse import Discourse, Entry, Site
from kg.mentions.coreference.resolution import How, Resolution
from kg.mentions.coreference.salience import weight
from kg.mentions.coreference.syntax import SUBJECTS, clause_of, first_of, matrix_verbs, subject_of
from kg.mentions.coreference.words import ANSWER_VERBS, HOST_VERBS, POSSESSIVE, REQUEST_VERBS, VISIT_NOUNS
from kg.mentions.mention import PERSON

# Sentences back that a pronoun reaches, what one sentence costs, and how far the best must lead the second best.
_WINDOW = 4
_FADE = 0.5
_LEAD = 1.1
_OWN_SUBJECT = 200.0
_MATRIX_SUBJECT = 90.0
_JOINED = 200.0
_FORMER_CLAUSE = 90.0
_WRONG_STATE = 0.3
_UNNAMED = 0.85
# What a gender speaks for or against one, told or by the given name; most whose gender isn't told are men.
_KNOWN_GENDER = {"m": 1.4, "f": 3.0}
_WRONG_NAME = 0.2
_UNKNOWN_WOMAN = 0.4
# By this lead a pronoun tells the gender of the one it stands for.
_SURE = 2.0

# An entity, or the position of somebody who is none.
Candidate = str | int


def he_or_she(site: Site, discourse: Discourse, gender: str) -> Resolution:
    """Resolve a singular personal or possessive pronoun to a person, or to the state of an unnamed official."""
    span = (site.token.i, site.token.i + 1)
    ahead = _cataphor(site, discourse, gender)
    if ahead is not None:
        return Resolution((ahead,), How.PRONOUN, *span)
    scores = _scores(site, discourse, gender)
    best = _best(scores)
    if best is None:
        return Resolution((), How.UNRESOLVED, *span)
    others = [score for candidate, score in scores.items() if candidate != best]
    if scores[best] > _SURE * max(others, default=0.0):
        discourse.profiles.learn_gender(best, gender)
    discourse.profiles.presume_gender(best, gender)
    return Resolution((best,), How.PRONOUN, *span)


def _best(scores: dict[Candidate, float]) -> str | None:
    ranked = sorted(scores.items(), key=lambda item: (-item[1], str(item[0])))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
        return None
    first = ranked[0][0]
    return first if isinstance(first, str) else None


def _scores(site: Site, discourse: Discourse, gender: str) -> dict[Candidate, float]:
    barred = excluded(site, discourse)
    scores: dict[Candidate, float] = {}
    for distance in range(_WINDOW):
        best: dict[Candidate, float] = {}
        for entry in discourse.before(site, distance):
            for candidate in _candidates(entry):
                if candidate not in barred and _agrees(candidate, gender, discourse):
                    best[candidate] = max(best.get(candidate, 0.0), weight(site, discourse, entry, distance))
        for candidate, most in best.items():
            scores[candidate] = scores.get(candidate, 0.0) + most * _FADE**distance
    _add_syntax(site, discourse, scores)
    return {candidate: _fitted(site, discourse, candidate, gender) * score for candidate, score in scores.items()}


def _candidates(entry: Entry) -> Iterator[Candidate]:
    """People of an entry that is not plural; somebody unnamed counts as himself."""
    if entry.plural or len(entry.entities) > 1:
        return
    if entry.entities and (entry.entities[0].startswith(PERSON) or entry.animate):
        yield entry.entities[0]
    elif not entry.entities and entry.animate:
        yield entry.position


def _agrees(candidate: Candidate, gender: str, discourse: Discourse) -> bool:
    if isinstance(candidate, int):
        return True
    return discourse.profiles.presumed_gender(candidate) in (None, gender)


def _add_syntax(site: Site, discourse: Discourse, scores: dict[Candidate, float]) -> None:
    """Bonuses for the subjects of the clauses that the pronoun stands in, and for "X and his wife"."""
    for token, bonus in _favoured(site):
        for key in _as_candidates(site, discourse, token):
            if key in scores:
                scores[key] += bonus


def _favoured(site: Site) -> Iterator[tuple[Token, float]]:
    token = site.token
    verb = clause_of(token)
    if token.lower_ in POSSESSIVE and token.dep_ == "poss":
        owned = token.head
        sibling = owned.head if owned.dep_ == "conj" and owned.head.i < token.i else _guest(owned, verb)
        subject = subject_of(verb)
        if sibling is not None:
            yield sibling, _JOINED
            return
        if subject is not None and subject.i < token.i:
            yield subject, _OWN_SUBJECT
            return
    elif is_companion(token, verb) and (subject := subject_of(verb)) is not None:
        yield subject, _OWN_SUBJECT
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not _answers(verb):
        # "While Emily studied, Charlotte taught, and later she ...": the clause that goes on.
        subject = subject_of(verb.head)
        if subject is not None and subject.i < token.i:
            yield subject, _FORMER_CLAUSE
    for above in matrix_verbs(verb):
        asked = _asked(verb, above)
        if asked is not None:
            yield asked, _JOINED
            return
        subject = subject_of(above)
        if subject is not None and subject.i < token.i:
            yield subject, _MATRIX_SUBJECT


def _answers(verb: Token) -> bool:
    """Whether a clause tells what came of a request: "X asked Y to come, and he agreed"."""
    return str(verb.lemma_) in ANSWER_VERBS and str(verb.head.lemma_) in REQUEST_VERBS


def _asked(verb: Token, above: Token) -> Token | None:
    """The object of "ask", where the clause is what was asked: "Bush asked Blair whether he would come"."""
    if str(above.lemma_) != "ask" or not any(t.dep_ == "mark" and t.lower_ in ("whether", "if") for t in verb.children):
        return None
    return next((child for child in above.children if child.dep_ in ("dobj", "dative")), None)


def _guest(owned: Token, verb: Token) -> Token | None:
    """The guest, whose visit it is: "Modi received Biden on his arrival"."""
    if str(owned.lemma_).lower() not in VISIT_NOUNS or str(verb.lemma_) not in HOST_VERBS:
        return None
    return next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)


def _as_candidates(site: Site, discourse: Discourse, token: Token) -> list[Candidate]:
    if token == site.token:
        return []
    found: list[Candidate] = list(discourse.actors(site, token).entities)
    return found or [discourse.beside(site, token).position]


def _fitted(site: Site, discourse: Discourse, candidate: Candidate, gender: str) -> float:
    """A known gender speaks for a candidate; nobody travels to his own state or pays it a visit."""
    if isinstance(candidate, int) or candidate not in discourse.profiles.people:
        return _UNNAMED
    likely = discourse.profiles.likely_gender(candidate)
    if likely is None:
        factor = _UNKNOWN_WOMAN if gender == "f" else 1.0
    else:
        factor = _KNOWN_GENDER[gender] if likely == gender else _WRONG_NAME
    if set(discourse.profiles.states(candidate)) & destinations(site, discourse):
        factor *= _WRONG_STATE
    return factor


def _cataphor(site: Site, discourse: Discourse, gender: str) -> str | None:
    """The subject that a pronoun in a phrase before it looks ahead to: "During his visit, Xi met ..."."""
    token = site.token
    if discourse.quotes(site.segment).get(token.i) is not None:
        return None
    node = token
    while node.head != node:
        above = node.head
        if node.dep_ in ("prep", "advcl", "npadvmod") and above.pos_ in ("VERB", "AUX"):
            subject = next((child for child in above.children if child.dep_ in SUBJECTS), None)
            if subject is not None and subject.i > node.right_edge.i and first_of(subject) == subject:
                return _ahead(site, discourse, subject, gender)
        node = above
    return None


def _ahead(site: Site, discourse: Discourse, subject: Token, gender: str) -> str | None:
    if subject.pos_ == "PRON" or (subject.n_rights and any(child.dep_ == "conj" for child in subject.children)):
        return None
    found = discourse.actors(site, subject)
    keys = found.entities
    if len(keys) != 1 or not keys[0].startswith(PERSON) or not _agrees(keys[0], gender, discourse):
        return None
    if set(discourse.profiles.states(keys[0])) & destinations(site, discourse):
        return None
    return keys[0]
