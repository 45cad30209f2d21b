import CPacked
import Diagnostics
import Pages

/// Copies of published texts, `.gz` and `.br` next to each, for servers that send files as they are.
enum Compressed {
    /// Endings of texts; pictures and fonts are compressed already.
    private static let endings = [".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".md", ".csv"]
    /// What fits into one packet of the network gains nothing from being smaller.
    private static let least = 1000

    /// Throws where the library for brotli cannot be had: the same content is to give the same files everywhere.
    static func prepare() throws(EnvironmentFailure) {
        guard waymark_brotli_open() != 0 else {
            throw EnvironmentFailure(
                "the library libbrotlienc, which `compressed: yes` needs, cannot be opened",
                help: "install it (Debian: apt-get install libbrotli1), or remove `compressed` from Content/site.yaml")
        }
    }

    /// The copies of a file; none where they would be no smaller.
    static func copies(of file: RenderedFile) -> [RenderedFile] {
        guard file.bytes.count >= least, endings.contains(where: file.path.hasSuffix) else { return [] }
        var copies: [RenderedFile] = []
        if let bytes = unsafe packed(file.bytes, by: { unsafe waymark_gzip($0, $1, $2, $3) }) {
            copies.append(RenderedFile(path: file.path + ".gz", bytes: bytes))
        }
        if let bytes = unsafe packed(file.bytes, by: { unsafe waymark_brotli($0, $1, $2, $3) }) {
            copies.append(RenderedFile(path: file.path + ".br", bytes: bytes))
        }
        return copies
    }

    /// Whether a published file is a copy of another.
    static func isCopy(_ path: String) -> Bool { path.hasSuffix(".gz") || path.hasSuffix(".br") }

    private static func packed(
        _ bytes: [UInt8], by pack: (UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<UInt8>?, Int) -> Int
    ) -> [UInt8]? {
        let packed = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count - 1) { buffer, written in
            written = unsafe bytes.withUnsafeBufferPointer { unsafe pack($0.baseAddress, $0.count, buffer.baseAddress, buffer.count) }
        }
        return packed.isEmpty ? nil : packed
    }
}
