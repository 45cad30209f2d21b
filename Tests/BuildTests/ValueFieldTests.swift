import Content
import Decision
import Diagnostics
import Forms
import Foundation
import Site
import Testing
import YAML

/// A value in every field that is declared: it is printed wherever the field is, or the field refuses it with a message.
///
/// The fields are those of the schemas, so that one that is added is tried too; a sample has to have it.
@Suite struct ValueFieldTests {
    @Test func `no braces are published, whatever field has a value`() async throws {
        let all = SampleSite.slots(try SampleSite.files())
        var files = try SampleSite.filled(all.filter(\.isRead), with: "{{ figures.days }}")
        // From the end on, so that places before stay where they are.
        for slot in SampleSite.slots(files).filter({ !$0.isRead }).reversed() {
            let changed = try slot.filled(in: files)
            let folder = try TemporaryFolder(changed)
            let diagnostics = await check(folder.path)
            if diagnostics.hasErrors {
                let isTold = diagnostics.contains { $0.path?.hasSuffix(slot.file) ?? false }
                #expect(isTold, "\(slot.name) is refused without a message at its place")
            } else {
                files = changed
            }
        }
        let folder = try TemporaryFolder(files)
        let built = try await build(options(folder.path), into: folder.path + "/Public")
        #expect(TextFormat(usesColour: false).text(built.diagnostics) == "")
        for (path, data) in try published(folder.path + "/Public") where !path.hasPrefix("assets/") {
            let text = String(decoding: data, as: UTF8.self)
            #expect(!text.contains("{{"), "\(path): \(text.components(separatedBy: "{{").dropFirst().first?.prefix(80) ?? "")")
        }
    }

    @Test func `the sample has every field that is text`() throws {
        let found = Set(SampleSite.slots(try SampleSite.files()).map(\.name))
        for (kind, schema) in SampleSite.schemas {
            // A list may be one word; a file that is named is no text.
            for name in SampleSite.textFields(schema, kind)
            where !found.contains(name) && !found.contains(name + ".*") && !name.hasSuffix(".from") && !name.hasSuffix(".use.*.rules") {
                Issue.record("the sample site has no \(name)")
            }
        }
        #expect(SampleSite.read.subtracting(found) == [], "the sample site lacks them")
    }

    @Test func `an unknown value is told at its place, in every field`() async throws {
        let slots = SampleSite.slots(try SampleSite.files()).filter(\.isRead)
        let folder = try TemporaryFolder(try SampleSite.filled(slots, with: "{{ figures.dayz }}"))
        let found = await check(folder.path).filter { $0.range?.text == "{{ figures.dayz }}" }
        for file in Set(slots.map(\.file)) {
            let count = found.count { $0.path?.hasSuffix(file) ?? false }
            #expect(count == slots.count { $0.file == file }, "\(file)")
        }
        #expect(Set(found.map(\.rule)) == ["value/unknown"])
        #expect(Set(found.map(\.help)) == ["did you mean {{ figures.days }}?"])
    }

    private func published(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        let root = URL(filePath: folder)
        for case let url as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) ?? .init() {
            guard !url.hasDirectoryPath, !["gz", "br"].contains(url.pathExtension) else { continue }
            files[String(url.path.dropFirst(root.path.count + 1))] = try Data(contentsOf: url)
        }
        return files
    }
}
