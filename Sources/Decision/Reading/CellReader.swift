import Diagnostics
import Forms
import YAML

/// Reads what an entry of a condition demands of one subject.
///
/// What fits depends on the subject: ids for options and values, verbs such as `has-any` for tick-boxes, comparisons for
/// numbers and dates. `not`, lists and maps combine these for all of them. People write much that is not the language but
/// has one clear meaning (`no`, `True`, `5 or more`, `[red, blue]` of tick-boxes); ``CellRemedies`` finds the line that says
/// the same, and a message offers it only if this reader takes it.
struct CellReader {
    let scope: Scope
    let subject: Subject
    /// Whether it is in a spreadsheet, where lists and maps are written in other words.
    var isTable = false
    /// Whether what a message offers is read, to see that it can be.
    var isTrial = false
    /// Whether it is below `not` in a map, which is then part of the line that a message offers.
    var isDenied = false
    /// Whether `not` comes before the words, in the same text.
    var followsNot = false
    /// Whether it is one of a list, and is offered alone.
    var isElement = false

    /// What the subject can be compared with.
    enum Family { case choice, ticks, number(decimals: Int), date }

    /// Facts and attributes have values to choose from, like questions with options.
    var family: Family {
        if case .decision(let number) = subject { return scope.decisions[number].isMany ? .ticks : .choice }
        switch scope.kind(of: subject) {
        case nil, .one: return .choice
        case .any: return .ticks
        case .number(let range): return .number(decimals: range.decimals)
        case .date: return .date
        }
    }

    /// What a cell demands; nil if it cannot be read, or if no answer could meet it.
    func cell(_ node: Node, _ findings: inout Findings) -> Cell? {
        guard isKnown else { return nil }
        return read(node, &findings).flatMap { met($0, node.word, at: node.range, &findings) }
    }

    /// Whether the subject could be read; there is a message about an amount that could not.
    private var isKnown: Bool { if case .amount = subject { scope.kind(of: subject) != nil } else { true } }

    /// What meets a cell, for messages.
    var what: String { if case .amount = subject { "amount" } else { "answer" } }

    /// The cell, whether or not an answer could meet it.
    private func read(_ node: Node, _ findings: inout Findings) -> Cell? {
        switch node.value {
        case .scalar:
            guard let text = node.word else {
                findings.add(
                    Diagnostic(
                        "yaml/empty", "this is empty; expected a cell such as an answer", at: node.range,
                        help: "write what \(scope.name(of: subject)) has to be, or delete the entry"))
                return nil
            }
            return words(text, at: node.range, &findings)
        case .sequence(let nodes): return list(nodes, at: node.range, &findings)
        case .mapping(let entries): return map(entries, at: node.range, &findings)
        }
    }

    /// A cell of a spreadsheet, with `|` between alternatives.
    func tableCell(_ text: String, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        guard isKnown else { return nil }
        return tableWords(text, at: range, &findings).flatMap { met($0, text, at: range, &findings) }
    }

    /// Spreadsheets have no lists: `red|blue` means `[red, blue]`. Tick-boxes have verbs before their lists, and split them
    /// themselves.
    private func tableWords(_ text: String, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        if case .ticks = family { return words(text, at: range, &findings) }
        let isNegated = { (text: String) in text.hasPrefix("not ") && text != "not asked" }
        var parts = text.split(separator: "|").map { String($0).trimmed }
        guard parts.count > 1 else { return words(text, at: range, &findings) }
        // One `not` before the first of several means all of them.
        let negates = isNegated(parts[0]) && !parts.dropFirst().contains(where: isNegated)
        if negates { parts[0] = String(parts[0].dropFirst(4)).trimmed }
        return merged(parts.map { words($0, at: range, &findings) }).map { negates ? .not($0) : $0 }
    }

