import Diagnostics
import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The answers of earlier runs, in `.waymark/outside` beside `Content/`: a line each, of address, time, and verdict.
///
/// The folder tells Git to pass it over. Lines that say nothing, and a file of another version, are as if they were not
/// there.
struct KnownAnswers {
    private struct Answer {
        let seconds: Int
        let verdict: Verdict
    }

    private var answers: [String: Answer] = [:]
    private let folder: String
    private let now: Int

    private static let firstLine = "waymark outside 1"

    /// - Parameter now: seconds since 1970.
    init(site: String, now: Int) {
        folder = joined(site, ".waymark")
        self.now = now
        guard case .success(let bytes) = InputFile.bytes(file, shown: file, limit: Forms.Limits.assetBytes),
            let text = String(validating: bytes, as: UTF8.self)
        else { return }
        let lines = text.split(separator: "\n")
        guard lines.first.map(String.init) == KnownAnswers.firstLine else { return }
        for line in lines.dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 4, let seconds = Int(fields[1]), let verdict = Verdict(word: fields[2], detail: String(fields[3]))
            else { continue }
            answers[String(fields[0])] = Answer(seconds: seconds, verdict: verdict)
        }
    }

    private var file: String { joined(folder, "outside") }

    /// What is known of an address and still holds. The clock may have been set back since.
    subscript(address: WebAddress) -> Verdict? {
        guard let answer = answers[address.description], (0..<answer.verdict.lifetime).contains(now - answer.seconds) else { return nil }
        if case .later(let seconds) = answer.verdict { return .later(seconds: seconds - (now - answer.seconds)) }
        return answer.verdict
    }

    mutating func keep(_ verdicts: [WebAddress: Verdict]) {
        for (address, verdict) in verdicts { answers[address.description] = Answer(seconds: now, verdict: verdict) }
    }

    /// Writes the answers that hold, in place of the file, in one step.
    func write() throws(EnvironmentFailure) {
        let kept = answers.filter { (0..<$0.value.verdict.lifetime).contains(now - $0.value.seconds) }
        let youngest = kept.sorted { $0.value.seconds == $1.value.seconds ? $0.key < $1.key : $0.value.seconds > $1.value.seconds }
        let lines = youngest.prefix(Limits.answers).map { address, answer in
            let detail = answer.verdict.detail.map { $0.isNewline || $0 == "\t" ? " " : $0 }
            return "\(address)\t\(answer.seconds)\t\(answer.verdict.word)\t\(String(detail))\n"
        }
        guard unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw failure(folder) }
        if !pathExists(joined(folder, ".gitignore")) { try write("*\n", to: joined(folder, ".gitignore")) }
        let temporary = file + ".\(getpid())"
        try write(KnownAnswers.firstLine + "\n" + lines.joined(), to: temporary)
        guard unsafe rename(temporary, file) == 0 else { throw failure(file) }
    }

    private func write(_ text: String, to path: String) throws(EnvironmentFailure) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(path) }
            rest = rest.dropFirst(count)
        }
    }

    private func failure(_ path: String) -> EnvironmentFailure {
        EnvironmentFailure("the answers cannot be kept in \(path): \(errorText())", help: "the next check will ask again")
    }
}
