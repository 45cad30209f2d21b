/// How much a word counts where the fact comes from: BM25F (Robertson, Zaragoza, Taylor 2004), worked out when the site is built.
///
/// Lengths are compared with constants, not with the averages of the site, so that an edit changes only the files that
/// hold its words.
enum Weights {
    /// How often a word is in each part of a record.
    struct Counts {
        var title: Float = 0
        var names: Float = 0
        var keywords: Float = 0
        var context: Float = 0
        var body: Float = 0
        /// How many words the shortest title or name has in which it is; 0 when it is in none.
        var titleLength = 0
    }

    private static let saturation: Float = 1.2
    private static let usualBody: Float = 60

    /// One of 64 values: up to 15 for words of the text only, then six for each length of a title up to eight words.
    ///
    /// - Parameter emphasis: multiplies how much the word counts.
    static func weight(_ counts: Counts, bodyLength: Int, emphasis: Float) -> UInt8 {
        let length = 0.4 + 0.6 * Float(bodyLength) / usualBody
        let frequency =
            counts.title * 5 + counts.names * 3.5 + counts.keywords * 2 + counts.context * 0.6 + counts.body / max(length, 0.8)
        let impact = frequency / (saturation + frequency) * emphasis
        guard counts.titleLength > 0 else { return UInt8(min(15, max(0, impact * 16))) }
        let level = min(5, max(0, Int((impact - 0.5) * 12)))
        return UInt8(16 + (min(counts.titleLength, 8) - 1) * 6 + level)
    }

    /// Orders weights by how much they count: first those of short titles, then of long ones, then of texts.
    static func rank(_ weight: UInt8) -> Int {
        guard weight >= 16 else { return Int(weight) }
        let (length, level) = (Int(weight) - 16).quotientAndRemainder(dividingBy: 6)
        return 16 + (7 - length) * 6 + level
    }
}
