/// What a tag can ask for: the values of the page, and of all sections around the tag.
struct TemplateScope: Hashable {
    /// One of them.
    private enum Frame: Hashable {
        /// A root is one of the views that the whole template is given.
        case keys(ViewKeys, isRoot: Bool)
        /// A text, which has no keys.
        case text
        /// The words of the theme, which are not among the values.
        case words
        case word(String)

        static func == (left: Frame, right: Frame) -> Bool {
            switch (left, right) {
            case (.keys(let left, let isRoot), .keys(let right, let isOther)): left === right && isRoot == isOther
            case (.word(let left), .word(let right)): left == right
            case (.text, .text), (.words, .words): true
            default: false
            }
        }

        func hash(into hasher: inout Hasher) {
            switch self {
            case .keys(let keys, _): hasher.combine(ObjectIdentifier(keys))
            case .text: hasher.combine(1)
            case .words: hasher.combine(2)
            case .word(let word): hasher.combine(word)
            }
        }

        var isValue: Bool {
            switch self {
            case .keys, .text: true
            case .words, .word: false
            }
        }

        var isRoot: Bool { if case .keys(_, let isRoot) = self { isRoot } else { false } }
    }

    /// What a name means in a place.
    enum Meaning {
        case nothing
        case words
        case word(String)
        /// Nil for the thing itself, where it is a text.
        case value(TemplatePath, ViewKeys.Kind?)
    }

    /// The innermost last.
    private var frames: [Frame]

    init(_ keys: [ViewKeys]) { frames = keys.map { .keys($0, isRoot: true) } }

    func meaning(of name: TemplateName, _ words: [String: String]) -> Meaning {
        guard let first = name.parts.first else { return itself }
        for index in frames.indices.reversed() {
            switch frames[index] {
            case .words:
                if let word = words[first] { return name.parts.count == 1 ? .word(word) : .nothing }
            case .keys(let keys, _):
                if let slot = keys.slot(of: first), let kind = keys[first] {
                    return meaning(of: name.parts, kind, TemplatePath(frame: place(of: index), slots: [slot]), words)
                }
            case .text, .word: break
            }
            // Those of the whole template count as one.
            if name.isOwn, !frames[index].isRoot { return .nothing }
        }
        return .nothing
    }

    /// `{{.}}`
    private var itself: Meaning {
        guard let last = frames.last else { return .nothing }
        let path = TemplatePath(frame: place(of: frames.count - 1), slots: [])
        return switch last {
        case .word(let word): .word(word)
        case .words: .words
        case .text: .value(path, nil)
        case .keys(_, isRoot: true): .nothing
        case .keys(let keys, _): .value(path, .object { keys })
        }
    }

    private func meaning(
        of parts: [String], _ first: ViewKeys.Kind, _ start: TemplatePath, _ words: [String: String]
    ) -> Meaning {
        var (kind, slots) = (first, start.slots)
        for part in parts.dropFirst() {
            switch kind {
            case .words: return words[part].map(Meaning.word) ?? .nothing
            case .object(let inner):
                guard let slot = inner().slot(of: part), let next = inner()[part] else { return .nothing }
                slots.append(slot)
                kind = next
            case .text, .flag, .texts, .list: return .nothing
            }
        }
        if case .words = kind { return .words }
        return .value(TemplatePath(frame: start.frame, slots: slots), kind)
    }

    /// Where the values of a frame are when the template is rendered.
    private func place(of index: Int) -> Int { frames[..<index].count(where: \.isValue) }

    func with(words meaning: Meaning) -> TemplateScope {
        var scope = self
        if case .word(let word) = meaning { scope.frames.append(.word(word)) } else { scope.frames.append(.words) }
        return scope
    }

    /// What can be asked for in a section of a value. Of the same keys twice, only the inner ones can.
    func inside(_ kind: ViewKeys.Kind?) -> (TemplateScope, TemplateFrames) {
        if case .flag? = kind { return (self, .same) }
        let inner = kind?.inner.map { Frame.keys($0, isRoot: false) } ?? .text
        let isLeft: (Frame) -> Bool = { $0 != inner && $0 != .text }
        let kept = frames.filter(\.isValue).indices.filter { isLeft(frames.filter(\.isValue)[$0]) }
        var scope = self
        scope.frames = frames.filter(isLeft) + [inner]
        return (scope, kept.count == frames.count(where: \.isValue) ? .added : .replaced(kept))
    }
}
