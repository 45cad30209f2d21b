import Content
@testable import Decision
import Diagnostics
import Testing

@Suite struct PictureTests {
    private static let diagram = compiled(device, library: deviceLibrary).value

    @Test func `who gets an outcome`() throws {
        let diagram = try #require(Self.diagram)
        let outcome = try #require(diagram.questionnaire.outcomes.firstIndex { $0.id.description == "certs" })
        let regions = try #require(diagram.regions(of: outcome, in: 0))
        #expect(regions.map { $0.conditions.map(\.words) } == [["Anyone else", "Yes"]])
    }

    @Test func `drawings hold every question and outcome`() throws {
        let picture = Picture(try #require(Self.diagram), track: 0)
        for title in ["Ask the return-to-service team", "Where does the device come from?"] {
            #expect(picture.dot.contains(title))
            #expect(picture.mermaid.contains(title))
        }
        #expect(picture.svg.hasPrefix("<svg"))
        #expect(picture.sentences.contains("Was it damaged by fire or flood? Yes: Ask the return-to-service team"))
        // Everything stands below what leads to it.
        let layout = Layout(picture)
        #expect(picture.arrows.allSatisfy { layout.layers[$0.from] < layout.layers[$0.to] })
    }
}
