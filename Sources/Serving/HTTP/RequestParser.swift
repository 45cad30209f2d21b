/// Parses requests from bytes as they come in (RFC 9112), and refuses whatever two parsers could understand differently.
package enum RequestParser {
    /// What the bytes so far are.
    package enum Outcome: Sendable, Equatable {
        /// The head is not complete.
        case incomplete
        /// A request, and how many bytes it took.
        case request(Request, length: Int)
        case refused(RequestError)
    }

    /// Reads the first request of the bytes.
    package static func parse(_ bytes: [UInt8]) -> Outcome {
        // Empty lines before a request are passed over (section 2.2).
        let start = bytes.firstIndex { $0 != carriageReturn && $0 != lineFeed } ?? bytes.count
        guard let end = endOfHead(bytes, from: start) else {
            if bytes.count - start > RequestLimits.headBytes { return .refused(RequestError(status: .headerTooLarge)) }
            return hasBareLineFeed(bytes[start...]) ? .refused(.malformed) : .incomplete
        }
        guard end - start <= RequestLimits.headBytes else { return .refused(RequestError(status: .headerTooLarge)) }
        do throws(RequestError) {
            return .request(try request(lines(bytes[start..<end - 4])), length: end)
        } catch {
            return .refused(error)
        }
    }

    private static let carriageReturn: UInt8 = 13
    private static let lineFeed: UInt8 = 10

    /// The byte after the empty line that ends a head.
    private static func endOfHead(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start + 3
        while index < bytes.count {
            if bytes[index] == lineFeed, bytes[index - 1] == carriageReturn, bytes[index - 2] == lineFeed,
                bytes[index - 3] == carriageReturn
            {
                return index + 1
            }
            index += 1
        }
        return nil
    }

    private static func hasBareLineFeed(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.indices.contains { bytes[$0] == lineFeed && ($0 == bytes.startIndex || bytes[$0 - 1] != carriageReturn) }
    }

    /// The lines between CR LF; a carriage return, line feed or zero alone is an attempt to smuggle (section 2.2).
    private static func lines(_ head: ArraySlice<UInt8>) throws(RequestError) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        for line in head.split(separator: lineFeed, omittingEmptySubsequences: false) {
            let isLast = line.endIndex == head.endIndex
            guard isLast || line.last == carriageReturn else { throw .malformed }
            let text = isLast ? line : line.dropLast()
            guard text.allSatisfy({ $0 == 9 || ($0 >= 32 && $0 != 127) }) else { throw .malformed }
            lines.append(text)
        }
        return lines
    }

    private static func request(_ lines: [ArraySlice<UInt8>]) throws(RequestError) -> Request {
        guard let first = lines.first else { throw .malformed }
        guard lines.count <= RequestLimits.fields + 1 else { throw RequestError(status: .headerTooLarge) }
        let words = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard words.count == 3, !words[0].isEmpty, words[0].allSatisfy(isTokenByte) else { throw .malformed }
        let isOld = words[2].elementsEqual("HTTP/1.0".utf8)
        guard isOld || words[2].elementsEqual("HTTP/1.1".utf8) else {
            throw words[2].starts(with: "HTTP/".utf8) ? RequestError(status: .versionNotSupported) : .malformed
        }
        let fields = try HeaderFields(lines.dropFirst())
        let target = try RequestTarget(words[1])
        guard let method = Request.Method(rawValue: String(decoding: words[0], as: UTF8.self)) else {
            throw RequestError(status: .methodNotAllowed)
        }
        guard !fields.announcesBody else { throw RequestError(status: .contentTooLarge) }
        let options = fields.connectionOptions
        return Request(
            method: method, path: target.path, host: target.authority ?? fields.host,
            keepsAlive: isOld ? options.contains("keep-alive") : !options.contains("close"))
    }
}

/// Whether a byte can stand in a method or in the name of a header field (RFC 9110, section 5.6.2).
func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
}
