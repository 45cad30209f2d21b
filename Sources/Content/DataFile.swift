package import CommonMark
package import Diagnostics
package import Forms

/// One file of `Content/data`: its kind and what it holds.
package struct DataFile: Sendable {
    /// The file's name without its ending: what embeds and references say.
    package let name: Identifier
    package let source: SourceFile
    package let title: Text
    package let summary: Markdown?
    package let body: Body

    /// What it holds, by kind.
    package enum Body: Sendable {
        case actions(Actions)
        case checklist(Checklist)
        case comparison(Comparison)
        case directory(Directory)
        case faq(FAQ)
        case glossary(Glossary)
        case products(Products)
        case table(Table)
        case values(Values)
    }

    package var kind: DataKind {
        switch body {
        case .actions: .actions
        case .checklist: .checklist
        case .comparison: .comparison
        case .directory: .directory
        case .faq: .faq
        case .glossary: .glossary
        case .products: .products
        case .table: .table
        case .values: .values
        }
    }
}

/// The kinds of data files, by the word that stands after `kind:` and in embeds.
package enum DataKind: String, CaseIterable, Sendable {
    case actions, checklist, comparison, directory, faq, glossary, products, table, values

    /// What a file of this kind holds.
    package var meaning: String {
        switch self {
        case .actions: "what to do: a path of steps for each need under each arrangement"
        case .checklist: "things to check one by one"
        case .comparison: "a few things side by side, row by row"
        case .directory: "tools, contacts and links, each address once"
        case .faq: "questions and answers, in groups"
        case .glossary: "terms with their short forms and meanings"
        case .products: "products in categories, with attributes"
        case .table: "rows of typed columns"
        case .values: "single facts, each stated once"
        }
    }
}
