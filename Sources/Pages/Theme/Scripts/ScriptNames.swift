/// The names that a module declares, and where.
///
/// A name may be changed if every place where it stands lies in a scope that declares it, and every place is certain to
/// mean a value. Scopes that end where it cannot be seen, as behind `x =>`, are taken too short for this question, so a
/// name of the browser's that is also declared somewhere is never changed; and too long for the question whether two
/// names may become the same one. All places of a name change together: which scope each belongs to does not matter.
struct ScriptNames {
    struct Name {
        /// Where it stands, in order.
        var places: [Int] = []
        /// Where it is surely declared, and where it may be at most.
        fileprivate(set) var sure: [Range<Int>] = []
        fileprivate(set) var most: [Range<Int>] = []
        /// Whether it is declared outside all functions and blocks.
        fileprivate(set) var isOutermost = false
        fileprivate var isUncertain = false
        fileprivate(set) var shorthands = 0

        /// Whether it may get another name.
        var isOurs: Bool { !isUncertain && !sure.isEmpty && places.allSatisfy { place in sure.contains { $0.contains(place) } } }
    }

    let module: ScriptModule
    let roles: [ScriptRole]
    private(set) var names: [String: Name] = [:]
    /// By the place of the `;` behind them: declarations that the next of their kind could continue. Not of `var`, which
    /// may depend on an `if`.
    private(set) var declarationEnds: [Int: (keyword: String, isExported: Bool)] = [:]
    private var tokens: [ScriptToken] { module.tokens }

    /// Nil if a declaration is not understood.
    init?(_ module: ScriptModule) {
        self.module = module
        roles = module.roles()
        // A word that is written with an escape might be any name, and `eval` may use all.
        let isAny = module.tokens.contains { token in
            token.kind == .word && (token.text.utf8.contains(UInt8(ascii: "\\")) || token.text == "eval")
        }
        guard !isAny else { return nil }
        for (place, role) in roles.enumerated() where [.name, .shorthand, .uncertain].contains(role) {
            names[tokens[place].text, default: Name()].places.append(place)
            if role == .uncertain { names[tokens[place].text]?.isUncertain = true }
            if role == .shorthand { names[tokens[place].text]?.shorthands += 1 }
        }
        for name in module.imports.flatMap(\.names) {
            guard !ScriptToken.reserved.contains(name.here) else { return nil }
            declare(name.here, everywhere, everywhere)
            names[name.here]?.isOutermost = true
        }
        for place in tokens.indices { guard readDeclaration(at: place) else { return nil } }
    }

    private var everywhere: Range<Int> { -1..<tokens.count }

    private mutating func declare(_ name: String, _ sure: Range<Int>, _ most: Range<Int>) {
        names[name, default: Name()].sure.append(sure)
        names[name]?.most.append(most)
    }

    private func isSign(_ place: Int, _ sign: String) -> Bool { tokens.indices.contains(place) && tokens[place].isSign(sign) }

    /// Whether a word of the language stands here, and not a property of this name.
    private func isWord(_ place: Int, _ word: String) -> Bool {
        tokens.indices.contains(place) && tokens[place].isWord(word) && roles[place] != .property
    }

    /// What the innermost brackets around a place hold; everything if there are none.
    private func around(_ place: Int) -> Range<Int> {
        let parent = tokens[place].parent
        return parent < 0 ? everywhere : parent..<end(of: parent)
    }

    /// The place of the closing bracket; for a template the end of this `${…}`.
    private func end(of bracket: Int) -> Int { tokens[bracket].partner }

    // MARK: Declarations

    /// Declares what a word or sign declares; false when it is not understood.
    private mutating func readDeclaration(at place: Int) -> Bool {
        let token = tokens[place]
        if token.kind == .word, roles[place] != .property {
            switch token.text {
            case "const", "let", "var": return readVariables(at: place)
            case "function": return readFunction(at: place)
            case "class": return readName(at: place + 1, of: place)
            case "catch" where isSign(place + 1, "("):
                return readHead(at: place + 1, body: end(of: place + 1) + 1)
            default: return true
            }
        }
        if token.isSign("=>") { return readArrow(at: place) }
        if token.isSign("{"), token.brace == .function, isSign(place - 1, ")") {
            return readHead(at: tokens[place - 1].partner, body: place)
        }
        return true
    }

    private mutating func readVariables(at place: Int) -> Bool {
        let parent = tokens[place].parent
        // `for (const x of …)`: up to the end of what is repeated.
        let isLoop = parent >= 0 && tokens[parent].isSign("(")
        guard parent < 0 || isLoop || [.statement, .function].contains(tokens[parent].brace) && tokens[parent].isSign("{") else {
            return false
        }
        let sure = isLoop ? parent..<endOfStatement(from: end(of: parent) + 1) : around(place)
        let most = tokens[place].text == "var" ? everywhere : isLoop ? around(parent) : around(place)
        var next: Int? = place + 1
        while let element = next {
            // Of `export const a = 1, b = 2` only the first is known to be exported.
            guard element == place + 1 || !module.exportWords.contains(place - 1) else { return false }
            guard let end = readElement(at: element, sure, most, isOutermost: parent < 0) else { return false }
            next = isSign(end, ",") ? end + 1 : nil
            if !isLoop, tokens[place].text != "var", isSign(end, ";") {
                declarationEnds[end] = (tokens[place].text, module.exportWords.contains(place - 1))
            }
        }
        return true
    }

    /// `function`, `function*`, with or without a name. The parameters are read at the body.
    private mutating func readFunction(at place: Int) -> Bool {
        readName(at: isSign(place + 1, "*") ? place + 2 : place + 1, of: place)
    }

