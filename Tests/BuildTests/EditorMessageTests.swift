import Content
import Diagnostics
import Forms
import Foundation
import Site
import Testing

/// What editors are told about slips that are common: one message, at the place, with a remedy that helps.
@Suite struct EditorMessageTests {
    private static let questionnaire = """
        kind: questionnaire
        title: T
        questions: {pay: {ask: Do you pay?}}
        outcomes: {u: {title: U}, v: {title: V}}
        rules: [{if: {pay: yes}, then: u}, {else: v}]

        """
    private static let cases = "- {name: a, answers: {pay: yes}, outcome: u}\n- {name: b, answers: {pay: no}, outcome: v}\n"

    private func said(_ files: [String: String]) async throws -> [String] {
        let front = "---\ntitle: T\nsummary: S\n---\n\nHello.\n"
        let site = try TemporaryFolder(["Content/site.yaml": "title: T\n", "Content/index.md": front].merging(files) { $1 })
        let found = await check(site.path).filter { $0.severity == .error || $0.rule.name.hasPrefix("page/") }
        return found.sorted().map { diagnostic in
            "\(diagnostic.path ?? "") \(diagnostic.range?.text ?? "") | \(diagnostic.message) | \(diagnostic.help ?? "")"
        }
    }

    @Test(arguments: [
        ("q.CASES.yaml", "the name of this file does not say which questionnaire its cases belong to", "name it q.cases.yaml"),
        ("q.case.yaml", "the name of this file does not say which questionnaire its cases belong to", "name it q.cases.yaml"),
        ("q_cases.yml", "the name of this file does not say which questionnaire its cases belong to", "name it q.cases.yaml"),
        ("cases.yaml", "this is a list, like a file of cases, and not a questionnaire", "name it q.cases.yaml"),
        ("q-cases.yaml", "this is a list, like a file of cases, and not a questionnaire", "name it q.cases.yaml"),
        ("Q.cases.yaml", "there is no questionnaire for these cases", "name it q.cases.yaml"),
    ])
    func `files of cases with other names`(_ name: String, _ message: String, _ help: String) async throws {
        let found = try await said(["Content/questionnaires/q.yaml": Self.questionnaire, "Content/questionnaires/\(name)": Self.cases])
        #expect(found == ["Content/questionnaires/\(name)  | \(message) | \(help)"])
    }

    @Test(arguments: [
        ("title: T", "title: \"T {{ pay }}\""), ("{title: U}", "{title: \"U {{ pay }}\"}"), ("pay?", "pay?, hint: \"{{ pay }}\""),
        ("Do you pay?", "\"Do {{ pay }}?\""), ("pay?", "pay?, must: [{that: {pay: yes}, else: \"Not {{ pay }}\"}]"),
    ])
    func `an answer where none is printed`(_ old: String, _ new: String) async throws {
        let text = Self.questionnaire.replacing(old, with: new)
        let found = try await said(["Content/questionnaires/q.yaml": text])
        let said = "the answer or fact \"pay\" cannot be printed here | answers and facts are printed only in the `text` of an outcome"
        #expect(found == ["Content/questionnaires/q.yaml {{ pay }} | \(said)"])
    }

