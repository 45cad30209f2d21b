import Foundation
import Testing

/// A kind of data is one type in one file, with a block, a template and a page of the documentation: nothing else in the
/// program tells it from other kinds, unless that is the kind's own part in a site.
@Suite struct KindTests {
    /// The types of the only list, in its order.
    private let types: [String]

    /// What single kinds do in a site beside being shown: links name entries of directories, texts explain terms of glossaries.
    private let parts: [String: Set<String>] = [
        "Directory": ["Linker.swift", "DirectoryRule.swift", "UnusedDataRule.swift", "OutsideLink.swift"],
        "Glossary": ["Linker.swift", "DirectoryRule.swift", "Resolver.swift", "IndexRecords.swift"],
        "Values": ["ValueTable.swift"], "FAQ": ["QuestionOverview.swift"], "Products": ["OptionSource.swift"],
        "Table": ["OptionSource.swift"],
    ]

    init() throws {
        let list = try #require(Repository.sources.first { $0.path.hasSuffix("Kinds/DataKind.swift") }).text
        types = list.matches(of: /\b([A-Z]\w+)\.self\b/).map { String($0.1) }
    }

    @Test func `the list is in the order of the names`() {
        #expect(types.count >= 9)
        #expect(types.map { $0.lowercased() } == types.map { $0.lowercased() }.sorted())
    }

    @Test func `no other file asks for a kind`() {
        for source in Repository.sources where !isOwn(source.path) {
            for match in source.code.matches(of: /\b(?:as\??|is) (\w+)\b|case let \w+ as (\w+)\b/) {
                let type = String(match.1 ?? match.2 ?? "")
                guard types.contains(type) else { continue }
                let file = source.path.split(separator: "/").last.map(String.init) ?? ""
                #expect(parts[type]?.contains(file) == true, "\(source.path) asks whether data are \(type)")
            }
        }
    }

    @Test func `each kind has its type, its block, its template and its page, under one name`() throws {
        for type in types {
            let own = try #require(Repository.sources.first { $0.path.hasSuffix("Content/Kinds/\(type).swift") }, "\(type)")
            let name = try #require(own.text.firstMatch(of: /static let name = "(\w+)"/)).1
            #expect(exists("Documentation/Content/kinds/\(name).md"), "\(name)")
            guard !own.text.contains("static let isBlock = false") else { continue }
            let block = Repository.sources.first { $0.path.hasSuffix("Pages/Blocks/\(type)Block.swift") }
            #expect(block?.text.contains("extension \(type): DataBlock") == true, "\(type)")
            #expect(exists("Templates/blocks/\(name).mustache"), "\(name)")
        }
    }

    private func isOwn(_ path: String) -> Bool { path.contains("/Content/Kinds/") || path.contains("/Pages/Blocks/") }

    private func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: Repository.root.appending(path: path).path)
    }
}
