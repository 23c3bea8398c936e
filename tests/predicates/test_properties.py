"""Whatever the parser says: the walk through the tree ends, and slots point at words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc

from kg.predicates.find import predicates
from kg.predicates.lexicon import clause_modality
from tests.predicates.sentences import segment

VOCAB = English().vocab  # a bare Vocab knows no lower case
LABELS = (
    "nsubj", "nsubjpass", "csubj", "dobj", "dative", "pobj", "prep", "agent", "pcomp", "xcomp", "ccomp", "advcl",
    "acl", "relcl", "conj", "cc", "aux", "auxpass", "neg", "mark", "prt", "advmod", "amod", "compound", "nmod",
    "poss", "appos", "attr", "acomp", "oprd", "det", "parataxis", "dep", "npadvmod", "case", "expl",
)  # fmt: skip
WORDS = {
    "meet": "meet", "visits": "visit", "talks": "talk", "signed": "sign", "to": "to", "who": "who", "that": "that",
    "with": "with", "between": "between", "by": "by", "and": "and", "will": "will", "not": "not", "before": "before",
    "without": "without", "plan": "plan", "invited": "invite", "refused": "refuse", "said": "say", "is": "be",
    "where": "where", "there": "there", "Ghana": "Ghana", "off": "off", "of": "of", "ahead": "ahead",
    "instead": "instead", "did": "do", "so": "so", "has": "have", "as": "as", "nor": "nor",
}  # fmt: skip
TAGS = {
    "VERB": ("VB", "VBD", "VBZ", "VBG", "VBN"),
    "AUX": ("MD", "VBD", "VBZ"),
    "NOUN": ("NN", "NNS"),
    "PROPN": ("NNP",),
    "ADJ": ("JJ",),
    "ADV": ("RB",),
    "ADP": ("IN", "RP"),
    "PRON": ("PRP", "WDT"),
    "DET": ("DT",),
    "SCONJ": ("IN",),
}


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    """A tree of any shape: a word's head is drawn among those already hung on the root."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = list(range(size))
    for place, token in enumerate(order[1:], start=1):
        heads[token] = order[draw(st.integers(0, place - 1))]
    labels = [draw(st.sampled_from(LABELS)) if heads[i] != i else "ROOT" for i in range(size)]
    words = [draw(st.sampled_from(sorted(WORDS))) for _ in range(size)]
    pos = [draw(st.sampled_from(sorted(TAGS))) for _ in range(size)]
    tags = [draw(st.sampled_from(TAGS[p])) for p in pos]
    return Doc(VOCAB, words=words, lemmas=[WORDS[w] for w in words], pos=pos, tags=tags, deps=labels, heads=heads)


@settings(max_examples=200, deadline=2000)
@given(docs())
def test_any_tree_gives_predicates_with_valid_slots(doc: Doc) -> None:
    lemmas = set(WORDS.values())
    found = list(predicates(segment(doc), lemmas))
    assert [p.token for p in found] == sorted(p.token for p in found)
    for one in found:
        assert doc[one.token].lemma_ in lemmas
        assert one.names[0] in lemmas  # its own, or that of the verb that an elliptic clause leaves unsaid
        for slot, tokens in one.slots.items():
            assert slot
            assert tokens
            assert len(set(tokens)) == len(tokens)
            assert all(0 <= i < len(doc) for i in tokens)
        assert all(0 <= i < len(doc) and i != one.token for i in one.governors)


@settings(max_examples=50, deadline=2000)
@given(docs())
def test_the_same_tree_gives_the_same_predicates(doc: Doc) -> None:
    lemmas = set(WORDS.values())
    assert list(predicates(segment(doc), lemmas)) == list(predicates(segment(doc), lemmas))


@settings(max_examples=30)
@given(st.text(max_size=8), st.text(max_size=8))
def test_any_word_has_a_modality(lemma: str, particle: str) -> None:
    assert clause_modality(lemma, particle) >= 0
