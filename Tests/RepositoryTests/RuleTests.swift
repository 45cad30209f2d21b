import Diagnostics
import Foundation
import Testing

/// Rules in the code, in the catalogue and in the documentation are the same.
@Suite struct RuleTests {
    private let catalogue = Set(RuleCatalogue.rules.map(\.id.name))

    /// Texts in the code that are names of rules: `group/name` with a group of the catalogue, or the first word of a
    /// diagnostic.
    private func used() -> [String: String] {
        let groups = Set(catalogue.compactMap { $0.split(separator: "/").first.map(String.init) })
        var result: [String: String] = [:]
        for source in Repository.sources where !source.path.hasSuffix("RuleCatalogue.swift") {
            for match in source.text.matches(of: /"([a-z]+)\/([a-z-]+)"/) where groups.contains(String(match.1)) {
                result["\(match.1)/\(match.2)"] = source.path
            }
            for match in source.text.matches(of: /(?:Diagnostic|Finding|refuse|refusal)\(\s*"([a-z]+\/[a-z-]+)"/) {
                result[String(match.1)] = source.path
            }
        }
        return result
    }

    @Test func `every rule that the code names is in the catalogue`() {
        for (rule, path) in used().sorted(by: { $0.key < $1.key }) where !catalogue.contains(rule) {
            Issue.record("\(path) uses \(rule), which the catalogue does not have")
        }
    }

    @Test func `every rule in the catalogue is checked somewhere`() {
        #expect(catalogue.subtracting(used().keys) == [])
    }

    @Test func `the page of all rules says of each rule what the catalogue says`() throws {
        let text = try Repository.text("Documentation/Content/rules/index.md")
        for rule in RuleCatalogue.rules {
            let row = "| `\(rule.id)`\(rule.isSwitchable ? " *" : "") | \(rule.summary) |"
            #expect(text.contains(row + "\n"), "rules/index.md lacks the line \(row)")
        }
        let named = text.matches(of: /(?m)^\| `([a-z]+\/[a-z-]+)`/).map { String($0.1) }
        #expect(named == named.uniqued())
        #expect(Set(named).subtracting(catalogue) == [])
    }
}

extension [String] {
    fileprivate func uniqued() -> [String] {
        var seen = Set<String>()
        return filter { seen.insert($0).inserted }
    }
}
