"""Which of the model's spans look like an organization's name."""

from __future__ import annotations

import re

from spacy.tokens import Span

from kg.annotation.annotated import AnnotatedArticle
from kg.mentions.company_words import COMPANIES
from kg.mentions.geography.folding import fold
from kg.mentions.people.given_names import given_names

_ACRONYM = re.compile(r"(?:[A-Z]\.){2,5}|[A-Z][A-Za-z]?[A-Z][A-Z&-]{0,4}")
# Words of what is no organization: parts of a state (they stand for it), papers, events, honours, buildings, offices.
_OTHER = re.compile(
    r"(?i)\b(?:ministr(?:y|ies)|department|government|administration|parliament|senate|congress|cabinet|embassy|"
    r"consulate|court|army|navy|air force|armed forces|police|treasury|presidency|house|chamber|legislature|assembly|"
    r"secretariat|military|coast guard|marines?|republics?|states?|kingdom|federations|directorate|"
    r"agreements?|treaty|act|orders?|laws?|protocol|convention|declaration|measures?|summit|day|month|games|statement|"
    r"framework|accords?|charter|medal|prize|festival|strategy|plan|hotel|palace|building|lodge|goals|communiqu[eé]|"
    r"memorandum|resolution|constitution|initiative|project|war|briefing|recognition|signing|visit|tournament|cup|"
    r"president|minister|chancellor|chairman|chairperson|secretary|governor|director|adviser|advisor|envoy|leaders?|"
    r"spokesman|spokeswoman|general|allies|copyright|federal|presidential|central bank|federation council|"
    r"security council|national guard|secret service|intelligence service|prosecutor)\b"
)
_NO_NAME_TEXT = """
    Council Commission Committee Party Group Union Bank Alliance Board Agency Office Forum Security Foreign Defence
    Defense Interior Commerce Foundation Society Institute Church Club League Guards Guard Initiative Permanent"""
_NO_NAME = frozenset(_NO_NAME_TEXT.split())
_STRIPPED = frozenset(("the", "The", "'s", "’s", "a", "A", "this", "its", ",", "-", "``", '"', "(", "of", "and"))
# Words of which one stands in most names of organizations.
_BODY = re.compile(
    r"(?i)\b(?:council|commission|committee|union|bank|party|front|movement|league|alliance|association|federation|"
    r"society|organi[sz]ation|agency|authority|institute|university|college|academy|fund|foundation|forum|group|company|"
    r"corp|corporation|inc|ltd|plc|ag|sa|gmbh|airlines?|airways|motors|holdings?|industries|network|coalition|community|"
    r"confederation|brotherhood|resistance|guards|forces|liberation|church|mission|cross|club|cent(?:er|re)|service|"
    r"board|bureau|tribunal|trust|workers|unionists|democrats|socialists|communists|liberals|conservatives|greens|"
    r"centre|hospital|observatory|watch|fraternity|congregation|partnership|consortium|campaign|command|brigades?)\b"
)


_SIGN = frozenset({"sign", "ink", "initial", "conclude"})
_CONTRACTS = frozenset({"contract", "deal", "memorandum", "agreement"})


def steady_labels(article: AnnotatedArticle) -> frozenset[str]:
    """Words and names that the model calls an organization more than once in the article, and nothing else."""
    labels: dict[str, list[str]] = {}
    for segment in article.segments:
        for ent in segment.doc.ents:
            for word in {ent.text, ent[-1].text, ent[0].text}:
                labels.setdefault(word, []).append(ent.label_ if word == ent.text else "PART")
    return frozenset(word for word, found in labels.items() if len(found) > 1 and set(found) == {"ORG"})


def is_acronym(text: str) -> bool:
    """Whether a word is made of capitals, as acronyms are.

    Examples
    --------
    >>> is_acronym("ECOWAS"), is_acronym("P.L.O."), is_acronym("Hamas")
    (True, True, False)
    """
    return _ACRONYM.fullmatch(text) is not None


def trimmed(ent: Span) -> Span | None:
    """The span without articles and possessives at its ends."""
    doc, start, end = ent.doc, ent.start, ent.end
    while start < end and doc[start].text in _STRIPPED:
        start += 1
    while start < end and (doc[end - 1].text in _STRIPPED or doc[end - 1].is_space):
        end -= 1
    return doc[start:end] if start < end else None


def is_behind_company(span: Span) -> bool:
    """Whether a name stands right behind a word for a company: "brewer Pripps"."""
    before = span.doc[span.start - 1] if span.start else None
    return before is not None and before.pos_ == "NOUN" and before.lower_ in COMPANIES and span[0].pos_ == "PROPN"


def is_company(span: Span) -> bool:
    """Whether a name stands behind a word for a company, or is a side of a contract: "Boliden signed a deal"."""
    if is_behind_company(span):
        return True
    name = span.root
    while name.dep_ in ("conj", "appos") and name.head != name:
        name = name.head
    verb = name.head
    if name.dep_ == "pobj" and verb.lower_ == "with":  # "with" hangs on the verb or on the contract
        verb = verb.head if verb.head.lemma_ in _SIGN else verb.head.head
    elif name.dep_ != "nsubj":
        return False
    return verb.lemma_ in _SIGN and any(c.dep_ == "dobj" and c.lemma_.lower() in _CONTRACTS for c in verb.children)


def is_well_shaped(span: Span, *, heading: bool, steady: frozenset[str]) -> bool:
    """Whether the model's span looks like an organization's name and not like a slip."""
    text = span.text
    if not text[0].isupper() or len(span) > 10 or len(text) < 2 or any(c in text for c in '"“”@/\n:;,[('):
        return False
    if _OTHER.search(text) or text in _NO_NAME:
        return False
    if len(span) == 1:
        return not heading and (is_acronym(text) or text in steady or is_company(span))
    if text.isupper() or (len(span) <= 3 and fold(span[0].text).lower() in given_names()):
        return False
    if not (_BODY.search(text) or text in steady or is_acronym(span[-1].text) or is_company(span)):
        return False
    return all(t.text[0].isupper() or not t.is_alpha or t.pos_ in ("ADP", "CCONJ", "DET", "PART") for t in span)
