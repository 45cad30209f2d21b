/// What to write for a number that is written as people do: `1,500`, `€5`, `1,5`, `n/a`.
enum PlainNumber {
    static func help(for text: String) -> String {
        guard let meant = meant(text) else {
            return "write a number, or leave the cell out if there is none; text needs a column of `type: text`"
        }
        return meant.count == 1 ? "write `\(meant[0])`" : "write `\(meant[0])`, or `\(meant[1])` if the comma is a decimal separator"
    }

    /// The numbers that may be meant, the likelier one first; nil if none is.
    private static func meant(_ text: String) -> [String]? {
        let isNumber = { (sign: Character) in ("0"..."9").contains(sign) }
        guard let first = text.firstIndex(where: isNumber), let last = text.lastIndex(where: isNumber) else { return nil }
        let before = text[..<first].filter { $0 != " " }
        let isNegative = [before.first, before.last].contains { $0.map { "-−–".contains($0) } ?? false }
        var digits = text[first...last].filter { $0 != " " && $0 != "\u{a0}" && $0 != "\u{202f}" && $0 != "'" && $0 != "’" }
        guard digits.allSatisfy({ isNumber($0) || ".,".contains($0) }) else { return nil }
        if before.last == "." || before.last == "," { digits = "0." + digits }
        let sign = isNegative ? "-" : ""
        // Of two marks, the last one is the decimal sign.
        if digits.contains("."), digits.contains(","), let mark = digits.last(where: { ".,".contains($0) }) {
            digits = digits.filter { isNumber($0) || $0 == mark }
            guard digits.count(where: { $0 == mark }) == 1 else { return nil }
            return [sign + digits.replacing(String(mark), with: ".")]
        }
        let groups = digits.split(omittingEmptySubsequences: false) { ".,".contains($0) }
        let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count)
        switch groups.count {
        case 1: return [sign + digits]
        case 2 where digits.contains("."): return [sign + digits]
        case 2 where isGrouped: return [sign + groups.joined(), sign + groups.joined(separator: ".")]
        case 2: return groups[1].isEmpty ? nil : [sign + groups.joined(separator: ".")]
        default: return isGrouped ? [sign + groups.joined()] : nil
        }
    }
}
