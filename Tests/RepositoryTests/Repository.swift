import Foundation

/// The repository as files: what these tests hold against the picture that ARCHITECTURE.md draws.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    /// The Swift files of a folder, by their path below the root.
    static func swiftFiles(_ folder: String) -> [String] {
        let names =
            FileManager.default.enumerator(atPath: root.appending(path: folder).resolvingSymlinksInPath().path)?
            .compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }.sorted()
    }

    /// The names of the Swift targets below `Sources/` that the package declares, in its order.
    static func targets() throws -> [String] {
        let declared = try text("Package.swift").matches(of: /\.(?:target|executableTarget)\(\s*name: "(\w+)"/).map {
            String($0.1)
        }
        return declared.filter { !swiftFiles("Sources/\($0)").isEmpty }
    }

    /// A Swift file of a target.
    struct Source: Sendable {
        let target: String
        let path: String
        let text: String
        /// The text without comments and without what stands in strings.
        let code: String

        /// The lines of the code with their numbers.
        var lines: [(number: Int, line: Substring)] {
            code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { ($0 + 1, $1) }
        }
    }

    /// Every Swift file of every declared target, read once.
    static let sources: [Source] = {
        do {
            return try targets().flatMap { target in
                try swiftFiles("Sources/\(target)").map { path in
                    let text = try text(path)
                    return Source(target: target, path: path, text: text, code: Code.of(text))
                }
            }
        } catch {
            return []
        }
    }()
}
