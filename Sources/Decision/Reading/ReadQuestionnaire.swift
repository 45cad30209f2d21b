package import Content
package import Diagnostics
import CommonMark
package import Forms
import YAML

/// Reads one questionnaire file.
///
/// Reading happens twice over. First the fields become drafts, in which conditions and rows are nodes of YAML still: they
/// name questions and facts that may be written further down. When all names are known, ``QuestionnaireReader`` reads the
/// rest. Messages of the YAML parser go through ``Traps`` before, since what an editor got wrong is seldom what a parser
/// stumbles over.
///
/// - Parameters:
///   - library: the data files whose entries are options, and the pages that rows cite.
///   - day: only the rows that are in force then are read; nil for all of them.
///   - readCSV: gives the spreadsheet of this name beside the file.
/// - Returns: nil when anything could not be read, as a policy with parts missing would be proved wrong for the wrong reasons.
package func readQuestionnaire(
    _ source: SourceFile, name: Identifier, library resolved: ResolvedLibrary, on day: Day? = nil,
    readCSV: (String) -> InputFile.Outcome<SourceFile>
) -> Checked<Questionnaire?> {
    let parsed = parse(source, ifEmpty: "start with `kind: questionnaire` and `title: …`, or delete the file")
    let explained = parsed.diagnostics.map(Traps.explained)
    guard let written = parsed.value else { return Checked(nil, explained) }
    var shared = SharedExpansion(resolved, path: source.path)
    let expanded = shared.expanded(written)
    var findings = Findings(values: resolved.library.values, ownNames: AnswerNames.own(of: expanded))
    findings.add(Traps.commas(in: written, after: explained) + shared.diagnostics)
    guard let root = expanded, !findings.diagnostics.hasErrors, let draft = QuestionnaireShape.whole.read(root, &findings) else {
        return Checked(nil, findings.diagnostics)
    }
    var reader = QuestionnaireReader(resolved, path: QuestionnaireFiles.path(of: name), day: day)
    let read = reader.read(draft, root: root, source: source, name: name, shared: shared.files, readCSV: readCSV, &findings)
    // What is wrong in a data file is said there, once.
    let told = findings.diagnostics.filter { $0.help != ConditionValues.fileFirst }.map { $0.used(by: source.path) }
    return Checked(findings.diagnostics.hasErrors ? nil : read, told)
}

/// The names of a shared file, all of which can be read; nil if not, as the findings say.
///
/// - Parameter root: the file, with the values of its parameters.
func namesOfParts(_ parts: PartsDraft, root: Node, _ resolved: ResolvedLibrary, _ findings: inout Findings) -> Scope? {
    var reader = QuestionnaireReader(resolved, path: "")
    return reader.names(of: parts, root: root, &findings)
}

/// Puts the parts of a draft together in the order in which they need one another: answers, names, tables, texts.
private struct QuestionnaireReader {
    private let resolved: ResolvedLibrary
    private let path: String
    private var scope = Scope()
    private var amounts: [Amount] = []
    private let cites: CiteReader

    /// - Parameters:
    ///   - path: of the questionnaire's file, below `Content/`.
    ///   - day: on which rows are in force that are read; nil for all.
    init(_ resolved: ResolvedLibrary, path: String, day: Day? = nil) {
        scope.day = day
        self.resolved = resolved
        self.path = path
        cites = CiteReader(resolved)
    }

    private var library: Library { resolved.library }

    /// The names of a shared file, once all of it is read.
    mutating func names(of parts: PartsDraft, root: Node, _ findings: inout Findings) -> Scope? {
        guard declare(parts, root, others: [], &findings) else { return nil }
        let factRows = parts.facts.map { entry in
            RowDrafts(entry.value.rules, readCSV: { _ in .success(SourceFile(path: "", text: "")) }, &findings)
        }
        declareFacts(parts.facts, factRows.map(\.rows), &findings)
        for entry in parts.amounts { scope.declareAmount(entry.id, entry.place, &findings) }
        scope.readAmounts = AmountReader.amounts(parts.amounts, scope, &findings)
        for (index, entry) in parts.facts.enumerated() { _ = fact(index, entry, factRows[index], &findings) }
        for (index, entry) in parts.questions.enumerated() { _ = question(index, entry, &findings) }
        return scope
    }

