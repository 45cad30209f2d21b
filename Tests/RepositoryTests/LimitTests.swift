import Foundation
import Testing

/// Every limit of the program stands on the page of limits.
@Suite struct LimitTests {
    /// Numbers that keep nothing from anybody: counts, signs, how files are cut, how pictures are drawn, how work is divided.
    private static let others: Set<String> = [
        "CellWording.few", "Compile.rowSetNodes", "Debouncer.patience", "Debouncer.quiet", "Debouncer.quietWhileOpen",
        "ExplanationFormat.width",
        "FileTraits.step",
        "GitProgram.complaintLimit", "GitProgram.notFound", "Layering.longest", "Layering.most", "Layout.margin", "LogFile.pieceBytes",
        "Manifest.mostTexts", "Manifest.version", "MoveDiff.context", "NearestBetter.change", "NearestBetter.firstChange",
        "NearestBetter.worseTone", "Operation.restrictBase", "Ordering.sweeps", "PictureSize.most",
        "Placing.sweeps", "PollingSource.interval", "QuestionReader.decimals", "RecordChunks.bytes", "Ref.firstValue",
        "RequestParser.carriageReturn",
        "RequestParser.lineFeed", "SVG.headLength", "SourceCursor.reach", "Spelling.bytes", "StepGroups.jumpsFrom", "StepOutlookViews.few",
        "StepPages.shownAnswers",
        "SuggestCases.together", "TermShards.bytes", "TextLines.boxSize", "TextLines.lineHeight", "TextLines.wordsSize",
        "Weights.saturation", "Weights.usualBody",
    ]

    /// The numbers that a file declares, named by it; of a file of limits by its module, whatever they are made of.
    private func numbers(_ source: Repository.Source) -> [String] {
        let parts = source.path.split(separator: "/").map(String.init)
        let isLimits = parts.last == "Limits.swift"
        let owner = isLimits ? parts.dropLast().last ?? "" : parts.last?.replacing(".swift", with: "") ?? ""
        let isCompile = owner == "Compile"
        return source.text.split(separator: "\n").compactMap { line in
            guard let name = Self.declared(line, isMember: isCompile), let value = line.split(separator: " = ").last else { return nil }
            let isNumber = value.first?.isNumber == true || value.contains("seconds(")
            return isNumber || isLimits && value.first != "\"" ? "\(owner).\(name)" : nil
        }
    }

    /// The name of what a line declares for a whole type or file.
    private static func declared(_ line: Substring, isMember: Bool) -> Substring? {
        guard line.contains(" = ") else { return nil }
        var words = line.split(separator: " ", maxSplits: 5)
        let isIndented = line.hasPrefix("    ")
        guard !line.hasPrefix("     ") else { return nil }
        while let first = words.first, ["package", "private", "fileprivate"].contains(first) { words.removeFirst() }
        if isIndented {
            guard words.first == "static" || isMember && words.first == "var" else { return nil }
            if words.first == "static" { words.removeFirst() }
        }
        guard words.first == "let" || isMember && words.first == "var" else { return nil }
        return words.dropFirst().first?.split(separator: ":").first
    }

    @Test func `the page of limits names each`() throws {
        let page = try Repository.text("Documentation/Content/publishing/limits.md")
        let named = Set(page.matches(of: /`([A-Z]\w+\.[a-z]\w+)`/).map { String($0.1) })
        let all = Set(Repository.sources.flatMap(numbers))
        #expect(all.count > 80)
        let untold = all.subtracting(named).subtracting(Self.others).sorted()
        #expect(untold == [], "limits that no reader is told of; or they are none, and belong to `others`")
        #expect(named.subtracting(all).sorted() == [], "the page names limits that are gone")
        #expect(Self.others.subtracting(all).sorted() == [])
    }
}
