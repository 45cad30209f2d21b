import Foundation
import Testing
import Words

/// Forms of what is counted, held against the rules that a browser has: `Fixtures/plurals.json` is written by Node from
/// `Intl.PluralRules`, as `Tests/ScriptTests/plurals.test.js` checks.
@Suite struct PluralRuleTests {
    @Test func `every language counts as browsers do`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/plurals.json")
        let forms = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
        #expect(forms.count > 60)
        for (language, expected) in forms.sorted(by: { $0.key < $1.key }) {
            let rule = PluralRule(language: language)
            #expect(String((0..<expected.count).map { sign(rule.category($0)) }) == expected, Comment(rawValue: language))
        }
    }

    private func sign(_ category: PluralRule.Category) -> Character {
        switch category {
        case .zero: "0"
        case .one: "1"
        case .two: "2"
        case .few: "f"
        case .many: "m"
        case .other: "x"
        }
    }

    @Test func `a phrase without the form of a number takes the general one`() {
        let polish = Phrasebook(["dayOne": "{count} dzień", "dayFew": "{count} dni", "dayOther": "{count} dnia"], language: "pl")
        #expect([1, 2, 5, 22].map { polish.text(.counted($0, "day")) } == ["1 dzień", "2 dni", "5 dnia", "22 dni"])
        #expect(polish.forms(of: "day").map(\.category) == [.one, .few, .other])
        #expect(PluralRule(language: "ar").categories == [.zero, .one, .two, .few, .many, .other])
    }
}
