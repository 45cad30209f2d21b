import Diagnostics
import Forms
import Foundation
import Testing

@testable import Decision

/// Diffs of generated questionnaires, against listing every combination of answers.
@Suite struct ComparingTests {
    @Test("a diff agrees with listing every combination: small changes", arguments: 0..<(longRun ? 100 : 3))
    func mutants(batch: Int) throws {
        for seed in 0..<10 {
            let (_, questionnaire) = generated(UInt64(700_000 + batch * 100 + seed))
            guard let old = questionnaire.flatMap({ compile($0, since: since).value }) else { continue }
            // A changed condition on an amount is one on answers, which the reference reads as it was written.
            guard old.questionnaire.amounts.isEmpty else { continue }
            var random = Random(seed: UInt64(batch * 100 + seed))
            for _ in 0..<3 {
                guard let changed = mutated(old.questionnaire, &random), let new = compile(changed, since: since).value else { continue }
                try compare(old, new)
            }
        }
    }

    @Test("a diff agrees with listing every combination: other questions, options and ranges", arguments: 0..<(longRun ? 100 : 3))
    func texts(batch: Int) throws {
        for seed in 0..<10 {
            let (text, questionnaire) = generated(UInt64(800_000 + batch * 100 + seed))
            guard let old = questionnaire.flatMap({ compile($0, since: since).value }) else { continue }
            for other in TextChange.all(of: text) {
                guard let new = read(other).value.flatMap({ compile($0, since: since).value }) else { continue }
                try compare(old, new, other)
                try compare(new, old, other)
            }
        }
    }

    @Test(
        "a diff agrees with listing every combination: policies that have nothing to do with each other", arguments: 0..<(longRun ? 200 : 2)
    )
    func strangers(batch: Int) throws {
        var last: DecisionDiagram?
        for seed in 0..<15 {
            let (_, questionnaire) = generated(UInt64(900_000 + batch * 100 + seed))
            guard let new = questionnaire.flatMap({ compile($0, since: since).value }) else { continue }
            if let last { try compare(last, new) }
            last = new
        }
    }

    private func generated(_ seed: UInt64) -> (String, Questionnaire?) {
        let focus = Generator.Focus.allCases[Int(seed % UInt64(Generator.Focus.allCases.count))]
        var generator = Generator(seed: seed, isPlain: false, focus: focus)
        let text = generator.text()
        return (text, read(text).value)
    }

    private func mutated(_ questionnaire: Questionnaire, _ random: inout Random) -> Questionnaire? {
        var changed = questionnaire
        for _ in 0..<(1 + random.below(2)) {
            let mutants = PolicyMutants(changed).all
            guard !mutants.isEmpty else { return nil }
            changed = random.pick(mutants).applied(to: changed)
        }
        return changed
    }

    private func compare(_ old: DecisionDiagram, _ new: DecisionDiagram, _ text: String = "") throws {
        let diff = try #require(compareQuestionnaires(old, new, days: [since, since]))
        // With renames what is the same cannot be told by ids.
        guard diff.renames.isEmpty else { return }
        let listing = Listing([old, new], diff, today: since)
        guard listing.points.count < 5000 else { return }
        let report = Comment(rawValue: "\(written(old))\n-----\n\(text.isEmpty ? written(new) : text)\n\(diff.changes)")
        let defined = listing.points.filter { $0.said[0] != nil || $0.said[1] != nil }
        let both = listing.points.filter { $0.said[0] != nil && $0.said[1] != nil }
        try #require(diff.all == exactly(defined.count), report)
        try #require(diff.changed == exactly(both.count { $0.isDifferent }), report)
        try #require(diff.added == exactly(defined.count { $0.said[0] == nil }), report)
        try #require(diff.removed == exactly(defined.count { $0.said[1] == nil }), report)
        try checkChanges(diff, listing, report)
        try checkAsking(diff, listing, report)
    }

    private func written(_ diagram: DecisionDiagram) -> String { String(decoding: diagram.questionnaire.source.bytes, as: UTF8.self) }

    private func exactly(_ count: Int) -> CombinationCount { .exactly(BigInteger(count)) }

