package import Diagnostics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads files of the site: the only code that does.
package enum InputFile {
    /// What reading gave: the value, or one diagnostic that says why not.
    package typealias Outcome<Value> = Result<Value, Refusal>

    /// Why a file was not read.
    package struct Refusal: Error {
        /// Has a path, but no place in a text.
        package let diagnostic: Diagnostic

        /// For readers that refuse a file for reasons of their own.
        package init(diagnostic: Diagnostic) { self.diagnostic = diagnostic }
    }

    /// Reads a text: a plain file of bounded size, valid UTF-8, its byte order mark dropped and its line ends made `\n`.
    ///
    /// - Parameters:
    ///   - path: as the operating system knows it.
    ///   - shown: as messages name it.
    package static func text(_ path: String, shown: String) -> Outcome<SourceFile> {
        bytes(path, shown: shown, limit: Limits.textBytes).flatMap { text(of: $0, shown: shown) }
    }

    /// Takes bytes as a text, under the same rules.
    package static func text(of bytes: [UInt8], shown: String) -> Outcome<SourceFile> {
        if let problem = encodingProblem(bytes, shown: shown) { return .failure(Refusal(diagnostic: problem)) }
        let file = SourceFile(path: shown, bytes: normalized(bytes))
        // Pages may show such lines in code, which only their reader can tell.
        if !shown.hasSuffix(".md"), let conflict = ConflictMarks.problems(in: file).first {
            return .failure(Refusal(diagnostic: conflict))
        }
        return .success(file)
    }

    /// Reads the bytes of a plain file that is not larger than the limit. Links and special files are refused.
    package static func bytes(_ path: String, shown: String, limit: Int) -> Outcome<[UInt8]> {
        opened(path, shown: shown, limit: limit) { descriptor, size in
            readAll(descriptor, expected: size, limit: limit, shown: shown)
        }
    }

    /// Reads the first bytes of a plain file, and tells how many it has.
    package static func head(_ path: String, shown: String, count: Int) -> Outcome<(bytes: [UInt8], size: Int)> {
        opened(path, shown: shown, limit: Limits.assetBytes) { descriptor, size in
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: min(count, size)) { buffer, read in
                read = unsafe max(0, pread(descriptor, buffer.baseAddress, buffer.count, 0))
            }
            return .success((bytes, size))
        }
    }

    /// Opens a plain file that is not larger than the limit, for as long as it is used.
    private static func opened<Value>(
        _ path: String, shown: String, limit: Int, _ use: (_ descriptor: Int32, _ size: Int) -> Outcome<Value>
    ) -> Outcome<Value> {
        // Never follow a link, never wait for a pipe's writer.
        let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return refusal("environment/unreadable", shown, "cannot be read: \(errorText())") }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            return refusal("environment/unreadable", shown, "cannot be read: \(errorText())")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            return refusal(
                "content/not-a-file", shown, "this is not a plain file", help: "delete it, or put a file here")
        }
        guard status.st_size <= limit else {
            return refusal(
                "content/too-large", shown, "the file has \(status.st_size) bytes; the limit is \(limit)",
                help: "split or shrink it")
        }
        return use(descriptor, Int(status.st_size))
    }

    /// Reads to the end, even if the file grows meanwhile, but not beyond the limit.
    private static func readAll(_ descriptor: Int32, expected: Int, limit: Int, shown: String) -> Outcome<[UInt8]> {
        var capacity = expected + 1
        var result: [UInt8] = []
        while true {
            var failed = false
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                count = 0
                while count < buffer.count {
                    let got = unsafe read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
                    if got < 0, errno == EINTR { continue }
                    failed = got < 0
                    guard got > 0 else { break }
                    count += got
                }
            }
            guard !failed else { return refusal("environment/unreadable", shown, "cannot be read: \(errorText())") }
            result = result.isEmpty ? chunk : result + chunk
            if chunk.count < capacity { return .success(result) }
            guard result.count <= limit else {
                return refusal("content/too-large", shown, "the file grew beyond \(limit) bytes while it was read")
            }
            capacity = 1 << 16
        }
    }

    private static func refusal<Value>(
        _ rule: RuleID, _ shown: String, _ message: String, help: String? = nil
    ) -> Outcome<Value> {
        .failure(Refusal(diagnostic: Diagnostic(rule, message, at: nil, path: shown, help: help)))
    }
}
