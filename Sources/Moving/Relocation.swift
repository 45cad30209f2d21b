import Content
import Diagnostics
import Forms

/// Where files are after a move, by their paths below `Content/`.
struct Relocation {
    /// The file or folder that moves.
    let old: String
    /// Where it goes.
    let new: String

    /// The path that a file has afterwards; the same if it does not move.
    func path(of file: String) -> String {
        if file == old { return new }
        // A questionnaire takes its cases and sentences along.
        if let names, file.hasPrefix("\(QuestionnaireFiles.folder)/\(names.old)."), file.hasSuffix(".yaml") {
            return "\(QuestionnaireFiles.folder)/\(names.new)." + file.dropFirst(QuestionnaireFiles.folder.count + names.old.count + 2)
        }
        guard file.utf8.starts(with: (old + "/").utf8) else { return file }
        return new + String(Substring(file.utf8.dropFirst(old.utf8.count)))
    }

    func moves(_ file: String) -> Bool { path(of: file) != file }

    /// The names of a questionnaire before and after; nil if something else moves.
    var names: (old: String, new: String)? {
        guard let old = Self.name(in: old), let new = Self.name(in: new) else { return nil }
        return (old, new)
    }

    /// The name that a questionnaire has afterwards.
    func name(of questionnaire: String) -> String { names?.old == questionnaire ? names?.new ?? questionnaire : questionnaire }

    /// The name of the questionnaire whose file is at a path.
    static func name(in file: String) -> String? {
        let folder = QuestionnaireFiles.folder + "/"
        guard file.hasPrefix(folder), file.hasSuffix(".yaml") else { return nil }
        let name = file.dropFirst(folder.count).dropLast(".yaml".count)
        return name.contains(".") || name.contains("/") ? nil : String(name)
    }
}

extension Library {
    /// The paths of the pages and published files that a move can take along.
    var movableFiles: [String] {
        let policies = questionnaires.flatMap { [$0.source] + $0.cases + $0.sentences }.compactMap(\.path.contentPath)
        return pages.map(\.path.file) + assets.map(\.path) + policies
    }

    func hasFile(_ path: String) -> Bool { pageNumber(file: path) != nil || hasAsset(path) || questionnaire(file: path) != nil }

    /// The questionnaire whose file is at this path.
    func questionnaire(file path: String) -> QuestionnaireFiles? { questionnaires.first { $0.source.path.contentPath == path } }
}