    @Test(arguments: [
        ("today: 2027-02-31", "2027-02-31", "there is no such day; the last day of that month is 2027-02-28"),
        ("today: 1.3.2024", "1.3.2024", "write 2024-03-01"), ("today: 3/4/2024", "3/4/2024", "write 2024-04-03 or 2024-03-04"),
    ])
    func `a day of a case`(_ field: String, _ place: String, _ help: String) async throws {
        let cases = "- {name: a, \(field), answers: {pay: yes}, outcome: u}\n"
        let found = try await said(["Content/questionnaires/q.yaml": Self.questionnaire, "Content/questionnaires/q.cases.yaml": cases])
        #expect(
            found == [
                "Content/questionnaires/q.cases.yaml \(place) | expected a date such as 2026-11-21, found \"\(place)\" | \(help)"
            ])
    }

    @Test func `a figure of a fact that has changed fails its case`() async throws {
        let text = Self.questionnaire.replacing(
            "outcomes: {u: {title: U}",
            with: "facts: {fee: {values: {lo: 260 euros, hi: 500 euros}, rules: [{if: {pay: yes}, then: lo}, {else: hi}]}}\n"
                + "outcomes: {u: {title: U, text: \"{{ fee }}\"}")
        let cases = "- {name: a, answers: {pay: yes}, outcome: u, values: {fee: \"250 euros\"}}\n"
        let found = try await said(["Content/questionnaires/q.yaml": text, "Content/questionnaires/q.cases.yaml": cases])
        #expect(
            found == [
                "Content/questionnaires/q.cases.yaml \"250 euros\" | the case \"a\" expects fee 250 euros but gets u; fee 260 euros | correct the rules, or the case if the policy has changed"
            ])
    }

    @Test(arguments: [
        ("language: en_GB", "en_GB | expected a language tag such as en or pt-BR, found \"en_GB\" | write en-GB"),
        ("history: yes", "yes | expected no, dates or changes, found \"yes\" | write no, dates or changes"),
        ("offline: ja", "ja | expected yes or no, found \"ja\" | write yes or no"),
    ])
    func `settings of another form`(_ line: String, _ message: String) async throws {
        #expect(try await said(["Content/site.yaml": "title: T\n\(line)\n"]) == ["Content/site.yaml \(message)"])
    }

    @Test(arguments: [
        ("", "[a](www.x.org)", "www.x.org | there is no file www.x.org | write https://www.x.org"),
        ("", "[[The page|text]]", "[[The page|text]] | links are not written with `[[` | write `[text](the-page.md)`"),
        (
            "", "{{ faq }}",
            "{{ faq }} | the name of the data file is missing | write Content/data/NAME.yaml with `kind: faq` first, because there is none yet, then {{ faq NAME }}"
        ),
        (
            "", "A {{ fees.charger }}.",
            "{{ fees.charger }} | there is no value \"fees.charger\" | write Content/data/fees.yaml with `kind: values`, a `title:`, and `charger: …` under `values:`"
        ),
        (
            "effective: 2026-05-01\nexpires: 2026-12-01\nreviewed: 2027-01-01\n", "Words.",
            "2027-01-01 | the review on 2027-01-01 is in the future: today is 2026-11-21 | set `reviewed` to the day on which the page was last checked"
        ),
        (
            "effective: 2027-05-01\nexpires: 2027-04-01\n", "Words.",
            "2027-04-01 | the page expires on 2027-04-01, but takes effect only on 2027-05-01 | correct `expires` or `effective`"
        ),
    ])
    func `pages`(_ fields: String, _ text: String, _ message: String) async throws {
        let found = try await said(["Content/index.md": "---\ntitle: T\nsummary: S\n\(fields)---\n\n\(text)\n"])
        #expect(found == ["Content/index.md \(message)"])
    }

    @Test func `the index of a folder is looked for by the folder`() async throws {
        let page = { (text: String) in "---\ntitle: \(text.prefix(5).filter(\.isLetter))\nsummary: S\n---\n\n\(text)\n" }
        let found = try await said([
            "Content/f/index.md": page("[d](g/index.md) and [h](h/index.md)"), "Content/other/g/index.md": page("Gates."),
            "Content/other/index.md": page("Others."),
        ])
        #expect(
            found == [
                "Content/f/index.md g/index.md | there is no page f/g/index.md | did you mean ../other/g/index.md?",
                "Content/f/index.md h/index.md | there is no page f/h/index.md | paths are relative to the file they are written in",
            ])
    }

    @Test func `a site that is not there is named as it was typed`() async {
        let found = await check("nope")
        #expect(found.map(\.message) == ["nope/Content cannot be read: No such file or directory"])
    }
}
