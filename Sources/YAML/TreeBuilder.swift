import Diagnostics

/// Builds the tree from events, without recursion, and finds what YAML allows and Waymark does not.
struct TreeBuilder {
    private let file: SourceFile
    private var open: [Collection] = []
    private var count = 0
    private var documents = 0
    private(set) var root: Node?
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var isOpen = true
    /// What is hidden after the last text.
    private var hidden: HiddenText?

    /// A list or map whose end has not been seen.
    private struct Collection {
        var isMapping: Bool
        var start: SourceRange
        var nodes: [Node] = []
        var entries: [Node.Entry] = []
        var keys: [String: SourceRange] = [:]
        var key: Node.Key?
        /// What follows a key that was refused is read and dropped.
        var dropsValue = false
        var awaitsValue = false
    }

    init(file: SourceFile) { self.file = file }

    mutating func take(_ event: Event) {
        refuseAnchorsAndTags(event)
        guard isOpen else { return }
        hidden = nil
        switch event.kind {
        case .streamStart, .documentEnd: break
        case .streamEnd: isOpen = false
        case .documentStart:
            documents += 1
            if documents > 1 {
                fail(
                    Diagnostic(
                        "yaml/second-document", "a file can hold only one document, and `---` starts a second one",
                        at: event.range, help: "delete the line, or move what follows into a file of its own"))
            }
        case .alias(let name):
            fail(
                Diagnostic(
                    "yaml/alias", "`*\(name)` repeats another part of the file, which is not allowed", at: event.range,
                    help: "write the value out; if the text starts with an asterisk, put it in quotes"))
        case .scalar(let scalar):
            refuseControls(scalar, at: event.range)
            warnOfFoldedList(scalar, at: event.range)
            hidden = scalar.style == .plain ? HiddenText(behind: event.range) : nil
            if let hidden { diagnostics.append(hidden.warning) }
            close(Node(.scalar(scalar), at: event.range))
        case .sequenceStart: begin(Collection(isMapping: false, start: event.range))
        case .mappingStart: begin(Collection(isMapping: true, start: event.range))
        case .collectionEnd: end(event.range)
        }
    }

    /// Reports what makes the rest of the file unreadable, and stops.
    mutating func fail(_ diagnostic: Diagnostic) {
        if let hidden, diagnostic.rule == "yaml/syntax" {
            diagnostics[diagnostics.count - 1] = hidden.error
        } else {
            diagnostics.append(diagnostic)
        }
        root = nil
        isOpen = false
    }

    private mutating func refuseAnchorsAndTags(_ event: Event) {
        if event.anchor != nil {
            let word = firstWord(of: event.range)
            fail(
                Diagnostic(
                    "yaml/anchor", "`\(word.text)` names a part of the file, which is not allowed", at: word,
                    help: "delete the name; if the text starts with `&`, put it in quotes"))
        } else if event.tag != nil {
            let word = firstWord(of: event.range)
            diagnostics.append(
                Diagnostic(
                    "yaml/tag", "`\(word.text)` is a tag, which is not allowed", at: word,
                    help: "delete the tag; if the text starts with `!`, put it in quotes"))
        }
    }

    /// What is before the first white space of a range: an anchor or a tag.
    private func firstWord(of range: SourceRange) -> SourceRange {
        let word = file.bytes[range.bytes.lowerBound...].prefix { $0 > 32 }.prefix(80)
        return SourceRange(file, word.startIndex..<word.endIndex)
    }

    /// `"\\0"` and the like: what a file may not hold cannot come in by an escape.
    private mutating func refuseControls(_ scalar: Scalar, at range: SourceRange) {
        guard scalar.style == .doubleQuoted else { return }
        let isControl = scalar.text.utf8.contains { ($0 < 32 && $0 != 9 && $0 != 10) || $0 == 127 }
        guard isControl || InvisibleCharacter.first(in: Array(scalar.text.utf8)) != nil else { return }
        diagnostics.append(
            Diagnostic(
                "content/control-character", "an escape in this text produces an invisible control character", at: range,
                help: "delete it, or write the backslash twice"))
    }

