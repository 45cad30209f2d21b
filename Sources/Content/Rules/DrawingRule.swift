import Diagnostics

/// `asset/active`: an SVG file that runs scripts or loads other files is a program, not a picture.
func checkDrawings(_ library: Library) -> [Diagnostic] {
    library.assets.filter { $0.path.hasSuffix(".svg") }.compactMap { asset in
        switch InputFile.text(asset.file, shown: "Content/" + asset.path) {
        case .failure(let refusal): return refusal.diagnostic
        case .success(let source):
            guard let place = firstActivePart(source.bytes) else { return nil }
            return Diagnostic(
                "asset/active", "the drawing can run scripts or load other files", at: SourceRange(source, place),
                help: "save it again as plain SVG, without scripts, events and links to other files")
        }
    }
}

/// The first construct of an SVG file that makes a browser do more than draw.
private func firstActivePart(_ bytes: [UInt8]) -> Range<Int>? {
    let small = bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }
    for word in [
        "<script", "<foreignobject", "<iframe", "<embed", "<object", "<!entity", "<!doctype", "javascript:",
        "data:text", "<handler", "<set", "<animate",
    ] {
        if let range = small.firstRange(of: Array(word.utf8)) { return range }
    }
    // An event attribute: white space, a quote or a slash, then `on…=`.
    for index in small.indices.dropFirst() where small[index] == UInt8(ascii: "o") && index + 3 < small.count {
        guard small[index + 1] == UInt8(ascii: "n"), [9, 10, 13, 32, 34, 39, 47].contains(small[index - 1]) else {
            continue
        }
        let name = small[(index + 2)...].prefix { (97...122).contains($0) }
        let after = small[name.endIndex...].first { ![9, 10, 13, 32].contains($0) }
        if !name.isEmpty, after == UInt8(ascii: "=") { return index..<name.endIndex }
    }
    return nil
}
