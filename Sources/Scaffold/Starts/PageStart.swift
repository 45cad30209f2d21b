import Content
import Forms
package import Site

extension Start {
    /// A page, with the pages of the folders above it that are missing.
    ///
    /// - Parameters:
    ///   - path: where the fact comes from below `Content/`, as `returns/how`.
    ///   - folder: the site's folder, as messages name it.
    package static func page(_ path: String, site: AuthoredFiles, folder: String) throws(Refusal) -> Start {
        try requireSite(site, at: folder)
        let page = asWritten(try Names.page(path), in: site)
        let file = "Content/" + page.file
        try refuseExisting(file, in: site)
        try refuseSameAddress(page, in: site)
        try refuseReserved(page)
        var start = Start()
        start.files = try folderPages(of: page, in: site)
        if page.isIndex, !page.folder.isEmpty {
            start.files.append(folderPage(page.folder))
        } else {
            start.files.append(AuthoredFiles.File(file, text(title: Names.title(page.isIndex ? "Start" : page.stem))))
        }
        start.next = [
            "write the page in \(joined(folder == "." ? "" : folder, file)); `waymark serve` shows it as /\(page.address) while you write",
            "link to it, from the front page as [\(Names.title(page.isIndex ? page.folder : page.stem))](\(page.file))",
        ]
        return start
    }

    /// The pages of the folders above a page that have none yet, outermost first.
    static func folderPages(of page: PagePath, in site: AuthoredFiles) throws(Refusal) -> [AuthoredFiles.File] {
        var files: [AuthoredFiles.File] = []
        var folder = page.isIndex ? page.parentFolder ?? "" : page.folder
        while !folder.isEmpty {
            let index = PagePath(file: folder + "/index.md")
            if !site.exists("Content/" + index.file) {
                try refuseSameAddress(index, in: site)
                files.append(folderPage(folder))
            }
            folder = index.parentFolder ?? ""
        }
        return files.reversed()
    }

    /// The path with the names that its folders, and a file of this name, have already: two names that differ only in capital
    /// letters would have one address.
    private static func asWritten(_ page: PagePath, in site: AuthoredFiles) -> PagePath {
        var path = ""
        for part in page.file.split(separator: "/").map(String.init) {
            let there =
                site.exists("Content/" + joined(path, part))
                ? part : site.names(in: joined("Content", path)).first { $0.lowercased() == part.lowercased() }
            path = joined(path, there ?? part)
        }
        return PagePath(file: path)
    }

    private static func refuseReserved(_ page: PagePath) throws(Refusal) {
        guard isReserved(address: page.address) else { return }
        throw Refusal(
            message: "Content/\(page.file) would have the address /\(page.address), which Waymark itself uses",
            help: "choose another name")
    }

    /// `returns.md` and `returns/index.md` are published at one address.
    private static func refuseSameAddress(_ page: PagePath, in site: AuthoredFiles) throws(Refusal) {
        let bare = page.address.dropLast()
        let other = page.isIndex ? "\(bare).md" : "\(bare)/index.md"
        guard !bare.isEmpty, site.exists("Content/" + other) else { return }
        throw Refusal(
            message: "Content/\(page.file) would have the address /\(page.address), which Content/\(other) already has",
            help: page.isIndex ? "move Content/\(other) to Content/\(page.file) first" : "edit Content/\(other), or choose another name")
    }

    private static func folderPage(_ folder: String) -> AuthoredFiles.File {
        let name = folder.split(separator: "/").last ?? ""
        return AuthoredFiles.File(
            "Content/\(folder)/index.md",
            """
            ---
            title: \(Names.yaml(Names.title(name)))
            layout: list
            ---

            Say in a sentence or two what this section helps with. Its pages are listed below.

            """)
    }

    private static func text(title: String) -> String {
        """
        ---
        title: \(Names.yaml(title))
        # summary: one sentence on what the page answers, for lists and search engines
        ---

        Start with the answer: what has to be done, and by whom.

        ## Steps

        1. Say what comes first.
        2. Say what comes next.

        """
    }
}
