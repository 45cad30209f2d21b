import CommonMark
import Diagnostics
import Forms

/// `asset/type`: a file is what the ending of its name says. `asset/large`: pictures are no larger than a page needs.
func checkAssets(_ library: Library) -> [Diagnostic] {
    library.assets.compactMap { asset in
        let ending = asset.path.suffix(while: { $0 != "." })
        let shown = "Content/" + asset.path
        // What cannot be read is told where it is copied.
        guard case .success(let (bytes, size)) = InputFile.head(asset.file, shown: shown, count: FileSignature.headBytes) else {
            return nil
        }
        let head = ByteReader(bytes)
        let pixels = FileSignature.isPicture(ending) ? PixelSize(ofPicture: bytes) : nil
        if !FileSignature.fits(ending, head) || (FileSignature.saysSize(ending) && pixels == nil) { return notWhatItSays(ending, shown) }
        guard FileSignature.isPicture(ending) else { return nil }
        if let pixels, max(pixels.width, pixels.height) > Limits.pictureSide {
            return large("the picture is \(pixels.width) × \(pixels.height) pixels, more than any screen shows", shown)
        }
        return size > Limits.pictureBytes ? large("the picture has \(tenths(size)) MB, which loads slowly on a phone", shown) : nil
    }
}

private func notWhatItSays(_ ending: Substring, _ path: String) -> Diagnostic {
    Diagnostic(
        "asset/type", "this is not a .\(ending) file, although its name says so", at: nil, severity: .warning, path: path,
        help: "save it again in the program it comes from, or give it the extension of its real type")
}

private func large(_ message: String, _ path: String) -> Diagnostic {
    Diagnostic(
        "asset/large", message, at: nil, severity: .warning, path: path,
        help: "save it smaller: 2000 pixels on the long side are enough; use WebP or JPEG for photos, PNG for screenshots")
}

private func tenths(_ bytes: Int) -> String { "\(bytes / 1_000_000).\(bytes / 100_000 % 10)" }

extension String {
    /// The end of the text, as long as its signs fit.
    fileprivate func suffix(while fits: (Character) -> Bool) -> Substring {
        self[(lastIndex { !fits($0) }.map { index(after: $0) } ?? startIndex)...]
    }
}
