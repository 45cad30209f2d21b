import Drawings
import Foundation
import Testing

/// What drawings may hold: the lists are in `Fixtures/drawings`.
@Suite struct DrawingTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/drawings")

    private static let ordinary =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "ordinary").path)) ?? []).sorted()

    private func messages(_ drawing: String) -> [String] { faults(ofDrawing: Array(drawing.utf8)).map(\.message) }

    private func inside(_ body: String) -> String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\(body)</svg>"
    }

    @Test(arguments: DrawingTests.ordinary)
    func `what drawing programs write is published`(name: String) throws {
        let text = try String(contentsOf: DrawingTests.folder.appending(path: "ordinary/\(name)"), encoding: .utf8)
        #expect(messages(text) == [])
    }

    @Test func `what does more than draw is refused`() throws {
        let list = try String(contentsOf: DrawingTests.folder.appending(path: "hostile.txt"), encoding: .utf8)
        let vectors = list.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(vectors.count >= 60 && DrawingTests.ordinary.count >= 6)
        for vector in vectors {
            let text = vector.replacing("\\n", with: "\n").replacing("\\t", with: "\t").replacing("\\r", with: "\r")
            let isWhole = ["<?", "<!", "<svg"].contains { text.hasPrefix($0) } && !text.hasPrefix("<svg onload=\"alert(1)\"/>")
            #expect(!messages(isWhole ? String(text) : inside(String(text))).isEmpty, "\(vector)")
        }
    }

    @Test(arguments: [
        ("<foreignObject/>", "draw.io"), ("<image href=\"a.png\"/>", "Embed Images"), ("<a href=\"https://example.org/\"/>", "on the page"),
        ("<style>@font-face{src:url(a)}</style>", "url(#id)"), ("<g onclick=\"a()\"/>", "remove the attribute"),
    ])
    func `a fault names the way out`(body: String, help: String) {
        #expect(faults(ofDrawing: Array(inside(body).utf8)).first?.help.contains(help) == true)
    }

    @Test func `each kind of fault is told, where it is`() {
        let text = inside("<g\n fill=\"a\"\n onclick=\"a\"/><g onclick=\"b\"/><script/>")
        let found = faults(ofDrawing: Array(text.utf8))
        #expect(found.map(\.message) == ["the drawing runs a script on an event: onclick", "the drawing contains a script"])
        #expect(found.map { String(decoding: Array(text.utf8)[$0.place], as: UTF8.self) } == ["onclick", "<script/>"])
    }

    @Test func `depth and copies have a limit`() {
        let deep = String(repeating: "<g>", count: 300) + String(repeating: "</g>", count: 300)
        #expect(messages(inside(deep)) == ["elements are nested more than 256 deep"])
        let copies = (1...30).map { "<g id=\"g\($0)\"><use href=\"#g\($0 - 1)\"/><use href=\"#g\($0 - 1)\"/></g>" }
        #expect(messages(inside("<g id=\"g0\"/>" + copies.joined())).first?.contains("1000000 parts") == true)
        #expect(messages(inside("<g id=\"a\"><use href=\"#a\"/></g>")) == [])
    }
}