    /// The name of a function or class: in an expression it is no name outside, and stays as it is.
    private mutating func readName(at place: Int, of word: Int) -> Bool {
        guard place < tokens.count, tokens[place].kind == .word, !ScriptToken.reserved.contains(tokens[place].text) else { return true }
        let first = word > 0 && tokens[word - 1].isWord("async") ? word - 1 : word
        let isStatement =
            first == 0 || isWord(first - 1, "export") || isSign(first - 1, ";") || tokens[first - 1].isSign("{")
            || isSign(first - 1, "}") && tokens[first - 1].brace == .statement
        guard isStatement, tokens[place].parent < 0 || tokens[tokens[place].parent].isSign("{") else {
            names[tokens[place].text]?.isUncertain = true
            return true
        }
        declare(tokens[place].text, around(place), around(place))
        if tokens[place].parent < 0 { names[tokens[place].text]?.isOutermost = true }
        return true
    }

    /// Parameters in brackets, with the body in braces.
    private mutating func readHead(at opening: Int, body: Int) -> Bool {
        guard isSign(body, "{") else { return false }
        return readParameters(at: opening, opening..<end(of: body), opening..<end(of: body))
    }

    private mutating func readArrow(at place: Int) -> Bool {
        guard place > 0 else { return false }
        let first = isSign(place - 1, ")") ? tokens[place - 1].partner : place - 1
        let body = place + 1
        let end = isSign(body, "{") ? end(of: body) : endOfExpression(from: body)
        if first != place - 1 { return readParameters(at: first, first..<end, around(place)) }
        return readElement(at: first, first..<end, around(place), isOutermost: false) != nil
    }

    private mutating func readParameters(at opening: Int, _ sure: Range<Int>, _ most: Range<Int>) -> Bool {
        var place = opening + 1
        while place < end(of: opening) {
            guard let next = readElement(at: isSign(place, "...") ? place + 1 : place, sure, most, isOutermost: false) else { return false }
            guard isSign(next, ",") || next == end(of: opening) else { return false }
            place = next == end(of: opening) ? next : next + 1
        }
        return true
    }

    // MARK: Patterns

    /// A name or a pattern with what stands in its place when nothing is given; returns the place behind.
    private mutating func readElement(at place: Int, _ sure: Range<Int>, _ most: Range<Int>, isOutermost: Bool) -> Int? {
        guard tokens.indices.contains(place) else { return nil }
        let token = tokens[place]
        var next = place + 1
        if token.kind == .word {
            if !ScriptToken.reserved.contains(token.text) {
                declare(token.text, sure, most)
                if isOutermost { names[token.text]?.isOutermost = true }
            }
        } else if token.isSign("[") || token.isSign("{") && token.brace == .object {
            guard readPattern(at: place, sure, most, isOutermost) else { return nil }
            next = token.partner + 1
        } else {
            return nil
        }
        return isSign(next, "=") ? endOfExpression(from: next + 1) : next
    }

    private mutating func readPattern(at opening: Int, _ sure: Range<Int>, _ most: Range<Int>, _ isOutermost: Bool) -> Bool {
        let isList = tokens[opening].isSign("[")
        var place = opening + 1
        while place < tokens[opening].partner {
            if isSign(place, ",") {
                place += 1
                continue
            }
            if isSign(place, "...") {
                place += 1
            } else if !isList {
                // `name: element`, `"name": element`, `[value]: element`, or the name alone.
                let behind = isSign(place, "[") ? tokens[place].partner + 1 : place + 1
                if isSign(behind, ":") { place = behind + 1 }
            }
            guard let next = readElement(at: place, sure, most, isOutermost: isOutermost) else { return false }
            guard isSign(next, ",") || next == tokens[opening].partner else { return false }
            place = next
        }
        return true
    }

    // MARK: Ends

    /// Where an expression ends at the latest that is sure: at a comma, a bracket, or a line end that may end it.
    private func endOfExpression(from start: Int) -> Int {
        var place = start, questions = 0
        while place < tokens.count {
            let token = tokens[place]
            if place > start, token.isAfterLine, ScriptWriter.mayEnd(tokens[place - 1]), ScriptWriter.mayStart(token) { return place }
            if token.kind == .sign {
                if token.text == "?" { questions += 1 }
                if token.text == ":" { questions -= 1 }
                if [",", ";", ")", "]", "}"].contains(token.text) || questions < 0 { return place }
            }
            if token.kind == .templateMiddle || token.kind == .templateTail { return place }
            place = behind(place)
        }
        return place
    }

    /// Where the statement ends that a loop repeats; too early if it has several parts.
    private func endOfStatement(from start: Int) -> Int {
        if isSign(start, "{") { return tokens[start].partner }
        var place = start
        while place < tokens.count, !isSign(place, ";"), !isSign(place, "}"), !isSign(place, ")") {
            if place > start, tokens[place].isAfterLine, ScriptWriter.mayEnd(tokens[place - 1]), ScriptWriter.mayStart(tokens[place]),
                !tokens[place - 1].isHead
            {
                return place
            }
            place = behind(place)
        }
        return place
    }

    /// The place after this one, or after all that its bracket holds.
    private func behind(_ place: Int) -> Int {
        let token = tokens[place]
        if token.isSign("(") || token.isSign("[") || token.isSign("{") { return token.partner + 1 }
        guard token.kind == .templateHead else { return place + 1 }
        var last = place
        while tokens[last].kind != .templateTail { last = tokens[last].partner }
        return last + 1
    }
}
