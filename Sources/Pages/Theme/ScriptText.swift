/// The theme's scripts made smaller without touching their code.
enum ScriptText {
    /// Drops the lines that hold nothing but a comment, `//…` or part of `/* … */`, blank lines, and indentation.
    ///
    /// By lines alone, so a template literal must not hold a line that looks like a comment; everything else stays as it
    /// is written. Comments are a third of the bytes that a reader would load.
    static func stripped(_ script: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(script.count)
        var isInComment = false
        for line in script.split(separator: 10) {
            let text = line.drop { $0 == 32 || $0 == 9 }
            if isInComment || isComment(text) {
                isInComment = text.firstRange(of: Array("*/".utf8)) == nil
            } else if !text.isEmpty, !text.starts(with: "//".utf8) {
                result += text
                result.append(10)
            }
        }
        return result
    }

    /// Whether a line starts a comment behind which no code stands: a type before an expression is kept with it.
    private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: "/*".utf8) else { return false }
        guard let end = line.firstRange(of: Array("*/".utf8)) else { return true }
        return line[end.upperBound...].allSatisfy { $0 == 32 || $0 == 9 }
    }
}
