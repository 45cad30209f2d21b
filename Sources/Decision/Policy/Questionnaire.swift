package import CommonMark
package import Content
package import Diagnostics
package import Forms

/// A policy as its author wrote it: questions, and tables that say which answers lead to which outcome.
///
/// Complete and typed when it exists: every name is resolved to an index, every cell fits what it tests.
/// Whether the tables cover all answers and agree is for ``compile(_:since:limits:wording:)`` to prove.
package struct Questionnaire: Sendable {
    /// The name of its file, and of its address.
    package let name: Identifier
    /// The file, for messages.
    package let source: SourceFile
    /// What pages call it.
    package let title: Text
    /// What lists of questionnaires say below the title.
    package let summary: Markdown?
    /// Other names, by which a search finds it as by its title.
    package let also: [String]
    /// In written order, which is the order of asking.
    package var questions: [Question]
    /// In written order. A fact may rest on any other; the proofs report those that rest on themselves.
    package var facts: [Fact]
    /// In written order. None rests on itself.
    package var amounts: [Amount]
    /// In written order, in which pages list them.
    package var outcomes: [Outcome]
    /// One or more; a questionnaire with one table names it `result`.
    package var decisions: [Decision]
    /// Rows of `impossible`.
    package var impossible: [Impossible]
    /// What has to hold for every reader.
    package var statements: [Statement]
    /// When it has to be looked at again.
    package let upkeep: Upkeep
    /// The files beside it that hold parts of it: spreadsheets with rows, and shared files.
    package let filesBeside: [String]
    /// The days on which this policy applies; see ``PolicyInTime``.
    package var validity = Validity.always

    /// Used by the reader, which has resolved all names, and for policies with small changes.
    package init(
        name: Identifier, source: SourceFile, title: Text, summary: Markdown?, also: [String], questions: [Question],
        facts: [Fact], amounts: [Amount], outcomes: [Outcome], decisions: [Decision], impossible: [Impossible], statements: [Statement],
        upkeep: Upkeep, filesBeside: [String]
    ) {
        self.name = name
        self.source = source
        self.title = title
        self.summary = summary
        self.also = also
        self.questions = questions
        self.facts = facts
        self.amounts = amounts
        self.outcomes = outcomes
        self.decisions = decisions
        self.impossible = impossible
        self.statements = statements
        self.upkeep = upkeep
        self.filesBeside = filesBeside
    }
}

extension Questionnaire {
    /// Every piece of Markdown in the file.
    package var texts: [Markdown] {
        let hints = questions.flatMap { [$0.hint] + $0.options.map(\.hint) }
        let told = outcomes.flatMap { outcome in outcome.texts(showing: outcome.paragraphs.map(\.number)) }
        return ([summary] + hints).compactMap { $0 } + told
    }

    /// The same, with the file in which they are resolved.
    package var authoredTexts: [AuthoredText] {
        texts.map { AuthoredText(markdown: $0, file: $0.file.isSharedRules ? String($0.file.path.dropFirst("Content/".count)) : path) }
    }

    /// Below `Content/`.
    package var path: String { QuestionnaireFiles.path(of: name) }

    /// All files below `Content/` that it is made of.
    package var paths: [String] { [path] + filesBeside.map { "\(QuestionnaireFiles.folder)/\($0)" } }
}

/// A table of rules with a result of its own.
package struct Decision: Sendable {
    /// Unique in the file: `result` if there is one table only.
    package let id: Identifier
    /// The name for people, where there are several.
    package let title: Text?
    /// The rules.
    package var table: RuleTable

    /// What people call it.
    package var name: String { title?.string ?? id.description }

    /// The outcomes that its rows name, ascending.
    var outcomes: [Int] { Set(table.rows.flatMap(\.outcomes)).sorted() }

    /// - Parameter title: nil where the questionnaire has one decision.
    package init(id: Identifier, title: Text?, table: RuleTable) {
        self.id = id
        self.title = title
        self.table = table
    }
}

