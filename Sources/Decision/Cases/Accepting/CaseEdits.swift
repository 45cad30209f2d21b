import Diagnostics
import Forms
import YAML

/// How one failed case is written so that it expects what it gets; all else of it stays as its author wrote it.
struct CaseEdits {
    private let questionnaire: Questionnaire
    private let check: CaseCheck
    private let wording: CaseWording
    private let result: CaseResult
    private let failed: [Case.Expectation.Kind]
    private(set) var edits: [Edit] = []
    private(set) var alterations: [Alteration] = []
    /// Why the case cannot be rewritten.
    private(set) var obstacle: Alteration?

    init(
        _ questionnaire: Questionnaire, _ check: CaseCheck, _ wording: CaseWording, _ result: CaseResult,
        _ failed: [Case.Expectation.Kind]
    ) {
        self.questionnaire = questionnaire
        self.check = check
        self.wording = wording
        self.result = result
        self.failed = failed
    }

    /// Works out the edits.
    ///
    /// - Parameter node: the case as it is written.
    /// - Returns: false if its author has to see to it.
    mutating func rewrite(_ node: Node) -> Bool {
        guard case .mapping(let entries) = node.value else { return false }
        let block = BlockEdits(node, entries)
        switch result.position.state {
        case .question(let question, _):
            guard failed.contains(where: { if case .asks = $0 { true } else { false } }) else {
                obstacle = Alteration("\(questionnaire.questions[question].id) is asked now, and the case has no answer to it")
                return false
            }
            end("asks: \(questionnaire.questions[question].id)", block)
        case .refused(let question, _): end("refused: \(questionnaire.questions[question].id)", block)
        case .result(let walked):
            let isOtherEnd = failed.contains { kind in
                switch kind {
                case .asks, .refused: true
                case .outcomes, .value: false
                }
            }
            if isOtherEnd { end("outcome: \(questionnaire.written(outcomesOf: walked))", block, keeping: ["values"]) }
            for case .outcomes(let wanted) in failed { outcomes(wanted, walked, node) }
            values(block, walked)
        }
        return !edits.isEmpty
    }

    /// Another kind of end: the first of the fields that say how the case ends becomes it, and the others go.
    private mutating func end(_ text: String, _ block: BlockEdits, keeping kept: Set<String> = []) {
        let fields = ["outcome", "asks", "refused", "values"].filter { !kept.contains($0) }
        let found = block.entries.indices.filter { fields.contains(block.entries[$0].key.text) }
        guard let first = found.first else { return }
        edits.append(Edit(run: block.run(of: first), text: text))
        edits += block.removals(Set(found.dropFirst()))
        let old = result.demands.filter { if case .value = $0 { false } else { true } }.map(wording.expected)
        let new = wording.got(result.position.state)
        alterations.append(
            Alteration(old: old.isEmpty ? "a result" : old.joined(separator: ", "), new: "becomes \(new)", by: decidingRows(in: nil)))
    }

    private mutating func outcomes(_ wanted: [Int: [Int]], _ walked: WalkResult, _ node: Node) {
        guard let written = node["outcome"] else { return }
        for (decision, old) in wanted.sorted(by: { $0.key < $1.key }) {
            let new = walked.outcomes[decision].sorted()
            guard new != old else { continue }
            let id = questionnaire.decisions[decision].id
            let value: Node? = if case .mapping = written.value { written["\(id)"] } else { written }
            guard let value else { continue }
            edits += list(value, walked.outcomes[decision])
            let named = { [questionnaire] in questionnaire.written($0, isList: false) }
            alterations.append(
                Alteration(
                    questionnaire.decisions.count > 1 ? "outcome of \(id)" : "outcome", old: named(old), new: "becomes \(named(new))",
                    by: decidingRows(in: decision, Set(new).subtracting(old))))
        }
    }

