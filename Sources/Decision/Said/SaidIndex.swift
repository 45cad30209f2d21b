package import Content
package import Diagnostics
import Forms

/// What sentences are matched with: the cues of all questionnaires, and the words of the language.
package struct SaidIndex: Sendable {
    let grammar: Grammar
    /// Classes of words: for each its phrases, stemmed.
    let words: [(name: String, phrases: [[String]])]
    let forms: [SaidForm]
    let spelling: SaidSpelling

    /// Nil where no questionnaire has cues, or the site is in a language whose sentences aren't understood.
    ///
    /// - Parameters:
    ///   - form: the address of a questionnaire's compiled form.
    ///   - link: the address and the name of what a questionnaire cites; without it, nothing leads there.
    package init?(
        _ questionnaires: [Questionnaire], settings: SiteSettings, form: (Questionnaire) -> String,
        link: ((Cite) -> (address: String, words: String))? = nil
    ) {
        guard settings.language.split(separator: "-").first == "en" else { return nil }
        grammar = .english
        let words = settings.words.map { entry in
            (name: entry.id.description, phrases: entry.value.map { saidTokens($0.string, .english).map(\.stem) }.filter { !$0.isEmpty })
        }
        self.words = words
        forms = questionnaires.map { questionnaire in
            SaidForm(questionnaire, data: form(questionnaire), CueStrength(.english, words, questionnaire), link)
        }.filter { !$0.questions.isEmpty }
        if forms.isEmpty { return nil }
        spelling = SaidSpelling(grammar, words, forms)
    }
}

extension CueStrength {
    /// Of the cues of a questionnaire.
    init(_ grammar: Grammar, _ words: [(name: String, phrases: [[String]])], _ questionnaire: Questionnaire) {
        self.init(
            grammar, words,
            questionnaire.questions.map { question in
                (question.id.description, question.options.flatMap { $0.cues.said.compactMap { Cue($0.string) } })
            })
    }
}

/// The cues of a questionnaire.
struct SaidForm: Sendable {
    let title: String
    let url: String
    /// The address of its compiled form.
    let data: String
    let questions: [SaidQuestion]
    /// What it cites for those who gave certain answers.
    let cited: [SaidCite]

    /// Questions without cues and without codes are left out: no sentence answers them. What a sentence says can still name any option
    /// that has a label of its own.
    init(_ questionnaire: Questionnaire, data: String, _ strength: CueStrength, _ link: ((Cite) -> (address: String, words: String))?) {
        title = questionnaire.title.string
        url = QuestionnaireFiles.address(of: questionnaire.name)
        self.data = data
        let all = questionnaire.questions.enumerated().compactMap { SaidQuestion($1, number: $0, strength) }
        questions = all.contains { question in question.options.contains { !$0.said.isEmpty || !$0.maybe.isEmpty } } ? all : []
        cited = link.map { link in questionnaire.places.compactMap { SaidCite($0, of: questionnaire, link) } } ?? []
    }
}

/// A place of the policy that is about certain answers.
struct SaidCite: Sendable {
    let url: String
    let words: String
    /// As the address of the questionnaire has them: `need=tac`.
    let answers: [String]

    /// Nil if it isn't only for those who gave certain answers.
    init?(_ cite: Cite, of questionnaire: Questionnaire, _ link: (Cite) -> (address: String, words: String)) {
        let implied = questionnaire.impliedAnswers { $0.isSamePlace(as: cite) }
        if implied.isEmpty { return nil }
        answers = implied.map { "\(questionnaire.questions[$0.question].id)=\($0.option.id)" }
        (url, words) = link(cite)
    }
}

extension Questionnaire {
    /// The pages and sections that it cites, each once, in the order in which it names them.
    fileprivate var places: [Cite] {
        allCites.reduce(into: []) { places, cite in
            if !places.contains(where: cite.isSamePlace) { places.append(cite) }
        }
    }
}

extension Cite {
    fileprivate func isSamePlace(as other: Cite) -> Bool { page == other.page && anchor == other.anchor }
}

/// The cues of a question.
struct SaidQuestion: Sendable {
    let number: Int
    let id: String
    let ask: String
    /// It asks what somebody wants to do: how they ask for it tells it too.
    let isWish: Bool
    /// It's asked only after certain other answers.
    let follows: Bool
    /// Several options may be meant.
    let isMany: Bool
    let options: [SaidOption]
    /// Options that data files list, by the codes in their names.
    let codes: [SaidCode]

