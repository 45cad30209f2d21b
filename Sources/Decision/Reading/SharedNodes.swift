import YAML

extension Node {
    /// The same mapping with other values; anything else as it is.
    func mapped(_ body: (Key, Node) -> Node) -> Node {
        guard case .mapping(let entries) = value else { return self }
        return Node(.mapping(entries.map { Entry(key: $0.key, value: body($0.key, $0.value)) }), at: range)
    }

    /// The same mapping with other keys and values; anything else as it is.
    func mappedEntries(_ body: (Entry) -> Entry) -> Node {
        guard case .mapping(let entries) = value else { return self }
        return Node(.mapping(entries.map(body)), at: range)
    }

    /// The same list with other items; anything else is taken as the one item.
    func mappedItems(_ body: (Node) -> Node) -> Node {
        guard case .sequence(let items) = value else { return body(self) }
        return Node(.sequence(items.map(body)), at: range)
    }

    /// The same with other texts, keys aside.
    func mappedTexts(_ body: (String) -> String) -> Node {
        switch value {
        case .scalar(let scalar): Node(.scalar(Scalar(text: body(scalar.text), style: scalar.style)), at: range)
        case .sequence(let items): Node(.sequence(items.map { $0.mappedTexts(body) }), at: range)
        case .mapping: mapped { $1.mappedTexts(body) }
        }
    }
}

extension Node.Key {
    /// The same key with another text.
    func named(_ text: String) -> Node.Key { Node.Key(text: text, range: range) }
}

extension String {
    /// The text with other names in the places of names: words of small letters, digits and hyphens, a point and more aside. What follows
    /// a number counts it, and what is before a parenthesis is a function.
    ///
    /// - Parameter body: given a name, and the rest of it behind its point; nil to leave it.
    func replacingNames(_ body: (_ name: String, _ rest: Substring) -> String?) -> String {
        var endOfNumber: Index?
        return replacing(/[A-Za-z0-9][A-Za-z0-9.\-]*/) { match in
            let word = match.0
            let isCounted = endOfNumber.map { self[$0..<match.range.lowerBound].allSatisfy { $0 == " " } } ?? false
            endOfNumber = word.first?.isNumber ?? false ? match.range.upperBound : nil
            guard !isCounted, word.first?.isLowercase ?? false else { return String(word) }
            let name = word.prefix { $0 != "." }
            let next = self[match.range.upperBound...].drop { $0 == " " }.first
            guard next != "(", let other = body(String(name), word[name.endIndex...]) else { return String(word) }
            return other
        }
    }
}
