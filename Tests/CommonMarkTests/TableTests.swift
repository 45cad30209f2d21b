internal import CommonMark
internal import Diagnostics
internal import Testing

@Suite struct TableTests {
    @Test(arguments: [
        ("| a | b |\n|---|---|\n| 1 | 2 |", ["a", "b"], [["1", "2"]]),
        ("a | b\n--|--\n1 | 2\n3 | 4", ["a", "b"], [["1", "2"], ["3", "4"]]),
        ("|a|\n|-|", ["a"], []),
        ("| a \\| b | `c\\|d` |\n|-|-|", ["a | b", "<code>c|d</code>"], []),
        ("| \\\\ | b |\n|-|-|", ["\\", "b"], []),
        ("| # | a # |\n|-|-|\n| ## | x\\ |", ["#", "a #"], [["##", "x\\"]]),
        (
            "| *a* | [b](c) |\n|-|-|\n| **x** | <http://y> |", ["<em>a</em>", "<a href=\"c\">b</a>"],
            [["<strong>x</strong>", "<a href=\"http://y\">http://y</a>"]]
        ),
        ("| [a][r] | b |\n|-|-|\n\n[r]: /u", ["<a href=\"/u\">a</a>", "b"], []),
        ("> | a |\n> |---|\n> | b |", ["a"], [["b"]]),
        ("- | a |\n  |---|\n  | b |", ["a"], [["b"]]),
        ("1. > | a | b |\n   > |---|---|\n   > | c | d |", ["a", "b"], [["c", "d"]]),
        ("> [!NOTE]\n> | a |\n> |-|\n> | b |", ["a"], [["b"]]),
        ("| a |\n|-|\n| ~~b~~ {{ c.d }} |", ["a"], [["<del>b</del> <data value=\"c.d\">c.d</data>"]]),
        ("  | a |\n |-|\n   | b |  ", ["a"], [["b"]]),
        ("| a | | \n|-|-|\n| | b |", ["a", ""], [["", "b"]]),
    ])
    func `cells`(text: String, head: [String], rows: [[String]]) {
        let shown = html(text)
        let cells = shown.split(separator: "\n").compactMap { $0.firstMatch(of: /<t[hd][^>]*>(.*)<\/t[hd]>/)?.1 }
        #expect(cells.map(String.init) == head + rows.flatMap(\.self), "\(shown)")
        #expect(shown.matches(of: /<tr>/).count == rows.count + 1)
        #expect(parse(text).diagnostics.isEmpty)
    }

    @Test func `the whole form`() {
        #expect(
            html("| a \"q\" | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |") == """
                <div class="table-scroll" role="region" tabindex="0" aria-label="Table: a &quot;q&quot;, b, c">
                <table>
                <thead>
                <tr>
                <th scope="col">a &quot;q&quot;</th>
                <th scope="col" class="align-center">b</th>
                <th scope="col" class="align-end">c</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>1</td>
                <td class="align-center">2</td>
                <td class="align-end">3</td>
                </tr>
                </tbody>
                </table>
                </div>

                """)
    }

    @Test func `tables of one head have names of their own`() {
        let shown = html("| a | b |\n|-|-|\n\n| c |\n|-|\n\n> | a | b |\n> |-|-|\n\n| a | b |\n|-|-|")
        #expect(
            shown.matches(of: /aria-label="([^"]*)"/).map { String($0.1) } == [
                "Table: a, b", "Table: c", "Table: a, b (2)", "Table: a, b (3)",
            ])
    }

    @Test func `lines before the head stay a paragraph`() {
        let shown = html("one *two*\n    - three [r]\n| a |\n|-|\n\n[r]: /u")
        #expect(shown.hasPrefix("<p>one <em>two</em>\n- three <a href=\"/u\">r</a></p>\n<div class=\"table-scroll\""))
    }

    @Test(arguments: [
        "a\n:-:", "| a | b |\n|---|", "| a |\n| --- | --- |", "    | a |\n    |---|", "`| a |`\n\n|---|",
        "| a |\n|-x-|",
        "```\n| a |\n|---|\n```", "| a |\n\n|---|", "| a |",
    ])
    func `no tables`(text: String) {
        #expect(withoutAdditions(html(text)) == libcmarkHTML(text))
    }

    @Test func `rows that are too short or too long`() {
        let checked = parse("| a | b |\n|-|-|\n| 1 |\n| 1 | 2 | 3 |\n")
        #expect(marks(checked) == ["markdown/table-row: | 1 |", "markdown/table-row: | 1 | 2 | 3 |"])
        #expect(checked.diagnostics.first?.message == "this row has 1 cell, but the table has 2 columns")
        #expect(checked.diagnostics.map { $0.help?.contains("`\\|`") } == [false, true])
        #expect(html("| a | b |\n|-|-|\n| 1 |").contains("<td>1</td>\n<td></td>\n"))
    }
}
