import Diagnostics
import Testing
import Words
import YAML

@testable import Pages

@Suite struct WordCheckTests {
    @Test(
        "a word keeps the placeholders of the English one",
        arguments: [
            ("en", "rangeBetween: from {from} up to {to}", []), ("en", "rangeBetween: '{to} down to {from}'", []),
            ("en", "rangeBetween: from {from}", ["is missing {to}"]), ("en", "rangeBetween: any", ["is missing {from} and {to}"]),
            ("en", "rangeBetween: '{fro} to {to}'", ["has no placeholder {fro}"]), ("en", "own: '{anything'", []),
            ("en", "next: Next {count}", ["has no placeholder {count}"]), ("en", "next: '}{'", ["has a brace without a partner"]),
            ("en", "next: '{{'", ["has a brace without a partner"]), ("en", "next: ' '", ["has no text"]),
            ("en", "searchCountOne: one result", []), ("en", "searchCountOther: results", ["is missing {count}"]),
            ("ar", "searchCountTwo: x", []), ("ar", "searchCountFew: x", ["is missing {count}"]),
            // 21 and 31 too.
            ("ru", "searchCountOne: x", ["is missing {count}"]), ("ru", "searchCountMany: '{count} x'", []),
            ("en", "numberGroup: ''", []), ("en", "numberGroup: a", ["takes one sign between groups of digits, or nothing"]),
            ("en", "numberMoney: '{number}'", ["is missing {sign}"]), ("en", "dateOrder: ymd dmy", []),
            ("pl", "numberFew: osoby", ["takes pairs of a unit and its form"]),
            ("pl", "numberMany: osoby osób; dni robocze = dni roboczych", []),
            ("en", "dateOrder: dm", ["takes one or more orders of d, m and y, each written once"]),
        ] as [(String, String, [String])])
    func word(_ language: String, _ line: String, _ expected: [String]) {
        let found = problems(in: ThemeFile(path: "words/\(language).yaml", source: SourceFile(path: "words.yaml", text: line)))
        #expect(found.map { String($0.message.drop { $0 != " " }.dropFirst()) } == expected)
    }

    @Test func `the theme's own words pass the checks of a site's`() {
        for file in ThemeFile.embedded where file.path.hasPrefix("words/") {
            #expect(problems(in: file).map(\.message) == [], Comment(rawValue: file.path))
        }
    }

    @Test func `what is known of languages passes the checks of a site's words`() {
        for language in ["de", "de-CH", "fr", "es", "pt-PT", "lv", "lt", "eu", "hi", "fa", "ar", "ja", "en-US", "en-ZA", "uk", "vi"] {
            let lines = Phrasebook.facts(of: language).map { "\($0): \"\($1)\"" }.sorted().joined(separator: "\n")
            let file = ThemeFile(path: "words/\(language).yaml", source: SourceFile(path: "\(language).yaml", text: lines))
            #expect(problems(in: file).map(\.message) == [], Comment(rawValue: language))
        }
    }

    private func problems(in file: ThemeFile) -> [Diagnostic] {
        let check = WordCheck(english: Phrasebook.english.words, plurals: PluralRule(language: WordFiles.language(of: file)))
        return WordFiles.entries(of: file).value.flatMap { entry -> [Diagnostic] in
            guard case .scalar(let scalar) = entry.value.value else { return [] }
            return check.problems(of: entry.key.text, scalar, at: entry.value.range)
        }
    }
}
