import Content
import Decision
import Diagnostics
import Forms
import Foundation
import Site
import Testing

/// What sentences say of questionnaires: the browser understands what the build does, by the same vectors.
@Suite struct SaidTests {
    private static let path = fixtures.appending(path: "said.json")

    /// The index of the cues of a site.
    private func index(_ site: String) async -> SaidIndex? {
        let loaded = await load(options(site).load)
        let questionnaires = loaded.value.library.questionnaires.compactMap { readPolicy($0, of: loaded.value).value?.written }
        return SaidIndex(questionnaires, settings: loaded.value.library.settings) { QuestionnaireFiles.dataPath(of: $0.name) }
    }

    private func json(_ answers: [Said.Answer]) -> JSONValue {
        .array(answers.map { .array([.number($0.form), .string($0.question), .string($0.option), .string($0.words)]) })
    }

    private func json(_ said: Said?) -> JSONValue {
        guard let said else { return .null }
        return .object([
            ("form", .number(said.form ?? -1)), ("filled", json(said.filled)), ("offered", json(said.offered)),
            ("unused", .array(said.unused.map(JSONValue.string))),
        ])
    }

    @Test func `Sentences are understood as the shared vectors say`() async throws {
        let folder = try TemporaryFolder([
            "Content/index.md": "---\ntitle: Home\n---\n", "Content/site.yaml": site, "Content/data/stock.yaml": stock,
            "Content/questionnaires/help.yaml": help, "Content/questionnaires/rent.yaml": rent,
        ])
        let index = try #require(await index(folder.path))
        let lines = sentences.split(separator: "\n").map { sentence -> String in
            let text = String(sentence)
            return JSONValue.object([("text", .string(text)), ("said", json(index.understand(text)))]).text()
        }
        let got = "{\"index\": \(index.json.text()),\n\"sentences\": [\n\(lines.joined(separator: ",\n"))\n]}\n"
        if isRecording { try Data(got.utf8).write(to: Self.path) }
        let expected = try String(contentsOf: Self.path, encoding: .utf8)
        #expect(got == expected, "\(difference(expected, got))")
    }

    @Test(arguments: [
        ("replaced", "replac"), ("replacing", "replac"), ("uses", "use"), ("used", "used"), ("licences", "licenc"), ("parties", "party"),
        ("stopped", "stop"), ("installed", "install"), ("status", "status"), ("boss", "boss"), ("need", "need"), ("ring", "ring"),
        ("fees", "fee"), ("naïve", "naïve"), ("c9300s", "c9300s"), ("dying", "dying"),
    ])
    func `Endings of plurals, -ed and -ing go, and no others`(word: String, stem: String) {
        #expect(saidStem(word) == stem)
    }
}

private let site = """
    title: Cameras
    words:
      device: [camera, lens, tripod]
      fail: [failed, broken, dead, out of order, not start]
      contract: [contract, service plan]
      shop: [shop, dealer]
      unsure: [not know, no idea, unsure]
    """

private let stock = """
    kind: products
    title: Stock
    categories: {cameras: Cameras}
    groups:
      all:
        category: cameras
        products:
          alpha-4500: {name: Alpha 4500, also: [A4500, A4500-X]}
          beta-4500: {name: Beta 4500, also: [B4500]}
          beta-300: {name: Beta 300}
    """

private let help = """
    kind: questionnaire
    title: What can we do for you?
    questions:
      need:
        ask: What do you need?
        one-of:
          repair:
            label: Repair a device that failed
            said: [<fail> <device>, repair]
            maybe-said: [<fail>]
            not-said: [insurance]
          lesson:
            label: Take a lesson
            said: [lesson, learn photography]
            maybe-said: [learn]
          sell: Sell my old camera
      plan:
        ask: Have you a contract?
        yes: {said: [under <contract>, have <contract>]}
        no: {said: [not <contract>, <contract> ended], not-said: [<unsure> <contract>]}
      bought:
        ask: Who sold it?
        one-of:
          us: {label: You did, said: [bought you, your shop], not-said: [not bought you]}
          shop: {label: Another shop, said: [<shop> sold, bought <shop>, from <shop>], maybe-said: [<shop>]}
          unsure: {label: I don't know, said: [<unsure> who sold, <unsure> sold]}
      extras:
        ask: What else?
        any-of:
          case: {label: A case, said: [case, bag]}
          strap: {label: A strap, said: [strap]}
    outcomes: {a: {title: A}, b: {title: B}}
    rules: [{if: {need: repair}, then: a}, {else: b}]
    """

