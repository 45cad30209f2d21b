/// Postings as text: for each the distance from the one before in digits of 5 bits, the last one marked, then the
/// weight; all in the 64 signs of base64url, which JSON needs not escape.
struct PostingList {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0
    private var last: UInt32 = 0

    private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    mutating func append(_ posting: TermCounter.Posting) {
        var distance = posting.record - last
        while distance >= 32 {
            bytes.append(PostingList.signs[Int(32 | (distance & 31))])
            distance >>= 5
        }
        bytes.append(PostingList.signs[Int(distance)])
        bytes.append(PostingList.signs[Int(posting.weight & 63)])
        last = posting.record
        count += 1
    }
}
