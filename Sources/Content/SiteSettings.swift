package import CommonMark
package import Diagnostics
package import Forms
import YAML

/// What `site.yaml` says about the whole site.
package struct SiteSettings: Sendable {
    /// Shown in the header and in the titles of pages.
    package let title: Text
    /// One sentence for search engines and readers of the front page.
    package let summary: Text?
    /// The public address, ending in a slash: for canonical addresses, the site map and social tags. Nil leaves these out.
    package var address: String?
    /// A BCP 47 tag such as `en`.
    package let language: String
    /// Where it is in the settings, for messages; nil if it is left out.
    package let languagePlace: SourceRange?
    /// Shown above every page: what readers have to know before they read on.
    package let banner: Markdown?
    /// Shown at the foot of every page.
    package let notice: Markdown?
    /// Top-level folders and pages in their order in the header; empty: all of them, by order and title.
    package let navigation: [Text]
    /// Where readers report a problem: an e-mail address, a web address or `contact:ID`.
    package let contact: Text?
    /// The web address of the repository, linked from the footer.
    package let repository: Text?
    /// What pages say of how they changed.
    package let history: HistoryChoice
    /// Which commits make the page of what changed for readers.
    package let changes: ToldChanges
    /// Where a file is edited: a web address with `{path}` for where the file is in its repository.
    package let edit: Text?
    /// Whether readers may keep a copy of the site on their device.
    package let isOffline: Bool
    /// Whether compressed copies of texts are published next to them.
    package let isCompressed: Bool
    /// Whether readers can search the site.
    package let hasSearch: Bool
    /// Whether files are published that only other programs read.
    package let hasAPI: Bool
    /// Whether terms of the glossaries are explained at their first use on a page.
    package let explainsTerms: Bool
    /// Whether the end of a page names pages that have to do with it.
    package let showsRelated: Bool
    /// Who publishes the site, for what is written in different ways for each.
    package let host: Host
    /// What is counted of what readers reach, by the log of the web server.
    package let counts: Counts
    /// Classes of words that readers may use for one thing, for the cues of questionnaires.
    package let words: [Entry<[Text]>]
    /// The rules whose severity the site changes.
    package let checks: [Check]
    /// `site.yaml`; nil where there is none that can be read.
    package let source: SourceFile?

    /// Hosts that read `_redirects`, each in its own way.
    package enum Host: String, CaseIterable, Sendable {
        case any, cloudflare, gitlab, netlify

        /// What choosing the host changes, for editors that complete it.
        package var meaning: String {
            switch self {
            case .any: "any server: pages at old addresses forward readers"
            case .cloudflare: "Cloudflare: redirects take precedence over pages"
            case .gitlab: "GitLab: no pages at old addresses, because they would take precedence over redirects"
            case .netlify: "Netlify: redirects that take precedence over pages, with queries"
            }
        }
    }

    /// What browsers request so that it can be counted.
    package enum Counts: String, CaseIterable, Sendable {
        case no
        /// The outcomes of questionnaires.
        case outcomes
    }

    /// The severity that a site gives a rule.
    package struct Check: Sendable {
        /// The id of the rule, as it is written.
        package let rule: Text
        /// In place of the severity in the catalogue.
        package let level: Level
    }

    /// How much a finding matters to a site; off hides it.
    package enum Level: String, CaseIterable, Sendable { case off, warning, error }

    /// How much pages say of their history.
    package enum HistoryLevel: String, CaseIterable, Sendable {
        case no
        /// When they were last changed.
        case dates
        /// And what was changed, each time.
        case changes
    }

    /// Which commits readers are told of, on a page and in feeds.
    package enum ToldChanges: String, CaseIterable, Sendable {
        case no
        /// Those with a trailer `Readers`.
        case marked
        /// All that changed anything for readers.
        case all
    }

    /// The setting `history`, and where it is written.
    package struct HistoryChoice: Sendable {
        /// `no` if the setting is left out.
        package let level: HistoryLevel
        /// Where it is in the settings, for messages; nil if it is left out.
        package let place: SourceRange?
    }

    /// For a site without settings, so that the other faults can be found as well.
    static let none = SiteSettings(
        title: Text("Untitled site", at: SourceRange(SourceFile(path: "Content/site.yaml", bytes: []), 0..<0)),
        summary: nil,
        address: nil, language: "en", languagePlace: nil, banner: nil, notice: nil, navigation: [], contact: nil, repository: nil,
        history: HistoryChoice(level: .no, place: nil), changes: .no, edit: nil, isOffline: false, isCompressed: false, hasSearch: true,
        hasAPI: true,
        explainsTerms: true,
        showsRelated: true, host: .any, counts: .no, words: [], checks: [],
        source: nil)
}

