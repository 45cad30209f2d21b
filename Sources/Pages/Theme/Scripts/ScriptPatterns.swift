/// What the lines of scripts are searched for, made once for all of them: to compile a pattern for each line takes half a second.
struct ScriptPatterns {
    /// Makes an element of the page.
    let element = /\bdefine\(/
    /// A text that is the address of a module.
    let named = /['"`](\.{1,2}\/[^'"`]+\.js)['"`]/
    /// The module of an import.
    let source = /['"]([^'"]*)['"];$/
    /// The names of an import that takes nothing otherwise than by its own name.
    let names = /import \{ ?([\w$, ]*?),? ?\} from ['"][^'"]*['"];/
    /// A comment that only a checker of types reads.
    let cast = /\/\*\* @type [^*]*\*\/ ?/
    private let declaration = /(export )?(?:async )?(?:const|let|var|function\*?|class) (\{[^}]*\}|\[[^\]]*\]|[\w$]+)/
    private let name = /[\w$]+/

    /// The names that a line of the top level declares.
    func declaredNames(_ line: String) -> [String] {
        line.prefixMatch(of: declaration)?.2.matches(of: name).map { String($0.0) } ?? []
    }
}
