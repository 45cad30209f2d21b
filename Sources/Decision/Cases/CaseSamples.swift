/// Answers worth trying: both ends of every range, every option that anything tells apart, ticks alone and together.
struct CaseSamples {
    /// The diagrams whose boundaries count; the first says what may be answered.
    let walks: [Walk]

    private var questionnaire: Questionnaire { walks[0].diagram.questionnaire }

    /// Ascending, or in the order of the options.
    func answers(to question: Int, given: [Int: Answer]) -> [Answer] {
        switch questionnaire.questions[question].kind {
        case .one(let choices): options(question, choices.options.count)
        case .any(let choices, let least, _): ticks(question, choices.options.count, least)
        case .number, .date: values(question, given)
        }
    }

    /// The first option of each class that no diagram tells apart.
    private func options(_ question: Int, _ count: Int) -> [Answer] {
        var seen: Set<[Int]> = []
        let blocks = walks.map { walk -> [Int] in
            for case .choice(question, let blocks) in walk.diagram.variables.prefix(walk.diagram.deciding.variables) { return blocks }
            return Array(repeating: 0, count: count)
        }
        return (0..<count).filter { option in seen.insert(blocks.map { $0[option] }).inserted }.map(Answer.option)
    }

    /// Nothing, each option alone and left out, each two of the first, and all.
    private func ticks(_ question: Int, _ count: Int, _ least: Int) -> [Answer] {
        let tested = Set(
            walks.flatMap { walk in
                walk.diagram.variables.compactMap { variable -> Int? in
                    if case .tick(question, let option) = variable { option } else { nil }
                }
            }
        ).sorted()
        var sets: [[Int]] = [[]] + tested.map { [$0] } + [tested] + tested.map { left in tested.filter { $0 != left } }
        for (index, first) in tested.prefix(8).enumerated() {
            for second in tested.prefix(8).dropFirst(index + 1) { sets.append([first, second]) }
        }
        var seen: Set<[Int]> = []
        return sets.map { set in
            var ticked = Set(set)
            for option in 0..<count where ticked.count < least { ticked.insert(option) }
            return ticked.sorted()
        }.filter { seen.insert($0).inserted }.map(Answer.ticked)
    }

    /// Both ends of every interval between thresholds, and values from which a question that is compared with this one can still lie on
    /// either side.
    private func values(_ question: Int, _ given: [Int: Answer]) -> [Answer] {
        var numbers: Set<Int> = []
        for walk in walks {
            let ranges = walk.ranges(question, given)
            for range in ranges { numbers.formUnion([range.run.lowerBound, range.run.upperBound]) }
            guard let low = ranges.first?.run.lowerBound, let high = ranges.last?.run.upperBound else { continue }
            let partners = walk.partnerValues(of: question, within: low...high)
            numbers.formUnion(partners.filter { (low...high).contains($0) }.prefix(24))
            numbers.formUnion(walk.calculatedValues(of: question, within: low...high, given).prefix(24))
        }
        return numbers.sorted().compactMap { walks[0].answer($0, to: question) }
    }
}

extension Walk {
    /// Values on either side of where something that is calculated goes from one interval to another, with what is not answered yet at its least,
    /// its greatest and between.
    fileprivate func calculatedValues(of question: Int, within limits: ClosedRange<Int>, _ given: [Int: Answer]) -> [Int] {
        var result: [Int] = []
        for case .calculation(let calculation, let cuts, _) in diagram.variables where calculation.questions.contains(question) {
            let open = calculation.questions.filter { $0 != question && given[$0] == nil }
            if !open.isEmpty { result.append(limits.lowerBound + (limits.upperBound - limits.lowerBound) / 2) }
            for share in open.isEmpty ? [0] : [0, 1, 2] {
                var answers = given
                for other in open {
                    guard let run = diagram.questionnaire.questions[other].limits(today: today) else { continue }
                    answers[other] = answer(run.lowerBound + (run.upperBound - run.lowerBound) / 2 * share, to: other)
                }
                let starts = diagram.questionnaire.starts(of: calculation, cuts, at: question, answers, today: today)
                result += starts.flatMap { [$0 - 1, $0] }.filter(limits.contains)
            }
        }
        return result
    }

    /// Values from which a question that is asked later and compared with this one can still lie on either side of every
    /// boundary between the two, and of its own.
    fileprivate func partnerValues(of question: Int, within limits: ClosedRange<Int>) -> [Int] {
        var result: [Int] = []
        for case .order(let first, let second, let chains, _) in diagram.variables where first == question || second == question {
            let partner = first == question ? second : first
            result.append(limits.lowerBound + (limits.upperBound - limits.lowerBound) / 2)
            let own = self.ranges(partner, [:]).flatMap { [$0.run.lowerBound, $0.run.upperBound] }
            // Months are taken as thirty days: what is tried lies near, and what is not hit is found from the other side.
            let distances = chains.flatMap(\.cuts).map { $0.months * 30 + $0.days }
            for value in own {
                result.append(value)
                for distance in distances { result += [value - distance, value + distance] }
            }
        }
        return result
    }
}
