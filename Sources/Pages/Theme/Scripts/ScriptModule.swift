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
    private(set) var knowsAddress = false
    /// Whether it makes an element of the page, which the page asks for by the module's address.
    private(set) var definesElement = false
    /// Modules that it names otherwise than by an import of the top level, as in `import('./late.js')`.
    private(set) var namedSources: [String] = []
    /// The name that a line declares for other modules, by the line.
    private(set) var exports: [String: String] = [:]

    /// Reads a module; nil if its lines can't be told apart.
    init?(path: String, bytes: [UInt8], patterns: ScriptPatterns) {
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
                    if statement == nil { addImport(whole, patterns) }
                } else {
                    add(String(code), isTop: code.count == line.count, patterns)
                }
            }
        }
        guard comment == nil, statement == nil else { return nil }
    }

    /// Whether no text, template or comment that begins on a line can go on in the next one.
    private static func isWhole(_ code: Substring) -> Bool {
        guard !code.utf8.contains(UInt8(ascii: "`")) || hasWholeTemplates(code) else { return false }
        let comment = code.lastIndex(of: "*").map { code[..<$0].hasSuffix("/") && !code[$0...].contains("*/") } ?? false
        return !code.hasSuffix("\\") && !comment
    }

    private static func hasWholeTemplates(_ code: Substring) -> Bool {
        code.replacing("\\`", with: "").count { $0 == "`" }.isMultiple(of: 2)
    }

    private mutating func keep(_ comment: [String]) {
        if comment[0].hasPrefix("/*!") { notices.append(comment.joined(separator: "\n")) }
    }

    private mutating func addImport(_ statement: String, _ patterns: ScriptPatterns) {
        let source = statement.firstMatch(of: patterns.source).map { String($0.1) } ?? ""
        let names = statement.wholeMatch(of: patterns.names).map { $0.1.split(separator: ",").map { $0.trimming(" ") } }
        let isPlain = names?.contains { $0.contains(" ") } == false
        imports.append(Import(source: source, names: isPlain ? names : nil, statement: statement))
    }

    private mutating func add(_ code: String, isTop: Bool, _ patterns: ScriptPatterns) {
        // Most lines have none of what is looked for, and a pattern takes its time to say so.
        let line = code.holds("@type") ? code.replacing(patterns.cast, with: "") : code
        lines.append(line)
        knowsAddress = knowsAddress || line.holds("import.meta")
        definesElement = definesElement || line.holds("define(") && line.contains(patterns.element)
        if line.holds(".js") { namedSources += line.matches(of: patterns.named).map { String($0.1) } }
        guard isTop else { return }
        let names = patterns.declaredNames(line)
        declared.formUnion(names)
        guard line.hasPrefix("export ") else { return }
        exports[line] = names.first
        // `const { a, b } = …` could export several, and `export { a }` or `export default` say it elsewhere.
        if names.count == 1 { exported.formUnion(names) } else { hasPlainExports = false }
    }
}

extension Substring {
    fileprivate func trimming(_ character: Character) -> String {
        var rest = self.drop { $0 == character }
        while rest.last == character { rest.removeLast() }
        return String(rest)
    }
}