    /// Every combination with other results is in one region of each change that concerns it, and no other combination is.
    private func checkChanges(_ diff: QuestionnaireDiff, _ listing: Listing, _ report: Comment) throws {
        for change in diff.changes {
            let concerned = listing.points.filter { isIn($0, change, diff) }
            guard !change.ends.contains(.undefined) else {
                try checkNew(change, concerned, listing, diff, report)
                continue
            }
            try #require(change.readers.count == exactly(concerned.count), report)
            try check(change.readers.regions, change.readers.others, of: concerned, in: listing, diff, report)
            for region in change.readers.regions { try checkExample(region.example, of: change, concerned, diff, report) }
        }
        // What no change says is the same.
        for point in listing.points where point.said[0] != nil && point.said[1] != nil && point.isDifferent {
            try #require(diff.changes.contains { isIn(point, $0, diff) }, report)
        }
    }

    /// Where a version doesn't take answers, readers are told of who are asked for one of them.
    private func checkNew(
        _ change: ResultChange, _ concerned: [Listing.Point], _ listing: Listing, _ diff: QuestionnaireDiff, _ report: Comment
    ) throws {
        let isOld = change.ends[0] == .undefined
        let taken = listing.points.filter { $0.said[0] != nil || $0.said[1] != nil }
        for point in concerned where change.readers.others.isZero {
            let isTold = change.readers.regions.contains { holds($0.region, point, diff) }
            let isSeen = point.isNew(to: isOld ? 0 : 1, diff)
            // Who is refused may not be asked for more.
            if !change.ends.contains(.refused) { try #require(isTold == isSeen, report) }
        }
        for region in change.readers.regions {
            let members = taken.filter { holds(region.region, $0, diff) }
            try #require(members.allSatisfy { point in concerned.contains { $0.joint == point.joint } }, report)
            try #require(region.count == exactly(members.count), report)
            try checkExample(region.example, of: change, concerned, diff, report)
        }
    }

    /// The example is one of the readers, and leads to what the change says of them.
    private func checkExample(
        _ example: [[Walk.GivenAnswer]], of change: ResultChange, _ concerned: [Listing.Point], _ diff: QuestionnaireDiff, _ report: Comment
    ) throws {
        let answers = example.map { Dictionary($0.map { ($0.question, $0.answer) }) { $1 } }
        let taking = [0, 1].filter { change.ends[$0] != .undefined }
        let isConcerned = concerned.contains { point in
            taking.allSatisfy { version in answers[version].allSatisfy { point.answers[version]?[$0.key] == $0.value } }
        }
        try #require(isConcerned, report)
        for version in taking {
            let end = Walk(diff.versions[version], today: since).position(answers[version]).state
            switch (change.ends[version], end) {
            case (.refused, .refused), (.accepted, .result): break
            case (.nothing, .result), (.outcome, .result):
                guard case .outcome(let outcome) = change.ends[version], case .result(let result) = end,
                    let decision = change.decisions[version]
                else { break }
                try #require(result.outcomes[decision].contains(outcome), report)
            default: try #require(Bool(false), report)
            }
        }
    }

    private func check(
        _ regions: [ComparedRegion], _ others: CombinationCount, of concerned: [Listing.Point], in listing: Listing,
        _ diff: QuestionnaireDiff,
        _ report: Comment
    ) throws {
        let members = concerned.map { point in regions.indices.filter { holds(regions[$0].region, point, diff) } }
        try #require(members.allSatisfy { $0.count <= 1 }, report)
        if others.isZero { try #require(members.allSatisfy { $0.count == 1 }, report) }
        for (index, region) in regions.enumerated() { try #require(region.count == exactly(members.count { $0 == [index] }), report) }
        let taken = listing.points.filter { $0.said[0] != nil || $0.said[1] != nil }
        for region in regions {
            let all = taken.count { holds(region.region, $0, diff) }
            // What nobody can answer needn't be told apart from those that something changes for.
            try #require(concerned.count { holds(region.region, $0, diff) } == all, report)
        }
    }

    private func checkAsking(_ diff: QuestionnaireDiff, _ listing: Listing, _ report: Comment) throws {
        let accepted = listing.points.filter { point in
            point.said.allSatisfy { said in said.map { !$0.values.contains("refused") } ?? false }
        }
        for (number, question) in diff.questionnaire.questions.enumerated() {
            for isAsked in [true, false] {
                let count = accepted.count { point in
                    let asks = point.asked.enumerated().map { version, ids in
                        ids.contains("\(question.id)") && has(question, diff.versions[version].questionnaire)
                    }
                    return asks[0] != isAsked && asks[1] == isAsked
                }
                let found = diff.asking.first { $0.question == number && $0.isAsked == isAsked }
                try #require((found?.readers.count ?? exactly(0)) == exactly(count), report)
            }
        }
    }

    private func has(_ question: Question, _ version: Questionnaire) -> Bool {
        version.questions.contains { $0.id == question.id && $0.takesAnswers(like: question) }
    }

    private func holds(_ region: Region, _ point: Listing.Point, _ diff: QuestionnaireDiff) -> Bool {
        let evaluator = Evaluator(diagram: joint(diff), today: since)
        return region.conditions.allSatisfy { condition in
            switch diff.variables[condition.variable] {
            case .answers(let variable): return evaluator.block(variable, point.joint).map(condition.blocks.contains) ?? false
            case .steps(let question, let step):
                guard case .number(let number) = point.joint[question] else { return false }
                let digits = diff.questionnaire.questions[question].kind.decimals
                return condition.blocks.contains(number.floor(digits: digits) % step == 0 ? 1 : 0)
            }
        }
    }

    /// Whether a change concerns a combination.
    private func isIn(_ point: Listing.Point, _ change: ResultChange, _ diff: QuestionnaireDiff) -> Bool {
        let ids = zip(change.ends, diff.versions).map { end, version in
            if case .outcome(let number) = end { "\(version.questionnaire.outcomes[number].id)" } else { "" }
        }
        let isMany = zip(change.decisions, diff.versions).contains { number, version in
            number.map { version.questionnaire.decisions[$0].table.match == .many } ?? false
        }
        var told: [String] = []
        for version in [0, 1] {
            guard let said = point.said[version] else {
                guard change.ends[version] == .undefined else { return false }
                told.append("")
                continue
            }
            let isRefused = said.values.contains("refused")
            guard isRefused == (change.ends[version] == .refused) else { return false }
            if isRefused || change.ends[version] == .accepted {
                told.append("")
                continue
            }
            var outcomes =
                change.decisions[version].flatMap { number in
                    said["\(diff.versions[version].questionnaire.decisions[number].id)"]?.components(separatedBy: "; ").filter {
                        !$0.isEmpty
                    }
                } ?? []
            if isMany { outcomes = outcomes.filter { ids.contains($0.components(separatedBy: " ")[0]) } }
            let bare = outcomes.first?.components(separatedBy: " ")[0] ?? ""
            guard change.ends[version] != .undefined, bare == ids[version] else { return false }
            told.append(outcomes.first ?? "")
        }
        return !change.isOfText || told[0] != told[1]
    }

    /// A diagram that is asked for nothing but what its variables are.
    private func joint(_ diff: QuestionnaireDiff) -> DecisionDiagram {
        let new = diff.versions[1]
        return DecisionDiagram(
            questionnaire: diff.questionnaire, since: new.since, variables: [], nodes: [], terminals: [], decisionRoots: [],
            refused: .closed, possible: .closed, otherwise: [], refusals: [], reasons: [],
            deciding: new.deciding)
    }
}

/// Changes of a generated text: other ranges, options and questions.
enum TextChange {
    static func all(of text: String) -> [String] {
        [
            text.replacing("number: {from: 0, to: 4}", with: "number: {from: 1, to: 6}"),
            text.replacing("number: {from: 0, to: 4}", with: "number: {from: 0, to: 4, decimals: 1}"),
            text.replacing("to: 2026-11-24}", with: "to: 2026-11-26}"),
            text.replacing("from: 2026-11-19", with: "from: 2026-11-20"),
            text.replacing("a1: Answer 1}", with: "a1: Answer 1, a7: Answer 7}"),
            text.replacing("questions:\n", with: "questions:\n  extra:\n    ask: One more?\n"),
            text.replacing("  q0:\n", with: "  q0:\n    label: Short\n"),
        ].filter { $0 != text }
    }
}
