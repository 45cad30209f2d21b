package import Forms

/// How messages quote answers. Compiling knows no language: whoever compiles hands in the words, so that messages say an
/// answer as pages do.
package protocol MessageWording: Sendable {
    /// `Where does it come from? Anyone else; Was it damaged? No`.
    func example(_ example: ExampleAnswers) -> String
    /// A question with one answer to it.
    func answer(_ answer: Answer, to question: Question) -> String
    /// Why an answer to a question is refused, as readers are told.
    func refusal(_ reason: Walk.RefusalReason, to question: Question) -> String
}

/// Answers that show a problem: everything that is not tested may be answered in any way.
package struct ExampleAnswers: Sendable {
    /// Whose questions and options the tests number.
    package let questionnaire: Questionnaire
    /// The first day on which the questionnaire is used.
    package let since: Day
    /// None if any answers will do.
    package let tests: [Test]

    /// A variable, with the blocks that serve equally well.
    package struct Test: Sendable {
        /// As a diagram tests it.
        package let variable: DiagramVariable
        /// Any of them serves; ascending.
        package let blocks: [Int]
    }
}

/// For diagrams whose messages nobody reads, such as those of a policy's mutants.
struct NoMessages: MessageWording {
    func example(_ example: ExampleAnswers) -> String { "" }
    func answer(_ answer: Answer, to question: Question) -> String { "" }
    func refusal(_ reason: Walk.RefusalReason, to question: Question) -> String { "" }
}
