/// What a value in a YAML file may be: the reader's own declaration, kept so that a JSON Schema can be made of it.
package indirect enum Schema: Sendable {
    case text(TextForm)
    case yesNo
    case integer(ClosedRange<Int>)
    case choice([Choice])
    /// - least: how many values it has at least.
    case list(Schema, least: Int = 0)
    case map(MapForm)
    /// One of these; where several fit, each means the same.
    case either([Schema])
    /// A form that may be inside itself, by a name of its own in the whole schema.
    case named(String, @Sendable () -> Schema)

    /// Whether a value is always one word or text, never a list or map.
    package var isScalar: Bool {
        switch self {
        case .text, .yesNo, .integer, .choice: true
        case .either(let forms): forms.allSatisfy(\.isScalar)
        case .list, .map, .named: false
        }
    }

    /// A map with these fields and no others.
    package static func record(_ fields: [FieldSchema]) -> Schema { .map(MapForm(fields: fields)) }

    /// A map from ids that the author chooses to values.
    package static func entries(_ value: Schema, names: TextForm = .id) -> Schema {
        .map(MapForm(others: MapForm.Others(names: names, value: value)))
    }
}

/// One word of a choice.
package struct Choice: Sendable {
    /// As an author writes it.
    package let word: String
    /// What choosing it means; nil where the word says it.
    package let meaning: String?

    /// The meaning is shown by editors that complete words.
    package init(_ word: String, _ meaning: String? = nil) {
        self.word = word
        self.meaning = meaning
    }
}

/// What a text has to look like.
package struct TextForm: Sendable {
    /// In the words of a message: `a date such as 2026-11-21`.
    package let words: String
    /// A regular expression that JavaScript and Python read alike; nil where only a parser can tell.
    package let pattern: String?
    /// What editors offer; may be empty.
    package let examples: [String]
    /// Whether it may be written so that YAML takes it for a number.
    package let mayBeNumber: Bool

    /// The pattern must fit all that the reader accepts, or editors mark what is right.
    package init(_ words: String, pattern: String? = nil, examples: [String] = [], mayBeNumber: Bool = false) {
        self.words = words
        self.pattern = pattern
        self.examples = examples
        self.mayBeNumber = mayBeNumber
    }

    /// One line, with something on it: block texts end with line ends and spaces that do not count.
    package static let line = TextForm("a line of text", pattern: #"^[^\n]*[^\n ][\n ]*$"#, mayBeNumber: true)
    /// Markdown that becomes part of a line.
    package static let markdownLine = TextForm("a line of Markdown", pattern: #"[^\n ]"#, mayBeNumber: true)
    /// Markdown of any length.
    package static let markdown = TextForm("Markdown", pattern: #"[^\n ]"#, mayBeNumber: true)
    /// One link and nothing else.
    package static let markdownLink = TextForm(
        "a Markdown link", pattern: #"\]\(|<[^<>\s]+>"#, examples: ["[words](path.md)"])
    /// At most 100 characters, as an address may hold several ids.
    package static let id = TextForm(
        "an id: lower-case letters a to z, digits and hyphens", pattern: "^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?$")
    /// A day that exists, in ISO 8601; leap years are part of the pattern.
    package static let date = TextForm(
        "a date such as 2026-11-21",
        pattern: "^(?!0000)(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
            + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
            + "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$",
        examples: ["2026-11-21"])
    /// A sign that may be in the name of a file: `nameProblem` says the rest.
    package static let nameSign = #"[^\u0000-,/:-@\[-^`{-\u007f]"#
    /// A number from 1 to 9999 and a unit, singular or plural.
    package static let span = TextForm(
        "a span of time such as 6 months", pattern: #"^\+?0*[1-9][0-9]{0,3} (?:day|week|month|year)s?$"#,
        examples: ["6 months"])
}

/// What is in a map.
package struct MapForm: Sendable {
    /// The fields that are known by name, in the order in which messages list them.
    package let fields: [FieldSchema]
    /// What is under other names; nil where there are none.
    package let others: Others?
    /// Which fields need or exclude one another.
    package let bonds: [FieldBond]

    /// By default a map without any fields.
    package init(fields: [FieldSchema] = [], others: Others? = nil, bonds: [FieldBond] = []) {
        self.fields = fields
        self.others = others
        self.bonds = bonds
    }

    /// Entries whose names the author chooses, or another part of the file gives.
    package struct Others: Sendable {
        /// What a name looks like; nil if any will do.
        package let names: TextForm?
        /// What each entry holds.
        package let value: Schema

        /// All entries have values of one form.
        package init(names: TextForm? = nil, value: Schema) {
            self.names = names
            self.value = value
        }
    }
}

/// What the fields of a record demand of one another.
package enum FieldBond: Sendable {
    case atMostOne([String])
    case atLeastOne([String])
    /// The first field means something only next to the second.
    case needs(String, String)
}

/// One field of a record.
package struct FieldSchema: Sendable {
    /// The key in YAML.
    package let name: String
    /// What the field says, in a few words, for editors and documentation.
    package let summary: String
    /// Whether leaving it out is an error.
    package let isRequired: Bool
    /// What its value may be.
    package let schema: Schema
    /// What holds when the field is left out, as it would be written; nil where nothing holds.
    package let defaultWords: String?
    /// A value as an author would write it.
    package let example: String?

    /// For fields that have no `Field` because a later step reads them.
    package init(
        name: String, summary: String, isRequired: Bool, schema: Schema, defaultWords: String? = nil,
        example: String? = nil
    ) {
        self.name = name
        self.summary = summary
        self.isRequired = isRequired
        self.schema = schema
        self.defaultWords = defaultWords
        self.example = example
    }
}
