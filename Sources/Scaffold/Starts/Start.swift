package import Site

/// New files of an author's, and what to do with them.
package struct Start: Sendable {
    /// Paths below the site's folder.
    package var files: [AuthoredFiles.File] = []
    /// Files that are there already, and stay as they are.
    package var kept: [String] = []
    /// What an author does next, one step a line.
    package var next: [String] = []

    /// Nothing is made, because of what the author asked for.
    package struct Refusal: Error {
        /// Why, in one sentence without a full stop.
        package let message: String
        /// What to ask for instead.
        package let help: String
    }
}

extension Start {
    /// Adds what makes an editor show while one types what may be in the new files: the schemas that are not there yet.
    mutating func addSchemas(of subjects: [String], to site: AuthoredFiles) {
        guard subjects.contains(where: { !site.exists(SchemaFile.path(of: $0)) }) else { return }
        for schema in SchemaFile.all where !site.exists(schema.path) {
            files.append(AuthoredFiles.File(schema.path, bytes: schema.bytes))
        }
    }

    /// Refuses to write over a file.
    static func refuseExisting(_ path: String, in site: AuthoredFiles) throws(Refusal) {
        guard !site.exists(path) else {
            throw Refusal(message: "\(path) already exists", help: "choose another name, or edit that file")
        }
    }

    /// Refuses a folder that is no site.
    static func requireSite(_ site: AuthoredFiles, at folder: String) throws(Refusal) {
        guard site.exists("Content/site.yaml") else {
            let place = folder == "." ? "here" : "in \(folder)"
            throw Refusal(
                message: "there is no site \(place): Content/site.yaml is missing",
                help: "go to the folder of your site, name it with --site, or start one with `waymark new site DIR`")
        }
    }
}
