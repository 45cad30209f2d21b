import Content
package import Decision
import Forms

/// The pages of a questionnaire for readers without script, each with its address below the site's root; none past the
/// limit of pages.
package func stepAddresses(of diagram: DecisionDiagram) -> [(address: String, page: StepGraph.Page)] {
    guard let steps = StepGraph(diagram, limit: QuestionnaireRenderer.pageLimit) else { return [] }
    let start = QuestionnaireFiles.address(of: diagram.questionnaire.name)
    return steps.pages.enumerated().map { (Route.step($0, from: start), $1) }
}
