import Content
import Decision
import Diagnostics
import Forms
import History
import Wording
import Foundation
@testable import Pages

/// A site made of these files, read and ready to be rendered.
func renderer(
    _ files: [String: String], settings: String = "title: Test\naddress: https://example.org/\n", history: ContentHistory? = nil
) async throws -> SiteRenderer {
    try await withSite(files.merging(["Content/site.yaml": settings]) { first, _ in first }) { folder in
        guard let day = Day("2026-11-21") else { throw NoDay() }
        let resolved = await load(LoadOptions(site: folder, includesDrafts: false, today: day, jobs: 1)).value
        let theme = Theme.read(site: folder, language: resolved.library.settings.language).value
        return SiteRenderer(
            resolved, questionnaires: try questionnaires(of: resolved), theme: theme, style: "assets/style.css",
            favicon: "assets/favicon.svg", scripts: "assets/scripts", history: history,
            version: { "\($0.count)" })
    }
}

private struct NoDay: Error {}

/// The questionnaires of a library, compiled; throws what is wrong with them.
private func questionnaires(of resolved: ResolvedLibrary) throws -> [DecisionDiagram] {
    try resolved.library.questionnaires.map { files in
        let read = readQuestionnaire(files.source, name: files.name, library: resolved) { _ in
            .failure(InputFile.Refusal(diagnostic: Diagnostic("csv/unreadable", "there are no spreadsheets here", at: nil)))
        }
        let compiled = read.value.map { compile($0, since: resolved.library.today, wording: .english) }
        let diagnostics = read.diagnostics + (compiled?.diagnostics ?? [])
        guard let diagram = compiled?.value ?? nil, diagnostics.isEmpty else { throw Wrong(diagnostics: diagnostics) }
        return diagram
    }
}

private struct Wrong: Error, CustomStringConvertible {
    let diagnostics: [Diagnostic]
    var description: String { diagnostics.map { "\($0.range?.start.line ?? 0): \($0.message)" }.joined(separator: "\n") }
}

/// Does something with a folder of files, then removes it.
func withSite<Result>(_ files: [String: String], _ work: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "waymark-test-\(UUID().uuidString)")
    for (path, text) in files {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    let result = try await work(folder.path)
    try FileManager.default.removeItem(at: folder)
    return result
}

/// A page with a title and other front matter.
func page(_ title: String, _ more: String = "", _ text: String = "Text.") -> String {
    "---\ntitle: \(title)\n\(more)---\n\n\(text)\n"
}

extension SiteRenderer {
    /// The HTML of a page of the library, by its file.
    func html(_ file: String) -> String? {
        library.pageNumber(file: file).map { String(decoding: page($0).bytes, as: UTF8.self) }
    }
}

extension SiteRenderer {
    /// Everything next to the pages of the library.
    func otherFiles() -> [RenderedFile] { otherFileGroups.flatMap { otherFiles($0) } }
}
