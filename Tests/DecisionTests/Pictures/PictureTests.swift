import Content
@testable import Decision
@testable import Wording
@testable import Pictures
import Diagnostics
import Forms
import Testing
import Words

@Suite struct PictureTests {
    private static let diagram = compiled(device, library: deviceLibrary).value

    @Test func `who gets an outcome`() throws {
        let diagram = try #require(Self.diagram)
        let outcome = try #require(diagram.questionnaire.outcomes.firstIndex { $0.id.description == "certs" })
        let regions = try #require(diagram.regions(of: outcome, in: 0))
        let words = DiagramWording(diagram)
        #expect(
            regions.map { Phrasebook.english.text(words.region($0)) } == [
                "Where does the device come from? Anyone else; Was it damaged by fire or flood? Yes"
            ])
    }

    @Test func `drawings hold every question and outcome`() throws {
        let picture = Picture(try #require(Self.diagram), root: 0, words: .english)
        for title in ["Ask the return-to-service team", "Where does the device come from?"] {
            #expect(picture.dot.contains(title))
            #expect(picture.mermaid.contains(title))
        }
        #expect(picture.drawn().svg.hasPrefix("<svg"))
        #expect(picture.sentences.contains("3. Was it damaged by fire or flood? Yes: Ask the return-to-service team"))
        #expect(Set(picture.sentences).count == picture.sentences.count)
        let linked = picture.drawn { if case .question(let number) = $0 { "./#q\(number)" } else { nil } }.svg
        #expect(linked.contains("<a href=\"./#q0\"><g data-place=\"0\">") && !picture.drawn().svg.contains("<a "))
        #expect(linked.contains("data-way=\"0 1\""))
        try expectReadable(picture)
    }

    @Test(arguments: 1...20) func `lines avoid boxes and words`(seed: UInt64) throws {
        try expectReadable(Self.picture(seed: seed))
    }

    @Test func `the questionnaires of this site can be read`() async throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
        let resolved = await load(LoadOptions(site: root, includesDrafts: false, today: since, jobs: 1)).value
        let library = resolved.library
        #expect(!library.questionnaires.isEmpty)
        for files in library.questionnaires {
            let read = readQuestionnaire(files.source, name: files.name, library: resolved) { name in
                library.spreadsheets[name] ?? .failure(.init(diagnostic: Diagnostic("csv/unreadable", "there is no \(name)", at: nil)))
            }
            let questionnaire = try #require(read.value)
            let diagram = try #require(compile(questionnaire, since: since).value)
            for root in diagram.decisionRoots.indices { try expectReadable(Picture(diagram, root: root, words: .english)) }
        }
    }

    @Test func `an outcome with many arrows is drawn again in each layer`() throws {
        let boxes = (0..<6).map { Picture.Box(text: "Question \($0)?", tone: nil) } + [Picture.Box(text: "End", tone: .good)]
        let arrows = (0..<6).flatMap { from in
            (from < 5 ? [Picture.Arrow(from: from, to: from + 1, text: "no")] : []) + [Picture.Arrow(from: from, to: 6, text: "yes")]
        }
        let drawn = try #require(Drawn(Picture(title: "Many", boxes: boxes, arrows: arrows).drawn().svg))
        #expect(drawn.boxes.count == 12)
    }

    @Test func `words are escaped and cut, and whole in the title`() throws {
        let long = "a < b & " + (1...30).map { "word\($0)" }.joined(separator: " ")
        let boxes = [Picture.Box(text: "\"Which\" <one>?", tone: nil), Picture.Box(text: String(repeating: "x", count: 90), tone: .bad)]
        let picture = Picture(title: "<T>", boxes: boxes, arrows: [.init(from: 0, to: 1, text: long)])
        try expectReadable(picture)
        #expect(picture.drawn().svg.contains("<title>&lt;T&gt;</title>"))
        #expect(picture.drawn().svg.contains("&quot;Which&quot; &lt;one&gt;? a &lt; b &amp; word1 word2"))
        #expect(picture.drawn().svg.contains(" …</text>"))
        #expect(!picture.drawn().svg.contains("word30</text>"))
    }

    /// About fifty boxes in which arrows lead near and far.
    private static func picture(seed: UInt64) -> Picture {
        var random = Random(seed: seed)
        let count = 2 + random.below(50)
        let tones: [Outcome.Tone] = [.good, .caution, .bad, .neutral]
        var boxes: [Picture.Box] = []
        var arrows: [Picture.Arrow] = []
        for number in 0..<count {
            let isQuestion = number < max(1, count * 2 / 3)
            let text = (0...random.below(12)).map { "word\($0)" }.joined(separator: " ")
            boxes.append(.init(text: text, tone: isQuestion ? nil : random.pick(tones)))
            if number > 0 {
                // Everything is reached, from a question before it.
                arrows.append(.init(from: random.below(min(number, max(1, count * 2 / 3))), to: number, text: "first"))
            }
        }
        for from in 0..<max(1, count * 2 / 3) {
            for to in (from + 1)..<count where random.chance(3) && !arrows.contains(where: { $0.from == from && $0.to == to }) {
                let text = (0...random.below(14)).map { "answer\($0)" }.joined(separator: " or ")
                arrows.append(.init(from: from, to: to, text: text))
            }
        }
        return Picture(title: "Test", boxes: boxes, arrows: arrows)
    }
}

/// What every drawing keeps to.
private func expectReadable(_ picture: Picture, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let drawing = picture.drawn()
    let svg = drawing.svg
    #expect(svg == picture.drawn().svg, sourceLocation: sourceLocation)
    let drawn = try #require(Drawn(svg), sourceLocation: sourceLocation)
    #expect((drawing.width, drawing.height) == (Int(drawn.size.right), Int(drawn.size.bottom)), sourceLocation: sourceLocation)
    #expect(drawn.boxes.count >= picture.boxes.count && drawn.words.count == picture.arrows.count, sourceLocation: sourceLocation)
    let areas = drawn.boxes + drawn.words.map(\.area)
    for (number, area) in areas.enumerated() {
        let isInside = area.left >= 0 && area.top >= 0 && area.right <= drawn.size.right && area.bottom <= drawn.size.bottom
        #expect(isInside, sourceLocation: sourceLocation)
        #expect(!areas[..<number].contains(where: area.overlaps), sourceLocation: sourceLocation)
    }
    for (number, line) in drawn.lines.enumerated() {
        let foreign = drawn.boxes + drawn.words.filter { $0.line != number }.map(\.area)
        #expect(!line.contains { point in foreign.contains { $0.holds(point) } }, sourceLocation: sourceLocation)
        // Lines lead down only.
        #expect(zip(line, line.dropFirst()).allSatisfy { $0.y <= $1.y }, sourceLocation: sourceLocation)
        #expect(line.allSatisfy { drawn.size.holds($0) }, sourceLocation: sourceLocation)
    }
    let layering = Layering(picture)
    #expect(picture.arrows.allSatisfy { layering.source($0).layer < layering.goal($0).layer }, sourceLocation: sourceLocation)
}
