import Forms

/// The forms of conditions and tables. They are read when all names are known, by `ConditionReader`, `CellReader` and
/// `RowDrafts`, which take their words from here; the JSON Schema is made of the same.
enum ConditionShape {
    /// The words that join conditions, in place of a name.
    enum Joint: String, CaseIterable {
        case any, all, not

        var meaning: String {
            switch self {
            case .any: "at least one of these conditions must apply"
            case .all: "all of these conditions must apply"
            case .not: "none of these conditions may apply"
            }
        }
    }

    /// What is asked of tick-boxes.
    enum TickTest: String, CaseIterable {
        case has
        case hasAny = "has-any"
        case hasAll = "has-all"
        case lacks, only

        var meaning: String {
            switch self {
            case .has: "this option is ticked"
            case .hasAny: "at least one of these options is ticked"
            case .hasAll: "all of these options are ticked"
            case .lacks: "none of these options is ticked"
            case .only: "no other option is ticked"
            }
        }
    }

    static var condition: Schema { .named("condition") { conditionForm } }

    private static var conditionForm: Schema {
        let several = Schema.either([.list(condition, least: 1), condition])
        let joints = Joint.allCases.map { joint in
            FieldSchema(name: joint.rawValue, summary: joint.meaning, isRequired: false, schema: several)
        }
        return .map(MapForm(fields: joints, others: MapForm.Others(names: subject, value: cell)))
    }

    private static var cell: Schema { .named("cell") { cellForm } }

    private static var cellForm: Schema {
        let tests = TickTest.allCases.map { test in
            FieldSchema(
                name: test.rawValue, summary: test.meaning, isRequired: false,
                schema: .either([.text(option), .list(.text(option), least: 1)]))
        }
        let not = FieldSchema(name: "not", summary: "what this cell says does not apply", isRequired: false, schema: cell)
        let all = tests + [not]
        let map = MapForm(fields: all, bonds: [.atLeastOne(all.map(\.name))])
        return .either([.text(words), .list(cell, least: 1), .map(map)])
    }

    /// The name of a question, fact, decision or attribute.
    static let subject = TextForm(
        "the name of a question, a fact, an amount, an earlier decision, or an attribute such as model.complexity",
        pattern: "^[a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)?$")

    /// `figures.max`: a value of a data file.
    static let valueName = "[a-z][a-z0-9-]*\\.[a-z0-9-]+"

    private static let option = TextForm("the id of an option", pattern: "[^\\n ]", mayBeNumber: true)

    private static let words = TextForm(
        "an answer, or words such as `not X`, `in SET`, `at least 3`, `from 18 to 65`, `before today - 90 days`, `at most figures.max`, `asked`",
        pattern: "[^\\n ]", examples: ["yes", "not other", "at least 3", "before today - 90 days"], mayBeNumber: true)

    /// The table of a decision, whose rows lead to outcomes.
    static let rows = table("rows", result: .text(outcome))

    /// The table of a fact, whose rows give it a value, or that of a question or another fact.
    static let factRows = table("fact-rows", result: .either([.text(value), .record([sameAs])]))

    private static let outcome = TextForm("the id of an outcome", pattern: "[^\\n ]", mayBeNumber: true)
    private static let value = TextForm("a value: yes, no or an id", pattern: TextForm.id.pattern, mayBeNumber: true)
    private static let sameAs = FieldSchema(
        name: "same-as", summary: "the question or fact whose value is taken over", isRequired: true,
        schema: .text(subject))

    private static func table(_ name: String, result: Schema) -> Schema {
        let rows: @Sendable () -> Schema = {
            .either([.list(row(result, rows: table(name, result: result)), least: 1), .record([spreadsheet])])
        }
        return .named(name, rows)
    }

    private static let spreadsheet = FieldSchema(
        name: "from", summary: "a CSV file next to this one, with a column for each name and one `then`",
        isRequired: true, schema: .text(TextForm("the name of a CSV file", pattern: "[^\\n ]", examples: ["rules.csv"])))

    /// A row with a condition, the rest of its table, or a group of rows.
    private static func row(_ result: Schema, rows: Schema) -> Schema {
        .either([
            .record([
                field("if", condition, "when the row applies", false), field("then", result, "what it leads to", true), cites, from, until,
            ]),
            .record([field("else", result, "the result for everything that the rows before it leave open", true), cites, from, until]),
            .record([
                field("if", condition, "what applies to every row inside", true), field("rules", rows, "the rows inside", true), from,
                until,
            ]),
        ])
    }

    private static let from = Validity.fromField.schema
    private static let until = Validity.untilField.schema

    private static let cites = FieldSchema(
        name: "cites", summary: "the policy text that the row is based on", isRequired: false,
        schema: Shape<[Text]>.list(of: .line).schema, example: "relicensing/policy.md#support")

    private static func field(_ name: String, _ schema: Schema, _ summary: String, _ isRequired: Bool) -> FieldSchema {
        FieldSchema(name: name, summary: summary, isRequired: isRequired, schema: schema)
    }
}
