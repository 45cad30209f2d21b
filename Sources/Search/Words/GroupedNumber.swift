import Content

/// Numbers whose digits are in groups: whoever types `1500` means `1,500` too, and the other way round.
enum GroupedNumber {
    /// What is between groups, apart from spaces that break: those may as well be between two numbers.
    static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ".", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}": true
        default: Contractions.isApostrophe(scalar)
        }
    }

    /// A word with the digits of the number at its start as one, if its groups of three are all set apart by the same sign.
    static func joined(_ word: String) -> String {
        let scalars = Array(word.unicodeScalars)
        let isDigit = { (index: Int) in index < scalars.count && (48...57).contains(scalars[index].value) }
        let first = scalars.prefix { (48...57).contains($0.value) }.count
        guard (1...3).contains(first), first < scalars.count, isSign(scalars[first]) else { return word }
        let sign = scalars[first]
        var digits = Array(scalars[..<first])
        var end = first
        while end < scalars.count, scalars[end] == sign, (1...3).allSatisfy({ isDigit(end + $0) }), !isDigit(end + 4) {
            digits += scalars[(end + 1)...(end + 3)]
            end += 4
        }
        // An address such as 10.100.200.1 goes on with the same sign.
        let goesOn = end < scalars.count && scalars[end] == sign && isDigit(end + 1)
        guard end > first, !goesOn else { return word }
        var view = String.UnicodeScalarView(digits)
        view.append(contentsOf: scalars[end...])
        return String(view)
    }
}
