import Pages
@testable import Previewing
import Serving
import Synchronization
import Testing

/// Making an index, which takes seconds on a large site, keeps nothing else waiting.
@Suite struct SearchIndexTests {
    private static let path = "search/index.json"

    @Test func `a page is answered while the index is being made`() async throws {
        let site = try PreviewedSite()
        let (isAnswered, answered) = AsyncStream.makeStream(of: Void.self)
        let responder = PreviewResponder(
            SearchIndexer { renderer in
                for await _ in isAnswered {}
                return [RenderedFile(path: Self.path, bytes: Array("index".utf8))]
            })
        responder.show(await site.refresh())
        guard case .later(let make) = responder.reply(Self.path) else {
            Issue.record("the index is not made later")
            return
        }
        async let index = make()
        guard case .ready(let page) = responder.reply("") else {
            Issue.record("the page is not answered at once")
            return
        }
        #expect(page.status == .ok)
        answered.finish()
        #expect(await index.bytes == Array("index".utf8))
    }

    @Test func `an index has a priority of its own, so that refreshing the site never waits for a thread`() async throws {
        let indexer = SearchIndexer { _ in
            Task.basePriority == .low ? [RenderedFile(path: Self.path, bytes: [])] : []
        }
        indexer.show(await (try PreviewedSite()).refresh())
        #expect(await indexer.file(Self.path) != nil)
    }

    @Test func `a newer version takes the place of one that is being indexed`() async throws {
        let site = try PreviewedSite()
        let indexed = Mutex<[Int]>([])
        let (isBegun, begun) = AsyncStream.makeStream(of: Void.self)
        let indexer = SearchIndexer { renderer in
            let isFirst = indexed.withLock { pages in
                pages.append(renderer.pageCount)
                return pages.count == 1
            }
            begun.yield()
            // The first is never finished: it only ends because it is cancelled.
            if isFirst { for await _ in AsyncStream<Void>.makeStream().stream {} }
            return [RenderedFile(path: Self.path, bytes: Array("\(renderer.pageCount) pages".utf8))]
        }
        indexer.show(await site.refresh())
        let asked = Task.detached(priority: .low) { await indexer.file(Self.path) }
        for await _ in isBegun { break }
        try site.write("Content/two.md", page("Two"))
        indexer.show(await site.refresh())
        #expect(await asked.value.map { String(decoding: $0.bytes, as: UTF8.self) } == "2 pages")
        #expect(indexed.withLock { $0 } == [1, 2])
        // A version with errors shows the same pages, so its index is that of the last one without.
        try site.write("Content/two.md", "nothing")
        let broken = await site.refresh()
        #expect(!broken.errors.isEmpty)
        indexer.show(broken)
        #expect(await indexer.file(Self.path) != nil)
        #expect(indexed.withLock { $0.count } == 2)
    }

    @Test func `what is searched is what a build indexes`() async throws {
        let site = try PreviewedSite()
        let responder = PreviewResponder(SearchIndexer(jobs: 2))
        responder.show(await site.refresh())
        let manifest = await responder.body(Self.path)
        #expect(manifest.status == .ok && manifest.text.contains("assets/search/"))
        #expect(await responder.body("assets/search/nothing.json").status == .notFound)
    }
}
