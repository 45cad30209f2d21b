/// A module, read line by line: what it imports, what it declares for others, and its code without comments.
///
/// Every statement of the top level starts at the beginning of a line and everything else is indented, as formatters
/// leave it. A module in which a line may lie inside a text or comment that began earlier isn't read.
struct ScriptModule {
    struct Import {
        /// The module, as it is written: `./main.js`.
        let source: String
        /// What is taken; nil if it is taken in another way than by its own name.
        let names: [String]?
        /// As it is written, in one line.
        let statement: String
    }

    /// Below `scripts/`.
    let path: String
    /// Comments that a licence asks to keep: `/*! … */`.
    private(set) var notices: [String] = []
    private(set) var imports: [Import] = []
    /// The code without imports, indentation, blank lines, comments in lines of their own, and casts.
    private(set) var lines: [String] = []
    /// The names of the top level.
    private(set) var declared = Set<String>()
    private(set) var exported = Set<String>()
    /// Whether everything it exports is declared where it is exported, under its own name.
    private(set) var hasPlainExports = true

    /// Whether its own address matters to it.
    var knowsAddress: Bool { lines.contains { $0.contains("import.meta") } }

    /// Whether it makes an element of the page, which the page asks for by the module's address.
    var definesElement: Bool { lines.contains { $0.contains(/\bdefine\(/) } }

    /// Modules that it names otherwise than by an import of the top level, as in `import('./late.js')`.
    var namedSources: [String] {
        lines.flatMap { line in line.matches(of: /['"`](\.{1,2}\/[^'"`]+\.js)['"`]/).map { String($0.1) } }
    }

    /// Reads a module; nil if its lines can't be told apart.
    init?(path: String, bytes: [UInt8]) {
        self.path = path
        var comment: [String]?
        var statement: String?
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true) {
            let code = line.drop { $0 == " " || $0 == "\t" }
            if let open = comment {
                comment = code.contains("*/") ? nil : open + [String(code)]
                if comment == nil { keep(open + [String(code)]) }
            } else if code.hasPrefix("/*"), !code.contains("*/") {
                comment = [String(code)]
            } else if code.hasPrefix("/*"), code.hasSuffix("*/") {
                keep([String(code)])
            } else if !code.isEmpty, !code.hasPrefix("//") {
                guard Self.isWhole(code) else { return nil }
                if statement != nil || line.hasPrefix("import ") {
                    let whole = (statement.map { $0 + " " } ?? "") + code
                    statement = whole.hasSuffix(";") ? nil : whole
                    if statement == nil { addImport(whole) }
                } else {
                    add(String(code), isTop: code.count == line.count)
                }
            }
        }
        guard comment == nil, statement == nil else { return nil }
    }

    /// Whether no text, template or comment that begins on a line can go on in the next one.
    private static func isWhole(_ code: Substring) -> Bool {
        let ticks = code.replacing("\\`", with: "").count { $0 == "`" }
        let comment = code.lastIndex(of: "*").map { code[..<$0].hasSuffix("/") && !code[$0...].contains("*/") } ?? false
        return ticks.isMultiple(of: 2) && !code.hasSuffix("\\") && !comment
    }

    private mutating func keep(_ comment: [String]) {
        if comment[0].hasPrefix("/*!") { notices.append(comment.joined(separator: "\n")) }
    }

    private mutating func addImport(_ statement: String) {
        let source = statement.firstMatch(of: /['"]([^'"]*)['"];$/).map { String($0.1) } ?? ""
        let names = statement.wholeMatch(of: /import \{ ?([\w$, ]*?),? ?\} from ['"][^'"]*['"];/).map {
            $0.1.split(separator: ",").map { $0.trimming(" ") }
        }
        let isPlain = names?.contains { $0.contains(" ") } == false
        imports.append(Import(source: source, names: isPlain ? names : nil, statement: statement))
    }

    private mutating func add(_ code: String, isTop: Bool) {
        let line = code.replacing(/\/\*\* @type [^*]*\*\/ ?/, with: "")
        lines.append(line)
        guard isTop else { return }
        let names = Self.declaredNames(line)
        declared.formUnion(names)
        guard line.hasPrefix("export ") else { return }
        // `const { a, b } = …` could export several, and `export { a }` or `export default` say it elsewhere.
        if names.count == 1 { exported.formUnion(names) } else { hasPlainExports = false }
    }

    /// The names that a line of the top level declares.
    static func declaredNames(_ line: String) -> [String] {
        let declaration = line.prefixMatch(of: /(export )?(?:async )?(?:const|let|var|function\*?|class) (\{[^}]*\}|\[[^\]]*\]|[\w$]+)/)
        return declaration?.2.matches(of: /[\w$]+/).map { String($0.0) } ?? []
    }
}

extension Substring {
    fileprivate func trimming(_ character: Character) -> String {
        var rest = self.drop { $0 == character }
        while rest.last == character { rest.removeLast() }
        return String(rest)
    }
}
