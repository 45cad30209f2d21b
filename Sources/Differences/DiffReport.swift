import Content
import Decision
import Diagnostics
import Forms
import Wording
package import Words

/// Says what is different: for readers first, then in the texts.
package struct DiffReport {
    private let diff: SiteDiff
    private let book: Phrasebook

    /// More regions of one change, or lines of one section, aren't listed: a report is to be read.
    private static let most = 8

    /// - Parameter book: the words in which ranges of answers and numbers are said.
    package init(_ diff: SiteDiff, _ book: Phrasebook) {
        self.diff = diff
        self.book = book
    }

    /// All of it; nothing where nothing is different.
    package var blocks: [ReportBlock] {
        guard !diff.isEmpty else { return [] }
        return [.heading(1, "From \(name(0)) to \(name(1))"), .paragraph(summary)]
            + inOrder.flatMap(questionnaire) + values + pages + data + files + ended
    }

    /// What a version is called; on which day, where the two are looked at on different ones.
    private func name(_ version: Int) -> String {
        let day = diff.days[0] == diff.days[1] ? "" : " on \(book.text(.day(diff.days[version])))"
        return diff.versions[version].name + day
    }

    /// Who is concerned, in a sentence.
    private var summary: String {
        func titles(_ fits: (QuestionnaireDiff) -> Bool) -> [String] {
            diff.questionnaires.compactMap { change in
                if case .compared(let found) = change.kind, fits(found) { "“\(change.title)”" } else { nil }
            }
        }
        let changed = titles { !$0.amounts.isEmpty || $0.changes.contains { !$0.ends.contains(.undefined) } }
        let offering = titles { found in found.changes.contains { $0.ends.contains(.undefined) } }
        if !changed.isEmpty { return "Some readers get another answer from \(listed(changed))." }
        if !offering.isEmpty { return "Answers are new or can no longer be given in \(listed(offering)). No other answer changes." }
        if diff.hasErrors { return "The newer version has errors, so that it can't be compared as a whole." }
        return diff.changesOutcomes ? "Questionnaires were added, removed or can't be compared." : "No reader's answer changes."
    }

    /// Those first whose answers change.
    private var inOrder: [QuestionnaireChange] {
        func changesAnswers(_ change: QuestionnaireChange) -> Bool {
            if case .compared(let found) = change.kind { found.changesResults } else { true }
        }
        return diff.questionnaires.filter(changesAnswers) + diff.questionnaires.filter { !changesAnswers($0) }
    }

    private func count(_ count: CombinationCount) -> String { count.text(book) }
}

// Questionnaires.
extension DiffReport {
    private func questionnaire(_ change: QuestionnaireChange) -> [ReportBlock] {
        let heading = ReportBlock.heading(2, change.title)
        let name = "The questionnaire \(change.name)"
        let failing: [ReportBlock] =
            change.failing.isEmpty
            ? []
            : [
                .paragraph("\(counted(change.failing.count, "case")) no longer end\(change.failing.count == 1 ? "s" : "") as expected:"),
                list(
                    change.failing.map { failed in
                        ReportItem(failed.message, failed.notes.isEmpty ? [] : [.list(failed.notes.map { ReportItem($0) })])
                    }),
            ]
        switch change.kind {
        case .added: return [heading, .paragraph("\(name) is new.")]
        case .removed: return [heading, .paragraph("\(name) was removed.")]
        case .tooLarge: return [heading, .paragraph("\(name) is too large to be compared.")]
        case .unread(let version):
            return [heading, .paragraph("\(name) can't be compared: in \(diff.versions[version].name) it has errors.")]
        case .compared(let found): return [heading] + compared(found) + failing
        }
    }

    private func compared(_ found: QuestionnaireDiff) -> [ReportBlock] {
        let words = ComparedWording(found, book)
        var blocks: [ReportBlock] = [.paragraph(sizes(found))]
        let sorted = found.changes.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
        for (_, change) in sorted { blocks += self.change(change, found, words) }
        if !found.amounts.isEmpty {
            blocks.append(.heading(3, "Amounts, wherever they're shown"))
            blocks.append(
                list(
                    found.amounts.map { change in
                        ReportItem(words.amount(change), code: change.example.map { words.answers($0[1], of: 1) })
                    }))
        }
        let offered = self.offered(found)
        if !offered.isEmpty { blocks += [.heading(3, "Questions and options"), list(offered)] }
        if !found.asking.isEmpty {
            blocks.append(.heading(3, "Who is asked, of those whose answers both versions accept"))
            blocks.append(
                list(
                    found.asking.map { change in
                        let question = found.questionnaire.questions[change.question].ask.string
                        return ReportItem(
                            "“\(question)” is \(change.isAsked ? "now asked" : "no longer asked") of \(count(change.readers.count))",
                            readers(change.readers, words, hasExamples: false))
                    }))
        }
        if !found.renames.isEmpty {
            blocks.append(.heading(3, "Other ids, which no reader sees"))
            blocks.append(list(found.renames.map { ReportItem(renamed($0)) }))
        }
        if !found.wording.isEmpty {
            blocks.append(.heading(3, "Wording"))
            let items = found.wording.map { change in
                let (removed, added) = lineChanges(from: change.old, to: change.new)
                return ReportItem(part(change.part), [.change(old: limited(removed), new: limited(added))])
            }
            blocks.append(.details(counted(items.count, "text"), [list(items)]))
        }
        return blocks
    }

