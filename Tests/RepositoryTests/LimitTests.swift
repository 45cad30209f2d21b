import Foundation
import Testing

/// Every limit of the program stands on the page of limits.
@Suite struct LimitTests {
    @Test func `the page of limits names each`() throws {
        let page = try Repository.text("Documentation/Content/publishing/limits.md")
        var count = 0
        for source in Repository.sources where source.path.hasSuffix("/Limits.swift") {
            let parts = source.path.split(separator: "/")
            let module = parts[parts.count - 2]
            for match in source.text.matches(of: /(?m)^    (?:package )?static let (\w+)(?:: \w+)? = (?!\")/) {
                count += 1
                #expect(page.contains("`\(module).\(match.1)`"), "\(source.path) has a limit \(match.1) that no reader is told of")
            }
        }
        #expect(count > 25)
    }
}
