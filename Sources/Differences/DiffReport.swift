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

    /// - Parameter book: the words of the site, in which answers are said.
    package init(_ diff: SiteDiff, _ book: Phrasebook) {
        self.diff = diff
        self.book = book
    }

    /// All of it; nothing where nothing is different.
    package var blocks: [ReportBlock] {
        guard !diff.isEmpty else { return [] }
        return [.heading(1, "From \(diff.versions[0].name) to \(diff.versions[1].name)"), .paragraph(summary)]
            + diff.questionnaires.flatMap(questionnaire) + values + pages + data + files + ended
    }

    /// Who is concerned, in a sentence.
    private var summary: String {
        let changed = diff.questionnaires.compactMap { change -> String? in
            guard case .compared(let diff) = change.kind, diff.changesResults else { return nil }
            return change.title
        }
        if !changed.isEmpty { return "Some readers get another answer from \(listed(changed.map { "“\($0)”" }))." }
        return diff.changesOutcomes ? "Questionnaires were added, removed or can't be compared." : "No reader's answer changes."
    }

    private func count(_ count: CombinationCount) -> String { count.text(book) }

    private func counted(_ number: Int, _ what: String) -> String { "\(number) \(what)\(number == 1 ? "" : "s")" }
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
        let results = found.changes.filter { !$0.isOfText }
        for change in results { blocks += self.change(change, found, words) }
        for change in found.changes where change.isOfText { blocks += self.change(change, found, words) }
        if !found.amounts.isEmpty {
            blocks.append(.heading(3, "Amounts, wherever they're shown"))
            blocks.append(
                list(
                    found.amounts.map { change in
                        ReportItem(words.amount(change), code: change.example.map { words.answers($0[1], of: 1).joined(separator: " ") })
                    }))
        }
        if !found.asking.isEmpty {
            blocks.append(.heading(3, "Questions"))
            blocks.append(
                list(
                    found.asking.map { change in
                        let question = found.questionnaire.questions[change.question].ask.string
                        return ReportItem(
                            "“\(question)” is \(change.isAsked ? "now asked" : "no longer asked") of \(count(change.count))",
                            readers(change.regions, change.others, words, hasExamples: false))
                    }))
        }
        if !found.renames.isEmpty {
            blocks.append(.heading(3, "Other ids, which no reader sees"))
            blocks.append(list(found.renames.map { ReportItem("\(thing($0)) \($0.old) is now \($0.new)") }))
        }
        if !found.wording.isEmpty {
            blocks.append(.heading(3, "Wording"))
            blocks.append(
                list(
                    found.wording.map { change in
                        let (removed, added) = lineChanges(from: change.old, to: change.new)
                        return ReportItem(part(change.part), [.change(old: limited(removed), new: limited(added))])
                    }))
        }
        return blocks
    }

    private func sizes(_ found: QuestionnaireDiff) -> String {
        var parts: [String] = []
        if !found.changed.isZero {
            parts.append("\(count(found.changed)) of \(count(found.all)) combinations of answers lead to another result")
        }
        if !found.added.isZero { parts.append("\(count(found.added)) are new") }
        if !found.removed.isZero { parts.append("\(count(found.removed)) can no longer be given") }
        guard !parts.isEmpty else { return "All \(count(found.all)) combinations of answers lead to the same results as before." }
        if found.changed.isZero {
            return "Of \(count(found.all)) combinations of answers, \(parts.joined(separator: "; ")); no other result changes."
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
        case (.refused, .undefined): what = "What was refused can no longer be answered"
        case (.undefined, _): what = "New answers lead to \(new)"
        case (_, .undefined): what = "What led to \(old) can no longer be answered"
        case (.nothing, _): what = "\(new) is added"
        case (_, .nothing): what = "\(old) is no longer part of the result"
        default: what = change.isOfText ? "\(new) says something else" : "\(old) becomes \(new)"
        }
        let decision = zip(change.decisions, found.versions).compactMap { number, version in
            number.flatMap { version.questionnaire.decisions.count > 1 ? version.questionnaire.decisions[$0].name : nil }
        }.last
        return [.heading(3, "\(decision.map { "\($0): " } ?? "")\(what): \(count(change.count))")]
            + readers(change.regions, change.others, words, hasExamples: true)
    }

    /// Who they are, with an example each.
    private func readers(
        _ regions: [ComparedRegion], _ others: CombinationCount, _ words: ComparedWording, hasExamples: Bool
    ) -> [ReportBlock] {
        var items = regions.prefix(DiffReport.most).map { region -> ReportItem in
            let count = regions.count > 1 || !others.isZero ? ": \(self.count(region.count))" : ""
            // The newer version's questions, or the older one's where it takes no such answers.
            let version = region.example[1].isEmpty ? 0 : 1
            let example = hasExamples ? words.answers(region.example[version], of: version).joined(separator: " ") : ""
            return ReportItem(words.readers(region.region) + count, code: example.isEmpty ? nil : example)
        }
        let more = regions.count - items.count
        if more > 0 { items.append(ReportItem("and \(counted(more, "more group")) of readers")) }
        if !others.isZero { items.append(ReportItem("and others: \(count(others))")) }
        return [.list(items)]
    }

    private func thing(_ renamed: Renamed) -> String {
        switch renamed.thing {
        case .question: "the question"
        case .outcome: "the outcome"
        case .option(let question): "of \(question) the option"
        }
    }

    private func part(_ part: WordingChange.Part) -> String {
        switch part {
        case .title: "Title"
        case .summary: "Summary"
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
        let items = diff.pages.map { page -> ReportItem in
            let sections = page.sections.map { section in
                ReportItem(
                    section.heading.isEmpty ? "before the first heading" : "“\(section.heading)”",
                    [.change(old: limited(section.removed), new: limited(section.added))])
            }
            let inner: [ReportBlock] = sections.isEmpty ? [] : [.list(sections)]
            switch page.kind {
            case .added: return ReportItem("\(page.path) is new: “\(page.title)”")
            case .removed: return ReportItem("\(page.path) was removed: “\(page.title)”")
            case .moved(let from): return ReportItem("\(page.path) was \(from)", inner)
            case .changed: return ReportItem(page.path, inner)
            }
        }
        return [.heading(2, "Pages"), .details(counted(items.count, "page"), [.list(items)])]
    }

    private var data: [ReportBlock] {
        guard !diff.data.isEmpty else { return [] }
        let items = diff.data.map { file -> ReportItem in
            if let isAdded = file.isAdded { return ReportItem("\(file.path) \(isAdded ? "is new" : "was removed")") }
            let entries = file.entries.map { ReportItem($0.key, [.change(old: lines($0.old ?? ""), new: lines($0.new ?? ""))]) }
            return ReportItem(file.path, [list(entries)])
        }
        return [.heading(2, "Data"), .details(counted(items.count, "file"), [.list(items)])]
    }

    private var files: [ReportBlock] {
        guard !diff.files.isEmpty else { return [] }
        let items = diff.files.map { file in
            ReportItem("\(file.path) \(file.isAdded.map { $0 ? "is new" : "was removed" } ?? "has other bytes")")
        }
        return [.heading(2, "Files"), list(items)]
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

    private func lines(_ text: String) -> [String] { limited(text.split(separator: "\n").map(String.init)) }

    private func limited(_ lines: [String]) -> [String] {
        lines.count > DiffReport.most ? lines.prefix(DiffReport.most) + ["(\(lines.count - DiffReport.most) more lines)"] : lines
    }
}
