import CCrypto

/// Names for bytes.
enum Digest {
    /// The first 10 hexadecimal digits of the SHA-256 of the bytes (FIPS 180-4): enough to tell the versions of one
    /// file apart, short enough for an address.
    static func short(_ bytes: [UInt8]) -> String { String(full(bytes).prefix(10)) }

    /// All 64 digits of it.
    static func full(_ bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = unsafe SHA256(bytes, bytes.count, &digest)
        return hexadecimal(digest)
    }

    /// The first 10 digits of the name that Git gives a file with these bytes: `git log --find-object` leads from it to
    /// the commits. SHA-1 (FIPS 180-4) over `blob SIZE NUL` and the bytes.
    static func gitName(_ bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA_DIGEST_LENGTH))
        let object = Array("blob \(bytes.count)\0".utf8) + bytes
        _ = unsafe SHA1(object, object.count, &digest)
        return hexadecimal(Array(digest.prefix(5)))
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func hexadecimal(_ digest: [UInt8]) -> String {
        String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
