package import Diagnostics
package import Forms
import YAML

/// What cases expect of a policy that has changed since they were written, with what they get now: grouped by cause, and with the
/// edits of their files by which they would expect it.
package struct AlteredCases: Sendable {
    /// Why some cases fail.
    package struct Cause: Sendable {
        /// What becomes what, in ids as cases write them.
        package let words: String
        /// Those that fail by it, in written order.
        package let cases: [CaseResult]
    }

    /// A file of cases with its edits.
    package struct File: Sendable {
        /// As it was read.
        package let source: SourceFile
        /// What changes in it.
        package let edits: [Edit]
        /// How many cases of it change.
        package let cases: Int
    }

    /// What can be accepted: that with most cases first.
    package let causes: [Cause]
    /// Why other cases fail, which only their author can put right.
    package let open: [Cause]
    /// The files that would change.
    package let files: [File]

    /// Looks at the cases of a questionnaire that failed.
    ///
    /// The edited files are read and run again: a file in which a case would not pass after all is left to its author.
    ///
    /// - Parameters:
    ///   - results: how the cases ended.
    ///   - today: the day from which the diagram holds.
    ///   - words: what a value of a data file prints.
    package init(
        _ results: [CaseResult], _ diagram: DecisionDiagram, today: Day, words: @escaping (String) -> String?,
        wording: any MessageWording
    ) {
        let questionnaire = diagram.questionnaire
        let since = results.map(\.today).min().map { min($0, today) } ?? today
        let check = CaseCheck(questionnaire, since: since, showsFacts: results.contains { !$0.passed })
        let caseWording = CaseWording(questionnaire: questionnaire, wording: wording)
        var accepted = Grouping()
        var open = Grouping()
        var files: [File] = []
        for file in results.map(\.file).uniqued() {
            let own = results.filter { $0.file === file }
            guard own.contains(where: { !$0.passed }) else { continue }
            let nodes: [Node] = if case .sequence(let nodes) = parse(file.whole).value?.value { nodes } else { [] }
            var edits: [Edit] = []
            var altered: [(result: CaseResult, alterations: [Alteration])] = []
            var left: Set<Int> = []
            for result in own where !result.passed {
                // The numbers of its result are those of another policy.
                guard result.isPresent else {
                    left.insert(result.place.bytes.lowerBound)
                    open.add(Alteration("it is decided by the rules of another day"), result)
                    continue
                }
                let failed = result.demands.filter { !check.isMet($0, by: result.position, today: result.today) }
                var rewriting = CaseEdits(questionnaire, check, caseWording, result, failed)
                if let node = nodes.last(where: { $0.range.bytes.lowerBound <= result.place.bytes.lowerBound }), rewriting.rewrite(node) {
                    edits += rewriting.edits
                    altered.append((result, rewriting.alterations))
                } else {
                    left.insert(result.place.bytes.lowerBound)
                    open.add(rewriting.obstacle ?? Alteration("it cannot be rewritten"), result)
                }
            }
            let edited = EditedFile(path: file.path, source: file, bytes: file.bytes, edits: edits)
            let present = own.filter(\.isPresent)
            let stillFailing = present.filter { left.contains($0.place.bytes.lowerBound) }.map(\.name)
            if Self.holds(edited, diagram, present.map(\.name), stillFailing, today: today, words: words, wording: wording) {
                if !edits.isEmpty { files.append(File(source: file, edits: edited.edits, cases: altered.count)) }
                for item in altered { for alteration in item.alterations { accepted.add(alteration, item.result) } }
            } else {
                for item in altered { open.add(Alteration("it is written in a way that cannot be rewritten with certainty"), item.result) }
            }
        }
        causes = accepted.causes
        self.open = open.causes
        self.files = files
    }

    /// Whether the cases of an edited file are the same ones, and all pass but those that are left to their author.
    private static func holds(
        _ edited: EditedFile, _ diagram: DecisionDiagram, _ names: [String], _ failing: [String], today: Day,
        words: @escaping (String) -> String?, wording: any MessageWording
    ) -> Bool {
        let source = SourceFile(path: edited.path, bytes: edited.result)
        let read = readCases(source, of: diagram.questionnaire, words: words)
        // Those of other periods are decided by other policies, whatever this one becomes.
        let present = read.value.cases.filter { diagram.questionnaire.validity.contains($0.today ?? today) }
        let file = CaseFile(source: source, cases: present)
        let run = runCases([file], diagram, today: today, wording: wording)
        return run.value.map(\.name) == names && run.value.filter { !$0.passed }.map(\.name) == failing
    }
}

/// One expectation that no longer holds: what becomes what, and by what.
struct Alteration {
    /// `outcome` or the name of a value; empty where the whole end is another one.
    let subject: String
    let old: String
    /// What it becomes, or what else is to be said.
    let new: String
    /// The row that decides now.
    let by: String
    /// Whether it is calculated: what moves it has another effect on each case.
    let isAmount: Bool

    init(_ subject: String = "", old: String, new: String, by: String = "", isAmount: Bool = false) {
        (self.subject, self.old, self.new, self.by, self.isAmount) = (subject, old, new, by, isAmount)
    }

    /// Something that is only to be told.
    init(_ words: String) { self.init(old: "", new: words) }

    fileprivate var key: [String] { isAmount ? [subject] : [subject, old, new, by] }

    fileprivate var words: String {
        guard !old.isEmpty else { return new }
        return (subject.isEmpty ? "" : subject + ": ") + old + " " + new + by
    }
}

/// Alterations of a kind, with the cases that have them.
private struct Grouping {
    private var groups: [(first: Alteration, values: Set<[String]>, cases: [CaseResult])] = []
    private var places: [[String]: Int] = [:]

    mutating func add(_ alteration: Alteration, _ result: CaseResult) {
        let values = [alteration.old, alteration.new]
        if let place = places[alteration.key] {
            groups[place].values.insert(values)
            groups[place].cases.append(result)
        } else {
            places[alteration.key] = groups.count
            groups.append((alteration, [values], [result]))
        }
    }

    var causes: [AlteredCases.Cause] {
        groups.enumerated().sorted { ($1.element.cases.count, $0.offset) < ($0.element.cases.count, $1.offset) }.map { _, group in
            let others = group.values.count - 1
            let more = others > 0 ? ", and \(others) more \(others == 1 ? "value" : "values") like it" : ""
            return AlteredCases.Cause(words: group.first.words + more, cases: group.cases)
        }
    }
}

extension [SourceFile] {
    /// Each file once.
    fileprivate func uniqued() -> [SourceFile] {
        var seen: Set<ObjectIdentifier> = []
        return filter { seen.insert(ObjectIdentifier($0)).inserted }
    }
}
