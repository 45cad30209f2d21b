import CommonMark

/// What the first bytes of a file say that it is.
enum FileSignature {
    /// So much of a file is enough to tell; a camera may write its notes and a small picture before the size.
    static let headBytes = 1 << 20

    /// Whether a file can be what its ending says. Of text there is nothing to tell.
    ///
    /// - Parameter head: its first bytes.
    static func fits(_ ending: Substring, _ head: ByteReader) -> Bool {
        switch ending {
        case "png": head.holds("\u{89}PNG\r\n\u{1A}\n", at: 0)
        case "jpg", "jpeg": head.big(0, 3) == 0xFFD8FF
        case "gif": head.holds("GIF87a", at: 0) || head.holds("GIF89a", at: 0)
        case "webp": head.holds("RIFF", at: 0) && head.holds("WEBP", at: 8)
        case "avif": head.holds("ftyp", at: 4)
        case "ico": head.big(0, 4) == 0x00000100
        case "pdf": head.bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil
        case "zip", "docx", "xlsx", "odt": head.holds("PK", at: 0)
        case "mp4": ["ftyp", "moov", "mdat", "free", "skip", "wide"].contains { head.holds($0, at: 4) }
        case "webm": head.big(0, 4) == 0x1A45DFA3
        case "mp3": head.holds("ID3", at: 0) || (head.big(0, 2) ?? 0) & 0xFFE0 == 0xFFE0
        default: true
        }
    }

    /// Whether a picture of this kind says its size in its first bytes, so that one without is broken.
    static func saysSize(_ ending: Substring) -> Bool { ["png", "jpg", "jpeg", "gif", "webp"].contains(ending) }

    /// Whether it is a picture of dots.
    static func isPicture(_ ending: Substring) -> Bool { saysSize(ending) || ending == "avif" }
}
