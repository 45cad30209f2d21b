/// A module: its words and signs, what it imports, and what it exports.
struct ScriptModule {
    struct Import {
        /// The path of the module as it is written, with its quotation marks.
        let source: String
        /// What is taken: by the name that it has there (`default` and `*` too), and by the name that it gets here.
        let names: [(there: String, here: String)]
    }

    /// Below `scripts/`.
    let path: String
    let tokens: [ScriptToken]
    let notices: [String]
    private(set) var imports: [Import] = []
    /// By the name that others know.
    private(set) var exports: [String: String] = [:]
    /// The words of `import` statements, and in front of what is exported the word `export`.
    private(set) var importWords = Set<Int>()
    private(set) var exportWords = Set<Int>()
    /// Whether it exports in a way that a part of another file cannot: `default`, or from a third module.
    private(set) var hasOtherExports = false
    /// Its texts, which may be addresses of what it loads while it runs.
    var texts: [String] {
        tokens.indices.filter { [.string, .template].contains(tokens[$0].kind) && !importWords.contains($0) }.map { tokens[$0].text }
    }
    /// Whether its own address matters to it.
    private(set) var knowsAddress = false

    /// Reads a module; nil if it has something that is not understood.
    static func read(path: String, bytes: [UInt8]) -> ScriptModule? {
        guard let (tokens, notices) = ScriptReader.read(bytes) else { return nil }
        var module = ScriptModule(path: path, tokens: tokens, notices: notices)
        var place = 0
        while place < tokens.count {
            guard let next = module.readStatement(at: place) else { return nil }
            place = next
        }
        return module
    }

    private init(path: String, tokens: [ScriptToken], notices: [String]) {
        (self.path, self.tokens, self.notices) = (path, tokens, notices)
    }

    private func isSign(_ place: Int, _ sign: String) -> Bool { place < tokens.count && tokens[place].isSign(sign) }
    private func isWord(_ place: Int, _ word: String) -> Bool { place < tokens.count && tokens[place].isWord(word) }

    /// Reads an import or export, if one starts here, and returns where to go on.
    private mutating func readStatement(at place: Int) -> Int? {
        let isProperty = place > 0 && (isSign(place - 1, ".") || isSign(place - 1, "?."))
        if isWord(place, "import"), !isProperty {
            if isSign(place + 1, ".") { knowsAddress = true }
            let isStatement = tokens[place].parent < 0 && !isSign(place + 1, ".") && !isSign(place + 1, "(")
            return isStatement ? readImport(at: place) : place + 1
        }
        if isWord(place, "export"), !isProperty, tokens[place].parent < 0 { return readExport(at: place) }
        return place + 1
    }

    private mutating func readImport(at start: Int) -> Int? {
        var place = start + 1
        var names: [(there: String, here: String)] = []
        while place < tokens.count, tokens[place].kind != .string {
            if isSign(place, "{") {
                guard let list = readNames(at: place) else { return nil }
                names += list.map { (there: $0.0, here: $0.1) }
                place = tokens[place].partner
            } else if isSign(place, "*"), isWord(place + 1, "as"), place + 2 < tokens.count {
                names.append((there: "*", here: tokens[place + 2].text))
                place += 2
            } else if tokens[place].kind == .word,
                !(tokens[place].text == "from" && place + 1 < tokens.count && tokens[place + 1].kind == .string)
            {
                names.append((there: "default", here: tokens[place].text))
            } else if !isWord(place, "from"), !isSign(place, ",") {
                return nil
            }
            place += 1
        }
        // `with { type: "json" }`: not for us.
        guard place < tokens.count, !isWord(place + 1, "with") else { return nil }
        imports.append(Import(source: tokens[place].text, names: names))
        if isSign(place + 1, ";") { place += 1 }
        importWords.formUnion(start...place)
        return place + 1
    }

    /// The pairs in `{ a, b as c }`: the name on the left, and the one on the right or again the same.
    private func readNames(at start: Int) -> [(String, String)]? {
        var result: [(String, String)] = []
        var place = start + 1
        while place < tokens[start].partner {
            guard tokens[place].kind == .word else { return nil }
            let first = tokens[place].text
            if isWord(place + 1, "as"), place + 2 < tokens[start].partner {
                place += 2
                guard tokens[place].kind == .word else { return nil }
            }
            result.append((first, tokens[place].text))
            place += 1
            guard isSign(place, ",") || place == tokens[start].partner else { return nil }
            if isSign(place, ",") { place += 1 }
        }
        return result
    }

    private mutating func readExport(at start: Int) -> Int? {
        let place = start + 1
        guard place < tokens.count else { return nil }
        if isSign(place, "{") {
            guard let list = readNames(at: place) else { return nil }
            let end = tokens[place].partner
            if isWord(end + 1, "from") {
                hasOtherExports = true
                return end + 1
            }
            for (here, there) in list { exports[there] = here }
            exportWords.formUnion(start...(isSign(end + 1, ";") ? end + 1 : end))
            return end + 1
        }
        // One name to each word, as `const { a, b } = …` could export several.
        let name = isWord(place, "async") ? place + 2 : isSign(place + 1, "*") ? place + 2 : place + 1
        let words: Set = ["const", "let", "var", "function", "class", "async"]
        guard tokens[place].kind == .word, words.contains(tokens[place].text), name < tokens.count, tokens[name].kind == .word,
            !ScriptToken.reserved.contains(tokens[name].text)
        else {
            hasOtherExports = true
            return place
        }
        exports[tokens[name].text] = tokens[name].text
        exportWords.insert(start)
        return place
    }
}
