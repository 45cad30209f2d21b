/// The words of a language that tell what a sentence does: they go into the index, so that the script knows no language.
package struct Grammar: Sendable {
    /// Words that tell nothing by themselves.
    let stop: [String]
    /// Words that turn what follows into its opposite.
    let not: [String]
    /// Words between clauses.
    let and: [String]
    /// How a clause begins that asks, stemmed.
    let ask: [String]
    /// How a clause begins that says what somebody wants to do.
    let wish: [String]
    /// What a question has that asks what somebody wants to do, stemmed.
    let wants: [String]
    /// Words after which something is only supposed, stemmed.
    let suppose: [String]
    /// How somebody asks whether it is so, stemmed: "check if".
    let learn: [String]
    /// What is said of others, of the past, or as an example, stemmed.
    let doubt: [String]
    /// Pairs that tell two things apart, stemmed: "new switches, the old ones".
    let apart: [String]
    /// What is no longer so, as it is written.
    let past: [String]
    /// Words that are in sentences about anything, stemmed.
    let common: [String]
    /// What numbers before them count or measure, stemmed.
    let units: [String]
    /// What numbers after them tell apart, stemmed: "port 8080".
    let numbered: [String]

    /// The only language whose sentences are understood.
    package static let english = Grammar(
        stop: words(
            """
            a an the i we you he she it they me us him her them my our your its his their mine ours this that these those there here \
            is are was were be been being am do does did done have has had having to of in on at for from by with as or if than then \
            will would can could should may might must shall ll ve re d s m hey dear kindly even ever anyway \
            some any all just only also already now still yet really please hi hello so very too about into onto up out off over \
            what which who whom whose when where why how get got gets want need after before during like im ive id because one ones
            """),
        not: words("no not never without nobody none nor neither nothing cannot"),
        and: words("and but because since while although though so plus however"),
        ask: phrases(
            """
            is|are|was|were|does|do we|do i|do you|did|can|could|may|might|should i|should we|should you|should they|should a|should an|should the|should it|should this|should our|should my|should any|\
            will|would|has|have we|have i|what|which|who|whom|when|\
            where|why|how|if|whether|difference|i wonder|wondering
            """),
        wish: phrases(
            """
            how do|how can|how to|how is|how are|how does|how would|how could|how should|how will|how shall|how must|where|\
            who do i|who do we|who can i|who can we|who should|who helps|who will|whom|can|could|may|might i|what do i|what do we|\
            what must|what should i|what should we|is there way|is it possible|are we able|am i able|would you|will you
            """),
        wants: phrases("want|need"),
        suppose: phrases("if|whether|when|whenever|before|until|unless|once|suppose"),
        learn: phrases("check|see|find|know|tell|verify|look|ask"),
        doubt: phrases(
            """
            suppose|imagine|what if|in case|for example|thanks for|thank you for|solved|resolved|sorted out|used to|somebody told|someone told|told me|heard|friend|neighbour|neighbor|\
            they say|in theory|theoretical|theoretically|hypothetical|hypothetically|would happen
            """),
        apart: phrases("new old|new other|old other|first second"),
        past: ["returned", "gave back", "given back", "handed back", "sent back", "no longer own", "previously", "formerly"],
        common: phrases(
            """
            new|old|used|use|buy|bought|sell|sold|make|take|give|help|work|problem|question|company|number|people|thing|time|day|\
            night|week|month|year|name|part|change|start|end|open|call|ask|say|tell|know|find|see|look|come|go|good|bad|first|last|\
            own|free|cost|price|pay|order|home|office|country|place|way|list|show|check|add|move|send|read|write|let|put|keep|case|\
            every|anywhere|whether|boss|claim|deliver|broken|great|several|another|other|someone|somebody|something|anything|\
            everything|today|yesterday|tomorrow|morning|long|short|big|small|right|left|again|always|usually|often|think|believe|\
            try|wish|like|love|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|dozen|\
            edge|core|main|branch|backup|primary|secondary|distribution|border|local|remote|central|internal|external|wireless|\
            single|entire|whole|lab|rack|floor|building|site|school|campus|stack|voice|network|batch|couple|few|various|certain|\
            urgent|quickly|immediately|soon|overnight|monday|tuesday|wednesday|thursday|friday|directly|currently|recently|\
            suddenly|constantly|completely|apparently|unfortunately|finally|simply|possible|happen|seem|become|bring|arrive|\
            receive|require|exist|belong|stand|stay|leave|continue|follow|wait|customer|client|manager|business|existing|latest|\
            current|next|final|proper|suitable|correctly|properly|different|same|similar|responsible|able|allow|guess|hope|hear|\
            mean|learn|consider|plan|decide|firm|organisation|organization|department|far|around|along|away|turn|lot|kind|sort|\
            data|detail|information|info|ok|okay|quite
            """),
        units: phrases(
            """
            second|minute|hour|day|week|month|year|percent|user|people|person|employee|seat|endpoint|gig|watt|metre|meter|mile|\
            dollar|euro|pound|quid|buck|usd|eur|gbp
            """),
        numbered: phrases("port|vlan|version|release|order|ticket|room|building|po|since|until"))

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private static func phrases(_ text: String) -> [String] {
        text.split(separator: "|").map { $0.split(separator: " ").map { saidStem(String($0)) }.joined(separator: " ") }
    }
}
