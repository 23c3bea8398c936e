"""Who is only there: "with Clinton as witness", "with Presidents Fox and Lagos looking on"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.lexicon import LOOKING_ON, WITNESSES

#: How far behind a name its part may be told.
REACH = 8


def is_bystander(noun: Token) -> bool:
    """Whether what stands behind a name after "with" says that its bearer only looks on.

    Examples
    --------
    In "they signed it with Clinton as their witness" Clinton is a bystander, in "he signed it with Clinton" not.
    """
    doc, end = noun.doc, min(noun.sent.end, noun.i + REACH)
    for i in range(noun.i + 1, end):
        token = doc[i]
        if token.lower_ == "as":
            return any(t.lemma_.lower() in WITNESSES for t in doc[i + 1 : min(i + 4, noun.sent.end)])
        if token.tag_ == "VBG":
            return token.lemma_ in LOOKING_ON
        if token.lower_ == "present" or token.lower_ in ("attendance", "audience"):
            return True
        if token.pos_ not in ("PROPN", "CCONJ", "ADP", "DET", "PUNCT", "PART") and token.lower_ != "in":
            return False
    return False
