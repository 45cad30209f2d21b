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

    /// Where a rule's message is expected: a broken site, or a test of what no folder in Git can hold or no check finds.
    @Test func `every rule is expected by a test`() throws {
        let folder = Repository.root.appending(path: "Tests/Fixtures/broken").resolvingSymlinksInPath().path
        let sites = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let expectations =
            try sites.filter { $0.hasSuffix("/expected.txt") }.map { try Repository.text("Tests/Fixtures/broken/\($0)") }
            + [
                "Tests/BuildTests/SpecialSiteTests.swift", "Tests/MovingTests/MoveTests.swift",
                "Tests/SiteTests/test_external.py",
            ].map { try Repository.text($0) }
        let text = expectations.joined()
        let expected = catalogue.filter { rule in
            let word = rule.drop { $0 != "/" }.dropFirst()
            return text.contains("[\(rule)]") || text.contains("\"\(rule)") || rule.hasPrefix("external/") && text.contains("\"\(word)\"")
        }
        #expect(catalogue.subtracting(expected) == [])
    }

    @Test func `every rule has a page in the documentation and in the program, and no page is without a rule`() throws {
        let folder = Repository.root.appending(path: "Documentation/Content/rules").resolvingSymlinksInPath().path
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let pages = files.filter { $0.hasSuffix(".md") && $0 != "index.md" && !$0.hasSuffix("/index.md") }
        let written = Set(pages.map { String($0.dropLast(3)) })
        #expect(catalogue.subtracting(written) == [], "write Documentation/Content/rules/RULE.md: CONTRIBUTING.md says how")
        #expect(written.subtracting(catalogue) == [], "no rule of this name is in RuleCatalogue")
        #expect(Set(RulePage.embedded.keys.map(\.name)) == written, "run Sources/RulePages/list.py")
        for (rule, page) in RulePage.embedded where written.contains(rule.name) {
            let text = try Repository.text("Documentation/Content/rules/\(rule).md")
            #expect(page.markdown == RulePage(text).markdown, "the program holds another page of \(rule)")
        }
    }

    @Test func `every page has the same headings, and says of its rule what the catalogue says`() throws {
        for rule in RuleCatalogue.rules {
            let headings = ["What it checks", "Why", "Example", "Instead"] + (rule.isSwitchable ? ["Settings"] : [])
            #expect(rule.page.sections.map(\.heading) == headings, "\(rule.id)")
            #expect(!rule.page.sections.contains { $0.blocks.isEmpty }, "\(rule.id)")
            let text = try Repository.text("Documentation/Content/rules/\(rule.id).md")
            let summary = rule.summary.contains(": ") ? "\"\(rule.summary)\"" : rule.summary
            #expect(text.hasPrefix("---\ntitle: \(rule.id)\nsummary: \(summary)\n---\n"), "\(rule.id)")
            guard rule.isSwitchable else { continue }
            let settings = "checks:\n  \(rule.id): \(rule.severity == .error ? "warning" : "error") # or off\n"
            #expect(rule.page["Settings"].contains(.code(settings, language: "yaml")), "\(rule.id): Settings shows \(settings)")
        }
    }

    @Test func `links between the pages lead to rules`() {
        for rule in RuleCatalogue.rules {
            for case .paragraph(let text) in rule.page.sections.flatMap(\.blocks) {
                for link in text.replacing(/`[^`]*`/, with: "").matches(of: /\]\(([^()\s]+)\)/) {
                    #expect(RuleLink.target(of: String(link.1), on: rule.id) != nil, "\(rule.id): \(link.1)")
                }
            }
        }
    }

    @Test func `the list of all rules has each of them below its group`() throws {
        let text = try Repository.text("Documentation/Content/rules/index.md")
        for rule in RuleCatalogue.rules {
            let row = "| [`\(rule.id)`](\(rule.id).md)\(rule.isSwitchable ? " *" : "") | \(rule.summary) |"
            #expect(text.contains(row + "\n"), "Documentation/Content/rules/index.md lacks the line \(row)")
        }
        let named = text.matches(of: /(?m)^\| \[`([a-z]+\/[a-z-]+)`/).map { String($0.1) }
        #expect(named == named.uniqued())
        #expect(Set(named).subtracting(catalogue) == [])
        #expect(text.matches(of: /(?m)^## (.+)$/).map { String($0.1) } == RuleCatalogue.groups.map(\.title))
        #expect(RuleCatalogue.groups.map(\.name) == RuleCatalogue.rules.map(\.group).uniqued(), "RuleCatalogue.groups")
    }
}

extension [String] {
    fileprivate func uniqued() -> [String] {
        var seen = Set<String>()
        return filter { seen.insert($0).inserted }
    }
}
