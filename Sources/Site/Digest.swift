import CCrypto

/// Names for bytes.
enum Digest {
    /// The first 10 hexadecimal digits of the SHA-256 of the bytes (FIPS 180-4): enough to tell the versions of one
    /// file apart, short enough for an address.
    static func short(_ bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = unsafe SHA256(bytes, bytes.count, &digest)
        return digest.prefix(5).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
