import Diagnostics
import Forms
import Synchronization
import YAML

/// All names of a questionnaire, before its conditions are read.
struct Scope {
    var questions: [QuestionHead] = []
    var facts: [FactHead] = []
    /// In written order.
    private(set) var amounts: [Identifier] = []
    /// All of them, once they are read; none if one cannot be.
    var readAmounts: [Amount] = []
    var outcomes: [Identifier] = []
    /// What readers are told first of each outcome.
    var titles: [String] = []
    /// The decisions that conditions may name: those of a questionnaire with several, and in statements a single one too.
    var decisions: [DecisionHead] = []
    var sets: [String: [Text]] = [:]
    /// Names of what could not be read, about which there is a message already.
    var unread: Set<String> = []
    /// What values of data files say.
    var values: any NamedValues = PendingValues()
    /// The day of these values, on which alone rows are in force that are read; nil to read all.
    var day: Day?
    private var subjects: [String: Subject] = [:]
    private let indices = ChoiceIndices()

    /// A question without its conditions.
    struct QuestionHead {
        let id: Identifier
        let ask: String
        let kind: Question.Kind
    }

    /// A fact without its table.
    struct FactHead {
        let id: Identifier
        var values: [FactValue]
    }

    /// Words of the language that no question, fact or amount may be called.
    static let taken: Set<String> = [
        "any", "all", "not", "else", "if", "then", "today", "none", "asked", "in", "from", "until",
    ]

    /// Makes the name of a question or fact known; they share one space of names with amounts.
    mutating func declare(_ id: Identifier, _ place: SourceRange, as subject: Subject, _ findings: inout Findings) {
        check(id, place, &findings)
        subjects[id.description] = subject
    }

    /// Makes the name of an amount known, after those of questions and facts.
    mutating func declareAmount(_ id: Identifier, _ place: SourceRange, _ findings: inout Findings) {
        check(id, place, &findings)
        amounts.append(id)
    }

    private func check(_ id: Identifier, _ place: SourceRange, _ findings: inout Findings) {
        let name = id.description
        if Scope.taken.contains(name) {
            findings.add(
                Diagnostic(
                    "questionnaire/name", "\"\(name)\" is a reserved word and cannot be a name", at: place,
                    help: "choose another name, such as \(name)-it"))
        } else if let first = name.utf8.first, !(97...122).contains(first) {
            findings.add(
                Diagnostic(
                    "questionnaire/name", "the name \"\(name)\" must start with a letter", at: place,
                    help: "put a letter before it, such as q-\(name)"))
        } else if subjects[name] != nil || amount(name) != nil {
            findings.add(
                Diagnostic(
                    "questionnaire/name", "the name \"\(name)\" is already used for a question", at: place,
                    help: "questions, facts and amounts share their names: rename one of them"))
        }
    }

    /// The amount of a name.
    func amount(_ name: String) -> Int? { amounts.firstIndex { $0.description == name } }

    /// What a key of a condition names: a question, a fact, or an attribute as `model.complexity`.
    func subject(_ name: String) -> Subject? {
        if let subject = subjects[name] { return subject }
        if let amount = amount(name) { return .amount(amount) }
        if let decision = decisions.firstIndex(where: { $0.id.description == name }) { return .decision(decision) }
        let parts = name.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, case .question(let number) = subjects[String(parts[0])],
            case .one(let choices) = questions[number].kind,
            let index = choices.attributes.firstIndex(where: { $0.id == parts[1] })
        else { return nil }
        return .attribute(question: number, index: index)
    }

    /// Every name that a condition could use, for "did you mean".
    var names: [String] {
        let attributes = questions.flatMap { head -> [String] in
            guard case .one(let choices) = head.kind else { return [] }
            return choices.attributes.map { "\(head.id).\($0.id)" }
        }
        return questions.map(\.id.description) + facts.map(\.id.description) + amounts.map(\.description) + decisions.map(\.id.description)
            + attributes
    }

    /// What a condition can name beside attributes, for messages.
    var kinds: String {
        listed(["question", "fact"] + (amounts.isEmpty ? [] : ["amount"]) + (decisions.isEmpty ? [] : ["decision"]), "or")
    }

