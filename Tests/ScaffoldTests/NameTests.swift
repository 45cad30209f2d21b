import Testing

@testable import Scaffold

@Suite struct NameTests {
    @Test(arguments: [
        ("how", "How"), ("who-can_help", "Who can help"), ("refund.policy", "Refund policy"), ("über-uns", "Über uns"), ("7", "7"),
        ("-", "Untitled"),
    ])
    func `a name becomes a title`(name: String, title: String) { #expect(Names.title(name) == title) }
}
