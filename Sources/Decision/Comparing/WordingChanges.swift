import CommonMark
import Forms

/// Something that is said otherwise in the newer version.
package struct WordingChange: Sendable, Hashable {
    /// What it is that is said otherwise.
    package enum Part: Sendable, Hashable {
        case title, summary
        /// The name of a decision, by its id in the newer version.
        case decision(String)
        /// Of a question, by its id in the newer version.
        case ask(String), label(String), hint(String), unit(String)
        /// In which order its options are offered, by question.
        case order(String)
        /// Of an option, by question and id.
        case option(String, String), optionHint(String, String)
        /// Of the message of a row of `must`, by question.
        case refusal(String)
        /// Of an outcome.
        case outcomeTitle(String), tone(String), text(String), paragraph(String), cites(String)
    }

    /// What it is.
    package let part: Part
    /// How the older version said it; nothing if it didn't.
    package let old: String
    /// How the newer version says it; nothing if it doesn't.
    package let new: String
}

/// What is said otherwise of what both versions have.
func wordingChanges(_ versions: [Questionnaire], _ matching: JointMatching) -> [WordingChange] {
    let (old, new) = (versions[0], versions[1])
    var changes: [WordingChange] = []
    func compare(_ part: WordingChange.Part, _ one: String?, _ other: String?) {
        guard one != other else { return }
        changes.append(WordingChange(part: part, old: one ?? "", new: other ?? ""))
    }
    compare(.title, old.title.string, new.title.string)
    compare(.summary, old.summary?.written, new.summary?.written)
    for (pair, options) in zip(matching.questions, matching.options) {
        guard let first = pair[0], let second = pair[1] else { continue }
        let (one, other) = (old.questions[first], new.questions[second])
        let id = "\(other.id)"
        compare(.ask(id), one.ask.string, other.ask.string)
        compare(.label(id), one.label?.string, other.label?.string)
        compare(.hint(id), one.hint?.written, other.hint?.written)
        compare(.unit(id), one.unit, other.unit)
        for option in options {
            guard let before = option[0].map({ one.options[$0] }), let now = option[1].map({ other.options[$0] }) else { continue }
            compare(.option(id, "\(now.id)"), before.label, now.label)
            compare(.optionHint(id, "\(now.id)"), before.hint?.written, now.hint?.written)
        }
        let both = options.compactMap { option in option[0].flatMap { first in option[1].map { (first, $0) } } }
        let inOrder = both.sorted { $0.1 < $1.1 }.map(\.0)
        if inOrder != inOrder.sorted() {
            compare(.order(id), one.options.map(\.label).joined(separator: "\n"), other.options.map(\.label).joined(separator: "\n"))
        }
        let (messages, others) = (one.must.map(\.message.string), other.must.map(\.message.string))
        guard messages.count == others.count else { continue }
        for (before, now) in zip(messages, others) { compare(.refusal(id), before, now) }
    }
    for pair in matching.decisions {
        guard let one = pair[0].map({ old.decisions[$0] }), let other = pair[1].map({ new.decisions[$0] }) else { continue }
        compare(.decision("\(other.id)"), one.name, other.name)
    }
    for pair in matching.outcomes {
        guard let one = pair[0].map({ old.outcomes[$0] }), let other = pair[1].map({ new.outcomes[$0] }) else { continue }
        let id = "\(other.id)"
        compare(.outcomeTitle(id), one.title.string, other.title.string)
        compare(.tone(id), one.tone.rawValue, other.tone.rawValue)
        compare(.text(id), one.text?.written, other.text?.written)
        compare(.cites(id), one.cites.map(\.text.string).joined(separator: ", "), other.cites.map(\.text.string).joined(separator: ", "))
        let (texts, others) = (one.paragraphs.map(\.text.written), other.paragraphs.map(\.text.written))
        let (gone, come) = (texts.filter { !others.contains($0) }, others.filter { !texts.contains($0) })
        for index in 0..<max(gone.count, come.count) { compare(.paragraph(id), gone[safe: index], come[safe: index]) }
    }
    return changes
}

extension Question {
    fileprivate var unit: String? { if case .number(let range) = kind { range.unit } else { nil } }
}