    /// What one of the choices of a subject is called, for messages.
    func choice(of subject: Subject) -> String { if case .decision = subject { "outcome" } else { "answer" } }

    /// Reports an unknown name.
    ///
    /// - Parameter isInText: whether it is in braces.
    func unknown(
        _ name: String, what: String, among known: @autoclosure () -> [String], at range: SourceRange, isInText: Bool = false,
        _ findings: inout Findings
    ) {
        guard !unread.contains(String(name.prefix { $0 != "." })) else { return }
        findings.add(
            Diagnostic(
                "questionnaire/unknown-name", "there is no \(what) \"\(name)\"", at: range,
                help: findings.suggester.isShown() ? help(for: name, among: known(), what, isInText: isInText) : nil))
    }

    private func help(for name: String, among known: [String], _ what: String, isInText: Bool) -> String {
        if let near = Suggestion.nearest(to: name, among: known) { return "did you mean \(isInText ? "{{ \(near) }}" : near)?" }
        return known.isEmpty && what == "set"
            ? "write the options themselves in a list, or a list of this name under `sets:`"
            : Suggestion.thereAre(Array(known.prefix(12)))
    }

    /// What answers a question, or an amount as if it were one; nil for others, and for amounts that cannot be read.
    func kind(of subject: Subject) -> Question.Kind? {
        switch subject {
        case .question(let number): questions[number].kind
        case .amount(let number): readAmounts[safe: number]?.answerKind
        case .attribute, .fact, .decision, .calculation: nil
        }
    }

    /// The ids that the cells of a subject may name; nil for numbers and dates.
    func choices(of subject: Subject) -> [String]? {
        switch subject {
        case .question(let number):
            switch questions[number].kind {
            case .one(let choices), .any(let choices, _, _): choices.options.map(\.id.description)
            case .number, .date: nil
            }
        case .attribute(let number, let index):
            if case .one(let choices) = questions[number].kind {
                choices.attributes[index].values.map(\.id)
            } else {
                nil
            }
        case .fact(let number): facts[number].values.map(\.id)
        case .amount, .calculation: nil
        case .decision(let number): decisions[number].outcomes.map { outcomes[$0].description }
        }
    }

    /// The place of an id among the choices of a subject; nil if it is none of them.
    func index(of choice: String, among subject: Subject) -> Int? {
        indices.index(of: choice, among: subject) { choices(of: subject) ?? [] }
    }

    /// What pages call them, in the same order.
    func labels(of subject: Subject) -> [String]? {
        switch subject {
        case .question(let number):
            switch questions[number].kind {
            case .one(let choices), .any(let choices, _, _): choices.options.map(\.label)
            case .number, .date: nil
            }
        case .attribute(let number, let index):
            if case .one(let choices) = questions[number].kind { choices.attributes[index].values.map(\.label) } else { nil }
        case .fact(let number): facts[number].values.map(\.label)
        case .amount, .calculation: nil
        case .decision(let number): decisions[number].outcomes.map { titles[$0] }
        }
    }

    /// The name of a subject, as it is written.
    func name(of subject: Subject) -> String {
        subject.name(
            { (questions[$0].id, questions[$0].kind) }, fact: { facts[$0].id }, amount: { amounts[$0] }, decision: { decisions[$0].id })
    }
}

/// The choices of subjects by their ids, made once for each: thousands of cells may name thousands of options.
private final class ChoiceIndices: Sendable {
    private let known = Mutex<[Subject: [String: Int]]>([:])

    func index(of choice: String, among subject: Subject, choices: () -> [String]) -> Int? {
        known.withLock { known in
            if let indices = known[subject] { return indices[choice] }
            let indices = Dictionary(choices().enumerated().map { ($1, $0) }) { first, _ in first }
            known[subject] = indices
            return indices[choice]
        }
    }
}

extension Node {
    /// The text of a scalar without white space around it; nil for lists, maps and nothing.
    var word: String? {
        guard case .scalar(let scalar) = value else { return nil }
        var text = scalar.text[...]
        while let last = text.last, last == "\n" || last == " " { text.removeLast() }
        text = text.drop { $0 == " " }
        return text.isEmpty ? nil : String(text)
    }
}
