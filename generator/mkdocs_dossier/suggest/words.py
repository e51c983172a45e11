"""The words by which names are told from other words with a capital, and what is named from what is not.

Lists of our own, kept short: most of the telling is done by counting (a word that the texts also write small is
no name), so that other languages and other subjects work as well.
"""

from __future__ import annotations

from mkdocs_dossier.model.records import ActorType

FUNCTION_WORDS = frozenset(
    """a about above across after again against ago all almost along already also although always am among an and
    another any anyone are around as asked at away back because been before behind being below besides between both
    but by can could despite did do does during each earlier either else even ever every few finally first following
    for former formerly from further he hello hence her here his how however i if in indeed inside instead into is
    it its itself just last late later least less let like many may maybe me meanwhile might mine more moreover most
    much must my near nearly neither never nevertheless next no nobody none nor not nothing now of off often on once
    one only onto or other others otherwise our out outside over own per perhaps rather same second several shall
    she should since so some someone soon still such than that the their them then there therefore these they third
    this those though through throughout thus to today together tomorrow tonight too toward towards two three four
    five six seven eight nine ten twelve dozens hundreds thousands millions eleven under unless unlike until up upon
    us very was we well were what when where whether which while who whoever whom whose why will with within without
    would yes yesterday yet you your according speaking experts officials sources critics analysts activists
    witnesses residents reports police rebels scientists researchers campaigners lawyers troops soldiers people men
    women children""".split()
)
"""Words that open a sentence and are no part of the name behind them."""

OPENERS: dict[str, frozenset[str]] = {
    "de": frozenset(
        """der die das den dem des ein eine einer eines einem im am vom zum zur bei beim mit nach seit von vor auch
        noch nur es er sie wir ich man nicht kein keine doch aber und oder als wenn wie was wer wo in an auf
        aus""".split()
    ),
    "fr": frozenset(
        """le la les un une des du au aux ce cette ces il elle ils elles on en dans par pour sur avec sans mais et
        ou selon après avant son sa ses leur nous""".split()
    ),
    "es": frozenset(
        """el la los las un una del al en por para con sin pero y o según su sus este esta estos no se lo desde tras
        entre""".split()
    ),
    "it": frozenset(
        "il lo la i gli le un una uno nel nella del della da per con ma e o secondo suo sua non si".split()
    ),
    "pt": frozenset("o a os as um uma do da no na em por para com mas e ou segundo seu sua não se".split()),
    "nl": frozenset("de het een in op van voor met maar en of volgens zijn haar er dit dat die niet".split()),
    "ru": frozenset(
        """в во на по из за от с со к о об и а но или как что это этот он она они мы вы его её их не вчера сегодня
        после до при для там также""".split()
    ),
    "uk": frozenset("в у на по з із за від до і й та а але або як що це він вона вони ми не після при для там".split()),
    "el": frozenset("ο η το οι τα του της των στο στη στην στον σε με για από και αλλά ή χθες σήμερα μετά δεν".split()),
    "tr": frozenset("bu bir ve ama ancak için ile o da de dün bugün sonra".split()),
}
"""The same in other languages, by their code. Some of these words begin names elsewhere (La Paz)."""

CALENDAR = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur
    thurs fri sat sun gmt utc bst cet est edt pst am pm""".split()
)

COMMON = frozenset(
    """god internet web english french german spanish arabic russian chinese islam muslim muslims christian
    christians sunni shia shiite jewish jew jews arab arabs kurd kurds kurdish turkmen african africans asian asians
    european europeans american americans western westerners west east north south northern southern eastern
    easterners democrat democrats republican republicans tory tories socialists communists catholic catholics
    orthodox protestant islamist islamists ramadan christmas easter ok tv pdf covid dna am pm ceo mp mps ad bc photo
    image video url faq id""".split()
)
"""Written with a capital, and no actor: faiths, peoples, tongues, quarters of the sky, and what is written small by
nobody."""

PARTICLES = frozenset(
    """al el ul ibn bin bint ben abu bar de del della dello di da das do dos du la las le los van von vom zu zum zur
    ter ten te af av i""".split()
)
"""What may stand, small, between the words of a name."""

CONNECTORS = frozenset("of for on against without to".split())
"""What may stand, with or without an article, between the head of an organization's name and the rest."""

