"""The words of gatherings: what they are called, how they are told apart, and how people come to them."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Gatherings at which those who take part meet one another.
ASSEMBLIES = _words("summit talk negotiation meeting gathering conference session dinner lunch luncheon banquet")
#: Those that people attend side by side.
CEREMONIES = _words(
    """ceremony funeral burial inauguration coronation enthronement wedding commemoration celebration parade
    swearing-in unveiling service mass festivity forum investiture event"""
)
#: Only with one of these before it is a service or a mass a gathering.
RITES = _words("service mass")
RITUAL = _words("memorial funeral requiem burial commemorative thanksgiving remembrance")
#: Words for any assembly or ceremony told of before.
GENERAL_ASSEMBLY = _words("meeting gathering talk session summit conference negotiation")
GENERAL_CEREMONY = _words("ceremony event gathering service celebration festivity")
#: What bodies of states hold as theirs ("their annual summit").
OF_BODIES = _words("summit conference gathering")
#: Nouns whose plural is one gathering.
PLURAL = _words("talk negotiation celebration festivity commemoration")
#: Before the noun: no gathering of actors.
OTHER_KINDS = _words(
    """news press party cabinet board annual-general shareholders town parliamentary committee council plenary
    training trading emergency-room award awards church sunday photo question question-and-answer prayer prayers"""
)
#: Before the noun: not the one told of before.
DISTINGUISHING = _words(
    """next previous last earlier past other another separate similar second third fourth fifth future subsequent
    rival parallel first later new"""
)
#: Before the noun: those who take part don't meet.
INDIRECT = _words("indirect proximity")
REMOTE = _words("virtual video online videolink videoconference teleconference remote video-link")
#: Words through which a clause mentions a gathering without being about it.
BESIDES = _words("sideline sidelines margin margins fringe fringes side wings")
OTHER_TIMES = _words("ahead before after since until following eve run-up")
COUNTLESS = _words("no any every each such some many several various few")

#: Verbs whose subject takes part in the gathering that is their object.
ATTENDING = _words("attend join chair host open convene lead mediate moderate broker co-host cohost co-chair cochair")
#: Those of them whose subject need not travel.
HOSTING = _words("chair host open convene lead mediate moderate broker co-host cohost co-chair cochair join")
#: Verbs of coming that may be told before the gathering begins.
ARRIVING = _words("arrive come fly land")
#: Who is led to a gathering.
TEAMS = _words("delegation team side negotiator mission")
#: Verbs whose subject stays away from the gathering that is their object.
AVOIDING = _words("skip boycott miss shun snub")
#: Verbs of coming and being there, with the prepositions that lead to the gathering.
COMING = {
    "participate": _words("in"),
    "take": _words("in"),
    "come": _words("to for"),
    "go": _words("to"),
    "fly": _words("to in for"),
    "travel": _words("to for"),
    "arrive": _words("for at"),
    "appear": _words("at"),
    "preside": _words("over"),
    "be": _words("at"),
    "head": _words("to for"),
    "return": _words("for"),
}
LEAVING = {"stay": _words("from"), "withdraw": _words("from"), "pull": _words("of from"), "be": _words("from")}
#: Verbs whose object is at the gathering with their subject ("host the leaders for a summit").
RECEIVING = _words("host welcome receive bring gather convene assemble")
#: Verbs whose subjects are at the gathering with one another.
MEETING = _words("meet gather sit convene assemble confer")
#: What those at a gathering do together ("at the summit X and Y agreed").
CONCLUDING = _words("agree decide adopt endorse approve discuss review resolve pledge sign")
#: Where people stand to one another at a ceremony.
BESIDE = _words("near beside alongside behind between next")
#: Verbs of speaking to a whole assembly.
ADDRESSING = _words("address tell")
#: Verbs by which a gathering brings people together ("the talks involve", "the funeral drew").
DRAWING = _words("involve draw attract bring group feature unite gather include")
#: What somebody who won't come after all gives up.
COMING_PLANS = _words("plan attendance participation appearance")
#: Prepositions beside "X came" that don't say where to.
MANNER = _words("by with without despite because from after before on along alongside aboard")
#: Words of presence beside "to be".
PRESENT = _words("there present")
PRESENT_PHRASES = frozenset({("on", "hand"), ("in", "attendance"), ("at", "table"), ("in", "audience")})
#: Who comes to a gathering, as a phrase.
ATTENDEES = _words(
    """guest participant attendee mourner delegate dignitary leader invitee visitor head president minister official
    envoy monarch royal"""
)
#: What opens a sentence that tells who was there before it names them ("Also attending were ...") ...
OPENERS = _words("also among others present in attending taking participating joining absent missing on those")
#: ... and the words that say so, of which one must stand in the opening.
ROLL_WORDS = _words(
    """attending present attendance part participating joining expected due invited absent missing guests those
    participants mourners dignitaries attendees hand"""
)
#: How many words such an opening has at most.
LEADING_WORDS = 12
#: How many sentences after a gathering was told of "they were there" may still mean it.
REACH = 3
#: ... and where the words are more general ("X came", "Y sent Z").
NEXT = 1
