import Forms

/// What a version of a site is named by: a folder, a revision, or the files as they are now.
package enum VersionName: Sendable, Hashable {
    /// A folder with a site in it.
    case folder(String)
    case revision(String)
    /// The newest commit that two revisions have in common; of the files as they are now, that is of `HEAD`.
    case fork(String, String)
    /// The files of the site as they are.
    case current

    /// One name as it was typed: a folder if there is a site in it.
    init(_ text: String) { self = VersionName.hasSite(text) ? .folder(text) : .revision(text) }

    /// Whether a folder of such a path holds a site.
    static func hasSite(_ path: String) -> Bool { pathExists(joined(path, "Content")) }
}

/// The two versions that are compared.
package struct VersionPair: Sendable {
    /// The older one.
    package let old: VersionName
    /// The newer one.
    package let new: VersionName

    /// Reads what was typed: two names, one to compare the present files with, or Git's ranges `A..B`, `A...B` and `A...`.
    ///
    /// - Parameter isOneVersion: whether one name alone is compared with itself, on two days.
    package init(_ old: String, _ new: String?, isOneVersion: Bool = false) {
        let first = VersionName(old)
        if let new {
            (self.old, self.new) = (first, VersionName(new))
        } else if case .folder = first {
            (self.old, self.new) = (first, isOneVersion ? first : .current)
        } else if let dots = old.firstRange(of: "...") {
            let (one, other) = (String(old[..<dots.lowerBound]), String(old[dots.upperBound...]))
            self.old = .fork(one.isEmpty ? "HEAD" : one, other.isEmpty ? "HEAD" : other)
            self.new = other.isEmpty ? .current : .revision(other)
        } else if let dots = old.firstRange(of: "..") {
            let (one, other) = (String(old[..<dots.lowerBound]), String(old[dots.upperBound...]))
            self.old = .revision(one.isEmpty ? "HEAD" : one)
            self.new = other.isEmpty ? .current : .revision(other)
        } else {
            (self.old, self.new) = (first, isOneVersion ? first : .current)
        }
    }
}