# -- titles ------------------------------------------------------------------------------------

HONORIFICS = frozenset(
    """mr mrs ms miss mx dr prof sir dame lord lady hon rev fr mme mlle monsieur madame herr frau señor señora don
    doña comrade sheikh sheik shaikh imam ayatollah hajji mullah rabbi father pope bishop archbishop cardinal
    patriarch king queen prince princess emir sultan shah baron count duke""".split()
)

RANKS = frozenset(
    """gen lt col maj cpt capt adm cmdr brig sgt cpl gov sen rep amb pres general lieutenant colonel major captain
    admiral commander commodore brigadier sergeant marshal corporal commandant officer""".split()
)

OFFICES = frozenset(
    """president premier minister chancellor secretary senator congressman congresswoman representative governor
    mayor ambassador envoy spokesman spokeswoman spokesperson judge justice professor doctor chairman chairwoman
    chairperson chair director leader speaker prosecutor attorney commissioner delegate deputy councillor councilor
    inspector detective coach founder head chief analyst economist photojournalist cameraman blogger researcher
    reporter correspondent journalist editor photographer author writer historian lawyer activist mediator
    negotiator ombudsman auditor trader engineer scientist banker businessman businesswoman entrepreneur candidate
    citizen resident pilot soldier farmer teacher coordinator coordinator-general organiser organizer
    president-elect monarch warlord militant fighter oligarch tycoon dissident defector whistleblower witness victim
    suspect minister-president secretary-general director-general attorney-general präsident präsidentin kanzler
    kanzlerin bundeskanzler bundeskanzlerin außenminister außenministerin ministerin sprecher sprecherin général
    président présidente ministre presidente ministro ministra portavoz президент министр генерал πρόεδρος
    υπουργός""".split()
)
"""What a person is or does: before the name ("Foreign Minister X", "analyst X"), or after it ("X, the minister")."""

OFFICE_FIELDS = frozenset(
    """foreign prime defence defense interior finance justice health education energy trade oil agriculture culture
    information economy transport labour labor home state attorney general external affairs security press military
    government ministry army police party opposition rebel special political executive managing deputy vice under
    lead national regional parliamentary presidential rights chief public community union senior rear field air
    warrant staff acting former incoming outgoing then late ex first second junior assistant permanent supreme grand
    crown shadow honorary veteran prominent local provincial""".split()
)
"""What may stand before a rank or an office: "the *Syrian defence* minister", "*Rear* Admiral"."""

SPEECH = frozenset(
    """said says told tells added adds warned warns argued argues announced announces declared declares tweeted
    wrote writes claimed claims insisted insists explained explains replied denied denies acknowledged confirmed
    confirms stressed urged urges met meets visited resigned spoke speaks thanked thinks believes hopes vowed talked
    signed welcomed condemned accused acted promised""".split()
)
"""Verbs whose subject acts or speaks: an actor, of whatever kind, and no place or thing."""

REPORTS = frozenset("reported reports quoted cited published".split())
"""Verbs whose subject may be a medium."""

# -- heads of names ------------------------------------------------------------------------------