    /// A line that looks like an entry of a list and is too far in goes on with the text above, for YAML.
    private mutating func warnOfFoldedList(_ scalar: Scalar, at range: SourceRange) {
        guard scalar.style == .plain, var end = file.bytes[range.bytes].firstIndex(of: 10) else { return }
        while end < range.bytes.upperBound {
            let line = file.bytes[(end + 1)..<range.bytes.upperBound].prefix { $0 != 10 }
            let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            if text.starts(with: "- ".utf8) || text.elementsEqual("-".utf8) {
                diagnostics.append(
                    Diagnostic(
                        "yaml/folded-list", "this line is not a list entry, but continues the text above it",
                        at: SourceRange(file, text.startIndex..<text.endIndex), severity: .warning,
                        help: "line it up with the entry above; if it is part of the text, put the text in quotes"))
                return
            }
            end = line.endIndex
        }
    }

    private mutating func begin(_ collection: Collection) {
        guard open.count < Limits.depth else {
            return fail(
                Diagnostic(
                    "yaml/too-deep", "lists and maps are nested more than \(Limits.depth) deep", at: collection.start,
                    help: "split the file, or look for brackets that are never closed"))
        }
        if let last = open.indices.last, open[last].isMapping, !open[last].awaitsValue {
            let start = collection.start.bytes.lowerBound
            if start > 0, file.bytes[start] == UInt8(ascii: "{"), file.bytes[start - 1] == UInt8(ascii: "{") {
                return fail(
                    Diagnostic(
                        "yaml/key", "a text that starts with `{{` needs quotes around it",
                        at: SourceRange(file, start - 1..<start + 1), help: "write \"{{ file.id }} …\""))
            }
            return fail(
                Diagnostic(
                    "yaml/key", "a key must be text, and this one is a list or a map", at: collection.start,
                    help: "put quotes around text that starts with `[` or `{`"))
        }
        open.append(collection)
    }

    private mutating func end(_ range: SourceRange) {
        guard let collection = open.popLast() else { return }
        let lower = collection.start.bytes.lowerBound
        let whole = SourceRange(file, lower..<max(lower, trimmedEnd(range.bytes.upperBound, from: lower)))
        close(Node(collection.isMapping ? .mapping(collection.entries) : .sequence(collection.nodes), at: whole))
    }

    /// Block collections end, for libyaml, where the next token starts: white space before it does not belong to them.
    private func trimmedEnd(_ end: Int, from start: Int) -> Int {
        var index = min(end, file.bytes.count)
        while index > start, [UInt8(ascii: " "), UInt8(ascii: "\n")].contains(file.bytes[index - 1]) { index -= 1 }
        return index
    }

    /// Puts a finished node into what holds it.
    private mutating func close(_ node: Node) {
        count += 1
        guard count <= Limits.nodes else {
            return fail(
                Diagnostic(
                    "yaml/too-large", "the file holds more than \(Limits.nodes) values", at: node.range,
                    help: "split it, or move the table into a CSV file"))
        }
        guard let last = open.indices.last else {
            root = node
            return
        }
        guard open[last].isMapping else {
            open[last].nodes.append(node)
            return
        }
        if open[last].awaitsValue {
            open[last].awaitsValue = false
            if let key = open[last].key, !open[last].dropsValue {
                open[last].entries.append(Node.Entry(key: key, value: node))
            }
        } else {
            takeKey(node, of: last)
        }
    }

    private mutating func takeKey(_ node: Node, of index: Int) {
        open[index].awaitsValue = true
        open[index].dropsValue = true
        guard case .scalar(let scalar) = node.value else { return }
        guard !scalar.text.isEmpty else {
            diagnostics.append(
                Diagnostic("yaml/key", "a key is missing before this colon", at: node.range, help: "name the field"))
            return
        }
        if scalar.text == "<<" {
            diagnostics.append(
                Diagnostic(
                    "yaml/merge", "`<<` merges another map into this one, which is not allowed", at: node.range,
                    help: "write the fields out"))
            return
        }
        if let first = open[index].keys[scalar.text] {
            diagnostics.append(
                Diagnostic(
                    "yaml/duplicate-key", "the key \"\(scalar.text)\" is used twice in the same map", at: node.range,
                    notes: ["the first one is on line \(first.start.line)"], help: "delete or rename one of the two"))
            return
        }
        open[index].keys[scalar.text] = node.range
        open[index].key = Node.Key(text: scalar.text, range: node.range)
        open[index].dropsValue = false
    }
}
