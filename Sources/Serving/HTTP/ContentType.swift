/// What a browser is told about the bytes of a file.
package enum ContentType {
    /// By the ending of a file's name; bytes without meaning where it is not known, so that nothing is guessed.
    package static func of(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return name.hasPrefix("_") ? "text/plain; charset=utf-8" : unknown }
        return table[String(name[name.index(after: dot)...])] ?? unknown
    }

    /// Of pages.
    package static let html = "text/html; charset=utf-8"
    private static let unknown = "application/octet-stream"

    /// The types that a site publishes: IANA's names.
    private static let table = [
        "avif": "image/avif", "css": "text/css; charset=utf-8", "csv": "text/csv; charset=utf-8",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "gif": "image/gif",
        "html": html, "ico": "image/vnd.microsoft.icon", "jpeg": "image/jpeg", "jpg": "image/jpeg",
        "js": "text/javascript; charset=utf-8", "json": "application/json", "md": "text/markdown; charset=utf-8",
        "mp3": "audio/mpeg", "mp4": "video/mp4", "odt": "application/vnd.oasis.opendocument.text",
        "pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8",
        "vtt": "text/vtt; charset=utf-8", "webm": "video/webm", "webp": "image/webp",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xml": "application/xml",
        "zip": "application/zip",
    ]
}
