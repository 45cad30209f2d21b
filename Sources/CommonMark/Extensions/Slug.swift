internal import Diagnostics

/// The id that Git hosts give a heading.
enum Slug {
    /// Lower case; letters, marks, digits, `-` and `_` stay, a space becomes `-`, everything else goes.
    static func of(_ text: ArraySlice<UInt8>) -> String {
        var slug: [UInt8] = []
        slug.reserveCapacity(text.count)
        for byte in text {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                slug.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
            case UInt8(ascii: " "): slug.append(UInt8(ascii: "-"))
            case 0x80...: return slugOfScalars(text)
            default: break
            }
        }
        return String(decoding: slug, as: UTF8.self)
    }

    private static func slugOfScalars(_ text: ArraySlice<UInt8>) -> String {
        var slug = ""
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if scalar == " " {
                slug.append("-")
            } else if scalar == "-" || scalar == "_" || isKept(scalar) {
                slug.append(scalar.properties.lowercaseMapping)
            }
        }
        return slug
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        // Variation selectors and the key cap are marks to Unicode, but parts of emoji to everyone else.
        if (0xFE00...0xFE0F).contains(scalar.value) || scalar.value == 0x20E3 { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber:
            return true
        default: return false
        }
    }
}

/// Gives each heading of a text an id of its own.
struct HeadingIDs {
    /// Doubled explicit ids.
    private(set) var findings: [Finding] = []
    private let prefix: String
    /// Each id in use, with the number to try next for another heading that wants it.
    private var used: [String: Int] = [:]
    private var seenExplicit: Set<String> = []
    private let reserved: Set<String>

    /// - Parameters:
    ///   - taken: ids that authors wrote somewhere in the text, which no other heading gets.
    ///   - reserved: ids that are on the page for other things, which no heading gets at all.
    init(prefix: String, taken: some Sequence<String>, reserved: Set<String> = []) {
        self.prefix = prefix
        self.reserved = reserved
        for id in taken { used[id] = 1 }
    }

    /// The id of the next heading.
    mutating func id(_ explicit: String?, _ text: ArraySlice<UInt8>, node: Int) -> String {
        if let explicit {
            if reserved.contains(explicit) {
                findings.append(
                    Finding(
                        "markdown/duplicate-id", "the page already uses the id \(explicit) for something else", node: node,
                        help: "give this heading another id, or none"))
            } else if !seenExplicit.insert(explicit).inserted {
                findings.append(
                    Finding(
                        "markdown/duplicate-id", "another heading already has the id \(explicit)", node: node,
                        help: "give this heading an id of its own"))
            }
            return prefix + explicit
        }
        let slug = Slug.of(text)
        let wanted = slug.isEmpty ? "section" : slug
        guard var number = used[wanted] ?? (reserved.contains(wanted) ? 1 : nil) else {
            used[wanted] = 1
            return prefix + wanted
        }
        while used["\(wanted)-\(number)"] != nil || reserved.contains("\(wanted)-\(number)") { number += 1 }
        used[wanted] = number + 1
        used["\(wanted)-\(number)"] = 1
        return "\(prefix)\(wanted)-\(number)"
    }
}
