import CommonMark
import Content
package import Diagnostics
package import Forms
import YAML

/// The fields of a questionnaire file, declared once: the reader and the JSON Schema are made of them.
package enum QuestionnaireShape {
    /// What the JSON Schema of a questionnaire is made of.
    package static var schema: Schema {
        guard case .map(let form) = whole.schema else { return whole.schema }
        let fields = form.fields.map { field -> FieldSchema in
            // Shared files may give all questions.
            guard field.name == "questions" else { return field }
            return FieldSchema(name: field.name, summary: field.summary, isRequired: false, schema: field.schema)
        }
        return .map(MapForm(fields: fields, others: form.others, bonds: form.bonds + [.atLeastOne(["questions", "use"])]))
    }

    /// What the JSON Schema of a file of cases is made of.
    package static var cases: Schema { CaseShape.whole.schema }

    static let whole = Shape<QuestionnaireDraft>.record(
        .required("kind", Shape<Kind>.choice(), "questionnaire"),
        .required("title", .line, "the question that it answers, for people"),
        .optional("summary", .inline, "whom it is for"),
        .optional("also", .list(of: .line), default: [], "other names that search finds it by, as by its title"),
        .optional("use", SharedRulesShape.unreadUses, default: [], "shared files whose questions, facts and amounts it takes over"),
        .required("questions", .entries(of: question, names: name), "the questions in the order of asking, each under an id"),
        .optional("sets", .entries(of: words), default: [], "named lists of options"),
        .optional("facts", .entries(of: fact, names: name), default: [], "named intermediate results"),
        .optional("amounts", .entries(of: amount, names: name), default: [], "numbers and dates that are calculated, for texts to show"),
        .required("outcomes", .entries(of: outcome), "what it leads to, each under an id"),
        .optional("match", Shape<RuleTable.Match>.choice(meaning: \.meaning), default: .one, "how many rows may apply"),
        .optional("rules", .rows, "the decision table"),
        .optional("decisions", .entries(of: decision), default: [], "several tables, each with a result of its own"),
        .optional("impossible", .list(of: impossible), default: [], "what no reader can answer"),
        .optional("statements", .list(of: statement), default: [], "what must hold for every reader, and is proved"),
        Upkeep.Fields.owner, Upkeep.Fields.reviewed, Upkeep.Fields.reviewEvery,
        // These two are read with the list of files, as they decide what is published where.
        .optional("aliases", Shape<[Text]>.list(of: .oldAddress), default: [], "old addresses that lead here"),
        .optional("draft", Shape<Bool>.yesNo, default: false, "yes keeps the questionnaire out of the published site")
    ) {
        _, _, title, summary, also, _, questions, sets, facts, amounts, outcomes, match, rules, decisions, impossible, statements, owner,
        reviewed, every, _, _ in
        QuestionnaireDraft(
            title: title, summary: summary, also: also, questions: questions, sets: sets, facts: facts, amounts: amounts,
            outcomes: outcomes, match: match, rules: rules, decisions: decisions, impossible: impossible, statements: statements,
            upkeep: Upkeep(
                owner: owner, reviewed: reviewed.day, reviewEvery: reviewed.isFaulty ? nil : every,
                places: Upkeep.Places(reviewed: reviewed.place)))
    }.bound(by: .atLeastOne(["rules", "decisions"]), .atMostOne(["rules", "decisions"]))

    /// The name of a question, fact or amount, as `Scope.declare` takes it.
    static let name = TextForm(
        "a name: a letter, then letters a to z, digits and hyphens",
        pattern: "^(?!(?:\(Scope.taken.sorted().joined(separator: "|")))$)[a-z](?:[a-z0-9-]{0,98}[a-z0-9])?$")

    private enum Kind: String, CaseIterable, Sendable { case questionnaire }

    static let question = question(number: number, date: date)

    /// A question whose bounds may be parameters.
    static let sharedQuestion = question(
        number: number(bound: SharedRulesShape.bound("a number such as 3, or a parameter")),
        date: date(day: SharedRulesShape.bound("a date such as 2026-11-21, today, or a parameter")))

    private static func question(number: Shape<NumberDraft>, date: Shape<DateDraft>) -> Shape<QuestionDraft> {
        .unless("repeat", "repeated questions", questionRecord(number, date))
    }

    private static func questionRecord(_ number: Shape<NumberDraft>, _ date: Shape<DateDraft>) -> Shape<QuestionDraft> {
        .record(
            .required("ask", .line, "the question"),
            .optional("label", ColumnLabels.shape, "its short name in tables"),
            .optional("also", .list(of: .line), default: [], "other words for it that search finds"),
            .optional("hint", .hint, "help with the answer"),
            .optional("one-of", choices, "the options, one of which is the answer"),
            .optional("ordered", Shape<Bool>.yesNo, default: false, "yes if the options are written from the least to the greatest"),
            .optional("any-of", choices, "tick-boxes"),
            .optional("at-least", Shape<Int>.integer, default: 0, "how many have to be ticked"),
            .optional("none", .line, "the label for ticking nothing"),
            .optional("number", number, "the answer is a number"),
            .optional("date", date, "the answer is a date"),
            .optional("ask-if", .condition, "when it is asked"),
            .optional("must", .list(of: requirement), default: [], "which answers are refused"),
            .optional("yes", cues, "what readers say who mean yes"),
            .optional("no", cues, "what readers say who mean no")
        ) { range, ask, label, also, hint, oneOf, isOrdered, anyOf, atLeast, none, number, date, askIf, must, yes, no in
            QuestionDraft(
                ask: ask, label: label, also: also, hint: hint, oneOf: oneOf, isOrdered: isOrdered, anyOf: anyOf, atLeast: atLeast,
                none: none, number: number, date: date,
                askIf: askIf, must: must, yes: yes, no: no, range: range)
        }.bound(by: .atMostOne(["one-of", "any-of", "number", "date"]), .needs("none", "any-of"), .needs("ordered", "one-of"))
            .withCuesAtAnswers
    }

    private static let option = Shape<OptionDraft>.text(
        Shape<Text>.line.map { OptionDraft(label: $0, hint: nil, also: []) },
        orRecord: .record(
            .required("label", .line, "the label of the option"),
            .optional("hint", .hint, "help with it"),
            .optional("also", .list(of: .line), default: [], "other names that find it in a long list"),
            saidField, maybeField, neverField
        ) { _, label, hint, also, said, maybe, never in
            OptionDraft(label: label, hint: hint, also: also, cues: Cues(said: said, maybe: maybe, never: never))
        })

    private static let cues = Shape<Cues>.record(saidField, maybeField, neverField) { _, said, maybe, never in
        Cues(said: said, maybe: maybe, never: never)
    }

    /// No value of a data file can be in a cue, as it can in texts for readers.
    private static let cueList = Shape<[Text]>.list(
        of: Shape<Text>.line.declared(
            .text(TextForm("a cue such as <device> broken", pattern: #"^[^\n]*[^\n ][\n ]*$"#, mayBeNumber: true))))

    private static let saidField = Field.optional(
        "said", cueList, default: [], "cues: words in a reader's sentence that mean this answer")
    private static let maybeField = Field.optional(
        "maybe-said", cueList, default: [], "weak cues: this answer is offered, and never taken")
    private static let neverField = Field.optional(
        "not-said", cueList, default: [], "words that rule this answer out")

    private static let source = FieldSchema(
        name: "from", summary: "a data file whose entries are options", isRequired: false, schema: Shape<Text>.line.schema,
        example: "products")

    private static let choices = Shape<ChoicesDraft>(
        .map(MapForm(fields: [source], others: MapForm.Others(names: .id, value: option.schema)))
    ) { node, findings in
        guard case .mapping(let entries) = node.value, let from = node["from"] else {
            return Shape<[Entry<OptionDraft>]>.entries(of: option).read(node, &findings).map {
                ChoicesDraft(source: nil, options: $0)
            }
        }
        let source = Shape<Text>.line.read(from, &findings)
        let rest = Node(.mapping(entries.filter { $0.key.text != "from" }), at: node.range)
        let options = Shape<[Entry<OptionDraft>]>.entries(of: option).read(rest, &findings)
        guard let source, let options else { return nil }
        return ChoicesDraft(source: source, options: options)
    }

    private static let number = number(bound: bound)

    private static func number(bound: Shape<Text>) -> Shape<NumberDraft> {
        .record(
            .required("from", bound, "the least number", example: "1"),
            .required("to", bound, "the greatest number", example: "500"),
            .optional(
                "decimals", Shape<Int>.integer.declared(.integer(QuestionReader.decimals)), default: 0, "decimal places"),
            .optional("unit", .line, "what is counted")
        ) { _, from, to, decimals, unit in NumberDraft(from: from, to: to, decimals: decimals, unit: unit) }
    }

    private static let bound = Shape<Text>.line.declared(
        .text(
            TextForm(
                "a number such as 3 or 2.5, or a value such as figures.max",
                pattern: "^(?:-?[0-9]+(?:\\.[0-9]+)?|\(ConditionShape.valueName))$", mayBeNumber: true)))

    private static let day = Shape<Text>.line.declared(
        .text(
            TextForm(
                "a date such as 2026-11-21, today, or today - 5 years",
                pattern: "^(?:today|[0-9]{4}-[0-9]{2}-[0-9]{2}|\(ConditionShape.valueName))(?: [+-] .+)?$",
                examples: ["2026-11-21", "today", "today - 5 years"])))

    private static let date = date(day: day)

    private static func date(day: Shape<Text>) -> Shape<DateDraft> {
        .record(.required("from", day, "the first day"), .required("to", day, "the last day")) { _, from, to in
            DateDraft(from: from, to: to)
        }
    }

    private static let requirement = Shape<RequirementDraft>.record(
        .optional("if", .condition, "when it applies"),
        .required("that", .condition, "what must apply"),
        .required("else", .line, "what the reader is told")
    ) { range, condition, that, message in
        RequirementDraft(condition: condition, that: that, message: message, range: range)
    }

    static let words = Shape<[Text]>.list(of: .line)

    static let fact = Shape<FactDraft>.record(
        .optional("label", ColumnLabels.shape, "what tables and explanations call it"),
        .optional("values", .entries(of: Shape<Text>.line), default: [], "the labels of its values"),
        .optional("match", Shape<RuleTable.Match>.choice(meaning: \.meaning), default: .one, "how many rows may apply"),
        .required("rules", .factRows, "its table")
    ) { _, label, values, match, rules in FactDraft(label: label, values: values, match: match, rules: rules) }

    static let amount = Shape<AmountDraft>.record(
        .optional("label", ColumnLabels.shape, "what explanations call it"),
        .required("value", .line, "a formula of numbers, dates, values of data files and other amounts", example: "chassis * 400"),
        .optional("unit", .line, "what it counts, or a currency")
    ) { _, label, value, unit in AmountDraft(label: label, value: value, unit: unit) }

    private static let outcome = Shape<OutcomeDraft>.record(
        .required("title", .line, "the result in a few words"),
        .optional("tone", Shape<Outcome.Tone>.choice(meaning: \.meaning), default: .neutral, "good, caution, bad or neutral"),
        .optional("text", .answerBlocks, "what to do next"),
        .optional("paragraphs", paragraphs, default: [], "more text, each part of it for some readers"),
        .optional("answers", words, default: [], "the questions whose answers the result lists, where they were asked"),
        .optional("cites", words, default: [], "the policy text that it is based on"), SourceReference.field,
        Validity.fromField, Validity.untilField
    ) { _, title, tone, text, paragraphs, answers, cites, sources, from, until in
        OutcomeDraft(
            title: title, tone: tone, text: text, paragraphs: paragraphs, answers: answers, cites: cites, sources: sources, from: from,
            until: until)
    }

    private static let paragraph = Shape<ParagraphDraft>.record(
        .required("if", .condition, "for whom it is"), .required("text", .answerBlocks, "what they are told besides")
    ) { range, condition, text in ParagraphDraft(condition: condition, text: text, range: range) }

    /// Each has ids of its own, as all of them can be on one page.
    private static let paragraphs = Shape<[ParagraphDraft]>(.list(paragraph.schema)) { node, findings in
        guard case .sequence(let nodes) = node.value else {
            return Shape<[ParagraphDraft]>.list(of: paragraph).read(node, &findings)
        }
        var read: [ParagraphDraft] = []
        for (index, node) in nodes.enumerated() {
            guard let id = Identifier("paragraph-\(index + 1)") else { continue }
            if let draft = findings.under(id, { paragraph.read(node, &$0) }) { read.append(draft) }
        }
        return read
    }

    private static let decision = Shape<DecisionDraft>.record(
        .optional("title", .line, "the name for people"),
        .optional("match", Shape<RuleTable.Match>.choice(meaning: \.meaning), default: .one, "how many rows may apply"),
        .required("rules", .rows, "its table")
    ) { _, title, match, rules in DecisionDraft(title: title, match: match, rules: rules) }

    private static let statement = Shape<StatementDraft>.record(
        .optional("if", .condition, "for whom it must hold; for everyone if it is missing"),
        .optional("never", .condition, "what must never be true"),
        .optional("always", .condition, "what must always be true"),
        .optional("because", .line, "why")
    ) { range, condition, never, always, because in
        StatementDraft(condition: condition, never: never, always: always, because: because, range: range)
    }.bound(by: .atLeastOne(["never", "always"]), .atMostOne(["never", "always"]))

    private static let impossible = Shape<ImpossibleDraft>.record(
        .required("if", .condition, "what cannot be"),
        .required("because", .line, "why it cannot")
    ) { range, condition, because in ImpossibleDraft(condition: condition, because: because, range: range) }
}

extension Shape {
    /// A record, unless it has the field of something that a later version reads.
    static func unless(_ field: String, _ what: String, _ shape: Shape) -> Shape {
        Shape(shape.schema) { node, findings in
            guard let later = node[field] else { return shape.read(node, &findings) }
            findings.notYet(what, at: later.range)
            return nil
        }
    }
}

extension Findings {
    /// Says that the language has it and this version does not.
    mutating func notYet(_ what: String, at range: SourceRange) {
        add(
            Diagnostic(
                "questionnaire/not-yet", "\(what) cannot be used yet", at: range,
                help: "this version of Waymark does not support it; express it in another way"))
    }
}

extension Shape where Value == Node {
    /// A condition, read when all names are known.
    static var condition: Shape<Node> { Shape(ConditionShape.condition) { node, _ in node } }

    /// The rows of a decision, read when all names are known.
    static var rows: Shape<Node> { Shape(ConditionShape.rows) { node, _ in node } }

    /// The rows of a fact, read when all names are known.
    static var factRows: Shape<Node> { Shape(ConditionShape.factRows) { node, _ in node } }
}

/// Who keeps a questionnaire, read without the rest of it.
package func keeper(of source: SourceFile) -> String? {
    var findings = Findings(values: .pending)
    guard let node = parse(source.whole).value?["owner"] else { return nil }
    return Shape<Text>.line.read(node, &findings)?.string
}
