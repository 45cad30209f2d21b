/// One file of the published site, ready to be written.
package struct RenderedFile: Sendable {
    /// Below the root: `entitlement/access/index.html`.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
