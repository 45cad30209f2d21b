import Diagnostics

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
    private var seen: Set<[String]> = []

    /// How many ways into templates are followed; the default theme has some 150.
    private static let most = 5_000

    /// The values that a section, or the whole template, is given.
    private struct Frame {
        let name: String
        let keys: TemplateKeys.Shape
    }

    /// - Parameter files: all templates of a site by name, the theme's and its own.
    init(_ files: [(name: String, source: SourceFile)]) {
        tags = Dictionary(files.map { ($0.name, $0.source) }) { _, last in last }.mapValues(TemplateCheck.tags)
        for template in TemplateKeys.rendered {
            guard let shape = TemplateKeys.shape(of: template) else { continue }
            follow(template, [Frame(name: "/" + template, keys: shape)], depth: 0)
        }
    }

    /// The keys of a template that no value answers, wherever it is included.
    func problems(in template: String) -> [Diagnostic] {
        guard let tags = tags[template] else { return [] }
        let open = (met[template] ?? []).subtracting(answered[template] ?? [])
        let suggester = FileSuggester()
        return open.sorted().compactMap { number in
            let tag = tags[number]
            // What no template has is told by its name alone.
            guard let missing = tag.name.split(separator: ".").map(String.init).last, TemplateKeys.all.contains(missing) else { return nil }
            let keys = (offered[template]?[number] ?? []).sorted()
            return Diagnostic(
                "template/missing-key", "there is no key \"\(tag.name)\" here, although other templates have one", at: tag.place,
                help: suggester.help(for: tag.name, among: keys) ?? "use one of \(keys.joined(separator: ", "))")
        }
    }

    private mutating func follow(_ template: String, _ stack: [Frame], depth: Int) {
        // Of the same values twice, those inside hide the others.
        var stack = stack.enumerated().filter { index, frame in !stack.dropFirst(index + 1).contains { $0.name == frame.name } }.map(
            \.element)
        guard let tags = tags[template], depth < TemplateIncludes.depth, seen.count < TemplateContexts.most,
            seen.insert([template] + stack.map(\.name)).inserted
        else { return }
        var opened: [Int] = []
        for (number, tag) in tags.enumerated() {
            switch tag.sign {
            case UInt8(ascii: "#"), UInt8(ascii: "^"):
                let frame = take(tag.name, number, in: template, stack)
                opened.append(stack.count)
                if tag.sign == UInt8(ascii: "#") { stack.append(frame) }
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

    /// Looks a name up, notes what was found, and gives the values that a section of this name has.
    private mutating func take(_ name: String, _ number: Int, in template: String, _ stack: [Frame]) -> Frame {
        met[template, default: []].insert(number)
        let isOwn = name.hasPrefix(".")
        let parts = name.drop { "{& .".contains($0) }.split(separator: ".").map { String($0.filter { !" }".contains($0) }) }
        guard let first = parts.first else {
            answered[template, default: []].insert(number)
            return stack.last ?? Frame(name: "", keys: [:])
        }
        let frames = isOwn ? Array(stack.suffix(1)) : stack.reversed()
        guard first != "words" || parts.count < 2, let frame = frames.first(where: { $0.keys.keys.contains(first) }) else {
            if first == "words", frames.contains(where: { $0.keys.keys.contains("words") }) {
                answered[template, default: []].insert(number)
            }
            offered[template, default: [:]][number, default: []].formUnion(frames.flatMap(\.keys.keys))
            return Frame(name: "?\(name)", keys: [:])
        }
        var shape = frame.keys[first] ?? nil
        for part in parts.dropFirst() {
            guard let keys = shape.flatMap({ TemplateKeys.shapes[$0] }), let next = keys[part] else {
                let instead = shape.flatMap { TemplateKeys.shapes[$0]?.keys.map { (parts.dropLast() + [$0]).joined(separator: ".") } } ?? []
                offered[template, default: [:]][number, default: []].formUnion(instead)
                return Frame(name: "?\(name)", keys: [:])
            }
            shape = next
        }
        answered[template, default: []].insert(number)
        return Frame(name: shape ?? "", keys: shape.flatMap { TemplateKeys.shapes[$0] } ?? [:])
    }
}
