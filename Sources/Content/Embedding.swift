package import CommonMark
import Diagnostics
import Forms

/// A data file put into a page, and which of its entries are wanted there.
package struct Embedding: Sendable {
    package let file: DataFile
    package let selection: Selection

    /// A name for the block on a page, put before ids that authors did not choose.
    package var blockID: String { "\(file.kind.rawValue)-\(file.name)" }
}

/// Which entries of a data file are shown: those whose fields have one of the named values.
package struct Selection: Sendable, Hashable {
    package var wanted: [String: Set<String>] = [:]

    package static let all = Selection()

    /// Whether an entry with this value of a field is shown.
    package func admits(_ field: String, _ value: some CustomStringConvertible) -> Bool {
        wanted[field]?.contains(value.description) ?? true
    }
}

/// Why `{{ … }}` in a paragraph of its own cannot be carried out.
package struct EmbedProblem: Error, Sendable {
    package let message: String
    /// The word between the braces that is wrong; nil if it is the whole.
    package var word: String?
    /// What to do; worked out only where it is shown, as embeds are looked up by every pass over a page.
    package let help: @Sendable () -> String?
}

extension Library {
    /// The data files that an embed means: `{{ faq relicensing }}`, `{{ products all complexity=low }}`.
    package func embeddings(of embed: Embed) -> Result<[Embedding], EmbedProblem> {
        switch questionnaire(of: embed) {
        case .success: return .success([])
        case .failure(let problem): return .failure(problem)
        case nil: if embed.words.first == "questionnaire" { return .success([]) }
        }
        if embed.words.first == DataKind.values.rawValue { return .failure(valuesProblem(embed)) }
        let kinds = DataKind.blocks.map(\.rawValue)
        guard let kind = embed.words.first.flatMap(DataKind.init(rawValue:)) else {
            let word = embed.words.first ?? ""
            return .failure(
                EmbedProblem(
                    message: "there is no kind of data \"\(word)\" to put here", word: word,
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
        if chosen.isEmpty {
            return isUnread(embed) ? .success([]) : .failure(unknownFile(name, kind: kind))
        }
        let selected = Selection.read(embed.words.dropFirst(2), known: embed.words.count > 2 ? chosen.selectable : [:]).map { selection in
            chosen.map { Embedding(file: $0, selection: selection) }
        }
        if case .failure = selected, isUnread(embed) { return .success([]) }
        return selected
    }

    /// The data files that each embed of a text shows; none where it cannot be carried out, which a rule reports.
    package func embeddings(in text: Markdown) -> [[Embedding]] {
        text.embeds.map { embed in
            if case .success(let found) = embeddings(of: embed) { found } else { [] }
        }
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

    /// Whether blocks of a page cannot be shown as they are, so that places on it may be missing only because of that.
    package func hasFaultyBlocks(_ page: Page) -> Bool {
        page.body.embeds.contains { embed in
            if case .failure = embeddings(of: embed) { true } else { isUnread(embed) }
        }
    }

    /// Whether what an embed asks for may be missing only because of mistakes in its file.
    func isUnread(_ embed: Embed) -> Bool {
        guard embed.words.count > 1 else { return false }
        return embed.words[1] == "all" ? hasUnreadData : isUnread(data: embed.words[1])
    }

    private func valuesProblem(_ embed: Embed) -> EmbedProblem {
        let named = embed.words.dropFirst().first ?? ""
        return EmbedProblem(
            message: "values stand in the text one by one, not all in one place",
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
            ? "write \(file) first, as there is none yet, then {{ \(word) NAME }}"
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

extension Selection {
    /// What words such as `complexity=low` select.
    ///
    /// - Parameter known: the fields that may be named, with their values.
    static func read(_ words: ArraySlice<String>, known: [String: Set<String>]) -> Result<Selection, EmbedProblem> {
        var selection = Selection()
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                return .failure(
                    EmbedProblem(
                        message: "\"\(word)\" selects nothing", word: word, help: { "write field=value, without spaces" }))
            }
            guard let values = known[parts[0]] else {
                return .failure(
                    EmbedProblem(
                        message: "one cannot select by \"\(parts[0])\" here", word: parts[0],
                        help: {
                            let fields = known.keys.sorted()
                            return Suggestion.help(for: parts[0], among: fields)
                                ?? (fields.isEmpty ? "leave it out" : "select by \(listed(fields, "or"))")
                        }))
            }
            let wanted = parts[1].split(separator: "|").map(String.init)
            guard !wanted.isEmpty else {
                return .failure(
                    EmbedProblem(
                        message: "no \(parts[0]) is named here", word: word,
                        help: { "write \(listed(values.sorted().map { "\(parts[0])=\($0)" }, "or"))" }))
            }
            if let unknown = wanted.first(where: { !values.contains($0) }) {
                return .failure(
                    EmbedProblem(
                        message: "\"\(unknown)\" is no \(parts[0]) here", word: unknown,
                        help: {
                            let known = values.sorted()
                            return Suggestion.help(for: unknown, among: known) ?? "choose from \(listed(known))"
                        }))
            }
            selection.wanted[parts[0]] = Set(wanted)
        }
        return .success(selection)
    }
}
