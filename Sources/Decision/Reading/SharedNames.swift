import YAML

/// Puts a prefix before every name that a shared file gives, in the file itself: `born` becomes `age-born`, wherever it is named.
///
/// The file was read on its own before, so that every name in it means something there.
struct SharedNames {
    private let prefix: String
    private let scope: Scope
    private let sets: Set<String>

    /// - Parameters:
    ///   - prefix: with the hyphen behind it.
    ///   - scope: all names of the file.
    init(prefix: String, scope: Scope) {
        (self.prefix, self.scope) = (prefix, scope)
        sets = Set(scope.sets.keys)
    }

    /// The entries of a field: questions, sets, facts or amounts.
    func entries(_ field: String, _ node: Node) -> [Node.Entry] {
        guard case .mapping(let entries) = node.value else { return [] }
        return entries.map { entry in
            Node.Entry(key: entry.key.named(prefix + entry.key.text), value: field == "sets" ? entry.value : part(entry.value, of: field))
        }
    }

    private func part(_ node: Node, of field: String) -> Node {
        node.mapped { key, value in
            switch (field, key.text) {
            case ("questions", "ask-if"): condition(value)
            case ("questions", "must"): value.mappedItems { row in row.mapped { $0.text == "else" ? $1 : condition($1) } }
            case ("facts", "rules"): rows(value)
            case ("amounts", "value"): value.mappedTexts(compared)
            default: value
            }
        }
    }

    private func rows(_ node: Node) -> Node {
        node.mappedItems { row in
            row.mapped { key, value in
                switch key.text {
                case "if": condition(value)
                case "rules": rows(value)
                case "then", "else": value.mapped { $0.text == "same-as" ? $1.mappedTexts(named) : $1 }
                default: value
                }
            }
        }
    }

    private func condition(_ node: Node) -> Node {
        node.mappedEntries { entry in
            guard ConditionShape.Joint(rawValue: entry.key.text) == nil else {
                return Node.Entry(key: entry.key, value: entry.value.mappedItems(condition))
            }
            return Node.Entry(key: entry.key.named(named(entry.key.text)), value: entry.value.mappedTexts { cell($0, of: entry.key.text) })
        }
    }

    /// A question, fact, amount or attribute.
    private func named(_ name: String) -> String { prefix + name }

    /// What a cell says of a subject: numbers and dates may be compared with other ones, options are in sets.
    private func cell(_ text: String, of name: String) -> String {
        var isCounted = scope.amount(name) != nil
        if case .question(let number) = scope.subject(name) {
            switch scope.questions[number].kind {
            case .one, .any: break
            case .number, .date: isCounted = true
            }
        }
        return isCounted ? compared(text) : inSet(text)
    }

    private func compared(_ text: String) -> String {
        text.replacingNames { name, rest in
            rest.isEmpty && isCompared(name) ? named(name) : nil
        }
    }

    /// Whether a number or date can be compared with what has a name.
    private func isCompared(_ name: String) -> Bool {
        guard !SharedUseCheck.isReserved(name) else { return false }
        if case .question = scope.subject(name) { return true }
        return scope.amount(name) != nil
    }

    private func inSet(_ text: String) -> String {
        for start in ["in ", "not in "] where text.hasPrefix(start) {
            let name = text.dropFirst(start.count)
            if sets.contains(String(name)) { return start + prefix + name }
        }
        return text
    }
}
