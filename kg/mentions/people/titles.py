"""Words beside names that tell a person: offices, courtesy titles, kin. All in lower case, without full stops."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _gendered(*, men: str, women: str, either: str = "") -> dict[str, str | None]:
    return {
        **dict.fromkeys(men.split(), "m"),
        **dict.fromkeys(women.split(), "f"),
        **dict.fromkeys(either.split(), None),
    }


# Courtesy titles and the gender they tell. What follows one is a person, whatever else the word can be.
COURTESY = _gendered(
    men="mr mister sir señor monsieur herr don messrs",
    women="mrs ms miss madam madame dame señora frau mme daw mses",
    either="dr prof professor rev reverend mx hon honourable",
)

# Titles that are borne with a given name, and the gender they tell.
NOBLE = _gendered(
    men="""king prince emperor sultan emir sheikh sheik shaikh shah tsar czar pope duke lord baron count pharaoh
    kaiser ayatollah mullah imam archbishop cardinal bishop""",
    women="queen princess empress sheikha duchess lady baroness countess tsarina",
    either="dalai patriarch rabbi saint",
)

# Offices whose holder's name may follow directly ("President X", "envoy X"). A plural may precede several names.
OFFICES = _set(
    """president premier chancellor minister secretary senator congressman congresswoman representative rep sen gov
    sens reps governor mayor ambassador envoy spokesman spokeswoman spokesperson chairman chairwoman chairperson
    chair chief
    head leader speaker commissioner general gen lieutenant lt colonel col major maj captain capt admiral adm
    marshal brigadier brig commander cmdr sergeant sgt corporal director dictator deputy judge justice attorney
    prosecutor adviser advisor aide counsellor counselor taoiseach tanaiste lawyer negotiator diplomat officer
    official economist analyst expert historian scientist author writer poet actor actress singer composer conductor
    journalist reporter correspondent editor critic activist dissident candidate challenger nominee lawmaker
    legislator parliamentarian mp mep politician billionaire businessman businesswoman tycoon banker founder
    co-founder owner manager coach striker midfielder defender goalkeeper physicist chemist astronaut cosmonaut
    strongman warlord kingpin laureate philosopher monk priest preacher pastor evangelist comrade consul laird
    undersecretary under-secretary inspector superintendent detective constable trooper firefighter pilot engineer
    architect artist painter filmmaker player champion boxer racer driver vice-president vice-premier
    vice-chancellor vice-chairman co-chair co-chairman president-elect chairman-elect chairman-in-office
    secretary-general
    director-general attorney-general governor-general chargé rapporteur liaison plenipotentiary caudillo commandant
    generalissimo archduke caliph maharaja nawab guitarist drummer designer sociologist professor doctor veteran
    supremo ombudsman comptroller regent mediator interlocutor counterpart colleague ally rival predecessor
    successor presidents ministers premiers chancellors secretaries senators generals ambassadors envoys chairmen
    kings queens princes leaders spokesmen governors representatives analysts officials economists congressmen
    prime-minister""",
)

ABBREVIATED = _set("gen brig lt col maj capt adm cmdr sgt sen rep sens reps gov prof dr mr mrs ms rev hon")

# Words that may stand before or inside a title ("Deputy Foreign Minister", "former Vice President").
TITLE_PARTS = _set(
    """prime foreign deputy vice acting interim former ex late outgoing incoming newly-elected designate elect
    emeritus first second third permanent senior chief special presidential assistant associate under joint
    executive managing national general honorary defence defense finance interior home trade energy economy economic
    economics agriculture health education justice culture labour labor transport commerce industry environment
    information planning development oil petroleum security intelligence opposition party majority minority house
    senate parliamentary press state army navy air force police military supreme rebel guerrilla cabinet government
    crown grand holy nobel operating financial external affairs minister-designate staff exterior communications
    tourism immigration water mining veteran young old fellow then-president then""",
)

# What may come between an office and the name after it: "Secretary of State X", "Minister for Foreign Affairs X".
PORTFOLIO = _set(
    """state ministry defence defense treasury interior commerce energy labor labour agriculture education
    transportation transport homeland security veterans housing foreign external affairs health justice culture finance
    economy
    trade industry exchequer duchy staff development urban european international relations cooperation co-operation
    planning environment science sciences technology sport sports emergency situations digital resources natural
    republic kingdom federation people's peoples emirate sultanate duma council federal assembly parliament union
    commission bank central committee party academy government administration board office chamber executive army
    forces armed national house commons lords representatives senate communist supreme court of general""",
)

# Words of a state's full name, between an office and the name of the state ("President of the Republic of ...").
FORMS_OF_STATE = _set(
    """the of and republic state states kingdom federation people peoples people's arab islamic democratic federal
    union united socialist bolivarian plurinational hashemite emirate sultanate principality commonwealth""",
)

# Titles that by custom belong to one state where the article names none.
STATE_OF_OFFICE = {
    "secretary of state": "US",
    "secretary of defense": "US",
    "congressman": "US",
    "congresswoman": "US",
    "congressmen": "US",
    "taoiseach": "IE",
    "tanaiste": "IE",
    "chief cabinet secretary": "JP",
}

# Whose "to ...", "for ..." or "in ..." names another state than the one they serve.
DIPLOMATS = _set(
    """ambassador ambassadors envoy envoys emissary rapporteur representative representatives consul attache mediator
    negotiator delegate special-envoy high-representative nuncio charge administrator coordinator expert specialist
    analyst adviser advisor""",
)
# Words that make an office one of no state: "UN envoy", "European Commission President", "World Bank chief".
INTERNATIONAL = _set(
    """un nato eu ec osce imf wto iaea opec opec+ asean au oas ecowas sadc fao unesco unicef unhcr unscom unmovic unrwa
    opcw gcc oecd apec saarc csto cis brics efta interpol ecb icrc fifa uefa ioc european world international
    united-nations nations commonwealth league secretary-general pope global inter-american pan-african
    multinational""",
)

# Parliaments, seats, parties, services, and the states they are of.
STATE_OF_BODY = {
    **dict.fromkeys(("republican", "democratic", "democrat", "fbi", "cia", "nasa", "capitol", "pentagon"), "US"),
    **dict.fromkeys(("bundestag", "bundesbank", "cdu", "csu", "spd", "bundeswehr"), "DE"),
    **dict.fromkeys(("knesset", "likud", "mossad", "kadima"), "IL"),
    **dict.fromkeys(("duma", "kremlin", "fsb"), "RU"),
    **dict.fromkeys(("elysee", "matignon", "gaullist"), "FR"),
    **dict.fromkeys(("tory", "mi5", "mi6", "downing", "whitehall"), "GB"),
    **dict.fromkeys(("fatah", "hamas", "plo"), "PS"),
    "riksdag": "SE",
    "folketing": "DK",
    "storting": "NO",
    "althing": "IS",
    "eduskunta": "FI",
    "sejm": "PL",
    "dail": "IE",
    "rada": "UA",
    "sabha": "IN",
    "bjp": "IN",
    "anc": "ZA",
    "zanu-pf": "ZW",
    "swapo": "NA",
    "frelimo": "MZ",
    "unita": "AO",
    "taliban": "AF",
    "hezbollah": "LB",
    "kuomintang": "TW",
    "vatican": "VA",
}
# Offices and bodies that several states have: the one that the article speaks of, else the first.
SENATES = ("US", "PH", "AU", "CA", "MX", "BR", "AR", "CL", "CO", "NG", "PK", "KE", "IT", "FR", "ES", "PL", "RO", "BE")
STATES_OF_OFFICE = {
    **dict.fromkeys(
        (
            "senator",
            "sen",
            "sens",
            "reps",
            "rep",
            "gov",
            "speaker of the house",
            "senators",
            "representatives",
            "house speaker",
            "speaker house",
        ),
        SENATES,
    ),
    **dict.fromkeys(("majority leader", "minority leader", "minority whip", "majority whip"), SENATES),
    **dict.fromkeys(
        ("defense secretary", "treasury secretary", "commerce secretary", "energy secretary"), ("US", "PH")
    ),
    "chancellor": ("DE", "AT"),
}
# Several states have such a party or office: the only one of them that the article speaks of counts.
STATES_IN_PLAY = {
    **dict.fromkeys(("labour leader", "labour mp"), ("GB", "NZ", "NO", "IL", "IE", "NL")),
    **dict.fromkeys(("conservative leader", "conservative mp"), ("GB", "CA", "NO", "SE")),
    "foreign secretary": ("GB", "IN", "PK", "BD", "LK", "NP", "PH"),
    "home secretary": ("GB", "IN"),
    "chancellor of the exchequer": ("GB",),
}

# The nouns whose bearer is a human being, besides the offices: in apposition and in the predicate.
KIN = _set(
    """wife husband widow widower son daughter father mother brother sister nephew niece uncle aunt cousin grandson
    granddaughter grandfather grandmother son-in-law daughter-in-law father-in-law brother-in-law spouse fiancée
    fiancé girlfriend boyfriend twin heir stepson stepdaughter""",
)
HUMAN_NOUNS = KIN | _set(
    """man woman boy girl ruler monarch emir king queen prince princess sultan sheikh pope statesman stateswoman
    boss right-hand confidant confidante bodyguard interpreter translator protege protégé mentor master newcomer
    architect designer delegate emissary mediator broker go-between lobbyist academic scholar researcher student
    teacher professor lecturer doctor physician surgeon nurse farmer trader worker driver soldier fighter militant
    terrorist gunman suspect defendant victim survivor witness refugee migrant prisoner hostage spy agent defector
    critic protester demonstrator organiser organizer campaigner blogger columnist broadcaster presenter anchor host
    guest fellow specialist strategist pollster scientist inventor entrepreneur investor industrialist magnate
    financier accountant consultant executive administrator bureaucrat technocrat civil-servant mandarin minister
    president premier chancellor liberator hero martyr saint prophet apostle icon star celebrity comedian musician
    frenchman englishman dutchman irishman scotsman welshman frenchwoman englishwoman chinaman spokesman citizen
    native head leader chief captain skipper forward winger goalkeeper full-back centre-half player champion athlete
    runner swimmer cyclist footballer cricketer golfer archbishop bishop cardinal theologian peacemaker dissident
    campaigner member environmentalist feminist
    monarchist conservative liberal socialist communist republican democrat nationalist islamist cleric""",
)
PERSON_NOUNS = OFFICES | HUMAN_NOUNS
# Nouns in small letters that a name may follow without a comma: not those that are adjectives or names of teams too.
ROLES = (
    HUMAN_NOUNS
    | _set("campaigner member prisoner singer resident spokesman demonstrator survivor passenger detainee inmate")
) - _set(
    """conservative liberal socialist communist republican democrat nationalist monarchist islamist native host guest
    star champion forward winger winner hero icon saint boss man woman citizen martyr master idol newcomer heir""",
)

# A person whose possessor is named ("Y's spokesman, X") belongs to the same state.
SERVANTS = KIN | _set(
    """spokesman spokeswoman spokesperson aide adviser advisor minister secretary envoy deputy predecessor successor
    chief-of-staff lawyer confidant bodyguard ambassador negotiator colleague foreign-minister vice-president
    challenger""",
)
GENDERED_NOUNS = _gendered(
    men="""husband widower son father brother nephew uncle grandson grandfather son-in-law father-in-law
    brother-in-law spokesman chairman congressman businessman man king prince sultan emir fiancé boyfriend stepson
    monk priest statesman frenchman englishman dutchman irishman scotsman actor""",
    women="""wife widow daughter mother sister niece aunt granddaughter grandmother daughter-in-law spokeswoman
    chairwoman congresswoman businesswoman woman queen princess fiancée girlfriend stepdaughter actress
    stateswoman nun frenchwoman englishwoman""",
)
