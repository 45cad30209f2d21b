import Content
import Diagnostics
import Forms
import YAML

extension QuestionDraft {
    /// Whether its kind of answers is written and could not be read: what is wrong with it has been said, and it takes no yes or no.
    func lacksAnswers(written: Node?) -> Bool {
        let kinds = [("one-of", oneOf == nil), ("any-of", anyOf == nil), ("number", number == nil), ("date", date == nil)]
        return kinds.contains { name, isMissing in isMissing && written?[name] != nil }
    }
}

/// Types one question: its answers first, as conditions need them, its conditions when all names are known.
struct QuestionReader {
    let library: Library

    /// How many digits an answer may have behind the point.
    static let decimals = 0...6

    /// What answers a question takes; nil with a message where that cannot be told.
    func kind(_ entry: Entry<QuestionDraft>, _ findings: inout Findings) -> Question.Kind? {
        let draft = entry.value
        let given = [draft.oneOf != nil, draft.anyOf != nil, draft.number != nil, draft.date != nil].count { $0 }
        guard given <= 1 else {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "the question \(entry.id) has several kinds of answers", at: entry.place,
                    help: "keep one of one-of, any-of, number and date"))
            return nil
        }
        if draft.anyOf == nil, let none = draft.none {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "`none` is only for tick-boxes", at: none.range,
                    help: "delete it, or use any-of"))
        }
        if draft.oneOf == nil, draft.isOrdered {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "`ordered` is only for options of which one is chosen", at: entry.place,
                    help: "delete it, or list the options under `one-of`"))
        }
        let isYesNo = [draft.oneOf == nil, draft.anyOf == nil, draft.number == nil, draft.date == nil].allSatisfy { $0 }
        if !isYesNo, let cue = (draft.yes?.all ?? draft.no?.all ?? []).first {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "`yes` and `no` hold cues of a question whose answers are yes and no", at: cue.range,
                    help: "write `said` under an option of the question"))
        }
        if let draft = draft.oneOf { return choices(draft, entry, &findings).map(Question.Kind.one) }
        if let draft = draft.number { return number(draft, entry, &findings) }
        if let draft = draft.date { return date(draft, entry, &findings) }
        if let options = draft.anyOf {
            guard let choices = choices(options, entry, &findings) else { return nil }
            guard (0...choices.options.count).contains(draft.atLeast) else {
                findings.add(
                    Diagnostic(
                        "questionnaire/type", "`at-least` asks for more ticks than there are options", at: entry.place,
                        help: "lower it"))
                return nil
            }
            return .any(choices, atLeast: draft.atLeast, none: draft.none?.string)
        }
        let cues = CueReader(library.settings.words)
        var choices = yesNo(entry.place)
        choices.options = zip(choices.options, [draft.yes, draft.no]).map { option, written in
            var option = option
            option.cues = cues.checked(written ?? Cues(), &findings)
            return option
        }
        return .one(choices)
    }

    /// The options of a question that lists none, in the words of the site's language.
    private func yesNo(_ place: SourceRange) -> Choices {
        let options = [("yes", library.values.style.yes), ("no", library.values.style.no)].compactMap { id, label in
            Identifier(id).map { Option(id: $0, label: label, hint: nil, also: [], group: nil, place: place) }
        }
        return Choices(options: options, attributes: [], isFromData: false, isOrdered: false, isYesNo: true)
    }

    /// The options of the data file, then those of the questionnaire: `other` comes last. Options that the questionnaire adds have no
    /// attributes.
    private func choices(_ draft: ChoicesDraft, _ entry: Entry<QuestionDraft>, _ findings: inout Findings) -> Choices? {
        let cues = CueReader(library.settings.words)
        let own = draft.options.map {
            Option(
                id: $0.id, label: $0.value.label.string, hint: $0.value.hint, also: $0.value.also.map(\.string), group: nil,
                place: $0.place, cues: cues.checked($0.value.cues, &findings))
        }
        var source: OptionSource?
        if let name = draft.source {
            source = OptionSource(name, library: library, &findings)
            guard source != nil else { return nil }
        }
        let options = (source?.options ?? []) + own
        guard options.count > 1 || (!options.isEmpty && entry.value.anyOf != nil) else {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "the question \(entry.id) needs at least two options", at: entry.place,
                    help: "add options; for yes or no leave `one-of` out"))
            return nil
        }
        if let double = Dictionary(grouping: options, by: \.id).filter({ $0.value.count > 1 }).map(\.value[1]).min(by: {
            $0.id < $1.id
        }) {
            findings.add(
                Diagnostic(
                    "questionnaire/name", "the option \"\(double.id)\" appears twice", at: double.place,
                    help: "rename one of them"))
            return nil
        }
        let attributes = (source?.attributes ?? []).map {
            Attribute(
                id: $0.id, label: $0.label, values: $0.values, valueOfOption: $0.valueOfOption + own.map { _ in nil })
        }
        return Choices(
            options: options, attributes: attributes, isFromData: source != nil, isOrdered: entry.value.isOrdered, isYesNo: false)
    }

    /// The bounds have to be numbers that an answer could be: with as many digits, and at least one number between them.
    private func number(_ draft: NumberDraft, _ entry: Entry<QuestionDraft>, _ findings: inout Findings) -> Question
        .Kind?
    {
        let values = ConditionValues(family: .numbers(unit: draft.unit?.string), subject: entry.id.description) { _ in false }
        let bounds = [draft.from, draft.to].map { text -> ExactNumber? in
            guard let written = values.filled(text.string, at: text.range, &findings) else { return nil }
            if let number = ExactNumber(written) { return number }
            let range = NumberRange(
                from: ExactNumber(units: 0, decimals: 0), to: ExactNumber(units: 0, decimals: 0), decimals: draft.decimals,
                unit: draft.unit?.string)
            let meant = NumberWords(range: range) { _ in nil }.term(text.string.lowercased())
            findings.add(
                Diagnostic(
                    "questionnaire/type", "expected a number such as 3 or 2.5, found \"\(text.string)\"",
                    at: text.range,
                    help: meant.map { "write `\($0.text)`" + ($0.other.map { " or `\($0)`" } ?? "") } ?? "bounds are plain numbers"))
            return nil
        }
        guard let from = bounds[0], let to = bounds[1] else { return nil }
        guard QuestionReader.decimals.contains(draft.decimals) else {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "`decimals` is a number from 0 to 6", at: entry.place, help: "lower it"))
            return nil
        }
        for (bound, text) in [(from, draft.from), (to, draft.to)] where bound.decimals > draft.decimals {
            let answers = draft.decimals == 0 ? "whole numbers" : "numbers with \(counted(draft.decimals, "digit")) after the point"
            findings.add(
                Diagnostic(
                    "questionnaire/type", "\(entry.id) takes \(answers), so no answer is \(bound)", at: text.range,
                    help: "write another bound, or add `decimals: \(bound.decimals)`"))
            return nil
        }
        guard from.ceiling(digits: draft.decimals) <= to.floor(digits: draft.decimals) else {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "no number lies between \(from) and \(to)", at: draft.to.range,
                    help: "swap the bounds"))
            return nil
        }
        return .number(NumberRange(from: from, to: to, decimals: draft.decimals, unit: draft.unit?.string))
    }

    /// Bounds that move with today may cross on some day; then no answer is taken on that day.
    private func date(_ draft: DateDraft, _ entry: Entry<QuestionDraft>, _ findings: inout Findings) -> Question.Kind? {
        let values = ConditionValues(family: .dates, subject: entry.id.description) { _ in false }
        let bounds = [draft.from, draft.to].map { text -> DateBound? in
            guard let written = values.filled(text.string, at: text.range, &findings) else { return nil }
            if let bound = ComparisonReader.bound(written) { return bound }
            let meant = DateWords { _ in nil }.term(text.string.lowercased())
            findings.add(
                Diagnostic(
                    "questionnaire/type",
                    "expected a date, `today`, or today plus or minus a span, found \"\(text.string)\"", at: text.range,
                    help: meant.map { "write `\($0.text)`" } ?? "write 2026-11-21, today, or today - 5 years"))
            return nil
        }
        guard let from = bounds[0], let to = bounds[1] else { return nil }
        if case .day(let first) = from, case .day(let last) = to, first > last {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "no day lies between \(first) and \(last)", at: draft.to.range,
                    help: "swap the bounds"))
            return nil
        }
        return .date(DateRange(from: from, to: to))
    }
}
