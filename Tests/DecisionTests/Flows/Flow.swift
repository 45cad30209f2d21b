@testable import Decision
import Content
import Diagnostics
import Forms
import Foundation
import Testing

/// A real policy below `Fixtures/flows`.
struct Flow: Sendable, CustomTestStringConvertible {
    let name: String

    /// Named one by one, so that none can be lost.
    static let all = [
        "additional-commodity-code", "calculate-your-holiday-entitlement", "check-benefits-financial-support",
        "inherits-someone-dies-without-will", "state-pension-through-partner", "towing-rules",
    ].map(Flow.init)

    var testDescription: String { name }

    /// Read and compiled, once for all tests; what is found is for the caller to judge.
    var asPublished: Checked<DecisionDiagram?> {
        get throws { try Self.published[name]?.value { compiled(try text()) } ?? compiled(try text()) }
    }

    private static let published = Dictionary(uniqueKeysWithValues: all.map { ($0.name, Once<Checked<DecisionDiagram?>>()) })

    /// The same for a changed text.
    func compiled(_ text: FlowText) -> Checked<DecisionDiagram?> {
        DecisionTests.compiled(text.policy, csv: text.rows.map { ["\(name).csv": $0] } ?? [:])
    }

    func text() throws -> FlowText {
        FlowText(
            policy: try String(contentsOf: file("yaml"), encoding: .utf8), rows: try? String(contentsOf: file("csv"), encoding: .utf8))
    }

    func cases(of diagram: DecisionDiagram) throws -> Checked<CaseFile> {
        let text = try String(contentsOf: file("cases.yaml"), encoding: .utf8)
        return readCases(SourceFile(path: "\(name).cases.yaml", text: text), of: diagram.questionnaire)
    }

    /// The runs of real readers, as recorded.
    func runs() throws -> [RecordedRun] {
        let text = try unpacked(file("runs.txt.gz"))
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap(RecordedRun.init)
    }

    private func file(_ suffix: String) -> URL { Folders.flows.appending(path: "\(name)/\(name).\(suffix)") }
}

/// The questionnaire, and its spreadsheet if it has one.
struct FlowText: Sendable {
    var policy: String
    var rows: String?
}

/// Foundation reads no gzip, and plain text would be 2 MB.
private func unpacked(_ file: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/gzip")
    process.arguments = ["-dc", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
}
