import Content
import Decision
import Diagnostics
import Forms
import Foundation
@testable import Pages
import Testing

/// The page with a whole policy, the pages of results, and what the compiled form says of the same.
@Suite struct PolicyPageTests {
    private let policy = """
        kind: questionnaire
        title: Which way?
        questions:
          product:
            ask: Which product?
            one-of: {\((1...30).map { "p\($0): Product \($0)" }.joined(separator: ", "))}
          used:
            ask: Is it used?
            hint: |
              ## Rules

              See [the rules](#rules).
        outcomes:
          new:
            title: Buy it
            text: |
              ## Rules

              Some.

              ## Steps

              See [the steps](#steps) and [below](#end).

              ### The end {#end}

              With a note.[^1]

              [^1]: Of the first.
            cites: [guide.md, guide.md#buy, guide.md#steps, guide.md#steps-1, guide.md#tac, guide.md#lost]
          steps:
            title: Sell it
            text: |
              ## Steps

              With a note.[^1]

              [^1]: Of the second.
        decisions:
          one:
            title: One
            rules:
              - {if: {used: no, product: [p1, p2]}, then: new}
              - {else: steps}
          two:
            title: Two
            rules:
              - {if: {used: yes}, then: new}
              - {else: steps}
        """

    private let guide = """
        ---
        title: Guide
        ---

        ## Buy

        ### Steps

        ## Sell

        ### Steps

        ## Lost

        {{ actions needs }}

        """

    private let needs = """
        kind: actions
        title: Needs
        arrangements: {direct: {label: Direct}}
        needs:
          tac:
            label: Call somebody
            paths: {direct: Call.}
        """

    /// The files of the questionnaire.
    private func files() async throws -> [String: String] {
        let renderer = try await renderer(
            [
                "Content/index.md": page("Home"), "Content/guide.md": guide, "Content/data/needs.yaml": needs,
                "Content/questionnaires/way.yaml": policy,
            ])
        return Dictionary(renderer.otherFiles().map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { first, _ in first }
    }

    private func ids(_ html: String) -> [String] { html.matches(of: /\sid="([^"]*)"/).map { String($0.1) } }

    @Test func `no id stands twice on a page`() async throws {
        let files = try await files()
        let pages = files.filter { $0.key.hasPrefix("questionnaires/") && $0.key.hasSuffix(".html") }
        #expect(pages.count > 5)
        for (path, html) in pages {
            let ids = ids(html)
            #expect(Set(ids).count == ids.count, "\(path): \(ids.sorted())")
            for link in html.matches(of: /href="#([^"]+)"/) { #expect(ids.contains(String(link.1)), "\(path): \(link.1)") }
        }
    }

    @Test func `headings of texts carry the id of what they stand in`() async throws {
        let policy = try #require(try await files()["questionnaires/way/policy/index.html"])
        let ids = ids(policy)
        for id in ["outcome-new", "outcome-steps", "outcome-new.steps", "outcome-new.end", "outcome-steps.steps", "question-used.rules"] {
            #expect(ids.contains(id), "\(id)")
        }
        #expect(policy.contains("<a href=\"#outcome-new.steps\">the steps</a>"))
        #expect(policy.contains("<a href=\"#outcome-new.end\">below</a>"))
        #expect(policy.contains("<a href=\"#question-used.rules\">the rules</a>"))
    }

    @Test func `a long list of answers is folded, a short one is not`() async throws {
        let policy = try #require(try await files()["questionnaires/way/policy/index.html"])
        #expect(policy.contains("<summary>30 answers</summary>"))
        #expect(policy.contains(">Product 30</li>"))
        #expect(policy.matches(of: /<details class="q-lines"><summary>[0-9]+ answers/).count == 1)
    }

    @Test func `places of one page read differently wherever they are cited`() async throws {
        let words = [
            "Guide", "Guide: Buy", "Guide: Buy: Steps", "Guide: Sell: Steps", "Guide: Call somebody", "Guide: Lost",
        ]
        let files = try await files()
        let results = files.filter { $0.key.wholeMatch(of: /questionnaires\/way\/\d+\/index.html/) != nil && $0.value.contains("q-cites") }
        #expect(!results.isEmpty)
        for html in results.values + [try #require(files["questionnaires/way/policy/index.html"])] {
            for word in words { #expect(html.contains(">\(word)</a>"), "\(word)") }
        }
        let form = try #require(files["api/questionnaires/way.json"])
        for word in words { #expect(form.contains("\"words\":\"\(word)\""), "\(word)") }
    }

    @Test func `the policy leads to its proof, and the proof back to the parts of the policy`() async throws {
        let files = try await files()
        let policy = try #require(files["questionnaires/way/policy/index.html"])
        #expect(policy.contains("<a href=\"proof/\">How it was shown"))
        let proof = try #require(files["questionnaires/way/policy/proof/index.html"])
        let sentence = "The questions can be answered in 60 ways. Every combination of answers leads to exactly one outcome of each"
        #expect(policy.contains(sentence) && proof.contains(sentence))
        #expect(proof.contains("<a href=\"../#rules\">Rules</a>") && proof.contains("There are no cases."))
        #expect(try #require(files["sitemap.xml"]).contains("questionnaires/way/policy/proof/"))
    }

    private static let plan = """
        kind: questionnaire
        title: Which plan?
        questions:
          people: {ask: How many people?, number: {from: 1, to: 100}}
          plan:
            ask: Which plan?
            one-of: {small: Small, large: Large}
            must:
              - {if: {people: under 10}, that: {plan: small}, else: The large plan is for 10 people or more.}
        impossible:
          - {if: {people: over 90, plan: small}, because: The small plan has 90 seats.}
        outcomes: {s: {title: S}, l: {title: L}, k: {title: K}}
        rules:
          - {if: {plan: small}, then: s}
          - {if: {plan: large, people: under 50}, then: l}
          - {if: {plan: large, people: at least 50}, then: k}
        """

    /// Whoever is refused gets nothing, and the policy says who that is, with and without script.
    @Test func `what is refused is told`() async throws {
        let renderer = try await renderer(["Content/index.md": page("Home"), "Content/questionnaires/plan.yaml": Self.plan])
        let files = Dictionary(renderer.otherFiles().map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { first, _ in first }
        let policy = try #require(files["questionnaires/plan/policy/index.html"]).replacing(/<[^>]+>/, with: "|")
        for words in [
            "How many people? under 10", "Which plan? Small", "The large plan is for 10 people or more.", "never",
            "The small plan has 90 seats.",
        ] { #expect(policy.contains("|\(words)|"), "\(words)") }
        #expect(!policy.contains("|How many people? under 10; Which plan? Large"))
        #expect(policy.contains("|How many people? 10 to 49; Which plan? Large|"))
        let steps = files.filter { $0.key.wholeMatch(of: /questionnaires\/plan\/\d+\/index.html/) != nil }.values
        let cut = steps.filter { $0.contains("The large plan is for 10 people or more.") }
        #expect(cut.count == 1)
        #expect(cut.allSatisfy { $0.contains(">Small</a>") && !$0.contains(">Large</a>") })
    }
}