    /// Makes questions and sets known; false if some question cannot be read.
    ///
    /// - Parameter others: what else is written under an id.
    private mutating func declare(_ parts: PartsDraft, _ root: Node, others: [Identifier], _ findings: inout Findings) -> Bool {
        scope.values = library.values
        scope.unread = unreadNames(parts, others, root)
        ColumnLabels.check(parts, &findings)
        declareQuestions(parts.questions, root, &findings)
        scope.sets = Dictionary(parts.sets.map { ($0.id.description, $0.value) }) { first, _ in first }
        return scope.questions.count == parts.questions.count
    }

    /// Nil where not even the names are known; with errors among the findings the value is of no use either.
    ///
    /// - Parameter shared: the files that it uses.
    mutating func read(
        _ draft: QuestionnaireDraft, root: Node, source: SourceFile, name: Identifier, shared: [String],
        readCSV: (String) -> InputFile.Outcome<SourceFile>, _ findings: inout Findings
    ) -> Questionnaire? {
        var spreadsheets: [String] = []
        func noted(_ spreadsheet: String) -> InputFile.Outcome<SourceFile> {
            if !spreadsheets.contains(spreadsheet) { spreadsheets.append(spreadsheet) }
            return readCSV(spreadsheet)
        }
        let others = draft.outcomes.map(\.id) + draft.decisions.map(\.id)
        guard declare(draft.parts, root, others: others, &findings), !draft.questions.isEmpty else {
            if draft.questions.isEmpty, !findings.diagnostics.hasErrors {
                findings.add(
                    Diagnostic(
                        "yaml/empty", "there are no questions", at: draft.title.range,
                        help: "write at least one under `questions:`"))
            }
            return nil
        }
        scope.outcomes = draft.outcomes.map(\.id)
        scope.titles = draft.outcomes.map(\.value.title.string)
        let factRows = draft.facts.map { RowDrafts($0.value.rules, readCSV: noted, &findings) }
        let decisionRows = draft.decisions.map { RowDrafts($0.value.rules, readCSV: noted, &findings) }
        scope.decisions = zip(draft.decisions, decisionRows).map { scope.head(of: $0, $1) }
        declareFacts(draft.facts, factRows.map(\.rows), &findings)
        for entry in draft.amounts { scope.declareAmount(entry.id, entry.place, &findings) }
        amounts = AmountReader.amounts(draft.amounts, scope, &findings)
        scope.readAmounts = amounts
        let facts = zip(draft.facts, factRows).enumerated().compactMap { fact($0, $1.0, $1.1, &findings) }
        let decisions = readDecisions(draft, decisionRows, root: root, readCSV: noted, &findings)
        let questions = draft.questions.enumerated().compactMap { question($0, $1, &findings) }
        var outcomes: [Outcome] = []
        for entry in draft.outcomes {
            outcomes.append(outcome(entry, paragraphs: outcomes.reduce(0) { $0 + $1.paragraphs.count }, &findings))
        }
        findings.add(RowDates.problems(of: decisions, outcomes))
        let impossible = draft.impossible.compactMap { item -> Impossible? in
            ConditionReader(scope: scope).condition(item.condition, &findings).map {
                Impossible(condition: $0, because: item.because, place: item.range)
            }
        }
        return Questionnaire(
            name: name, source: source, title: draft.title, summary: draft.summary, also: draft.also.map(\.string),
            questions: questions, facts: facts, amounts: amounts, outcomes: outcomes, decisions: decisions, impossible: impossible,
            statements: statements(draft, decisions, &findings), upkeep: draft.upkeep, filesBeside: shared + spreadsheets)
    }

