import Foundation
@testable import Serving
import Testing

/// Real folders, real changes: each is told, whatever an editor or Git does.
@Suite struct WatcherTests {
    /// A site's folders, a watcher and a loop.
    private final class Ground {
        let folder: URL
        var reports = 0
        private var loop: EventLoop?

        init() throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "waymark-watch-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder.appending(path: "Content/a"), withIntermediateDirectories: true)
            try write("Content/a/page.md", "old")
            let watcher = try Watcher([folder.path + "/Content", folder.path + "/Templates"]) { [unowned self] in reports += 1 }
            loop = EventLoop([watcher])
        }

        deinit { _ = Result { try FileManager.default.removeItem(at: folder) } }

        func write(_ path: String, _ text: String, atomically: Bool = false) throws {
            try Data(text.utf8).write(to: folder.appending(path: path), options: atomically ? .atomic : [])
        }

        func makeFolder(_ path: String) throws {
            try FileManager.default.createDirectory(at: folder.appending(path: path), withIntermediateDirectories: true)
        }

        func move(_ path: String, to other: String) throws {
            try FileManager.default.moveItem(at: folder.appending(path: path), to: folder.appending(path: other))
        }

        func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.appending(path: path)) }

        /// Runs the loop until something is reported and all is quiet again, or for two seconds.
        func hears() -> Bool {
            let end = ContinuousClock.now + .seconds(2)
            let before = reports
            while reports == before, ContinuousClock.now < end { loop?.turn(upTo: .milliseconds(20)) }
            let heard = reports > before
            let quiet = ContinuousClock.now + .milliseconds(120)
            while heard, ContinuousClock.now < quiet { loop?.turn(upTo: .milliseconds(20)) }
            return heard
        }
    }

    @Test func `a file is written, made, renamed, removed`() throws {
        let ground = try Ground()
        try ground.write("Content/a/page.md", "new")
        #expect(ground.hears())
        try ground.write("Content/a/other.md", "x")
        #expect(ground.hears())
        try ground.move("Content/a/other.md", to: "Content/third.md")
        #expect(ground.hears())
        try ground.remove("Content/third.md")
        #expect(ground.hears())
    }

    @Test func `an editor saves by renaming`() throws {
        let ground = try Ground()
        for number in 0..<3 {
            try ground.write("Content/a/page.md", "version \(number)", atomically: true)
            #expect(ground.hears())
        }
    }

    @Test func `folders come, with what was put into them at once`() throws {
        let ground = try Ground()
        try ground.makeFolder("Content/b/c/d")
        try ground.write("Content/b/c/d/page.md", "1")
        #expect(ground.hears())
        try ground.write("Content/b/c/d/page.md", "2")
        #expect(ground.hears())
        try ground.move("Content/b/c", to: "Content/e")
        #expect(ground.hears())
        try ground.write("Content/e/d/page.md", "3")
        #expect(ground.hears())
        try ground.remove("Content/e")
        #expect(ground.hears())
    }

    @Test func `the watched folders themselves come and go`() throws {
        let ground = try Ground()
        try ground.makeFolder("Templates/parts")
        #expect(ground.hears())
        try ground.write("Templates/parts/x.mustache", "1")
        #expect(ground.hears())
        try ground.move("Content", to: "Away")
        #expect(ground.hears())
        try ground.makeFolder("Content")
        #expect(ground.hears())
        try ground.write("Content/index.md", "1")
        #expect(ground.hears())
    }

    @Test func `three thousand changes are few reports`() throws {
        let ground = try Ground()
        for folder in 0..<30 {
            try ground.makeFolder("Content/many/\(folder)")
            for page in 0..<100 { try ground.write("Content/many/\(folder)/\(page).md", "x") }
        }
        #expect(ground.hears())
        #expect(ground.reports < 20)
        let before = ground.reports
        try ground.write("Content/many/29/99.md", "y")
        #expect(ground.hears())
        #expect(ground.reports == before + 1)
    }

    @Test func `more changes than the system remembers are one change, and all folders are watched after it`() throws {
        let ground = try Ground()
        // Linux remembers 16,384 events; each of these saves is five.
        for page in 0..<4000 {
            try ground.write("Content/a/page.md", "\(page)", atomically: true)
        }
        try ground.makeFolder("Content/new/deep")
        #expect(ground.hears())
        try ground.write("Content/new/deep/page.md", "x")
        #expect(ground.hears())
    }

    @Test func `swap files and what stands elsewhere mean nothing`() throws {
        let ground = try Ground()
        try ground.write("Content/a/.page.md.swp", "x")
        try ground.write("Content/a/page.md~", "x")
        try ground.write("elsewhere.md", "x")
        try ground.makeFolder("Public")
        #expect(!ground.hears())
    }

    @Test func `looking again and again finds the same`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "waymark-poll-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder.appending(path: "a"), withIntermediateDirectories: true)
        defer { _ = Result { try FileManager.default.removeItem(at: folder) } }
        let source = PollingSource([folder.path])
        #expect(source.takeChange() == nil)
        try Data("x".utf8).write(to: folder.appending(path: "a/page.md"))
        #expect(source.takeChange() == .done)
        #expect(source.takeChange() == nil)
        try FileManager.default.removeItem(at: folder.appending(path: "a"))
        #expect(source.takeChange() == .done)
    }
}
