import CommonMark
import Content
import Decision
import Forms

/// Which pages have to do with each other: they cite the same part of a document, the same questionnaire cites them, they show the same
/// data, or they link to the same page, term or tool; a page also has to do with those that link to it.
///
/// What two pages share counts more the fewer pages share it. What many share counts for nothing, so that ranking the pages for one costs
/// only what is on it, however large the site is.
struct RelatedPages: Sendable {
    /// Something that pages may share.
    private enum Mark: Hashable {
        case page(Int)
        case term(String)
        case listing(String)
        case data(Identifier)
        case part(document: String, section: String?)
        case questionnaire(Identifier)
    }

    /// What is shared, with the pages that share it.
    struct Share: Sendable {
        let pages: [Int]
        let weight: Double
    }

    let shares: [Share]
    /// For each page what it shares, by its place in ``shares``.
    private let ofPages: [[Int]]
    /// The pages that each page links to in its own text.
    private let links: [Set<Int>]
    /// The data files on each page, and the pages that each of them links to.
    private let data: [[Identifier]]
    private let dataLinks: [Identifier: Set<Int>]
    /// Whether readers may be led to each page, and don't know it anyway.
    private let mayBeNamed: [Bool]
    /// What all that each page shares weighs.
    private let weights: [Double]

    init(_ resolved: ResolvedLibrary, _ questionnaires: [Questionnaire]) {
        let pages = resolved.pages
        links = pages.map { RelatedPages.pages(in: $0.text) }
        data = pages.map { page in page.text.embeddings.map(\.file.name) }
        dataLinks = RelatedPages.linksOfData(resolved)
        // A list of terms or tools is where each of them leads anyway.
        let lists = Set(resolved.glossaryPages.values).union(resolved.listingPages.values)
        mayBeNamed = pages.indices.map { number in
            let page = pages[number].page
            let isWanted = page.frontMatter.showsRelated && page.frontMatter.layout != .home
            return isWanted && resolved.library.isListed(page) && !lists.contains(number)
        }
        // In the order of the pages, so that the sums are the same every time.
        var places: [Mark: Int] = [:]
        var holders: [[Int]] = []
        func note(_ mark: Mark, _ page: Int) {
            let place = places[mark, default: holders.count]
            if place == holders.count {
                places[mark] = place
                holders.append([])
            }
            if holders[place].last != page { holders[place].append(page) }
        }
        let cited = RelatedPages.citing(questionnaires, resolved)
        for (number, page) in pages.enumerated() {
            note(.page(number), number)
            for target in links[number].sorted() { note(.page(target), number) }
            for (_, target) in page.text.targets {
                switch target {
                case .term(let term): note(.term(term.entry.id.description), number)
                case .listing(let listed): note(.listing(listed.entry.id.description), number)
                case .page, .fragment, .asset, .outside, .questionnaire: break
                }
            }
            for name in data[number] { note(.data(name), number) }
            for source in resolved.sources(of: page) {
                note(.part(document: source.document.string, section: source.section?.string), number)
            }
            for name in cited[number] ?? [] { note(.questionnaire(name), number) }
        }
        var shares: [Share] = []
        var ofPages = [[Int]](repeating: [], count: pages.count)
        for holders in holders.map({ Set($0).sorted() }) where RelatedPages.counts(holders.count, of: pages.count) {
            for page in holders { ofPages[page].append(shares.count) }
            shares.append(Share(pages: holders, weight: RelatedPages.rarity(holders.count, of: pages.count)))
        }
        self.shares = shares
        self.ofPages = ofPages
        weights = ofPages.map { $0.reduce(0) { $0 + shares[$1].weight } }
    }

    /// The pages that share the most with a page, and enough to be worth naming, without those that it links to already.
    ///
    /// - Parameters:
    ///   - known: further pages that are within reach.
    ///   - places: the places of the pages in reading order, which decides between equals.
    func pages(for number: Int, besides known: Set<Int>, places: [Int]) -> [Int] {
        var sums: [Int: Double] = [:]
        for share in ofPages[number] {
            for other in shares[share].pages where other != number { sums[other, default: 0] += shares[share].weight }
        }
        let found = sums.filter { other, sum in
            sum >= Limits.relatedLeast && mayBeNamed[other] && !known.contains(other) && !isLinked(other, from: number)
        }
        // A page about everything shares something with all others: what two pages share is set against all that they have.
        let ranked = found.map { other, sum in (page: other, value: sum / (weights[number] + weights[other] - sum)) }.sorted {
            left, right in
            left.value == right.value ? (places[left.page], left.page) < (places[right.page], right.page) : left.value > right.value
        }
        return ranked.prefix(Limits.relatedPages).map(\.page)
    }

    private func isLinked(_ other: Int, from number: Int) -> Bool {
        links[number].contains(other) || data[number].contains { dataLinks[$0]?.contains(other) ?? false }
    }

    /// What more than half of the pages share tells none of them apart, and what many share would cost more than it tells.
    private static func counts(_ holders: Int, of pages: Int) -> Bool {
        holders > 1 && holders <= Limits.relatedShare && holders * 2 <= pages
    }

    /// Near the binary logarithm of how seldom something is: from 1 for half of the pages. Without a logarithm, which may be rounded
    /// in different ways on different machines.
    private static func rarity(_ holders: Int, of pages: Int) -> Double {
        let ratio = Double(pages) / Double(holders)
        return Double(ratio.exponent) + ratio.significand - 1
    }

    private static func pages(in text: ResolvedText) -> Set<Int> {
        Set(text.targets.compactMap { if case .page(let number, _) = $0.target { number } else { nil } })
    }

    /// The pages that the texts of each data file link to.
    private static func linksOfData(_ resolved: ResolvedLibrary) -> [Identifier: Set<Int>] {
        let found = resolved.library.data.map { file in
            (file.name, file.texts.reduce(into: Set<Int>()) { $0.formUnion(pages(in: resolved.text($1, in: file.path))) })
        }
        return Dictionary(found) { first, _ in first }
    }

    /// For each page the questionnaires that cite it.
    private static func citing(_ questionnaires: [Questionnaire], _ resolved: ResolvedLibrary) -> [Int: [Identifier]] {
        var found: [Int: [Identifier]] = [:]
        for questionnaire in questionnaires {
            for page in Set(questionnaire.allCites.map(\.page.file)).compactMap(resolved.library.pageNumber(file:)).sorted() {
                found[page, default: []].append(questionnaire.name)
            }
        }
        return found
    }
}

extension SiteRenderer {
    /// The pages that the end of a page names; nil for none.
    func relatedPages(to number: Int) -> RelatedView? {
        let page = library.pages[number]
        guard let related, page.frontMatter.showsRelated, page.frontMatter.layout != .home else { return nil }
        // The menu names the sections on every page.
        let sections = tree.top.filter { !tree.children[$0].isEmpty }
        let near =
            sections + tree.ancestors(of: number) + tree.children[number] + [tree.previous(number), tree.next(number)].compactMap { $0 }
        let items = related.pages(for: number, besides: Set(near), places: tree.places).map { place($0, on: page.path.address) }
        return items.isEmpty ? nil : RelatedView(items: items)
    }
}
