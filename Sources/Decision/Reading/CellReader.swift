import Content
import Diagnostics
import YAML

/// Reads what an entry of a condition demands of one subject.
struct CellReader {
    let scope: Scope
    let subject: Subject

    /// What the subject can be compared with.
    enum Family { case choice, ticks, number(decimals: Int), date }

    var family: Family {
        guard case .question(let number) = subject else { return .choice }
        switch scope.questions[number].kind {
        case .one: return .choice
        case .any: return .ticks
        case .number(let range): return .number(decimals: range.decimals)
        case .date: return .date
        }
    }

    func cell(_ node: Node, _ findings: inout Findings) -> Cell? {
        switch node.value {
        case .scalar:
            guard let text = node.word else {
                findings.add(
                    Diagnostic(
                        "yaml/empty", "nothing is written here; expected a cell such as an answer", at: node.range,
                        help: "write what \(scope.name(of: subject)) has to be, or delete the entry"))
                return nil
            }
            return words(text, at: node.range, &findings)
        case .sequence(let nodes): return list(nodes, at: node.range, &findings)
        case .mapping(let entries): return map(entries, at: node.range, &findings)
        }
    }

    /// A cell of a spreadsheet: `|` stands between alternatives.
    func tableCell(_ text: String, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        if case .ticks = family { return words(text, at: range, &findings) }
        let parts = text.split(separator: "|").map { String($0).trimmed }
        guard parts.count > 1 else { return words(text, at: range, &findings) }
        return merged(parts.map { words($0, at: range, &findings) })
    }

