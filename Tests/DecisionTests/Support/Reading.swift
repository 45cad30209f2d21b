@testable import Content
@testable import Decision
import Wording
import CommonMark
import Diagnostics
import Forms
import YAML

/// A questionnaire read from text, with spreadsheets beside it.
func read(_ text: String, csv: [String: String] = [:], library: ResolvedLibrary = emptyLibrary) -> Checked<Questionnaire?> {
    readQuestionnaire(SourceFile(path: "q.yaml", text: text), name: name("q"), library: library) { file in
        guard let text = csv[file] else {
            return .failure(
                InputFile.Refusal(diagnostic: Diagnostic("environment/unreadable", "no such file", at: nil, path: file))
            )
        }
        return .success(SourceFile(path: file, text: text))
    }
}

/// Read and compiled; the diagnostics of both.
func compiled(
    _ text: String, csv: [String: String] = [:], library: ResolvedLibrary = emptyLibrary,
    limits: CompileLimits = CompileLimits()
) -> Checked<DecisionDiagram?> {
    read(text, csv: csv, library: library).then { questionnaire in
        guard let questionnaire else { return Checked(nil) }
        return compile(questionnaire, since: since, limits: limits)
    }
}

/// Compiled, with messages as the program prints them.
func compile(_ questionnaire: Questionnaire, since: Day, limits: CompileLimits = CompileLimits()) -> Checked<DecisionDiagram?> {
    compile(questionnaire, since: since, limits: limits, wording: .english)
}

/// Cases run, with messages as the program prints them.
func runCases(_ files: [CaseFile], _ diagram: DecisionDiagram, today: Day) -> Checked<[CaseResult]> {
    runCases(files, diagram, today: today, wording: .english)
}

/// The day from which everything in the tests is proved.
let since = day("2026-11-21")

func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("a test names the day \(text)") }
    return day
}

/// The day with a number, which a test took from a day.
func day(_ number: Int) -> Day {
    guard let day = Day(number: number) else { preconditionFailure("a test counts to day \(number)") }
    return day
}

func name(_ text: String) -> Identifier {
    guard let name = Identifier(text) else { preconditionFailure("a test names \(text)") }
    return name
}

let emptyLibrary = library()

/// A library with data files and shared files of questionnaires, given as text, and one page with headings.
///
/// - Parameter today: the day whose values are given; nil for the first of each.
func library(data: [String: String] = [:], shared: [String: String] = [:], today: Day? = nil) -> ResolvedLibrary {
    let (files, values) = readDataFiles(
        data.keys.sorted().map { (name($0), "data/\($0).yaml") }, style: .asTyped, today: today
    ) { path in
        guard let text = data[String(path.dropFirst("data/".count).dropLast(".yaml".count))] else {
            return .failure(InputFile.Refusal(diagnostic: Diagnostic("environment/unreadable", "no", at: nil)))
        }
        return .success(SourceFile(path: path, text: text))
    }
    let page = readPage(
        SourceFile(path: "policy.md", text: "# Policy\n\n## Support\n\nWords.\n\n## Fire and flood\n\nWords.\n"),
        path: PagePath(file: "policy.md"), values: values
    ).value
    return ResolvedLibrary(
        Library(
            settings: .none, pages: [page], drafts: [], data: files.value, values: values, assets: [], today: since,
            sharedRules: shared.keys.sorted().map { file in
                let source = SourceFile(path: "Content/questionnaires/shared/\(file).yaml", text: shared[file] ?? "")
                return SharedRules(name: name(file), source: source, isUsed: true)
            }))
}

/// Diagnostics as text, sorted: `3:5 rule: message | note | = help`.
func lines(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.sorted().map { diagnostic in
        let place = diagnostic.range.map { "\($0.start.line):\($0.start.column) " } ?? ""
        let notes = diagnostic.notes.map { " | \($0)" }.joined()
        return "\(place)\(diagnostic.rule): \(diagnostic.message)\(notes)" + (diagnostic.help.map { " = \($0)" } ?? "")
    }
}
