"""Words that make what depends on them planned, possible or not so.

Sources: the verb classes of Karttunen (1971), "Implicative Verbs", and FactBank (Saurí and Pustejovsky 2009),
as they occur in reports of visits, meetings, calls and signings.
"""

from __future__ import annotations

from kg.predicates.predicate import Modality


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Verbs (and adjectives) whose infinitive, clause or event noun is a plan.
PLANNING = _words(
    """plan schedule expect intend prepare agree set slate promise vow pledge arrange due announce confirm
    decide book mean aim undertake commit accept await anticipate line fix poise look program earmark pencil reschedule
    resolve foresee envisage unveil project determine"""
)
#: ... is no more than possible.
POSSIBLE = _words(
    """invite propose offer ask urge demand consider want seek hope suggest wish request call press encourage hop
    recommend contemplate weigh mull advocate insist beg plead appeal discuss explore willing ready able
    likely unlikely possible prefer like favor favour push allow let permit free open threaten
    persuade convince challenge instruct order tell need envision float raise depend claim speculate try attempt"""
)
#: ... does not come about, or not then (what is postponed is off for the date it had).
NEGATIVE = _words(
    """refuse decline cancel fail abandon scrap reject boycott shelve skip avoid rule deny forgo block
    prevent stop bar forbid ban prohibit veto axe ditch oppose abort dismiss nix snub miss postpone delay defer suspend
    drop"""
)
#: Particle verbs that negate.
NEGATIVE_PARTICLES = frozenset(
    {
        ("call", "off"),
        ("put", "off"),
        ("break", "off"),
        ("cry", "off"),
        ("rule", "out"),
        ("pull", "out"),
        ("back", "out"),
        ("turn", "down"),
    }
)
#: Particle verbs that begin what the bare verb would only plan or end: "set off for talks", "stopped over for talks".
STARTING_PARTICLES = frozenset({("set", "off"), ("set", "out"), ("stop", "over"), ("stop", "off"), ("stop", "by")})
#: Verbs of saying and thinking: their clause keeps its own modality and their time is not its time.
SAYING = _words(
    """say tell report state declare add announce claim write note explain insist stress believe think argue
    acknowledge admit recall remember mention reveal show indicate suggest confirm comment describe know learn
    hear read post tweet quote warn reiterate emphasize emphasise underline assert maintain remark respond
    reply answer inform brief"""
)
#: Verbs that decide about an event at another time than its own.
DECIDING = (NEGATIVE - _words("skip boycott miss avoid fail stop")) | _words(
    "announce confirm accept agree invite propose decide promise vow pledge call put urge ask offer request"
)
#: Verbs whose subject takes part in the event that they take ("attended the talks", "took part in the summit").
ATTENDING = _words("attend join participate take")
#: Verbs that say no more than that an event takes place: what hangs on them hangs on the event noun.
HOLDING = _words(
    """hold have conduct open resume begin start continue conclude finish end complete enter launch pursue schedule
    reopen restart renew suspend interrupt take give break wrap cut stage share enjoy"""
)
#: Verbs of speaking to somebody: at a meeting, in a call.
ADDRESSING = _words(
    """tell inform assure brief congratulate thank urge warn ask press invite promise remind advise notify present hand
    give show persuade convince challenge confront pledge agree discuss say speak talk explain complain raise reassure
    deliver request implore beg beseech offer propose suggest convey"""
)
#: Verbs that put somebody beside the subject ("accompanied by", "flanked by").
ACCOMPANYING = _words("accompany flank join")
#: What those do, and are, who are only there ("with Clinton looking on", "with Clinton as witness").
LOOKING_ON = _words("look watch stand smile preside applaud observe witness act serve sit beam")
WITNESSES = _words("witness mediator observer host guarantor guest chair chairman moderator broker")
MODAL_PLANNED = _words("will shall would 'll ’ll 'd ’d wo sha")
MODAL_POSSIBLE = _words("may might could can ca should must ought")
NEGATIONS = _words("not n't n’t never no neither nor without")

#: Adjectives on an event noun.
PLANNED_ADJECTIVES = _words(
    """planned scheduled upcoming forthcoming next future expected coming impending anticipated imminent slated
    prospective long-awaited long-planned due"""
)
POSSIBLE_ADJECTIVES = _words(
    "possible potential proposed eventual hypothetical likely would-be suggested mooted rumored rumoured"
)
NEGATED_ADJECTIVES = _words("cancelled canceled aborted scrapped abandoned called-off failed")

#: What an event is said to be in or under, and what that makes of it ("is under discussion", "is off").
POSSIBLE_STATES = _words("discussion consideration negotiation review doubt question jeopardy danger talks")
NEGATED_STATES = _words("off hold ice")
#: Verbs whose subject may be the date of an event ("no date has been set for a visit").
DATING = _words("set fix agree name announce give choose schedule decide")

#: Words before an event noun that place the clause before the event.
BEFORE = _words("before ahead eve run-up runup prior preparation preparations")

#: Nouns whose infinitive or event noun takes their modality ("an invitation to visit", "plans for talks").
NOUN_MODALITY = {
    **dict.fromkeys(
        _words("plan intention agreement preparation schedule date decision pledge promise arrangement announcement"),
        Modality.PLANNED,
    ),
    **dict.fromkeys(
        _words(
            """invitation proposal offer request call demand hope possibility chance prospect idea desire wish need
            readiness willingness opportunity suggestion condition appeal bid"""
        ),
        Modality.POSSIBLE,
    ),
    **dict.fromkeys(_words("refusal cancellation absence failure lack boycott"), Modality.NEGATED),
}

#: Verbs whose infinitive belongs to their object ("invited Modi to visit"), not to their subject.
OBJECT_CONTROL = _words(
    """invite ask urge tell order persuade allow let permit want expect encourage press instruct send help force
    convince get lead enable request require advise beg summon schedule bring prompt authorize authorise have make see
    watch"""
)


def clause_modality(lemma: str, particle: str) -> Modality:
    """What a governing verb or adjective makes of the clause or event noun that it takes.

    Parameters
    ----------
    lemma : str
        Base form of the governor.
    particle : str
        Its particle, "" without one.

    Examples
    --------
    >>> clause_modality("refuse", "").name, clause_modality("call", "off").name, clause_modality("begin", "").name
    ('NEGATED', 'NEGATED', 'ASSERTED')
    """
    if (lemma, particle) in NEGATIVE_PARTICLES:
        return Modality.NEGATED
    if (lemma, particle) in STARTING_PARTICLES:
        return Modality.ASSERTED
    if lemma in NEGATIVE and lemma != "rule":
        return Modality.NEGATED
    if lemma in PLANNING:
        return Modality.PLANNED
    if lemma in POSSIBLE:
        return Modality.POSSIBLE
    return Modality.ASSERTED
