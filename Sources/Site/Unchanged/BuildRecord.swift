import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What was published last into a folder, and from what: if both are as they were, a build has nothing to do.
struct BuildRecord {
    /// ``BuildInputs/digest(usesGit:)``.
    let inputs: String
    let usesGit: Bool
    let report: BuildReport
    let tree: PublishedTree

    private static let heading = "waymark build record 1"
}

extension BuildRecord {
    /// Fields that end with NUL, and a digest of them; nil if anything of it was damaged.
    init?(_ bytes: [UInt8]) {
        guard bytes.count > 64, Digest.full(Array(bytes.dropLast(64))).utf8.elementsEqual(bytes.suffix(64)) else { return nil }
        let fields = bytes.dropLast(65).split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        guard fields.count >= 8, fields[0] == BuildRecord.heading, let pages = Int(fields[3]), let files = Int(fields[4]),
            let size = Int(fields[5]), let notes = Int(fields[7]), notes >= 0, fields.count >= 8 + notes
        else { return nil }
        inputs = fields[1]
        usesGit = fields[2] == "git"
        report = BuildReport(pages: pages, files: files, bytes: size, notes: Array(fields[8..<8 + notes]), isUnchanged: true)
        tree = PublishedTree(paths: Array(fields[(8 + notes)...]), digest: fields[6])
    }

    var bytes: [UInt8] {
        let fields =
            [
                BuildRecord.heading, inputs, usesGit ? "git" : "", String(report.pages), String(report.files), String(report.bytes),
                tree.digest, String(report.notes.count),
            ] + report.notes + tree.paths
        let text = Array(fields.map { $0 + "\0" }.joined().utf8)
        return text + Array(Digest.full(text).utf8)
    }
}
