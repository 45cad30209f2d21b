import Diagnostics
import Forms

extension Selection {
    /// What words such as `complexity=low` select.
    ///
    /// - Parameter known: the fields that may be named, with their values.
    static func read(_ words: ArraySlice<String>, known: [String: Set<String>]) -> Result<Selection, EmbedProblem> {
        var selection = Selection()
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                return .failure(
                    EmbedProblem(
                        message: "\"\(word)\" selects nothing", word: word,
                        help: {
                            let field = known.keys.sorted().first { known[$0]?.contains(word) == true }
                            return field.map { "write \($0)=\(word)" } ?? "write field=value, without spaces"
                        }))
            }
            guard let values = known[parts[0]] else {
                return .failure(
                    EmbedProblem(
                        message: "this data cannot be selected by \"\(parts[0])\"", word: parts[0],
                        help: {
                            let fields = known.keys.sorted()
                            return Suggestion.help(for: parts[0], among: fields)
                                ?? (fields.isEmpty ? "leave it out" : "select by \(listed(fields, "or"))")
                        }))
            }
            let wanted = parts[1].split(separator: "|").map(String.init)
            guard !wanted.isEmpty else {
                return .failure(
                    EmbedProblem(
                        message: "the value of \(parts[0]) is missing", word: word,
                        help: { "write \(listed(values.sorted().map { "\(parts[0])=\($0)" }, "or"))" }))
            }
            if let unknown = wanted.first(where: { !values.contains($0) }) {
                return .failure(
                    EmbedProblem(
                        message: "there is no \(parts[0]) \"\(unknown)\" here", word: unknown,
                        help: {
                            let known = values.sorted()
                            return Suggestion.help(for: unknown, among: known) ?? "choose from \(listed(known))"
                        }))
            }
            selection.wanted[parts[0]] = Set(wanted)
        }
        return .success(selection)
    }
}
