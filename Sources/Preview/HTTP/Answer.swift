/// What a site says to a path.
package struct Answer: Sendable {
    /// 200 for what the site has.
    package var status: Status
    /// The media type, as `Content-Type` says it.
    package var type: String
    /// The whole body.
    package var bytes: [UInt8]
    /// Where the page stands now, for `movedPermanently`: a path from the root, percent-encoded.
    package var location: String?
    /// For a page: the version of the site it was made from, so that the browser knows when it has an old one.
    package var version: String?
    /// For a page: what its readers will not see.
    package var notes: [String]

    package init(
        _ status: Status, type: String, bytes: [UInt8], location: String? = nil, version: String? = nil,
        notes: [String] = []
    ) {
        self.status = status
        self.type = type
        self.bytes = bytes
        self.location = location
        self.version = version
        self.notes = notes
    }

    /// A line of plain text, for what is no page.
    package static func plain(_ status: Status, _ text: String) -> Answer {
        Answer(status, type: "text/plain; charset=utf-8", bytes: Array((text + "\n").utf8))
    }
}
