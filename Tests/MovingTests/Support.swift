import Content
import Diagnostics
import Forms
import Foundation
import Moving

/// A site in a folder of its own that lasts as long as this value is used.
final class Site {
    let path = FileManager.default.temporaryDirectory.appending(path: "waymark-move-\(UUID().uuidString)").path

    /// - Parameter files: below `Content/`; the settings and a front page are there unless they are given.
    init(_ files: [String: String]) throws {
        let own = ["site.yaml": "title: Test\n", "index.md": "# Home\n"]
        for (name, text) in own.merging(files, uniquingKeysWith: { $1 }) { try write(name, Data(text.utf8)) }
    }

    /// A copy of a site.
    init(copying folder: URL) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: folder.appending(path: "Content").path, toPath: path + "/Content")
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path)") }
    }

    func write(_ name: String, _ data: Data) throws {
        let file = URL(filePath: path + "/Content/" + name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    /// Everything below `Content/` that is a file, hidden ones too.
    var files: [String: Data] {
        get throws {
            var result: [String: Data] = [:]
            for name in try FileManager.default.subpathsOfDirectory(atPath: path + "/Content") {
                let file = URL(filePath: path + "/Content/" + name)
                if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                    result[name] = try Data(contentsOf: file)
                }
            }
            return result
        }
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path + "/Content/" + name)), as: UTF8.self)
    }

    var options: LoadOptions { LoadOptions(site: path, includesDrafts: false, today: today, jobs: 1) }

    func plan(_ old: String, _ new: String) async -> Checked<MovePlan?> { await planMove(from: old, to: new, options) }

    /// Moves, or says why not.
    @discardableResult
    func move(_ old: String, _ new: String) async throws -> [Diagnostic] {
        let planned = await plan(old, new)
        try planned.value?.carryOut()
        return planned.diagnostics
    }
}

private let today: Day = Day("2026-11-21") ?? { preconditionFailure("a day") }()