extension SiteSettings {
    /// Whether the site wants to be told of statements without sources.
    package var wantsSources: Bool { checks.contains { $0.rule.string == "site/no-source" } }

    /// What the JSON Schema of `site.yaml` is made of.
    package static var schema: Schema { shape(source: SourceFile(path: "Content/site.yaml", bytes: [])).schema }

    static func shape(source: SourceFile) -> Shape<SiteSettings> {
        .record(
            titleField, summaryField, addressField, languageField, bannerField, noticeField, navigationField, contactField,
            repositoryField, historyField, changesField, editField, offlineField, compressedField, searchField, apiField, termsField,
            relatedField,
            hostField, countsField,
            wordsField, checksField
        ) {
            _, title, summary, address, language, banner, notice, navigation, contact, repository, history, changes, edit, offline,
            compressed,
            search, api, terms, related, host, counts, words, checks in
            SiteSettings(
                title: title, summary: summary, address: address?.string,
                language: language.map { LanguageTag.normalized($0.string) } ?? "en",
                languagePlace: language?.range,
                banner: banner, notice: notice,
                navigation: navigation, contact: contact, repository: repository, history: history, changes: changes, edit: edit,
                isOffline: offline,
                isCompressed: compressed, hasSearch: search, hasAPI: api, explainsTerms: terms, showsRelated: related, host: host,
                counts: counts, words: words, checks: checks, source: source)
        }
    }

