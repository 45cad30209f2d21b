import Diagnostics
import Templating

/// Finds templates that include themselves, directly or through others, and those that include too much: filling them in
/// would never end.
///
/// A template may include itself inside a section of the thing that is printed (`{{#.children}}`, with a point in front):
/// there it goes one step down each time, and what is printed has an end.
enum TemplateIncludes {
    /// One `{{> name}}` or `{{<name}}`.
    struct Include {
        let name: String
        let place: SourceRange
        /// Whether it is in a section of the thing itself.
        let goesDown: Bool
    }

    /// The messages about all templates together.
    static func problems(in sources: [(name: String, source: SourceFile)]) -> [Diagnostic] {
        var graph = Graph()
        for (name, source) in sources { graph.includes[name] = includes(in: source) }
        for (name, _) in sources { graph.visit(name) }
        return graph.problems
    }

    /// The same, as the compiler finds it: a section of a yes or no goes nowhere, and a key of another template isn't below this one.
    static func problems(in templates: TemplateLibrary, _ sources: [String: SourceFile]) -> [Diagnostic] {
        var seen: Set<String> = []
        func place(of include: TemplateProgram.Include) -> SourceRange? {
            guard let source = sources[include.template], seen.insert("\(include.template) \(include.place)").inserted else { return nil }
            return TemplateCheck.tags(in: source).first { $0.place.bytes.lowerBound == include.place }?.place
        }
        return TemplateKeys.rendered.compactMap(templates.program).flatMap { program in
            program.endless.compactMap { include in place(of: include).map { circle([include.template], at: $0) } }
                + [program.tooMuch].compactMap { $0 }.compactMap(place).map(tooMuch)
        }
    }

    private static func circle(_ names: ArraySlice<String>, at place: SourceRange) -> Diagnostic {
        let through = names.dropFirst().dropLast()
        return Diagnostic(
            "template/circle",
            through.isEmpty
                ? "the template \(names.last ?? "") includes itself endlessly"
                : "the template \(names.last ?? "") includes itself endlessly through \(listed(Array(through)))", at: place,
            help: "remove the tag, or put it into a section of the item itself: {{#.children}} … {{/.children}}")
    }

    private static func tooMuch(at place: SourceRange) -> Diagnostic {
        Diagnostic(
            "template/circle", "templates are nested too deep here", at: place,
            help: "combine them in one template")
    }

    private static func listed(_ names: [String]) -> String { names.prefix(5).joined(separator: ", ") }

    /// How many templates a template may fill in, all included ones counted as often as they are included.
    private static let limit = 100_000
    /// How many templates may be inside one another, and how many sections.
    static let depth = Template.depth

    private static func includes(in source: SourceFile) -> [Include] {
        var open: [Bool] = []
        return TemplateCheck.tags(in: source).compactMap { tag in
            switch tag.sign {
            case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "$"): open.append(tag.sign == UInt8(ascii: "#") && goesDown(tag))
            case UInt8(ascii: "/"): _ = open.popLast()
            case UInt8(ascii: ">"): return Include(name: tag.name, place: tag.place, goesDown: open.contains(true))
            case UInt8(ascii: "<"):
                defer { open.append(false) }
                return Include(name: tag.name, place: tag.place, goesDown: open.contains(true))
            default: break
            }
            return nil
        }
    }

    /// Whether a section is one of the thing itself: a point alone is the thing once more.
    private static func goesDown(_ tag: TemplateCheck.Tag) -> Bool { tag.name.hasPrefix(".") && tag.name != "." }

    /// Which template includes which.
    private struct Graph {
        var includes: [String: [Include]] = [:]
        var problems: [Diagnostic] = []
        private var open: [String] = []
        /// How many templates each fills in, and how deep they are in one another.
        private var done: [String: (count: Int, depth: Int)] = [:]

        mutating func visit(_ name: String) {
            guard done[name] == nil else { return }
            open.append(name)
            var (count, depth) = (1, 1)
            for include in includes[name] ?? [] where !include.goesDown && includes[include.name] != nil {
                if let start = open.firstIndex(of: include.name) {
                    problems.append(circle(open[start...] + [include.name], at: include.place))
                    continue
                }
                // Nobody writes so many; and the search for a circle ends before it goes too deep itself.
                guard open.count < TemplateIncludes.depth else {
                    problems.append(tooMuch(at: include.place))
                    continue
                }
                visit(include.name)
                let inner = done[include.name] ?? (1, 1)
                (count, depth) = (count + inner.count, max(depth, inner.depth + 1))
                if count > limit || depth > TemplateIncludes.depth {
                    problems.append(tooMuch(at: include.place))
                    (count, depth) = (1, 1)
                }
            }
            open.removeLast()
            done[name] = (count, depth)
        }
    }
}
