import CommonMark
import Diagnostics

/// `value/unknown`: `{{ file.id }}` names a value that exists.
func checkValues(_ library: Library) -> [Diagnostic] {
    let known = library.data.flatMap { file -> [String] in
        guard case .values(let values) = file.body else { return [] }
        return values.values.map { "\(file.name).\($0.id)" }
    }
    return library.textsWithValues.flatMap { text in
        text.markdown.values.filter { value in
            library.wording(of: value) == nil
                && !library.isUnread(data: String(value.name.prefix { $0 != "." }))
        }.map { value in
            Diagnostic(
                "value/unknown", "there is no value \"\(value.name)\"", at: text.markdown.range(of: value),
                help: Suggestion.nearest(to: value.name, among: known).map { "did you mean {{ \($0) }}?" }
                    ?? "add it to a data file of the kind values")
        }
    }
}
