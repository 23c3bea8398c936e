"""It and its: the state or organization that is the subject around or just before, or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.mentions.coreference.discourse import Discourse, Entry, Site
from kg.mentions.coreference.offices import OFFICE_NOUNS
from kg.mentions.coreference.resolution import How, Resolution
from kg.mentions.coreference.syntax import SUBJECTS, Slot, clause_of, is_plural, matrix_verbs, noun_of, subject_of
from kg.mentions.coreference.words import BODIES, EMPTY_VERBS, OFFICIALS
from kg.mentions.mention import COUNTRY, ORGANIZATION, MentionKind


def impersonal(site: Site, discourse: Discourse) -> Resolution:
    """Resolve "it", "its". A subject that is a thing ("the deal") takes the pronoun, and leaves it unresolved."""
    token = site.token
    span = (token.i, token.i + 1)
    if token.dep_ == "expl" or _is_empty(token):
        return Resolution((), How.NONE, *span)
    for subject in _subjects(site):
        found = () if _is_people(site, discourse, subject) else discourse.actors(site, subject).entities
        return _actor(found if _is_clear(site, discourse, found) else (), span)
    argument = token.dep_ not in SUBJECTS and token.dep_ != "poss"
    for distance in (1,) if argument else (0, 1):
        for entry in _subject_entries(discourse.before(site, distance)):
            return _actor(entry.entities, span)
    return Resolution((), How.UNRESOLVED, *span)


def _actor(found: tuple[str, ...], span: tuple[int, int]) -> Resolution:
    fits = len(found) == 1 and found[0].startswith((COUNTRY, ORGANIZATION))
    return Resolution(found if fits else (), How.PRONOUN if fits else How.UNRESOLVED, *span)


def _is_people(site: Site, discourse: Discourse, subject: Token) -> bool:
    """Whether a subject is of people ("an envoy", "the Iranians"): they may stand for a state but are no "it"."""
    mention = discourse.mention(site, subject)
    noun = noun_of(subject)
    if mention is None and (noun in OFFICE_NOUNS or (noun in OFFICIALS and noun not in BODIES)):
        return True
    return is_plural(subject) and (mention is None or mention.kind is MentionKind.DEMONYM)


def _is_clear(site: Site, discourse: Discourse, found: tuple[str, ...]) -> bool:
    """Whether nothing else is near: "it" in "X said it would" is X, in "X armed Y so that it could ..." it may be Y."""
    if site.token.dep_ == "poss" or clause_of(site.token).dep_ == "ccomp":
        return True
    near = {key for entry in discourse.before(site, 0) if entry.slot is not Slot.POSSESSIVE for key in entry.entities}
    return not any(key.startswith((COUNTRY, ORGANIZATION)) for key in near - set(found))


def _is_empty(token: Token) -> bool:
    """Whether it stands for nothing: "it was announced that ...", "it is likely ..."."""
    verb = clause_of(token)
    if token.dep_ not in SUBJECTS:
        return False
    clauses = [child for child in verb.children if child.dep_ in ("ccomp", "csubj", "xcomp") and child.i > verb.i]
    adjective = any(child.dep_ == "acomp" for child in verb.children)
    if token.dep_ == "nsubjpass":
        return bool(clauses)
    return str(verb.lemma_) in EMPTY_VERBS and (adjective or bool(clauses))


def _subjects(site: Site) -> Iterator[Token]:
    """Subjects of the pronoun's own clause (for "its") and of those around it."""
    token = site.token
    verb = clause_of(token)
    verbs = [verb, *matrix_verbs(verb)] if token.dep_ == "poss" else matrix_verbs(verb)
    for above in verbs:
        subject = subject_of(above)
        if subject is not None and subject != token and subject.i < token.i and subject.lower_ not in ("it", "there"):
            yield subject


def _subject_entries(entries: list[Entry]) -> Iterator[Entry]:
    """Subjects that are no people, the main clause's first."""
    for entry in entries:
        if entry.slot is Slot.SUBJECT and not entry.animate:
            yield entry
