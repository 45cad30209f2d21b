import CommonMark
import Content
import Testing

@testable import Pages

/// A block's HTML and its content without a format say the same: whatever is in the one is read in the other.
@Suite struct BlockContentTests {
    private static let kinds = DataKind.allCases.filter { $0.body.isBlock }

    @Test(arguments: Self.kinds.map(\.rawValue)) func `everything that a block says stands on its page`(kind: String) async throws {
        let body = try #require(DataKind(rawValue: kind)).body
        let site = try await renderer([
            "Content/index.md": "---\ntitle: Home\n---\n\n{{ \(kind) sample }}\n",
            "Content/data/sample.yaml": "kind: \(kind)\ntitle: Sample\n" + body.start,
        ])
        let embedding = try #require(site.resolved.pages.first?.text.embeddings.first)
        let content = embedding.content
        let printer = BlockPrinter(markdown: { $0.plainText() }, word: { site.theme.words[$0] })
        let parts = content.items.flatMap { item in
            [printer.text(item.title)] + item.parts.flatMap { [printer.label($0) ?? "", printer.text($0)] }
        }
        let said = Self.words((parts + content.rest.map(printer.text)).joined(separator: " "))
        let page = String(decoding: site.page(0).bytes, as: UTF8.self)
        let shown = Self.words(page.replacing(/<[^>]*>/, with: " ").replacing("&amp;", with: "&"))
        #expect(said.count > 3)
        #expect(said.subtracting(shown) == [])
    }

    private static func words(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}
