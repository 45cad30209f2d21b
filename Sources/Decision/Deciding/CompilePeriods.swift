package import Diagnostics
package import Forms

/// COMPILE, in time: proves the policy of a day and every later one, each in its period, and makes their diagrams.
///
/// - Parameters:
///   - since: the first day on which the questionnaire is used.
///   - wording: how messages quote answers.
/// - Returns: the diagrams in the order of time, the first of the period of `since`; none when there are errors in any period.
package func compile(
    _ policy: PolicyInTime, since: Day, limits: CompileLimits = CompileLimits(), wording: any MessageWording
) -> Checked<[DecisionDiagram]> {
    let periods = [policy.policy(on: since)] + policy.later(than: since)
    guard periods.count <= limits.periods else {
        return Checked(
            [],
            [
                tooLarge(
                    policy.written, "it changes on \(periods.count - 1) days after \(since); the limit is \(limits.periods - 1)", [])
            ])
    }
    let compiled = periods.map { compile($0, since: max(since, $0.validity.from ?? since), limits: limits, wording: wording) }
    let findings = PeriodFindings(written: policy.written, periods: periods, found: compiled.map(\.diagnostics))
    let diagrams = compiled.compactMap(\.value)
    return Checked(diagrams.count == periods.count ? diagrams : [], findings.told)
}

/// What was found in several periods, each fault told once.
private struct PeriodFindings {
    let written: Questionnaire
    /// The policies that were proved; the first is the present one.
    let periods: [Questionnaire]
    /// What was found in each.
    let found: [[Diagnostic]]

    /// Everything that an author has to know, those of later periods with their days.
    var told: [Diagnostic] {
        var result: [Diagnostic] = []
        for (index, diagnostics) in found.enumerated() {
            for diagnostic in diagnostics {
                if found[..<index].contains(where: { $0.contains { diagnostic.repeats($0) } }) { continue }
                if diagnostic.isOfUse, !isUnusedInAll(diagnostic) { continue }
                result.append(index == 0 ? diagnostic : diagnostic.during(periods[index].validity))
            }
        }
        return result
    }

    /// What never decides is dead only if that is so in every period in which it counts.
    private func isUnusedInAll(_ diagnostic: Diagnostic) -> Bool {
        periods.indices.allSatisfy { index in
            if found[index].contains(where: diagnostic.repeats) { return true }
            guard let place = diagnostic.range else { return false }
            return !written.isInForce(place, during: periods[index].validity)
        }
    }
}

extension Diagnostic {
    private static let ofUse: Set<RuleID> = [
        "questionnaire/dead-rule", "questionnaire/unreachable-outcome", "questionnaire/unused-question", "questionnaire/unused-option",
        "questionnaire/unused-fact",
    ]

    /// Whether it says that something never matters.
    fileprivate var isOfUse: Bool { Diagnostic.ofUse.contains(rule) }

    /// Whether another period has the same fault. The rows of a period are numbered by themselves, so of what never decides
    /// only the place counts.
    func repeats(_ other: Diagnostic) -> Bool {
        rule == other.rule && range?.bytes == other.range?.bytes && range?.file.path == other.range?.file.path
            && (isOfUse || message == other.message)
    }

    /// The same fault, of a later policy.
    func during(_ period: Validity) -> Diagnostic {
        var later = self
        later.message = "\(period.words), \(message)"
        return later
    }
}
