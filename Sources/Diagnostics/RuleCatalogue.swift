/// Every rule that Waymark checks: what SARIF lists, what `checks` in `site.yaml` may change, what the documentation explains.
package enum RuleCatalogue {
    /// A rule and what it guards, in one sentence.
    package struct Rule: Sendable {
        package let id: RuleID
        package let summary: String
        /// How much it matters where a site does not say otherwise.
        package let severity: Diagnostic.Severity
        /// Whether a site may switch it off or change its severity. Not where the output would be wrong or lost.
        package let isSwitchable: Bool

        /// The first word of its id: `link`.
        package var group: String { String(id.name.prefix { $0 != "/" }) }
    }

    /// Rules about the same kind of thing.
    package struct Group: Sendable {
        /// What their ids begin with: `link`.
        package let name: String
        package let title: String

        package var rules: [Rule] { RuleCatalogue.rules.filter { $0.group == name } }
    }

    /// In the order of their names.
    package static let groups: [Group] = [
        Group(name: "asset", title: "Files beside pages"), Group(name: "content", title: "Files and folders"),
        Group(name: "csv", title: "Spreadsheets"), Group(name: "data", title: "Data files"),
        Group(name: "embed", title: "Embeds"), Group(name: "environment", title: "The machine"),
        Group(name: "external", title: "Other sites"), Group(name: "history", title: "History"),
        Group(name: "link", title: "Links"), Group(name: "markdown", title: "Markdown"), Group(name: "move", title: "Moving"),
        Group(name: "page", title: "Pages"),
        Group(name: "questionnaire", title: "Questionnaires"), Group(name: "site", title: "The site"),
        Group(name: "template", title: "Templates"), Group(name: "value", title: "Values"), Group(name: "yaml", title: "YAML"),
    ]

    /// In the order of their ids.
    package static let rules: [Rule] = table.map {
        Rule(
            id: RuleID($0), summary: $1, severity: warnings.contains($0) ? .warning : .error, isSwitchable: switchable.contains($0))
    }

    /// The rule of this id; nil if there is none.
    package static func rule(_ id: RuleID) -> Rule? { rules.first { $0.id == id } }

    private static let warnings: Set<String> = [
        "asset/large", "asset/type", "data/unused", "data/unused-note", "external/closed", "external/insecure", "external/later",
        "external/moved",
        "external/unreachable", "history/shallow", "history/unreadable", "markdown/unused-footnote", "markdown/vague-words",
        "page/duplicate-title", "page/expired",
        "page/review-due",
        "questionnaire/dead-rule", "questionnaire/not-asked", "questionnaire/undated-case", "questionnaire/unreachable-outcome",
        "questionnaire/unused-fact", "questionnaire/unused-option", "questionnaire/unused-question", "site/not-in-navigation",
        "template/untranslated", "yaml/folded-list",
    ]

    private static let switchable: Set<String> = [
        "asset/large", "asset/type", "data/unused", "data/unused-note", "external/broken", "external/closed", "external/insecure",
        "external/later",
        "external/moved", "external/unreachable", "history/shallow", "history/unreadable", "markdown/skipped-heading",
        "markdown/unused-footnote", "markdown/vague-words",
        "page/duplicate-title", "page/expired", "page/review-due", "questionnaire/dead-rule", "questionnaire/not-asked",
        "questionnaire/undated-case", "questionnaire/unreachable-outcome", "questionnaire/unused-fact", "questionnaire/unused-option",
        "questionnaire/unused-question", "site/not-in-navigation", "template/untranslated", "yaml/folded-list",
    ]

    private static let table: [(String, String)] = [
        ("asset/active", "A drawing that can run scripts or load other files is not published."),
        ("asset/large", "Pictures are not larger than a page needs."),
        ("asset/type", "A file is what the ending of its name says."),
        ("content/conflict", "No file holds both sides of a merge conflict."),
        ("content/control-character", "Text files hold no invisible control characters."),
        ("content/data-file", "Data files stand directly in Content/data and have a name that can be an id."),
        ("content/encoding", "Text files are UTF-8."),
        ("content/file-type", "Only pages and files of known types are published."),
        ("content/name", "Names of files and folders can stand in an address."),
        ("content/not-a-file", "Content holds plain files and folders, no links or devices."),
        ("content/too-deep", "Folders are not nested without end."),
        ("content/too-large", "Files are not larger than a site can use."),
        ("content/too-many", "Of a file with very many mistakes the first are shown."),
        ("csv/empty", "A CSV file has a first line with the names of its columns."),
        ("csv/quote", "Quotes in a CSV file are closed."),
        ("csv/row", "Every row of a CSV file has as many cells as the first."),
        ("csv/too-large", "A CSV file has no more rows than a page can show."),
        ("csv/unknown-column", "The columns of a CSV file are those that the table declares."),
        ("csv/unreadable", "A CSV file that a table names can be read."),
        ("data/duplicate-entry", "An id names one entry."),
        ("data/missing-cell", "Every row has a cell for every column."),
        ("data/no-address", "An entry of a directory leads somewhere."),
        ("data/unknown-id", "A field names an id that its file declares."),
        ("data/unused", "Every data file is shown or named somewhere."),
        ("data/unused-note", "Every note belongs to something."),
        ("embed/unknown", "An embed names a data file that exists and selects by what it has."),
        ("environment/unreadable", "Waymark may read every file and folder of the site."),
        ("external/broken", "An outside address leads to something."),
        ("external/closed", "An outside address is open to readers."),
        ("external/insecure", "Outside addresses use https where the other site has it."),
        ("external/later", "Outside addresses that were not asked are asked another time."),
        ("external/moved", "An outside address is the one that the other site gives now."),
        ("external/unreachable", "An outside address answers."),
        ("history/shallow", "The whole history of the repository is there, where pages say when they were changed."),
        ("history/unreadable", "Git may read the repository, where pages say when they were changed."),
        ("link/bad-address", "An outside address is complete."),
        ("link/draft", "No link leads to a page that is not published."),
        ("link/empty", "Every link leads somewhere."),
        ("link/not-a-file", "Links inside the site name the file."),
        ("link/not-an-image", "An image is a picture."),
        ("link/outside-content", "No path leaves the folder Content."),
        ("link/outside-image", "Pictures are not loaded from other sites."),
        ("link/scheme", "Addresses start with a scheme that is safe to publish."),
        ("link/unknown-anchor", "The place on a page that a link names exists."),
        ("link/unknown-entry", "A link such as tool:ID names an entry that exists."),
        ("link/unknown-file", "The file that a link names exists."),
        ("link/unknown-image", "The picture that a page shows exists."),
        ("link/unknown-page", "The page that a link names exists."),
        ("markdown/as-typed", "What is meant as markup is not published as it was typed."),
        ("markdown/bad-id", "An id that a heading is given can stand in an address."),
        ("markdown/bad-value", "Double braces name a value, and are closed."),
        ("markdown/duplicate-footnote", "A footnote is defined once."),
        ("markdown/duplicate-id", "An id that headings are given stands once on a page."),
        ("markdown/embed-in-data", "Data files do not hold one another."),
        ("markdown/embed-in-text", "A data file stands in a paragraph of its own."),
        ("markdown/empty-heading", "Headings have words."),
        ("markdown/empty-link", "Links have words."),
        ("markdown/heading-one", "A page has one heading of the first level, its title."),
        ("markdown/image-alt", "Images have alternative text."),
        ("markdown/raw-html", "Texts hold no HTML."),
        ("markdown/skipped-heading", "Headings leave out no level."),
        ("markdown/table-row", "Every row of a table has as many cells as its head."),
        ("markdown/too-deep", "Lists, quotes and emphasis are not nested without end."),
        ("markdown/too-large", "A text is not larger than a page can show."),
        ("markdown/too-many", "Of a text with very many mistakes the first are shown."),
        ("markdown/unknown-callout", "The mark of a callout is one that exists."),
        ("markdown/unknown-footnote", "A footnote that a text refers to is defined."),
        ("markdown/unknown-reference", "The label of a link is defined."),
        ("markdown/unused-footnote", "Every footnote is referred to."),
        ("markdown/vague-words", "The words of links and pictures say something."),
        ("markdown/value-in-link", "Addresses of links hold no values."),
        ("move/name", "A file moves to a name that it can have."),
        ("move/not-found", "What is to be moved exists."),
        ("move/place", "Pages and the files beside them move inside Content."),
        ("move/taken", "Nothing moves onto what is there already."),
        ("move/unclear", "After a move every link leads where it led."),
        ("page/address", "No two files are published at one address."),
        ("page/dates", "The dates of a page are in order."),
        ("page/duplicate-id", "An id stands once on a page."),
        ("page/duplicate-title", "No two pages have the same title."),
        ("page/expired", "No page is shown after the day on which it ceased to hold."),
        ("page/front-matter", "Front matter starts on the first line, is YAML, and ends."),
        ("page/no-title", "Every page has a title."),
        ("page/review-due", "Pages are reviewed as often as they ask for."),
        ("questionnaire/case-failed", "Every case of a questionnaire ends where it says."),
        ("questionnaire/conflict", "No answers fit rows that say different things."),
        ("questionnaire/cycle", "No fact and no question waits for itself."),
        ("questionnaire/dead-end", "Everybody has answers that are accepted."),
        ("questionnaire/dead-rule", "Every row and every entry of a condition can decide something."),
        ("questionnaire/gap", "Every possible combination of answers has a result."),
        ("questionnaire/name", "Names in a questionnaire stand for one thing and are no words of its language."),
        ("questionnaire/no-value", "A text shows only answers and facts that have a value there."),
        ("questionnaire/not-asked", "Cases give answers only to questions that are asked."),
        ("questionnaire/not-yet", "A questionnaire uses what this version of Waymark can do."),
        ("questionnaire/too-large", "A questionnaire is not larger than can be proved."),
        ("questionnaire/type", "Conditions compare what can be compared."),
        ("questionnaire/undated-case", "A case that depends on the day says its day."),
        ("questionnaire/unknown-name", "Names in a questionnaire stand for something."),
        ("questionnaire/unreachable-outcome", "Some answers lead to every outcome."),
        ("questionnaire/unused-fact", "Every fact is used."),
        ("questionnaire/unused-option", "Every option of a question makes a difference."),
        ("questionnaire/unused-question", "The answer to every question matters."),
        ("site/navigation", "The navigation names top folders and pages that exist."),
        ("site/no-front-page", "The site has a front page."),
        ("site/no-index", "Every folder with pages has a page of its own."),
        ("site/no-settings", "The site has a file site.yaml."),
        ("site/not-in-navigation", "Every top folder and page stands in the navigation."),
        ("site/unknown-rule", "The rules that the settings change exist and may be changed."),
        ("template/blocked", "Templates, styles and scripts hold nothing that the published policy blocks."),
        ("template/circle", "No template includes itself without end."),
        ("template/missing-key", "A template uses only the keys that it is given."),
        ("template/syntax", "A template is valid Mustache."),
        ("template/unknown-file", "A file of the theme takes the place of one that exists."),
        ("template/unknown-partial", "A template includes only templates that exist."),
        ("template/untranslated", "On a site in another language the theme speaks it too."),
        ("value/unknown", "A value that a text uses exists."),
        ("yaml/alias", "YAML files do not repeat parts of themselves."),
        ("yaml/anchor", "YAML files do not name parts of themselves."),
        ("yaml/duplicate-key", "A key stands once in a map."),
        ("yaml/empty", "A field that is written has a value."),
        ("yaml/folded-list", "Entries of a list stand below one another."),
        ("yaml/id", "Ids hold small letters, digits and hyphens."),
        ("yaml/key", "Keys are text."),
        ("yaml/merge", "Maps are written out, not merged."),
        ("yaml/missing-field", "Required fields are there."),
        ("yaml/second-document", "A file holds one document."),
        ("yaml/syntax", "YAML files are valid YAML."),
        ("yaml/tag", "Values have no tags: their field says what they are."),
        ("yaml/too-deep", "Lists and maps are not nested without end."),
        ("yaml/too-large", "YAML files do not hold more values than a site can use."),
        ("yaml/type", "A value is of the type that its field takes."),
        ("yaml/unknown-field", "Only the fields that exist are written."),
    ]
}
