import Diagnostics
import Testing

/// Places: bytes for the program, lines and columns for people.
@Suite struct SourceFileTests {
    @Test(arguments: [
        ("abc", 0, 1, 1), ("abc", 2, 1, 3), ("abc", 3, 1, 4), ("abc", 99, 1, 4), ("abc", -5, 1, 1), ("", 0, 1, 1),
        ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\n", 2, 2, 1), ("\n\n\nx", 3, 4, 1),
        ("äöü", 2, 1, 2), ("äöü", 4, 1, 3), ("👍x", 4, 1, 2), ("e\u{301}x", 3, 1, 3), ("\tx", 1, 1, 2),
        ("日本\n語", 7, 2, 1), ("日本\n語", 10, 2, 2),
    ])
    func `a byte has a line and a column`(text: String, offset: Int, line: Int, column: Int) {
        let position = SourceFile(path: "a", text: text).position(of: offset)
        #expect(position == SourcePosition(line: line, column: column))
    }

    @Test(arguments: ["", "a", "ä\n\n日本語\n\tx", "\n", "one\ntwo\n", "👍\u{301}\nx"])
    func `line and column lead back to the byte`(text: String) {
        let file = SourceFile(path: "a", text: text)
        var offset = 0
        for scalar in text.unicodeScalars {
            let position = file.position(of: offset)
            #expect(file.offset(line: position.line, column: position.column) == offset)
            offset += UTF8.width(scalar)
        }
        let end = file.position(of: offset)
        #expect(file.offset(line: end.line, column: end.column) == offset)
    }

    @Test func `a column beyond the line is its end, a line beyond the file is the end of the file`() {
        let file = SourceFile(path: "a", text: "ab\ncd\n")
        #expect(file.offset(line: 1, column: 99) == 2)
        #expect(file.offset(line: 9, column: 1) == 6)
        #expect(file.start(ofLine: 2) == 3)
        #expect(file.start(ofLine: 0) == 0)
        #expect(file.line(3).isEmpty)
    }

    @Test(arguments: [
        ("a\n  b c \t\nd", 2, "b c"), ("x", 1, "x"), ("x\n\ny", 2, ""), ("x\n   \ny", 2, ""), ("x", 7, ""),
    ])
    func `a line is marked without the white space around it`(text: String, line: Int, expected: String) {
        #expect(SourceRange(SourceFile(path: "a", text: text), line: line).text == expected)
    }

    @Test func `a range is kept inside its file`() {
        let file = SourceFile(path: "a", text: "abc")
        #expect(SourceRange(file, -4..<2).bytes == 0..<2)
        #expect(SourceRange(file, 2..<90).bytes == 2..<3)
        #expect(SourceRange(file, 70..<90).bytes == 3..<3)
    }
}

/// Text taken out of a file knows where it came from.
@Suite struct SourceTextTests {
    @Test func `a slice is moved by its start`() {
        let (file, range) = marked("---\n⟦body here⟧")
        let text = SourceText(range)
        #expect(text.range(of: 5..<9).text == "here")
        #expect(text.range(of: 5..<9).start == SourcePosition(line: 2, column: 6))
        #expect(text.file === file)
    }

    @Test func `dedented lines stand where they stood`() {
        let file = SourceFile(path: "a", text: "k: |\n    one\n    two é\n")
        let text = SourceText(file: file, bytes: Array("one\ntwo é\n".utf8), lineOrigins: [9, 17])
        #expect(text.range(of: 4..<7).text == "two")
        #expect(text.range(of: 8..<10).text == "é")
        #expect(text.range(of: 4..<7).start == SourcePosition(line: 3, column: 5))
        #expect(text.range(of: 0..<7).text == "one\n    two")
    }

    @Test func `a line without an origin does not trap`() {
        let file = SourceFile(path: "a", text: "abc")
        #expect(
            SourceText(file: file, bytes: [97, 10, 98, 10, 99], lineOrigins: []).range(of: 4..<5).bytes.upperBound <= 3)
        #expect(SourceText(file: file, bytes: [97], lineOrigins: [2]).range(of: 50..<90).bytes == 3..<3)
    }
}