    /// Any of its members will do; for tick-boxes that would be a guess, so that a verb is asked for.
    private func list(_ nodes: [Node], at range: SourceRange, _ findings: inout Findings) -> Cell? {
        guard !nodes.isEmpty else {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "this list is empty, so nothing fits", at: range,
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
        var element = self
        (element.isElement, element.isDenied) = (true, false)
        return merged(nodes.map { element.read($0, &findings) })
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

    /// `{has: x, lacks: y}`: all of the tests hold together. Subjects that are no tick-boxes have `{not: …}` only.
    private func map(_ entries: [Node.Entry], at range: SourceRange, _ findings: inout Findings) -> Cell? {
        guard !entries.isEmpty else {
            findings.add(
                Diagnostic(
                    "yaml/empty", "this map is empty, so it says nothing about \(scope.name(of: subject))", at: range,
                    help: "write what \(scope.name(of: subject)) has to be, or delete the entry"))
            return nil
        }
        var isTicks = false
        if case .ticks = family { isTicks = true }
        if !isTicks, entries.contains(where: { $0.key.text != "not" }) { return refusedMap(entries, at: range, &findings) }
        let cells = entries.map { entry -> Cell? in
            guard entry.key.text == "not" else { return tickTest(entry, &findings) }
            if isTicks, let names = plainNames(entry.value) {
                return refusedTicks(advice(lacking(names)), at: entry.value.range, &findings)
            }
            var inner = self
            inner.isDenied.toggle()
            return inner.read(entry.value, &findings).map { Cell.not($0) }
        }
        let all = cells.compactMap { $0 }
        guard all.count == cells.count else { return nil }
        return all.count == 1 ? all[0] : .all(all)
    }

    /// `{at least: 3}`, `{from: 3, to: 5}`: words that belong into one text.
    private func refusedMap(_ entries: [Node.Entry], at range: SourceRange, _ findings: inout Findings) -> Cell? {
        let first = entries.first { $0.key.text != "not" } ?? entries[0]
        let word = first.key.text
        let written = entries.map { entry in entry.value.word.map { "\(entry.key.text) \($0)" } }
        let words = written.compactMap { $0 }
        var help: String?
        if words.count == entries.count {
            help = advice([words.joined(separator: " "), words.joined(separator: " and ")].lazy.compactMap(forms).first ?? [])
        } else if entries.count == 1, case .sequence(let list) = first.value.value, ["in", "has-any", "any"].contains(word) {
            help = advice([.options(list.compactMap(\.word))])
        }
        let isTest = CellReader.tickVerbs.contains(word)
        findings.add(
            Diagnostic(
                "questionnaire/type",
                isTest
                    ? "\"\(word)\" is only for tick-boxes, and \(scope.name(of: subject)) takes \(expected)"
                    : "\"\(word)\" and what follows it are written in one text, without a colon between",
                at: entries.count > 1 && !isTest ? range : first.key.range,
                help: help ?? "write the answer itself, a list of answers, or words such as `not X`"))
        return nil
    }

    /// `asked`, `not X`, `in SET` and what the family of the subject adds.
    private func words(_ text: String, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        if text.contains("{{") { return refusedBraces(text, at: range, &findings) }
        switch family {
        case .choice: return choice(text, whole: text, at: range, &findings)
        case .ticks: return tickWords(text, at: range, &findings)
        case .number, .date: return comparison(text, at: range, &findings)
        }
    }

    /// `asked` and `not asked`, which only questions can be.
    func existence(_ text: String) -> Cell? {
        guard case .question = subject else { return nil }
        return text == "asked" ? .asked : text == "not asked" ? .notAsked : nil
    }

    /// The text after `not `; nil if there is no `not`.
    func denied(_ text: String) -> String? {
        text.hasPrefix("not ") && text.count > 4 ? String(text.dropFirst(4)).trimmed : nil
    }

    /// - Parameter whole: what is written, for messages.
    private func choice(_ text: String, whole: String, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        if let cell = existence(text) { return cell }
        if let rest = denied(text) { return choice(rest, whole: whole, at: range, &findings).map { .not($0) } }
        let known = scope.choices(of: subject) ?? []
        if let index = known.firstIndex(of: text) { return .oneOf([index]) }
        if text.hasPrefix("in ") {
            let name = String(text.dropFirst(3)).trimmed
            if scope.sets[name] != nil || advice(forms(whole) ?? []) == nil { return set(name, at: range, &findings) }
        }
        if let phrase = OrderedOptions(cells: self).phrase(text) {
            return OrderedOptions(cells: self).cell(phrase, text, whole: whole, at: range, &findings)
        }
        _ = option(text, whole: whole, at: range, &findings)
        return nil
    }

    /// The words that compare are read only when all other readings are excluded: `not`, a list in brackets, a value of a data
    /// file.
    private func comparison(_ text: String, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        if let cell = existence(text) { return cell }
        if case .amount(let number) = subject, text == "asked" || text == "not asked" {
            let name = scope.name(of: subject)
            let questions = scope.readAmounts[number].questions.map { scope.questions[$0].id.description }
            findings.add(
                Diagnostic(
                    "questionnaire/type", "\(name) is an amount, which is not asked", at: range,
                    help: questions.isEmpty ? "delete the entry" : "name a question that it rests on: \(listed(questions, "or"))"))
            return nil
        }
        if let list = bracketed(text) {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "a list in brackets cannot be part of a text", at: range,
                    help: advice([list]) ?? "write each number or date of the list as \(expected)"))
            return nil
        }
        if let rest = denied(text) {
            guard isDenied(rest, whole: text, at: range, &findings) else { return nil }
            var inner = self
            inner.followsNot.toggle()
            return inner.comparison(rest, at: range, &findings).map { .not($0) }
        }
        if !followsNot, let help = existing(text).flatMap({ advice([$0]) }) {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "\(scope.name(of: subject)) is compared with \(expected), and cannot be \"\(text)\"",
                    at: range, help: help))
            return nil
        }
        let values = ConditionValues(family: valueFamily, subject: scope.name(of: subject)) { scope.subject($0) != nil }
        guard let filled = values.filled(text, at: range, &findings) else { return nil }
        return ComparisonReader(scope: scope, cells: self).cell(filled, at: range, &findings)
    }

    /// `[1, 2]` or `not [1, 2]`, where the brackets are not those of YAML.
    private func bracketed(_ text: String) -> CellForm? {
        let rest = denied(text) ?? text
        guard !followsNot, rest.hasPrefix("["), rest.hasSuffix("]") else { return nil }
        let members = rest.dropFirst().dropLast().split(separator: ",").map { String($0).trimmed }
        return rest == text ? .options(members) : .except(members)
    }

    /// Whether it is clear what `not` is said of: `not over 3 and under 5` can be read in two ways.
    private func isDenied(_ rest: String, whole: String, at range: SourceRange, _ findings: inout Findings) -> Bool {
        let reader = ComparisonReader(scope: scope, cells: self)
        guard let phrase = reader.phrase(rest), phrase.ends == nil, case .all = phrase else { return true }
        var isDate = false
        if case .date = family { isDate = true }
        findings.add(
            Diagnostic(
                "questionnaire/type", "\"\(whole)\" does not say whether \"not\" applies to everything after it", at: range,
                help: advice(phrase.denied(isDate: isDate)) ?? "put `{not: …}` around what it applies to, and the rest next to it"))
        return false
    }

    private var valueFamily: ConditionValues.Family {
        guard case .number(let range) = scope.kind(of: subject) else { return .dates }
        return .numbers(unit: range.unit)
    }

    /// The options of a set, by the name that it has under `sets:`.
    private func set(_ name: String, at range: SourceRange, _ findings: inout Findings) -> Cell? {
        guard let members = scope.sets[name] else {
            scope.unknown(name, what: "set", among: scope.sets.keys.sorted(), at: range, &findings)
            return nil
        }
        let found = members.map { option($0.string, whole: $0.string, at: $0.range, &findings) }
        let indices = found.compactMap { $0 }
        return indices.count == found.count ? .oneOf(Set(indices).sorted()) : nil
    }

    /// The index of an option or value of the subject.
    ///
    /// - Parameter whole: the words that it is part of.
    func option(_ name: String, whole: String, at range: SourceRange, _ findings: inout Findings) -> Int? {
        if let index = scope.index(of: name, among: subject) { return index }
        let choice = scope.choice(of: subject)
        let subject = scope.name(of: subject)
        guard findings.suggester.isShown() else {
            findings.add(Diagnostic("questionnaire/unknown-name", "\(subject) has no \(choice) \"\(name)\"", at: range))
            return nil
        }
        let known = scope.choices(of: self.subject) ?? []
        let sign = name.first.map { "<>=!".contains($0) } ?? false
        if let line = advice(forms(whole) ?? []) {
            findings.add(
                Diagnostic("questionnaire/unknown-name", "\(subject) has no \(choice) \"\(whole)\"", at: range, help: line))
        } else if sign || ComparisonReader.starts(name) {
            findings.add(
                Diagnostic(
                    "questionnaire/type",
                    "\(subject) is neither a number nor a date and cannot be compared by \"\(name)\"", at: range,
                    help: "it takes \(expected)"))
        } else {
            findings.add(
                Diagnostic(
                    "questionnaire/unknown-name", "\(subject) has no \(choice) \"\(name)\"", at: range,
                    help: Suggestion.help(for: name.lowercased(), among: known) ?? "its \(choice)s are \(listed(Array(known.prefix(12))))"))
        }
        return nil
    }

    /// What the subject takes, for messages: `a, b or c`, `a number`.
    var expected: String {
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
