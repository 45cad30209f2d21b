package import CommonMark
import Synchronization

/// The sizes of a site's pictures, each read when it is first asked for.
package final class PictureSizes: Sendable {
    private let files: [String: String]
    private let known = Mutex<[String: PixelSize?]>([:])

    init(_ assets: [Asset]) { files = Dictionary(assets.map { ($0.path, $0.file) }) { first, _ in first } }

    /// - Parameter path: of a picture below `Content/`.
    /// - Returns: nil for what has no size that could be read.
    package func size(of path: String) -> PixelSize? {
        if let size = known.withLock({ $0[path] }) { return size }
        var size: PixelSize?
        if let file = files[path], case .success(let bytes) = InputFile.bytes(file, shown: path, limit: Limits.assetBytes) {
            size = PixelSize(ofPicture: bytes)
        }
        known.withLock { $0[path] = .some(size) }
        return size
    }
}
