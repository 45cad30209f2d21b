import Forms

/// Where a page's file is below `Content/`, and so what its address is.
///
/// Names were checked when the folder was listed: they hold only signs that are in an address as they are, so equal
/// strings are equal bytes.
package struct PagePath: Hashable, Comparable, Sendable {
    /// `entitlement/access.md`.
    package let file: String

    /// The path is below `Content/`, ends in `.md`, and was checked when the folder was listed.
    package init(file: String) { self.file = file }

    /// The folder of the file, `entitlement`; empty for the top.
    package var folder: String { slash.map { String(file[..<$0]) } ?? "" }

    /// The file's name without its ending, `access`.
    package var stem: String {
        let name = file.utf8[(slash.map(file.utf8.index(after:)) ?? file.startIndex)...]
        return String(Substring(name.dropLast(3)))
    }

    /// Whether the page is that of its folder.
    package var isIndex: Bool { file == "index.md" || file.hasSuffix("/index.md") }

    /// The last slash, found by bytes: every rule asks every path for its parts.
    private var slash: String.Index? { file.utf8.lastIndex(of: UInt8(ascii: "/")) }

    /// The address below the site's root, with a slash at its end: `entitlement/access/`; empty for the front page.
    package var address: String {
        let path = isIndex ? folder : joined(folder, stem)
        return path.isEmpty ? "" : path + "/"
    }

    /// The folder whose page lists this one: of `entitlement/access.md` `entitlement`, of `entitlement/index.md` the top.
    /// Nil for the front page.
    package var parentFolder: String? {
        guard isIndex else { return folder }
        guard !folder.isEmpty else { return nil }
        return folder.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(folder[..<$0]) } ?? ""
    }

    package static func < (left: PagePath, right: PagePath) -> Bool {
        left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
    }
}
