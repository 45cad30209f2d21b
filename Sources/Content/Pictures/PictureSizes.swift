import CommonMark
import Forms
import Synchronization

/// The sizes of pictures, each read when it is first asked for.
final class PictureSizes: Sendable {
    private let known = Mutex<[String: PixelSize?]>([:])

    /// - Returns: nil for what has no size that could be read.
    func size(_ picture: Asset) -> PixelSize? {
        if let size = known.withLock({ $0[picture.path] }) { return size }
        let size = PictureSizes.read(picture)
        known.withLock { $0[picture.path] = .some(size) }
        return size
    }

    private static func read(_ picture: Asset) -> PixelSize? {
        switch InputFile.bytes(picture.file, shown: picture.path, limit: Limits.assetBytes) {
        case .success(let bytes): PixelSize(ofPicture: bytes)
        case .failure: nil
        }
    }
}
