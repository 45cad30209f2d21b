import Foundation

/// Folders of this repository.
enum Folders {
    static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The site that the repository publishes: holds `Content/`.
    static let site = tests.deletingLastPathComponent()
    /// Real policies, with recorded runs.
    static let flows = tests.appending(path: "Fixtures/flows")
    /// Where walks lead, for the browser's walker.
    static let walks = tests.appending(path: "Fixtures/walks")
    /// Formulas and what they come to, for the browser's twin too.
    static let formulas = tests.appending(path: "Fixtures/formulas.json")
}