    /// What is written under an id but could not be read: there is a message about it, so that its name is not missed.
    private func unreadNames(_ parts: PartsDraft, _ others: [Identifier], _ root: Node) -> Set<String> {
        let ids = parts.questions.map(\.id) + parts.facts.map(\.id) + parts.amounts.map(\.id) + others
        let read = Set(ids.map(\.description))
        let written = ["questions", "facts", "amounts", "outcomes", "decisions"].flatMap { field -> [String] in
            guard case .mapping(let entries) = root[field]?.value else { return [] }
            return entries.map(\.key.text)
        }
        return Set(written).subtracting(read)
    }

    /// Questions come first: facts, rows and texts name them, and the answers of all of them have to be known before any cell is
    /// read.
    private mutating func declareQuestions(_ drafts: [Entry<QuestionDraft>], _ root: Node, _ findings: inout Findings) {
        for entry in drafts {
            guard !entry.value.lacksAnswers(written: root["questions"]?[entry.id.description]) else {
                scope.unread.insert(entry.id.description)
                continue
            }
            guard let kind = QuestionReader(library: library).kind(entry, &findings) else {
                scope.unread.insert(entry.id.description)
                continue
            }
            scope.declare(entry.id, entry.place, as: .question(scope.questions.count), &findings)
            scope.questions.append(Scope.QuestionHead(id: entry.id, ask: entry.value.ask.string, kind: kind))
        }
    }

    /// The values of a fact: those declared, those that its rows give, those of what it takes over.
    private mutating func declareFacts(_ drafts: [Entry<FactDraft>], _ rows: [[RowDraft]], _ findings: inout Findings) {
        for (index, entry) in drafts.enumerated() {
            scope.declare(entry.id, entry.place, as: .fact(index), &findings)
            var values = entry.value.values.map { FactValue(id: $0.id.description, label: $0.value.string) }
            let isDeclared = !values.isEmpty
            var seen = Set(values.map(\.id))
            for row in rows[index] where !isDeclared {
                guard let word = row.result.word, seen.insert(word).inserted else { continue }
                guard Identifier(word) != nil else {
                    findings.add(
                        Diagnostic(
                            "yaml/id", "\"\(word)\" cannot be the value of a fact", at: row.result.range,
                            help: "use lower-case letters a to z, digits and hyphens; put its wording under `values:`"))
                    continue
                }
                values.append(FactValue(id: word, label: label(ofValue: word)))
            }
            scope.facts.append(Scope.FactHead(id: entry.id, values: values))
        }
        // Facts may take over later facts: as many rounds as there are facts reach the end of every chain.
        for _ in drafts.indices { for index in drafts.indices { takeOver(index, rows[index]) } }
    }

    /// What pages call a value that is only named in rows: the word itself, or yes and no in the site's language.
    private func label(ofValue word: String) -> String {
        switch word {
        case "yes": library.values.style.yes
        case "no": library.values.style.no
        default: word
        }
    }

    /// Adds the values of what the rows of a fact take over by `same-as`.
    private mutating func takeOver(_ fact: Int, _ rows: [RowDraft]) {
        for row in rows {
            guard let name = row.result["same-as"]?.word, let subject = scope.subject(name) else { continue }
            for value in valuesOf(subject) where !scope.facts[fact].values.contains(where: { $0.id == value.id }) {
                scope.facts[fact].values.append(value)
            }
        }
    }

    /// None for numbers, dates and tick-boxes, which no fact can take over.
    private func valuesOf(_ subject: Subject) -> [FactValue] {
        switch subject {
        case .decision, .amount, .calculation: return []
        case .fact(let number): return scope.facts[number].values
        case .question(let number):
            guard case .one(let choices) = scope.questions[number].kind else { return [] }
            return choices.options.map { FactValue(id: $0.id.description, label: $0.label) }
        case .attribute(let number, let index):
            guard case .one(let choices) = scope.questions[number].kind else { return [] }
            return choices.attributes[index].values
        }
    }

