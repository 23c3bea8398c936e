"""How much a phrase read before speaks for its entity as what a pronoun of one person means."""

from __future__ import annotations

from spacy.tokens import Token

from kg.mentions.coreference.discourse import Discourse, Entry, Site
from kg.mentions.coreference.syntax import SUBJECTS, Slot, clause_of, slot_of
from kg.mentions.coreference.words import ANSWER_VERBS, HOST_VERBS, REQUEST_VERBS, SPEECH_VERBS

_SENTENCE = 100.0
_PARALLEL = 35.0
_TOPIC = 40.0
_LAST = 75.0
_ASKED = 150.0
_HOST = 80.0
_SPEAKER = 50.0
_THEME = 20.0


def weight(site: Site, discourse: Discourse, entry: Entry, distance: int) -> float:
    """The weight of an entry `distance` sentences back: its slot, parallels, themes, requests and answers."""
    own = slot_of(site.token)
    parallel = _PARALLEL if distance < 2 and entry.slot is own and own is Slot.SUBJECT else 0.0
    if distance < 2 and entry.slot is Slot.SUBJECT:
        parallel += _main_clause(discourse.at(entry.clause).token, distance)
    return (
        _SENTENCE + entry.slot + parallel + _answer(site, entry, discourse) + _theme(site, entry, distance, discourse)
    )


def _main_clause(verb: Token, distance: int) -> float:
    """More for the subject of a main clause, most for that of the last of several in the sentence before."""
    if distance == 0:
        return _TOPIC if verb.dep_ == "ROOT" else 0.0
    last = not any(child.dep_ == "conj" and _has_subject(child) for child in verb.children)
    if verb.dep_ == "conj" and verb.head.dep_ == "ROOT" and _has_subject(verb):
        return _LAST if last else _TOPIC
    return _TOPIC if verb.dep_ == "ROOT" else 0.0


def _has_subject(verb: Token) -> bool:
    return verb.pos_ in ("VERB", "AUX") and any(child.dep_ in SUBJECTS for child in verb.children)


def _theme(site: Site, entry: Entry, distance: int, discourse: Discourse) -> float:
    """More for whom the article is about, less for who was only asked: "X will fly to Rome, an aide said. He ..."."""
    bonus = _THEME if entry.entities and entry.entities[0] in discourse.topics else 0.0
    if distance == 0 or entry.slot is not Slot.SUBJECT:
        return bonus
    says = discourse.at(entry.clause).token
    reports = str(says.lemma_) in SPEECH_VERBS and any(child.dep_ == "ccomp" for child in says.children)
    if reports and str(clause_of(site.token).lemma_) not in SPEECH_VERBS:
        return bonus - _SPEAKER
    return bonus


def _answer(site: Site, entry: Entry, discourse: Discourse) -> float:
    """A bonus for who was asked, before an answer ("Bush invited Blair. He accepted"), and for a host who hosts on."""
    verb = str(clause_of(site.token).lemma_)
    if entry.slot is Slot.SUBJECT and site.token.dep_ in SUBJECTS and verb in HOST_VERBS:
        return _HOST if str(discourse.at(entry.clause).token.lemma_) in HOST_VERBS else 0.0
    if entry.slot is not Slot.OBJECT or verb not in ANSWER_VERBS:
        return 0.0
    return _ASKED if str(discourse.at(entry.clause).token.lemma_) in REQUEST_VERBS else 0.0