    /// Other answers first, then what is accepted, then what is told beside an answer, then what is new or gone.
    private func rank(_ change: ResultChange) -> Int {
        if change.ends.contains(.undefined) { return 3 }
        return change.ends.contains(.refused) ? 1 : change.isOfText ? 2 : 0
    }

    private func id(_ end: ResultChange.End, _ version: DecisionDiagram) -> String? {
        if case .outcome(let number) = end { "\(version.questionnaire.outcomes[number].id)" } else { nil }
    }

    private func sizes(_ found: QuestionnaireDiff) -> String {
        var parts: [String] = []
        if !found.changed.isZero {
            parts.append("\(count(found.changed)) of \(count(found.all)) combinations of answers lead to another result")
        }
        if !found.added.isZero { parts.append("\(count(found.added)) are new") }
        if !found.removed.isZero { parts.append("\(count(found.removed)) can no longer be given") }
        guard !parts.isEmpty else {
            let same = "All \(count(found.all)) combinations of answers lead to the same"
            return found.amounts.isEmpty ? "\(same) results as before." : "\(same) outcomes as before, but not to the same amounts."
        }
        if found.changed.isZero {
            return "Of \(count(found.all)) combinations of answers, \(parts.joined(separator: "; ")); no other outcome changes."
        }
        return parts.joined(separator: "; ") + "."
    }

    private func change(_ change: ResultChange, _ found: QuestionnaireDiff, _ words: ComparedWording) -> [ReportBlock] {
        let old = words.end(change.ends[0], of: 0)
        let new = words.end(change.ends[1], of: 1)
        let what: String
        switch (change.ends[0], change.ends[1]) {
        case (.refused, .accepted): what = "No longer refused"
        case (.accepted, .refused): what = "Refused now"
        case (.undefined, .refused): what = "New answers that are refused"
        case (.refused, .undefined): what = "Answers that were refused can no longer be given"
        case (.undefined, _): what = "New answers lead to \(new)"
        case (_, .undefined): what = "Answers that led to \(old) can no longer be given"
        case (.nothing, _): what = "\(new) is added"
        case (_, .nothing): what = "\(old) is no longer part of the result"
        default:
            // Titles can be alike where outcomes aren't.
            let ids = old == new ? zip(change.ends, found.versions).compactMap(id) : []
            what =
                change.isOfText
                ? "\(new) says something else"
                : ids.count == 2 ? "\(old) (\(ids[0])) becomes \(new) (\(ids[1]))" : "\(old) becomes \(new)"
        }
        let decision = zip(change.decisions, found.versions).compactMap { number, version in
            number.flatMap { version.questionnaire.decisions.count > 1 ? version.questionnaire.decisions[$0].name : nil }
        }.last
        return [.heading(3, "\(decision.map { "\($0) – " } ?? "")\(what): \(count(change.readers.count))")]
            + readers(change.readers, words, hasExamples: true)
    }

    /// Who they are, with an example each.
    private func readers(_ readers: ComparedReaders, _ words: ComparedWording, hasExamples: Bool) -> [ReportBlock] {
        var items = readers.regions.prefix(DiffReport.most).map { region -> ReportItem in
            let count = readers.regions.count > 1 || !readers.others.isZero ? ": \(self.count(region.count))" : ""
            return ReportItem(words.readers(region.region) + count, code: hasExamples ? words.answers(region.example) : nil)
        }
        let more = readers.regions.dropFirst(items.count)
        if !more.isEmpty {
            let together = more.reduce(CombinationCount.none) { $0 + $1.count }
            items.append(ReportItem("and \(counted(more.count, "more group")) of readers: \(count(together))"))
        }
        if !readers.others.isZero { items.append(ReportItem("and others: \(count(readers.others))")) }
        return [.list(items)]
    }

    /// Questions and options that only one version has.
    private func offered(_ found: QuestionnaireDiff) -> [ReportItem] {
        found.offers.map { offer in
            let question = found.questionnaire.questions[offer.question]
            guard let options = offer.options else {
                return ReportItem("\(offer.isNew ? "New question" : "Question removed"): “\(question.ask.string)”")
            }
            let labels = few(options.map { "“\(question.options[$0].label)”" })
            return ReportItem("“\(question.ask.string)” \(offer.isNew ? "now offers" : "no longer offers") \(labels)")
        }
    }

    private func few(_ names: [String]) -> String {
        names.count > DiffReport.most ? listed(names.prefix(DiffReport.most) + ["\(names.count - DiffReport.most) more"]) : listed(names)
    }

