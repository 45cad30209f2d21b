import CommonMark
import Content
import Forms
import Testing

@testable import Pages

/// Every page knows what its text was made from: of any change, exactly the pages that read what changed print otherwise.
@Suite struct ReadsTests {
    private static let files = [
        "Content/index.md": "---\ntitle: Home\nlayout: home\n---\nNothing is read here.\n",
        "Content/a.md": "# A\n\nSee [b](b.md) and ![the plan](plan.png).\n",
        "Content/b.md": "# B\n\nAsk <tool:finder> for <term:rma> within {{ days.return }}.\n",
        "Content/c.md": "# C\n\n{{ faq questions }}\n",
        "Content/d.md": "# D\n\n{{ directory tools }}\n",
        "Content/e.md": "# E\n\n{{ glossary words }}\n",
        "Content/f.md": "# F\n\n{{ steps all }}\n\n{{ count questions }} questions.\n",
        "Content/plan.png": "",
        "Content/data/days.yaml": "kind: values\ntitle: Days\nvalues:\n  return: {value: 30, unit: days}\n",
        "Content/data/questions.yaml": """
        kind: faq
        title: Questions
        groups:
          one:
            title: One
            questions:
              how: {question: How?, answer: "Ask <tool:finder>, see [a](../a.md)."}
        """,
        "Content/data/tools.yaml": """
        kind: directory
        title: Tools
        entries:
          finder: {is: tool, name: Finder, url: "https://example.org/", for: Finding.}
        """,
        "Content/data/words.yaml": "kind: glossary\ntitle: Words\nterms:\n  rma: {term: Return, definition: A return.}\n",
        "Content/data/steps.yaml": "kind: steps\ntitle: Steps\nsteps:\n  one: {do: Begin.}\n",
    ]

    /// Without explained terms, which make every page read every glossary.
    private static let settings = "title: Test\nterms: no\n"

    /// A change, and what a page must have read to print otherwise.
    private static let changes: [(file: String, old: String, new: String, read: [PageRead])] = [
        ("Content/data/days.yaml", "30", "31", [.value("days.return")]),
        ("Content/data/questions.yaml", "How?", "Why?", [.data(id("questions"))]),
        ("Content/data/tools.yaml", "Finder", "Seeker", [.data(id("tools"))]),
        ("Content/data/words.yaml", "Return", "Sending", [.data(id("words"))]),
        ("Content/data/steps.yaml", "Begin", "Start", [.data(id("steps"))]),
    ]

    private static func id(_ text: StaticString) -> Identifier { Identifier("\(text)") ?? { preconditionFailure("\(text)") }() }

    @Test(arguments: Self.changes.indices) func `a change shows on the pages that read it, and nowhere else`(_ number: Int) async throws {
        let change = Self.changes[number]
        let before = try await renderer(Self.files, settings: Self.settings)
        var files = Self.files
        files[change.file] = files[change.file]?.replacing(change.old, with: change.new)
        let after = try await renderer(files, settings: Self.settings)
        let numbers = before.library.pages.indices
        let readers = numbers.filter { !before.resolved.reads(ofPage: $0).isDisjoint(with: change.read) }
        #expect(numbers.filter { before.page($0).bytes != after.page($0).bytes } == readers)
        #expect(!readers.isEmpty)
    }

    /// A page reads every glossary, as any of its words may be explained.
    @Test func `what is explained is read`() async throws {
        let before = try await renderer(Self.files)
        var files = Self.files
        files["Content/a.md"]? += "A Return.\n"
        files["Content/data/words.yaml"] = files["Content/data/words.yaml"]?.replacing("rma:", with: "again:")
        let after = try await renderer(files)
        let changed = before.library.pages.indices.filter { before.page($0).bytes != after.page($0).bytes }
        #expect(changed.contains(0))
        for number in changed { #expect(before.resolved.reads(ofPage: number).contains(.data(Self.id("words")))) }
    }

    @Test func `a page reads what the data on it names`() async throws {
        let site = try await renderer(Self.files)
        let reads = { (file: String) in site.library.pageNumber(file: file).map { site.resolved.reads(ofPage: $0) } }
        #expect(
            reads("c.md")?.isSuperset(of: [.data(Self.id("questions")), .data(Self.id("tools")), .shown(Self.id("tools"))])
                == true)
        let steps = try #require(DataKind(rawValue: "steps"))
        #expect(reads("a.md")?.contains(.picture("plan.png")) == true)
        #expect(reads("f.md")?.isSuperset(of: [.kind(steps), .value("count questions")]) == true)
    }
}
