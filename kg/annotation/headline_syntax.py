"""Mending the parse of headings, whose syntax is not that of the sentences a parser learns from."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.annotation.trees import hang, make_root

_PLAIN = frozenset(("VBP", "VB"))
_NAME_TAGS = frozenset(("NNP", "NNPS"))
_MOVABLE = frozenset(("ROOT", "conj", "acl", "relcl", "dep", "advcl", "ccomp", "appos"))
_FINITE = {"NN": "VBP", "NNS": "VBZ"}
_NO_SUBJECT = frozenset(("amod", "compound", "npadvmod", "dep", "nmod", "advmod"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))


def mend_heading(doc: Doc) -> None:
    """Correct, in place, what parsers get wrong in headings.

    "End of an era: Castro and Obama meet": the names after the colon are the subject, no apposition. "Castro, Obama
    meet in Panama": before a plain verb a comma stands for "and". In "Libya, Italy sign treaty" a word
    with an object is a verb, whatever the tagger says, and the name before a verb without subject is its subject.

    Parameters
    ----------
    doc
        A parsed headline or heading, in the case of a sentence.
    """
    for token in doc:
        if token.dep_ == "appos" and _is_after_colon(token):
            label, verb = token.head, token.head.head
            hang(token, verb, "nsubj")
            label.dep_ = "dep"
        elif token.i > 0 and token.nbor(-1).tag_ in _NAME_TAGS and token.nbor(-1).head == token:
            _mend_verb(token)
    start = next((token.i + 1 for token in doc if token.text == ":"), 0)
    for first in sorted({0, start}):
        _join_names(doc, first)


def _is_after_colon(token: Token) -> bool:
    """Whether a colon divides an apposition from the noun of a subject, and the verb comes after both."""
    head = token.head
    if head.dep_ != "nsubj" or not head.i < token.i < head.head.i:
        return False
    return any(t.text == ":" for t in token.doc[head.i : token.left_edge.i])


def _mend_verb(token: Token) -> None:
    """Make a word right after a name a verb where it has an object, and the name its subject where it has none."""
    if token.tag_ in _FINITE and any(child.dep_ == "dobj" for child in token.children):
        token.tag_, token.pos_ = _FINITE[token.tag_], "VERB"
    name = token.nbor(-1)
    if (
        token.tag_ in ("VBZ", "VBP")
        and name.dep_ in _NO_SUBJECT
        and not any(c.dep_ in _SUBJECTS for c in token.children)
    ):
        name.dep_ = "nsubj"


def _join_names(doc: Doc, first: int) -> None:
    """Make names with commas between them, from `first` up to a plain verb, its one subject."""
    heads, at = list[Token](), first
    while at < len(doc) and (doc[at].tag_ in _NAME_TAGS or doc[at].text in (",", "and", "&")):
        if doc[at].tag_ in _NAME_TAGS and (at + 1 == len(doc) or doc[at + 1].tag_ not in _NAME_TAGS):
            heads.append(doc[at])
        at += 1
    if at < len(doc) and doc[at].tag_ == "TO":
        at += 1
    if len(heads) < 2 or at == len(doc) or doc[at].tag_ not in _PLAIN or doc[heads[0].i + 1].text != ",":
        return
    verb = doc[at]
    if any(name.pos_ != "PROPN" for name in heads) or not (verb.dep_ in _MOVABLE and verb.head.i <= verb.i):
        return
    if verb.dep_ != "ROOT":
        make_root(verb)
    for name, before in zip(heads, (verb, *heads), strict=False):
        hang(name, before, "nsubj" if before == verb else "conj")
