package import Content
package import Diagnostics

/// A file of the site that one of its own style sheets names.
package struct StyleFile: Sendable {
    /// As it is written: `../fonts/house.woff2`.
    let address: String
    let place: SourceRange
}

extension Theme {
    /// The files that the site's style sheets name and that are not in `Content`.
    ///
    /// - Parameter library: the site's files.
    package func missingFiles(in library: Library) -> [Diagnostic] {
        styleFiles.compactMap { file in
            guard let path = Self.published(file.address), library.asset(path) == nil else { return nil }
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let same = library.assets.first { $0.path == name || $0.path.hasSuffix("/" + name) }
            return Diagnostic(
                "link/unknown-file", "there is no file Content/\(path)", at: file.place,
                help: same.map { "write ../\($0.path): the style sheet is published in assets/" }
                    ?? "put the file into Content and write `../` before its path: the style sheet is published in assets/")
        }
    }

    /// Below the root of the site; nil for an address that only the server knows.
    private static func published(_ address: String) -> String? {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        // The site may be published below any folder, so what begins with `/` can't be followed.
        guard !path.hasPrefix("/"), !path.contains(":") else { return nil }
        var parts = ["assets"]
        for part in path.replacing("%20", with: " ").split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }
}
