extension Meaning {
    /// Whether a variable is what several answers come to.
    func isCalculated(_ variable: Int) -> Bool { if case .calculation = variables.list[variable] { true } else { false } }

    /// A cell on what several answers come to: false where one of them is not asked.
    mutating func cell(_ cell: Cell, of calculation: Calculation) throws(TooLarge) -> Ref {
        switch cell {
        case .compare(let relation, let term):
            let holds = try compare(calculation, relation, term)
            var result = holds
            for question in calculation.questions { result = try store.apply(.and, result, asked[question]) }
            return result
        case .all(let list):
            var result = Ref.yes
            for inner in list { result = try store.apply(.and, result, self.cell(inner, of: calculation)) }
            return result
        case .any(let list):
            var refs: [Ref] = []
            for inner in list { refs.append(try self.cell(inner, of: calculation)) }
            return try disjunction(refs)
        case .not(let inner):
            var result = try store.not(self.cell(inner, of: calculation))
            for question in calculation.questions { result = try store.apply(.and, result, asked[question]) }
            return result
        case .oneOf, .has, .asked, .notAsked: return .no
        }
    }

    /// Where it compares so, whether or not all of it is asked.
    private mutating func compare(_ calculation: Calculation, _ relation: Relation, _ term: Term) throws(TooLarge) -> Ref {
        guard let variable = variables.ofCalculation[calculation], case .calculation(_, let scale) = variables.list[variable] else {
            return .no
        }
        let ends = Cuts.ends(calculation, relation, term)
        let cuts = scale.chains[0].cuts.map(\.days)
        let isIn = scale.blockOfTuple.indices.map { block in
            let start = block == 0 ? nil : cuts[block - 1]
            let isAbove = ends.from.map { from in start.map { $0 >= from } ?? false } ?? true
            let isBelow = ends.below.map { below in start.map { $0 < below } ?? true } ?? true
            return isAbove && isBelow
        }
        return try store.literal(variable, isIn)
    }

    /// Where what is calculated contradicts the answers that it rests on: 3 times 4 is not over 20.
    ///
    /// Of a group of which not all questions are asked, those that are bind one another too.
    mutating func contradictionsOfCalculations() throws(TooLarge) -> [Ref] {
        let groups = self.groups ?? CalculatedGroup.all(questionnaire, variables)
        self.groups = groups
        var result: [Ref] = []
        for group in groups {
            let conditional = group.questions.filter { asked[$0] != .yes }
            for left in Meaning.subsets(conditional) {
                let open = Set(group.questions).subtracting(left)
                let own = group.variables.filter { open.isSuperset(of: variables.questions(of: $0)) }
                guard own.contains(where: isCalculated) else { continue }
                var wrong = try excluded(own[...], group.combinations(of: own))
                for question in conditional where open.contains(question) { wrong = try store.apply(.and, asked[question], wrong) }
                result.append(wrong)
            }
        }
        return result
    }

    /// What may be left out of some questions: each subset, or where these are many nothing and all but one.
    private static func subsets(_ questions: [Int]) -> [[Int]] {
        guard questions.count <= 4 else { return [[]] + questions.map { [$0] } }
        return questions.reduce([[]]) { subsets, question in subsets + subsets.map { $0 + [question] } }
    }

    /// Where some variables have no combination of blocks that is listed.
    private mutating func excluded(_ own: ArraySlice<Int>, _ combinations: Set<[Int]>) throws(TooLarge) -> Ref {
        guard let variable = own.first else { return combinations.isEmpty ? .yes : .no }
        if combinations.isEmpty { return .yes }
        let next = Dictionary(grouping: combinations) { $0[0] }
        var children: [Ref] = []
        for block in 0..<variables.arity[variable] {
            children.append(try excluded(own.dropFirst(), Set((next[block] ?? []).map { Array($0.dropFirst()) })))
        }
        return try store.node(variable, children)
    }
}
