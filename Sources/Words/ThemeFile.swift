package import Diagnostics
import Forms
import Theme

/// One file of the theme: a template, a style, words or a picture.
package struct ThemeFile: Sendable {
    /// Below `Templates/`: `parts/head.mustache`.
    package let path: String
    /// Its text, and where it is for messages.
    package let source: SourceFile
    /// Whether a site wrote it, so that it may hold any mistake.
    package var isOwn = false

    /// - Parameter isOwn: whether it comes from the folder of a site.
    package init(path: String, source: SourceFile, isOwn: Bool = false) {
        self.path = path
        self.source = source
        self.isOwn = isOwn
    }
}

extension ThemeFile {
    /// How templates name this one; nil if it is none.
    package var templateName: String? { path.hasSuffix(".mustache") ? String(path.dropLast(".mustache".count)) : nil }

    /// Where a site keeps what replaces files of the default theme.
    package static func folder(of site: String) -> String { joined(site, "Templates") }

    /// The files of the default theme, those of the site's own folder in their place, and its further ones; in byte order
    /// of their paths.
    ///
    /// - Parameter site: the folder that holds `Content/` and `Templates/`.
    package static func all(site: String) -> Checked<[ThemeFile]> {
        var files: [String: ThemeFile] = [:]
        for file in embedded { files[file.path] = file }
        var diagnostics: [Diagnostic] = []
        let folder = folder(of: site)
        let listing = list(folder: folder, shown: "Templates")
        diagnostics += listing.diagnostics
        for path in listing.value where !path.hasSuffix(".md") {
            switch InputFile.text(joined(folder, path), shown: "Templates/" + path) {
            case .failure(let refusal): diagnostics.append(refusal.diagnostic)
            case .success(let source): files[path] = ThemeFile(path: path, source: source, isOwn: true)
            }
        }
        let sorted = files.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return Checked(sorted, diagnostics)
    }

    /// The default theme, as it was when the program was built.
    package static let embedded: [ThemeFile] = {
        var count = 0
        guard let first = unsafe theme_files(&count) else { return [] }
        return unsafe UnsafeBufferPointer(start: first, count: count).map { file in
            let path = unsafe String(cString: file.path)
            let bytes = unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
            return ThemeFile(path: path, source: SourceFile(path: "Templates/" + path, bytes: bytes))
        }
    }()
}
