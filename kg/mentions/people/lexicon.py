"""Words inside, around and instead of names. All in lower case, without full stops."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Small words within a name; those of OPENING may also be its first.
PARTICLES = _set(
    """de la del da das do dos di du des della dello van von der den het zu zum zur ter af av bin ibn ben bint binti
    al el ul ur ud uz ould abu ap y und le lo los las""",
)
ARTICLES_JOINED = _set("al el ad ash as ar an at az us ul d l abd bu")  # al-Sisi, as-Sabah
OPENING = _set("de da di du del van von bin ibn al el ash ould abu ter")
SUFFIXES = _set("jr sr ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi junior")

# Capitalised words that are never a part of a name in the news, and so end one.
CALENDAR = _set(
    """january february march april may june july august september october november december feb apr jul aug sep sept
    oct nov dec monday tuesday wednesday thursday friday saturday sunday tue thu fri christmas easter ramadan passover
    eid gmt bst est edt cet utc am pm""",
)
FUNCTION = _set(
    """the a an in on at by for from to of and or but nor so yet as if when while where who whom whose what which why
    how that this these those he she it they we you i his her its their our your my him them us me mine yours there
    here then now still also both either neither each every all some any no not none nobody everyone everybody many
    much more most few several other others another such same after before during since until till about above across
    against along among around behind below beneath beside besides between beyond despite down except inside into like
    near off onto out outside over past through throughout toward towards under underneath up upon with within without
    although though because unless whereas whether however moreover meanwhile nevertheless nonetheless therefore thus
    hence instead indeed perhaps maybe yesterday today tomorrow tonight later earlier soon once twice only even just
    yes well oh according asked following speaking including amid per via is are was were be been being am has have
    had do does did will would shall should can could may might must let's let one two three four five six seven eight
    nine ten eleven twelve dozens hundreds thousands millions first second third last next new old good dear thank
    thanks please welcome hello applause laughter question answer q ladies gentlemen colleagues friends read photo
    image file video caption source picture pictured watch see click page note editor's reporting editing additional
    writing nothing something anything everything people critics supporters analysts officials experts observers
    reporters sources witnesses diplomats leaders ministers opponents told said says given based born having
    excellency excellencies highness majesty god lord allah etc vs versus again always never often sometimes usually
    recently finally eventually initially previously currently presently late early mid ever almost nearly roughly
    back added ahead apart aside away long least less lets make made take visit visits meeting talks""",
)
ADJECTIVES = _set(
    """national international european asian african arab american western eastern northern southern north south east
    west central middle islamic muslim christian catholic orthodox jewish protestant buddhist hindu sunni shia shiite
    communist socialist democratic republican conservative liberal labour labor green social federal royal imperial
    presidential parliamentary global world public private military civil economic financial political nuclear
    atlantic pacific mediterranean arctic baltic caspian balkan nordic caribbean latin soviet ottoman byzantine roman
    gulf transatlantic anglo french german british english nazi fascist maoist marxist leninist stalinist zionist
    kurdish chechen tibetan palestinian saudi bosnian ukrainian russian chinese israeli iranian kremlin internet
    united great grand new old big high upper lower supreme special joint strategic general annual olympic independent
    free holy sacred golden red black white blue bilateral multilateral regional local chief senior""",
)
# An institution, work, law or spot named after somebody, or named like somebody, ends with one of these ...
INSTITUTIONS = _set(
    """party university college institute school academy council commission committee ministry department agency
    office bureau bank fund trust foundation center centre group corporation corp company co inc ltd plc llc gmbh ag
    sa spa nv holdings partners brothers bros sons capital securities motors airlines airways air energy oil gas
    petroleum steel industries electric electronics systems technologies technology software media press news times
    post journal tribune herald gazette mail telegraph guardian express daily weekly magazine review television tv
    radio broadcasting network channel channels association organization organisation organizations organisations
    measures federation union league alliance coalition front movement brigade brigades army navy force forces guard
    guards corps command regiment battalion division squadron fleet court courts tribunal chamber parliament congress
    senate assembly house duma bundestag knesset cabinet government administration embassy consulate mission prize
    prizes award awards medal cup trophy championship championships open games olympics stadium arena park square
    street avenue boulevard road lane drive bridge tunnel highway airport airfield station port harbor harbour
    terminal hotel inn resort palace castle tower building hall theatre theater museum library gallery church
    cathedral mosque temple synagogue abbey monastery hospital clinic prison jail act law bill amendment doctrine plan
    accord accords agreement agreements treaty treaties convention conventions protocol pact declaration charter
    resolution memorandum initiative programme program project scheme principle principles report papers inquiry
    dialogue process summit conference forum session meeting talks river lake sea ocean bay strait straits gulf canal
    island islands isle peninsula mountain mountains mount hill hills valley desert forest plain plains plateau cape
    coast beach county province district region state states city town village republic kingdom empire emirate
    emirates territory territories oblast prefecture war wars revolution uprising intifada battle siege crisis affair
    scandal massacre holocaust spring operation day week month year eve festival anniversary century age era hurricane
    typhoon cyclone storm wave virus disease syndrome line wall dam pipeline stream corridor belt zone area base camp
    barracks effect theorem telescope index scale curve club united rovers wanderers athletic fc affairs sciences
    studies rights relations security defence defense trade commerce development cooperation housing utilities ecology
    healthcare emergencies service services relief construction employment welfare plant factory lodge paralympics
    concern holding enterprise internet web website facebook twitter google youtube minutes memo tape tapes policy
    strategy budget reform reforms regime rule rules
    research nickel copper aluminium aluminum metals minerals pharmaceuticals pharma biotech labs laboratories
    solutions semiconductor semiconductors networks robotics dynamics aerospace aviation shipping shipyard shipyards
    foods brewery breweries beverages retail stores logistics telecom telecommunications communications wireless
    mobile insurance assurance ventures equity advisors investments management consulting associates properties
    realty estates resorts casino casinos entertainment studios records films productions publishing publishers
    books automotive tyres chemical chemicals plastics tobacco textiles apparel marathon carnival gazeta zeitung
    shimbun komsomolets briefing broadcasting software exchange flight reservation societies society crescent""",
)
# ... or begins with one of these.
HEADS_OF_PLACES = _set(
    """camp lake mount mt port fort cape uss hms ss operation hurricane typhoon cyclone storm rue plaza piazza place
    platz palazzo villa château chateau hotel hôtel radio bank university college institute universidad université san
    santa são santo los las el-al st saint-denis wadi jebel tel beit al- deir tell ras river mv ins school museum
    church cathedral airport stadium estadio avenue via ponte porto puerto playa isla rio costa sierra monte val
    bayern real atletico borussia sporting fc ac inter racing nord banco banca credit crédit société deutsche groupe
    airbus boeing alfa team route article section chapter""",
)
NOT_NAMES = (
    CALENDAR
    | FUNCTION
    | ADJECTIVES
    | INSTITUTIONS
    | _set(
        """covid covid-19 coronavirus brexit nato isis isil unesco unicef opec asean g7 g8 g20 quad mercosur interpol
        pentagon kremlin quai elysee élysée downing whitehall capitol wall reuters afp ap xinhua tass kyodo yonhap
        bloomberg cnn bbc al-jazeera interfax hamas hezbollah fatah taliban likud qaeda al-qaeda bible koran quran
        torah democrats republicans tories conservatives socialists communists islamists muslims christians jews
        catholics protestants europeans asians africans arabs kurds chechens tibetans serbs croats dollar euro pound
        yen yuan rouble ruble rupee franc""",
    )
)

# Words of the lists above, and titles, that are common surnames too ("Gordon Brown", "John Major", "Mrs May").
SURNAMES_TOO = _set(
    """may hall hill brown black white green gray grey king bishop major price church west north page law power powers
    long day steel young park bridge street lane field fields house post banks camp rice wood woods stone strait roman
    forest christian english french holland german said chambers cook baker carter judge marshal marshall dean pope
    prince duke lord earl cardinal guest archer mayor sharp wise best little small wolf fox bell ball cross winter
    summer spring frost snow storm rivers lake waters ford cave march august rose daley khan swift love hope joy
    gates dodd ferry wall singer driver painter farmer fisher priest abbot chase coffin bond banker cash money penny
    mount chancellor coach constable sergeant captain justice speaker head chief player newton county sen
    ho an to do no so he""",
)

# "Merkel-led": the name ends before the hyphen.
TAILS = _set(
    """led backed based style born run made sponsored brokered held controlled era day hosted owned appointed mediated
    inspired like trained educated supported ruled speaking friendly occupied""",
)

# Verbs of human action whose subject, in the news, is somebody more often than not.
HUMAN_VERBS = _set(
    """say tell ask reply answer add note remark explain insist argue warn stress promise vow pledge urge joke quip
    recall admit concede deny confess complain declare announce think believe hope fear want wish know feel remember
    smile laugh weep cry nod shrug hug kiss embrace shake sit stand walk sleep eat dine drink arrive fly travel return
    leave depart visit meet greet welcome receive congratulate thank praise criticise criticize accuse blame phone
    telephone write speak talk marry die resign step sign succeed replace appoint nominate elect run win lose defeat
    beat serve play score study grow live bear inform express emphasise emphasize underscore wave strangle shoot kill
    flee grin frown sigh""",
)
# What human beings rather than bodies have: "X's arrival".
HUMAN_ACTS = _set(
    """visit visits trip tour arrival departure speech speeches remarks comments statement interview resignation
    death illness health birthday birth election re-election inauguration swearing-in decision war aggression rise
    fall ouster overthrow successor supporters aides bodyguards predecessor rivals critics allies lawyers regime
    rule presidency premiership administration cabinet government attack words voice face hand office call letter
    meeting talks itinerary schedule popularity term mandate motorcade funeral career life house home family""",
)
# Surnames that stand first, for the shape "Surname Given(-given)".
EAST_ASIAN_SURNAMES = _set(
    """wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han
    tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai
    xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long
    wan duan qian yin lai wen xi bo chiang chou hsu hsieh tsai tsang chang chao teng kuo soong lien lee hua geng qiao
    ling hong zong kim park choi choe jung jeong chung cho jo yoon yun jang lim im oh seo suh shin sin kwon hwang ahn
    an ryu yoo jeon ko moon mun son bae baek pak heo huh nam sim noh roh no ha joo ju chon cha ban ri pyo nguyen tran
    le pham hoang phan vu vo dang bui do ho ngo duong ly truong dinh to lam""",
)

# "The newspaper X", "carmaker X": beside such a noun in small letters stands the name of a thing.
THINGS = _set(
    """newspaper daily weekly tabloid broadsheet magazine newsmagazine radio television station channel broadcaster
    agency website portal network company firm group conglomerate manufacturer carmaker automaker steelmaker
    planemaker drugmaker chipmaker brewer retailer supermarket airline carrier lender insurer bank giant producer
    exporter operator subsidiary club brand restaurant hotel ferry ship vessel tanker frigate submarine yacht liner
    trawler destroyer rocket missile satellite spacecraft shuttle aircraft plane jet helicopter novel film movie
    opera play musical song album painting sitcom supertanker warship refinery charity""",
)
# What stands right after the name of a thing, but not after a person's: "Gazprom shares", "Novosti radio".
THINGS_AFTER = (THINGS | _set("shares stock subsidiary dealership refinery shareholders employees fans")) - _set(
    "company group network giant operator charity play daily weekly plane jet film movie novel song painting brand"
)

# After these, with "of", comes a place.
KINDS_OF_PLACES = _set(
    """city town village hamlet port province region district county island islands isle state republic territory
    capital suburb municipality resort coast gulf sea lake valley enclave peninsula oblast outskirts north south east
    west northeast northwest southeast southwest battle area areas base kingdom university bank church""",
)

# Firms, parties, places and figures of speech that have the shape of a person's name. In their folded words.
SHAPED_LIKE_PEOPLE = frozenset(
    tuple(name.split())
    for name in str.split(
        """morgan stanley;goldman sachs;merrill lynch;lehman brothers;jp morgan;wells fargo;philip morris;charles
        schwab;
        arthur andersen;booz allen;ernst young;smith barney;price waterhouse;thomas cook;lockheed martin;aston martin;
        mercedes benz;mercedes-benz;alfa romeo;rolls royce;hewlett packard;louis vuitton;harley davidson;calvin klein;
        ralph lauren;tommy hilfiger;marks spencer;standard chartered;credit suisse;bear stearns;legal general;
        al jazeera;al arabiya;al qaeda;al aqsa;al shabaab;abu sayyaf;abu ghraib;boko haram;sinn fein;fianna fail;
        fine gael;plaid cymru;jemaah islamiyah;bharatiya janata;khmer rouge;pathet lao;viet cong;viet minh;shin bet;
        dien bien phu;ben gurion;santa claus;uncle sam;john doe;jane doe;big ben;mona lisa;nord stream;big brother;
        la scala;charles de gaulle airport;abu musa;la paz;le monde;le figaro;el pais;el mundo;
        la repubblica;der spiegel;die welt;die zeit;al ahram;al hayat;asahi shimbun;yomiuri shimbun;nihon keizai;
        rio tinto;eli lilly;jack daniels;johnson controls;kirin beer;cathay pacific;deutsche welle;hang seng""",
        ";",
    )
)