private let rent = """
    kind: questionnaire
    title: Can I rent it?
    questions:
      model:
        ask: Which one?
        one-of: {from: stock, other: Another one}
      days:
        ask: For how long?
        one-of:
          weekend: {label: A weekend, said: [weekend, two day]}
          week: {label: A whole week, said: [week, seven day]}
      lesson:
        ask: Do you need a lesson first?
        ask-if: {days: week}
        yes: {said: [lesson, never used]}
        no: {said: [not lesson, used before]}
    outcomes: {a: {title: A}, b: {title: B}}
    rules: [{if: {days: week}, then: a}, {else: b}]
    """

/// One of each kind: classes, phrases, negation near and far, clauses, moods, what is supposed or told, order, words of other
/// questionnaires, codes, ties, lengths, signs, and labels.
private let sentences = """
    our camera failed yesterday
    the lens is out of order, we bought it from a dealer
    camera dead
    the dealer sold us this and it won't start
    2 Alpha 4500 for 4500 users, days 4500
    we paid $4500 for the A4500, or 4,500 EUR
    rent an alpha 4500 for 300 people in room 4500
    the 300gb card of vlan4500 in 2019, port 4500, 24x7
    broken 4500 since 2000, ios15 v4500 1,234,567x 860,880,4500
    my camera doesn't start anymore
    do you repair a broken camera
    can i repair my tripod here
    how do I get my camera repaired?
    my tripod is broken?
    I am under contract?
    who can repair my broken lens
    the lens is all out of any order
    the lens is out of focus or order
    no really good idea who sold it, or no kind of idea at all
    the camera that we're renting isn't under contract
    under it isn't our contract, they're not
    we don't have a contract, the camera is broken
    camera broken and we have no service plan
    the contract ended last year, camera failed
    I don't know who sold it, but the lens is dead
    no idea about the contract, lens broken
    not under contract any more
    the insurance says repair the camera
    I don't want a repair, only a lesson
    don't need a lesson, just the weekend
    never a broken lens with this camera
    want to learn photography with my own camera
    I would like to learn something
    a case and a strap for the camera, and a repair please
    bag for a lens, strap broken
    rent an A4500 for the weekend
    rent the 4500 for a week
    beta 4500 for seven days
    B4512 for a whole week please
    a 300 for two days, used before
    in 2019 we rented one for a week
    available 24x7 for a week
    I need a lesson
    lesson for a week
    lesson before a weekend
    Repair a device that failed
    sell my old camera
    A whole week
    I don't know
    Another shop
    hello there everyone
    what does contract mean
    is the camera broken or is the lens dead
    my camera isn’t broken
    because the camera failed, is it covered
    camera failed because somebody dropped it and broken
    The CAMERA's shutter failed!
    second-hand lens/camera from a shop failed
    bought at your shop, a strap is missing
    the camera that we bought some years ago in a small town far away from here failed
    camera and lens and tripod and strap and bag and case and contract and shop and dealer and weekend and week and lesson and repair and two days
    used before; lesson not needed; weekend
    Ça va, my camera failed naïvely – now what
    cannot repair the camera
    the shop has broken the lens, repair it for a weekend or a week
    tell me whether my camera failed
    before my camera failed we had a repair
    a friend of mine has a broken camera
    in case the lens is broken
    no idea who sold us the contract
    sold by a dealer in town
    it was your shop that sold it
    your camera, our shop
    learn the photography
    camera broken, bag for a weekend
    camera broken, learn it in a lesson
    what can you do for a broken camera
    our contract ended, what can you do for us
    under no contract
    our camra faild yesterday
    the lens is broken, need an other stap
    a brokne trypod
    it should be for a week
    should the camera fail, is it covered
    I can´t start my camera
    lesson for somebody who never used one
    the lens is broken, can I rent another one
    the lens is broken, the one that we rent here
    we have a new lens, the old one is from a dealer
    an old lens, it is from a dealer
    we returned the lens from the dealer
    returned, then a new one from a dealer
    """
