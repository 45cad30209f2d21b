import Synchronization

/// The templates of a theme, each compiled when it is first asked for.
package final class TemplateLibrary: Sendable {
    private let templates: [String: Template]
    private let words: [String: String]
    private let keys: @Sendable (String) -> [ViewKeys]?
    private let programs = Mutex<[String: TemplateProgram]>([:])

    /// - Parameters:
    ///   - templates: by the names with which they include one another.
    ///   - words: what `words` means in them.
    ///   - keys: what a template is given that is rendered by itself; nil for a part of others.
    package init(_ templates: [String: Template], words: [String: String], keys: @escaping @Sendable (String) -> [ViewKeys]?) {
        (self.templates, self.words, self.keys) = (templates, words, keys)
    }

    /// The same templates with other words.
    package func with(words: [String: String]) -> TemplateLibrary { TemplateLibrary(templates, words: words, keys: keys) }

    /// A template that is rendered by itself, compiled; nil if there is none of this name.
    package func program(_ name: String) -> TemplateProgram? {
        if let known = programs.withLock({ $0[name] }) { return known }
        guard templates[name] != nil, let keys = keys(name) else { return nil }
        var compiler = TemplateCompiler(templates: templates, words: words)
        let program = compiler.program(name, keys)
        programs.withLock { $0[name] = program }
        return program
    }
}