    init?(_ question: Question, number: Int, _ strength: CueStrength) {
        self.number = number
        id = question.id.description
        ask = question.ask.string
        follows = question.askIf != nil
        switch question.kind {
        case .one(let choices):
            isMany = false
            let listed = choices.isFromData ? question.options.filter { $0.group != nil } : []
            codes = listed.map { SaidCode($0) }.filter { $0.names.utf8.contains { (48...57).contains($0) } }
        case .any:
            isMany = true
            codes = []
        case .number, .date: return nil
        }
        let isYesNo = if case .one(let choices) = question.kind { choices.isYesNo } else { false }
        isWish = !isYesNo && saidTokens(question.ask.string, .english).contains { Grammar.english.wants.contains($0.stem) }
        // Labels of data files are found by their codes, and yes and no by cues alone.
        options = question.options.filter { $0.group == nil && (!isYesNo || !$0.cues.all.isEmpty) }.map {
            SaidOption($0, of: question, strength)
        }
        if options.isEmpty && codes.isEmpty { return nil }
    }
}

/// The cues of an option.
struct SaidOption: Sendable {
    let id: String
    let label: String
    let said: [Cue]
    let maybe: [Cue]
    let never: [Cue]

    /// Cues that are too weak to give the answer offer it.
    init(_ option: Option, of question: Question, _ strength: CueStrength) {
        id = option.id.description
        label = option.label
        let cues = option.cues.said.compactMap { Cue($0.string) }
        said = cues.filter { strength.fault(of: $0, in: question.id.description) == nil }
        maybe = option.cues.maybe.compactMap { Cue($0.string) } + cues.filter { strength.fault(of: $0, in: question.id.description) != nil }
        never = option.cues.never.compactMap { Cue($0.string) }
    }
}

/// An option of a data file, found by the numbers in its names.
struct SaidCode: Sendable {
    let id: String
    let label: String
    let names: String

    init(_ option: Option) {
        id = option.id.description
        label = option.label
        names = ([option.label] + option.also).joined(separator: " ")
    }
}

extension SaidIndex {
    /// As the script reads it.
    package var json: JSONValue {
        .object([
            (
                "grammar",
                .object([
                    ("stop", list(grammar.stop)), ("not", list(grammar.not)), ("and", list(grammar.and)), ("ask", list(grammar.ask)),
                    ("wish", list(grammar.wish)), ("suppose", list(grammar.suppose)), ("learn", list(grammar.learn)),
                    ("doubt", list(grammar.doubt)), ("pairs", list(grammar.apart)), ("past", list(grammar.past)),
                    ("common", list(grammar.common)), ("units", list(grammar.units)), ("numbered", list(grammar.numbered)),
                    ("apart", .string(Contractions.english.table)),
                ])
            ),
            ("words", .object(words.map { ($0.name, list($0.phrases.map { $0.joined(separator: " ") })) })),
            ("forms", .array(forms.map(\.json))),
        ])
    }
}

private func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

extension SaidForm {
    fileprivate var json: JSONValue {
        .object([
            ("title", .string(title)), ("url", .string(url)), ("form", .string(data)), ("questions", .array(questions.map(\.json))),
            ("cited", .array(cited.map { list([$0.url, $0.words] + $0.answers) })),
        ])
    }
}

extension SaidQuestion {
    fileprivate var json: JSONValue {
        var fields: [(String, JSONValue)] = [("id", .string(id)), ("ask", .string(ask))]
        if number == 0 { fields.append(("first", .bool(true))) }
        if isWish { fields.append(("wish", .bool(true))) }
        if follows { fields.append(("follows", .bool(true))) }
        if isMany { fields.append(("many", .bool(true))) }
        fields.append(("options", .array(options.map(\.json))))
        if !codes.isEmpty { fields.append(("codes", .array(codes.map { list([$0.id, $0.label, $0.names]) }))) }
        return .object(fields)
    }
}

extension SaidOption {
    fileprivate var json: JSONValue {
        var cues = [said, maybe, never].map { list($0.map(\.text)) }
        while case .array(let last)? = cues.last, last.isEmpty { cues.removeLast() }
        return .array([.string(id), .string(label)] + cues)
    }
}
