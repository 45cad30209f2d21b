import Diagnostics
import Forms
import Foundation
import Testing

@testable import Decision

/// Formulas and what they come to, calculated by Python: `Tests/Fixtures/formulas.json`, which the browser's twin is held to as well.
///
///     WAYMARK_FORMULAS=FILE swift test --filter FormulaVectorTests     takes others; see Tests/long/formulas.sh
///     WAYMARK_RECORD=1 swift test --filter FormulaVectorTests          writes the compiled forms into the fixture
@Suite struct FormulaVectorTests {
    private static let path = ProcessInfo.processInfo.environment["WAYMARK_FORMULAS"] ?? Folders.formulas.path(percentEncoded: false)

    @Test func `formulas come to what they come to elsewhere`() throws {
        let text = try String(contentsOfFile: FormulaVectorTests.path, encoding: .utf8)
        let vectors = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        if ProcessInfo.processInfo.environment["WAYMARK_RECORD"] == "1" { try record(vectors) }
        #expect(vectors.count > 200)
        for vector in vectors {
            let text = try #require(vector["text"] as? String)
            let answers = try #require(vector["answers"] as? [String])
            let read = try typed(text, answers)
            let compiled = try JSONSerialization.jsonObject(with: Data(CompiledForm.formula(read.formula).text.utf8)) as? NSArray
            #expect(compiled == vector["formula"] as? NSArray, Comment(rawValue: text))
            #expect(said(value(read.formula, answers)) == vector["value"] as? String, Comment(rawValue: text))
            try expectWithin(read, answers, text)
        }
    }

    /// Writes the compiled forms down, of which the browser's twin is told nothing else.
    private func record(_ vectors: [[String: Any]]) throws {
        let lines = try vectors.map { vector in
            let text = try #require(vector["text"] as? String)
            let answers = try #require(vector["answers"] as? [String])
            let value = try #require(vector["value"] as? String)
            let fields: [(String, JSON)] = [
                ("text", .string(text)), ("formula", CompiledForm.formula(try typed(text, answers).formula)),
                ("answers", .array(answers.map(JSON.string))), ("value", .string(value)),
            ]
            return "  " + JSON.object(fields).text(forHTML: false)
        }
        try ("[\n" + lines.joined(separator: ",\n") + "\n]\n").write(toFile: FormulaVectorTests.path, atomically: true, encoding: .utf8)
    }

    /// What is known of a formula before anything is answered holds: its value lies in its range, with no more digits.
    private func expectWithin(_ read: TypedFormula, _ answers: [String], _ text: String) throws {
        let found = try #require(value(read.formula, answers))
        let day = found.day.map { Fraction($0) }
        let number = try #require(found.number ?? day)
        #expect(read.type.low <= number && number <= read.type.high, Comment(rawValue: text))
        if let decimals = read.type.decimals { #expect((number * .powerOfTen(decimals)).denominator == .one, Comment(rawValue: text)) }
    }

    /// Names are `q0`, `q1` and so on.
    private func typed(_ text: String, _ answers: [String]) throws -> TypedFormula {
        try FormulaParser.formula(text) { name, run throws(FormulaFault) in
            guard let index = Int(name.dropFirst()), let answer = answers[safe: index] else {
                throw FormulaFault(message: name, help: nil, run: run)
            }
            let type = Day(answer).map { FormulaType.day($0.number, $0.number) } ?? ExactNumber(answer).map { FormulaType.number($0) }
            guard let type else { throw FormulaFault(message: answer, help: nil, run: run) }
            return TypedFormula(formula: .question(index), type: type, run: run)
        }
    }

    private func value(_ formula: Formula, _ answers: [String]) -> FormulaValue? {
        let evaluator = FormulaEvaluator(
            today: Day(number: 0) ?? since,
            answer: { index in
                Day(answers[index]).map { .day($0.number) } ?? ExactNumber(answers[index]).map { .number(Fraction($0)) }
            }, amount: { _ in nil })
        return evaluator.value(formula)
    }

    /// `2026-11-21`, `-3.5` or, where the digits never end, `2/3`.
    private func said(_ value: FormulaValue?) -> String? {
        switch value {
        case nil: nil
        case .day(let day): Day(number: day)?.description
        case .number(let number): digits(number.numerator) + (number.denominator == .one ? "" : "/" + digits(number.denominator))
        }
    }

    private func digits(_ number: BigInteger) -> String {
        var text = ""
        var rest = number.magnitude
        let million = BigInteger(1_000_000)
        while !rest.isZero {
            let (quotient, part) = rest.divided(by: million)
            let digits = String(part.int ?? 0)
            text = (quotient.isZero ? digits : String(repeating: "0", count: 6 - digits.count) + digits) + text
            rest = quotient
        }
        return (number.isNegative ? "-" : "") + (text.isEmpty ? "0" : text)
    }
}
