package import CommonMark
import Diagnostics
import YAML

extension Findings {
    /// Says what values in a text are; those that the file itself names stay open.
    package var lookup: ValueLookup {
        let (values, own) = (values, ownNames)
        guard !own.isEmpty else { return { values.answer($0) } }
        return { name in own.contains(String(name.prefix { $0 != "." })) ? .open : values.answer(name) }
    }

    /// A line of text with its values filled in.
    ///
    /// - Parameter node: where it stands.
    mutating func filled(_ text: Text, from node: Node) -> Text {
        guard ValueMarks.mayBe(in: text.string) else { return text }
        let own = ownNames
        let (filled, problems) = ValueMarks.filled(text.string) { [values] name in
            guard own.contains(String(name.prefix { $0 != "." })) else { return values.answer(name) }
            return .problem(
                message: "\"\(name)\" is known only at the end, and this is read before it",
                help: "answers and facts are shown in the text of an outcome; a value of a data file can stand here")
        }
        let source = node.sourceText
        for problem in problems {
            add(
                Diagnostic(
                    RuleID(problem.rule), problem.message, at: source?.range(of: problem.place) ?? node.range, help: problem.help))
        }
        return Text(filled, at: text.range)
    }
}