    /// One outcome or several, in the form in which they are written: what stays of a list over several lines keeps its line.
    private func list(_ value: Node, _ outcomes: [Int]) -> [Edit] {
        let whole = { (isList: Bool) in Edit(run: value.writtenRun, text: questionnaire.written(outcomes, isList: isList)) }
        guard case .sequence(let items) = value.value else { return [whole(false)] }
        let bytes = value.range.file.bytes
        let isBlock = bytes[value.range.bytes.lowerBound] == UInt8(ascii: "-")
        guard isBlock, !outcomes.isEmpty, let last = items.last else { return [whole(true)] }
        let ids = outcomes.map { questionnaire.outcomes[$0].id.description }
        let written = items.map { $0.word ?? "" }
        var added = ids.filter { !written.contains($0) }
        var edits: [Edit] = []
        for (item, word) in zip(items, written) where !ids.contains(word) {
            if added.isEmpty {
                let start = bytes[..<item.range.bytes.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
                let end = bytes[item.range.bytes.upperBound...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
                edits.append(Edit(run: start..<end, text: ""))
            } else {
                edits.append(Edit(run: item.range.bytes, text: added.removeFirst()))
            }
        }
        let start = bytes[..<last.range.bytes.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
        let mark = String(decoding: bytes[start..<last.range.bytes.lowerBound], as: UTF8.self)
        let end = bytes[last.range.bytes.upperBound...].firstIndex(of: 10) ?? bytes.count
        if !added.isEmpty { edits.append(Edit(run: end..<end, text: added.map { "\n\(mark)\($0)" }.joined())) }
        return edits
    }

    private mutating func values(_ block: BlockEdits, _ walked: WalkResult) {
        guard let index = block.entries.firstIndex(where: { $0.key.text == "values" }),
            case .mapping(let entries) = block.entries[index].value.value
        else { return }
        let own = BlockEdits(block.entries[index].value, entries)
        // In the order in which they are written, as they were read.
        let demands = result.demands.filter { if case .value = $0 { true } else { false } }
        guard demands.count == entries.count else { return }
        var gone: Set<Int> = []
        for (place, demand) in demands.enumerated() {
            guard case .value(let shown, let text) = demand, !check.isMet(demand, by: result.position, today: result.today)
            else { continue }
            let name = entries[place].key.text
            guard check.value(shown, result.position, result.today) != nil,
                let found = wording.found(demand, check, result.position, result.today)?.1
            else {
                gone.insert(place)
                alterations.append(Alteration(name, old: text, new: "is no longer shown"))
                continue
            }
            let value = entries[place].value
            edits.append(Edit(run: value.range.bytes, text: value.written(found)))
            let isAmount: Bool = if case .amount = shown { true } else { false }
            alterations.append(Alteration(name, old: text, new: "becomes \(found)", isAmount: isAmount))
        }
        if gone.count < entries.count {
            edits += own.removals(gone)
        } else if block.entries.contains(where: { ["outcome", "asks", "refused"].contains($0.key.text) }) {
            edits += block.removals([index])
        } else {
            // A case has to expect something.
            edits.append(Edit(run: block.run(of: index), text: "outcome: \(questionnaire.written(outcomesOf: walked))"))
        }
    }

    /// - Parameters:
    ///   - decision: nil for all.
    ///   - added: the outcomes that are asked about; nil for all.
    private func decidingRows(in decision: Int?, _ added: Set<Int>? = nil) -> String {
        guard case .result(let walked) = result.position.state else { return "" }
        let rows = walked.because.filter { decision == nil || $0.decision == decision }.map {
            questionnaire.decisions[$0.decision].table.rows[$0.row]
        }.filter { row in
            guard let added, case .value(let outcome) = row.result else { return true }
            return added.contains(outcome)
        }
        guard !rows.isEmpty else { return "" }
        return ", by " + listed(rows.map { "row \($0.number) on \($0.line(from: result.place))" })
    }
}

/// Edits of the entries of a map, whichever way it is written.
private struct BlockEdits {
    let node: Node
    let entries: [Node.Entry]

    init(_ node: Node, _ entries: [Node.Entry]) {
        self.node = node
        self.entries = entries
    }

    private var bytes: [UInt8] { node.range.file.bytes }

    /// From the key of an entry to the end of its value.
    func run(of index: Int) -> Range<Int> { entries[index].key.range.bytes.lowerBound..<entries[index].value.writtenRun.upperBound }

    /// Takes entries out; some other one stays.
    func removals(_ gone: Set<Int>) -> [Edit] {
        guard !gone.isEmpty, let kept = entries.indices.last(where: { !gone.contains($0) }) else { return [] }
        let isFlow = bytes[node.range.bytes.lowerBound] == UInt8(ascii: "{")
        var runs: [Range<Int>] = []
        for index in gone.sorted() where !isFlow || index < kept {
            let own = run(of: index)
            let lineStart = bytes[..<own.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
            if !isFlow, bytes[lineStart..<own.lowerBound].allSatisfy({ $0 == UInt8(ascii: " ") }) {
                runs.append(lineStart..<(bytes[own.upperBound...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count))
            } else if index + 1 < entries.count {
                runs.append(own.lowerBound..<entries[index + 1].key.range.bytes.lowerBound)
            }
        }
        if isFlow, kept + 1 < entries.count { runs.append(run(of: kept).upperBound..<run(of: entries.count - 1).upperBound) }
        return runs.map { Edit(run: $0, text: "") }
    }
}

extension Node {
    /// Where the value is written, without what follows its last sign: a map or a list over several lines ends where its last entry does.
    fileprivate var writtenRun: Range<Int> {
        let start = range.bytes.lowerBound
        let first = start < range.file.bytes.count ? range.file.bytes[start] : 0
        guard first != UInt8(ascii: "{"), first != UInt8(ascii: "[") else { return range.bytes }
        switch value {
        case .scalar: return range.bytes
        case .sequence(let nodes): return start..<(nodes.last?.writtenRun.upperBound ?? range.bytes.upperBound)
        case .mapping(let entries): return start..<(entries.last?.value.writtenRun.upperBound ?? range.bytes.upperBound)
        }
    }

    /// Another text, in quotation marks if this one is.
    fileprivate func written(_ text: String) -> String {
        guard case .scalar(let scalar) = value, scalar.style == .singleQuoted || scalar.style == .doubleQuoted else {
            return ScalarText.plain(text)
        }
        return scalar.style == .doubleQuoted ? ScalarText.quoted(text) : "'\(text.replacing("'", with: "''"))'"
    }
}
