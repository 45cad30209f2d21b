/// The names of products by the numbers in them, for codes that the index does not hold as they are typed.
///
/// The browser matches them as it does in lists of products (`codes.js`). A file holds the products with a number that begins
/// with one digit, as rounding a model to its series keeps its first digit: a search reads one of nine files. A range such as
/// `MX204–MX480` has the numbers between as well.
enum CodeShards {
    static func make(_ records: ArraySlice<SearchRecord>, names: FileNames) -> Shards {
        var byDigit: [UInt8: [Int]] = [:]
        for (number, record) in records.enumerated() where record.kind == .product && !record.isSecondary {
            let digits = ([record.title] + record.names).reduce(into: Set<UInt8>()) { $0.formUnion(firstDigits($1)) }
            for digit in digits { byDigit[digit, default: []].append(number) }
        }
        var shards = Shards()
        for (digit, numbers) in byDigit.sorted(by: { $0.key < $1.key }) {
            shards.append(first: String(UnicodeScalar(digit)), names.file(file(numbers, records)))
        }
        return shards
    }

    /// `[number, title, other names …]` for each product.
    private static func file(_ numbers: [Int], _ records: ArraySlice<SearchRecord>) -> [UInt8] {
        var json = JSONBytes()
        json.raw("[")
        for (index, number) in numbers.enumerated() {
            json.raw(index > 0 ? ",[" : "[")
            json.number(number)
            for name in [records[number].title] + records[number].names {
                json.raw(",")
                json.string(name)
            }
            json.raw("]")
        }
        json.raw("]")
        return json.bytes
    }

    /// The digits with which the numbers of a text begin.
    static func firstDigits(_ text: String) -> Set<UInt8> {
        var digits: Set<UInt8> = []
        var last: Substring = ""
        var between: Substring = ""
        var rest = text[...]
        while let sign = rest.first {
            let part = rest.prefix { isDigit($0) == isDigit(sign) }
            rest = rest[part.endIndex...]
            guard isDigit(sign), let digit = part.utf8.first else {
                between = part
                continue
            }
            digits.insert(digit)
            if let from = last.utf8.first, from < digit, last.count == part.count, isOfRange(between) { digits.formUnion(from...digit) }
            last = part
        }
        return digits
    }

    private static func isDigit(_ sign: Character) -> Bool { ("0"..."9").contains(sign) }

    /// What is between the ends of a range: a dash, and the letters of a code again.
    private static func isOfRange(_ text: Substring) -> Bool {
        guard let dash = text.drop(while: { $0 == " " }).first, "-–—".contains(dash) else { return false }
        return text.allSatisfy { $0.isLetter || " -–—".contains($0) }
    }
}
