import Foundation
import Testing

/// The picture has no cycle and no shortcut.
@Suite struct ImportTests {
    /// A target imports only targets before it. Words come after what decides, which knows no language.
    private let order = [
        "Diagnostics", "YAML", "Drawings", "CommonMark", "Forms", "History", "Content", "Decision", "Templating", "Theme", "Words",
        "Wording",
        "Pictures", "Pages", "Search", "Site", "Moving", "Outside", "Differences", "Statistics", "Scaffold", "Serving", "Previewing",
        "waymark",
    ]

    /// What is not ours: the one target that imports it.
    private let importers = [
        "CExpat": "Drawings", "CYAML": "YAML", "CMark": "CommonMark", "CCrypto": "Site", "CExchange": "Site",
        "CPacked": "Site",
        "CCurl": "Outside", "CZlib": "Statistics", "ArgumentParser": "waymark", "Theme": "Words",
        "RulePages": "Diagnostics",
    ]

    /// The operating system and the language.
    private let system: Set<String> = ["Glibc", "Darwin", "FoundationEssentials", "Dispatch", "Synchronization"]

    private func imports(_ text: String) -> [String] {
        text.matches(
            of:
                /(?m)^\s*(?:(?:package|internal|public|private|fileprivate|@\w+) )*import (?:struct |enum |class |func )?(\w+)/
        )
        .map { String($0.1) }
    }

    @Test func `every target has a place in the picture`() throws {
        #expect(try Set(Repository.targets()).subtracting(order) == [])
    }

    @Test func `a target imports only what stands before it`() throws {
        for source in Repository.sources {
            let place = try #require(order.firstIndex(of: source.target))
            for module in imports(source.code) where !system.contains(module) && importers[module] != source.target {
                let other = order.firstIndex(of: module)
                #expect(other.map { $0 < place } == true, "\(source.path) imports \(module)")
            }
        }
    }

    /// The picture shows each import that doesn't follow from others: a line from A by way of B to C stands for A's of C too.
    /// `WAYMARK_RECORD=1` draws it again.
    @Test func `the picture in ARCHITECTURE is that of the imports`() throws {
        var direct: [String: Set<String>] = [:]
        for source in Repository.sources {
            direct[source.target, default: []].formUnion(imports(source.code).filter { order.contains($0) })
        }
        // Those below come first in the order, so one pass finds everything that a target reaches.
        var reached: [String: Set<String>] = [:]
        for target in order {
            reached[target] = (direct[target] ?? []).reduce(into: direct[target] ?? []) { $0.formUnion(reached[$1] ?? []) }
        }
        let lines = order.reversed().compactMap { target -> String? in
            let own = direct[target] ?? []
            let needed = own.filter { other in !own.contains { $0 != other && reached[$0]?.contains(other) == true } }
            return needed.isEmpty ? nil : "    \(target) --> \(order.filter(needed.contains).joined(separator: " & "))"
        }
        let picture = "```mermaid\ngraph TD\n\(lines.joined(separator: "\n"))\n```"
        let text = try Repository.text("ARCHITECTURE.md")
        let old = try #require(text.firstMatch(of: /```mermaid\ngraph TD\n[^`]*```/)).0
        if ProcessInfo.processInfo.environment["WAYMARK_RECORD"] != nil {
            let new = text.replacing(old, with: picture)
            try new.write(to: Repository.root.appending(path: "ARCHITECTURE.md"), atomically: true, encoding: .utf8)
        }
        #expect(old == picture)
    }

    /// Only resolving makes a linker or asks what an embed means; everything else is told.
    @Test func `references are looked up in one place`() {
        for source in Repository.sources where !source.path.contains("Content/Resolving/") {
            #expect(!source.code.contains(/\bLinker\(/), "\(source.path) looks up links")
        }
        let names = Repository.sources.filter { $0.code.contains(/\b(?:Linker\(|ResolvedText\(|func meaning\(of embed)/) }.map(\.path)
        #expect(names.allSatisfy { $0.contains("Content/Resolving/") } && names.count >= 3, "\(names)")
    }

    @Test func `one target imports each dependency, and Package.swift says which`() throws {
        var found: [String: Set<String>] = [:]
        for source in Repository.sources {
            for module in imports(source.code) where importers[module] != nil {
                found[module, default: []].insert(source.target)
            }
        }
        #expect(found == importers.mapValues { [$0] })
        let package = try Repository.text("Package.swift")
        for (module, target) in importers where !["Theme", "RulePages", "CExchange"].contains(module) {
            #expect(
                package.contains("Imported by \(target)."), "no comment in Package.swift names who imports \(module)")
        }
    }

    @Test func `only the floors that talk to the system import it`() {
        for source in Repository.sources where ["Diagnostics", "YAML", "Decision", "Pages"].contains(source.target) {
            // A lock around what is found once is no talk to the system.
            #expect(imports(source.code).filter { system.contains($0) && $0 != "Synchronization" } == [], "\(source.path)")
        }
    }

    @Test(arguments: [
        ("let a = \"x // y\" // z\nb", "let a = \"\" \nb"), ("a /* b\nc */ d", "a  d"),
        ("\"a\\(b(\"c\"))d\"!", "\"\"!"),
        ("#\"a\"b\"# c", "\"\" c"), ("\"\"\"\na \" b\n\"\"\" c", "\"\"\n\n c"), ("x(\"\\\\\") // c", "x(\"\") "),
    ])
    func `code is told from words`(text: String, expected: String) {
        #expect(Code.of(text) == expected)
    }
}
