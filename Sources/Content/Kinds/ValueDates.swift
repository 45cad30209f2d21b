import Diagnostics
import Forms
import YAML

/// Whether what has dates is ever in force, and whether the values of one id are for all days, one after the other.
enum ValueDates {
    /// One thing with dates of its own.
    static func problems(of node: Node, _ validity: Validity) -> [Diagnostic] {
        guard validity.isEmpty else { return [] }
        return [problem("this ends before its first day, so it is never in force", at: node["until"] ?? node, "correct `from` or `until`")]
    }

    /// The values of one id: each begins on the day after the one before it ends, and there is one before and after all changes.
    static func problems(ofAll values: [(node: Node, validity: Validity)]) -> [Diagnostic] {
        let never = values.flatMap { problems(of: $0.node, $0.validity) }
        guard never.isEmpty else { return never }
        let between = zip(values, values.dropFirst()).compactMap { one, next -> Diagnostic? in
            guard let end = one.validity.until, let begin = next.validity.from else {
                return problem(
                    "this value applies together with the one before it", at: next.node,
                    "write `until:` on the first and `from:`, the day after, on the second")
            }
            guard let wanted = Day(number: end.number + 1), begin != wanted else { return nil }
            return problem(
                begin <= end
                    ? "this value begins on \(begin), while the one before it is in force until \(end)"
                    : "there is no value between \(end), when the one before it ends, and \(begin)",
                at: next.node["from"] ?? next.node, "write `from: \(wanted)`, or change when the one before it ends")
        }
        var outside: [Diagnostic] = []
        if let first = values.first, let from = first.validity.from {
            outside.append(
                problem(
                    "there is no value before \(from)", at: first.node["from"] ?? first.node,
                    "delete this line, or write the value for the days before it"))
        }
        if let last = values.last, let until = last.validity.until {
            outside.append(
                problem(
                    "there is no value after \(until)", at: last.node["until"] ?? last.node,
                    "delete this line, or write the value for the days after it"))
        }
        return between + outside
    }

    private static func problem(_ message: String, at node: Node, _ help: String) -> Diagnostic {
        Diagnostic("value/dates", message, at: node.range, help: help)
    }
}
