extension TemplateProgram {
    /// Fills in the template.
    ///
    /// - Parameter views: what it was compiled for.
    package func rendered(_ views: [any TemplateView]) -> [UInt8] {
        let fits = zip(keys, views).allSatisfy { $0.fit(type(of: $1).keys) }
        guard keys.count == views.count, fits else {
            assertionFailure("a template is given other values than it was compiled for")
            return []
        }
        return rendered(views.map(\.object))
    }

    func rendered(_ objects: [TemplateObject]) -> [UInt8] {
        var rendering = TemplateRendering(routines: routines, values: objects.map(TemplateValue.object))
        rendering.run(operations)
        return rendering.output
    }
}

/// One template being filled in.
private struct TemplateRendering {
    let routines: [[TemplateProgram.Operation]]
    /// What can be asked for, the innermost last.
    var values: [TemplateValue]
    var output: [UInt8] = []
    /// What each line of an included template starts with.
    var indentation: [UInt8] = []

    init(routines: [[TemplateProgram.Operation]], values: [TemplateValue]) {
        self.routines = routines
        self.values = values
        output.reserveCapacity(16_384)
    }

    mutating func run(_ operations: [TemplateProgram.Operation]) {
        for operation in operations {
            switch operation {
            case .literal(let bytes): output += bytes
            case .text(let path): if case .text(let text) = value(at: path) { HTMLEscaping.append(text, to: &output) }
            case .html(let path): if case .text(let text) = value(at: path) { output += text.utf8 }
            case .section(let path, let frames, let inner): section(value(at: path), frames, inner)
            case .inverted(let path, let inner): if value(at: path).isNothing { run(inner) }
            case .call(let routine): run(routines[routine])
            case .lineStart: if output.last == UInt8(ascii: "\n") || output.isEmpty { output += indentation }
            case .indented(let white, let inner):
                let outer = indentation
                indentation += white
                run(inner)
                indentation = outer
            }
        }
    }

    private mutating func section(_ value: TemplateValue, _ frames: TemplateFrames, _ inner: [TemplateProgram.Operation]) {
        guard !value.isNothing else { return }
        guard case .same = frames else {
            let outer = values
            if case .replaced(let kept) = frames { values = kept.map { outer[$0] } }
            let place = values.count
            values.append(value)
            if case .list(let items) = value {
                for item in items {
                    values[place] = item
                    run(inner)
                }
            } else {
                run(inner)
            }
            values = outer
            return
        }
        run(inner)
    }

    private func value(at path: TemplatePath) -> TemplateValue {
        var value = values[path.frame]
        for slot in path.slots {
            guard case .object(let object) = value else { return .absent }
            value = object.values[slot]
        }
        return value
    }
}

extension TemplateValue {
    /// Whether a section of it is left out. An empty text is something.
    fileprivate var isNothing: Bool {
        switch self {
        case .absent: true
        case .flag(let isTrue): !isTrue
        case .list(let items): items.isEmpty
        case .text, .object: false
        }
    }
}
