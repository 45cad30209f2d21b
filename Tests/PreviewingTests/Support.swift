import Content
import Forms
import Foundation
import Pages
@testable import Previewing
import Serving
import Site
import Testing

/// A site in a folder of its own, looked at again and again.
final class PreviewedSite {
    let folder = FileManager.default.temporaryDirectory.appending(path: "waymark-test-\(UUID().uuidString)")
    private var session: PreviewSession

    init(_ files: [String: String] = [:], settings: String = "title: T\n") throws {
        let today = try #require(Day("2026-11-21"))
        let load = LoadOptions(site: folder.path, includesDrafts: false, today: today, jobs: 2)
        session = PreviewSession(CheckOptions(load: load, baseURL: nil, isStrict: false))
        try write("Content/site.yaml", settings)
        try write("Content/index.md", page("Front"))
        for (path, text) in files { try write(path, text) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ path: String, _ text: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func refresh() async -> PreviewSite { await session.refresh() }
}

/// A page with a title and a text.
func page(_ title: String, _ text: String = "Text.", _ more: String = "") -> String { "---\ntitle: \(title)\n\(more)---\n\n\(text)\n" }

extension PreviewResponder {
    /// The status and the body, with that of the index if it has to be waited for.
    func body(_ path: String) async -> (status: Status, text: String) {
        switch reply(path) {
        case .ready(let response): return (response.status, String(decoding: response.bytes, as: UTF8.self))
        case .later(let make):
            let response = await make()
            return (response.status, String(decoding: response.bytes, as: UTF8.self))
        case .events: return (.ok, "")
        }
    }
}

/// A responder without an index that shows a version.
func responder(_ site: PreviewSite) -> PreviewResponder {
    let responder = PreviewResponder(SearchIndexer { _ in [] })
    responder.show(site)
    return responder
}
