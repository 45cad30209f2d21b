import Content
import Forms

/// A questionnaire's text with one thing changed that an editor could have mistyped.
struct TextMutant {
    let change: String
    let text: FlowText
}

/// The changes of a text: figures, days, words that compare, options, results and whole rows, in tables of facts and rules
/// and in `ask-if`. They are made in the text and know nothing of how the program thinks of a policy.
struct TextMutants {
    let text: FlowText

    init(_ text: FlowText) { self.text = text }

    /// So many of them, spread at random.
    func sample(_ random: inout Random, _ count: Int) -> [TextMutant] {
        var all = self.all
        all.shuffle(using: &random)
        return Array(all.prefix(count))
    }

    var all: [TextMutant] {
        var result: [TextMutant] = []
        let lines = text.policy.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let results = Set(lines.compactMap { $0.firstMatch(of: #/(?:then|else): ([a-z0-9-]+)/#).map { String($0.1) } }).sorted()
        for (number, line) in lines.enumerated() {
            guard
                line.contains("ask-if") || line.contains("if:") || line.contains("then:") || line.contains("else:") || line.contains("- {")
            else {
                continue
            }
            guard !line.contains("ask:"), !line.contains("title:") else { continue }
            for changed in changes(line, results) {
                var other = lines
                other[number] = changed
                result.append(mutant("\(number + 1): \(line) => \(changed)", lines: other))
            }
            if line.contains("- {if:") {
                var other = lines
                other.remove(at: number)
                result.append(mutant("\(number + 1): \(line) deleted", lines: other))
            }
        }
        return result + spreadsheet
    }

    private func mutant(_ change: String, lines: [String]) -> TextMutant {
        TextMutant(change: change, text: FlowText(policy: lines.joined(separator: "\n"), rows: text.rows))
    }

    private func changes(_ line: String, _ results: [String]) -> [String] {
        var found: [String] = []
        for match in line.matches(of: #/(at least|at most|over|under|from|to) ([0-9]+)(?![0-9-])/#) {
            guard let number = Int(match.2) else { continue }
            for other in [number - 1, number + 1, number * 72 / 100, number * 2] where other != number {
                found.append(line.replaced(match.2.startIndex..<match.2.endIndex, with: String(other)))
            }
        }
        for match in line.matches(of: #/[0-9]{4}-[0-9]{2}-[0-9]{2}/#) {
            guard let day = Day(String(match.0)) else { continue }
            for days in [-1, 1, -365, 200] {
                guard let other = Day(number: day.number + days) else { continue }
                found.append(line.replaced(match.range, with: other.description))
            }
        }
        let words = [
            ("at least ", "over "), ("over ", "at least "), ("at most ", "under "), ("under ", "at most "), (": yes", ": no"),
            (": no", ": yes"),
            ("before ", "on or before "), ("on or after ", "after "), ("before ", "after "), ("1 year", "2 years"), ("1 year", "11 months"),
            (": not ", ": "), ("{all:", "{any:"), ("any:", "all:"), ("has-any", "has-all"), ("has:", "lacks:"), (": asked", ": not asked"),
        ]
        for (from, to) in words {
            for range in line.ranges(of: from) { found.append(line.replaced(range, with: to)) }
        }
        // An option of a list left out, an entry of a condition left out.
        for match in line.matches(of: #/[\[{](?:if: \{)?([^\[\]{},]+), /#) {
            found.append(line.replaced(match.1.startIndex..<line.index(match.range.upperBound, offsetBy: 0), with: ""))
        }
        for match in line.matches(of: #/, ([a-z0-9-]+)(?=[\],])/#) { found.append(line.replaced(match.range, with: "")) }
        for match in line.matches(of: #/, [a-z0-9.-]+: [^,{}\[\]]+(?=\})/#) where !match.0.contains("then") {
            found.append(line.replaced(match.range, with: ""))
        }
        for match in line.matches(of: #/(?:then|else): ([a-z0-9-]+)/#) {
            for other in results where other != match.1 {
                found.append(line.replaced(match.1.startIndex..<match.1.endIndex, with: other))
            }
        }
        return found.filter { $0 != line }
    }

    private var spreadsheet: [TextMutant] {
        guard let rows = text.rows else { return [] }
        let lines = rows.split(separator: "\n").map(String.init)
        var result: [TextMutant] = []
        for index in lines.indices.dropFirst() {
            var fewer = lines
            fewer.remove(at: index)
            result.append(table("row \(index) deleted", fewer))
            let cells = lines[index].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            for column in cells.indices {
                let others = Set(
                    lines.dropFirst().compactMap { line -> String? in
                        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                        return cells.indices.contains(column) ? cells[column] : nil
                    }
                ).sorted()
                for other in others.filter({ $0 != cells[column] }).prefix(3) + [""] {
                    var changed = cells
                    changed[column] = other
                    var all = lines
                    all[index] = changed.joined(separator: ",")
                    result.append(table("row \(index): \(lines[index]) => \(all[index])", all))
                }
            }
        }
        return result
    }

    private func table(_ change: String, _ lines: [String]) -> TextMutant {
        TextMutant(change: change, text: FlowText(policy: text.policy, rows: lines.joined(separator: "\n") + "\n"))
    }
}

extension String {
    fileprivate func replaced(_ range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
