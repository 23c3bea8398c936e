"""Closed classes of words that coreference looks at, as data. All are lemmas in lower case."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Unnamed people and bodies that act for the state or organization that they belong to.
OFFICIALS = _words(
    "official officer delegation delegate side government authority administration team negotiator mediator diplomat"
    " ministry embassy consulate cabinet leadership regime junta military army navy force troops spokesman spokeswoman"
    " spokesperson representative envoy ambassador emissary presidency parliament mission source"
    " lawmaker legislator aide adviser advisor commander expert soldier counterpart"
)
GOVERNMENTS = _words("government authority administration leadership regime junta cabinet")
DELEGATIONS = _words("delegation team mission group contingent")

COUNTERPARTS = _words("counterpart colleague")
HOSTS = _words("host")
GUESTS = _words("guest visitor")

# Titles that stand before a name after its office: "the emir of Qatar, Sheikh Hamad".
HONORIFICS = _words(
    "sheikh king queen prince princess sultan emir crown sir lord lady dame mr mrs ms dr gen. general president"
)

# What plural or counted nouns stand for.
STATE_NOUNS = _words("country nation state neighbour neighbor government power ally rival republic superpower capital")
SIDE_NOUNS = _words("side party delegation team")
PEOPLE_NOUNS = _words("man woman leader statesman principal")
COUNTED = {"pair": 2, "duo": 2, "couple": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4}
NUMERALS = {
    "two": 2,
    "both": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
# States of one name, of which two are told of together: "the two Koreas".
NAMESAKES = {"koreas": ("KP", "KR"), "sudans": ("SD", "SS"), "congos": ("CD", "CG")}
KINGDOMS = {
    "kingdom": _words("SA GB ES NL BE DK NO SE JO MA BH TH KH BT LS SZ TO NP"),
    "emirate": _words("AE QA KW"),
    "sultanate": _words("OM BN"),
}
LONE_STATE_NOUNS = _words("country nation kingdom emirate republic sultanate")
ORGANIZATION_NOUNS = _words("bloc alliance organization organisation union group movement agency watchdog militia")

# Common nouns for people who are no actors of state; they take pronouns away from the named.
_PERSON_NOUNS = _words(
    "man woman person boy girl child father mother son daughter brother sister wife husband widow friend analyst"
    " economist expert scholar professor reporter journalist correspondent protester demonstrator activist critic"
    " lawyer judge doctor nurse teacher student farmer worker driver pilot witness resident voter soldier guard"
    " policeman officer businessman businesswoman banker trader investor singer actor player coach author writer"
    " historian interpreter translator successor predecessor candidate rival challenger opponent deputy member"
    " prisoner hostage suspect victim refugee migrant executive owner founder"
)
_PERSON_ENDINGS = ("ist", "eer", "man", "woman", "ologist")
_THINGS = _words("career beer deer sheer veneer list mist fist twist wrist checklist shortlist blacklist talisman")
KIN = _words(
    "father mother son daughter brother sister wife husband widow friend uncle nephew cousin interpreter bodyguard"
    " doctor lawyer"
)
RELATIVES = _words(
    "father mother son daughter brother sister wife husband widow friend family uncle nephew cousin successor"
    " predecessor challenger deputy bodyguard doctor lawyer interpreter party opponent critic supporter"
)


def is_person_noun(noun: str) -> bool:
    """Whether a common noun is of a human being, as far as lists and endings tell."""
    return noun in _PERSON_NOUNS or (noun.endswith(_PERSON_ENDINGS) and noun not in _THINGS)


# Titles with these are of lesser leaders than those of states.
LESSER = _words(
    "regional opposition rebel party tribal religious local provincial spiritual union student community militia"
    " guerrilla separatist parliamentary group faction movement majority minority deputy vice"
)

# Modifiers that make a description one of others than those told of.
BLOCKERS = _words(
    "other another neighbouring neighboring regional world european arab african asian western global opposition rebel"
    " local many several various future next party business religious tribal former-communist some few most more"
    " present current incumbent latin gulf community union student church industry such"
)

#: Whose they are doesn't matter: "Russian media representatives", "Zambian opposition leaders" aren't the state.
NO_STATES = _words(
    "media press business industry opposition rebel student church religious tribal civic labour labor trade-union"
)

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
POSSESSIVE = frozenset({"his", "her", "its", "their", "my", "our", "whose"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})

QUANTIFIERS = _words("no any every each neither either what which first last second third next previous successive")

SPEECH_VERBS = _words(
    "say tell add state declare announce write note explain remark stress insist argue claim reply respond ask warn"
    " comment continue emphasize emphasise underline underscore point acknowledge admit vow pledge promise report read"
    " recall conclude quip joke tweet observe assert affirm reiterate quote mutter"
)
SEND_VERBS = _words("send congratulate greet write address extend convey offer wish thank")
MESSAGES = _words("message letter telegram greeting statement cable note text address condolence post tweet")
HOST_VERBS = _words("receive host welcome greet invite meet accommodate entertain")
MOTION_VERBS = _words("visit travel fly go arrive come head tour journey land jet depart leave")
VISIT_NOUNS = _words("visit trip tour journey stay arrival stopover stop travel mission pilgrimage")
DISPATCH_VERBS = _words("take bring carry")
REQUEST_VERBS = _words("invite ask urge offer summon press beg call")
ANSWER_VERBS = _words("accept agree decline refuse consent")

# Of the officials, those that are no human beings.
BODIES = _words(
    "delegation side government authority administration team ministry embassy consulate cabinet leadership"
    " regime junta military army navy force troops presidency parliament mission party"
)
# What a minister or a head is of without naming a state.
PORTFOLIOS = _words(
    "state government defense defence affairs finance interior trade energy commerce treasury health education"
)
STATE_PARTS = _words("republic state kingdom emirate government people federation union house parliament")
# Verbs whose object does what their infinitive says.
OBJECT_CONTROL = _words(
    "ask tell urge invite persuade force order allow permit advise press push encourage want expect help let make"
)
TOWN_NOUNS = _words("city town port resort village island region province territory")
EMPTY_VERBS = _words("be seem appear remain become rain emerge transpire happen")
