package import CommonMark
package import Diagnostics
package import YAML

extension Findings {
    /// Says what values in a text are; those that the file itself names stay open.
    package var lookup: ValueLookup {
        let (values, own) = (values, ownNames)
        return { name in
            if !own.isEmpty, own.contains(String(name.prefix { $0 != "." })) { return .open }
            return values.answer(name)
        }
    }

    /// A line of text with its values filled in.
    ///
    /// - Parameter node: where the fact comes from.
    package mutating func filled(_ text: Text, from node: Node) -> Text {
        guard ValueMarks.mayBe(in: text.string) else { return text }
        let (own, lookup) = (ownNames, lookup)
        let (filled, problems) = ValueMarks.filled(text.string) { name in
            guard own.contains(String(name.prefix { $0 != "." })) else { return lookup(name) }
            return .problem(
                message: "\"\(name)\" is known only at the end, but this is shown before it",
                help: "show answers and facts in the text of an outcome; only values from data files can be shown here", suggestion: nil)
        }
        let source = node.sourceText
        let found = problems.map { problem in
            Diagnostic(
                RuleID(problem.rule), problem.message, at: source?.range(of: problem.place) ?? node.range, help: problem.help,
                suggestion: problem.suggestion)
        }
        add(toldOfAnswers(found))
        return Text(filled, at: text.range)
    }

    /// The same messages, where one about what is no name of a value says so of a name that the file itself gives.
    package func toldOfAnswers(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !ownNames.isEmpty else { return diagnostics }
        return diagnostics.map { diagnostic in
            guard diagnostic.rule == "markdown/bad-value", let space = diagnostic.message.lastIndex(of: " ") else { return diagnostic }
            let name = String(diagnostic.message[diagnostic.message.index(after: space)...])
            guard ownNames.contains(name), let range = diagnostic.range else { return diagnostic }
            return Findings.unprinted(name, at: range)
        }
    }

    /// An answer or fact is used where it is not printed.
    package static func unprinted(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "markdown/bad-value", "the answer or fact \"\(name)\" cannot be printed here", at: range,
            help: "answers and facts are printed only in the `text` of an outcome")
    }
}
