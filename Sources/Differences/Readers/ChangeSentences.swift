import CommonMark
import Content
import Decision
import Diagnostics
import Forms
import Pages
import Wording
import Words
import YAML

/// Tells readers what is different between two versions, in the language of the site: who gets another result, and which pages
/// say something else.
struct ChangeSentences {
    private let diff: SiteDiff
    private let book: Phrasebook

    /// More groups of readers of one change aren't told one by one.
    private static let mostGroups = 4
    /// More sentences about one page or questionnaire aren't read.
    private static let mostSentences = 12
    /// More pages and questionnaires of one commit aren't listed: then all of the site was gone through.
    private static let mostParts = 40

    init(_ diff: SiteDiff, _ book: Phrasebook) {
        self.diff = diff
        self.book = book
    }

    /// Questionnaires first.
    var parts: [ReaderChange.Part] {
        // A version that can't be read at all has no pages, and nothing became of them.
        guard diff.versions.allSatisfy({ !$0.library.pages.isEmpty }) else { return [] }
        let all = questionnaires + pages
        return Array(all.prefix(Self.mostParts))
    }

    private func say(_ name: String, _ slots: [String: String] = [:]) -> String { book.filled(name, slots) }

    private func part(_ subject: ReaderChange.Subject, _ title: String, _ sentences: [String]) -> ReaderChange.Part? {
        guard !sentences.isEmpty else { return nil }
        let shown = sentences.count > Self.mostSentences ? sentences.prefix(Self.mostSentences) + [say("whatMore")] : sentences[...]
        return ReaderChange.Part(subject, title: title, Array(shown))
    }
}

// Questionnaires.
extension ChangeSentences {
    private var questionnaires: [ReaderChange.Part] {
        diff.questionnaires.compactMap { change in
            let sentences: [String] =
                switch change.kind {
                case .added: [say("whatNewQuestions")]
                case .removed: [say("whatGone")]
                case .unread, .tooLarge: []
                case .compared(let found): self.sentences(found)
                }
            return part(.questionnaire("\(change.name)"), change.title, sentences)
        }
    }

    private func sentences(_ found: QuestionnaireDiff) -> [String] {
        let words = ComparedWording(found, book)
        var seen: Set<String> = []
        var result = found.changes.flatMap { sentences($0, found, words) }.filter { seen.insert($0).inserted }
        result += found.amounts.map { amount($0, found, words) }
        result += found.asking.map { change in
            say(change.isAsked ? "whatAsked" : "whatNotAsked", ["question": found.questionnaire.questions[change.question].ask.string])
        }
        // What is only said otherwise is news where there is nothing else.
        if result.isEmpty, found.wording.contains(where: \.part.isRead) { result.append(say("whatWording")) }
        return result
    }

    private func sentences(_ change: ResultChange, _ found: QuestionnaireDiff, _ words: ComparedWording) -> [String] {
        let decision = zip(change.decisions, found.versions).compactMap { number, version in
            number.flatMap { version.questionnaire.decisions.count > 1 ? version.questionnaire.decisions[$0].name : nil }
        }.last
        let titles = zip(change.ends, found.versions).map { end, version -> String in
            if case .outcome(let number) = end { version.questionnaire.outcomes[number].title.string } else { "" }
        }
        let slots = ["old": titles[0], "new": titles[1]]
        let name =
            switch (change.ends[0], change.ends[1]) {
            case (.refused, .accepted): "whatAccepted"
            case (.accepted, .refused), (.undefined, .refused): "whatRefused"
            case (.undefined, .outcome): "whatNewAnswer"
            case (_, .undefined): "whatOldAnswer"
            case (.nothing, _): "whatAdded"
            case (_, .nothing): "whatTaken"
            default: change.isOfText || titles[0] == titles[1] ? "whatText" : "whatOutcome"
            }
        let said = say(name, slots)
        let what = decision.map { say("whatOf", ["what": said, "decision": $0]) } ?? said
        // Who is told something else of one outcome, its text says itself.
        if name == "whatText" { return [what] }
        let regions = change.readers.regions
        var sentences = regions.prefix(Self.mostGroups).map { region -> String in
            let readers = region.region.conditions.isEmpty ? say("qWhoAll") : words.readers(region.region)
            return say("whatFor", ["readers": readers, "what": what])
        }
        if regions.count > sentences.count || !change.readers.others.isZero {
            sentences.append(say("whatFor", ["readers": say("whatOthers"), "what": what]))
        }
        return sentences
    }

    private func amount(_ change: AmountChange, _ found: QuestionnaireDiff, _ words: ComparedWording) -> String {
        let amount = found.versions[1].questionnaire.amounts[change.numbers[1]]
        let label = "\(amount.label)"
        guard case .counted(_, _, let least, let most) = change.extent else { return say("whatAmountOther", ["amount": label]) }
        let ends = [words.difference(least, amount), words.difference(most, amount)]
        guard ends[0] != ends[1] else { return say("whatAmount", ["amount": label, "by": ends[0]]) }
        return say("whatAmount", ["amount": label, "by": say("whatRange", ["least": ends[0], "most": ends[1]])])
    }
}

