import CommonMark
@testable import Content
import Forms
import Testing

/// What files say of the size of their pictures.
@Suite struct PictureSizeTests {
    private func size(_ parts: [UInt8]...) -> [Int]? {
        PixelSize(ofPicture: parts.flatMap { $0 }).map { [$0.width, $0.height] }
    }

    private func ascii(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

    private func png(_ width: UInt8) -> [UInt8] {
        [0x89] + ascii("PNG\r\n\u{1A}\n") + [0, 0, 0, 13] + ascii("IHDR") + [0, 0, 1, width, 0, 0, 0, 7]
    }

    @Test func `bitmaps`() {
        #expect(size(png(4)) == [260, 7])
        #expect(size(ascii("GIF89a"), [4, 1, 7, 0]) == [260, 7])
        #expect(size(ascii("RIFF____WEBPVP8X________"), [3, 1, 0, 6, 0, 0]) == [260, 7])
        #expect(size(ascii("RIFF____WEBPVP8 __________"), [4, 1, 7, 0x40]) == [260, 7])
        // 14 bits less one each: 259 and 6.
        #expect(size(ascii("RIFF____WEBPVP8L____/"), [0x03, 0x81, 0x01, 0x00]) == [260, 7])
    }

    private func box(_ kind: String, _ content: [UInt8]...) -> [UInt8] {
        let content = content.flatMap { $0 }
        return [0, 0, UInt8((content.count + 8) >> 8), UInt8((content.count + 8) & 0xFF)] + ascii(kind) + content
    }

    private func avif(_ properties: [UInt8]...) -> [UInt8] {
        box("ftyp", ascii("avif")) + box("meta", [0, 0, 0, 0], box("hdlr", [1]), box("iprp", box("ipco", properties.flatMap { $0 })))
    }

    @Test func `AVIF: the largest of its parts`() {
        let large = box("ispe", [0, 0, 0, 0, 0, 0, 1, 4, 0, 0, 0, 7])
        let small = box("ispe", [0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2])
        #expect(size(avif(small, large, small)) == [260, 7])
        #expect(size(avif(large, box("irot", [1]))) == nil && size(avif(box("pixi", [1]))) == nil)
    }

    private static let frame: [UInt8] = [0xFF, 0xC2, 0, 11, 8, 0, 7, 1, 4, 1, 0, 0, 0]

    private func exif(_ orientation: UInt8, isLittle: Bool) -> [UInt8] {
        let entry: [UInt8] =
            isLittle ? [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0] : [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
        let head = isLittle ? ascii("II*\0") + [8, 0, 0, 0, 1, 0] : ascii("MM\0*") + [0, 0, 0, 8, 0, 1]
        let segment = ascii("Exif\0\0") + head + entry
        return [0xFF, 0xE1, 0, UInt8(segment.count + 2)] + segment
    }

    @Test func `photographs, upright and on their side`() {
        let start: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2]
        #expect(size(start, PictureSizeTests.frame) == [260, 7])
        #expect(size(start, [0xFF], PictureSizeTests.frame) == [260, 7], "a fill byte")
        for (orientation, isOnItsSide) in [(1, false), (3, false), (6, true), (8, true)] as [(UInt8, Bool)] {
            for isLittle in [true, false] {
                #expect(size(start, exif(orientation, isLittle: isLittle), PictureSizeTests.frame) == (isOnItsSide ? [7, 260] : [260, 7]))
            }
        }
        #expect(size(start, [0xFF, 0xDA, 0, 2], PictureSizeTests.frame) == nil, "nothing after the scan is looked at")
    }

    @Test(arguments: [
        ("<svg xmlns=\"x\" width=\"260\" height='7'>", [260, 7]),
        ("<?xml version=\"1.0\"?><!-- s --><svg height=\"6.6px\"\n width=\" 260 \">", [260, 7]),
        ("<svg viewBox=\"0 0 260 7\">", nil), ("<svg width=\"100%\" height=\"7\">", nil), ("<svg width=\"2em\" height=\"7\">", nil),
        ("<svg stroke-width=\"260\" height=\"7\">", nil), ("<svg width=\"0\" height=\"7\">", nil), ("<svg", nil),
        ("<g width=\"260\" height=\"7\">", nil), ("<svg width=\"9999999999999999999\" height=\"7\">", nil),
    ])
    func `drawings`(text: String, expected: [Int]?) { #expect(size(ascii(text)) == expected) }

    @Test func `a file cut short at any byte, or changed at any, has a size or none`() {
        let files = [
            png(4), ascii("GIF89a") + [4, 1, 7, 0], ascii("RIFF____WEBPVP8X________") + [3, 1, 0, 6, 0, 0],
            [0xFF, 0xD8] + exif(6, isLittle: true) + PictureSizeTests.frame.dropLast(4), ascii("<svg width=\"260\" height=\"7\">"),
            avif(box("ispe", [0, 0, 0, 0, 0, 0, 1, 4, 0, 0, 0, 7])),
        ]
        for file in files {
            for end in 0..<file.count { #expect(size(Array(file[..<end])) == nil) }
            for index in file.indices {
                for byte in [0, 0x7F, 0xFF] as [UInt8] {
                    var changed = file
                    changed[index] = byte
                    if let found = size(changed) { #expect(found[0] > 0 && found[1] > 0) }
                }
            }
        }
    }
}
