import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What was published last into a folder, and from what: if both are as they were, a build has nothing to do.
struct BuildRecord {
    /// ``BuildInputs/digest(usesGit:)``; empty where a build has to be done again whatever it is, because there is
    /// something to say or because more decides what it publishes.
    let inputs: String
    let usesGit: Bool
    let report: BuildReport
    let published: PublishedSite

    private static let heading = "waymark build record 2"
}

extension BuildRecord {
    /// Fields that end with NUL, and a digest of them; nil if anything of it was damaged.
    init?(_ bytes: [UInt8]) {
        guard bytes.count > 64, Digest.full(Array(bytes.dropLast(64))).utf8.elementsEqual(bytes.suffix(64)) else { return nil }
        let fields = bytes.dropLast(65).split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        guard fields.count >= 11, fields[0] == BuildRecord.heading, let pages = Int(fields[3]), let files = Int(fields[4]),
            let size = Int(fields[5]), let notes = Int(fields[10]), notes >= 0, fields.count >= 11 + notes
        else { return nil }
        inputs = fields[1]
        usesGit = fields[2] == "git"
        report = BuildReport(pages: pages, files: files, bytes: size, notes: Array(fields[11..<11 + notes]), isUnchanged: true)
        published = PublishedSite(
            tree: PublishedTree(
                files: Array(fields[(11 + notes)...]), marks: TreeMarks(all: fields[6], files: fields[7], folders: fields[8])),
            twin: fields[9].isEmpty ? nil : fields[9])
    }

    var bytes: [UInt8] {
        let marks = published.tree.marks
        let fields =
            [
                BuildRecord.heading, inputs, usesGit ? "git" : "", String(report.pages), String(report.files), String(report.bytes),
                marks.all, marks.files, marks.folders, published.twin ?? "", String(report.notes.count),
            ] + report.notes + published.tree.files
        let text = Array(fields.map { $0 + "\0" }.joined().utf8)
        return text + Array(Digest.full(text).utf8)
    }
}
