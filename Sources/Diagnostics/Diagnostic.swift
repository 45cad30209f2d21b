/// One thing that is wrong with the content: where, what, and how to fix it.
///
/// A value, not prose: messages are worded by the rule that finds the fault, and laid out in one place for each format.
package struct Diagnostic: Sendable {
    /// How much it matters.
    package enum Severity: String, Sendable, Comparable {
        /// Published all the same; `--strict` turns it into an error.
        case warning
        /// Nothing is published until it is fixed.
        case error

        /// An error outranks a warning.
        package static func < (left: Severity, right: Severity) -> Bool { left == .warning && right == .error }
    }

    /// What the finding is about: what `checks` in `site.yaml` can change.
    package var rule: RuleID
    /// Errors keep a site from being published.
    package var severity: Severity
    /// What is wrong, in one sentence without a final full stop.
    package var message: String
    /// Where; nil when it belongs to no place in a file, as for a folder that is missing.
    package var range: SourceRange?
    /// The file or folder meant when there is no range in a text, relative to the site's folder.
    package var path: String?
    /// Further facts: where the other one is, what was expected.
    package var notes: [String]
    /// What to do about it.
    package var help: String?
    /// Looks for something better to do, such as a name that may be meant. Done only for what is shown: comparing thousands of
    /// names with thousands of others would take longer than all the rest.
    package var suggestion: (@Sendable () -> String?)?

    /// - Parameter path: needed only without a range.
    package init(
        _ rule: RuleID, _ message: String, at range: SourceRange?, severity: Severity = .error, path: String? = nil,
        notes: [String] = [], help: String? = nil, suggestion: (@Sendable () -> String?)? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.range = range
        self.path = path ?? range?.file.path
        self.notes = notes
        self.help = help
        self.suggestion = suggestion
    }
}

extension Diagnostic {
    /// Says of a file that must have something in it that it has nothing.
    package static func emptyFile(_ file: SourceFile, rule: RuleID, help: String) -> Diagnostic {
        Diagnostic(rule, "the file is empty", at: SourceRange(file, line: 1), help: help)
    }
}

/// The name of a rule, `group/name`: what a message carries, `site.yaml` switches and the documentation explains.
package struct RuleID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// `link/unknown-page`.
    package let name: String

    /// - Parameter name: one of the catalogue, which tests make sure of.
    package init(_ name: String) { self.name = name }
    /// So that rules are named by a plain string where they are reported.
    package init(stringLiteral value: String) { self.init(value) }
    /// The name alone.
    package var description: String { name }
}

extension Diagnostic {
    /// Files are told apart by bytes: two names may be equal for Unicode.
    fileprivate var pathBytes: [UInt8] { Array((path ?? "").utf8) }
}

extension [Diagnostic] {
    /// How many are shown of one file: enough to fix in an hour, and no file can bury what is said about the others.
    package static var limitPerFile: Int { 100 }

    /// How many suggestions are looked for: whoever misspells more names has another trouble.
    package static var suggestionLimit: Int { 300 }

    /// Sorted by file, place, rule and message, so that the same faults read the same on every run; doubles dropped, and
    /// of each file what goes beyond the limit counted in one. The suggestions of the first are looked for.
    package func sorted() -> [Diagnostic] { unique().limited().helped() }

    private func helped() -> [Diagnostic] {
        var left = Self.suggestionLimit
        return map { diagnostic in
            guard let suggestion = diagnostic.suggestion else { return diagnostic }
            var diagnostic = diagnostic
            diagnostic.suggestion = nil
            left -= 1
            if left >= 0, let help = suggestion() { diagnostic.help = help }
            return diagnostic
        }
    }

    private func unique() -> [Diagnostic] {
        let keyed = map { diagnostic in
            (
                diagnostic,
                Key(
                    path: diagnostic.pathBytes, offset: diagnostic.range?.bytes.lowerBound ?? -1,
                    rule: diagnostic.rule.name, message: diagnostic.message)
            )
        }
        var result: [Diagnostic] = []
        var last: Key?
        for (diagnostic, key) in keyed.sorted(by: { $0.1 < $1.1 }) where key != last {
            result.append(diagnostic)
            last = key
        }
        return result
    }

    /// The first of each file, and one that counts the others: an error if one of them is.
    private func limited() -> [Diagnostic] {
        var result: [Diagnostic] = []
        var rest = self[...]
        while let path = rest.first?.pathBytes {
            let ofFile = rest.prefix { $0.pathBytes == path }
            rest = rest.dropFirst(ofFile.count)
            guard ofFile.count > Self.limitPerFile else {
                result += ofFile
                continue
            }
            let hidden = Array(ofFile.dropFirst(Self.limitPerFile - 1))
            result += ofFile.prefix(Self.limitPerFile - 1)
            result.append(
                Diagnostic(
                    "content/too-many", "and \(hidden.count) more in this file", at: nil,
                    severity: hidden.hasErrors ? .error : .warning, path: ofFile.first?.path,
                    help: "fix these first, then check again"))
        }
        return result
    }

    /// Whether nothing may be published.
    package var hasErrors: Bool { contains { $0.severity == .error } }

    private struct Key: Comparable {
        var path: [UInt8]
        var offset: Int
        var rule: String
        var message: String

        static func < (left: Key, right: Key) -> Bool {
            if left.path != right.path { return left.path.lexicographicallyPrecedes(right.path) }
            if left.offset != right.offset { return left.offset < right.offset }
            if left.rule != right.rule { return left.rule < right.rule }
            return left.message < right.message
        }
    }
}
