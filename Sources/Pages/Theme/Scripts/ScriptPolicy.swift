import Diagnostics

/// Finds in a site's own scripts what the published policy blocks: what is loaded from other sites, and text that is run as a
/// script or becomes HTML.
///
/// Scripts are read line by line, as ``ScriptModule`` does; lines of comments are left out. What is put together in another line
/// isn't seen.
struct ScriptPolicy {
    /// What the policy blocks in a script.
    static func problems(in source: SourceFile) -> [Diagnostic] {
        let policy = ScriptPolicy()
        var problems: [Diagnostic] = []
        var isComment = false
        var start = 0
        for line in source.bytes.split(separator: 10, omittingEmptySubsequences: false) {
            defer { start += line.count + 1 }
            let code = line.drop { $0 == 32 || $0 == 9 }
            if isComment {
                isComment = code.firstPlace(of: "*/".utf8) == nil
            } else if code.starts(with: "/*".utf8) {
                isComment = code.firstPlace(of: "*/".utf8) == nil
            } else if !code.starts(with: "//".utf8), mayBeBlocked(code) {
                problems += policy.problems(in: String(decoding: line, as: UTF8.self), at: start, of: source)
            }
        }
        return problems
    }

    /// One of these is in everything that is looked for.
    private static let signs = [
        "//", "data:", "blob:", "eval", "Function", "Worker", "importScripts", "HTML", "Contextual", "srcdoc", "write", "setTimeout",
        "setInterval",
    ].map { Array($0.utf8) }

    private static func mayBeBlocked(_ code: ArraySlice<UInt8>) -> Bool { signs.contains { code.firstPlace(of: $0) != nil } }

    private func problems(in line: String, at start: Int, of source: SourceFile) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        func report(_ match: Range<String.Index>, _ message: String, _ help: String) {
            guard !isCommentBefore(line[..<match.lowerBound]) else { return }
            let first = start + line[..<match.lowerBound].utf8.count
            let place = SourceRange(source, first..<first + line[match].utf8.count)
            problems.append(Diagnostic("template/blocked", message, at: place, help: help))
        }
        for match in line.matches(of: addresses) where isLoaded(by: line[..<match.range.lowerBound]) {
            let isOutside = match.1.contains("//")
            // Pictures may be in the script itself.
            guard isOutside || !match.1.lowercased().hasPrefix("data:image/") else { continue }
            report(
                match.range, isOutside ? "files from other sites are not loaded: \(match.1)" : "this address is not loaded: \(match.1)",
                "put the file into Templates/scripts or Content, and refer to it there")
        }
        for match in line.matches(of: runners) {
            report(
                match.1.startIndex..<match.1.endIndex, "\(match.1) is blocked: text cannot be run as a script",
                "write it as a function in a file in Templates/scripts")
        }
        for match in line.matches(of: workers) {
            report(
                match.1.startIndex..<match.1.endIndex,
                "\(match.1) is blocked: the only script that pages may start is the theme's service worker",
                "put the work into a module in Templates/scripts, and import that")
        }
        if !line.contains("createHTML") {
            for words in line.matches(of: writers).map(\.1) + line.matches(of: documents).map(\.1) {
                report(
                    words.startIndex..<words.endIndex, "\(words) is blocked: text cannot become HTML",
                    "create the elements with document.createElement, and set textContent")
            }
        }
        return problems
    }

    /// Whether the code before a text loads it.
    private func isLoaded(by before: Substring) -> Bool {
        before.firstMatch(of: loaders) != nil
    }

    /// Whether a comment begins before a place in its line.
    private func isCommentBefore(_ text: Substring) -> Bool {
        text.firstMatch(of: comment) != nil
    }

    // Compiled once for each file: that takes longer than to read it.

    /// A text that is an address of another site, or a script in an address.
    private let addresses = /['"`]((?i:https?:|wss?:)?\/\/[^'"`\s]+|(?i:data|blob):[^'"`\s]+)['"`]?/

    /// `eval(`, `new Function(`, and a text for a timer.
    private let runners =
        /(?:^|[^\w.$]|(?:window|globalThis|self)\.)(eval(?=\()|new\s+Function\b|set(?:Timeout|Interval)(?=\(\s*['"`]))/

    /// What starts another script.
    private let workers = /(?:^|[^\w.$])(new\s+(?:Shared)?Worker|importScripts)(?=\()/

    /// What makes HTML of a text.
    private let writers = /\.(innerHTML|outerHTML|srcdoc|insertAdjacentHTML|createContextualFragment)(?=\s*\+?=(?!=)|\()/
    private let documents = /document\.(write(?:ln)?)(?=\()/

    private let loaders =
        #/
        (?: ^\s*import\s* | (?:^|[^\w$])from\s*
          | (?:^|[^\w$])(?:import|fetch|sendBeacon|Request|EventSource|WebSocket|WebTransport|Audio|register)\(\s*
          | \.open\(\s*['"][A-Za-z]+['"]\s*,\s*
          | \.(?:src|srcset|poster|action|formAction)\s*=\s*
          | setAttribute\(\s*['"](?:src|srcset|poster|action|formaction)['"]\s*,\s* )$
        /#

    private let comment = /(?:^|\s)\/\/|\/\*(?!.*\*\/)/
}
