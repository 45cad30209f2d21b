import Diagnostics
import Forms
import Templating

/// Finds keys that a template is not given where it asks for them: Mustache itself would print nothing.
///
/// Each template that is rendered by itself is followed with its values, through sections, parts and layouts. A key of a part is
/// wrong only where none of the templates that include it has such a value.
struct TemplateContexts {
    private let tags: [String: [TemplateCheck.Tag]]
    /// The tags that were met, and those of them that found a value, by template and number.
    private var met: [String: Set<Int>] = [:]
    private var answered: [String: Set<Int>] = [:]
    /// What could be asked for instead where a tag found nothing.
    private var offered: [String: [Int: Set<String>]] = [:]
    private var seen: Set<Way> = []

    /// How many ways into templates are followed; the default theme has some 150.
    private static let most = 5_000

    /// A template, and the values that can be asked for in it.
    private struct Way: Hashable {
        let template: String
        let values: [ObjectIdentifier?]
    }

    /// The values that a section, or the whole template, is given.
    private struct Frame {
        /// Nil for what has no keys.
        let keys: ViewKeys?
        /// What nothing answers, and all that is inside it.
        var isUnknown = false
        /// One of the views that the whole template is given: they count as one.
        var isRoot = false

        var names: [String] { keys?.names ?? [] }
    }

    /// - Parameter files: all templates of a site by name, the theme's and its own.
    init(_ files: [(name: String, source: SourceFile)]) {
        tags = Dictionary(files.map { ($0.name, $0.source) }) { _, last in last }.mapValues(TemplateCheck.tags)
        for template in TemplateKeys.rendered {
            guard let keys = TemplateKeys.keys(of: template) else { continue }
            follow(template, keys.map { Frame(keys: $0, isRoot: true) }, depth: 0)
        }
    }

    /// The keys of a template that no value answers, wherever it is included.
    func problems(in template: String) -> [Diagnostic] {
        guard let tags = tags[template] else { return [] }
        let open = (met[template] ?? []).subtracting(answered[template] ?? [])
        return open.sorted().compactMap { number in
            let tag = tags[number]
            // What no template has is told by its name alone.
            let parts = tag.name.split(separator: ".").map { String($0.filter { $0 != " " }) }
            guard !parts.isEmpty, parts.allSatisfy(TemplateKeys.all.contains) else { return nil }
            let keys = (offered[template]?[number] ?? []).sorted()
            return Diagnostic(
                "template/missing-key", "there is no key \"\(tag.name)\" here, although other templates have one", at: tag.place,
                help: remedy(for: parts, keys))
        }
    }

    /// A key that is spelt right isn't another one misspelt: who has it is told, or what there is instead.
    private func remedy(for path: [String], _ keys: [String]) -> String {
        let owners = path.count > 1 ? TemplateKeys.rendered.filter { TemplateKeys.keys(of: $0)?.contains { has(path, $0) } ?? false } : []
        let instead = keys.isEmpty ? "delete it" : "use one of \(listed(keys, "or"))"
        guard !owners.isEmpty, owners.count <= 6 else { return instead }
        return "only \(listed(owners)) \(owners.count == 1 ? "has" : "have") it: \(instead)"
    }

    /// Whether a view has all keys of a path, one below the other.
    private func has(_ path: [String], _ keys: ViewKeys) -> Bool {
        guard let first = path.first, let kind = keys[first] else { return false }
        return path.count == 1 || kind.inner.map { has(Array(path.dropFirst()), $0) } ?? false
    }

    /// What a template can ask for where it asks for something that it isn't given: by the first byte of the tag.
    func offers(in template: String) -> [Int: [String]] {
        guard let tags = tags[template] else { return [:] }
        let pairs = (offered[template] ?? [:]).map { number, keys in
            // The last name of a path is the one that is written otherwise.
            (tags[number].place.bytes.lowerBound, Set(keys.compactMap { $0.split(separator: ".").last.map(String.init) }).sorted())
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private mutating func follow(_ template: String, _ stack: [Frame], depth: Int) {
        // Of the same values twice, those inside hide the others.
        let isLast: (Int) -> Bool = { index in
            !stack.dropFirst(index + 1).contains { $0.keys === stack[index].keys && $0.isUnknown == stack[index].isUnknown }
        }
        var stack = stack.indices.filter(isLast).map { stack[$0] }
        let way = Way(template: template, values: stack.map { $0.keys.map(ObjectIdentifier.init) })
        guard let tags = tags[template], depth < TemplateIncludes.depth, seen.count < TemplateContexts.most, seen.insert(way).inserted
        else { return }
        var opened: [Int] = []
        for (number, tag) in tags.enumerated() {
            switch tag.sign {
            case UInt8(ascii: "#"), UInt8(ascii: "^"):
                let frame = take(tag.name, number, in: template, stack)
                opened.append(stack.count)
                if tag.sign == UInt8(ascii: "#"), let frame { stack.append(frame) }
            case UInt8(ascii: "$"): opened.append(stack.count)
            case UInt8(ascii: "<"):
                opened.append(stack.count)
                follow(tag.name, stack, depth: depth + 1)
            case UInt8(ascii: ">"): follow(tag.name, stack, depth: depth + 1)
            case UInt8(ascii: "/"): if let count = opened.popLast() { stack.removeLast(max(0, stack.count - count)) }
            case UInt8(ascii: "!"), UInt8(ascii: "%"), UInt8(ascii: "="): break
            default: _ = take(tag.name, number, in: template, stack)
            }
        }
    }

    /// Looks a name up, notes what was found, and gives the values that a section of this name adds; nil for a yes or no.
    private mutating func take(_ name: String, _ number: Int, in template: String, _ stack: [Frame]) -> Frame? {
        // What is inside a section that nothing answers is told with the section.
        if let unknown = stack.last(where: \.isUnknown) { return unknown }
        met[template, default: []].insert(number)
        let isOwn = name.hasPrefix(".")
        let parts = name.drop { "{& .".contains($0) }.split(separator: ".").map { String($0.filter { !" }".contains($0) }) }
        guard let first = parts.first else {
            answered[template, default: []].insert(number)
            return stack.last ?? Frame(keys: nil)
        }
        let own = stack.last?.isRoot == true ? stack.reversed() : Array(stack.suffix(1))
        let frames = isOwn ? own : stack.reversed()
        guard first != "words" || parts.count < 2, let kind = frames.lazy.compactMap({ $0.keys?[first] }).first else {
            if first == "words", frames.contains(where: { $0.keys?["words"] != nil }) {
                answered[template, default: []].insert(number)
            }
            offered[template, default: [:]][number, default: []].formUnion(frames.flatMap(\.names))
            return Frame(keys: nil, isUnknown: true)
        }
        var found = kind
        for part in parts.dropFirst() {
            guard let next = found.inner?[part] else {
                let instead = found.inner?.names.map { (parts.dropLast() + [$0]).joined(separator: ".") } ?? []
                offered[template, default: [:]][number, default: []].formUnion(instead)
                return Frame(keys: nil, isUnknown: true)
            }
            found = next
        }
        answered[template, default: []].insert(number)
        if case .flag = found { return nil }
        return Frame(keys: found.inner)
    }
}
