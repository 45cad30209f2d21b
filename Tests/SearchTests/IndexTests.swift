import Testing

@testable import Search

/// A name that tells the bytes apart, without a library for hashes (FNV-1a).
func name(_ bytes: [UInt8]) -> String {
    String(bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
}

func index(_ records: [SearchRecord], synonyms: [Synonyms] = [], language: String = "en", jobs: Int = 1) async
    -> SearchIndex
{
    await SearchIndex.make(
        records, synonyms: synonyms, settings: .init(language: language, words: ["none": "No \"results\""], hash: name),
        jobs: jobs)
}

func records(_ count: Int) -> [SearchRecord] {
    (0..<count).map { number in
        SearchRecord(
            kind: number.isMultiple(of: 3) ? .page : .section, title: "Title \(number)",
            url: "page-\(number / 3)/#a\(number)",
            pageTitle: "Page \(number / 3)", body: "word\(number % 97) alpha beta gamma delta \(number) ")
    }
}

@Suite struct IndexTests {
    /// An answer to a later question of a questionnaire never comes before the text that says the same.
    @Test func `a secondary record weighs less than one with the same title`() throws {
        func weight(_ isSecondary: Bool) throws -> Int {
            let record = SearchRecord(kind: .questionnaire, title: "Catalyst 9300", url: "q/", isSecondary: isSecondary)
            let counted = TermCounter.count([record], Stemmer.forLanguage("en"))
            return Weights.rank(try #require(counted.postings["catalyst"]?.first).weight)
        }
        let plain = SearchRecord(kind: .section, title: "Other", url: "p/", body: "Catalyst 9300")
        let body = try #require(TermCounter.count([plain], Stemmer.forLanguage("en")).postings["catalyst"]?.first)
        #expect(try weight(true) < weight(false))
        #expect(try weight(true) <= Weights.rank(body.weight))
    }

    @Test func `The same records give the same bytes, on one processor or more`() async {
        let one = await index(records(500))
        for jobs in [1, 2, 3, 7] {
            let other = await index(records(500), jobs: jobs)
            #expect(one.files.map(\.path) == other.files.map(\.path))
            #expect(one.files.map(\.bytes) == other.files.map(\.bytes))
        }
    }

    @Test func `A word that is nowhere is looked for by the first of its class that the site has`() {
        let classes = [
            Synonyms(["fail", "broken", "dead", "defective", "out of order", "bricked box"]), Synonyms(["move", "transfer"]),
            Synonyms(["x"]),
        ]
        let same = Phrases.make(classes: classes, in: ["fail", "defectiv", "transfer", "broken"], Stemmer.forLanguage("en"))
        #expect(same["dead"] == same["brick box"] && same["dead"]?.contains("fail") == true)
        // Those that the site has find themselves, and "order" alone means something else.
        #expect(same["fail"] == nil && same["transfer"] == nil && same["order"] == nil && same.values.contains(["transfer"]))
    }

    @Test func `Files are named by their bytes and the manifest is last`() async {
        let files = await index(records(500)).files
        for file in files.dropLast() { #expect(file.path == "assets/search/\(name(file.bytes)).json") }
        #expect(files.last?.path == "search/index.json")
        #expect(files.dropLast().allSatisfy { $0.path.hasPrefix("assets/search/") })
    }

    /// A code with numbers of two first digits is in two lists, which may say the same: they are one file.
    @Test(arguments: [["DIN 18040-2"], ["C9300-48T"], ["MX204–MX480"], ["T1-T9"], ["C9300-48T", "C9200L-24P-4G"], ["A"], ["abba"], []])
    func `No file is written twice`(names: [String]) async {
        let files = await index(names.map { SearchRecord(kind: .product, title: $0, url: "p/") }).files
        #expect(Set(files.map(\.path)).count == files.count)
    }

    @Test func `Of a word that stands everywhere only the best places are kept`() async {
        let count = TermShards.mostPostings + 500
        let counted = TermCounter.count(records(count)[...], .english)
        #expect(counted.postings["alpha"]?.count == count)
        let shards = TermShards.make([counted], phrases: [:], names: FileNames(folder: "", hash: name))
        let largest = shards.files.map(\.bytes.count).max() ?? 0
        #expect(largest < TermShards.bytes + TermShards.mostPostings * 4)
    }

    @Test func `The manifest of a large site names lists of pieces`() async throws {
        let long = String(repeating: "lorem ipsum dolor ", count: 60)
        let many = records(4000).map { record in
            var record = record
            record.body += long
            return record
        }
        let manifest = try #require(await index(many).files.last)
        #expect(String(decoding: manifest.bytes, as: UTF8.self).contains("\"lists\":"))
        #expect(manifest.bytes.count < 8000)
    }

    @Test func `Products are kept by the first digits of their numbers`() async throws {
        let records = [
            SearchRecord(kind: .product, title: "Catalyst 9300", url: "p/#a", names: ["C9300", "2,5 G"]),
            SearchRecord(kind: .page, title: "Catalyst 9300", url: "p/"), SearchRecord(kind: .product, title: "Nexus", url: "p/#b"),
            SearchRecord(kind: .product, title: "Other 9500", url: "q/#product=a", isSecondary: true),
        ]
        let files = await index(records).files
        let manifest = try #require(files.last)
        #expect(String(decoding: manifest.bytes, as: UTF8.self).contains("\"codes\":[\"2 5 9\","))
        let nine = files.filter { String(decoding: $0.bytes, as: UTF8.self).hasPrefix("[[0,\"Catalyst 9300\",\"C9300\",\"2,5 G\"]]") }
        // The three lists say the same, and are one file.
        #expect(nine.count == 1)
        #expect(CodeShards.firstDigits("WS-C3750X-24T, 9k") == Set("329".utf8))
        #expect(CodeShards.firstDigits("MX204–MX480") == Set("234".utf8))
        #expect(CodeShards.firstDigits("PA 220 - 850") == Set("2345678".utf8))
        #expect(CodeShards.firstDigits("C9300-48T, DIN 18040-2, 20 or 40") == Set("94122".utf8))
    }

    @Test func `An empty site has an index too`() async {
        let files = await index([]).files
        #expect(files.count == 1)
    }

    @Test func `Weights rise with the place and fall with the length`() {
        var body = Weights.Counts()
        body.body = 1
        var title = Weights.Counts()
        title.title = 1
        title.titleLength = 2
        #expect(Weights.weight(body, bodyLength: 20, emphasis: 1) > Weights.weight(body, bodyLength: 400, emphasis: 1))
        #expect(Weights.weight(title, bodyLength: 20, emphasis: 1) > Weights.weight(body, bodyLength: 20, emphasis: 1))
        title.titleLength = 50
        title.title = 100
        #expect(Weights.weight(title, bodyLength: 0, emphasis: 1) <= 63)
    }

    @Test func `Synonyms are looked up from each name`() {
        let group = Synonyms(["Return Materials Authorization", "RMA", "hardware replacement"])
        let phrases = Phrases.make([group], .english)
        #expect(phrases["rma"]?.count == 2)
        #expect(phrases["hardwar replac"]?.contains("rma") == true)
    }

    @Test func `Text for snippets is cut between words`() {
        let text = String(repeating: "ähnlich wörter ", count: 100)
        let kept = RecordChunks.shortened(text)
        #expect(kept.utf8.count <= RecordChunks.keptText + 3)
        #expect(kept.hasSuffix("ähnlich…") || kept.hasSuffix("wörter…"))
    }
}
