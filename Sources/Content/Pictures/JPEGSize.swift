import CommonMark

/// JPEG (ITU-T T.81, B.1 and B.2): segments follow each other up to the frame header, which has the size.
///
/// A camera held upright writes its picture lying down and says so (Exif 3.0, 4.6.5, tag 274); browsers turn it.
func jpeg(_ bytes: ByteReader) -> PixelSize? {
    guard bytes.big(0, 2) == 0xFFD8 else { return nil }
    var offset = 2
    var isOnItsSide = false
    while let marker = bytes.big(offset, 2), marker >> 8 == 0xFF {
        // Fill bytes may be before a marker.
        if marker == 0xFFFF {
            offset += 1
            continue
        }
        guard let length = bytes.big(offset + 2, 2), length >= 2 else { return nil }
        switch marker {
        case 0xFFE1: isOnItsSide = isOnItsSide || (5...8).contains(orientation(bytes, at: offset + 4) ?? 1)
        case 0xFFC0...0xFFC3, 0xFFC5...0xFFC7, 0xFFC9...0xFFCB, 0xFFCD...0xFFCF:
            guard let height = bytes.big(offset + 5, 2), let width = bytes.big(offset + 7, 2) else { return nil }
            return isOnItsSide ? PixelSize(width: height, height: width) : PixelSize(width: width, height: height)
        // The picture itself, or its end.
        case 0xFFDA, 0xFFD9: return nil
        default: break
        }
        offset += 2 + length
    }
    return nil
}

/// The number of the orientation, from the first directory of the TIFF structure in an Exif segment.
private func orientation(_ bytes: ByteReader, at start: Int) -> Int? {
    guard bytes.holds("Exif\0\0", at: start) else { return nil }
    let tiff = start + 6
    let isLittle = bytes.holds("II", at: tiff)
    let number = isLittle ? bytes.little : bytes.big
    guard let directory = number(tiff + 4, 4), let count = number(tiff + directory, 2) else { return nil }
    let entries = (0..<count).lazy.map { tiff + directory + 2 + $0 * 12 }
    return entries.first { number($0, 2) == 274 }.flatMap { number($0 + 8, 2) }
}
