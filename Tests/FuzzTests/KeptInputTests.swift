import Foundation
import Testing

/// What fuzzing found, and what it could find: no reader crashes or goes on for ever, whosever input it is given.
@Suite struct KeptInputTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/fuzz")

    @Test(arguments: readers.keys.sorted())
    func `a reader takes every input that is kept`(name: String) throws {
        let reader = try #require(readers[name])
        let files = try FileManager.default.subpathsOfDirectory(atPath: KeptInputTests.folder.path).filter { $0.contains(".") }
        #expect(files.contains { $0.hasPrefix(name + "/") }, "no inputs are kept for \(name)")
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: KeptInputTests.folder.appending(path: file)))
            reader(bytes)
            // Ends at every place, too.
            for part in 1..<8 { reader(Array(bytes.prefix(bytes.count * part / 8))) }
        }
    }
}