    private func fact(_ index: Int, _ entry: Entry<FactDraft>, _ rows: RowDrafts, _ findings: inout Findings) -> Fact? {
        if entry.value.match == .many {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "a fact has only one value, so it cannot have `match: many`",
                    at: entry.place, help: "delete it"))
            return nil
        }
        let reader = RuleTableReader(
            scope: scope, cites: cites, results: scope.facts[index].values.map(\.id), what: "value", takesSameAs: true)
        let place = entry.place
        return reader.table(rows, match: entry.value.match, place: place, &findings).map {
            Fact(
                id: entry.id, place: entry.place, label: entry.value.label?.string ?? entry.id.description,
                values: scope.facts[index].values, table: $0)
        }
    }

    /// One table under `rules`, called `result`; or several under `decisions`.
    ///
    /// - Parameter several: the rows of each under `decisions`.
    private func readDecisions(
        _ draft: QuestionnaireDraft, _ several: [RowDrafts], root: Node, readCSV: (String) -> InputFile.Outcome<SourceFile>,
        _ findings: inout Findings
    ) -> [Decision] {
        let reader = RuleTableReader(
            scope: scope, cites: cites, results: scope.outcomes.map(\.description), what: "outcome", takesSameAs: false)
        guard let rules = draft.rules else {
            if draft.decisions.isEmpty {
                findings.add(
                    Diagnostic(
                        "yaml/missing-field", "the field \"rules\" is missing here", at: draft.title.range,
                        help: "add the decision table under `rules:`, or several under `decisions:`"))
            }
            return zip(draft.decisions, several).compactMap { entry, rows in
                reader.table(rows, match: entry.value.match, place: entry.place, &findings).map {
                    Decision(id: entry.id, title: entry.value.title, table: $0)
                }
            }
        }
        if let first = draft.decisions.first {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "`rules` and `decisions` cannot be used together", at: first.place,
                    help: "move the rules into a decision of their own"))
        }
        let rows = RowDrafts(rules, readCSV: readCSV, &findings)
        let place = root.key("rules")?.range ?? rules.range
        guard let table = reader.table(rows, match: draft.match, place: place, &findings), let id = Identifier("result")
        else { return [] }
        return [Decision(id: id, title: nil, table: table)]
    }

    /// None where a decision could not be read: it would be missed by its name.
    private func statements(_ draft: QuestionnaireDraft, _ decisions: [Decision], _ findings: inout Findings) -> [Statement] {
        guard decisions.count == max(1, draft.decisions.count) else { return [] }
        let reader = StatementReader(scope, decisions)
        return draft.statements.compactMap { reader.statement($0, &findings) }
    }

    private func question(_ index: Int, _ entry: Entry<QuestionDraft>, _ findings: inout Findings) -> Question? {
        let conditions = ConditionReader(scope: scope)
        let draft = entry.value
        let must = draft.must.compactMap { row -> Requirement? in
            let condition = row.condition.map { conditions.condition($0, &findings) }
            guard let that = conditions.condition(row.that, &findings) else { return nil }
            if case .some(nil) = condition { return nil }
            return Requirement(condition: condition ?? nil, that: that, message: row.message, place: row.range)
        }
        let askIf = draft.askIf.flatMap { conditions.condition($0, &findings) }
        return Question(
            id: entry.id, place: entry.place, ask: draft.ask, label: draft.label, also: draft.also.map(\.string),
            hint: draft.hint, kind: scope.questions[index].kind, askIf: askIf, must: must)
    }

    /// - Parameter count: how many paragraphs earlier outcomes have.
    private func outcome(_ entry: Entry<OutcomeDraft>, paragraphs count: Int, _ findings: inout Findings) -> Outcome {
        let draft = entry.value
        for text in [draft.text].compactMap(\.self) + draft.paragraphs.map(\.text) {
            resolved.checkEmbeds(inOutcome: text, in: path, &findings)
        }
        findings.add(resolved.unknownDocuments(draft.sources))
        // In a file with errors, what is wrong may be how the sources are written.
        if draft.sources.isEmpty, library.settings.wantsSources, !findings.diagnostics.hasErrors {
            findings.add(.noSource("the outcome", at: entry.place))
        }
        return Outcome(
            id: entry.id, place: entry.place, title: draft.title, tone: draft.tone, text: draft.text,
            cites: cites.list(draft.cites, &findings), sources: draft.sources,
            names: draft.text.map { names(in: $0, &findings) } ?? [], amounts: draft.text.map(amounts(in:)) ?? [],
            paragraphs: paragraphs(draft, from: count, &findings),
            answers: draft.answers.compactMap { listed($0, &findings) },
            validity: Validity(draft.from, draft.until, of: "the outcome", rule: "questionnaire/dates", &findings) ?? .always)
    }

    private func paragraphs(_ draft: OutcomeDraft, from count: Int, _ findings: inout Findings) -> [Paragraph] {
        draft.paragraphs.enumerated().compactMap { index, paragraph in
            let names = names(in: paragraph.text, &findings)
            return ConditionReader(scope: scope).condition(paragraph.condition, &findings).map {
                Paragraph(
                    number: count + index, condition: $0, text: paragraph.text, names: names, amounts: amounts(in: paragraph.text),
                    place: paragraph.range)
            }
        }
    }

    /// A question whose answer a result lists.
    private func listed(_ name: Text, _ findings: inout Findings) -> Int? {
        switch scope.subject(name.string) {
        case .question(let number): return number
        case nil:
            scope.unknown(name.string, what: "question", among: scope.questions.map(\.id.description), at: name.range, &findings)
        case .fact, .attribute, .amount, .decision, .calculation:
            findings.add(
                Diagnostic(
                    "questionnaire/type", "`answers` lists questions, and \(name.string) is not one", at: name.range,
                    help: "print it in a text: {{ \(name.string) }}"))
        }
        return nil
    }

    /// `{{ bought }}` is an answer or a fact; another name with a point is a value from a data file.
    private func names(in text: Markdown, _ findings: inout Findings) -> [NamedValue] {
        text.values.filter(\.isOpen).flatMap { value -> [NamedValue] in
            let name = AnswerNames.name(of: value)
            let place = text.range(of: value)
            // An amount shows the answers that it rests on.
            if let amount = scope.amount(name) {
                return amounts[safe: amount]?.questions.map { NamedValue(subject: .question($0), amount: amount, place: place) } ?? []
            }
            if let subject = scope.subject(name) {
                guard !subject.isDecision else {
                    findings.add(
                        Diagnostic(
                            "questionnaire/type", "a text shows answers, facts and amounts, and \(name) is a decision", at: place,
                            help: "write what to say of each outcome of \(name) in a paragraph with an `if`"))
                    return []
                }
                return [NamedValue(subject: subject, place: place)]
            }
            // Of a value of a data file it was said already that there is none.
            if name != value.name || findings.ownNames.contains(String(name.prefix { $0 != "." })) {
                scope.unknown(
                    name, what: "answer, fact, amount or value",
                    among: scope.names + library.values.names, at: text.range(of: value),
                    isInText: true, &findings)
            }
            return []
        }
    }

    /// The amounts that a text shows.
    private func amounts(in text: Markdown) -> [Int] {
        Set(text.values.filter(\.isOpen).compactMap { scope.amount(AnswerNames.name(of: $0)) }).sorted()
    }
}

extension Node {
    /// The key of a field of this mapping.
    func key(_ name: String) -> Key? {
        guard case .mapping(let entries) = value else { return nil }
        return entries.first { $0.key.text == name }?.key
    }
}
