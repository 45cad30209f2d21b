import Diagnostics
import Forms
import YAML

/// Reads conditions: maps from names to cells, with `any`, `all` and `not` among the entries.
///
/// Every entry is read even where an earlier one has a mistake, so that an editor sees all messages at once; a condition
/// with any mistake is nil.
struct ConditionReader {
    let scope: Scope

    /// Nil when it cannot be read; the findings say why.
    func condition(_ node: Node, _ findings: inout Findings) -> Condition? {
        entries(node, &findings)?.condition
    }

    /// The entries of an `if`, each with its place.
    func entries(_ node: Node, _ findings: inout Findings) -> Entries? {
        guard case .mapping(let list) = node.value else {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "expected a condition such as {question: answer}, found \(node.kindInWords)",
                    at: node.range,
                    help: "write a map from questions to answers; combine several conditions under `all:` or `any:`"))
            return nil
        }
        let conditions = list.map { entry($0, &findings) }
        let read = conditions.compactMap { $0 }
        return read.count == conditions.count ? Entries(conditions: read) : nil
    }

    /// `any`, `all` and `not` join conditions; every other key is a subject. Several conditions under `not` mean none of them.
    private func entry(_ entry: Node.Entry, _ findings: inout Findings) -> Condition? {
        switch ConditionShape.Joint(rawValue: entry.key.text) {
        case .any: return several(entry, &findings).map { .any($0) }
        case .all: return several(entry, &findings).map { .all($0) }
        case .not: return several(entry, &findings).map { .not($0.count == 1 ? $0[0] : .any($0)) }
        case nil:
            guard let subject = scope.subject(entry.key.text) else {
                scope.unknown(
                    entry.key.text, what: entry.key.text.contains(".") ? "attribute" : scope.kinds,
                    among: scope.names, at: entry.key.range, &findings)
                return nil
            }
            let place = SourceRange(
                entry.value.range.file,
                entry.key.range.bytes
                    .lowerBound..<max(entry.key.range.bytes.upperBound, entry.value.range.bytes.upperBound))
            return CellReader(scope: scope, subject: subject).cell(entry.value, &findings).flatMap {
                AmountConditions(scope: scope).test(subject, scope.numbered($0, of: subject), at: place, &findings)
            }
        }
    }

    /// The conditions under `any`, `all` or `not`: a list of maps, or one map.
    private func several(_ entry: Node.Entry, _ findings: inout Findings) -> [Condition]? {
        let nodes: [Node] = if case .sequence(let list) = entry.value.value { list } else { [entry.value] }
        guard !nodes.isEmpty else {
            findings.add(
                Diagnostic(
                    "yaml/empty", "there is no condition under `\(entry.key.text)`", at: entry.value.range,
                    help: "write one, or delete the entry"))
            return nil
        }
        let conditions = nodes.map { condition($0, &findings) }
        let read = conditions.compactMap { $0 }
        return read.count == conditions.count ? read : nil
    }
}
