"""A stretch of text with the names found in it, and what speaks for a place or for a person beside each of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.mentions.geography.entries import Entry, Trust
from kg.mentions.geography.scanning import Hit
from kg.mentions.mention import MentionKind
from kg.mentions.people.given_names import given_names
from kg.mentions.people.titles import COURTESY, NOBLE, OFFICES

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
_SITE = "city|town|village|port|resort|province|state|region|suburb|island|district|capital|airport|municipality|oblast"
_IN = re.compile(rf"\b(?:in|near|outside|inside|throughout|(?:{_SITE}) of) $", re.IGNORECASE)
# What makes the name of a town that of a thing: "Constantine Palace", "Jackson Hospital".
_THING = re.compile(
    r" (?:Palace|Street|Avenue|Road|Hotel|Hospital|School|Park|Square|Hall|Stadium|Bridge|Cathedral|Church|Foundation|"
    r"Institute|Cent(?:er|re)|Prize|Award|Inc|Corp|Co|Ltd|Group|Museum|Library|Theatre|Theater|House|Building|Law|Act|"
    r"Doctrine|Report|of)\b"
)
_NO_PART_OF_NAME = re.compile(rf"(?:[Tt]he )?(?:'s)?(?: (?:{_SITE}))?", re.IGNORECASE)
_VISIT = r"leave|leaves|left|leaving|reach|reached|visit|visited|visiting|toured?"
_VISITED = re.compile(rf"\b(?:{_VISIT}) $")
_TOWARDS = re.compile(rf"\b(?:at|from|to|around|via|into|across|between|towards?|{_VISIT}) $")
_OF_STATE = re.compile(rf"(?:'s)? (?:[\w-]+ ){{0,3}}(?:{_SITE})(?: of)? $")
_WORD_BEFORE = re.compile(r"(?<![\w.'-])([\w.'-]+) $")
_STATE_SIGN = re.compile(
    r", (?:(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|"
    r"N\.H|N\.J|N\.M|N\.Y|N\.C|N\.D|Okla|Ore|Pa|R\.I|S\.C|S\.D|Tenn|Tex|Vt|Va|Wash|W\.Va|Wis|Wyo)\.|"
    r"(?:AL|AZ|CA|CO|CT|FL|GA|IL|MA|MD|MI|MN|NC|NJ|NM|NY|OH|OK|PA|SC|TN|TX|VA|WA|WI)\b)"
)
_MONTHS = frozenset(("april", "may", "june", "august", "march", "will", "mark"))
# Names of states and well-known places that people bear, beside those that are given names.
_BORNE_TEXT = """
    jordan chad georgia israel ireland holland england wales london berlin washington paris sofia milan florence
    sydney victoria kingston lima cuba kenya santiago lincoln houston austin dallas madison lagos santos
    toledo medina granada valencia cleveland boston jackson roma rome sucre victoria france brazil spain
    poland troy athens salisbury hamilton stanley nelson wellington darwin cairo beirut odessa trieste bristol
    windsor durban perth delhi kent"""
_BORNE = frozenset(_BORNE_TEXT.split())


@dataclass(frozen=True, slots=True)
class Label:
    """A span that the model marked, in characters."""

    start: int
    end: int
    label: str
    words: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Folded text, the names scanned in it (those of other things among them), the model's labels where it has any."""

    text: str
    scanned: tuple[Hit, ...]
    labels: tuple[Label, ...] = ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The names that may be meant as places."""
        return tuple(hit for hit in self.scanned if hit.meant)

    def before(self, hit: Hit) -> str:
        """The characters before a name."""
        return self.text[max(0, hit.start - 40) : hit.start]

    def label(self, hit: Hit) -> Label | None:
        """The model's label over the name."""
        return next((x for x in self.labels if x.start < hit.end and hit.start < x.end), None)

    def is_named_place(self, hit: Hit, *, alone: bool = False) -> bool:
        """Whether the model calls it a place; `alone`: it and no longer name ("Summit" of "East Asia Summit")."""
        label = self.label(hit)
        if label is None or label.label not in PLACE_LABELS:
            return False
        around = self.text[label.start : hit.start] + self.text[hit.end : label.end]
        return not alone or _NO_PART_OF_NAME.fullmatch(around) is not None

    def is_in(self, hit: Hit) -> bool:
        """Whether "in", "near", "the city of" stands before the name."""
        return _IN.search(self.before(hit)) is not None

    def is_visited(self, hit: Hit) -> bool:
        """Whether "visited", "left" stands before the name."""
        return _VISITED.search(self.before(hit)) is not None

    def is_thing(self, hit: Hit) -> bool:
        """Whether what follows makes it the name of a building, a company, a law."""
        return _THING.match(self.text, hit.end) is not None

    def is_towards(self, hit: Hit) -> bool:
        """Whether "to", "from", "visited" stands before the name."""
        return _TOWARDS.search(self.before(hit)) is not None

    def state_sign(self, hit: Hit) -> bool:
        """Whether the sign of a state of the United States follows ("Waco, Tex.")."""
        return _STATE_SIGN.match(self.text, hit.end) is not None

    def follows(self, hit: Hit, state: Hit) -> bool:
        """Whether `state` says where the place is, from before it: "the Italian town of X", "Italy's port X"."""
        return 0 < hit.start - state.end < 50 and _OF_STATE.fullmatch(self.text[state.end : hit.start]) is not None

    def is_person(self, hit: Hit) -> bool:
        """Whether the name is a human being's here: "Michael Jordan", "Mr Lagos", "Paris Hilton"."""
        entry = hit.entry
        if " " in entry.surface or entry.kind in (MentionKind.SEAT, MentionKind.ABBREVIATION):
            return False
        if not may_be_borne(entry):
            return False
        label = self.label(hit)
        whole = label is not None and label.label == "PERSON" and label.words > 1
        if entry.kind is MentionKind.DEMONYM:
            return whole and label is not None and label.words == 2 and label.start == hit.start
        return whole or self._is_titled(hit) or (label is not None and _is_given_first(hit, label))

    def _is_titled(self, hit: Hit) -> bool:
        match = _WORD_BEFORE.search(self.before(hit))
        if match is None:
            return False
        word = match.group(1)
        plain = word.lower().rstrip(".")
        if word[0].isupper() and plain in given_names() and plain not in _MONTHS:
            return not any(other.end == hit.start - 1 for other in self.hits)
        if plain in COURTESY or plain in NOBLE:
            return plain not in ("don", "saint", "hon")
        return word[0].isupper() and plain in OFFICES and self.text[hit.end : hit.end + 2] != "'s"


def _is_given_first(hit: Hit, label: Label) -> bool:
    """Whether the model took "Paris Hilton" for an organization: a given name and one more word."""
    starts = label.label == "ORG" and label.words == 2 and label.start == hit.start and label.end > hit.end
    return starts and hit.entry.trust is not Trust.NONE and hit.entry.surface.lower() in given_names()


def may_be_borne(entry: Entry) -> bool:
    """Whether people bear this name too."""
    if entry.trust in (Trust.SIZE, Trust.SIGN):
        return True
    word = entry.surface.lower()
    if entry.kind is MentionKind.NAME and entry.key.startswith("Country:"):
        return word in _BORNE
    return entry.kind is MentionKind.NAME or word in _BORNE or word in given_names()
