/// What is certain, still open and ruled out on each page of a ``StepGraph``: by all results to which its links lead.
package struct StepOutlooks: Sendable {
    /// What can become of one decision.
    package struct Outlook: Sendable, Equatable {
        /// Outcomes of every result that can follow.
        package fileprivate(set) var certain: Set<Int>
        /// Outcomes of some of them.
        package fileprivate(set) var possible: Set<Int>
    }

    /// For each page one for each decision.
    package let pages: [[Outlook]]

    /// Looks at each page once all that its links lead to is known.
    package init(_ graph: StepGraph) {
        var known = [[Outlook]?](repeating: nil, count: graph.pages.count)
        var open = graph.pages.isEmpty ? [] : [0]
        while let page = open.last {
            guard known[page] == nil else {
                open.removeLast()
                continue
            }
            switch graph.pages[page] {
            case .result(let outcomes, _, _): known[page] = outcomes.map { Outlook(certain: Set($0), possible: Set($0)) }
            case .question(let step):
                let missing = step.choices.map(\.page).filter { known[$0] == nil }
                if missing.isEmpty { known[page] = StepOutlooks.joined(step.choices.compactMap { known[$0.page] }) }
                open += missing
            }
        }
        pages = known.map { $0 ?? [] }
    }

    /// What holds whichever of several ways is taken.
    private static func joined(_ ways: [[Outlook]]) -> [Outlook] {
        guard var joined = ways.first else { return [] }
        for way in ways.dropFirst() {
            for (decision, outlook) in way.enumerated() {
                joined[decision].certain.formIntersection(outlook.certain)
                joined[decision].possible.formUnion(outlook.possible)
            }
        }
        return joined
    }
}
