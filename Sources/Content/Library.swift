package import CommonMark
package import Diagnostics
package import Forms

/// Everything that authors wrote, read and typed: what all later stages start from.
package struct Library: Sendable {
    /// What `site.yaml` says, or defaults where it is missing.
    package let settings: SiteSettings
    /// The pages that are published, in byte order of their paths.
    package let pages: [Page]
    /// Pages that exist but are not published now, for messages about links to them.
    package let drafts: Set<PagePath>
    /// In byte order of their names.
    package let data: [DataFile]
    /// What values in texts say: everything here but the questionnaires has them filled in.
    package let values: ValueTable
    /// In byte order of their names.
    package let questionnaires: [QuestionnaireFiles]
    /// The files that several questionnaires use, in byte order of their names.
    package let sharedRules: [SharedRules]
    /// The names of questionnaires that exist but are not published now.
    package let draftQuestionnaires: Set<String>
    /// The spreadsheets of the questionnaires, by their file names; those that cannot be read say why.
    package let spreadsheets: [String: InputFile.Outcome<SourceFile>]
    /// Files beside the pages that are published as they are.
    package let assets: [Asset]
    /// Files below `Content/` that exist and could not be read or understood: what they would have held is not missed,
    /// as the messages about them come first.
    package let unread: Set<String>
    /// The day on which the site is built.
    package let today: Day

    private let pageNumbers: [String: Int]
    private let assetNumbers: [String: Int]
    private let pictureSizes = PictureSizes()
    private let dataNumbers: [Identifier: Int]
    private let numbersOfKinds: [DataKind: [Int]]
    private let questionnaireNames: Set<Identifier>
    /// Whether some data file has mistakes, so that what might stand in any of them is not missed.
    let hasUnreadData: Bool
    /// Data files that drafts name: they are not forgotten.
    let namedInDrafts: Set<Identifier>

    /// Lists must be sorted as their properties say.
    package init(
        settings: SiteSettings, pages: [Page], drafts: Set<PagePath>, data: [DataFile], values: ValueTable,
        assets: [Asset], today: Day,
        questionnaires: [QuestionnaireFiles] = [], sharedRules: [SharedRules] = [],
        spreadsheets: [String: InputFile.Outcome<SourceFile>] = [:],
        unread: Set<String> = [], draftQuestionnaires: Set<String> = [], namedInDrafts: Set<Identifier> = []
    ) {
        self.draftQuestionnaires = draftQuestionnaires
        self.settings = settings
        self.pages = pages
        self.drafts = drafts
        self.data = data
        self.values = values
        self.assets = assets
        self.questionnaires = questionnaires
        self.sharedRules = sharedRules
        self.spreadsheets = spreadsheets
        self.unread = unread
        self.today = today
        pageNumbers = Dictionary(pages.enumerated().map { ($1.path.file, $0) }) { first, _ in first }
        assetNumbers = Dictionary(assets.enumerated().map { ($1.path, $0) }) { first, _ in first }
        dataNumbers = Dictionary(data.enumerated().map { ($1.name, $0) }) { first, _ in first }
        numbersOfKinds = Dictionary(grouping: data.indices) { data[$0].kind }
        questionnaireNames = Set(questionnaires.map(\.name))
        hasUnreadData = unread.contains { $0.hasPrefix("data/") }
        self.namedInDrafts = namedInDrafts
    }

    /// The page whose file stands at this path below `Content/`.
    package func page(file: String) -> Page? { pageNumbers[file].map { pages[$0] } }

    /// The index of that page in ``pages``.
    package func pageNumber(file: String) -> Int? { pageNumbers[file] }

    /// The file that is published at this path.
    package func asset(_ path: String) -> Asset? { assetNumbers[path].map { assets[$0] } }

    /// Whether a file is published at this path.
    package func hasAsset(_ path: String) -> Bool { assetNumbers[path] != nil }

    /// The size of a picture among the assets; nil for what has none that could be read.
    package func pictureSize(_ path: String) -> PixelSize? { asset(path).flatMap(pictureSizes.size) }

    /// The data file of this name, whatever its kind.
    package func data(named name: Identifier) -> DataFile? { dataNumbers[name].map { data[$0] } }

    /// The data files of a kind, in byte order of their names.
    func data(of kind: DataKind) -> [DataFile] { (numbersOfKinds[kind] ?? []).map { data[$0] } }

    /// Whether there is a questionnaire of this name that can be read.
    func hasQuestionnaire(_ name: Identifier) -> Bool { questionnaireNames.contains(name) }

    /// The same library with the values of another day.
    func withValues(on day: Day) -> Library {
        Library(
            settings: settings, pages: pages, drafts: drafts, data: data, values: values.on(day), assets: assets, today: today,
            questionnaires: questionnaires, sharedRules: sharedRules, spreadsheets: spreadsheets, unread: unread,
            draftQuestionnaires: draftQuestionnaires, namedInDrafts: namedInDrafts)
    }

    /// The days after that of the build from which on a page, an answer or a value is another one; not those of questionnaires.
    package var changes: Set<Day> {
        let ofPages = pages.flatMap { Validity(from: $0.frontMatter.effective, until: $0.frontMatter.expires).changes }
        return Set(ofPages).union(data.flatMap(\.changes)).filter { $0 > today }
    }

    /// The same library for a site at another public address.
    package func at(address: String) -> Library {
        var settings = settings
        settings.address = address
        return Library(
            settings: settings, pages: pages, drafts: drafts, data: data, values: values, assets: assets,
            today: today,
            questionnaires: questionnaires, sharedRules: sharedRules, spreadsheets: spreadsheets, unread: unread,
            draftQuestionnaires: draftQuestionnaires, namedInDrafts: namedInDrafts)
    }

    /// Whether a page stands there, though perhaps one that cannot be read.
    func hasPageFile(_ path: String) -> Bool { pageNumbers[path] != nil || unread.contains(path) }

    /// Whether what a data file should hold may be missing only because of the mistakes that it has.
    package func isUnread(data name: String) -> Bool { unread.contains("data/\(name).yaml") }

    /// Whether readers who look for something are led to a page: in the search, in lists of all pages, by search engines.
    /// A page that wants no part in the search is not listed, nor one whose time is over.
    package func isListed(_ page: Page) -> Bool {
        page.frontMatter.isSearched && !isOver(page)
    }

    /// Whether the last day on which a page holds has passed.
    package func isOver(_ page: Page) -> Bool { page.frontMatter.expires.map { $0 < today } ?? false }

    /// The front page, if there is one.
    package var front: Page? { page(file: "index.md") }
}

/// A file beside the pages, published as it is.
package struct Asset: Sendable {
    /// Below `Content/`, and so below the site's root.
    package let path: String
    /// As the operating system knows it.
    package let file: String
}
