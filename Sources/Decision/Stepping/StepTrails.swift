/// What is certain about the way to each page of a ``StepGraph``.
///
/// Ways that leave the same to decide share a page, so a page may know some of its reader's answers and not the others.
package struct StepTrails: Sendable {
    /// An answer that was given on every way to a page.
    package struct Given: Sendable, Hashable {
        /// Among the questions of the questionnaire.
        package let question: Int
        /// The tick-box that was asked about.
        package let option: Int?
        /// As the diagram knows it.
        package let label: StepGraph.Label
    }

    /// The way to one page.
    package struct Trail: Sendable {
        /// In the order of asking.
        package fileprivate(set) var answers: [Given] = []
        /// Those of all ways, among which are the ones that only some have.
        package fileprivate(set) var possible: Set<Given> = []
        /// What every way asked, whatever was answered.
        fileprivate var asked: Set<Asked> = []
        /// Whether no way has further answers.
        package fileprivate(set) var isWhole = true
        /// The last page that every way comes by; nil for the first page.
        package fileprivate(set) var before: Int?
        /// Whether every way comes from that page directly.
        package fileprivate(set) var isDirect = true
        /// How many pages every way comes by.
        fileprivate var depth = 0

        /// For each question that every way asked, in written order, the answers that some way gave.
        package var common: [[Given]] {
            let all = Dictionary(grouping: possible, by: Asked.init)
            return asked.sorted().compactMap { all[$0] }
        }
    }

    /// A question, or a tick-box of it, as something to be asked.
    fileprivate struct Asked: Hashable, Comparable {
        let question: Int
        let option: Int?

        init(_ given: Given) { (question, option) = (given.question, given.option) }

        static func < (first: Asked, second: Asked) -> Bool {
            (first.question, first.option ?? 0) < (second.question, second.option ?? 0)
        }
    }

    /// For each page of the graph.
    package private(set) var trails: [Trail]

    /// Follows all ways at once, each page after those that lead to it.
    package init(_ graph: StepGraph) {
        let edges = graph.pages.enumerated().flatMap { number, page -> [Edge] in
            guard case .question(let step) = page else { return [] }
            return step.choices.map {
                Edge(from: number, to: $0.page, given: Given(question: step.question, option: step.option, label: $0.label))
            }
        }
        trails = [Trail](repeating: Trail(), count: graph.pages.count)
        let into = Dictionary(grouping: edges, by: \.to)
        var missing = graph.pages.indices.map { into[$0]?.count ?? 0 }
        let onward = Dictionary(grouping: edges, by: \.from)
        var ready = graph.pages.indices.filter { missing[$0] == 0 }
        while let page = ready.popLast() {
            if let ways = into[page] { trails[page] = met(ways) }
            for edge in onward[page] ?? [] {
                missing[edge.to] -= 1
                if missing[edge.to] == 0 { ready.append(edge.to) }
            }
        }
    }

    /// One answer on one page.
    private struct Edge {
        let from: Int
        let to: Int
        let given: Given
    }

    /// What the ways to a page have in common.
    private func met(_ ways: [Edge]) -> Trail {
        var trail = Trail()
        let lists = ways.map { trails[$0.from].answers + [$0.given] }
        let common = lists.dropFirst().reduce(Set(lists.first ?? [])) { $0.intersection($1) }
        trail.answers = (lists.first ?? []).filter(common.contains)
        let asked = ways.map { trails[$0.from].asked.union([Asked($0.given)]) }
        trail.asked = asked.dropFirst().reduce(asked.first ?? []) { $0.intersection($1) }
        trail.possible = ways.reduce(into: []) { $0.formUnion(trails[$1.from].possible.union([$1.given])) }
        trail.isWhole = lists.allSatisfy { $0.count == common.count } && ways.allSatisfy { trails[$0.from].isWhole }
        let pages = Set(ways.map(\.from))
        let before = pages.reduce(pages.first) { known, page in known.flatMap { shared($0, page) } }
        trail.before = before
        trail.isDirect = pages.count == 1
        trail.depth = before.map { trails[$0].depth + 1 } ?? 0
        return trail
    }

    /// The last page that the ways to both of two pages come by, or that is one of them.
    private func shared(_ first: Int, _ second: Int) -> Int? {
        var pair: (Int, Int) = (first, second)
        while pair.0 != pair.1 {
            // The one that is further from the start goes back.
            if trails[pair.0].depth < trails[pair.1].depth { pair = (pair.1, pair.0) }
            guard let before = trails[pair.0].before else { return nil }
            pair.0 = before
        }
        return pair.0
    }
}
