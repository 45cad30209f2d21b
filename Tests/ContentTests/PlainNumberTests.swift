import Testing
@testable import Content

/// What to write for a cell of a number that is written as people do.
@Suite struct PlainNumberTests {
    @Test(arguments: [
        ("1,500", "write `1500`, or `1.500` if the comma is a decimal separator"), ("€5", "write `5`"), ("1,5", "write `1.5`"),
        ("-€1,500.50", "write `-1500.50`"), ("1.500,5 kg", "write `1500.5`"), ("1 500", "write `1500`"), ("1.000.000", "write `1000000`"),
        (".5", "write `0.5`"), ("n/a", "write a number, or leave the cell out if there is none; text needs a column of `type: text`"),
    ])
    func `the number that is meant`(text: String, help: String) {
        #expect(PlainNumber.help(for: text) == help)
    }
}
