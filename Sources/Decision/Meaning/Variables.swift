import Forms

/// The variables of a questionnaire: what its answers can differ in, as far as any condition looks.
///
/// In written order of the questions; the order of two answers comes right after the later of them, and so does what is calculated from
/// several.
///
/// The order matters: the size of a diagram can differ exponentially between two orders (Bryant 1986). Authors ask together
/// what belongs together, so that their order is mostly a good one; where it isn't, ``explainTooLarge(_:since:limits:)``
/// looks for a better one and names it, rather than asking readers in an order that nobody chose.
struct Variables: Sendable {
    /// One thing that an answer settles.
    enum Variable: Sendable {
        /// The option of a question: for each option its block.
        case choice(Int, blockOfOption: [Int])
        /// Whether one option is ticked: block 1.
        case tick(question: Int, option: Int)
        /// Where on the line a number or date lies.
        case scale(Int, Scale)
        /// How two answers compare; `first` is the one asked first.
        case order(first: Int, second: Int, Scale)
        /// In which range lies what several answers come to.
        case calculation(Calculation, Scale)
    }

    /// The first day on which the questionnaire is used.
    let since: Day
    /// The index of a variable is its place in the order of all diagrams.
    private(set) var list: [Variable] = []
    /// How many blocks each variable has.
    private(set) var arity: [Int] = []
    /// The variables that a question's own answer settles.
    private(set) var ofQuestion: [[Int]] = []
    /// The variables that compare a question with another, or are calculated from it and others, for each of them.
    private(set) var orders: [[Int]] = []
    /// The variables of what is calculated.
    private(set) var ofCalculation: [Calculation: Int] = [:]

    /// - Parameter withStatements: whether what statements compare is told apart too.
    init(_ questionnaire: Questionnaire, since: Day, withStatements: Bool = false) {
        self.since = since
        let collected = Cuts(questionnaire, withStatements: withStatements)
        let answerLimits = questionnaire.questions.map { AnswerLimits($0) }
        orders = Array(repeating: [], count: questionnaire.questions.count)
        for (number, question) in questionnaire.questions.enumerated() {
            let start = list.count
            switch question.kind {
            case .one(let choices): add(Variables.choice(number, choices, collected))
            case .any(let choices, _, _):
                for option in choices.options.indices { add(.tick(question: number, option: option)) }
            case .number, .date: add(.scale(number, collected.scale(of: number, answerLimits[number], since: since)))
            }
            ofQuestion.append(Array(start..<list.count))
            for first in collected.partners(of: number) where first < number {
                orders[first].append(list.count)
                orders[number].append(list.count)
                add(.order(first: first, second: number, collected.order(first, number, answerLimits)))
            }
            for (calculation, cuts) in collected.calculations(upTo: number) {
                for question in calculation.questions { orders[question].append(list.count) }
                ofCalculation[calculation] = list.count
                let chain = Chain(subject: number, base: .zero, cuts: cuts.map { Chain.Cut(months: 0, days: $0) })
                add(.calculation(calculation, Scale(chains: [chain]) { _ in true }))
            }
        }
    }

    private mutating func add(_ variable: Variable) {
        list.append(variable)
        switch variable {
        case .choice(_, let blocks): arity.append((blocks.max() ?? 0) + 1)
        case .tick: arity.append(2)
        case .scale(_, let scale), .order(_, _, let scale), .calculation(_, let scale): arity.append(scale.blocks.count)
        }
    }

    /// The questions that settle a variable.
    func questions(of variable: Int) -> [Int] {
        switch list[variable] {
        case .choice(let question, _), .tick(let question, _), .scale(let question, _): [question]
        case .order(let first, let second, _): [first, second]
        case .calculation(let calculation, _): calculation.questions
        }
    }

    /// Options that no condition tells apart share a block.
    private static func choice(_ number: Int, _ choices: Choices, _ cuts: Cuts) -> Variable {
        let sets = (cuts.choices[number] ?? []).map(Set.init)
        var blocks: UniqueTable<[Bool]> = UniqueTable()
        let keys = choices.options.indices.map { option in sets.map { $0.contains(option) } }
        let separate = cuts.separate.contains(number)
        return .choice(number, blockOfOption: keys.indices.map { separate ? $0 : blocks.index(of: keys[$0]) })
    }
}

extension Variables.Variable {
    /// As a diagram holds it.
    var deciding: DiagramVariable {
        switch self {
        case .choice(let question, let blocks): .choice(question: question, blockOfOption: blocks)
        case .tick(let question, let option): .tick(question: question, option: option)
        case .scale(let question, let scale): .scale(question: question, chains: scale.chains, blocks: scale.blockOfTuple)
        case .order(let first, let second, let scale):
            .order(first: first, second: second, chains: scale.chains, blocks: scale.blockOfTuple)
        case .calculation(let calculation, let scale):
            .calculation(calculation, cuts: scale.chains.flatMap { $0.cuts.map(\.days) }, blocks: scale.blockOfTuple)
        }
    }
}
