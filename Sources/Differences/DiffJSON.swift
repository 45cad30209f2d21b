package import Diagnostics
import Decision
import Forms
import Wording
package import Words

/// A diff for programs: one object.
package struct DiffJSON {
    private let diff: SiteDiff
    private let book: Phrasebook

    /// - Parameter book: the words in which ranges of answers and numbers are said.
    package init(_ diff: SiteDiff, _ book: Phrasebook) {
        self.diff = diff
        self.book = book
    }

    /// All of it.
    package var value: JSONValue {
        .object([
            ("old", .string(diff.versions[0].name)), ("new", .string(diff.versions[1].name)),
            ("changesOutcomes", .bool(diff.changesOutcomes)), ("questionnaires", .array(diff.questionnaires.map(questionnaire))),
            ("values", .array(diff.values.map(value))), ("pages", .array(diff.pages.map(page))), ("data", .array(diff.data.map(data))),
            (
                "files",
                .array(
                    diff.files.map { file in
                        .object([
                            ("path", .string(file.path)), ("change", .string(file.isAdded.map { $0 ? "added" : "removed" } ?? "changed")),
                        ])
                    })
            ),
            ("endedAddresses", .array(diff.ended.map(JSONValue.string))),
        ])
    }

    private func questionnaire(_ change: QuestionnaireChange) -> JSONValue {
        let head: [(String, JSONValue)] = [("name", .string("\(change.name)")), ("title", .string(change.title))]
        let failing: (String, JSONValue) = ("failingCases", .array(change.failing.map { .string($0.message) }))
        switch change.kind {
        case .added: return .object(head + [("change", .string("added"))])
        case .removed: return .object(head + [("change", .string("removed"))])
        case .unread(let version):
            return .object(head + [("change", .string("unread")), ("version", .string(diff.versions[version].name))])
        case .tooLarge: return .object(head + [("change", .string("too-large"))])
        case .compared(let found): return .object(head + [("change", .string("compared"))] + compared(found) + [failing])
        }
    }

    private func compared(_ found: QuestionnaireDiff) -> [(String, JSONValue)] {
        let words = ComparedWording(found, book)
        return [
            ("combinations", count(found.all)), ("changed", count(found.changed)), ("added", count(found.added)),
            ("removed", count(found.removed)),
            (
                "results",
                .array(
                    found.changes.map { change in
                        .object(
                            [
                                ("decision", decision(change, found)), ("old", end(change.ends[0], found, 0)),
                                ("new", end(change.ends[1], found, 1)),
                                ("onlyText", .bool(change.isOfText)),
                            ] + readers(change.readers, found, words))
                    })
            ),
            (
                "amounts",
                .array(
                    found.amounts.map { change in
                        .object(
                            [
                                ("amount", .string("\(found.versions[1].questionnaire.amounts[change.numbers[1]].id)")),
                                ("words", .string(words.amount(change))),
                            ] + extent(change.extent))
                    })
            ),
            (
                "asked",
                .array(
                    found.asking.map { change in
                        .object(
                            [
                                ("question", .string("\(found.questionnaire.questions[change.question].id)")),
                                ("asked", .bool(change.isAsked)),
                            ] + readers(change.readers, found, words))
                    })
            ),
            (
                "renamed",
                .array(
                    found.renames.map { renamed in
                        let (thing, question): (String, JSONValue) =
                            switch renamed.thing {
                            case .question: ("question", .null)
                            case .outcome: ("outcome", .null)
                            case .option(let question): ("option", .string(question))
                            }
                        return .object([
                            ("thing", .string(thing)), ("question", question), ("old", .string(renamed.old)), ("new", .string(renamed.new)),
                        ])
                    })
            ),
            (
                "wording",
                .array(
                    found.wording.map { change in
                        .object([("part", .string(part(change.part))), ("old", .string(change.old)), ("new", .string(change.new))])
                    })
            ),
        ]
    }

    private func extent(_ extent: AmountChange.Extent) -> [(String, JSONValue)] {
        switch extent {
        case .counted(let different, let all, let least, let most):
            [
                ("change", .string("value")), ("different", .number(different)), ("of", .number(all)),
                ("least", .string(least.description)),
                ("most", .string(most.description)),
            ]
        case .otherKind: [("change", .string("kind"))]
        case .untried: [("change", .string("formula"))]
        }
    }

    private func readers(
        _ readers: ComparedReaders, _ found: QuestionnaireDiff, _ words: ComparedWording
    ) -> [(String, JSONValue)] {
        [
            ("count", count(readers.count)), ("regions", regions(readers.regions, found, words)), ("others", count(readers.others)),
        ]
    }

    private func regions(_ regions: [ComparedRegion], _ found: QuestionnaireDiff, _ words: ComparedWording) -> JSONValue {
        .array(
            regions.map { region in
                .object([
                    ("readers", .string(words.readers(region.region))), ("count", count(region.count)),
                    ("example", .object([("old", answers(region.example[0], found, 0)), ("new", answers(region.example[1], found, 1))])),
                ])
            })
    }

    /// As `waymark ask` and cases take them.
    private func answers(_ given: [Walk.GivenAnswer], _ found: QuestionnaireDiff, _ version: Int) -> JSONValue {
        let questions = found.versions[version].questionnaire.questions
        return .object(given.map { ("\(questions[$0.question].id)", .string(questions[$0.question].text(of: $0.answer))) })
    }

    private func decision(_ change: ResultChange, _ found: QuestionnaireDiff) -> JSONValue {
        let names = zip(change.decisions, found.versions).compactMap { number, version in
            number.map { "\(version.questionnaire.decisions[$0].id)" }
        }
        return names.last.map(JSONValue.string) ?? .null
    }

    private func end(_ end: ResultChange.End, _ found: QuestionnaireDiff, _ version: Int) -> JSONValue {
        switch end {
        case .undefined: return .object([("state", .string("undefined"))])
        case .refused: return .object([("state", .string("refused"))])
        case .accepted: return .object([("state", .string("accepted"))])
        case .nothing: return .object([("state", .string("nothing"))])
        case .outcome(let number):
            let outcome = found.versions[version].questionnaire.outcomes[number]
            return .object([("state", .string("outcome")), ("id", .string("\(outcome.id)")), ("title", .string(outcome.title.string))])
        }
    }

    /// In digits, as there may be more than numbers of JSON hold; null where it couldn't be counted.
    private func count(_ count: CombinationCount) -> JSONValue {
        switch count {
        case .uncounted: .null
        case .exactly(let count): .string(count.decimal)
        }
    }

    private func part(_ part: WordingChange.Part) -> String {
        switch part {
        case .title: "title"
        case .summary: "summary"
        case .decision(let decision): "decisions.\(decision).title"
        case .order(let question): "questions.\(question).order"
        case .ask(let question): "questions.\(question).ask"
        case .label(let question): "questions.\(question).label"
        case .hint(let question): "questions.\(question).hint"
        case .unit(let question): "questions.\(question).unit"
        case .option(let question, let option): "questions.\(question).\(option).label"
        case .optionHint(let question, let option): "questions.\(question).\(option).hint"
        case .refusal(let question): "questions.\(question).must"
        case .outcomeTitle(let outcome): "outcomes.\(outcome).title"
        case .tone(let outcome): "outcomes.\(outcome).tone"
        case .text(let outcome): "outcomes.\(outcome).text"
        case .paragraph(let outcome): "outcomes.\(outcome).paragraphs"
        case .cites(let outcome): "outcomes.\(outcome).cites"
        }
    }

    private func value(_ change: ValueChange) -> JSONValue {
        .object([
            ("name", .string(change.name)), ("old", change.old.map(JSONValue.string) ?? .null),
            ("new", change.new.map(JSONValue.string) ?? .null),
            ("pages", .number(change.pages)), ("questionnaires", .array(change.questionnaires.map(JSONValue.string))),
        ])
    }

    private func page(_ change: PageChange) -> JSONValue {
        let (kind, from): (String, JSONValue) =
            switch change.kind {
            case .added: ("added", .null)
            case .removed: ("removed", .null)
            case .moved(let from): ("moved", .string(from))
            case .changed: ("changed", .null)
            }
        return .object([
            ("path", .string(change.path)), ("title", .string(change.title)), ("change", .string(kind)), ("from", from),
            (
                "sections",
                .array(
                    change.sections.map { section in
                        .object([
                            ("heading", .string(section.heading)), ("removed", .array(section.removed.map(JSONValue.string))),
                            ("added", .array(section.added.map(JSONValue.string))),
                        ])
                    })
            ),
        ])
    }

    private func data(_ change: DataChange) -> JSONValue {
        .object([
            ("path", .string(change.path)), ("change", .string(change.isAdded.map { $0 ? "added" : "removed" } ?? "changed")),
            (
                "entries",
                .array(
                    change.entries.map { entry in
                        .object([
                            ("key", .string(entry.key)), ("old", entry.old.map(JSONValue.string) ?? .null),
                            ("new", entry.new.map(JSONValue.string) ?? .null),
                        ])
                    })
            ),
        ])
    }
}
