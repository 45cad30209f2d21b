import Diagnostics
import Forms
@testable import Content
import Forms
import Testing

/// Lines that Git leaves in a file, wherever they may end up.
@Suite struct ConflictMarksTests {
    /// Where marks are reported, as `line:column`.
    private func places(_ text: String, _ path: String) -> [String] {
        let file = SourceFile(path: path, text: text)
        let problems = path.hasSuffix(".md") ? conflicts(in: file) : ConflictMarks.problems(in: file)
        return problems.map { "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0)" }
    }

    @Test(arguments: [
        // What is left after lines of the others were deleted.
        ("a\n\n||||||| base\n\nb", ["3:1"]), ("||||||| 1a2b3c4", ["1:1"]), ("  ||||||| base", ["1:3"]), ("- ||||||| base", ["1:3"]),
        ("> ||||||| base", ["1:3"]), (">>>>>>> branch", ["1:1"]), ("a\n\n=======\n", ["3:1"]), ("a\n\n  =======\n", ["3:3"]),
        // In a quotation, an item, or deeper.
        ("> <<<<<<< HEAD\n> a\n> =======\n> b\n> >>>>>>> x", ["1:3"]), ("> <<<<<<< HEAD", ["1:3"]), ("><<<<<<< HEAD", ["1:2"]),
        ("> > <<<<<<< HEAD", ["1:5"]), ("- <<<<<<< HEAD", ["1:3"]), ("10. <<<<<<< HEAD", ["1:5"]), ("> - <<<<<<< HEAD", ["1:5"]),
        ("* a\n\t<<<<<<< HEAD", ["2:2"]), ("    <<<<<<< HEAD\n\na", ["1:5"]), ("> a\n>\n> =======", ["3:3"]),
        // Whole conflicts, with the version that both began with.
        ("<<<<<<< HEAD\na\n||||||| base\nb\n=======\nc\n>>>>>>> x", ["1:1"]),
        ("<<<<<<< HEAD\na\n|||||||\nb\n=======\nc\n>>>>>>> x", ["1:1"]),
        ("<<<<<<< HEAD\n||||||| merged\n<<<<<<<<< Temporary\n=======\n>>>>>>> x", ["1:1", "3:1"]),
    ])
    func `is reported in a page`(text: String, expected: [String]) { #expect(places(text, "Content/a.md") == expected, "\(text)") }

    @Test(arguments: [
        "```\n<<<<<<< HEAD\na\n||||||| base\nb\n=======\nc\n>>>>>>> x\n```", "```\n||||||| base\n```", "|||||||", "| a |\n|||||||\n",
        "||||||| a | b |",
        "Heading\n=======", "> Heading\n> =======", ">>>>>>>> eight", "> > > > > > > > deep", "> a\n>>>>>>> deep", "<<<<<<<<", "<<< a",
        "||||||| ",
        "a <<<<<<< HEAD", "- a\n- b", "=========",
    ])
    func `is no mark in a page`(text: String) { #expect(places(text, "Content/a.md") == [], "\(text)") }

    @Test(arguments: [
        "Templates/words/en.yaml", "Templates/styles/99-own.css", "Templates/scripts/own.js", "Templates/parts/head.mustache",
        "Templates/icons/favicon.svg", "Content/data/a.csv", "Content/data/a.yaml", "Content/drawing.svg",
    ])
    func `is reported in every text`(path: String) {
        for mark in ["<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> x"] {
            #expect(places("a\n\(mark)\nb", path) == ["2:1"], "\(mark)")
        }
        #expect(places("<<<<<<< a\n||||||| b\n=======\n>>>>>>> c\n", path) == ["1:1"])
        guard case .failure(let refusal) = InputFile.text(of: Array("a\n||||||| base\n".utf8), shown: path) else {
            Issue.record("\(path) was read")
            return
        }
        #expect(refusal.diagnostic.rule == "content/conflict")
    }
}