// Pages.
extension ChangeSentences {
    private var pages: [ReaderChange.Part] {
        let library = diff.versions[1].library
        let changes = Dictionary(diff.pages.map { ($0.path, $0) }) { first, _ in first }
        let data = dataSentences
        let paths = Set(changes.keys).union(data.keys)
        let order = library.pages.map(\.path.file).filter(paths.contains) + changes.keys.filter { library.page(file: $0) == nil }.sorted()
        return order.compactMap { path in
            guard let title = library.page(file: path)?.title ?? changes[path]?.title else { return nil }
            return part(.page(path), title, (changes[path].map(sentences) ?? []) + (data[path] ?? []))
        }
    }

    private func sentences(_ change: PageChange) -> [String] {
        switch change.kind {
        case .added: return [say("whatNewPage")]
        case .removed: return [say("whatPageGone")]
        case .moved(let from):
            return [say("whatMoved")] + sections(change, from: from)
        case .changed: return sections(change, from: change.path)
        }
    }

    /// The headings below which something else is said.
    private func sections(_ change: PageChange, from old: String) -> [String] {
        let pages = [diff.versions[0].library.page(file: old), diff.versions[1].library.page(file: change.path)]
        let hasHeadings = pages.contains { !($0?.body.headings.isEmpty ?? true) }
        let names = change.sections.filter { $0.isRead(pages) }.map {
            $0.heading.isEmpty ? say("whatBeginning") : say("whatQuoted", ["text": $0.heading])
        }
        guard !names.isEmpty else { return [] }
        guard hasHeadings else { return [say("whatPageText")] }
        return [say("whatSections", ["sections": book.text(.list(names.map(Phrasing.text), "listAnd"))])]
    }

    /// What became of values and data, by the pages that show them.
    private var dataSentences: [String: [String]] {
        let resolved = diff.versions[1].resolved
        let values = Dictionary(diff.values.map { ($0.name, $0) }) { first, _ in first }
        let files = Dictionary(diff.data.filter { $0.isAdded == nil }.map { ($0.path, $0) }) { first, _ in first }
        guard !values.isEmpty || !files.isEmpty else { return [:] }
        var result: [String: [String]] = [:]
        for page in resolved.pages {
            let named = page.text.markdown.values.map(\.name)
            var seen: Set<String> = []
            var sentences = named.compactMap { name -> String? in
                guard let change = values[name], let old = change.old, let new = change.new, seen.insert(name).inserted else { return nil }
                return say("whatValue", ["old": old, "new": new])
            }
            for file in page.text.embeddings.map(\.file) {
                guard let change = files[file.path], seen.insert(file.path).inserted else { continue }
                sentences += sentence(change, file)
            }
            if !sentences.isEmpty { result[page.page.path.file] = sentences }
        }
        return result
    }

    /// The entries of a data file that are different, each once, by what readers call them.
    private func sentence(_ change: DataChange, _ file: DataFile) -> [String] {
        let root = parse(file.source.whole).value
        var seen: Set<String> = []
        let entries = change.entries.compactMap { entry -> String? in
            let title = root?.title(along: entry.keys) ?? file.title.string
            return seen.insert(title).inserted ? say("whatQuoted", ["text": title]) : nil
        }
        guard !entries.isEmpty else { return [] }
        let shown = entries.prefix(Self.mostGroups * 2) + (entries.count > Self.mostGroups * 2 ? ["…"] : [])
        return [say("whatSections", ["sections": book.text(.list(shown.map(Phrasing.text), "listAnd"))])]
    }
}

extension SectionChange {
    /// Whether readers see it: not what only the front matter says to the site, nor links that lead to the same page under another name.
    fileprivate func isRead(_ pages: [Page?]) -> Bool {
        guard !isOfLinksAlone else { return false }
        guard heading.isEmpty, let old = pages[0], let new = pages[1] else { return true }
        if old.title != new.title || old.frontMatter.summary?.string != new.frontMatter.summary?.string { return true }
        let front = [old, new].map { page in
            Set(
                frontMatterRange(of: page.source).map { range in
                    String(decoding: page.source.bytes[range], as: UTF8.self).split(separator: "\n").map(String.init)
                } ?? [])
        }
        return removed.contains { !front[0].contains($0) } || added.contains { !front[1].contains($0) }
    }
}

extension WordingChange.Part {
    /// Whether readers see it.
    fileprivate var isRead: Bool {
        switch self {
        case .tone, .order, .cites: false
        default: true
        }
    }
}

extension EntryChange {
    /// The keys that lead to it, one by one.
    fileprivate var keys: [String] { key.split(separator: " › ", omittingEmptySubsequences: false).map(String.init) }
}

extension Node {
    /// What readers call the innermost thing on a way of keys that has a name; nil if none has.
    fileprivate func title(along keys: [String]) -> String? {
        var node = self
        var title: String?
        for key in keys {
            guard let next = node[key] else { break }
            node = next
            for name in ["title", "question", "name", "label", "term"] {
                if case .scalar(let scalar)? = node[name]?.value { title = scalar.text }
            }
        }
        return title
    }
}
