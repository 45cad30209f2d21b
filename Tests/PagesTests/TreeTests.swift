import Forms
import Foundation
import Content
@testable import Pages
import Testing

/// The order of pages, and the navigation at the side.
@Suite struct TreeTests {
    private let files = [
        "Content/index.md": page("Home"), "Content/b/index.md": page("Beta"),
        "Content/b/one.md": page("One", "order: 2\n"),
        "Content/b/two.md": page("Two", "order: 1\n"), "Content/b/zebra.md": page("Zebra"),
        "Content/b/apple.md": page("Apple"),
        "Content/b/deep/index.md": page("Deep", "order: 3\n"), "Content/b/deep/x.md": page("X <&> \"y\""),
        "Content/b/deep/deeper/index.md": page("Deeper"),
        "Content/b/deep/deeper/y.md": page("Y"), "Content/a.md": page("Alpha"),
        "Content/c/index.md": page("Gamma", "order: 1\n"), "Content/c/ä.md": page("Umlaut"),
    ]

    private func names(_ numbers: [Int], _ renderer: SiteRenderer) -> [String] {
        numbers.map { renderer.library.pages[$0].title }
    }

    @Test func `pages stand by order, then by title`() async throws {
        let renderer = try await renderer(files)
        #expect(names(renderer.tree.top, renderer) == ["Gamma", "Alpha", "Beta"])
        let section = try #require(renderer.library.pageNumber(file: "b/index.md"))
        #expect(names(renderer.tree.children[section], renderer) == ["Two", "One", "Deep", "Apple", "Zebra"])
        #expect(
            names(renderer.tree.order, renderer) == [
                "Home", "Gamma", "Umlaut", "Alpha", "Beta", "Two", "One", "Deep", "Deeper", "Y", "X <&> \"y\"", "Apple",
                "Zebra",
            ])
    }

    @Test func `the settings may give the order of the header`() async throws {
        let renderer = try await renderer(files, settings: "title: T\nnavigation: [b, a]\n")
        #expect(names(renderer.tree.top, renderer) == ["Beta", "Alpha"])
        #expect(Set(renderer.tree.order) == Set(0..<renderer.pageCount))
    }

    @Test func `each page stands between its neighbours, below its ancestors`() async throws {
        let renderer = try await renderer(files)
        let tree = renderer.tree
        for (place, number) in tree.order.enumerated() {
            #expect(tree.previous(number) == (place == 0 ? nil : tree.order[place - 1]))
            #expect(tree.next(number) == (place + 1 == tree.order.count ? nil : tree.order[place + 1]))
            #expect(tree.ancestors(of: number).last == tree.parents[number])
        }
        let deepest = try #require(renderer.library.pageNumber(file: "b/deep/deeper/y.md"))
        #expect(names(tree.ancestors(of: deepest), renderer) == ["Home", "Beta", "Deep", "Deeper"])
        #expect(tree.section(of: deepest).map { names([$0], renderer) } == ["Beta"])
        #expect(renderer.library.pageNumber(file: "index.md").flatMap(tree.section) == nil)
    }

    @Test func `the page itself is marked once, and only it`() async throws {
        let renderer = try await renderer(files)
        for (number, page) in renderer.library.pages.enumerated() {
            guard let html = renderer.navigation.html(of: number) else {
                #expect(["index.md", "a.md"].contains(page.path.file), "\(page.path.file) has no navigation")
                continue
            }
            let marked = html.matches(of: /<a href="([^"]*)" aria-current="page">/)
            #expect(marked.count == 1, "\(page.path.file)")
            #expect(marked.first.map { String($0.1) } == ownLink(page.path))
            #expect(html.matches(of: /aria-current/).count == 1)
        }
    }

    /// Of a folder's own page `./`; of another page its name, as seen from the page beside it.
    private func ownLink(_ path: PagePath) -> String { path.isIndex ? "./" : "../" + Route.encoded(path.stem) + "/" }

    @Test func `every link of the navigation leads to a page`() async throws {
        let renderer = try await renderer(files)
        let addresses = Set(renderer.library.pages.map(\.path.address))
        for (number, page) in renderer.library.pages.enumerated() {
            for link in (renderer.navigation.html(of: number) ?? "").matches(of: /href="([^"]*)"/) {
                var parts = page.path.address.split(separator: "/").map(String.init)
                for part in String(link.1).split(separator: "/") where part != "." {
                    if part == ".." { _ = parts.popLast() } else { parts.append(part.removingPercentEncoding ?? "?") }
                }
                let target = parts.isEmpty ? "" : parts.joined(separator: "/") + "/"
                #expect(addresses.contains(target), "\(page.path.file): \(link.1)")
            }
        }
    }

    @Test func `a title is text, wherever it is printed`() async throws {
        let renderer = try await renderer(files)
        for (number, page) in renderer.library.pages.enumerated() {
            let html = String(decoding: renderer.page(number).bytes, as: UTF8.self)
            #expect(!html.contains("X <&>"), "\(page.path.file)")
        }
    }
}
