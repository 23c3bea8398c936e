"""Words that are no names: the small words of English, and common ones of headlines.

Left out are those that are well-known surnames too (Bush, Rice, Brown, Chase, March): for them the text
itself must say.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# The closed classes. Not "us" and "may": in capitals the one is a state, at a capital the other a month or a surname.
SMALL = _set(
    """a an the this that these those some any no all both each every either neither another other such
    in on at by for from to of off out up down over under with without within into onto upon about above across after
    against along amid amidst among amongst around as before behind below beneath beside besides between beyond despite
    during except inside like near outside past per since than through throughout till toward towards until via versus
    vs and or but nor so yet if when while where whether because though although unless once lest who whom whose which
    what why how not never again still soon now then here there back away ahead apart aside together also just only
    even ever almost nearly too very much more most less least few many
    he she it they we you his her its their our your my him them me himself herself itself themselves
    is are was were be been being am has have had having do does did doing done will would shall should can could might
    must cannot 's t re ll ve""",
)

# Verbs in their plain form; the other forms are made from them.
_VERBS_TEXT = """
    abandon accept accuse address adopt advance affirm agree aim allow announce answer apologise apologize appeal
    appear appoint approve arrest arrive ask assail assure attack attend back ban bar become begin block boost
    boycott break brief bring broker build call cancel celebrate challenge change cite claim clash clear close come
    condemn confer confirm congratulate consider consult continue convene cool cut deal debate decide declare defend
    delay demand deny depart deplore deploy dine discuss dismiss draw drop ease embrace emerge end endorse enter
    escalate establish expand expect expel explore express extend face fail fall fear fight finalise finalize find
    fly forge free gather get give go greet hail halt head hear help hint hit hold honor honour host hug impose
    improve inaugurate ink insist invite join keep kill land launch lay lead leave lift lift-off lose make mark
    mediate meet mend mourn move mull name near negotiate nominate offer open oppose oust outline pardon pave pay
    phone plan pledge postpone praise prepare present press proclaim promise promote propose protest push put raise
    ratify reach reaffirm receive recognise recognize reject release renew repair replace report request rescue
    resign resist resolve restore resume return reveal review rule run salute say scrap seal secure see seek seem
    send shake share shelve show sign skip slam slow snub spark speak speed spend spur stage start stay step stop
    strengthen stress strike strive submit suggest support suspend swap tackle take talk tell thank threaten toast
    tour trade travel try turn undergo unite unveil urge use veto visit vow wait walk want warn weigh welcome widen
    win wind withdraw wrap write"""
_IRREGULAR = _set(
    """ate became began begun bought broke broken brought built came chose chosen cut drew drawn fell fallen felt flew
    flown found fought gave given gone got held heard hit kept knew known laid led left lost made met paid put quit ran
    read risen rose said sat saw seen sent set shook shaken shown shut spoke spoken spent stood struck sworn took taken
    taught thought told threw thrown torn understood went won withdrew withdrawn woke written wrote""",
)
_NOUNS_TEXT = """
    accord agenda agreement aide airport alliance ambassador anniversary arm arrival attempt ballot blast bloc bomb
    border budget campaign cease-fire ceasefire ceremony citizen commitment communique concern conference conflict
    cooperation coup crisis currency day deadline decision declaration defence defense delegate delegation departure
    dialogue dinner diplomacy diplomat discussion dispute document drill economy effort election embassy enemy
    energy envoy era exercise force friend friendship future gift goal government group guest handshake history home
    hope hostage hour impasse inauguration independence initiative investment issue journey killing leader letter
    lunch luncheon meeting memorandum message minister minute missile mission money month nation negotiation
    negotiator neighbor neighbour news number oath official oil ouster pact parliament partner partnership party
    peace people phone plane poll port prisoner problem program programme progress protester protocol question rebel
    reform refugee relation relationship relief report reporter resolution response result rival role row sanction
    security soldier source speech spokesman spokeswoman stability stage stance standoff statement step stopover
    strategy strike success summit support swap tariff tension term terror terrorism threat tie time today tomb
    tomorrow tonight top trade treaty trial tribute trip troop truce trust violation violence vote voter war way
    weapon week weekend woman world wreath year yesterday"""
_OTHERS = _set(
    """men women children crises
    abroad bilateral broad close closer common diplomatic direct double early economic emergency final first foreign
    former formal fresh full global good great high highest historic hostile huge important international joint key
    landmark last late latest lower military multilateral mutual national new next nuclear official old possible prime
    private public rare ready real recent regional second secret senior separate several strategic strong third
    top-level trilateral unlikely upcoming likely urgent vice warm wide one two three four five six seven eight nine
    ten least""",
)
_SIBILANT = ("s", "x", "z", "ch", "sh", "o")
_VOWELS = "aeiou"


def _third_person(word: str) -> str:
    """Word with the ending of a plural or of the third person."""
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_SIBILANT) else "s")


def _past_and_participle(word: str) -> tuple[str, ...]:
    """All that a regular verb can look like; a form that doesn't exist does no harm."""
    stem = word.removesuffix("e")
    past = word[:-1] + "ied" if word.endswith("y") and word[-2] not in _VOWELS else stem + "ed"
    doubled = (word + word[-1] + "ed", word + word[-1] + "ing") if word[-1] in "bdglmnprt" else ()
    return (past, stem + "ing", *doubled)


_VERBS, _NOUNS = _set(_VERBS_TEXT), _set(_NOUNS_TEXT)
COMMON = frozenset(
    (
        *_VERBS,
        *_NOUNS,
        *_OTHERS,
        *_IRREGULAR,
        *map(_third_person, _VERBS | _NOUNS),
        *(form for verb in _VERBS for form in _past_and_participle(verb)),
    )
)
