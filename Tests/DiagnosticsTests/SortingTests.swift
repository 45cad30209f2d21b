import Diagnostics
import Testing

/// The same faults read the same on every run.
@Suite struct SortingTests {
    private let first = SourceFile(path: "Content/a.md", text: "one\ntwo\nthree")
    private let second = SourceFile(path: "Content/b.md", text: "one\ntwo")

    private func names(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map { "\($0.path ?? "-"):\($0.range?.bytes.lowerBound ?? -1) \($0.rule) \($0.message)" }
    }

    @Test func `by file, place, rule and message`() {
        let diagnostics = [
            finding("b/b", "y", in: second, at: 0..<1), finding("b/b", "y", in: first, at: 4..<5),
            finding("a/a", "x", in: first, at: 4..<5), finding("a/a", "b", in: first, at: 4..<5),
            Diagnostic("z/z", "folder", at: nil, path: "Content/a.md"), finding("c/c", "x", in: first, at: 0..<2),
            Diagnostic("n/n", "nowhere", at: nil),
        ]
        let expected = [
            "-:-1 n/n nowhere", "Content/a.md:-1 z/z folder", "Content/a.md:0 c/c x", "Content/a.md:4 a/a b",
            "Content/a.md:4 a/a x", "Content/a.md:4 b/b y", "Content/b.md:0 b/b y",
        ]
        #expect(names(diagnostics.sorted()) == expected)
        #expect(names(Array(diagnostics.reversed()).sorted()) == expected)
    }

    @Test func `the same said twice is said once`() {
        let twice = [
            finding("a/a", in: first, at: 0..<3), finding("a/a", in: first, at: 0..<1),
            finding("a/a", in: first, at: 1..<3),
        ]
        #expect(twice.sorted().count == 2)
    }

    @Test func `paths are told apart by bytes, not by looks`() {
        let composed = Diagnostic("a/a", "x", at: nil, path: "caf\u{E9}")
        let decomposed = Diagnostic("a/a", "x", at: nil, path: "cafe\u{301}")
        #expect([composed, decomposed].sorted().count == 2)
    }

    @Test(arguments: [100, 101, 5_000]) func `of one file so many are shown, and the rest counted`(count: Int) {
        let many = (0..<count).map {
            Diagnostic("a/a", "\($0)", at: nil, severity: $0 == 0 ? .error : .warning, path: "Content/a.md")
        }
        let sorted = (many + [finding("a/a", in: second, at: 0..<1)]).sorted()
        #expect(sorted.count == 101)
        #expect(sorted.contains { $0.message == "and \(count - 99) more in this file" } == (count > 100))
        #expect(sorted.last?.path == "Content/b.md")
        #expect(names(sorted.sorted()).count == 101)
    }

    @Test func `an error that is not shown still keeps a site from being published`() {
        let warnings = (0..<200).map { finding("a/a", "\($0)", in: first, at: 0..<1, severity: .warning) }
        #expect(!warnings.sorted().hasErrors)
        #expect((warnings + [finding("z/z", "x", in: first, at: 5..<6)]).sorted().last?.severity == .error)
    }

    @Test func `only errors keep a site from being published`() {
        let warning = Diagnostic("a/a", "x", at: nil, severity: .warning)
        #expect(![warning].hasErrors)
        #expect([warning, Diagnostic("a/a", "x", at: nil)].hasErrors)
        #expect(Diagnostic.Severity.warning < .error)
    }

    @Test func `stages add up`() {
        let checked = Checked(2, [Diagnostic("a/a", "x", at: nil)]).then {
            Checked($0 * 3, [Diagnostic("b/b", "y", at: nil)])
        }
        #expect(checked.value == 6)
        #expect(checked.diagnostics.map(\.rule) == ["a/a", "b/b"])
    }
}
