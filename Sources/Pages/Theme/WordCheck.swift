import Diagnostics
import Forms
import Words
import YAML

/// Finds in a site's own words what would print a wrong sentence: a placeholder that the English phrase doesn't have or that is
/// missing, braces without a partner, and what no language writes its numbers and dates with.
struct WordCheck {
    /// The theme's own words in English, by name.
    let english: [String: String]
    /// The plural forms of the language of the words.
    let plurals: PluralRule

    /// What is wrong with a word.
    func problems(of name: String, _ scalar: Scalar, at place: SourceRange) -> [Diagnostic] {
        guard let phrase = phrase(for: name) else { return [] }
        func problem(_ message: String, _ help: String, at inner: SourceRange? = nil) -> Diagnostic {
            Diagnostic("template/word", message, at: inner ?? place, help: help)
        }
        if scalar.text.allSatisfy(\.isWhitespace), name != "numberGroup" {
            return [problem("\"\(name)\" has no text", "write the word; in English: \"\(phrase.text)\"")]
        }
        if let format = WordFormat.of(name), !format.isValid(scalar.text) {
            return [problem("\"\(name)\" takes \(format.expected)", "write, for example, `\(name): \(format.example)`")]
        }
        guard let gaps = WordCheck.gaps(in: scalar.text) else {
            return [
                problem(
                    "\"\(name)\" has a brace without a partner", "write each placeholder in two braces, such as {name}, or delete the brace"
                )
            ]
        }
        let wanted = WordCheck.gaps(in: phrase.text) ?? []
        let unknown = gaps.filter { !wanted.contains($0) }
        let missing = wanted.filter { !gaps.contains($0) && !phrase.optional.contains($0) }
        var problems = unknown.map { gap in
            problem(
                "\"\(name)\" has no placeholder {\(gap)}", remedy(for: gap, among: wanted, missing),
                at: WordCheck.place(of: "{\(gap)}", in: place))
        }
        // A misspelt placeholder is missing too, and is told once.
        if missing.count > unknown.count {
            let all = listed(missing.map { "{\($0)}" })
            problems.append(
                problem("\"\(name)\" is missing \(all)", "put \(all) where the value should appear; in English: \"\(phrase.text)\""))
        }
        return problems
    }

    private func remedy(for gap: String, among wanted: [String], _ missing: [String]) -> String {
        guard !wanted.isEmpty else { return "delete it: nothing is filled in here" }
        if let near = Suggestion.nearest(to: gap, among: wanted) ?? (missing.count == 1 ? missing.first : nil) {
            return "did you mean {\(near)}?"
        }
        return "use only \(listed(wanted.map { "{\($0)}" })), or delete it"
    }

    /// The English phrase that a word must have the placeholders of, with those that it may leave out; nil for a word that only
    /// the site has.
    private func phrase(for name: String) -> (text: String, optional: Set<String>)? {
        if UnitForms.isList(name) { return english[UnitForms.name(of: .one)].map { ($0, []) } }
        for category in PluralRule.Category.allCases where name.hasSuffix(category.suffix) {
            let base = String(name.dropLast(category.suffix.count))
            guard let other = english[base + PluralRule.Category.other.suffix], english[base + PluralRule.Category.one.suffix] != nil
            else { continue }
            // A form for one number alone may say it in words.
            let isOfOne = (0...200).count { plurals.category($0) == category } <= 1
            return (other, isOfOne && category != .other ? ["count"] : [])
        }
        return english[name].map { ($0, []) }
    }

    /// A number such as 1,500 has two meanings if one sign ends its whole part and separates its groups.
    ///
    /// - Parameters:
    ///   - words: all words of the site.
    ///   - entry: the sign that the site wrote last.
    static func signProblem(in words: [String: String], entry: Node.Entry?) -> Diagnostic? {
        guard let entry, let decimal = words["numberDecimal"], decimal == words["numberGroup"] else { return nil }
        return Diagnostic(
            "template/word", "\"numberDecimal\" and \"numberGroup\" are both \"\(decimal)\"", at: entry.value.range,
            help: "use another sign for one of them: otherwise, 1\(decimal)500 could be read in two ways")
    }

    /// The names between the braces of a text, each once; nil if a brace has no partner.
    static func gaps(in text: String) -> [String]? {
        var gaps: [String] = []
        var open: String.Index?
        for index in text.indices {
            switch text[index] {
            case "{":
                guard open == nil else { return nil }
                open = text.index(after: index)
            case "}":
                guard let start = open else { return nil }
                let name = String(text[start..<index])
                if !gaps.contains(name) { gaps.append(name) }
                open = nil
            default: break
            }
        }
        return open == nil ? gaps : nil
    }

    /// Where a placeholder is in its value; nil if it is written otherwise than it is read.
    private static func place(of gap: String, in value: SourceRange) -> SourceRange? {
        value.file.bytes[value.bytes].firstRange(of: Array(gap.utf8)).map { SourceRange(value.file, $0) }
    }
}
