import Content
package import Decision
package import Forms

/// The empty files that browsers request when readers reach a result (`counts: outcomes`), so that the log of any web server tells
/// how often that happens.
///
/// A result requests the file of its first outcome, and for every other outcome one in the folder `also/`: so the former add up to
/// the number of results.
package struct ResultCounts: Hashable, Sendable {
    /// Below the site's root; nothing else is in it.
    package static let folder = "api/counts/"
    private static let also = "also/"
    private static let ending = ".txt"

    /// Its name.
    package let questionnaire: String
    /// Its id.
    package let outcome: String
    /// Whether it is the first of its result.
    package let isFirst: Bool

    /// The folder of a questionnaire's files, below the site's root.
    package static func folder(of name: Identifier) -> String { folder + "\(name)/" }

    /// All files of a questionnaire.
    package static func all(of questionnaire: Questionnaire) -> [ResultCounts] {
        let name = questionnaire.name.description
        let ids = questionnaire.outcomes.map(\.id.description)
        let first = ids.map { ResultCounts(questionnaire: name, outcome: $0, isFirst: true) }
        guard questionnaire.hasSeveralResults else { return first }
        return first + ids.map { ResultCounts(questionnaire: name, outcome: $0, isFirst: false) }
    }

    private init(questionnaire: String, outcome: String, isFirst: Bool) {
        self.questionnaire = questionnaire
        self.outcome = outcome
        self.isFirst = isFirst
    }

    /// Reads an address below the site's root; nil if it isn't of the form that such files have.
    package init?(path: String) {
        guard path.hasPrefix(ResultCounts.folder), path.hasSuffix(ResultCounts.ending) else { return nil }
        let parts = path.dropFirst(ResultCounts.folder.count).dropLast(ResultCounts.ending.count).split(
            separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 && parts[1] == ResultCounts.also.dropLast(), let last = parts.last,
            let name = Identifier(parts[0]), let outcome = Identifier(last)
        else { return nil }
        self.init(questionnaire: name.description, outcome: outcome.description, isFirst: parts.count == 2)
    }

    /// Below the site's root.
    package var path: String {
        ResultCounts.folder + questionnaire + "/" + (isFirst ? "" : ResultCounts.also) + outcome + ResultCounts.ending
    }
}

extension QuestionnaireRenderer {
    /// Where the files are by which results are counted; nil if the site doesn't count them.
    var countsFolder: String? {
        site.library.settings.counts == .outcomes ? ResultCounts.folder(of: questionnaire.name) : nil
    }

    /// The files by which results are counted.
    func countedFiles() -> [RenderedFile] {
        guard countsFolder != nil else { return [] }
        return ResultCounts.all(of: questionnaire).map { RenderedFile(path: $0.path, bytes: []) }
    }
}
