/// The header fields that the preview heeds.
struct HeaderFields {
    /// The one field `Host`, in lower case.
    let host: String
    /// The words of `Connection`, in lower case.
    let connectionOptions: [String]
    /// Whether bytes follow the head: no request that is answered has any.
    let announcesBody: Bool

    /// Reads lines `name: value`. Folded lines and white space before the colon are refused (RFC 9112, section 5).
    init(_ lines: ArraySlice<ArraySlice<UInt8>>) throws(RequestError) {
        var hosts: [String] = []
        var options: [String] = []
        var announcesBody = false
        for line in lines {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
                line[..<colon].allSatisfy(isTokenByte)
            else { throw .malformed }
            let value = String(decoding: trimmed(line[(colon + 1)...]), as: UTF8.self).lowercased()
            switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
            case "host": hosts.append(value)
            case "connection": options += value.split { $0 == "," || $0 == " " }.map(String.init)
            case "content-length": announcesBody = announcesBody || value != "0"
            case "transfer-encoding": announcesBody = true
            default: break
            }
        }
        // Section 3.2: none or two are malformed; whom a doubled one means depends on who reads it.
        guard hosts.count == 1 else { throw .malformed }
        host = hosts[0]
        connectionOptions = options
        self.announcesBody = announcesBody
    }
}

private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 }
    let rest = bytes.drop(while: isBlank)
    return rest[..<(rest.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? rest.startIndex)]
}
