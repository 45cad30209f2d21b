/// Every rule that Waymark checks: what SARIF lists, what `checks` in `site.yaml` may change, what the documentation explains.
package enum RuleCatalogue {
    /// A rule and what it guards, in one sentence.
    package struct Rule: Sendable {
        /// Unique in the catalogue.
        package let id: RuleID
        /// What it guards, in one sentence.
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
        /// What the documentation calls the group.
        package let title: String

        /// In the order of the catalogue.
        package var rules: [Rule] { RuleCatalogue.rules.filter { $0.group == name } }
    }

    /// In the order of their names.
    package static let groups: [Group] = [
        Group(name: "asset", title: "Files next to pages"), Group(name: "content", title: "Files and folders"),
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
        "questionnaire/cue",
        "questionnaire/dead-rule", "questionnaire/not-asked", "questionnaire/undated-case", "questionnaire/unreachable-outcome",
        "questionnaire/unused-fact", "questionnaire/unused-option", "questionnaire/unused-question", "questionnaire/unused-shared",
        "site/no-source",
        "site/not-in-navigation",
        "template/untranslated", "template/unused-words", "yaml/comment", "yaml/folded-list",
    ]

    private static let switchable: Set<String> = [
        "asset/large", "asset/type", "data/unused", "data/unused-note", "external/broken", "external/closed", "external/insecure",
        "external/later",
        "external/moved", "external/unreachable", "history/shallow", "history/unreadable", "markdown/skipped-heading",
        "markdown/unused-footnote", "markdown/vague-words",
        "page/duplicate-title", "page/expired", "page/review-due", "questionnaire/cue",
        "questionnaire/dead-rule", "questionnaire/not-asked",
        "questionnaire/undated-case", "questionnaire/unreachable-outcome", "questionnaire/unused-fact", "questionnaire/unused-option",
        "questionnaire/unused-question", "questionnaire/unused-shared", "site/no-source", "site/not-in-navigation",
        "template/untranslated", "template/unused-words",
        "yaml/comment",
        "yaml/folded-list",
    ]

    private static let table: [(String, String)] = [
        ("asset/active", "Drawings can't run scripts or load other files."),
        ("asset/large", "Pictures are no larger than a page needs."),
        ("asset/type", "A file's content matches its extension."),
        ("content/conflict", "No file holds both sides of a merge conflict."),
        ("content/control-character", "Text files contain no invisible control characters."),
        ("content/data-file", "Data files are directly in Content/data, and their names can be ids."),
        ("content/encoding", "Text files are UTF-8."),
        ("content/file-type", "Only pages and files of known types are published."),
        ("content/name", "Names of files and folders can be part of an address."),
        ("content/not-a-file", "Content has only plain files and folders, no links or devices."),
        ("content/too-deep", "Folders are nested no more than 16 deep."),
        ("content/too-large", "Files are no larger than a site can use."),
        ("content/too-many", "If a file has very many mistakes, only the first are shown."),
        ("csv/empty", "A CSV file starts with the names of its columns."),
        ("csv/quote", "Quotes in a CSV file are closed."),
        ("csv/row", "Every row of a CSV file has as many cells as the first."),
        ("csv/too-large", "A CSV file has no more rows than a page can show."),
        ("csv/unknown-column", "The table declares every column of its CSV file."),
        ("csv/unreadable", "The CSV file that a table names can be read."),
        ("data/duplicate-entry", "An id names only one entry."),
        ("data/missing-cell", "Every row has a cell for every column."),
        ("data/no-address", "Every entry in a directory leads somewhere."),
        ("data/unknown-id", "A field refers to an id that its file declares."),
        ("data/unused", "Every data file is used somewhere."),
        ("data/unused-note", "Every note is used."),
        ("embed/unknown", "An embed names an existing data file and selects by fields it has."),
        ("environment/unreadable", "Waymark can read every file and folder of the site."),
        ("external/broken", "Links to other sites lead to a page."),
        ("external/closed", "Links to other sites are open to readers."),
        ("external/insecure", "Links to other sites use https if possible."),
        ("external/later", "Links to other sites that can't be checked now are checked next time."),
        ("external/moved", "Links to other sites use the current address."),
        ("external/unreachable", "Links to other sites get a response."),
        ("history/shallow", "The repository has its full history, if pages show when they changed."),
        ("history/unreadable", "Git can read the repository, if pages show when they changed."),
        ("link/bad-address", "The address of a link to another site is complete."),
        ("link/draft", "No link leads to a page that is not published."),
        ("link/empty", "Every link leads somewhere."),
        ("link/not-a-file", "Links inside the site name a file."),
        ("link/not-an-image", "An image is a picture file."),
        ("link/outside-content", "No path leaves the folder Content."),
        ("link/outside-image", "Pictures are not loaded from other sites."),
        ("link/scheme", "Addresses start with a scheme that is safe to publish."),
        ("link/unknown-anchor", "The place that a link points to exists on the page."),
        ("link/unknown-entry", "A link such as tool:ID names an entry that exists."),
        ("link/unknown-file", "The file that a link points to exists."),
        ("link/unknown-image", "The picture that a page shows exists."),
        ("link/unknown-page", "The page that a link points to exists."),
        ("markdown/as-typed", "Text meant as markup isn't published as typed."),
        ("markdown/bad-id", "The id of a heading can be part of an address."),
        ("markdown/bad-value", "Double braces name a value, and are closed."),
        ("markdown/duplicate-footnote", "A footnote is defined only once."),
        ("markdown/duplicate-id", "The id given to a heading is used only once on a page."),
        ("markdown/embed-in-data", "Data files don't embed each other."),
        ("markdown/embed-in-text", "A data file is embedded in a paragraph of its own."),
        ("markdown/empty-heading", "Headings aren't empty."),
        ("markdown/empty-link", "Links have text."),
        ("markdown/heading-one", "A page has one first-level heading, its title."),
        ("markdown/image-alt", "Images have alternative text."),
        ("markdown/raw-html", "Texts contain no HTML."),
        ("markdown/skipped-heading", "Headings don't skip levels."),
        ("markdown/table-row", "Every row of a table has as many cells as its header."),
        ("markdown/too-deep", "Lists, quotes and emphasis are nested no more than 100 deep."),
        ("markdown/too-large", "A text is no larger than a page can show."),
        ("markdown/too-many", "If a text has very many mistakes, only the first are shown."),
        ("markdown/unknown-callout", "The type of a callout exists."),
        ("markdown/unknown-footnote", "A footnote that a text refers to is defined."),
        ("markdown/unknown-reference", "The label of a link is defined."),
        ("markdown/unused-footnote", "Every footnote is used."),
        ("markdown/vague-words", "Link texts, picture descriptions and words for the search are meaningful."),
        ("markdown/value-in-link", "Addresses of links contain no values."),
        ("move/name", "A file moves to a valid name."),
        ("move/not-found", "The file or folder to move exists."),
        ("move/place", "Pages and the files next to them move within Content."),
        ("move/taken", "Nothing moves to a place that is taken."),
        ("move/unclear", "After a move, every link still leads to the same place."),
        ("page/address", "No two files are published at one address."),
        ("page/dates", "The dates of a page are in order."),
        ("page/duplicate-id", "An id is used only once on a page."),
        ("page/duplicate-title", "No two pages have the same title."),
        ("page/expired", "No page is shown after its last day."),
        ("page/front-matter", "Front matter starts on the first line, is YAML, and ends."),
        ("page/no-title", "Every page has a title."),
        ("page/review-due", "Pages are reviewed as often as they say."),
        ("questionnaire/case-failed", "Every case of a questionnaire ends where it says."),
        ("questionnaire/conflict", "No answers match rows with different outcomes."),
        ("questionnaire/cue", "A cue tells enough, and means one option of its question."),
        ("questionnaire/cycle", "No fact, question or decision depends on itself."),
        ("questionnaire/dates", "The dates of rows and outcomes are in order, and fit one another."),
        ("questionnaire/dead-end", "Everyone has answers that are accepted."),
        ("questionnaire/dead-rule", "Every row and every entry of a condition can decide something."),
        ("questionnaire/formula", "Every formula can be calculated, whatever is answered."),
        ("questionnaire/gap", "Every possible combination of answers has a result."),
        ("questionnaire/name", "Each name in a questionnaire has one meaning and isn't a reserved word."),
        ("questionnaire/no-value", "A text prints only answers, facts and amounts that have a value there."),
        ("questionnaire/not-asked", "Cases answer only questions that are asked."),
        ("questionnaire/not-yet", "A questionnaire uses only what this version of Waymark supports."),
        ("questionnaire/said", "Each sentence of a questionnaire is understood as it says."),
        ("questionnaire/statement", "Every statement of a questionnaire holds for every reader."),
        ("questionnaire/too-large", "A questionnaire is small enough to be proved."),
        ("questionnaire/type", "Conditions compare things that can be compared."),
        ("questionnaire/undated-case", "A case that depends on today's date says which day it is for."),
        ("questionnaire/unknown-name", "Every name in a questionnaire refers to something."),
        ("questionnaire/unreachable-outcome", "Every outcome can be reached."),
        ("questionnaire/unused-fact", "Every fact and amount is used."),
        ("questionnaire/unused-option", "Every option of a question makes a difference."),
        ("questionnaire/unused-question", "The answer to every question matters."),
        ("questionnaire/unused-shared", "Every shared file is used by a questionnaire."),
        ("site/navigation", "The navigation names existing top-level folders and pages."),
        ("site/no-front-page", "The site has a front page."),
        ("site/no-index", "Every folder with pages has its own page."),
        ("site/no-settings", "The site has a file site.yaml."),
        ("site/no-source", "Every page, data entry and outcome names what it is based on."),
        ("site/not-in-navigation", "Every top-level folder and page is in the navigation."),
        ("site/unknown-rule", "The rules that the settings change exist and can be changed."),
        ("template/blocked", "Templates, styles and scripts contain nothing that the site's policy blocks."),
        ("template/circle", "No template includes itself endlessly."),
        ("template/missing-key", "A template uses only keys that it is given."),
        ("template/missing-part", "Every page has its title, its main part and the blocks that are filled."),
        ("template/syntax", "A template is valid Mustache."),
        ("template/unknown-file", "A file in Templates replaces an existing file of the theme."),
        ("template/unknown-partial", "Templates and scripts include only files that exist."),
        ("template/untranslated", "If a site is in another language, so is its theme."),
        ("template/unused-words", "Words are in the language of the site."),
        ("template/word", "A word of the theme keeps its placeholders and its form."),
        ("value/dates", "The dates of values and questions follow one another without a gap."),
        ("value/unknown", "A value that a text uses exists."),
        ("yaml/alias", "YAML files don't use aliases."),
        ("yaml/anchor", "YAML files don't use anchors."),
        ("yaml/comment", "No text is cut off by a comment."),
        ("yaml/duplicate-key", "A key is used only once in a map."),
        ("yaml/empty", "Every field has a value."),
        ("yaml/folded-list", "The entries of a list are aligned."),
        ("yaml/id", "Ids contain only lower-case letters, digits and hyphens."),
        ("yaml/key", "Keys are text."),
        ("yaml/merge", "Maps are written out, not merged."),
        ("yaml/missing-field", "Required fields are there."),
        ("yaml/second-document", "A file holds one document."),
        ("yaml/syntax", "YAML files are valid YAML."),
        ("yaml/tag", "Values have no tags: their field says what they are."),
        ("yaml/too-deep", "Lists and maps are nested no more than 64 deep."),
        ("yaml/too-large", "YAML files contain no more values than a site can use."),
        ("yaml/type", "A value has the type that its field takes."),
        ("yaml/unknown-field", "Only known fields are used."),
    ]
}
