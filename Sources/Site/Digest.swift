import CCrypto
package import Content
import Forms

/// Names for bytes.
package enum Digest {
    /// The first 10 hexadecimal digits of the SHA-256 of the bytes (FIPS 180-4): enough to tell the versions of one
    /// file apart, short enough for an address.
    static func short(_ bytes: [UInt8]) -> String { String(full(bytes).prefix(10)) }

    /// All 64 digits of it.
    static func full(_ bytes: [UInt8]) -> String {
        var context = sha256_ctx()
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        unsafe nettle_sha256_init(&context)
        unsafe nettle_sha256_update(&context, bytes.count, bytes)
        unsafe nettle_sha256_digest(&context, digest.count, &digest)
        return hexadecimal(digest)
    }

    /// The first 10 digits of the name that Git gives a file with these bytes: `git log --find-object` leads from it to
    /// the commits. SHA-1 (FIPS 180-4) over `blob SIZE NUL` and the bytes.
    package static func gitName(_ bytes: [UInt8]) -> String { String(fullGitName(bytes).prefix(10)) }

    /// All 40 digits of it.
    static func fullGitName(_ bytes: [UInt8]) -> String {
        var context = sha1_ctx()
        var digest = [UInt8](repeating: 0, count: Int(SHA1_DIGEST_SIZE))
        let object = Array("blob \(bytes.count)\0".utf8) + bytes
        unsafe nettle_sha1_init(&context)
        unsafe nettle_sha1_update(&context, object.count, object)
        unsafe nettle_sha1_digest(&context, digest.count, &digest)
        return hexadecimal(digest)
    }

    /// The names that Git gives files, by their paths below `Content/`; those that can't be read have none.
    package static func gitNames(of assets: [Asset]) -> [String: String] {
        Dictionary(
            assets.compactMap { asset -> (String, String)? in
                guard case .success(let bytes) = InputFile.bytes(asset.file, shown: asset.path, limit: 1 << 30) else { return nil }
                return (asset.path, fullGitName(bytes))
            }
        ) { first, _ in first }
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func hexadecimal(_ digest: [UInt8]) -> String {
        String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
