package import Diagnostics

extension InputFile.Refusal {
    /// What to say of a CSV file that another file names and that was not read: one that is there says itself what is wrong with it.
    ///
    /// - Parameter place: where it is named.
    package func ofCSV(named name: String, at place: SourceRange) -> Diagnostic {
        let missing: Set<RuleID> = ["environment/unreadable", "csv/unreadable"]
        guard missing.contains(diagnostic.rule) else { return diagnostic }
        var reason = diagnostic.message[...]
        reason.trimPrefix("cannot be read: ")
        return Diagnostic(
            "csv/unreadable", "the file \(name) cannot be read: \(reason)", at: place,
            help: diagnostic.help ?? "put it next to this file, or correct its name")
    }
}
