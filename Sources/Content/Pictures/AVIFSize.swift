import CommonMark

/// AVIF: the properties of the items of a file (ISO/IEC 23008-12, 6.5.3), in boxes within boxes (ISO/IEC 14496-12, 4.2).
///
/// The largest of them is the picture; smaller ones are its tiles and thumbnails. One that is turned or cropped has none.
func avif(_ bytes: ByteReader) -> PixelSize? {
    guard bytes.holds("ftyp", at: 4), let meta = boxes(bytes, 0..<bytes.bytes.count).first(where: { $0.kind == "meta" })
    else { return nil }
    // A full box: four bytes of version and flags come first.
    let properties = boxes(bytes, meta.content.dropFirst(4)).filter { $0.kind == "iprp" }
        .flatMap { boxes(bytes, $0.content) }.filter { $0.kind == "ipco" }.flatMap { boxes(bytes, $0.content) }
    guard !properties.contains(where: { $0.kind == "irot" || $0.kind == "clap" }) else { return nil }
    let sizes = properties.filter { $0.kind == "ispe" }.compactMap { box -> PixelSize? in
        guard let width = bytes.big(box.content.lowerBound + 4, 4), let height = bytes.big(box.content.lowerBound + 8, 4),
            max(width, height) <= PixelSize.most
        else { return nil }
        return PixelSize(width: width, height: height)
    }
    return sizes.max { $0.width * $0.height < $1.width * $1.height }
}

private struct Box {
    let kind: String
    let content: Range<Int>
}

/// The boxes one after the other, as far as they lie within the range.
private func boxes(_ bytes: ByteReader, _ range: Range<Int>) -> [Box] {
    var result: [Box] = []
    var offset = range.lowerBound
    while let short = bytes.big(offset, 4), offset + 8 <= range.upperBound {
        // 1: the length follows in eight bytes. 0: up to the end.
        let length = short == 1 ? bytes.big(offset + 12, 4) : short == 0 ? range.upperBound - offset : short
        let head = short == 1 ? 16 : 8
        guard let length, length >= head, offset + length <= range.upperBound else { return result }
        result.append(
            Box(
                kind: String(decoding: bytes.bytes[(offset + 4)..<(offset + 8)], as: UTF8.self),
                content: (offset + head)..<(offset + length)))
        offset += length
    }
    return result
}