/// A named intermediate result: a function of the answers, without a time of its own.
package struct Fact: Sendable {
    /// Unique among questions, facts and amounts.
    package let id: Identifier
    /// The id of the fact, for messages.
    package let place: SourceRange
    /// What explanations call it.
    package let label: String
    /// Those that are declared, then those that its rows give or take over, each once.
    package let values: [FactValue]
    /// The rows that give it its value.
    package var table: RuleTable
}

/// One value that a fact can have.
package struct FactValue: Sendable, Hashable {
    /// As rows and conditions name it.
    package let id: String
    /// What pages call it.
    package let label: String
}

/// A condition that no reader can meet, so that nothing has to cover it.
package struct Impossible: Sendable {
    /// What cannot be.
    package var condition: Condition
    /// Why, for whoever reads the policy.
    package let because: Text
    /// The row, for messages.
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

    /// Unique in the file.
    package let id: Identifier
    /// The id of the outcome, for messages.
    package let place: SourceRange
    /// What readers are told first.
    package let title: Text
    /// How a page presents it.
    package let tone: Tone
    /// What readers are told below the title.
    package let text: Markdown?
    /// The places of the policy that all its rows rest on.
    package let cites: [Cite]
    /// The documents that it is based on.
    package let sources: [SourceReference]
    /// The answers and facts that its text names: they are part of the result.
    package let names: [NamedValue]
    /// The amounts that its text shows.
    package let amounts: [Int]
    /// More text, each part for some readers.
    package var paragraphs: [Paragraph]
    /// The questions whose answers the result lists, where they were asked.
    package let answers: [Int]
    /// The days on which rows may lead to it.
    package var validity = Validity.always
}

/// A part of an outcome's text that some readers are shown.
package struct Paragraph: Sendable {
    /// Its number among those of all outcomes.
    package var number: Int
    /// For whom it is, of those who have the outcome.
    package var condition: Condition
    /// What they are told, below the text of the outcome.
    package let text: Markdown
    /// The answers and facts that it names.
    package let names: [NamedValue]
    /// The amounts that it shows.
    package let amounts: [Int]
    /// The paragraph, for messages.
    package let place: SourceRange
}

extension Outcome {
    /// What its text and all of its paragraphs name.
    var allNames: [NamedValue] { names + paragraphs.flatMap(\.names) }

    /// What its text and those of some paragraphs name.
    ///
    /// - Parameter paragraphs: by their numbers among those of all outcomes.
    package func names(showing shown: [Int]) -> [NamedValue] {
        names + paragraphs.filter { shown.contains($0.number) }.flatMap(\.names)
    }

    /// The amounts that its text and those of some paragraphs show, ascending.
    ///
    /// - Parameter paragraphs: by their numbers among those of all outcomes.
    package func amounts(showing shown: [Int]) -> [Int] {
        Set(amounts + paragraphs.filter { shown.contains($0.number) }.flatMap(\.amounts)).sorted()
    }

    /// Its text, and those of its paragraphs that are shown.
    ///
    /// - Parameter paragraphs: by their numbers among those of all outcomes.
    package func texts(showing shown: [Int]) -> [Markdown] {
        [text].compactMap(\.self) + paragraphs.filter { shown.contains($0.number) }.map(\.text)
    }
}

/// `{{ bought }}` in a text: an answer or a fact that a result shows.
package struct NamedValue: Sendable {
    /// The answer or fact.
    package let subject: Subject
    /// The amount that is named, of those that rest on this answer; nil where the answer or fact itself is.
    package var amount: Int?
    /// The name in the text, for messages.
    package let place: SourceRange

    /// - Parameter amount: nil where the answer or fact itself is named.
    init(subject: Subject, amount: Int? = nil, place: SourceRange) {
        (self.subject, self.amount, self.place) = (subject, amount, place)
    }
}

/// The policy text that a row or an outcome rests on.
package struct Cite: Sendable {
    /// As written: `relicensing/policy.md#support`.
    package let text: Text
    /// Below `Content/`.
    package let page: PagePath
    /// The heading on the page; nil for the page as a whole.
    package let anchor: String?
}
