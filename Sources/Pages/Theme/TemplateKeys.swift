import Content

/// The values that each template is given, and no others: what ``TemplateContexts`` holds templates against.
///
/// A shape is written as its keys; `key:shape` is a value, or a list of values, with keys of its own; `+shape` has the keys of
/// another shape too. Tests hold the names against those of the views, and the keys of each page against what pages are given.
enum TemplateKeys {
    /// The keys of a shape, each with the shape of its value; nil for a text, a number or a yes or no.
    typealias Shape = [String: String?]

    /// By name.
    static let shapes: [String: Shape] = blocks.reduce(into: written) { $0.merge($1.keys) { own, _ in own } }.mapValues { keys in
        let pairs = expanded(keys).map { key -> (String, String?) in
            let parts = key.split(separator: ":").map(String.init)
            return (parts[0], parts.count > 1 ? parts[1] : nil)
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func expanded(_ keys: String) -> [Substring] {
        keys.split(separator: " ").flatMap { key in
            key.hasPrefix("+") ? expanded(written[String(key.dropFirst())] ?? "") : [key]
        }
    }

    /// What a template that is rendered by itself is given; nil for a part of others.
    static func shape(of template: String) -> Shape? {
        guard let names = roots[template] else { return nil }
        return names.reduce(into: Shape()) { $0.merge(shapes[$1] ?? [:]) { _, own in own } }
    }

    /// The templates that are rendered by themselves.
    static var rendered: [String] { roots.keys.sorted() }

    /// All keys of all templates.
    static let all = Set(shapes.values.flatMap(\.keys))

    /// The shapes that each gets together.
    private static let roots = ownRoots.merging(blocks.map { ("blocks/\($0.name)", ["block", $0.name]) }) { own, _ in own }

    private static let blocks = DataKind.allCases.compactMap { $0.body as? any DataBlock.Type }

    private static let ownRoots: [String: [String]] = [
        "page": ["layout", "ofPage"], "list": ["layout", "ofList"], "tabs": ["layout", "ofTabs"], "home": ["layout", "ofHome"],
        "not-found": ["layout"], "redirect": ["layout", "ofRedirect"], "section": ["layout", "ofSection"],
        "due-for-review": ["layout", "ofReviews"], "search": ["layout", "ofOverview"], "all-pages": ["layout", "ofOverview"],
        "all-questions": ["layout", "ofOverview"], "all-sources": ["layout", "ofOverview"],
        "who-sees-your-answers": ["layout", "ofOverview"],
        "questionnaires": ["layout", "ofQuestionnaires"],
        "questionnaire": ["layout", "ofQuestionnaire"], "question": ["layout", "ofQuestion"], "result": ["layout", "ofResult"],
        "policy": ["layout", "ofPolicy"], "proof": ["layout", "ofProof"], "picture": ["layout", "ofPicture"],
        "parts/navigation": ["ofNavigation"], "parts/added": ["ofAdded"], "parts/questionnaire-embed": ["ofEmbed"],
        "preview/boxes": ["ofBoxes"], "preview/overview": ["ofPreview", "ofState"], "preview/rule": ["ofPreview", "ofRule"],
        "preview/waiting": ["ofPreview"],
    ]

    private static let written: [String: String] = [
        // Every page.
        "layout": "site:site page:page root assets:assets words",
        "site": "title homeURL sections:sectionLink bannerHTML noticeHTML privacyURL searchURL isOffline policy footerLinks:place",
        "assets": "style favicon scripts",
        "page": """
        language direction title documentTitle summary socialType oldQueries canonical noindex structuredData reportURL
        """,
        // Those of the library, by their layout.
        "ofPage": "page:textPage navigationHTML", "ofList": "page:listPage navigationHTML parts:pageParts",
        "ofTabs": "page:tabsPage navigationHTML",
        "ofHome": "page:homePage navigationHTML",
        "libraryPage": "+lowerPage contentHTML sources:sources facts:facts pager:pager documentURL offers:offers",
        "textPage": "+libraryPage outline:outline", "listPage": "+textPage children:card", "tabsPage": "+libraryPage parts:part",
        "homePage": "+tabsPage sections:sectionCard allSectionsURL search:homeSearch questionnaireHTML latest:latest",
        "lowerPage": "+page breadcrumbs:place", "redirectPage": "+page url", "factsPage": "+lowerPage facts:facts",
        "questionnairesPage": "+lowerPage children:questionnaireCard",
        "place": "title url", "sectionLink": "title url current", "card": "title summary url",
        "questionnaireCard": "+card policyURL",
        "sectionCard": "title url summary pages:place allURL", "part": "id title titleHTML contentHTML",
        "outline": "items:outlineItem", "outlineItem": "id title children:outline", "pager": "previous:place next:place",
        "facts": "owner effective:date effectiveFrom:date reviewed:date changed:changed editURL changes:changes",
        "sources": "url items:document", "document": "title url isOutside parts:documentPart read:date",
        "documentPart": "text url isOutside",
        "homeSearch": "url examples:examples", "examples": "items:place", "latest": "items:latestItem",
        "latestItem": "title url day:date what", "offers": "items:offer", "offer": "title url answers:examples", "date": "date text",
        "changed": "date text url", "changes": "items:change olderText allURL", "change": "date text what",
        // Pages of one kind.
        "ofRedirect": "page:redirectPage redirect:redirect", "redirect": "to queries targets:place",
        "ofSection": "page:lowerPage articles:article parts:pageParts", "article": "id title url summary contentHTML",
        "pageParts": "items:sectionLink",
        "ofReviews": "page:lowerPage groups:reviewGroup", "reviewGroup": "heading:heading rows:reviewRow", "heading": "id title",
        "reviewRow": "title url owner reviewed:date due:date expires:date",
        "ofOverview": "page:lowerPage overview:overview parts:pageParts", "overview": "items:overviewItem",
        "overviewItem": "title url summary children:overview",
        "ofAdded": "words text blockHTML",
        "ofNavigation": "words navigation:navigationSection", "navigationSection": "title url items:navigationItem allURL",
        "navigationItem": "title url children:navigationItems", "navigationItems": "items:navigationItem allURL",
        // Questionnaires.
        "ofQuestionnaires": "page:questionnairesPage",
        "ofQuestionnaire": "page:factsPage questionnaire:questionnaire step:step policy:policy",
        "ofQuestion": "page:lowerPage questionnaire:questionnaire step:step trail:trail outlook:outlook",
        "outlook": "decisions:outlookDecision", "outlookDecision": "decision certain:outlookGroup groups:outlookGroup",
        "outlookGroup": "title isOpen items:verdict", "verdict": "title tone",
        "ofResult": "page:lowerPage questionnaire:questionnaire results:result isSingle trail:trail",
        "trail": "backURL backText answers:givenAnswers", "givenAnswers": "items:given isWhole", "given": "ask answer",
        "ofPolicy": "page:factsPage questionnaire:questionnaire policy:policy parts:pageParts contents:pageParts proof:proofLink",
        "ofProof": "page:lowerPage questionnaire:questionnaire contents:pageParts proof:proof", "proofLink": "summary url",
        "proof": "summary details cases list:cases more", "cases": "items:case files", "case": "name url end",
        "ofEmbed": "words questionnaire:questionnaire isFront step:step isCut",
        "questionnaire": "title url policyURL pictureURL policyRows dataURL version units",
        "step": "ask hintHTML only refused groups:stepGroup jumps:jumps", "stepGroup": "level anchor title options:stepOption",
        "jumps": "items:place", "stepOption": "label hintHTML url answer",
        "result": "outcomes:outcome", "outcome": "id caption title isTitle isNothing tone unmet:unmet textHTML cites:cites",
        "unmet": "title conditions:condition cites:cites",
        "condition": "ask needed given", "cites": "items:place",
        "policy": """
        noteHTML isFirst outcomes:policyOutcome decisions:decision questions:policyQuestion facts:fact refused:refused more
        """,
        "refused": "rows:refusedRow", "refusedRow": "condition requirement message",
        "policyOutcome": "id anchor title tone textHTML cites:cites rules:jumps who:who", "who": "lines",
        "decision": "id title match parts:rulePart", "rulePart": "heading:ruleHeading table:ruleTable", "ruleHeading": "level title",
        "ruleTable": "caption columns:ruleColumn result rows:ruleRow", "ruleColumn": "title anchor",
        "ruleRow": "id number cells:ruleCell condition title anchor tone cites:cites",
        "ruleCell": "text takes:who height width",
        "policyQuestion": "id anchor label ask hintHTML when answers:policyAnswer folded:folded",
        "policyAnswer": "text rules", "folded": "countText answers:policyAnswer",
        "fact": "id anchor label parts:rulePart",
        "ofPicture": "page:lowerPage questionnaire:questionnaire contents:pageParts diagrams:diagrams",
        "diagrams": "items:diagram", "diagram": "title name svgURL width height steps:diagramStep",
        "diagramStep": "id ask url place ways:way", "way": "answer to url", "line": "text",
        // The preview: its own pages, and what is put into every page of the site.
        "ofPreview": "language direction title styleURL homeURL words",
        "ofState": "groups:findings lists:places", "findings": "title items:finding", "places": "title items:place",
        "finding": "severity place message notes:line ruleURL rule", "ofRule": "contentHTML",
        "ofBoxes": "words scriptURL version notes:pageNote finding:finding",
        "pageNote": "text language",
        // Every block; the rest of its keys is beside it.
        "block": "name id title words level",
    ]
}
