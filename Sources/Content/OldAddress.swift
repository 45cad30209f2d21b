import Diagnostics
package import Forms

/// An address that a page or a questionnaire had before: `/old/page/`, `/old/page.html`, `/view.php?id=7`.
package struct OldAddress: Sendable, Hashable {
    /// Below the site's root, without percent signs.
    package let path: String
    /// What is after the question mark.
    package let query: String?

    /// Nil for a text that ``problem(_:)`` finds fault with.
    package init?(_ text: String) {
        guard OldAddress.problem(text) == nil, let parts = OldAddress.parts(text) else { return nil }
        (path, query) = parts
    }

    /// Where the page that leads on is published. Servers send what lies in a folder as a page, whatever the folder is called,
    /// but a file `view.php` as something to download.
    package var address: String {
        path.isEmpty || path.hasSuffix("/") || path.hasSuffix(".html") || path.hasSuffix(".htm") ? path : path + "/"
    }

    private static func parts(_ text: String) -> (path: String, query: String?)? {
        let parts = text.dropFirst().split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = percentDecoded(String(parts[0])) else { return nil }
        return (path, parts.count > 1 ? String(parts[1]) : nil)
    }

    /// Why readers can never come from such an address, or no page can lead on from it; nil if one can.
    package static func problem(_ text: String) -> (message: String, help: String)? {
        if let colon = text.firstRange(of: "://") {
            let path = text[colon.upperBound...].drop { $0 != "/" }
            return ("an old address is written without its host", "write \(path.isEmpty ? "/" : path)")
        }
        guard text.hasPrefix("/"), !text.hasPrefix("//") else {
            return ("an old address must start with one slash", "write /\(text.drop { $0 == "/" })")
        }
        if let hash = text.firstIndex(of: "#") {
            return (
                "servers never see what follows `#`, so it cannot be redirected on its own",
                "write \(text[..<hash]): readers keep their place on the page"
            )
        }
        guard text.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value != 127 }) else {
            return ("an address cannot contain spaces", "write a space as %20")
        }
        guard text.matches(of: /%(?![0-9A-Fa-f]{2})/).isEmpty, let parts = parts(text),
            parts.path.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 && $0 != "\\" })
        else {
            return ("browsers cannot request this address", "write a percent sign as %25, and copy the rest from the address bar")
        }
        if text.contains("*") { return ("an old address can name only one page", "write each address out, without `*`") }
        if parts.query == "" { return ("nothing follows the question mark", "write \(text.dropLast())") }
        if parts.path.isEmpty, parts.query == nil { return ("this is the address of the front page", "delete it") }
        let names = parts.path.split(separator: "/", omittingEmptySubsequences: false)
        if names.dropLast().contains("") || names.contains(".") || names.contains("..") {
            return ("browsers remove dots and double slashes from an address", "write the address as the address bar shows it")
        }
        guard names.allSatisfy({ $0.utf8.count <= Limits.nameBytes }) else {
            return ("a part of this address is longer than \(Limits.nameBytes) bytes", "shorten it: no file can have this name")
        }
        return nil
    }
}

extension Shape where Value == Text {
    /// An old address that leads to what it is in.
    package static var oldAddress: Shape<Text> {
        let form = TextForm(
            "an old address such as /old/page/", pattern: "^/(?!/)[^\\s#*]*$", examples: ["/old/page/", "/old/page.html", "/view.php?id=7"])
        return Shape(.text(form)) { node, findings in
            guard let text = Text(node) else { return mismatched(node, form.words, help: "start it with a slash", &findings) }
            guard let problem = OldAddress.problem(text.string) else { return text }
            findings.add(Diagnostic("yaml/type", problem.message, at: text.range, help: problem.help))
            return nil
        }
    }
}

/// Somebody who comes to an old address, and where that leads now.
package struct Moved: Sendable {
    /// The address that still gets requests.
    package let old: OldAddress
    /// As it is written.
    package let alias: Text
    /// Below the site's root.
    package let address: String
    /// The title of the page that it leads to.
    package let title: String
    /// The file that says so, for messages.
    package let file: String

    /// The new address is below the site's root.
    package init(old: OldAddress, alias: Text, address: String, title: String, file: String) {
        self.old = old
        self.alias = alias
        self.address = address
        self.title = title
        self.file = file
    }
}

extension Library {
    /// All old addresses, those of pages first.
    package var moved: [Moved] {
        let pages = pages.flatMap { page in
            page.frontMatter.aliases.map { ($0, page.path.address, page.title, page.source.path) }
        }
        let policies = questionnaires.flatMap { files in
            files.aliases.map { ($0, QuestionnaireFiles.address(of: files.name), files.title, files.source.path) }
        }
        return (pages + policies).compactMap { alias, address, title, file in
            OldAddress(alias.string).map { Moved(old: $0, alias: alias, address: address, title: title, file: file) }
        }
    }
}
