/// Writes words and signs with no more space between them than they need.
struct ScriptWriter {
    private(set) var bytes: [UInt8] = []
    private var last: ScriptToken?
    /// A `;` or `,` that is written unless a bracket closes behind it.
    private var pending: (token: ScriptToken, before: ScriptToken?)?

    mutating func add(_ token: ScriptToken) {
        if let (sign, before) = pending {
            pending = nil
            if !isIdle(sign, before, next: token) { write(sign) }
        }
        if token.isSign(";") || token.isSign(",") { pending = (token, last) } else { write(token) }
    }

    /// What was written, with a line end behind it.
    mutating func finished() -> [UInt8] {
        if let (sign, _) = pending { write(sign) }
        pending = nil
        return bytes + [10]
    }

    private mutating func write(_ token: ScriptToken) {
        if let last {
            if needsLine(last, token) { bytes.append(10) } else if needsSpace(last, token) { bytes.append(32) }
        }
        bytes += token.text.utf8
        last = token
    }

    /// Whether a `;` or `,` may be left out before what comes. A `;` may be a whole statement, a `,` a gap in a list.
    private func isIdle(_ sign: ScriptToken, _ before: ScriptToken?, next: ScriptToken) -> Bool {
        guard let before, before.kind != .sign || ![";", "{", ",", "[", "(", ":"].contains(before.text) else { return false }
        if sign.text == "," { return next.isSign("}") || next.isSign("]") || next.isSign(")") }
        return next.isSign("}") && !before.isHead && !(before.kind == .word && ["else", "do"].contains(before.text))
    }

    // MARK: Line ends

    /// Whether a statement may end with this.
    static func mayEnd(_ token: ScriptToken) -> Bool {
        switch token.kind {
        case .templateHead, .templateMiddle: false
        case .sign: [")", "]", "}", "++", "--"].contains(token.text)
        default: true
        }
    }

    /// Whether a statement, or a part of a class, may start with this.
    static func mayStart(_ token: ScriptToken) -> Bool {
        switch token.kind {
        case .templateMiddle, .templateTail: false
        case .sign: ["(", "[", "{", "+", "-", "++", "--", "!", "~", "*", "/"].contains(token.text)
        default: true
        }
    }

    /// Whether a line end that stood here may be the end of a statement.
    private func needsLine(_ last: ScriptToken, _ next: ScriptToken) -> Bool {
        guard next.isAfterLine, Self.mayEnd(last), Self.mayStart(next) else { return false }
        return !(last.isSign(")") && last.isHead) && !(last.isSign("}") && last.brace == .statement)
    }

    // MARK: Spaces

    private func needsSpace(_ last: ScriptToken, _ next: ScriptToken) -> Bool {
        guard let end = last.text.utf8.last, let start = next.text.utf8.first else { return false }
        if isWord(end) || last.kind == .regex { if isWord(start) { return true } }
        switch start {
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return end == start
        case UInt8(ascii: "/"): return end == start
        case UInt8(ascii: "*"): return end == UInt8(ascii: "/")
        case UInt8(ascii: "."): return last.kind == .number && next.kind == .sign
        // `<!--` and `-->` are comments in old scripts.
        case UInt8(ascii: "!"): return end == UInt8(ascii: "<")
        case UInt8(ascii: ">"): return last.text == "--"
        default: return false
        }
    }

    /// Whether this may be part of a word, next to which another needs a space.
    private func isWord(_ byte: UInt8) -> Bool { ScriptReader.isWordByte(byte) }
}
