import Diagnostics
import Forms
import YAML

/// What a questionnaire gives the parameters of a shared file, and whether their names can be told from all others in it.
struct SharedUseCheck {
    let parameters: [Entry<SharedParameterType>]
    let values: any NamedValues

    /// The value of each parameter; nil where one is missing, unknown, of another type, or has a name that something else has.
    func values(of use: UseDraft, in root: Node, _ findings: inout Findings) -> [String: String]? {
        let known = parameters.map(\.id.description)
        for given in use.with where !known.contains(given.id.description) {
            findings.add(
                Diagnostic(
                    "questionnaire/unknown-name", "\(use.rules.string) has no parameter \"\(given.id)\"", at: given.place,
                    help: known.isEmpty
                        ? "delete it: the file has no `with:`" : findings.suggester.help(for: given.id.description, among: known)))
        }
        var found: [String: String] = [:]
        for parameter in parameters {
            checkName(parameter, in: root, &findings)
            guard let given = use.with.first(where: { $0.id == parameter.id }) else {
                // A name that is unknown is probably this one, misspelt.
                guard use.with.allSatisfy({ known.contains($0.id.description) }) else { continue }
                findings.add(
                    Diagnostic(
                        "yaml/missing-field", "\(use.rules.string) needs the parameter \"\(parameter.id)\"", at: use.range,
                        help: "add `with: {\(parameter.id): …}`: a \(parameter.value.rawValue)"))
                continue
            }
            if let fault = parameter.value.fault(of: given.value, parameter.id, values) { findings.add(fault) }
            found[parameter.id.description] = given.value.string
        }
        return findings.diagnostics.hasErrors ? nil : found
    }

    /// A bare name in a condition has one meaning.
    private func checkName(_ parameter: Entry<SharedParameterType>, in root: Node, _ findings: inout Findings) {
        let name = parameter.id.description
        let isWord = SharedUseCheck.isReserved(name) || SharedUseCheck.units.contains(name)
        guard isWord || SharedUseCheck.keys(below: root).contains(name) else { return }
        findings.add(
            Diagnostic(
                "questionnaire/name",
                isWord
                    ? "\"\(name)\" is a word of conditions and cannot be a parameter" : "\"\(name)\" is already used in this file",
                at: parameter.place, help: "choose another name, such as \(name)-given"))
    }

    /// Whether it is a word of conditions, whatever is called so.
    static func isReserved(_ name: String) -> Bool { Scope.taken.contains(name) || words.contains(name) }

    /// Words of comparisons and dates.
    private static let words: Set<String> = [
        "at", "least", "most", "over", "under", "to", "before", "after", "on", "or", "and", "than",
    ]

    /// What a number can count: no parameter, but a question may be called so.
    private static let units: Set<String> = ["day", "days", "week", "weeks", "month", "months", "year", "years"]

    /// Every key in the file but those of the parameters: questions, options, sets, facts, amounts.
    private static func keys(below root: Node) -> Set<String> {
        var keys: Set<String> = []
        var open: [Node] = []
        guard case .mapping(let fields) = root.value else { return keys }
        for field in fields where field.key.text != "with" { open.append(field.value) }
        while let node = open.popLast() {
            switch node.value {
            case .scalar: break
            case .sequence(let items): open += items
            case .mapping(let entries):
                keys.formUnion(entries.map(\.key.text))
                open += entries.map(\.value)
            }
        }
        return keys
    }
}
