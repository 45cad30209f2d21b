import Forms

/// Conditions that differ from a given one in one place: what an editor could have written by mistake.
struct ConditionMutants {
    let questionnaire: Questionnaire

    /// The entries with one left out or changed.
    func entries(_ entries: Entries) -> [Entries] {
        list(entries.conditions, mayBeEmpty: true).map { Entries(conditions: $0) }
    }

    /// Every way to change a condition in one place: its negation, an entry less, another option, figure or relation.
    func condition(_ condition: Condition) -> [Condition] {
        switch condition {
        case .all(let list): self.list(list, mayBeEmpty: false).map(Condition.all)
        case .any(let list): self.list(list, mayBeEmpty: false).map(Condition.any)
        case .not(let inner): [inner] + self.condition(inner).map(Condition.not)
        case .test(let test) where test.lowered != nil: [.not(condition)] + (test.lowered.map(self.condition) ?? [])
        case .test(let test):
            [.not(condition)]
                + cells(test.cell, of: test.subject).map { .test(Test(subject: test.subject, cell: $0, place: test.place)) }
        }
    }

    /// The list with one part changed or left out.
    private func list(_ list: [Condition], mayBeEmpty: Bool) -> [[Condition]] {
        var result: [[Condition]] = []
        for index in list.indices {
            if list.count > 1 || mayBeEmpty {
                var fewer = list
                fewer.remove(at: index)
                result.append(fewer)
            }
            for changed in condition(list[index]) {
                var other = list
                other[index] = changed
                result.append(other)
            }
        }
        return result
    }

    /// Every way to change a cell in one place.
    private func cells(_ cell: Cell, of subject: Subject) -> [Cell] {
        switch cell {
        case .asked: [.notAsked]
        case .notAsked: [.asked]
        case .oneOf(let options): self.options(options, of: subject).map(Cell.oneOf)
        case .has(let option):
            next(after: option, of: subject).map { [.has($0)] } ?? []
        case .all(let list): self.list(list, of: subject).map(Cell.all)
        case .any(let list): self.list(list, of: subject).map(Cell.any)
        case .not(let inner): cells(inner, of: subject).map(Cell.not)
        case .compare(let relation, let term):
            [.compare(relation.neighbour, term)] + terms(term, of: subject).map { .compare(relation, $0) }
        }
    }

    private func list(_ list: [Cell], of subject: Subject) -> [[Cell]] {
        list.indices.flatMap { index in
            cells(list[index], of: subject).map { changed in
                var other = list
                other[index] = changed
                return other
            }
        }
    }

    /// One option fewer, or one more; of many more, those that lie around.
    private func options(_ options: [Int], of subject: Subject) -> [[Int]] {
        let fewer = options.count > 1 ? options.map { option in options.filter { $0 != option } } : []
        let others = questionnaire.choices(of: subject).filter { !options.contains($0) }
        return fewer + others.prefix(8).map { (options + [$0]).sorted() }
    }

    /// The option that is written after another, the first after the last; nil where there is no other.
    private func next(after option: Int, of subject: Subject) -> Int? {
        let all = questionnaire.choices(of: subject)
        let next = all.first { $0 > option } ?? all.first
        return next == option ? nil : next
    }

    /// The next value on either side, and one far away on either side.
    private func terms(_ term: Term, of subject: Subject) -> [Term] {
        switch term {
        case .number(let number):
            let decimals: Int
            switch subject {
            case .calculation(let calculation): decimals = calculation.decimals
            case .question(let question):
                guard case .number(let range) = questionnaire.questions[question].kind else { return [] }
                decimals = range.decimals
            case .attribute, .fact, .amount, .decision: return []
            }
            let digits = max(decimals, number.decimals)
            let units = number.floor(digits: digits)
            let step = powerOfTen(digits - decimals)
            return [units - step, units + step, units * 7 / 10, units * 13 / 10].filter { $0 != units }
                .map { .number(ExactNumber(decimal($0, decimals: digits)) ?? ExactNumber(units: $0, decimals: digits)) }
        case .bound(.day(let day)):
            return [-1, 1, -100, 100].compactMap { Day(number: day.number + $0).map { .bound(.day($0)) } }
        case .bound(.today(let shift)): return shift.neighbours.map { .bound(.today($0)) }
        case .question(let other, let shift):
            if case .number = questionnaire.questions[other].kind { return [] }
            return shift.neighbours.map { .question(other, $0) }
        case .amount: return []
        }
    }
}

extension Questionnaire {
    /// The options or values of a subject, as cells number them, ascending: of a decision the outcomes that its rows name. None for
    /// numbers and dates.
    package func choices(of subject: Subject) -> [Int] {
        switch subject {
        case .question(let number): Array(questions[number].options.indices)
        case .decision(let number): decisions[number].outcomes
        case .amount, .calculation: []
        case .attribute, .fact: Array((values(of: subject) ?? []).indices)
        }
    }
}

extension Relation {
    /// The relation that differs only in whether the value itself is included.
    fileprivate var neighbour: Relation {
        switch self {
        case .equal: .atLeast
        case .less: .atMost
        case .atMost: .less
        case .greater: .atLeast
        case .atLeast: .greater
        }
    }
}

extension Shift {
    /// One day or month less and more, and many.
    fileprivate var neighbours: [Shift] {
        months != 0
            ? [-1, 1, -7, 7].map { Shift(months: months + $0, days: days, isTurned: isTurned) }.filter { $0.months != 0 }
            : [-1, 1, -40, 40].map { Shift(months: 0, days: days + $0) }
    }
}
