"""Offices as data: which titles are of one kind, and which descriptions a holder answers to."""

from __future__ import annotations

import re
from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FAMILIES = {
    "president": "president",
    "premier": "premier taoiseach",
    "chancellor": "chancellor",
    "minister": "minister secretary",
    "deputy minister": "undersecretary",
    "monarch": "king queen emir amir sultan emperor shah monarch",
    "prince": "prince princess",
    "pope": "pope pontiff",
    "patriarch": "patriarch",
    "archbishop": "archbishop",
    "leader": "leader ruler strongman dictator statesman",
    "ambassador": "ambassador",
    "envoy": "envoy representative emissary negotiator mediator",
    "diplomat": "diplomat",
    "adviser": "adviser advisor aide",
    "spokesperson": "spokesman spokeswoman spokesperson",
    "officer": "general gen adm admiral commander marshal colonel",
    "speaker": "speaker",
    "head": "chief head director chairman chairwoman chairperson",
    "commissioner": "commissioner",
    "governor": "governor",
    "mayor": "mayor",
    "lawmaker": "senator congressman congresswoman lawmaker legislator mp",
}
_BY_HEAD = {noun: family for family, nouns in _FAMILIES.items() for noun in nouns.split()}
OFFICE_NOUNS = frozenset(_BY_HEAD)

FEMALE_WORDS = _words(
    "queen princess spokeswoman chairwoman congresswoman businesswoman empress sheikha duchess baroness mrs ms lady"
)
MALE_WORDS = _words(
    "king prince spokesman chairman congressman businessman emperor sheikh sultan emir duke baron mr pope lord shah"
)

_LEADERS = frozenset({"president", "premier", "chancellor", "monarch", "leader"})
_COVERS = {
    "leader": _LEADERS | {"pope", "secretary-general", "crown prince", "head"},
    "head of state": frozenset({"president", "monarch", "leader", "pope"}),
    "head of government": frozenset({"premier", "chancellor", "president", "leader"}),
    "prince": frozenset({"prince", "crown prince"}),
    "diplomat": frozenset({"foreign minister", "ambassador", "envoy", "diplomat", "deputy minister", "adviser"}),
    "envoy": frozenset({"envoy", "ambassador", "adviser", "diplomat"}),
    "head": frozenset({"head", "secretary-general", "leader", "president", "commissioner"}),
    "officer": frozenset({"officer", "defence minister"}),
}
# Offices whose holders lead a state, for "leader" itself and its kin.
HEADS = frozenset({"leader", "head of state", "head of government"})
TOP_OFFICES = _LEADERS | {"head of state", "head of government", "pope"}

_COMPLEMENT = re.compile(r",| (?:of|for|to|in|at|on|and|under) ")
_MINISTRIES = (
    (re.compile(r"\b(?:foreign|external)\b"), "foreign minister"),
    (re.compile(r"\bdefen[cs]e\b"), "defence minister"),
    (re.compile(r"\b(?:finance|treasury|exchequer)\b"), "finance minister"),
    (re.compile(r"\b(?:interior|home)\b"), "interior minister"),
    (re.compile(r"\b(?:trade|commerce)\b"), "trade minister"),
    (re.compile(r"\b(?:energy|oil)\b"), "energy minister"),
)
_LOWER_RANK = re.compile(r"\b(?:vice|deputy|assistant|under|junior)\b")


@lru_cache(maxsize=4096)
def office_family(title: str) -> str | None:
    """The kind of an office, None where the words name none.

    >>> office_family("Minister of Foreign Affairs"), office_family("U.S. Secretary of State")
    ('foreign minister', 'foreign minister')
    >>> office_family("vice president"), office_family("presidential envoy"), office_family("bank")
    ('vice president', 'envoy', None)
    """
    words = title.lower().replace("secretary-general", "secretary general").replace(".", "").strip()
    before = _COMPLEMENT.split(words, maxsplit=1)[0]
    head = before.rpartition(" ")[2]
    singular = f"{head.removesuffix('ies')}y" if head.endswith("ies") else head.removesuffix("s")
    family = _BY_HEAD.get(head) or _BY_HEAD.get(singular)
    if family == "minister":
        return _minister(words, before)
    lower = _LOWER_RANK.search(before) is not None
    if family in ("president", "premier"):
        return family if not lower else "vice president" if family == "president" else "deputy premier"
    return _SPECIAL[family](words, before) if family in _SPECIAL else family


def _minister(words: str, before: str) -> str:
    lower = _LOWER_RANK.search(before) is not None
    if "prime minister" in before:
        return "deputy premier" if lower else "premier"
    if lower:
        return "deputy minister"
    if "general secretary" in before:
        return "leader"
    if "press secretary" in before:
        return "spokesperson"
    if "secretary of state" in words and "secretary of state for" not in words:
        return "foreign minister"
    return next((family for pattern, family in _MINISTRIES if pattern.search(words)), "minister")


def _head(words: str, before: str) -> str:
    if "head of state" in words or "heads of state" in words:
        return "head of state"
    if "head of government" in words or "heads of government" in words:
        return "head of government"
    if "foreign policy chief" in before:
        return "foreign minister"
    return "defence minister" if re.search(r"\bdefen[cs]e chief", before) else "head"


def _officer(_words: str, before: str) -> str:
    return "secretary-general" if "secretary general" in before else "officer"


def _prince(_words: str, before: str) -> str:
    return "crown prince" if "crown" in before else "prince"


def _chancellor(words: str, _before: str) -> str:
    return "finance minister" if "exchequer" in words else "chancellor"


def _envoy(_words: str, before: str) -> str:
    return "foreign minister" if "high representative" in before else "envoy"


def _diplomat(_words: str, before: str) -> str:
    return "foreign minister" if re.search(r"\b(?:top|chief) diplomat", before) else "diplomat"


_SPECIAL = {
    "head": _head,
    "officer": _officer,
    "prince": _prince,
    "chancellor": _chancellor,
    "envoy": _envoy,
    "diplomat": _diplomat,
}


@lru_cache(maxsize=4096)
def answers_to(held: str, described: str) -> bool:
    """Whether the holder of an office of the family `held` can be described by an office of the family `described`.

    >>> answers_to("chancellor", "leader"), answers_to("leader", "president"), answers_to("premier", "president")
    (True, True, False)
    """
    if held == described or held in _COVERS.get(described, ()):
        return True
    if described == "minister" or held == "minister":
        return held.endswith("minister") and described.endswith("minister")
    return held == "leader" and described in _LEADERS
