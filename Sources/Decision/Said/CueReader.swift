import Diagnostics
import Forms

/// Holds cues to the classes of words that the site has.
struct CueReader {
    private let names: Set<String>

    /// - Parameter words: those of the site's settings.
    init(_ words: [Entry<[Text]>]) {
        names = Set(words.map(\.id.description))
    }

    /// The same cues, after what is wrong with them was said.
    func checked(_ cues: Cues, _ findings: inout Findings) -> Cues {
        for text in cues.all { check(text, &findings) }
        return cues
    }

    private func check(_ text: Text, _ findings: inout Findings) {
        guard let cue = Cue(text.string) else {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "\"\(text.string)\" is not a cue", at: text.range,
                    help: "write words, and classes of words in brackets, such as `<device> broken` or `not <contract>`"))
            return
        }
        for case .oneOf(let name) in cue.parts.map(\.part) where !names.contains(name) {
            findings.add(
                Diagnostic(
                    "questionnaire/unknown-name", "there is no class of words \"\(name)\"", at: text.range,
                    help: findings.suggester.help(for: name, among: names.sorted())
                        ?? "list its words in site.yaml, under `words:`"))
        }
    }
}