HEADS: dict[ActorType, frozenset[str]] = {
    "military": frozenset(
        """army navy marines fleet battalion regiment brigade division corps squadron airforce infantry artillery
        military troops""".split()
    ),
    "armed-group": frozenset(
        """front militia militias units brigades jaish jabhat liwa faylaq harakat kataib katibat ansar mujahideen
        fighters rebels guerrillas resistance forces jund saraya hashd""".split()
    ),
    "government": frozenset(
        """ministry department government parliament senate congress cabinet directorate commission embassy
        consulate presidency treasury inspectorate authority agency bureau administration assembly duma knesset
        bundestag majlis court tribunal police secretariat municipality prefecture legislature judiciary ministerium
        ministère ministerio министерство politburo regulator kremlin""".split()
    ),
    "party": frozenset("party partei parti partido партия bloc alliance movement".split()),
    "media": frozenset(
        """news times post gazette journal herald tribune telegraph guardian television tv radio press broadcasting
        daily weekly magazine newspaper media observer courier chronicle dispatch channel bulletin zeitung register
        review""".split()
    ),
    "company": frozenset(
        """inc ltd llc plc gmbh ag sa corp corporation company companies group holdings holding industries resources
        partners airlines airways bank motors technologies systems petroleum oil gas electric pharmaceuticals
        ventures capital consulting enterprises energy telecom mining insurance labs laboratories software networks
        studios""".split()
    ),
    "organization": frozenset(
        """council organization organisation institute foundation committee association federation union league
        society university college school academy centre center observatory crescent cross fund network watch forum
        club mission mechanism force house international trust project programme program initiative campaign
        coalition conference confederation board panel office service services team unit delegation group chamber
        congregation church nations doctors defence frontières amnesty nato rights taskforce secours croix-rouge
        verein stiftung общество организация""".split()
    ),
}
"""The word that says what a name is the name of, mostly its last: "Black Sea *Fleet*", "*Ministry* of Health". The
first list that has it counts."""

PHRASE_HEADS: dict[tuple[str, str], ActorType] = {
    ("air", "force"): "military",
    ("armed", "forces"): "military",
    ("aerospace", "forces"): "military",
    ("ground", "forces"): "military",
    ("special", "forces"): "military",
    ("task", "force"): "organization",
    ("security", "forces"): "government",
    ("police", "force"): "government",
    ("general", "staff"): "military",
    ("coast", "guard"): "military",
    ("national", "guard"): "military",
    ("revolutionary", "guard"): "military",
    ("republican", "guard"): "military",
    ("revolutionary", "guards"): "military",
    ("liberation", "army"): "military",
    ("free", "army"): "armed-group",
    ("military", "council"): "armed-group",
    ("news", "agency"): "media",
    ("press", "agency"): "media",
    ("media", "center"): "media",
    ("media", "centre"): "media",
    ("security", "council"): "organization",
    ("central", "bank"): "government",
    ("supreme", "court"): "government",
    ("white", "house"): "government",
    ("human", "rights"): "organization",
    ("trade", "union"): "organization",
    ("labour", "party"): "party",
    ("action", "network"): "organization",
}
"""Two last words that say more than the last one."""

# -- what is said of names -----------------------------------------------------------------------

DESCRIPTIONS: dict[str, str] = {
    **dict.fromkeys("militia faction insurgents rebels jihadists guerrillas".split(), "armed-group"),
    **dict.fromkeys("newspaper broadcaster magazine website outlet blog channel weekly daily tabloid".split(), "media"),
    **dict.fromkeys(
        "company firm bank airline manufacturer conglomerate retailer startup consultancy".split(), "company"
    ),
    **dict.fromkeys("party".split(), "party"),
    **dict.fromkeys("movement coalition network".split(), "organization"),
    **dict.fromkeys(
        """charity ngo foundation university institute association organisation organization union agency group
        nonprofit""".split(),
        "organization",
    ),
    **dict.fromkeys("ministry regulator parliament".split(), "government"),
    **dict.fromkeys(
        """city town village province district region suburb neighbourhood neighborhood governorate port river
        mountain island valley camp crossing capital peninsula county hamlet enclave quarter base airport
        airfield""".split(),
        "place",
    ),
    **dict.fromkeys(
        "operation war battle agreement treaty festival conference summit storm hurricane".split(), "thing"
    ),
}
"""Nouns that say what a name names, with what they tell: "X, a *militia*", "the *newspaper* X"."""
