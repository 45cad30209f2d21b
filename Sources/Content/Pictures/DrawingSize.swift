import CommonMark

/// SVG 2, 7.2: the size of the outermost element, where both sides are given in pixels.
///
/// Any other drawing takes the width of its place: it has a shape, but no size that an attribute could repeat.
func svg(_ bytes: ByteReader) -> PixelSize? {
    // The element is near the start, after a declaration, a comment or two.
    let text = String(decoding: bytes.bytes.prefix(1 << 16), as: UTF8.self)
    guard let element = text.firstMatch(of: /<svg\s([^>]*)>/)?.1, let width = side("width", element),
        let height = side("height", element)
    else { return nil }
    return PixelSize(width: width, height: height)
}

/// The value of an attribute: `24`, `24.5` or `24px`, to the nearest pixel.
private func side(_ name: String, _ element: Substring) -> Int? {
    let attributes = element.matches(of: /([^\s=]+)\s*=\s*["']\s*([0-9]{1,6}(?:\.[0-9]+)?)(?:px)?\s*["']/)
    return attributes.first { $0.1 == name }.flatMap { Double($0.2) }.map { Int($0.rounded()) }
}
