"""The closed lists of words that schema files may use: slots, statuses, reserved names, files."""

from __future__ import annotations

CORE_SLOTS = (
    *("subject", "object", "dative", "complement", "possessive", "compound"),
    *("controller", "identity", "owner", "host", "addressee"),
)
"""Slots that are no preposition.

`subject` and `object` are those of the meaning, not of the surface: "A was received by B" has subject B. `dative` is
whom something is given to ("offered Kyiv a loan"), `complement` what the verb says of its object or subject ("called
him a liar", "was a guest"), `possessive` is "Lula's visit", `compound` what stands before the noun ("the Biden-Xi
summit"), `controller` the subject of the clause that a noun hangs on ("Macron arrived for talks"), `identity` what a
noun is said to be ("Zagreb was the first stop"), `owner` whose the whole is that it is part of ("the first stop of
Baker's tour") or whose the subject of a verb is ("his tour ended in Lima"), `host` who receives a guest ("Kohl met
visiting President Havel"), `addressee` whom the controller speaks to ("told Lula at a meeting").
"""

SLOT_HINTS = {"agent": "subject", "iobj": "dative", "dobj": "object", "nsubj": "subject", "poss": "possessive"}
"""Names that people may try because of other tools, and what the slot is called here."""

PREPOSITIONS = (
    *("about", "above", "across", "after", "against", "along", "alongside", "amid", "among", "amongst"),
    *("around", "as", "at", "before", "behind", "below", "beside", "besides", "between", "beyond"),
    *("by", "concerning", "despite", "during", "following", "for", "from", "in", "including", "inside"),
    *("into", "like", "near", "of", "off", "on", "onto", "opposite", "out", "outside"),
    *("over", "past", "per", "regarding", "round", "since", "through", "throughout", "till", "to"),
    *("toward", "towards", "under", "unlike", "until", "up", "upon", "versus", "via", "with"),
    *("within", "without"),
)
"""English prepositions; each is the slot of what it governs. Of two in a row the inner one counts: "along with" is
`with`."""

SLOTS = (*CORE_SLOTS, *PREPOSITIONS, *(f"object.{preposition}" for preposition in PREPOSITIONS))
"""Every slot name. `object.with` is "with" on the object of the verb: "held talks with Lula"."""

NOUN_SLOTS = tuple(slot for slot in SLOTS if not slot.startswith("object."))
"""The slots that a noun trigger may name: a noun has no object of its own to hang a preposition on."""

STATUSES = ("occurred", "planned", "possible", "negated")
"""The statuses of kg.events.facts.Status, which lies above this room; a test holds the two alike."""

CORE_ENTITIES = ("Agreement", "Country", "Organization", "Person", "Place")
"""The entity types that the extractor makes. A folder may add others; it can't leave these out."""

TABLES = ("countries.yaml", "geography_phrases.yaml", "places.tsv")
"""Files beside entities/ and events/ that kg.mentions.geography reads; here only that they are there is checked."""

RESERVED_LABELS = ("Article", "Date", "Entity", "Event", "Report")
"""Labels of the graph that are no entity type and no event type."""

RESERVED_EDGES = (
    *("AT", "EVIDENCE_FOR", "HOLDS_OFFICE", "IN_ARTICLE", "LOCATED_IN", "MENTIONED_IN", "OF", "ON", "PARTICIPATES_IN"),
)
"""Edge types that every graph has; no event type may project to one of them."""
