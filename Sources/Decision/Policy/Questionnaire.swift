package import CommonMark
package import Content
package import Diagnostics
package import Forms

/// A policy as its author wrote it: questions, and tables that say which answers lead to which outcome.
///
/// Complete and typed when it exists: every name is resolved to an index, every cell fits what it tests.
/// Whether the tables cover all answers and agree is for ``compile(_:since:limits:wording:)`` to prove.
package struct Questionnaire: Sendable {
    package let name: Identifier
    package let source: SourceFile
    package let title: Text
    package let summary: Markdown?
    /// In written order, which is the order of asking.
    package var questions: [Question]
    package var facts: [Fact]
    package let outcomes: [Outcome]
    /// One or more; a questionnaire with one table names it `result`.
    package var decisions: [Decision]
    package var impossible: [Impossible]
    package let upkeep: Upkeep
    /// The files beside it that hold rows.
    package let spreadsheets: [String]

    package init(
        name: Identifier, source: SourceFile, title: Text, summary: Markdown?, questions: [Question], facts: [Fact],
        outcomes: [Outcome], decisions: [Decision], impossible: [Impossible], upkeep: Upkeep, spreadsheets: [String]
    ) {
        self.name = name
        self.source = source
        self.title = title
        self.summary = summary
        self.questions = questions
        self.facts = facts
        self.outcomes = outcomes
        self.decisions = decisions
        self.impossible = impossible
        self.upkeep = upkeep
        self.spreadsheets = spreadsheets
    }
}

extension Questionnaire {
    /// Every piece of Markdown in the file.
    package var texts: [Markdown] {
        let hints = questions.flatMap { [$0.hint] + $0.options.map(\.hint) }
        return ([summary] + hints + outcomes.map(\.text)).compactMap { $0 }
    }

    /// Below `Content/`.
    package var path: String { "\(QuestionnaireFiles.folder)/\(name).yaml" }

    /// All files below `Content/` that it is made of.
    package var paths: [String] { [path] + spreadsheets.map { "\(QuestionnaireFiles.folder)/\($0)" } }
}

/// A table of rules with a result of its own.
package struct Decision: Sendable {
    package let id: Identifier
    /// The name for people, where there are several.
    package let title: Text?
    package var table: RuleTable

    /// What people call it.
    package var name: String { title?.string ?? id.description }

    /// A text with the name before it, for a questionnaire of several decisions.
    package func labelled(_ text: String) -> String { name.hasSuffix("?") ? "\(name) \(text)" : "\(name): \(text)" }

    package init(id: Identifier, title: Text?, table: RuleTable) {
        self.id = id
        self.title = title
        self.table = table
    }
}

/// A named intermediate result: a function of the answers, without a time of its own.
package struct Fact: Sendable {
    package let id: Identifier
    package let place: SourceRange
    /// What explanations call it.
    package let label: String
    package let values: [FactValue]
    package var table: RuleTable
}

/// One value that a fact can have.
package struct FactValue: Sendable, Hashable {
    package let id: String
    package let label: String
}

/// A condition that no reader can meet, so that nothing has to cover it.
package struct Impossible: Sendable {
    package var condition: Condition
    package let because: Text
    package let place: SourceRange
}

/// What the rules lead to.
package struct Outcome: Sendable {
    /// How a page presents it.
    package enum Tone: String, CaseIterable, Sendable {
        case good, caution, bad, neutral

        var meaning: String {
            switch self {
            case .good: "what the reader hopes for"
            case .caution: "possible, once something else is done"
            case .bad: "not possible"
            case .neutral: "information, such as whom to ask"
            }
        }
    }

    package let id: Identifier
    package let place: SourceRange
    package let title: Text
    package let tone: Tone
    package let text: Markdown?
    package let cites: [Cite]
    /// The answers and facts that its text names: they are part of the result.
    package let names: [NamedValue]
}

/// `{{ bought }}` in a text: an answer or a fact that a result shows.
package struct NamedValue: Sendable {
    package let subject: Subject
    package let place: SourceRange
}

/// The policy text that a row or an outcome rests on.
package struct Cite: Sendable {
    /// As written: `relicensing/policy.md#support`.
    package let text: Text
    /// Below `Content/`.
    package let page: PagePath
    package let anchor: String?
}
