import CCrypto

/// Names for bytes.
enum Digest {
    /// The first 10 hexadecimal digits of the SHA-256 of the bytes (FIPS 180-4): enough to tell the versions of one
    /// file apart, short enough for an address.
    static func short(_ bytes: [UInt8]) -> String {
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
        return hexadecimal(digest)
    }

    private static func hexadecimal(_ digest: [UInt8]) -> String {
        digest.prefix(5).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
