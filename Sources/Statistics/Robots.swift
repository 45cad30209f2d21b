/// Tells programs that read sites by themselves from readers, by what they call themselves.
///
/// The rule is short, so that it can be stated: a name with one of these words in it, or none. Programs that call
/// themselves browsers are taken for readers.
enum Robots {
    /// In small letters.
    static let words = [
        "bot", "crawl", "spider", "slurp", "archiver", "facebookexternalhit", "feedfetcher", "mediapartners", "lighthouse", "monitor",
        "pingdom", "uptime", "scan", "nagios", "headlesschrome", "curl/", "wget", "python", "java/", "go-http-client", "okhttp",
        "libwww", "httpclient", "axios", "node-fetch", "ruby", "perl", "php/", "waymark-check",
    ]

    /// The first letters of the words, as bits: most places in a name begin none.
    private static let starts: Set<UInt8> = Set(words.compactMap { $0.utf8.first })
    private static let bytes: [[UInt8]] = words.map { Array($0.utf8) }
    private static let startTable: [Bool] = (0..<256).map { starts.contains(UInt8($0)) }

    static func isRobot(_ line: [UInt8], _ agent: Range<Int>) -> Bool {
        if agent.isEmpty || (agent.count == 1 && line[agent.lowerBound] == UInt8(ascii: "-")) { return true }
        for index in agent where startTable[Int(small(line[index]))] {
            for word in bytes where index + word.count <= agent.upperBound {
                if word.indices.allSatisfy({ small(line[index + $0]) == word[$0] }) { return true }
            }
        }
        return false
    }

    private static func small(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 0x20 : byte }
}
