import Diagnostics
import Forms
import Templating
import Words

/// Finds what templates of a site leave out and no page can do without: its title, its main part, and the place of what other
/// templates put into a block. Mustache prints the rest, and nothing tells what is lost.
struct TemplateParts {
    private let files: [String: ThemeFile]
    private let tags: [String: [TemplateCheck.Tag]]

    /// - Parameter files: all templates of a site, the theme's and its own.
    init(_ files: [ThemeFile]) {
        self.files = Dictionary(files.compactMap { file in file.templateName.map { ($0, file) } }) { _, last in last }
        tags = self.files.mapValues { TemplateCheck.tags(in: $0.source) }
    }

    /// What is missing, by template.
    func problems() -> [Diagnostic] {
        var seen = Set<String>()
        return (lostBlocks() + lostElements()).filter { seen.insert("\($0.message) \($0.range?.bytes.lowerBound ?? 0)").inserted }
    }

    private func lostBlocks() -> [Diagnostic] {
        files.keys.sorted().flatMap { name in
            fills(of: name).compactMap { fill -> Diagnostic? in
                guard let parent = files[fill.parent] else { return nil }
                let blocks = Set(closure(of: fill.parent).flatMap { tags[$0] ?? [] }.filter { $0.sign == UInt8(ascii: "$") }.map(\.name))
                guard !blocks.contains(fill.block.name) else { return nil }
                let block = fill.block.name
                // A parent with other blocks is whole, and the name of this one may be misspelt.
                if files[name]?.isOwn == true, !blocks.isEmpty || !parent.isOwn {
                    return Diagnostic(
                        "template/missing-part", "\(fill.parent) has no block \"\(block)\"", at: fill.block.place,
                        help:
                            "use \(listed(blocks.sorted(), "or")), or write {{$\(block)}}{{/\(block)}} in Templates/\(fill.parent).mustache"
                    )
                }
                guard parent.isOwn else { return nil }
                return Diagnostic(
                    "template/missing-part", "the block \"\(block)\" is missing, so what other templates put into it is lost", at: nil,
                    path: parent.source.path, help: "write {{$\(block)}}{{/\(block)}} where it belongs")
            }
        }
    }

    /// `{{<parent}}{{$block}}`
    private func fills(of template: String) -> [(parent: String, block: TemplateCheck.Tag)] {
        var open: [TemplateCheck.Tag] = []
        var fills: [(String, TemplateCheck.Tag)] = []
        for tag in tags[template] ?? [] {
            switch tag.sign {
            case UInt8(ascii: "$"):
                if let parent = open.last, parent.sign == UInt8(ascii: "<") { fills.append((parent.name, tag)) }
                open.append(tag)
            case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "<"): open.append(tag)
            case UInt8(ascii: "/"): _ = open.popLast()
            default: break
            }
        }
        return fills
    }

    private func lostElements() -> [Diagnostic] {
        let pages = TemplateKeys.rendered.filter { TemplateKeys.keys(of: $0)?.first?["page"] != nil }
        return pages.flatMap { page in
            let parts = closure(of: page)
            // What an unknown template would bring along is told with its name.
            let included = parts.flatMap { tags[$0] ?? [] }.filter(isInclude)
            guard let own = parts.compactMap({ files[$0] }).first(where: \.isOwn), included.allSatisfy({ files[$0.name] != nil }) else {
                return [Diagnostic]()
            }
            let needed = [("<title", "<title>{{page.documentTitle}}</title>"), ("<main", "<main id=\"main\">")]
            return needed.filter { sign, _ in
                !parts.contains { files[$0].map { $0.source.bytes.firstRange(of: Array(sign.utf8)) != nil } ?? false }
            }.map { sign, tag in
                Diagnostic(
                    "template/missing-part", "pages have no \(sign)> with this template", at: nil, path: own.source.path,
                    help: "write \(tag) here or in a template that it includes")
            }
        }
    }

    private func isInclude(_ tag: TemplateCheck.Tag) -> Bool { tag.sign == UInt8(ascii: "<") || tag.sign == UInt8(ascii: ">") }

    /// A template with all that it includes, the nearest first.
    private func closure(of template: String) -> [String] {
        var names = [template]
        var next = 0
        while next < names.count {
            for tag in tags[names[next]] ?? [] where isInclude(tag) {
                if files[tag.name] != nil, !names.contains(tag.name) { names.append(tag.name) }
            }
            next += 1
        }
        return names
    }
}
