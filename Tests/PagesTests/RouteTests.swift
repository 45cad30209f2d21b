import Foundation
@testable import Pages
import Testing

/// Addresses inside the site.
@Suite struct RouteTests {
    @Test(arguments: [
        ("", "", "./"), ("", "a/", "a/"), ("a/", "", "../"), ("a/", "a/", "./"), ("a/", "b/", "../b/"),
        ("a/", "a/b/", "b/"), ("a/b/", "a/", "../"),
        ("a/b/", "a/c/", "../c/"), ("a/b/c/", "", "../../../"), ("a/b/", "form.pdf", "../../form.pdf"),
        ("a/", "a/map.png", "map.png"), ("", "form.pdf", "form.pdf"),
        ("404.html", "a/", "a/"), ("ab/", "a/", "../a/"), ("a/", "ab/", "../ab/"), ("a/bc/", "a/bd/", "../bd/"),
        ("", "ä b/", "%C3%A4%20b/"), ("", "a:b/", "a%3Ab/"),
        ("ä/", "ö/", "../%C3%B6/"),
    ])
    func `a link is as short as it can be`(page: String, address: String, expected: String) {
        #expect(Route.relative(from: page, to: address) == expected)
    }

    @Test func `a browser finds the target from the page`() {
        let parts = ["a", "b", "ab", "ä", "ö", "a.b", "日本"]
        var addresses = ["", "404.html", "form.pdf"]
        for first in parts {
            addresses += [first + "/", first + "/map.png"]
            for second in parts {
                addresses += ["\(first)/\(second)/", "\(first)/\(second)/x.pdf", "\(first)/\(second)/c/"]
            }
        }
        for page in addresses where page.hasSuffix("/") || page.isEmpty || page == "404.html" {
            for address in addresses {
                let link = Route.relative(from: page, to: address)
                #expect(resolve(link, on: page) == address, "\(page) -> \(address): \(link)")
            }
        }
    }

    /// What RFC 3986, section 5.2, makes of a relative path.
    private func resolve(_ link: String, on page: String) -> String? {
        var parts = Array(page.split(separator: "/", omittingEmptySubsequences: false).dropLast())
        for part in link.split(separator: "/", omittingEmptySubsequences: false) {
            switch part {
            case ".": continue
            case "..": if parts.popLast() == nil { return nil }
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/").removingPercentEncoding
    }

    @Test(arguments: [("", "index.html"), ("a/", "a/index.html"), ("404.html", "404.html"), ("a/b.png", "a/b.png")])
    func `an address is a file`(address: String, file: String) {
        #expect(Route.file(address) == file)
    }

    @Test(arguments: [("", ""), ("a/", "../"), ("a/b/", "../../"), ("404.html", "")])
    func `the way to the root`(address: String, root: String) {
        #expect(Route.root(address) == root)
    }

    @Test func `every sign but plain ones is encoded`() {
        #expect(Route.encoded("aZ09-._~/") == "aZ09-._~/")
        #expect(Route.encoded("\"<>&'%?#\u{1}") == "%22%3C%3E%26%27%25%3F%23%01")
    }
}
