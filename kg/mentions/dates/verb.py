"""Verbs that tell past from future, and a tagger's guess for texts that no model has read."""

from __future__ import annotations

from typing import Final

from kg.mentions.dates.words import listed

PLANNING: Final = listed(
    "plan plans planned planning schedule scheduled slated due set expect expects expected intend "
    "intends intended hope hopes hoped agree agreed decide decided prepare prepares prepared "
    "preparing ready about likely unlikely invite invited invitation want wants wanted aim aims aimed "
    "promise promised vow vowed pledge pledged propose proposed bound going supposed poised "
    "determined planned tipped booked billed plans decision proposal pledge promise intention "
    "rescheduled postponed fixed"
)
SCHEDULED: Final = listed(
    "scheduled planned slated due set expected postponed rescheduled fixed booked billed tipped timed pencilled"
)
ANNOUNCING: Final = listed(
    "announced announces announce proposed scheduled planned invited expected awaits await seek seeks"
)
#: Verbs whose present is that of a timetable: "arrives Monday" is the Monday to come.
TIMETABLE: Final = listed(
    "arrives arrive leaves leave departs depart flies fly travels travel heads head begins begin starts start "
    "opens open ends end concludes culminates visits visit meets meet hosts host goes go returns return sets "
    "moves move receives receive holds hold resumes resume convenes convene gather gathers conclude welcomes "
    "addresses spends spend attends attend joins join pays pay sits stops stop proceeds proceed"
)
#: What is announced for a day to come ("announced talks on Monday"); anything else was announced on that day.
EVENTS: Final = listed(
    "talks meeting meetings summit conference visit trip tour session election elections vote referendum hearing "
    "ceremony strike rally protest march match game concert race launch release parade mission round negotiations "
    "ceasefire truce offer"
)
REPORTING: Final = ANNOUNCING | listed(
    "said says say told tells added confirmed stated declared reported wrote noted explained insisted "
    "warned claimed believed thought knew saying telling believe believes think thinks according "
    "hinted suggested"
)
EXTENDING: Final = listed(
    "extended extend extends postponed postpone postpones delayed delay adjourned adjourn rescheduled "
    "deferred moved suspended remanded put pushed prolonged"
)
_PAST: Final = listed(
    "was were had did said told met went came took made held gave got saw left began began became "
    "brought bought built chose drew drove fell felt fled flew fought found forgot froze grew heard "
    "hid hit kept knew laid led lent lost meant paid ran rose sang sank sat sent shook shot shut "
    "slept sold sought spent spoke stood stole struck sued swore swam taught thought threw understood "
    "won wore wrote withdrew underwent overtook broke ate rode woke tore"
)
_PARTICIPLES: Final = listed(
    "been done gone seen taken given written spoken chosen known shown grown drawn thrown begun broken driven flown"
)
_MODALS: Final = listed("will would shall may might can could should must 'll ’ll")
_PRESENT: Final = {
    "is": "VBZ",
    "are": "VBP",
    "am": "VBP",
    "has": "VBZ",
    "have": "VBP",
    "says": "VBZ",
    "does": "VBZ",
    "do": "VBP",
} | {
    "meets": "VBZ",
    "visits": "VBZ",
    "arrives": "VBZ",
    "begins": "VBZ",
    "starts": "VBZ",
    "opens": "VBZ",
    "holds": "VBZ",
    "hosts": "VBZ",
    "takes": "VBZ",
    "goes": "VBZ",
    "comes": "VBZ",
    "flies": "VBZ",
    "leaves": "VBZ",
    "travels": "VBZ",
    "signs": "VBZ",
}
_AUXILIARIES: Final = listed("was were is are be been being has have had")
_NOT_ED: Final = listed(
    "united need indeed speed seed exceed proceed succeed hundred red bed agreed-upon feed bleed breed greed steed weed"
)
_NOT_VERBS: Final = frozenset({"to", "the", "a", "an", "of", "in"})


def guessed_tag(form: str, low: str, before: str) -> str:
    """A Penn Treebank tag for a word by its form and the word before; coarse, right about tense more often than not.

    Examples
    --------
    >>> [guessed_tag(w, w.lower(), p) for p, w in [("he", "visited"), ("was", "visited"), ("to", "visit"), ("is", "visiting"), ("in", "Moscow")]]
    ['VBD', 'VBN', 'VB', 'VBG', 'NNP']
    """  # noqa: E501
    if low in _MODALS and (form != "May" or before == ""):
        return "MD"
    if low == "to":
        return "TO"
    if form[:1].isupper() and before:
        return "NNP"
    if low in _PAST:
        return "VBN" if before in _AUXILIARIES and low not in _AUXILIARIES else "VBD"
    if low in _PARTICIPLES:
        return "VBN"
    if low in _PRESENT:
        return _PRESENT[low]
    if low.endswith("ed") and len(low) > 3 and low not in _NOT_ED and before not in _NOT_VERBS:
        return "VBN" if before in _AUXILIARIES else "VBD"
    if low.endswith("ing") and len(low) > 4:
        return "VBG"
    if (before in _MODALS or before in ("to", "not")) and low.isalpha() and before != "the":
        return "VB"
    if low in ("be", "'s", "’s"):
        return "VB" if low == "be" else "POS"
    return "NN"