    private func list(_ nodes: [Node], at range: SourceRange, _ findings: inout Findings) -> Cell? {
        guard !nodes.isEmpty else {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "this list is empty, so that nothing fits", at: range,
                    help: "write the answers that fit"))
            return nil
        }
        if case .ticks = family {
            return plainTicks(nodes.compactMap(\.word), at: range, &findings)
        }
        if case .number = family, let zeros = nodes.dropFirst().first(where: { $0.word.map(CellReader.isGroup) ?? false }) {
            let number = nodes.compactMap(\.word).joined()
            findings.add(
                Diagnostic(
                    "questionnaire/type", "a comma in brackets ends the number before it", at: zeros.range,
                    help: "write `\(scope.name(of: subject)): \(number)`"))
            return nil
        }
        return merged(nodes.map { cell($0, &findings) })
    }

    /// The end of a number that was written with a comma, such as `000`.
    private static func isGroup(_ text: String) -> Bool {
        text.utf8.count == 3 && text.hasPrefix("0") && text.allSatisfy(\.isNumber)
    }

    /// Any of several cells; lists of options become one.
    private func merged(_ cells: [Cell?]) -> Cell? {
        let read = cells.compactMap { $0 }
        guard read.count == cells.count else { return nil }
        if read.count == 1 { return read[0] }
        var options: Set<Int> = []
        for cell in read {
            guard case .oneOf(let indices) = cell else { return .any(read) }
            options.formUnion(indices)
        }
        return .oneOf(options.sorted())
    }

    private func map(_ entries: [Node.Entry], at range: SourceRange, _ findings: inout Findings) -> Cell? {
        let cells = entries.map { entry -> Cell? in
            if entry.key.text == "not" {
                if case .ticks = family, let names = plainNames(entry.value) {
                    return refusedTicks(lacking(names), at: entry.value.range, &findings)
                }
                return cell(entry.value, &findings).map { .not($0) }
            }
            guard case .ticks = family else {
                if !CellReader.tickVerbs.contains(entry.key.text) { return refusedMap(entry, &findings) }
                findings.add(
                    Diagnostic(
                        "questionnaire/type",
                        "\"\(entry.key.text)\" is only for tick-boxes, and \(scope.name(of: subject)) takes \(expected)",
                        at: entry.key.range,
                        help: "write the answer itself, a list of answers, or words such as `not X`"))
                return nil
            }
            guard let names = optionNames(entry.value, &findings) else { return nil }
            return ticks(entry.key.text, names, at: entry.key.range, &findings)
        }
        let read = cells.compactMap { $0 }
        guard !cells.isEmpty else {
            findings.add(
                Diagnostic(
                    "yaml/empty", "this map is empty, so that it says nothing about \(scope.name(of: subject))", at: range,
                    help: "write what \(scope.name(of: subject)) has to be, or delete the entry"))
            return nil
        }
        guard read.count == cells.count else { return nil }
        return read.count == 1 ? read[0] : .all(read)
    }

    /// `{in: sellers}`, `{at least: 3}`: words that belong into one text.
    private func refusedMap(_ entry: Node.Entry, _ findings: inout Findings) -> Cell? {
        let name = scope.name(of: subject)
        let help: String
        if let word = entry.value.word {
            help = "write `\(name): \(entry.key.text) \(word)`"
        } else if entry.key.text == "in", case .sequence(let list) = entry.value.value {
            help = "write the list alone: `\(name): [\(list.compactMap(\.word).joined(separator: ", "))]`"
        } else {
            help = "write the answer itself, a list of answers, or words such as `not X`"
        }
        findings.add(
            Diagnostic(
                "questionnaire/type", "\"\(entry.key.text)\" and what follows it are written in one text, without a colon between",
                at: entry.key.range, help: help))
        return nil
    }

    /// A plain value, or a list of them, that name options.
    private func plainNames(_ node: Node) -> [String]? {
        let known = scope.choices(of: subject) ?? []
        let nodes: [Node] = if case .sequence(let list) = node.value { list } else { [node] }
        let names = nodes.compactMap(\.word)
        return names.count == nodes.count && !names.isEmpty && names.allSatisfy(known.contains) ? names : nil
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
                    "yaml/empty", "this list is empty, so that it asks for nothing", at: node.range,
                    help: "write the ids of options"))
            return nil
        }
        return nodes.compactMap { node in node.word.map { ($0, node.range) } }
    }

    /// `asked`, `not X`, `in SET` and what the family of the subject adds.
    private func words(_ text: String, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        if case .question = subject {
            if text == "asked" { return .asked }
            if text == "not asked" { return .notAsked }
        }
        if case .ticks = family, let help = lacking(text) { return refusedTicks(help, at: range, &findings) }
        if text.hasPrefix("not "), text.count > 4 {
            return words(String(text.dropFirst(4)).trimmed, at: range, &findings).map { .not($0) }
        }
        switch family {
        case .choice:
            if text.hasPrefix("in ") { return set(String(text.dropFirst(3)).trimmed, at: range, &findings) }
            return option(text, at: range, &findings).map { .oneOf([$0]) }
        case .ticks:
            if text == "none" { return .not(.any((scope.choices(of: subject) ?? []).indices.map(Cell.has))) }
            let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
            let verb = parts[0].hasSuffix(":") ? String(parts[0].dropLast()) : parts[0]
            guard parts.count == 2, CellReader.tickVerbs.contains(verb) else {
                return plainTicks([text], at: range, &findings)
            }
            let names = parts[1].split { $0 == "|" || $0 == "," }.map { (String($0).trimmed, range) }
            return ticks(verb, names, at: range, &findings)
        case .number, .date:
            let values = ConditionValues(family: valueFamily, subject: scope.name(of: subject)) { scope.subject($0) != nil }
            guard let text = values.filled(text, at: range, &findings) else { return nil }
            return ComparisonReader(scope: scope, cells: self).cell(text, at: range, &findings)
        }
    }

    private var valueFamily: ConditionValues.Family {
        guard case .question(let number) = subject, case .number(let range) = scope.questions[number].kind else { return .dates }
        return .numbers(unit: range.unit)
    }

    private static let tickVerbs = ConditionShape.TickTest.allCases.map(\.rawValue)

    private func ticks(
        _ verb: String, _ names: [(String, SourceRange)], at range: SourceRange, _ findings: inout Findings
    ) -> Cell? {
        guard CellReader.tickVerbs.contains(verb) else {
            scope.unknown(verb, what: "test of tick-boxes", among: CellReader.tickVerbs + ["not"], at: range, &findings)
            return nil
        }
        let found = names.map { option($0.0, at: $0.1, &findings) }
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

    private func plainTicks(_ names: [String], at range: SourceRange, _ findings: inout Findings) -> Cell? {
        if names.count == 1, TickWords.counts(names[0]) {
            findings.add(
                Diagnostic(
                    "questionnaire/type",
                    "how many options of \(scope.name(of: subject)) are ticked cannot be compared with \"\(names[0])\"",
                    at: range, help: TickWords(known: scope.choices(of: subject) ?? []).help(counting: names[0])))
            return nil
        }
        let name = names.first ?? "x"
        let cell = names.count > 1 ? "{has-any: [\(names.joined(separator: ", "))]}" : "{has: \(name)}"
        return refusedTicks("write `\(scope.name(of: subject)): \(cell)`, or use has-all, lacks, only or none", at: range, &findings)
    }

    private func refusedTicks(_ help: String, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        findings.add(
            Diagnostic(
                "questionnaire/type",
                "\(scope.name(of: subject)) takes several answers, so a plain value does not say what is meant",
                at: range, help: help))
        return nil
    }

    /// What to write for `not a` at tick-boxes: the negation of what a plain value would mean, not that value.
    private func lacking(_ text: String) -> String? {
        guard text.hasPrefix("not "), let known = scope.choices(of: subject) else { return nil }
        let names = ListWords.names(String(text.dropFirst(4)))
        return names.allSatisfy(known.contains) ? lacking(names) : nil
    }

    private func lacking(_ names: [String]) -> String {
        let cell = names.count > 1 ? "[\(names.joined(separator: ", "))]" : names.first ?? "x"
        return "write `\(scope.name(of: subject)): {lacks: \(cell)}`"
            + (names.count > 1 ? ", or `{not: {has-all: \(cell)}}` if one of them may be ticked" : "")
    }

    private func set(_ name: String, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        guard let members = scope.sets[name] else {
            scope.unknown(name, what: "set", among: scope.sets.keys.sorted(), at: range, &findings)
            return nil
        }
        let found = members.map { option($0.string, at: $0.range, &findings) }
        let indices = found.compactMap { $0 }
        return indices.count == found.count ? .oneOf(Set(indices).sorted()) : nil
    }

    /// The index of an option or value of the subject.
    private func option(_ name: String, at range: SourceRange, _ findings: inout Findings) -> Int? {
        let known = scope.choices(of: subject) ?? []
        if let index = known.firstIndex(of: name) { return index }
        let subject = scope.name(of: subject)
        let sign = name.first.map { "<>=!".contains($0) } ?? false
        let words = ListWords(known: known, labels: scope.labels(of: self.subject) ?? [])
        if let line = words.line(name) {
            findings.add(
                Diagnostic(
                    "questionnaire/unknown-name", "\(subject) has no answer \"\(name)\"", at: range, help: "write `\(subject): \(line)`"))
        } else if sign || ComparisonReader.starts(name) {
            findings.add(
                Diagnostic(
                    "questionnaire/type",
                    "\(subject) is neither a number nor a date and cannot be compared by \"\(name)\"", at: range,
                    help: "it takes \(expected)"))
        } else {
            findings.add(
                Diagnostic(
                    "questionnaire/unknown-name", "\(subject) has no answer \"\(name)\"", at: range,
                    help: Suggestion.help(for: name.lowercased(), among: known) ?? "its answers are \(listed(Array(known.prefix(12))))"))
        }
        return nil
    }

    private var expected: String {
        switch family {
        case .choice, .ticks: listed(Array((scope.choices(of: subject) ?? []).prefix(12)), "or")
        case .number: "a number"
        case .date: "a date"
        }
    }
}

extension String {
    /// Without spaces at its ends.
    var trimmed: String {
        var text = self[...].drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
