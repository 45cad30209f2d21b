package import Diagnostics

/// What makes these bytes no text that Waymark reads, with the place; nil if they are UTF-8 without control characters.
package func encodingProblem(_ bytes: [UInt8], shown: String) -> Diagnostic? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || looksLikeUTF16(bytes) {
        return Diagnostic(
            "content/encoding", "the file is UTF-16, but Waymark reads only UTF-8",
            at: SourceRange(SourceFile(path: shown, bytes: []), 0..<0),
            help: "save it as UTF-8 (in the editor: \"Save with encoding\")")
    }
    let file = SourceFile(path: shown, bytes: bytes)
    if let offset = firstInvalid(bytes) {
        return Diagnostic(
            "content/encoding", "this byte is not UTF-8: 0x\(String(bytes[offset], radix: 16))",
            at: SourceRange(file, offset..<offset + 1),
            help: "save the file as UTF-8 (in the editor: \"Save with encoding\")")
    }
    if let offset = bytes.firstIndex(where: isForbiddenControl) {
        return Diagnostic(
            "content/control-character",
            "there is an invisible control character here: 0x\(String(bytes[offset], radix: 16))",
            at: SourceRange(file, offset..<offset + 1), help: "delete it")
    }
    return invisibleCharacterProblem(file)
}

/// What browsers obey and nobody sees: the first such character, and how many more there are.
private func invisibleCharacterProblem(_ file: SourceFile) -> Diagnostic? {
    // The mark at the very start is dropped later on.
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let found = InvisibleCharacter.all(in: start == 0 ? file.bytes : Array(file.bytes[start...]), limit: 1_000)
    guard let first = found.first else { return nil }
    let places = found.dropFirst().prefix(3).map { file.position(of: $0.bytes.lowerBound + start) }
    let others = places.map { "\($0.line):\($0.column)" }
    let more = found.count - 1 - others.count
    return Diagnostic(
        "content/control-character", "there is an invisible character here: \(first.words)",
        at: SourceRange(file, first.bytes.lowerBound + start..<first.bytes.upperBound + start),
        notes: others.isEmpty
            ? [] : ["there are more at \(listed(others + (more > 0 ? ["\(more) more places"] : [])))"],
        help: "delete it: place the cursor after it and press Backspace, or type the words around it again")
}

/// The text without its byte order mark, with every line end (CR LF and CR alone too) made LF.
package func normalized(_ bytes: [UInt8]) -> [UInt8] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.contains(13) else { return start == 0 ? bytes : Array(bytes[start...]) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = start
    while index < bytes.count {
        if bytes[index] == 13 {
            result.append(10)
            if index + 1 < bytes.count, bytes[index + 1] == 10 { index += 1 }
        } else {
            result.append(bytes[index])
        }
        index += 1
    }
    return result
}

/// Controls other than tab, line feed and carriage return say nothing to readers and much to terminals.
private func isForbiddenControl(_ byte: UInt8) -> Bool {
    (byte < 32 && byte != 9 && byte != 10 && byte != 13) || byte == 127
}

/// Every second byte of the start is zero: UTF-16 without a mark.
private func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(16)
    guard start.count >= 4 else { return false }
    let zeros = start.enumerated().filter { $0.element == 0 }.map { $0.offset % 2 }
    return zeros.count >= start.count / 2 && Set(zeros).count == 1
}

/// The first byte that is not part of a UTF-8 sequence; nil when all are.
///
/// Sequences as in table 3-7 of the Unicode Standard: no overlong forms, no surrogates, nothing above U+10FFFF.
private func firstInvalid(_ bytes: [UInt8]) -> Int? {
    if unsafe bytes.withUnsafeBufferPointer({ buffer in unsafe String(validating: buffer, as: UTF8.self) != nil }) {
        return nil
    }
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        let length = byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
        guard length > 0, index + length <= bytes.count else { return index }
        if length > 1, String(validating: bytes[index..<index + length], as: UTF8.self) == nil { return index }
        index += length
    }
    return nil
}
