/// What English says of options: which of them, and whether these or all others are meant.
struct OptionWords {
    typealias TickTest = ConditionShape.TickTest

    /// The ids of the options.
    let known: [String]
    /// Their labels, which pages and messages print in place of ids.
    let labels: [String]

    /// What words say. Every one of them counts: where one is not understood, nothing is found.
    struct Found: Equatable {
        let ids: [String]
        let joint: Joint
        let isNegated: Bool
        /// What the words ask of tick-boxes, if they say so.
        let test: TickTest?
    }

    /// The word between several options.
    enum Joint { case none, or, and, comma }

    /// Longer texts are no lists of options.
    private static let longest = 200

    /// Nil if the words say anything else.
    func found(_ text: String) -> Found? {
        guard text.utf8.count <= OptionWords.longest else { return nil }
        if let id = id(text.trimmed) { return Found(ids: [id], joint: .none, isNegated: false, test: nil) }
        let plain = String(text.lowercased().filter { !"()[]{}\":".contains($0) })
        return found(plain.split(separator: " ").joined(separator: " "), isNegated: false, test: nil)
    }

    /// Takes one opening after the other off the text, until the rest is a list of options.
    private func found(_ text: String, isNegated: Bool, test: TickTest?) -> Found? {
        if let (ids, joint) = members(text, isNegated: isNegated) {
            return Found(ids: ids, joint: joint, isNegated: isNegated, test: test)
        }
        for opening in OptionWords.openings where text.hasPrefix(opening.words) {
            // What is denied twice, or asked in two ways, is seldom what was meant.
            guard !(opening.negates && isNegated) else { continue }
            let isCompatible = opening.test == nil || test == nil || test == .has || opening.test == test
            guard isCompatible else { continue }
            let rest = String(text.dropFirst(opening.words.count)).trimmed
            if let found = found(rest, isNegated: isNegated || opening.negates, test: opening.test ?? test) { return found }
        }
        return nil
    }

    private struct Opening {
        let words: String
        var negates = false
        var test: TickTest?
    }

    /// Words before options, the longest first.
    private static let openings: [Opening] = {
        let negating = [
            "not", "neither", "anything but", "anything except", "everything but", "everything except", "all but", "all except",
            "other than", "except", "except for", "is not", "isn't", "are not", "aren't", "!=", "<>", "≠", "without", "none of", "no",
            "lacks", "has no", "does not have", "doesn't have", "excluding", "never",
        ]
        let neutral = ["is", "are", "equals", "==", "=", "in", "the", "just"]
        let tests: [(String, TickTest)] = [
            ("has", .has), ("have", .has), ("includes", .has), ("contains", .has), ("with", .has), ("has-any", .hasAny),
            ("any of", .hasAny), ("one of", .hasAny), ("at least one of", .hasAny), ("either", .hasAny), ("has any", .hasAny),
            ("has-all", .hasAll), ("all of", .hasAll), ("both", .hasAll), ("has all", .hasAll), ("only", .only),
        ]
        let all =
            negating.map { Opening(words: $0, negates: true) } + neutral.map { Opening(words: $0) }
            + tests.map { Opening(words: $0.0, test: $0.1) }
        return all.map { opening in
            var spaced = opening
            if opening.words.last?.isLetter ?? false {
                spaced = Opening(words: opening.words + " ", negates: opening.negates, test: opening.test)
            }
            return spaced
        }.sorted { $0.words.count > $1.words.count }
    }()

    /// The ids that a list names by id or label; nil if it names anything else.
    private func members(_ text: String, isNegated: Bool) -> (ids: [String], joint: Joint)? {
        if let id = id(text) { return ([id], .none) }
        var joints: Set<Joint> = []
        var rest = text
        for (word, joint) in OptionWords.joining where rest.contains(word) {
            if word == " nor ", !isNegated { return nil }
            joints.insert(joint)
            rest = rest.replacing(word, with: ",")
        }
        // Whether `and` or `or` binds closer, nobody knows for sure.
        guard joints.count < 2 else { return nil }
        let names = rest.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        let ids = names.compactMap { name -> String? in
            if let id = id(name) { return id }
            let opening = ["not ", "no "].first { isNegated && name.hasPrefix($0) }
            return opening.flatMap { id(String(name.dropFirst($0.count))) }
        }
        guard ids.count == names.count, !ids.isEmpty else { return nil }
        return (ids, ids.count == 1 ? .none : joints.first ?? .comma)
    }

    /// Words between options. A list joined by two different words has no clear meaning.
    private static let joining: [(String, Joint)] = [
        (" nor ", .or), (" or ", .or), (" and ", .and), (" & ", .and), ("|", .or), ("/", .or), (";", .comma),
    ]

    /// The option of an id, a label in any case, or one of the words for yes and no.
    private func id(_ text: String) -> String? {
        if known.contains(text) { return text }
        let small = text.lowercased()
        if let index = labels.firstIndex(where: { $0.lowercased() == small }) { return known[index] }
        if known.contains(small) { return small }
        return ["true": "yes", "false": "no", "y": "yes", "n": "no"][small].flatMap { known.contains($0) ? $0 : nil }
    }
}

extension OptionWords.Found {
    /// What says the same of a question with one answer.
    func choices(of known: [String]) -> [CellForm] {
        switch test {
        case .hasAll, .lacks: return []
        case .only where isNegated: return []
        default: break
        }
        guard isNegated else { return [.options(ids)] }
        return Set(ids) == Set(known) ? [] : [.except(ids)]
    }

    /// What says the same of tick-boxes; several where the words can be meant in several ways.
    var ticks: [CellForm] {
        guard ids.count > 1 else { return single(ids) }
        switch (isNegated, test, joint) {
        case (true, .only, _): return []
        case (true, .hasAll, _): return [.notAllTicked(ids)]
        case (true, _, .and): return [.ticks(.lacks, ids), .notAllTicked(ids)]
        case (true, _, _): return [.ticks(.lacks, ids)]
        case (false, .only, _): return [.ticks(.only, ids)]
        case (false, .hasAny, _): return [.ticks(.hasAny, ids)]
        case (false, .hasAll, .or), (false, .has, .comma), (false, nil, .comma):
            return [.ticks(.hasAll, ids), .ticks(.hasAny, ids)]
        case (false, _, .or): return [.ticks(.hasAny, ids)]
        case (false, _, _): return [.ticks(.hasAll, ids)]
        }
    }

    /// One option needs no joint: it is ticked, or not, or the only one.
    private func single(_ ids: [String]) -> [CellForm] {
        if test == .only { return isNegated ? [] : [.ticks(.only, ids)] }
        return [.ticks(isNegated ? .lacks : .has, ids)]
    }
}
