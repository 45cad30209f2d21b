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
}

/// The two versions that are compared.
package struct VersionPair: Sendable {
    /// The older one.
    package let old: VersionName
    /// The newer one.
    package let new: VersionName

    /// Reads what was typed: two names, one to compare the present files with, or Git's ranges `A..B`, `A...B` and `A...`.
    ///
    /// - Parameters:
    ///   - hasSite: whether a folder with a site in it has such a path.
    ///   - isOneVersion: whether one name alone is compared with itself, on two days.
    package init(_ old: String, _ new: String?, isOneVersion: Bool, hasSite: (String) -> Bool) {
        func named(_ name: String) -> VersionName { hasSite(name) ? .folder(name) : .revision(name) }
        if let new {
            (self.old, self.new) = (named(old), named(new))
        } else if !hasSite(old), let dots = old.firstRange(of: "...") {
            let (one, other) = (String(old[..<dots.lowerBound]), String(old[dots.upperBound...]))
            let first = one.isEmpty ? "HEAD" : one
            self.old = .fork(first, other.isEmpty ? "HEAD" : other)
            self.new = other.isEmpty ? .current : .revision(other)
        } else if !hasSite(old), let dots = old.firstRange(of: "..") {
            let (one, other) = (String(old[..<dots.lowerBound]), String(old[dots.upperBound...]))
            self.old = .revision(one.isEmpty ? "HEAD" : one)
            self.new = other.isEmpty ? .current : .revision(other)
        } else {
            self.old = named(old)
            self.new = isOneVersion ? named(old) : .current
        }
    }
}
