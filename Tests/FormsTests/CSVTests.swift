import Diagnostics
import Forms
import Testing
import YAML

/// Tables kept in spreadsheets.
@Suite struct CSVTests {
    private func read(_ text: String) -> (rows: [[String]], problems: [String]) {
        var findings = Findings(values: .pending)
        let csv = CSV(SourceFile(path: "a.csv", text: text), &findings)
        let rows = csv.rows.map { row in
            row.map { cell in if case .scalar(let scalar) = cell.value { scalar.text } else { "?" } }
        }
        let problems = findings.diagnostics.map {
            "\($0.rule) \($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0)"
        }
        return ([csv.header.map(\.string)] + rows, problems)
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a;b\n1;2,5\n", [["a", "b"], ["1", "2,5"]]),
        ("a,b\n\"x, y\",2", [["a", "b"], ["x, y", "2"]]),
        ("a,b\n\"say \"\"hi\"\"\",2", [["a", "b"], ["say \"hi\"", "2"]]),
        ("a,b\n\"two\nlines\",2", [["a", "b"], ["two\nlines", "2"]]),
        ("a,b\n 1 , 2\n", [["a", "b"], ["1", "2"]]), ("a,b\n,\n", [["a", "b"], ["", ""]]),
        ("\n\na,b\n\n1,2\n\n", [["a", "b"], ["1", "2"]]),
        ("a\n\"\"\n", [["a"], [""]]), ("ä,日\nö,本", [["ä", "日"], ["ö", "本"]]), ("a,b", [["a", "b"]]),
    ])
    func `cells`(text: String, expected: [[String]]) {
        #expect(read(text).rows == expected)
        #expect(read(text).problems == [])
    }

    @Test(arguments: [
        ("", ["csv/empty 1:1"]), ("\n\n", ["csv/empty 1:1"]), ("a,b\n1\n1,2,3\n1,2", ["csv/row 2:1", "csv/row 3:1"]),
        ("a,b\n\"x\"y,2\n3,4", ["csv/quote 2:1"]), ("a,b\n1,\"x", ["csv/quote 2:3"]),
        ("a,b\n\"1,2\n3,4\n", ["csv/quote 2:1"]), ("a,b\n\"x\"y\n3", ["csv/quote 2:1", "csv/row 3:1"]),
    ])
    func `what is wrong is reported with its line and column`(text: String, problems: [String]) {
        #expect(read(text).problems == problems)
    }

    @Test(arguments: ["a,b\n1,\"", "a,b\n1,\"x\"\""])
    func `a quote that opens or is doubled at the very end`(text: String) {
        #expect(read(text).problems == ["csv/quote 2:3"])
    }

    @Test(arguments: [(100_000, []), (100_001, ["csv/too-large 100002:1"])])
    func `the first line is no row`(rows: Int, problems: [String]) {
        #expect(read("a\n" + String(repeating: "1\n", count: rows)).problems == problems)
    }
}
