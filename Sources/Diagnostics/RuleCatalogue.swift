/// Every rule that Waymark checks: what SARIF lists, what `checks` in `site.yaml` may change, what the documentation explains.
package enum RuleCatalogue {
    /// A rule and what it guards, in one sentence.
    package struct Rule: Sendable {
        package let id: RuleID
        package let summary: String
        /// Whether a site may switch it off or change its severity. Not where the output would be wrong or lost.
        package let isSwitchable: Bool
    }

    /// In the order of their ids.
    package static let rules: [Rule] = table.map { Rule(id: RuleID($0), summary: $1, isSwitchable: switchable.contains($0)) }

    private static let switchable: Set<String> = [
        "data/unused", "data/unused-note", "markdown/skipped-heading", "markdown/unused-footnote", "page/duplicate-title",
        "page/expired", "page/review-due", "site/not-in-navigation",
    ]

    private static let table: [(String, String)] = [
        ("asset/active", "A drawing that can run scripts or load other files is not published."),
        ("content/control-character", "Text files hold no invisible control characters."),
        ("content/data-file", "Data files stand directly in Content/data and have a name that can be an id."),
        ("content/encoding", "Text files are UTF-8."),
        ("content/file-type", "Only pages and files of known types are published."),
        ("content/name", "Names of files and folders can stand in an address."),
        ("content/not-a-file", "Content holds plain files and folders, no links or devices."),
        ("content/questionnaire", "Questionnaires are read by a later version."),
        ("content/too-deep", "Folders are not nested without end."),
        ("content/too-large", "Files are not larger than a site can use."),
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
        ("page/address", "No two files are published at one address."),
        ("page/duplicate-id", "An id stands once on a page."),
        ("page/duplicate-title", "No two pages have the same title."),
        ("page/expired", "No page is shown after the day on which it ceased to hold."),
        ("page/front-matter", "Front matter starts on the first line, is YAML, and ends."),
        ("page/no-title", "Every page has a title."),
        ("page/review-due", "Pages are reviewed as often as they ask for."),
        ("site/navigation", "The navigation names top folders and pages that exist."),
        ("site/no-front-page", "The site has a front page."),
        ("site/no-index", "Every folder with pages has a page of its own."),
        ("site/no-settings", "The site has a file site.yaml."),
        ("site/not-in-navigation", "Every top folder and page stands in the navigation."),
        ("site/unknown-rule", "The rules that the settings change exist and may be changed."),
        ("template/missing-key", "A template uses only the keys that it is given."),
        ("template/syntax", "A template is valid Mustache."),
        ("template/unknown-file", "A file of the theme takes the place of one that exists."),
        ("value/unknown", "A value that a text uses exists."),
        ("yaml/alias", "YAML files do not repeat parts of themselves."),
        ("yaml/anchor", "YAML files do not name parts of themselves."),
        ("yaml/duplicate-key", "A key stands once in a map."),
        ("yaml/empty", "A field that is written has a value."),
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
