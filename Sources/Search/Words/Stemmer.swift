import Content

/// Brings the forms of a word together: license, licences and licensing become one term.
///
/// The rules are data: they are published in the manifest, and the browser applies the same ones to what is typed.
struct Stemmer: Sendable {
    /// A suffix, what takes its place, and how many letters must be before it.
    struct Rule: Sendable {
        let suffix: String
        let replacement: String
        let letters: Int
    }

    /// In each step the first rule that fits is applied.
    let steps: [[Rule]]
    /// Words that say nothing on their own: left out of texts, kept in titles.
    let stopWords: Set<String>
    /// Stands before them in the index, so that they lie together: a question has many, and needs one file for all.
    static let stopMark = "!"
    /// Folded words with which questions begin.
    let questionWords: [String]
    /// Stems that mean the same, a list for each family.
    let families: [[String]]
    /// Words that are two.
    let contractions: Contractions
    private let bytes: [[(suffix: [UInt8], replacement: [UInt8], letters: Int)]]

    private init(
        steps: [[Rule]], stopWords: Set<String>, questionWords: [String] = [], families: [[String]] = [],
        contractions: Contractions = .none
    ) {
        self.contractions = contractions
        self.questionWords = questionWords
        self.steps = steps
        self.stopWords = stopWords
        let bytes = steps.map { $0.map { (suffix: Array($0.suffix.utf8), replacement: Array($0.replacement.utf8), letters: $0.letters) } }
        self.bytes = bytes
        self.families = families.map { $0.map { Stemmer.stem($0, bytes) } }
    }

    /// The rules of a language, by its BCP 47 tag; of a language without any, words are only folded.
    static func forLanguage(_ tag: String) -> Stemmer { tag == "en" || tag.hasPrefix("en-") ? english : plain }

    static let plain = Stemmer(steps: [], stopWords: [])

    /// The stem of a folded word. Only words of the letters a to z have one.
    func stem(_ word: String) -> String {
        Stemmer.stem(word, bytes)
    }

    private static func stem(_ word: String, _ steps: [[(suffix: [UInt8], replacement: [UInt8], letters: Int)]]) -> String {
        guard !steps.isEmpty, word.utf8.allSatisfy({ (97...122).contains($0) }) else { return word }
        var letters = Array(word.utf8)
        for step in steps {
            guard let rule = step.first(where: { Stemmer.fits($0.suffix, $0.letters, letters) }) else { continue }
            letters.removeLast(rule.suffix.count)
            letters += rule.replacement
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// What remains must have a vowel, or `string` would lose its end; a rule for whole words asks for nothing.
    private static func fits(_ suffix: [UInt8], _ least: Int, _ letters: [UInt8]) -> Bool {
        let rest = letters.count - suffix.count
        guard rest >= least, letters[max(0, rest)...].elementsEqual(suffix) else { return false }
        return least == 0 || letters[..<rest].contains { "aeiouy".utf8.contains($0) }
    }
}

extension Stemmer {
    /// A light stemmer of our own, after the steps of Porter2 (snowballstem.org): plurals, verb endings, the commonest
    /// derivations, then British and American spelling made one. It joins fewer words than Porter2, as policies tell
    /// `used` from `use`.
    static let english = Stemmer(
        steps: EnglishRules.steps.map { step in
            step.split(separator: " ").map { rule in
                let parts = rule.split(separator: ">", omittingEmptySubsequences: false)
                let letters = parts.count > 2 ? Int(parts[2]) ?? 0 : 0
                return Rule(suffix: String(parts[0]), replacement: String(parts[1]), letters: letters)
            }
        },
        stopWords: Set(EnglishRules.stopWords.split(whereSeparator: \.isWhitespace).map { String($0) }),
        questionWords: EnglishRules.questionWords.split(separator: " ").map(String.init),
        families: EnglishRules.families.split(separator: "\n").map { $0.split(separator: " ").map(String.init) },
        contractions: .english)
}
