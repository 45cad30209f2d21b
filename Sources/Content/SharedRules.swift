package import Diagnostics
package import Forms

/// A file of questions, facts and amounts that several questionnaires use, read but not yet understood.
package struct SharedRules: Sendable {
    /// The name of the file without `.yaml`, by which questionnaires use it.
    package let name: Identifier
    /// `NAME.yaml`.
    package let source: SourceFile
    /// Whether some questionnaire uses it, drafts included.
    let isUsed: Bool

    /// - Parameter isUsed: whether some questionnaire uses it, drafts included.
    package init(name: Identifier, source: SourceFile, isUsed: Bool) {
        (self.name, self.source, self.isUsed) = (name, source, isUsed)
    }

    /// The folder of such files, below `Content/`.
    package static let folder = QuestionnaireFiles.folder + "/shared"

    /// The path of a file, below `Content/`.
    package static func path(of name: Identifier) -> String { "\(folder)/\(name).yaml" }
}

extension Diagnostic {
    /// The same, which says who uses the shared file that it is about.
    package func used(by user: String) -> Diagnostic {
        guard range?.file.isSharedRules ?? false, !notes.contains(where: { $0.hasPrefix("used by ") }) else { return self }
        var told = self
        told.notes.append("used by \(user)")
        return told
    }
}

extension SourceFile {
    /// Whether it is a file that several questionnaires use.
    package var isSharedRules: Bool { path.hasPrefix("Content/\(SharedRules.folder)/") }
}