    private static let titleField = Field.required("title", Shape<Text>.line, "the name of the site")
    private static let summaryField = Field.optional(
        "summary", Shape<Text>.line, "one sentence on what the site is for")
    private static let addressField = Field.optional(
        "address", address, "the public address of the site, ending in a slash")
    private static let languageField = Field.optional("language", language, "the language of the pages; en if left out")
    private static let bannerField = Field.optional(
        "banner", Shape<Markdown>.inline, "a few words above every page, such as that the site is unofficial")
    private static let noticeField = Field.optional(
        "notice", Shape<Markdown>.inline, "a notice at the foot of every page")
    private static let navigationField = Field.optional(
        "navigation", Shape<[Text]>.list(of: .line), default: [], "top folders and pages in the order of the header")
    private static let contactField = Field.optional("contact", contact, "where readers report a problem")
    private static let repositoryField = Field.optional(
        "repository", Shape<Text>.webAddress, "where the content is kept")
    private static let historyField = Field.optional(
        "history", history, default: HistoryChoice(level: .no, place: nil),
        "dates shows when each page was last changed, changes also shows what changed; both come from Git")
    private static let changesField = Field.optional(
        "changes", changesShape, default: .no,
        "which commits make the page and the feeds of what changed for readers: marked ones or all; no if left out")
    private static let editField = Field.optional(
        "edit", edit, "where a page is edited, with {path} for the place of its file in the repository")
    private static let offlineField = Field.optional(
        "offline", Shape<Bool>.yesNo, default: false, "yes lets readers keep a copy of the site on their device")
    private static let compressedField = Field.optional(
        "compressed", Shape<Bool>.yesNo, default: false,
        "yes publishes .gz and .br files next to each text, for servers that send precompressed files")
    private static let termsField = Field.optional(
        "terms", Shape<Bool>.yesNo, default: true, "no stops glossary terms from being explained where they aren't linked")
    private static let relatedField = Field.optional(
        "related", Shape<Bool>.yesNo, default: true, "no leaves out the lists of related pages at the end of pages")
    private static let hostField = Field.optional(
        "host", Shape<Host>.choice(meaning: \.meaning), default: .any,
        "the host that serves the site, which decides how old addresses redirect")
    private static let searchField = Field.optional(
        "search", Shape<Bool>.yesNo, default: true, "no leaves out the search; yes if left out")
    private static let apiField = Field.optional(
        "api", Shape<Bool>.yesNo, default: true, "no leaves out what only other programs read; yes if left out")
    private static let countsField = Field.optional(
        "counts", countsShape, default: .no, "outcomes makes results of questionnaires countable in the web server's log; no if left out")
    private static let phrase = Shape<Text>.line.declared(
        .text(TextForm("a word or phrase", pattern: #"^[^\n]*[^\n ][\n ]*$"#, mayBeNumber: true)))
    private static let wordsField = Field.optional(
        "words", Shape<[Entry<[Text]>]>.entries(of: Shape<[Text]>.list(of: phrase)), default: [],
        "words that readers may use for one thing, each list under a name for the cues of questionnaires")
    private static let checksField = Field.optional(
        "checks", checksShape, default: [], "rules that this site switches off or makes warnings or errors")

    private static let address = Shape<Text>.form(
        TextForm(
            "a web address that ends in a slash, such as https://example.org/help/",
            pattern: #"^https?://(?=/*[^/])[!$-;=@-\[\]_a-z~]+/$"#, examples: ["https://example.org/help/"])
    ) { isSiteAddress($0) }

    /// Whether a text can be the public address of a site: what `--base-url` and `address:` take.
    package static func isSiteAddress(_ text: String) -> Bool {
        (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.hasSuffix("/")
            && text.split(separator: "/").count >= 2
            && text.utf8.allSatisfy { $0 > 32 && $0 < 127 && !"\"<>\\^`{|}?#".utf8.contains($0) }
    }

    private static let language = Shape<Text>.form(
        TextForm(
            "a language tag such as en or pt-BR", pattern: "^[A-Za-z0-9]{2,3}(?:-[A-Za-z0-9]{1,8})*$", examples: ["en", "pt-BR"]),
        remedy: { LanguageTag.tag(named: $0).map { "did you mean \($0)?" } }, isValid: LanguageTag.isValid)

    private static let contact = Shape<Text>.form(
        TextForm(
            "an e-mail address such as desk@example.org, a web address such as https://example.org/, or contact:ID",
            pattern: "^contact:|\(Shape<Text>.emailPattern)|\(Shape<Text>.webAddressPattern)",
            examples: ["desk@example.org", "contact:desk"])
    ) { text in
        text.hasPrefix("contact:") || Shape<Text>.isEmail(text) || Shape<Text>.isWebAddress(text)
    }

    private static let level = Shape<Level>.choice {
        switch $0 {
        case .off: "not checked"
        case .warning: "reported, but the site is published"
        case .error: "nothing is published until it is fixed"
        }
    }

    private static let historyLevel = Shape<HistoryLevel>.choice {
        switch $0 {
        case .no: "pages don't show their history"
        case .dates: "pages say when they were last changed"
        case .changes: "pages say when and what was changed, each time"
        }
    }

    private static let changesShape = Shape<ToldChanges>.choice {
        switch $0 {
        case .no: "there's no page of what changed"
        case .marked: "commits with a trailer Readers, which says what readers are told"
        case .all: "every commit that changed anything for readers, but for those with Readers: none"
        }
    }

    private static let countsShape = Shape<Counts>.choice {
        switch $0 {
        case .no: "nothing is requested when a reader reaches a result"
        case .outcomes: "a result requests an empty file with the name of its outcome, without answers or cookies"
        }
    }

    private static let history = Shape<HistoryChoice>(historyLevel.schema) { node, findings in
        historyLevel.read(node, &findings).map { HistoryChoice(level: $0, place: node.range) }
    }

    private static let edit = Shape<Text>.form(
        TextForm(
            "a web address with {path} in it, such as https://example.org/owner/site/edit/main/{path}",
            pattern: #"^https?://.*\{path\}"#, examples: ["https://example.org/owner/site/edit/main/{path}"])
    ) { text in Shape<Text>.isWebAddress(text) && text.contains("{path}") }

    /// The rules that a site may change are fields, so that editors offer them; others are reported by `site/unknown-rule`.
    private static let checksSchema = Schema.record(
        RuleCatalogue.rules.filter(\.isSwitchable).map {
            FieldSchema(name: $0.id.name, summary: $0.summary, isRequired: false, schema: level.schema)
        })

    private static let checksShape = Shape<[Check]>(checksSchema) { node, findings -> [Check]? in
        guard case .mapping(let entries) = node.value else {
            findings.mismatch(node, expected: "a map from rules to off, warning or error")
            return nil
        }
        return entries.compactMap { entry in
            level.read(entry.value, &findings).map { Check(rule: Text(entry.key.text, at: entry.key.range), level: $0) }
        }
    }
}
