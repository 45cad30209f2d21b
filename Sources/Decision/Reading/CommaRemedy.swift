import YAML

/// What to write for a cell that a comma in braces cut off: `{o: red, blue}`.
struct CommaRemedy {
    let root: Node

    /// - Parameter parts: the parts between the commas.
    func help(_ name: String, _ parts: [String]) -> String {
        let quoted = "write `\(name): \"\(parts.joined(separator: ", "))\"`"
        guard question(name) != nil || root["facts"]?[name] != nil || name.contains(".") else { return quoted }
        let isNegated = parts[0].hasPrefix("not ")
        let members = (isNegated ? [String(parts[0].dropFirst(4)).trimmed] : [parts[0]]) + parts.dropFirst()
        let forms: [CellForm]
        if isTicks(name) {
            forms = tickForms(members, isNegated: isNegated)
        } else if members.allSatisfy({ !$0.contains(" ") }) || isChoice(name) {
            forms = [isNegated ? .except(members) : .options(members)]
        } else {
            return quoted
        }
        guard !forms.isEmpty else { return quoted }
        return "write " + forms.map { "`\(name): \($0.yaml)`" + (forms.count > 1 ? $0.whenMeant : "") }.joined(separator: ", or ")
    }

    /// The first member may carry the verb: `{proofs: has a, b}`.
    private func tickForms(_ members: [String], isNegated: Bool) -> [CellForm] {
        let parts = members[0].split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            return isNegated ? [.ticks(.lacks, members)] : [.ticks(.hasAll, members), .ticks(.hasAny, members)]
        }
        guard let test = ConditionShape.TickTest(rawValue: parts[0]) else { return [] }
        let names = [parts[1]] + members.dropFirst()
        guard isNegated else { return [.ticks(test == .has ? .hasAll : test, names)] }
        return test == .has || test == .hasAll ? [.notAllTicked(names)] : []
    }

    /// Looks at the file as it is written, since questions are not read yet where braces are broken.
    private func isTicks(_ name: String) -> Bool { question(name)?["any-of"] != nil }

    private func isChoice(_ name: String) -> Bool {
        guard let question = question(name) else { return true }
        return question["number"] == nil && question["date"] == nil
    }

    private func question(_ name: String) -> Node? { root["questions"]?[name] }
}
