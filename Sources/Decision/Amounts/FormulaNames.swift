import Diagnostics
import Forms

/// What the names in a formula mean: questions, other amounts and values of data files.
struct FormulaNames {
    let scope: Scope
    /// Whether names that are near an unknown one are looked for.
    let suggester: Bool
    /// What is known of an amount.
    let amount: (Int) -> Known
    /// Whether the file itself gives a name.
    var isOwn: (String) -> Bool = { _ in false }

    /// What is known of an amount.
    enum Known {
        case type(FormulaType)
        /// There is a message about it.
        case unread
        /// It rests on the formula that is being read.
        case circle
    }

    init(scope: Scope, suggester: Bool, amount: @escaping (Int) -> Known) {
        (self.scope, self.suggester, self.amount) = (scope, suggester, amount)
    }

    func resolve(_ name: String, _ run: Range<Int>) throws(FormulaFault) -> TypedFormula {
        switch scope.subject(name) {
        case .amount(let index): return try another(index, name, run)
        case .question(let number): return try question(number, name, run)
        case .fact, .decision:
            let what = scope.subject(name)?.isDecision == true ? "decision" : "fact"
            throw FormulaFault(
                message: "\(name) is a \(what), and cannot be calculated with", help: "use a number, a date or another amount", run: run)
        case .attribute:
            throw FormulaFault(
                message: "\(name) is what a data file says of an option, and cannot be calculated with",
                help: "use a number, a date, another amount, or a value of a data file of the kind `values`", run: run)
        case .calculation: throw unknown(name, run)
        case nil:
            if name.contains("."), !isOwn(String(name.prefix { $0 != "." })) { return try value(name, run) }
            throw unknown(name, run)
        }
    }

    private func another(_ index: Int, _ name: String, _ run: Range<Int>) throws(FormulaFault) -> TypedFormula {
        switch amount(index) {
        case .type(let type): return TypedFormula(formula: .amount(index), type: type, run: run)
        case .unread: throw FormulaFault(message: name, help: nil, run: run, isReported: true)
        case .circle:
            throw FormulaFault(
                message: "\(name) would have to be known to calculate it", help: "amounts cannot rest on one another in a circle", run: run)
        }
    }

    private func question(_ number: Int, _ name: String, _ run: Range<Int>) throws(FormulaFault) -> TypedFormula {
        guard let type = FormulaType(scope.questions[number].kind) else {
            throw FormulaFault(
                message: "the answer to \(name) is no number and no date", help: "ask for it with `number:` or `date:`", run: run)
        }
        return TypedFormula(formula: .question(number), type: type, run: run)
    }

    /// A value of a data file, as it is when the questionnaire is compiled.
    private func value(_ name: String, _ run: Range<Int>) throws(FormulaFault) -> TypedFormula {
        guard let value = scope.values.value(name) else {
            throw FormulaFault(
                message: "there is no value \"\(name)\"",
                help: suggester ? Suggestion.help(for: name, among: scope.values.names) ?? "add it to a data file of the kind values" : nil,
                run: run, isUnknownName: true)
        }
        if let day = Day(value.bare), value.unit == nil {
            return TypedFormula(formula: .day(day.number), type: .day(day.number, day.number), run: run)
        }
        guard let number = ExactNumber(value.bare) else {
            throw FormulaFault(
                message: "\(name) is \"\(value.wording)\", and cannot be calculated with", help: "give it a number or a date", run: run)
        }
        return TypedFormula(formula: .number(number), type: .number(number, unit: value.unit), run: run)
    }

    private func unknown(_ name: String, _ run: Range<Int>) -> FormulaFault {
        let isKnown = { (part: Substring) in scope.subject(String(part)) != nil || scope.amount(String(part)) != nil || Int(part) != nil }
        // `fee-10` is a name as well.
        if let hyphen = name.indices.first(where: {
            name[$0] == "-" && isKnown(name[..<$0]) && isKnown(name[name.index(after: $0)...])
        }) {
            return FormulaFault(
                message: "\"\(name)\" is read as a name, and there is none like it",
                help: "write spaces around the minus: \(name[..<hyphen]) - \(name[name.index(after: hyphen)...])", run: run,
                isUnknownName: true)
        }
        let known = scope.amounts.map(\.description) + scope.questions.filter { FormulaType($0.kind) != nil }.map(\.id.description)
        return FormulaFault(
            message: "there is no question or amount \"\(name)\"",
            help: suggester ? Suggestion.help(for: name, among: known + ["today"]) ?? Suggestion.thereAre(Array(known.prefix(12))) : nil,
            run: run, isUnknownName: !scope.unread.contains(name), isReported: scope.unread.contains(name))
    }
}
