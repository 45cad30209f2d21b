import CommonMark
import Templating

/// The terms of all glossaries that some page shows, by how they begin: made once for a site.
struct TermIndex: Sendable {
    /// A term, and where it is explained.
    struct Term: Sendable {
        let full: String
        let short: String?
        /// The number of the page that shows its glossary.
        let page: Int
        let anchor: String
    }

    /// A way to say a term.
    fileprivate struct Wording: Sendable {
        /// As it is in HTML.
        let bytes: [UInt8]
        /// Whether capitals count, as they do for short forms.
        let isExact: Bool
        let term: Int
    }

    fileprivate let terms: [Term]
    /// Whether there is nothing to explain.
    var isEmpty: Bool { terms.isEmpty }
    /// By the first word, in lower case: the longest wording first.
    fileprivate let wordings: [[UInt8]: [Wording]]
    /// Which first letters and lengths of first words there are, so that nearly every word is passed over at once.
    fileprivate let firstWords: Set<Int>

    init(_ terms: [Term]) {
        self.terms = terms
        var wordings: [[UInt8]: [Wording]] = [:]
        for (number, term) in terms.enumerated() {
            for text in [term.full, term.short].compactMap({ $0 }) {
                let bytes = Array(HTMLEscaping.escaped(text).utf8)
                let first = Array(bytes.prefix(while: isWordByte)).map(lowered)
                guard !first.isEmpty else { continue }
                let isExact = text == term.short || !text.contains(where: \.isLowercase)
                wordings[first, default: []].append(Wording(bytes: bytes, isExact: isExact, term: number))
            }
        }
        self.wordings = wordings.mapValues { $0.sorted { $0.bytes.count > $1.bytes.count } }
        firstWords = Set(wordings.keys.map(mark))
    }
}

/// Links the first use of each glossary term on a page to where it is explained, if its author linked none.
///
/// Works on finished HTML of our own renderer and templates, so that texts and blocks are one page.
struct FirstTerms {
    private let index: TermIndex
    /// The addresses of the pages that explain, as seen from this one.
    private let addresses: [Int: String]
    /// The terms that are linked already, or explained on this page itself.
    private var used: Set<Int> = []

    /// - Parameter address: of a page as seen from this one; nil for this one itself.
    init(_ index: TermIndex, address: (_ page: Int) -> String?) {
        self.index = index
        var addresses: [Int: String] = [:]
        for page in Set(index.terms.map(\.page)) { addresses[page] = address(page) }
        self.addresses = addresses
        for (number, term) in index.terms.enumerated() where addresses[term.page] == nil { used.insert(number) }
    }

    private func url(of term: TermIndex.Term) -> String {
        HTMLEscaping.escaped("\(addresses[term.page] ?? "")#\(Route.encoded(term.anchor))")
    }

    /// Whatever is in these is no running text, or a link already.
    private static let skipped: Set<String> = [
        "a", "button", "caption", "code", "dfn", "dt", "fieldset", "form", "h1", "h2", "h3", "h4", "h5", "h6", "label", "option", "pre",
        "script", "select", "style", "summary", "svg", "template", "thead",
    ]

    /// Counts what the author linked as used.
    mutating func note(_ html: String) {
        guard html.holds("class=\"term\"") else { return }
        for (number, term) in index.terms.enumerated() where html.holds("href=\"\(url(of: term))\"") { used.insert(number) }
    }

    /// The HTML with the first uses linked.
    mutating func linked(_ html: String) -> String {
        guard used.count < index.terms.count else { return html }
        let bytes = Array(html.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 256)
        var open: [String] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<") {
                let end = Self.end(ofTag: bytes, from: index)
                Self.follow(bytes[index..<end], &open)
                output += bytes[index..<end]
                index = end
                continue
            }
            let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            if open.isEmpty { link(bytes[index..<end], &output) } else { output += bytes[index..<end] }
            index = end
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func end(ofTag bytes: [UInt8], from start: Int) -> Int {
        var isQuoted = false
        for index in start..<bytes.count {
            if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if bytes[index] == UInt8(ascii: ">"), !isQuoted { return index + 1 }
        }
        return bytes.count
    }

    /// Keeps the elements that are open and skipped.
    private static func follow(_ tag: ArraySlice<UInt8>, _ open: inout [String]) {
        let isEnd = tag.dropFirst().first == UInt8(ascii: "/")
        let name = String(decoding: tag.dropFirst(isEnd ? 2 : 1).prefix(while: isWordByte), as: UTF8.self)
        guard skipped.contains(name) else { return }
        if !isEnd { open.append(name) } else if let last = open.lastIndex(of: name) { open.removeSubrange(last...) }
    }

    private mutating func link(_ text: ArraySlice<UInt8>, _ output: inout [UInt8]) {
        var index = text.startIndex
        while index < text.endIndex {
            let word = text[index...].prefix(while: isWordByte)
            guard !word.isEmpty else {
                output.append(text[index])
                index += 1
                continue
            }
            if let found = wording(at: word, in: text) {
                let end = index + found.bytes.count
                append(found.term, text[index..<end], &output)
                index = end
            } else {
                output += word
                index = word.endIndex
            }
        }
    }

    /// The longest wording of a term not yet used that begins with a word, and ends with one.
    private func wording(at word: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> TermIndex.Wording? {
        guard index.firstWords.contains(mark(word)), let found = index.wordings[word.map(lowered)] else { return nil }
        return found.first { wording in
            let end = word.startIndex + wording.bytes.count
            guard !used.contains(wording.term), end <= text.endIndex else { return false }
            let said = text[word.startIndex..<end]
            guard end == text.endIndex || !isWordByte(text[end]) else { return false }
            return wording.isExact ? said.elementsEqual(wording.bytes) : said.elementsEqual(wording.bytes) { lowered($0) == lowered($1) }
        }
    }

    private mutating func append(_ number: Int, _ said: ArraySlice<UInt8>, _ output: inout [UInt8]) {
        used.insert(number)
        let term = index.terms[number]
        let isShort = term.short.map { said.elementsEqual(HTMLEscaping.escaped($0).utf8) } ?? false
        let full = isShort ? "data-full=\"\(HTMLEscaping.escaped(term.full))\" " : ""
        output += "<a class=\"term\" \(full)href=\"\(url(of: term))\">".utf8
        output += said
        output += "</a>".utf8
    }
}

/// A letter, a digit, a part of a sign beyond ASCII, or a hyphen, which joins words.
private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 128 || byte == UInt8(ascii: "-") || (48...57).contains(byte) || (97...122).contains(byte) || (65...90).contains(byte)
}

private func lowered(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

/// The first letter and the length of a word in one number.
private func mark(_ word: some Collection<UInt8>) -> Int { Int(lowered(word.first ?? 0)) << 16 | word.count }
