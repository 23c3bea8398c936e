"""Sentences parsed by hand: `word:TAG:label>head`, the head given by its word, the base form after "=" if it differs.

A word that stands several times is pointed at as `to^2`, the second "to". The part of speech follows from the tag.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from spacy.lang.en import English
from spacy.tokens import Doc

from kg.annotation.annotated import Segment
from kg.corpus.article import Field, Paragraph, ParagraphKind
from kg.predicates.find import predicates
from kg.predicates.predicate import Predicate

_VOCAB = English().vocab  # a bare Vocab knows no lower case
_AUXILIARY = ("aux", "auxpass")
_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "MD": "AUX", "IN": "ADP", "TO": "PART", "JJ": "ADJ",
    "RB": "ADV", "WRB": "SCONJ", "DT": "DET", "PDT": "DET", "WDT": "PRON", "WP": "PRON", "PRP": "PRON", "PRP$": "PRON",
    "EX": "PRON", "CC": "CCONJ", "POS": "PART", "RP": "ADP", "CD": "NUM", ",": "PUNCT", ".": "PUNCT", "HYPH": "PUNCT",
}  # fmt: skip


def parsed(notation: str) -> Segment:
    """The paragraph that a notation describes."""
    tokens = [token.split(":") for token in notation.split()]
    words = [word.partition("=")[0] for word, _, _ in tokens]
    lemmas = [word.partition("=")[2] or word.partition("=")[0] for word, _, _ in tokens]
    labels, heads = [], []
    for position, (_, _, arc) in enumerate(tokens):
        label, _, head = arc.partition(">")
        labels.append(label)
        heads.append(_position(words, head) if head else position)
    tags = [tag for _, tag, _ in tokens]
    pos = [_part_of_speech(tag, label, lemma) for tag, label, lemma in zip(tags, labels, lemmas, strict=True)]
    doc = Doc(_VOCAB, words=words, lemmas=lemmas, tags=tags, pos=pos, deps=labels, heads=heads)
    return segment(doc)


def segment(doc: Doc) -> Segment:
    return Segment(0, Paragraph(Field.TEXT, 0, len(doc.text), ParagraphKind.BODY, doc.text), doc)


def _position(words: list[str], head: str) -> int:
    word, _, which = head.partition("^")
    return [i for i, w in enumerate(words) if w == word][int(which or 1) - 1]


def _part_of_speech(tag: str, label: str, lemma: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if label in _AUXILIARY or lemma == "be" else "VERB"
    if label == "mark":
        return "SCONJ"
    return "ADP" if tag == "TO" and label == "prep" else _POS[tag]


def predicate(notation: str, lemma: str) -> Predicate:
    """The only predicate of a lemma in a sentence."""
    [found] = predicates(parsed(notation), {lemma})
    return found


def slots(notation: str, lemma: str) -> Mapping[str, list[str]]:
    """The words in the slots of the only predicate of a lemma."""
    return named_slots(parsed(notation), {lemma})[0]


def named_slots(sentence: Segment, lemmas: Container[str]) -> list[dict[str, list[str]]]:
    return [
        {slot: [sentence.doc[i].text for i in tokens] for slot, tokens in found.slots.items()}
        for found in predicates(sentence, lemmas)
    ]
