import CommonMark
import Diagnostics
package import Forms

/// What `{{ … }}` in a paragraph of its own means.
package struct ResolvedEmbed: Sendable {
    /// What is shown in the place of the embed.
    package enum Meaning: Sendable {
        /// The data files shown there; none while they have mistakes of their own.
        case data([Embedding])
        case questionnaire(Identifier)
        /// Nothing that can be shown.
        case nothing(EmbedProblem)
    }

    /// Decided once, when the library is resolved.
    package let meaning: Meaning
    /// Whether what it names has no mistakes, so that everything it should show is there.
    let isWhole: Bool

    /// The data files that are shown.
    package var data: [Embedding] { if case .data(let found) = meaning { found } else { [] } }

    /// The questionnaire that is offered.
    package var questionnaire: Identifier? { if case .questionnaire(let name) = meaning { name } else { nil } }

    /// Why it shows nothing.
    var problem: EmbedProblem? { if case .nothing(let problem) = meaning { problem } else { nil } }
}

/// Why `{{ … }}` in a paragraph of its own cannot be carried out.
package struct EmbedProblem: Error, Sendable {
    /// As in a diagnostic of `embed/unknown`.
    package let message: String
    /// The word between the braces that is wrong; nil if it is the whole.
    package var word: String?
    /// What to do; worked out only where it is shown, which is seldom.
    package let help: @Sendable () -> String?
}

extension Library {
    /// What an embed means.
    func resolved(_ embed: Embed) -> ResolvedEmbed {
        ResolvedEmbed(meaning: meaning(of: embed), isWhole: !isUnread(embed))
    }

    private func meaning(of embed: Embed) -> ResolvedEmbed.Meaning {
        if embed.words.first == "questionnaire" {
            return switch questionnaire(of: embed) {
            case .success(let name): .questionnaire(name)
            case .failure where isUnread(embed): .data([])
            case .failure(let problem): .nothing(problem)
            }
        }
        return switch embeddings(of: embed) {
        case .success(let found): .data(found)
        case .failure(let problem): .nothing(problem)
        }
    }

    /// The data files of `{{ faq relicensing }}`, `{{ products all complexity=low }}`.
    private func embeddings(of embed: Embed) -> Result<[Embedding], EmbedProblem> {
        if embed.words.first == DataKind.values.rawValue { return .failure(valuesProblem(embed)) }
        let kinds = DataKind.blocks.map(\.rawValue)
        guard let kind = embed.words.first.flatMap(DataKind.init(rawValue:)) else {
            let word = embed.words.first ?? ""
            return .failure(
                EmbedProblem(
                    message: "there is no kind of data \"\(word)\"", word: word,
                    help: {
                        Suggestion.help(for: word, among: kinds + ["questionnaire"])
                            ?? "the kinds are \(listed(kinds + ["questionnaire"]))"
                    }))
        }
        guard embed.words.count > 1 else {
            return .failure(
                EmbedProblem(
                    message: "the name of the data file is missing",
                    help: {
                        embedHelp(
                            kind.rawValue, data(of: kind).map(\.name.description),
                            file: "Content/data/NAME.yaml with `kind: \(kind.rawValue)`")
                    }))
        }
        let name = embed.words[1]
        let file = Identifier(name).flatMap { data(named: $0) }.flatMap { $0.kind == kind ? $0 : nil }
        let chosen = file.map { [$0] } ?? (name == "all" ? data(of: kind) : [])
        // What is missing because of mistakes in a file is not missed: the messages about them are enough.
        if chosen.isEmpty { return isUnread(embed) ? .success([]) : .failure(unknownFile(name, kind: kind)) }
        let selection = Selection.read(embed.words.dropFirst(2), known: embed.words.count > 2 ? chosen.selectable : [:])
        if case .failure = selection, isUnread(embed) { return .success([]) }
        return selection.map { selection in chosen.map { Embedding(file: $0, selection: selection) } }
    }

    /// The questionnaire of `{{ questionnaire used-device }}`.
    private func questionnaire(of embed: Embed) -> Result<Identifier, EmbedProblem> {
        let known: @Sendable () -> [String] = { [questionnaires] in questionnaires.map(\.name.description) }
        guard embed.words.count == 2 else {
            return .failure(
                EmbedProblem(
                    message: "a questionnaire is embedded by its name alone",
                    help: { embedHelp("questionnaire", known(), file: "Content/questionnaires/NAME.yaml") }))
        }
        let name = embed.words[1]
        if let known = Identifier(name), hasQuestionnaire(known) { return .success(known) }
        if draftQuestionnaires.contains(name) {
            return .failure(
                EmbedProblem(
                    message: "the questionnaire \(name) is a draft and is not published",
                    help: { "delete `draft: yes` to publish it, remove this, or build with --drafts" }))
        }
        return .failure(
            EmbedProblem(
                message: "there is no questionnaire \"\(name)\"",
                help: { Suggestion.help(for: name, among: known()) ?? "write Content/questionnaires/\(name).yaml" }))
    }

    /// The data files that a faulty embed probably means.
    func files(probablyMeantBy embed: Embed) -> [Identifier] {
        let names = data.map(\.name)
        return embed.words.dropFirst().prefix(1).compactMap { word in
            let known = names.map(\.description)
            let meant = known.contains(word) ? word : Suggestion.nearest(to: word, among: known)
            return names.first { $0.description == meant }
        }
    }

    /// Whether what an embed asks for may be missing only because of mistakes in its file.
    private func isUnread(_ embed: Embed) -> Bool {
        guard embed.words.count > 1 else { return false }
        if embed.words[0] == "questionnaire" {
            return embed.words.count == 2 && unread.contains("\(QuestionnaireFiles.folder)/\(embed.words[1]).yaml")
        }
        return embed.words[1] == "all" ? hasUnreadData : isUnread(data: embed.words[1])
    }

    private func valuesProblem(_ embed: Embed) -> EmbedProblem {
        let named = embed.words.dropFirst().first ?? ""
        return EmbedProblem(
            message: "a values file cannot be embedded as a whole, only its values one by one",
            help: {
                let files = data.filter { $0.kind == .values }.map(\.name.description)
                let name = files.contains(named) ? named : Suggestion.nearest(to: named, among: files) ?? "NAME"
                return "use {{ \(name).ID }}"
            })
    }

    /// What to write where the name is missing.
    ///
    /// - Parameter file: what to write first where there is none.
    func embedHelp(_ word: String, _ known: [String], file: String) -> String {
        known.isEmpty
            ? "write \(file) first, because there is none yet, then {{ \(word) NAME }}"
            : "write {{ \(word) NAME }}, where NAME is \(listed(known, "or"))"
    }

    private func unknownFile(_ name: String, kind: DataKind) -> EmbedProblem {
        if let other = Identifier(name).flatMap({ data(named: $0) }) {
            return EmbedProblem(
                message: "the data file \(name) is of the kind \(other.kind.rawValue), not \(kind.rawValue)",
                help: { "write {{ \(other.kind.rawValue) \(name) }}" })
        }
        return EmbedProblem(
            message: "there is no data file \"\(name)\" of the kind \(kind.rawValue)", word: name,
            help: {
                Suggestion.help(for: name, among: data(of: kind).map(\.name.description))
                    ?? "write Content/data/\(name).yaml with `kind: \(kind.rawValue)`"
            })
    }
}

extension [DataFile] {
    /// The fields by which an embed may select among all of them, with their values.
    fileprivate var selectable: [String: Set<String>] {
        map(\.body.selectable).reduce(into: [:]) { sum, fields in sum.merge(fields) { $0.union($1) } }
    }
}
