import Foundation
import Testing

/// Rules of the house that a formatter does not know.
@Suite struct StyleTests {
    @Test(arguments: ["try!", "try?", "as!", "fatalError(", "preconditionFailure(", "print("])
    func `what we do without`(sign: String) {
        for source in Repository.sources {
            for (number, line) in source.lines
            where says(line, sign) && !line.contains("Output.print(") && !line.contains("func print(") {
                Issue.record("\(source.path):\(number): \(line)")
            }
        }
    }

    /// Not as the end of a longer name: `Entry?` tries nothing.
    private func says(_ line: some StringProtocol, _ sign: String) -> Bool {
        line.ranges(of: sign).contains { $0.lowerBound == line.startIndex || !line[line.index(before: $0.lowerBound)].isLetter }
    }

    /// What misspelt names may mean is looked for as often as messages are shown, and not for each of thousands.
    @Test func `readers of files suggest by the suggester of the file`() {
        for source in Repository.sources
        where source.code.contains("inout Findings") && source.code.contains(/Suggestion\.(help|nearest)/) {
            #expect(source.code.contains("suggester.isShown()"), "\(source.path)")
        }
    }

    @Test func `nothing is left to do`() {
        for source in Repository.sources {
            #expect(!source.text.contains(/\b(TODO|FIXME|XXX)\b/), "\(source.path)")
        }
    }

    @Test func `nothing is unwrapped by force`() {
        for source in Repository.sources {
            for (number, line) in source.lines where line.contains(/[\w\)\]"]!(?!=)/) {
                Issue.record("\(source.path):\(number): \(line)")
            }
        }
    }

    @Test func `files are small`() throws {
        let sizes = try (Repository.swiftFiles("Sources") + Repository.swiftFiles("Tests")).map { path in
            (path, try Repository.text(path).utf8.count { $0 == 10 })
        }
        #expect(sizes.filter { $0.1 > 500 }.map(\.0) == [])
        #expect(Double(sizes.count { $0.1 > 300 }) <= Double(sizes.count) * 0.1)
    }

    /// What a name leaves open is said above it: shapes, units, order, errors. What a protocol requires is documented there, and
    /// not again by every type that conforms to it.
    @Test func `every declaration for other targets is documented`() {
        for (_, sources) in Dictionary(grouping: Repository.sources, by: \.target) {
            let required = Set(sources.flatMap { Self.requirements(in: $0.code) } + ["==", "<", "hash"])
            for source in sources {
                let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
                for (number, line) in lines.enumerated() where line.starts(with: /(?:indirect )?package (?!import|extension)/) {
                    if let name = Self.declaredName(line), required.contains(name) { continue }
                    let above = lines[..<number].last { !$0.hasPrefix("@") }
                    #expect(above?.hasPrefix("///") == true, "\(source.path):\(number + 1): \(line)")
                }
            }
        }
    }

    /// The name of a function, property or operator that a line declares.
    private static func declaredName(_ line: Substring) -> String? {
        line.firstMatch(of: /\b(?:func|var|let) +([\w=<]+)/).map { String($0.1) }
    }

    /// What the protocols of a file require.
    private static func requirements(in code: String) -> [String] {
        code.matches(of: /protocol \w+[^{]*\{((?:.|\n)*?)\n\}/).flatMap { match in
            match.1.matches(of: /(?:var|func) (\w+)/).map { String($0.1) }
        }
    }

    /// A file is opened by its name: two of one name, in different targets, are opened by mistake.
    @Test func `files have names of their own`() {
        let paths = Dictionary(grouping: Repository.sources.map(\.path)) { $0.split(separator: "/").last.map(String.init) ?? "" }
        // Each target has its limits in a file of this name.
        for (name, paths) in paths where name != "Limits.swift" {
            #expect(paths.count == 1, "\(paths)")
        }
    }

    @Test func `there is something to look at`() throws {
        #expect(Repository.sources.count > 100)
        #expect(try Repository.targets().count >= 8)
    }
}