    private func renamed(_ renamed: Renamed) -> String {
        switch renamed.thing {
        case .question: "The question \(renamed.old) is now \(renamed.new)"
        case .outcome: "The outcome \(renamed.old) is now \(renamed.new)"
        case .option(let question): "The option \(renamed.old) of \(question) is now \(renamed.new)"
        }
    }

    private func part(_ part: WordingChange.Part) -> String {
        switch part {
        case .title: "Title"
        case .summary: "Summary"
        case .decision(let decision): "The name of the decision \(decision)"
        case .order(let question): "The order of the options of \(question)"
        case .ask(let question): "The question \(question)"
        case .label(let question): "The short name of \(question)"
        case .hint(let question): "The hint of \(question)"
        case .unit(let question): "The unit of \(question)"
        case .option(let question, let option): "The option \(option) of \(question)"
        case .optionHint(let question, let option): "The hint of the option \(option) of \(question)"
        case .refusal(let question): "A message of \(question)"
        case .outcomeTitle(let outcome): "The title of the outcome \(outcome)"
        case .tone(let outcome): "The tone of the outcome \(outcome)"
        case .text(let outcome): "The text of the outcome \(outcome)"
        case .paragraph(let outcome): "A paragraph of the outcome \(outcome)"
        case .cites(let outcome): "What the outcome \(outcome) cites"
        }
    }
}

// Pages and data.
extension DiffReport {
    private var values: [ReportBlock] {
        guard !diff.values.isEmpty else { return [] }
        let items = diff.values.map { value in
            let uses =
                (value.pages > 0 ? ["on \(counted(value.pages, "page"))"] : [])
                + (value.questionnaires.isEmpty ? [] : ["in \(listed(value.questionnaires))"])
            let used = uses.isEmpty ? "" : " (used \(listed(uses)))"
            switch (value.old, value.new) {
            case (nil, let new?): return ReportItem("\(value.name) is new: \(new)\(used)")
            case (let old?, nil): return ReportItem("\(value.name) was removed: \(old)")
            case (let old, let new): return ReportItem("\(value.name): \(old ?? "") → \(new ?? "")\(used)")
            }
        }
        return [.heading(2, "Values"), list(items)]
    }

    private var pages: [ReportBlock] {
        guard !diff.pages.isEmpty else { return [] }
        var relinked = 0
        var items = diff.pages.compactMap { page -> ReportItem? in
            let sections = page.sections.filter { !$0.isOfLinksAlone }.map { section in
                ReportItem(
                    section.heading.isEmpty ? "above the first heading" : "“\(section.heading)”",
                    [.change(old: limited(section.removed), new: limited(section.added))])
            }
            let inner: [ReportBlock] = sections.isEmpty ? [] : [.list(sections)]
            switch page.kind {
            case .added: return ReportItem("\(page.path) is new: “\(page.title)”")
            case .removed: return ReportItem("\(page.path) was removed: “\(page.title)”")
            case .moved(let from): return ReportItem("\(page.path) was \(from)" + (inner.isEmpty ? "" : ", and changed"), inner)
            case .changed where sections.isEmpty && !page.sections.isEmpty:
                relinked += 1
                return nil
            case .changed: return ReportItem(page.path, inner)
            }
        }
        if relinked > 0 { items.append(ReportItem("\(counted(relinked, "page")) where only links lead elsewhere")) }
        return [.heading(2, "Pages"), .details(counted(diff.pages.count, "page"), [.list(items)])]
    }

    private var data: [ReportBlock] {
        guard !diff.data.isEmpty else { return [] }
        let items = diff.data.map { file -> ReportItem in
            if let isAdded = file.isAdded { return ReportItem("\(file.path) \(isAdded ? "is new" : "was removed")") }
            let entries = file.entries.map { entry in
                let (removed, added) = lineChanges(from: entry.old ?? "", to: entry.new ?? "")
                return ReportItem(entry.key, [.change(old: limited(removed), new: limited(added))])
            }
            return ReportItem(file.path, [list(entries)])
        }
        return [.heading(2, "Data"), .details(counted(items.count, "file"), [.list(items)])]
    }

    private var files: [ReportBlock] {
        guard !diff.files.isEmpty else { return [] }
        let items = diff.files.map { file in
            ReportItem("\(file.path) \(file.isAdded.map { $0 ? "is new" : "was removed" } ?? "is different")")
        }
        return [.heading(2, "Other files"), list(items)]
    }

    private var ended: [ReportBlock] {
        guard !diff.ended.isEmpty else { return [] }
        return [
            .heading(2, "Addresses that lead nowhere now"),
            .paragraph("Readers and other sites may have them; an alias in the front matter of a page leads on."),
            list(diff.ended.map { ReportItem($0) }),
        ]
    }

    private func list(_ items: [ReportItem]) -> ReportBlock {
        let most = 4 * DiffReport.most
        guard items.count > most else { return .list(items) }
        return .list(items.prefix(most) + [ReportItem("and \(items.count - most) more")])
    }

    private func limited(_ lines: [String]) -> [String] {
        lines.count > DiffReport.most ? lines.prefix(DiffReport.most) + ["(\(lines.count - DiffReport.most) more lines)"] : lines
    }
}
