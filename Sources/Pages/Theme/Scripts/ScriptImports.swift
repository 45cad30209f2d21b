import Diagnostics
import Words

/// Finds modules that a site's own scripts import and that don't exist: browsers would run nothing of such a script.
///
/// Scripts are read line by line, as ``ScriptPolicy`` does.
enum ScriptImports {
    /// - Parameters:
    ///   - file: a script of the site.
    ///   - scripts: all scripts, by their paths below `scripts/`.
    static func problems(in file: ThemeFile, among scripts: Set<String>) -> [Diagnostic] {
        let path = String(file.path.dropFirst("scripts/".count))
        let pattern = /(?:^\s*import|(?:^|[\s}])from|[^\w$.]import\()\s*['"]([^'"]+)['"]/
        var problems: [Diagnostic] = []
        var start = 0
        var isComment = false
        for line in file.source.bytes.split(separator: 10, omittingEmptySubsequences: false) {
            defer { start += line.count + 1 }
            let text = String(decoding: line, as: UTF8.self)
            let code = text.drop { $0 == " " || $0 == "\t" }
            if isComment || code.hasPrefix("/*") {
                isComment = !code.contains("*/")
                continue
            }
            guard !code.hasPrefix("//") else { continue }
            for match in text.matches(of: pattern) {
                let source = String(match.1)
                guard let help = remedy(for: source, in: path, among: scripts) else { continue }
                let first = start + text[..<match.1.startIndex].utf8.count
                problems.append(
                    Diagnostic(
                        "template/unknown-partial", "there is no script \"\(source)\"",
                        at: SourceRange(file.source, first..<first + source.utf8.count), help: help))
            }
        }
        return problems
    }

    /// Nil if the module exists or isn't one of the theme: ``ScriptPolicy`` tells what is on other sites.
    private static func remedy(for source: String, in path: String, among scripts: Set<String>) -> String? {
        guard !source.contains("//"), !source.hasPrefix("/"), !source.hasPrefix("data:"), !source.hasPrefix("blob:") else { return nil }
        guard source.hasPrefix(".") else { return "put the module into Templates/scripts, and write its path, such as ./\(source).js" }
        let target = ScriptGroups.resolved(source, from: path)
        guard target.map({ !scripts.contains($0) }) ?? true else { return nil }
        let depth = path.split(separator: "/").count - 1
        let prefix = depth == 0 ? "./" : String(repeating: "../", count: depth)
        return Suggestion.nearest(to: target ?? source, among: scripts.sorted()).map { "did you mean \(prefix)\($0)?" }
            ?? "write Templates/scripts/\(target ?? "NAME.js"), or correct the path"
    }
}
