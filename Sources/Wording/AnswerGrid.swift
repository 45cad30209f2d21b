import Decision

/// The combinations of intervals that words are about, without the cuts that nothing rests on.
///
/// Combinations that no answer lies in, on any day of the questionnaire's, may be said to belong or not. So ends are left
/// out that the limits of the question, or other ends, imply.
struct AnswerGrid {
    private(set) var chains: [Chain]
    private var memberships: [Membership]

    /// What a combination of intervals is to the words; a combination that no answer lies in may be said to belong or not
    /// (a don't care).
    private enum Membership { case wanted, other, dontCare }

    /// - Parameters:
    ///   - wanted: for each combination of intervals, the last chain running fastest.
    ///   - isReached: whether an answer may lie in a combination.
    init(_ chains: [Chain], wanted: [Bool], endpoints: AuthoredEndpoints, isReached: ([Int]) -> Bool) {
        self.chains = chains
        let sizes = chains.map { $0.cuts.count + 1 }
        memberships = wanted.indices.map { isReached(MixedRadix.digits(of: $0, sizes: sizes)) ? wanted[$0] ? .wanted : .other : .dontCare }
        // What no condition names goes first: of two cuts either of which would do, the author's stays.
        for isAuthored in [false, true] {
            for chain in chains.indices {
                for cut in chains[chain].cuts.reversed() where endpoints.isAuthored(cut, of: chains[chain]) == isAuthored {
                    drop(cut, of: chain)
                }
            }
        }
    }

    private var sizes: [Int] { chains.map { $0.cuts.count + 1 } }

    /// What is wanted, as intervals of each chain.
    var boxes: [[ClosedRange<Int>]] {
        BoxCover.cover(memberships.map { $0 == .wanted }, allowed: memberships.map { $0 != .other }, sizes: sizes)
    }

    /// Takes a cut away if both of its sides are alike wherever answers lie on both.
    private mutating func drop(_ cut: Chain.Cut, of chain: Int) {
        guard let place = chains[chain].cuts.firstIndex(of: cut) else { return }
        let inner = sizes[(chain + 1)...].reduce(1, *)
        let size = sizes[chain]
        var result: [Membership] = []
        for (number, here) in memberships.enumerated() {
            switch number / inner % size {
            case place:
                let beyond = memberships[number + inner]
                guard here == beyond || here == .dontCare || beyond == .dontCare else { return }
                result.append(here == .dontCare ? beyond : here)
            case place + 1: break
            default: result.append(here)
            }
        }
        memberships = result
        var cuts = chains[chain].cuts
        cuts.remove(at: place)
        chains[chain] = Chain(subject: chains[chain].subject, base: chains[chain].base, cuts: cuts)
    }
}
