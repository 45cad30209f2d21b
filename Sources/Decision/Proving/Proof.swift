import Diagnostics

/// Proves a questionnaire, part by part, and keeps what later parts and the compiled form need.
///
/// Nothing here tries answers. Each statement becomes a function in the store (where does no row hold, where do two rows
/// disagree) within the answers that are accepted, and the statement is true exactly if the function is the constant `no`.
/// If it isn't, the shortest path to its other terminal is an example, from which every test is dropped that it can do
/// without, so that messages name only the answers that matter.
///
/// The order of the parts is that of what they rest on: without cycles facts and asking have a meaning; with that it is known
/// which answers are possible and accepted; within those, rules are complete, agree and matter.
struct Proof {
    /// What everything is proved about; later parts add functions to its store.
    var meaning: Meaning
    /// What was found so far, in the order of the parts.
    var diagnostics: [Diagnostic] = []
    /// For each decision its rows, as functions within what is possible.
    var decisions: [TableMeaning] = []
    /// The rows of `must`, worked out once it is settled what is asked.
    var requirements: [RequirementMeaning] = []
    /// Answers after which a reader would be refused without a reason.
    var deadEnd: [DiagramStore.Step]?
    /// Whether no numbers and dates were found that fit these answers.
    var isDeadEndDoubtful = false
    /// How many states the diagram may have; nil for any number.
    var mostStates: Int?
    /// The outcomes that some answers lead to.
    var reached: Set<Int> = []

    /// How messages quote answers.
    private let wording: any MessageWording

    init(_ meaning: Meaning, wording: any MessageWording) {
        self.meaning = meaning
        self.wording = wording
    }

    var questionnaire: Questionnaire { meaning.questionnaire }

    /// Answers that show a problem, in words.
    func words(_ example: [DiagramStore.Step]) -> String {
        wording.example(
            ExampleAnswers(
                questionnaire: questionnaire, since: meaning.variables.since,
                tests: example.map { ExampleAnswers.Test(variable: meaning.variables.list[$0.variable].deciding, blocks: $0.blocks) }))
    }

    /// Answers in numbers and days, in words.
    func words(_ answers: [(question: Int, value: Int)]) -> String {
        answers.compactMap { number, value in
            let question = questionnaire.questions[number]
            return question.answer(numbered: value).map { wording.answer($0, to: question) }
        }.joined(separator: "; ")
    }

    /// Whether the parts so far allow to go on: after a cycle nothing has a meaning.
    mutating func run() throws(TooLarge) {
        diagnostics += factCycles(questionnaire, meaning.dependencies) + decisionCycles(questionnaire)
        guard !diagnostics.hasErrors else { return }
        let (waiting, withGaps) = try settleAsking()
        try proveAsking(waiting)
        guard !diagnostics.hasErrors else { return }
        requirements = try meaning.settlePossible()
        try proveGaps(ofConditions: withGaps)
        try proveGapsOfExclusions()
        guard proveAcceptance() else { return }
        try proveDays()
        try proveRequirements()
        for index in questionnaire.decisions.indices { try prove(decision: index) }
        for index in questionnaire.facts.indices { try prove(fact: index) }
        try proveEntries()
        try proveNames()
        diagnostics += unusedFacts(questionnaire) + unusedAmounts(questionnaire)
        // The row that is missing may be the one that leads there.
        if !diagnostics.contains(where: { $0.rule == "questionnaire/gap" }) {
            diagnostics += unreachableOutcomes(questionnaire, reached: reached)
        }
    }

    /// Settles which questions are asked.
    ///
    /// - Returns: the questions that are left open, and where each is asked, gap where that rests on a fact without a value.
    mutating func settleAsking() throws(TooLarge) -> (waiting: [Int], withGaps: [Ref]) {
        let waiting = try meaning.settleAsking()
        // Where a fact without a value decides whether a question is asked, it is reported; elsewhere it is not asked.
        let withGaps = meaning.asked
        for number in withGaps.indices {
            meaning.asked[number] = try meaning.store.map(withGaps[number]) { $0 == .gap ? .no : $0 }
        }
        return (waiting, withGaps)
    }

    /// Adds what was found.
    mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// The label of an outcome or a fact's value, quoted.
    func quoted(_ text: String) -> String { "\"\(text)\"" }
}

extension Row {
    /// Where the row is written, for notes: `line 12`, with the file where it is another one.
    func line(from place: SourceRange) -> String {
        let line = "line \(self.place.start.line)"
        return self.place.file.path == place.file.path ? line : "\(line) of \(self.place.file.path)"
    }
}
