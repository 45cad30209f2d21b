import Diagnostics
import Forms
import Site

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The answers of earlier runs, in `.waymark/outside` next to `Content/`: a line each, of address, time, and verdict.
///
/// The folder tells Git to pass it over. Lines that say nothing, and a file of another version, are as if they were not
/// there.
struct VerdictCache {
    private struct Known {
        let seconds: Int
        let verdict: Verdict
    }

    private var answers: [String: Known] = [:]
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
        guard lines.first.map(String.init) == VerdictCache.firstLine else { return }
        for line in lines.dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 4, let seconds = Int(fields[1]), let verdict = Verdict(word: fields[2], detail: String(fields[3]))
            else { continue }
            answers[String(fields[0])] = Known(seconds: seconds, verdict: verdict)
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
        for (address, verdict) in verdicts { answers[address.description] = Known(seconds: now, verdict: verdict) }
    }

    /// Replaces the file with the answers that hold, in one step.
    func write() throws(EnvironmentFailure) {
        let kept = answers.filter { (0..<$0.value.verdict.lifetime).contains(now - $0.value.seconds) }
        let youngest = kept.sorted { $0.value.seconds == $1.value.seconds ? $0.key < $1.key : $0.value.seconds > $1.value.seconds }
        let lines = youngest.prefix(Limits.answers).map { address, answer in
            let detail = answer.verdict.detail.map { $0.isNewline || $0 == "\t" ? " " : $0 }
            return "\(address)\t\(answer.seconds)\t\(answer.verdict.word)\t\(String(detail))\n"
        }
        guard unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST else {
            throw failure("cannot make the folder \(folder): \(errorText())")
        }
        do throws(EnvironmentFailure) {
            let ignored = joined(folder, ".gitignore")
            if !pathExists(ignored) { try FreshFile(for: ignored, Array("*\n".utf8)).replace() }
            try FreshFile(for: file, Array((VerdictCache.firstLine + "\n" + lines.joined()).utf8)).replace()
        } catch {
            throw failure(error.message)
        }
    }

    private func failure(_ reason: String) -> EnvironmentFailure {
        EnvironmentFailure("the answers from other sites were not kept: \(reason)", help: "the next check will ask them again")
    }
}
