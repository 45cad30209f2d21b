import Diagnostics

/// Tags of languages, such as `en` and `pt-BR` (RFC 5646).
package enum LanguageTag {
    /// Whether a text has the form of a tag: a language of two or three letters, and what narrows it down.
    package static func isValid(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return (2...3).contains(parts[0].count)
            && parts.allSatisfy { (1...8).contains($0.count) && $0.utf8.allSatisfy { byte in isLetterOrDigit(byte) } }
    }

    /// A tag in the usual letters, which mean the same as any others: `pt-BR` for `PT-br`, `zh-Hant` for `zh-hant`.
    package static func normalized(_ tag: String) -> String {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        // After a single letter come parts that a program defines.
        let plain = parts.firstIndex { $0.count == 1 } ?? parts.count
        return parts.enumerated().map { index, part in
            switch part.count {
            case 2 where index > 0 && index < plain: part.uppercased()
            case 4 where index > 0 && index < plain: part.prefix(1).uppercased() + part.dropFirst().lowercased()
            default: part.lowercased()
            }
        }.joined(separator: "-")
    }

    /// The tag of a language that is written by its name: `de` for `German` and `Deutsch`.
    package static func tag(named name: String) -> String? {
        let name = name.lowercased()
        return names.first { $0.names.contains(name) }?.tag
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }

    private static let names: [(tag: String, names: Set<String>)] = """
        ar arabic العربية; bg bulgarian български; ca catalan català; cs czech čeština; cy welsh cymraeg; da danish dansk; \
        de german deutsch; el greek ελληνικά; en english; es spanish español espanol castilian; et estonian eesti; eu basque euskara; \
        fa persian farsi فارسی; fi finnish suomi; fr french français francais; ga irish gaeilge; gl galician galego; he hebrew עברית; \
        hi hindi हिन्दी; hr croatian hrvatski; hu hungarian magyar; id indonesian; is icelandic íslenska; it italian italiano; \
        ja japanese 日本語; ko korean 한국어; lt lithuanian lietuvių; lv latvian latviešu; ms malay; mt maltese malti; \
        nb norwegian norsk bokmål; nl dutch flemish nederlands; nn nynorsk; pl polish polski; pt portuguese português portugues; \
        ro romanian română; ru russian русский; sk slovak slovenčina; sl slovene slovenian slovenščina; sr serbian српски; \
        sv swedish svenska; th thai ไทย; tr turkish türkçe; uk ukrainian українська; ur urdu اردو; vi vietnamese; zh chinese mandarin 中文
        """.split(separator: ";").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            return words.first.map { ($0, Set(words.dropFirst())) }
        }
}
