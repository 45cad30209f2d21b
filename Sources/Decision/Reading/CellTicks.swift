import Diagnostics
import Forms
import YAML

/// What an entry of a condition demands of tick-boxes.
extension CellReader {
    /// A plain value, or a list of them, that name options.
    func plainNames(_ node: Node) -> [String]? {
        let known = scope.choices(of: subject) ?? []
        let nodes: [Node] = if case .sequence(let list) = node.value { list } else { [node] }
        let names = nodes.compactMap(\.word)
        return names.count == nodes.count && !names.isEmpty && names.allSatisfy(known.contains) ? names : nil
    }

    /// `{has: x}`, `{only: [x, y]}`.
    func tickTest(_ entry: Node.Entry, _ findings: inout Findings) -> Cell? {
        if entry.key.text == "count" {
            findings.notYet("`count` of tick-boxes", at: entry.key.range)
            return nil
        }
        if let word = entry.value.word, CellReader.tickVerbs.contains(entry.key.text), scope.choices(of: subject)?.contains(word) != true,
            let help = advice(tickForms("\(entry.key.text) \(word)"))
        {
            findings.add(
                Diagnostic(
                    "questionnaire/unknown-name", "\(scope.name(of: subject)) has no \(scope.choice(of: subject)) \"\(word)\"",
                    at: entry.value.range, help: help)
            )
            return nil
        }
        guard let names = optionNames(entry.value, &findings) else { return nil }
        return ticks(entry.key.text, names, at: entry.key.range, &findings)
    }

    /// The options that a test of tick-boxes names: one, or a list.
    private func optionNames(_ node: Node, _ findings: inout Findings) -> [(String, SourceRange)]? {
        let nodes: [Node] = if case .sequence(let list) = node.value { list } else { [node] }
        for node in nodes where node.word == nil {
            findings.add(
                Diagnostic(
                    "yaml/type", "expected an option, found \(node.kindInWords)", at: node.range,
                    help: "write the id of an option, or a list of ids"))
            return nil
        }
        guard !nodes.isEmpty else {
            findings.add(
                Diagnostic(
                    "yaml/empty", "this list is empty, so it requires nothing", at: node.range,
                    help: "write the ids of options"))
            return nil
        }
        return nodes.compactMap { node in node.word.map { ($0, node.range) } }
    }

    /// Words for tick-boxes: `none`, `has x`, `has-any a|b`, `not has x`.
    func tickWords(_ text: String, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        if let cell = existence(text) { return cell }
        if text == "none" { return .not(.any((scope.choices(of: subject) ?? []).indices.map(Cell.has))) }
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        let verb = parts[0].hasSuffix(":") ? String(parts[0].dropLast()) : parts[0]
        if parts.count == 2, CellReader.tickVerbs.contains(verb) {
            let names = parts[1].split { $0 == "|" || $0 == "," }.map { String($0).trimmed }
            if names.allSatisfy({ scope.choices(of: subject)?.contains($0) ?? false }) {
                return ticks(verb, names.map { ($0, range) }, at: range, &findings)
            }
        } else if let rest = denied(text), CellReader.tickVerbs.contains(where: { rest.hasPrefix($0 + " ") }) || rest == "none" {
            // What is wrong is said of all the words: a remedy without `not` would mean the opposite.
            var inner = Findings(values: scope.values)
            if let cell = tickWords(rest, at: range, &inner) { return .not(cell) }
        }
        return plainTicks([text], at: range, &findings)
    }

    /// `has`, `has-any`, `has-all`, `lacks`, `only`.
    static let tickVerbs = ConditionShape.TickTest.allCases.map(\.rawValue)

    /// A test by its verb. `only` says that no other option is ticked, and nothing about those it names.
    private func ticks(
        _ verb: String, _ names: [(String, SourceRange)], at range: SourceRange, _ findings: inout Findings
    ) -> Cell? {
        guard CellReader.tickVerbs.contains(verb) else {
            scope.unknown(verb, what: "test of tick-boxes", among: CellReader.tickVerbs + ["not"], at: range, &findings)
            return nil
        }
        let found = names.map { option($0.0, whole: $0.0, at: $0.1, &findings) }
        let indices = found.compactMap { $0 }
        guard indices.count == found.count, !indices.isEmpty else { return nil }
        let has = indices.map(Cell.has)
        switch verb {
        case "has", "has-all": return has.count == 1 ? has[0] : .all(has)
        case "has-any": return .any(has)
        case "lacks": return .not(.any(has))
        default:
            let others = (scope.choices(of: subject) ?? []).indices.filter { !indices.contains($0) }
            return .not(.any(others.map(Cell.has)))
        }
    }

    /// Options without a verb. One of several answers can be meant to be among them or to be all of them, so that a plain value is
    /// refused, with the verbs that may be meant.
    func plainTicks(_ names: [String], at range: SourceRange, _ findings: inout Findings) -> Cell? {
        if names.count == 1, TickWords.counts(names[0]) {
            findings.add(
                Diagnostic(
                    "questionnaire/type",
                    "how many options of \(scope.name(of: subject)) are ticked cannot be compared with \"\(names[0])\"",
                    at: range, help: TickWords(known: scope.choices(of: subject) ?? []).help(counting: names[0])))
            return nil
        }
        let forms = names.count > 1 ? [.ticks(.hasAny, names)] : tickForms(names.first ?? "")
        guard let help = advice(forms) else {
            for name in names where scope.choices(of: subject)?.contains(name) != true {
                return option(name, whole: name, at: range, &findings).map(Cell.has)
            }
            return refusedTicks(nil, at: range, &findings)
        }
        let isPlain = names.count > 1 || scope.choices(of: subject)?.contains(names.first ?? "") ?? false
        return refusedTicks(isPlain && !isTable ? help + ", or use has-all, lacks, only or none" : help, at: range, &findings)
    }

    /// - Parameter help: nil to name all verbs.
    func refusedTicks(_ help: String?, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        findings.add(
            Diagnostic(
                "questionnaire/type",
                "\(scope.name(of: subject)) takes several \(scope.choice(of: subject))s, so a plain value is ambiguous",
                at: range, help: help ?? "use has, has-any, has-all, lacks, only or none"))
        return nil
    }
}
