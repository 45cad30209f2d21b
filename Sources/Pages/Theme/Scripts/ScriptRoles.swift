/// What each word of a module is there.
enum ScriptRole {
    /// No word, or one of the language.
    case none
    /// A property, which others may ask for: never changed.
    case property
    /// A name that stands for a value.
    case name
    /// A name that is a property too: `{ a }` is `{ a: a }`.
    case shorthand
    /// One of these; it cannot be told which.
    case uncertain
    /// Part of an import or export, which is written anew.
    case dropped
}

extension ScriptModule {
    /// The roles of the words, by their places.
    func roles() -> [ScriptRole] {
        var result = [ScriptRole](repeating: .none, count: tokens.count)
        // By the place of an object's bracket: whether the next word in it is a property.
        var isAtKey: [Int: Bool] = [:]
        for place in tokens.indices {
            let token = tokens[place]
            let around = token.parent
            let brace = around >= 0 && tokens[around].isSign("{") ? tokens[around].brace : .statement
            if token.isSign("{"), token.brace == .object { isAtKey[place] = true }
            if brace == .object, token.kind == .sign {
                if token.text == "," { isAtKey[around] = true }
                if [":", "=", "..."].contains(token.text) { isAtKey[around] = false }
            }
            guard token.kind == .word else { continue }
            if importWords.contains(place) {
                result[place] = .dropped
            } else if isBehindPoint(place) {
                result[place] = .property
            } else {
                result[place] = role(place, brace, isAtKey: isAtKey[around] ?? false)
            }
            if ScriptToken.reserved.contains(token.text), result[place] != .property { result[place] = .none }
        }
        return result
    }

    private func isBehindPoint(_ place: Int) -> Bool {
        place > 0 && (tokens[place - 1].isSign(".") || tokens[place - 1].isSign("?."))
    }

    private func role(_ place: Int, _ brace: ScriptToken.Brace, isAtKey: Bool) -> ScriptRole {
        let next = place + 1 < tokens.count && tokens[place + 1].kind == .sign ? tokens[place + 1].text : ""
        switch brace {
        case .object:
            guard isAtKey else { return next == ":" ? role(beforeColon: place) : .name }
            return [",", "}", "="].contains(next) ? .shorthand : .property
        case .class:
            guard place > 0 else { return .uncertain }
            let last = tokens[place - 1]
            let isFirst = (last.kind == .sign ? ["{", "}", ";"] : ["static", "get", "set", "async"]).contains(last.text)
            return isFirst && ["(", "=", ";", "}"].contains(next) ? .property : .uncertain
        case .statement, .function:
            if place > 0, tokens[place - 1].kind == .word, ["break", "continue"].contains(tokens[place - 1].text),
                !tokens[place].isAfterLine
            {
                return .uncertain
            }
            return next == ":" ? role(beforeColon: place) : .name
        case .names, .unknown: return .uncertain
        }
    }

    /// In `a ? b : c` and behind `case`, `b` is a name; else it may be a label.
    private func role(beforeColon place: Int) -> ScriptRole {
        guard place > 0 else { return .uncertain }
        let last = tokens[place - 1]
        if last.kind == .word {
            return last.text != "else" && last.text != "do" && ScriptToken.expressionWords.contains(last.text) ? .name : .uncertain
        }
        return last.kind == .sign && ![";", "{", "}", ")", "]", ":", ",", "++", "--"].contains(last.text) ? .name : .uncertain
    }
}
