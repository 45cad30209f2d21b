/// One file of the published site, ready to be written.
package struct RenderedFile: Sendable {
    /// Below the root: `entitlement/access/index.html`.
    package let path: String
    /// All of the file.
    package let bytes: [UInt8]

    /// The path is below the root of the published site, with `/` between its parts.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
