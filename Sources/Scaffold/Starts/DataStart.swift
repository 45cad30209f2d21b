package import Content
import Forms
package import Site

extension Start {
    /// A data file of a kind.
    ///
    /// - Parameter page: the path of a page that shows it, made too; nil for none.
    package static func data(
        _ kind: DataKind, _ name: String, on page: String?, site: AuthoredFiles, folder: String
    ) throws(Refusal) -> Start {
        try requireSite(site, at: folder)
        let id = try Names.id(name, of: "a data file", in: "data")
        let file = "Content/data/\(id).yaml"
        try refuseExisting(file, in: site)
        var start = Start()
        if let page {
            start = try self.page(page, site: site, folder: folder)
            if let last = start.files.popLast() { start.files.append(showing(kind, id, last)) }
            start.next = []
        }
        start.files.append(
            AuthoredFiles.File(
                file,
                SchemaFile.comment(kind.rawValue, in: "Content/data")
                    + "kind: \(kind.rawValue)\ntitle: \(Names.yaml(Names.title(id.description)))\n" + kind.body.start))
        start.addSchemas(of: [kind.rawValue], to: site)
        start.next.insert("write your own entries in \(joined(folder == "." ? "" : folder, file))", at: 0)
        if page == nil {
            start.next.append(
                kind.body.isBlock
                    ? "show it: write \(kind.body.use(of: id)) alone in a paragraph of a page"
                    : "use a value in a text: {{ \(id).notice-period }}")
        }
        return start
    }

    /// The start of a page whose text is the data file.
    private static func showing(_ kind: DataKind, _ id: Identifier, _ page: AuthoredFiles.File) -> AuthoredFiles.File {
        let lines = String(decoding: page.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let end = lines.dropFirst().firstIndex { $0 == "---" } ?? 0
        return AuthoredFiles.File(page.path, lines[...end].joined(separator: "\n") + "\n\n\(kind.body.use(of: id))\n")
    }
}
