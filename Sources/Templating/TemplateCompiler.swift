/// Compiles templates for the values that they are given: every name is looked up once, here.
///
/// A name means the nearest values that have such a key, whether or not there is something under it.
struct TemplateCompiler {
    typealias Operation = TemplateProgram.Operation

    /// How many combinations of a template and values are compiled; the default theme has some 150 in all.
    private static let most = 5_000

    private let templates: [String: Template]
    private let words: [String: String]
    /// What is being compiled, from the outside to the inside.
    private var open: [Way: Opened] = [:]
    private var done: [Way: [Operation]] = [:]
    private var routines: [[Operation]] = []
    private var endless: [TemplateProgram.Include] = []
    private var tooMuch: TemplateProgram.Include?
    /// How many sections of the thing itself are open: each goes one step down in what is printed.
    private var steps = 0
    /// Every block that a template puts into its parent has a number.
    private var blocks: [TemplateBlock] = []

    /// A template in its place.
    private struct Way: Hashable {
        let template: String
        let scope: TemplateScope
        let blocks: [String: Int]
        let isIndented: Bool
    }

    private struct Opened {
        let steps: Int
        var routine: Int?
    }

    /// Where a part of a template is compiled.
    private struct Place {
        let template: String
        var scope: TemplateScope
        /// What fills blocks: numbers in ``TemplateCompiler/blocks``.
        var blocks: [String: Int] = [:]
        var isIndented = false
    }

    init(templates: [String: Template], words: [String: String]) {
        self.templates = templates
        self.words = words
    }

    mutating func program(_ template: String, _ keys: [ViewKeys]) -> TemplateProgram {
        let operations = included(template, Place(template: template, scope: TemplateScope(keys)), at: 0)
        return TemplateProgram(operations: operations, routines: routines, keys: keys, endless: endless, tooMuch: tooMuch)
    }

    /// A template that another one includes.
    private mutating func included(_ name: String, _ outer: Place, at place: Int) -> [Operation] {
        guard let template = templates[name] else { return [] }
        let way = Way(template: name, scope: outer.scope, blocks: outer.blocks, isIndented: outer.isIndented)
        if let operations = done[way] { return operations }
        if let opened = open[way] {
            guard opened.steps < steps else {
                endless.append(TemplateProgram.Include(template: outer.template, place: place))
                return []
            }
            return [.call(routine(way, opened))]
        }
        guard done.count + open.count < TemplateCompiler.most else {
            tooMuch = tooMuch ?? TemplateProgram.Include(template: outer.template, place: place)
            return []
        }
        open[way] = Opened(steps: steps)
        let inner = Place(template: name, scope: outer.scope, blocks: outer.blocks, isIndented: outer.isIndented)
        let operations = compiled(template.nodes, inner)
        if let routine = open.removeValue(forKey: way)?.routine { routines[routine] = operations }
        done[way] = operations
        return operations
    }

    private mutating func routine(_ way: Way, _ opened: Opened) -> Int {
        if let number = opened.routine { return number }
        routines.append([])
        open[way]?.routine = routines.count - 1
        return routines.count - 1
    }

    private mutating func compiled(_ nodes: [TemplateNode], _ place: Place) -> [Operation] {
        var operations: [Operation] = []
        for node in nodes {
            switch node {
            case .text(let bytes): operations.append(bytes)
            case .lineStart(let white):
                if place.isIndented { operations.append(.lineStart) }
                operations.append(white)
            case .value(let name, let isHTML):
                switch place.scope.meaning(of: name, words) {
                case .word(let word): operations.append(Array((isHTML ? word : HTMLEscaping.escaped(word)).utf8))
                case .value(let path, _): operations.append(isHTML ? .html(path) : .text(path))
                case .words, .nothing: break
                }
            case .section(let name, let isInverted, let inner):
                operations.append(contentsOf: isInverted ? inverted(name, inner, place) : section(name, inner, place))
            case .partial(let name, let white, let start):
                operations.append(contentsOf: indented(white, place) { $0.included(name, $1, at: start) })
            case .parent(let name, let white, let filled, let start):
                operations.append(contentsOf: parent(name, white, filled, start, place))
            case .block(let name, let white, let inner):
                let nodes = place.blocks[name].map { blocks[$0].nodes } ?? inner
                operations.append(contentsOf: indented(white, place) { $0.compiled(nodes, $1) })
            }
        }
        return operations
    }

    private mutating func section(_ name: TemplateName, _ inner: [TemplateNode], _ outer: Place) -> [Operation] {
        var place = outer
        switch outer.scope.meaning(of: name, words) {
        case .nothing: return []
        case .words, .word:
            place.scope = outer.scope.with(words: outer.scope.meaning(of: name, words))
            return compiled(inner, place)
        case .value(let path, let kind):
            let (scope, frames) = outer.scope.inside(kind)
            place.scope = scope
            let goesDown = name.isOwn && !name.parts.isEmpty && kind?.inner != nil
            if goesDown { steps += 1 }
            let operations = compiled(inner, place)
            if goesDown { steps -= 1 }
            return [.section(path, frames, operations)]
        }
    }

    private mutating func inverted(_ name: TemplateName, _ inner: [TemplateNode], _ place: Place) -> [Operation] {
        switch place.scope.meaning(of: name, words) {
        case .nothing: compiled(inner, place)
        case .words, .word: []
        case .value(let path, _): [.inverted(path, compiled(inner, place))]
        }
    }

    /// A parent, with its own blocks unless one outside it fills them.
    private mutating func parent(
        _ name: String, _ white: [UInt8], _ filled: [String: TemplateBlock], _ start: Int, _ outer: Place
    ) -> [Operation] {
        var place = outer
        for (block, content) in filled.sorted(by: { $0.key < $1.key }) where outer.blocks[block] == nil {
            place.blocks[block] = blocks.count
            blocks.append(content)
        }
        return indented(white, place) { $0.included(name, $1, at: start) }
    }

    private mutating func indented(
        _ white: [UInt8], _ outer: Place, _ compile: (inout TemplateCompiler, Place) -> [Operation]
    ) -> [Operation] {
        guard !white.isEmpty else { return compile(&self, outer) }
        var place = outer
        place.isIndented = true
        return [.indented(white, compile(&self, place))]
    }
}

extension [TemplateProgram.Operation] {
    /// Puts bytes down, in one operation with those before them.
    fileprivate mutating func append(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        if case .literal(let before)? = last {
            self[count - 1] = .literal(before + bytes)
        } else {
            append(.literal(bytes))
        }
    }

    fileprivate mutating func append(contentsOf operations: [Element]) {
        for operation in operations {
            if case .literal(let bytes) = operation { append(bytes) } else { append(operation) }
        }
    }
}
