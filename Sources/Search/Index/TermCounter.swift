/// Counts the terms of a run of records: the work of one processor.
struct TermCounter {
    /// Where a term is. In one word, as a large site has millions of them while it is indexed.
    struct Posting {
        private let packed: UInt32

        /// - Parameter record: below `SearchIndex.mostRecords`.
        init(record: Int, weight: UInt8) { packed = UInt32(record) << 8 | UInt32(weight) }

        var record: UInt32 { packed >> 8 }
        var weight: UInt8 { UInt8(truncatingIfNeeded: packed) }
    }

    /// What one run of records gives.
    struct Result: Sendable {
        /// Each term with its postings, by record.
        var postings: [String: [Posting]] = [:]
        /// Words as they are written, in lower case: what a mistyped word may have meant.
        var words: Set<String> = []
    }

    private let forms: WordForms
    private let stopWords: Set<String>
    private var table = WordTable()
    /// For each word of the table its terms, all in one list.
    private var known: [Known] = []
    private var places: [Range<Int>] = []
    private var numbers: [String: Int] = [:]
    private var terms: [String] = []
    private var postings: [[Posting]] = []
    private var words: Set<String> = []
    /// For each term what the record at hand says; of terms that it does not have nothing is read.
    private var counts: [Weights.Counts] = []
    private var touched: [Int] = []

    private struct Known {
        let number: Int
        let isWhole: Bool
        let isStop: Bool
    }

    private enum Field { case title, names, keywords, context, body }

    init(_ stemmer: Stemmer) {
        forms = WordForms(stemmer)
        stopWords = stemmer.stopWords
    }

    /// Counts records that have numbers from `first` on.
    static func count(_ records: ArraySlice<SearchRecord>, _ stemmer: Stemmer) -> Result {
        var counter = TermCounter(stemmer)
        for (index, record) in zip(records.indices, records) { counter.add(record, number: index) }
        return Result(
            postings: Dictionary(uniqueKeysWithValues: zip(counter.terms, counter.postings)), words: counter.words)
    }

    private mutating func add(_ record: SearchRecord, number: Int) {
        var length = add(record.title, record.isSecondary ? .body : .title)
        for name in record.names { length += add(name, record.isSecondary ? .body : .names) }
        for word in record.keywords { add(word, .keywords) }
        for title in record.context { add(title, .context) }
        length = add(record.body, .body) + (record.isSecondary ? length : 0)
        for term in touched {
            let weight = Weights.weight(counts[term], bodyLength: length, emphasis: record.emphasis)
            postings[term].append(Posting(record: number, weight: weight))
            counts[term] = Weights.Counts()
        }
        touched.removeAll(keepingCapacity: true)
        if record.kind == .question { postings[self.number(of: TermCounter.questions)].append(Posting(record: number, weight: 0)) }
    }

    /// The records that are questions, among the words without meaning: of these a question always has some, so that their file is
    /// read anyway.
    private static let questions = Stemmer.stopMark + "?"

    /// How many words the text has.
    @discardableResult
    private mutating func add(_ text: String, _ field: Field) -> Int {
        guard !text.isEmpty else { return 0 }
        var scanner = WordScanner(text)
        var found: [Known] = []
        var length = 0
        while let word = scanner.nextRange() {
            for place in terms(of: scanner.bytes[word]) {
                let term = known[place]
                if term.isWhole { length += 1 }
                if field == .title || field == .names {
                    found.append(term)
                } else if !term.isStop {
                    count(term.number, field, 0)
                }
            }
        }
        // Part of a code is never the whole of a title.
        for term in found { count(term.number, field, term.isWhole ? length : length + 1) }
        return length
    }

    private mutating func count(_ term: Int, _ field: Field, _ titleLength: Int) {
        // A term that is touched has a count above nothing in one of the parts.
        let isNew =
            counts[term].title + counts[term].names + counts[term].keywords + counts[term].context + counts[term].body == 0
        if isNew { touched.append(term) }
        switch field {
        case .title: counts[term].title += 1
        case .names: counts[term].names = 1
        case .keywords: counts[term].keywords = 1
        case .context: counts[term].context = 1
        case .body: counts[term].body += 1
        }
        if titleLength > 0 {
            let known = counts[term].titleLength
            counts[term].titleLength = known == 0 ? titleLength : min(known, titleLength)
        }
    }

    /// Where the terms of a word are.
    private mutating func terms(of bytes: ArraySlice<UInt8>) -> Range<Int> {
        let place = table.number(of: bytes)
        if place < places.count { return places[place] }
        let word = String(decoding: bytes, as: UTF8.self)
        let pieces = forms.pieces(of: word).flatMap { $0 }
        for piece in pieces where Spelling.isKept(piece) { words.insert(piece) }
        let found = forms.forms(of: word).map { form in
            let isStop = pieces.count == 1 && pieces.allSatisfy(stopWords.contains)
            return Known(
                number: number(of: isStop ? Stemmer.stopMark + form.term : form.term), isWhole: form.isWhole,
                isStop: isStop)
        }
        known += found
        places.append(known.count - found.count..<known.count)
        return places[place]
    }

    private mutating func number(of term: String) -> Int {
        if let number = numbers[term] { return number }
        numbers[term] = terms.count
        terms.append(term)
        postings.append([])
        counts.append(Weights.Counts())
        return terms.count - 1
    }
}
