import CommonMark

extension PixelSize {
    /// The size that a picture says it has, so that a page keeps its place free before it comes.
    ///
    /// - Parameter bytes: a whole file, of any kind; its first bytes tell which.
    /// - Returns: nil for a file without a size: another format, or one cut short.
    init?(ofPicture bytes: [UInt8]) {
        let bytes = ByteReader(bytes)
        guard let size = png(bytes) ?? gif(bytes) ?? jpeg(bytes) ?? webP(bytes) ?? avif(bytes) ?? svg(bytes),
            (1...PixelSize.most).contains(size.width), (1...PixelSize.most).contains(size.height)
        else { return nil }
        self = size
    }

    /// What no format but PNG and AVIF can go beyond: a file that does is none that a browser shows.
    static let most = 0xFFFF
}

/// Whole numbers at offsets, nil beyond the end.
struct ByteReader {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Parameter text: a byte for each sign.
    func holds(_ text: String, at offset: Int) -> Bool {
        let text = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        return part(offset, text.count)?.elementsEqual(text) ?? false
    }

    /// A number of `count` bytes, the most significant one first.
    func big(_ offset: Int, _ count: Int) -> Int? { part(offset, count).map { $0.reduce(0) { $0 << 8 | Int($1) } } }

    /// A number of `count` bytes, the least significant one first.
    func little(_ offset: Int, _ count: Int) -> Int? {
        part(offset, count).map { $0.reversed().reduce(0) { $0 << 8 | Int($1) } }
    }

    private func part(_ offset: Int, _ count: Int) -> ArraySlice<UInt8>? {
        offset >= 0 && offset + count <= bytes.count ? bytes[offset..<(offset + count)] : nil
    }
}

/// Portable Network Graphics (third edition, 5.2 and 11.2.1): the header comes first, with the size.
private func png(_ bytes: ByteReader) -> PixelSize? {
    guard bytes.holds("\u{89}PNG\r\n\u{1A}\n", at: 0), bytes.holds("IHDR", at: 12), let width = bytes.big(16, 4),
        let height = bytes.big(20, 4)
    else { return nil }
    return PixelSize(width: width, height: height)
}

/// GIF89a, 18: the logical screen.
private func gif(_ bytes: ByteReader) -> PixelSize? {
    guard bytes.holds("GIF87a", at: 0) || bytes.holds("GIF89a", at: 0), let width = bytes.little(6, 2),
        let height = bytes.little(8, 2)
    else { return nil }
    return PixelSize(width: width, height: height)
}

/// WebP (RFC 9649, 2.5 to 2.7): lossy, lossless, or extended.
private func webP(_ bytes: ByteReader) -> PixelSize? {
    guard bytes.holds("RIFF", at: 0), bytes.holds("WEBP", at: 8) else { return nil }
    if bytes.holds("VP8X", at: 12), let width = bytes.little(24, 3), let height = bytes.little(27, 3) {
        return PixelSize(width: width + 1, height: height + 1)
    }
    if bytes.holds("VP8L", at: 12), let bits = bytes.little(21, 4) {
        return PixelSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    }
    if bytes.holds("VP8 ", at: 12), let width = bytes.little(26, 2), let height = bytes.little(28, 2) {
        return PixelSize(width: width & 0x3FFF, height: height & 0x3FFF)
    }
    return nil
}
