package import Decision
import Forms
import Wording
package import Words

/// A decision diagram as boxes and arrows, before it is drawn.
package struct Picture: Sendable {
    /// A question or an outcome.
    package struct Box: Sendable {
        /// The whole text, which is broken into lines when it is drawn.
        package let text: String
        /// The tone of an outcome; nil for a question.
        package let tone: Outcome.Tone?
        /// What it shows: a node, an end as the compiled form refers to it, or neither.
        package var place: Int?
        /// What it asks or leads to, by number; nil for where nothing applies.
        package var subject: BoxSubject?
    }

    /// What the policy says more about.
    package enum BoxSubject: Sendable, Hashable {
        case question(Int)
        case outcome(Int)
    }

    /// The answers that lead from one box to another.
    package struct Arrow: Sendable {
        /// Among the boxes.
        package let from: Int
        /// Among the boxes.
        package let to: Int
        /// The answers, in words.
        package let text: String
    }

    /// The decision, or the outcome that it is about.
    package let title: String
    /// The first is where everybody starts.
    package private(set) var boxes: [Box] = []
    /// From each box in the order of its answers.
    package private(set) var arrows: [Arrow] = []

    init(title: String, boxes: [Box], arrows: [Arrow]) {
        (self.title, self.boxes, self.arrows) = (title, boxes, arrows)
    }

    /// One decision, or one outcome of `match: many`.
    ///
    /// - Parameters:
    ///   - root: its number among the decision roots of the diagram.
    ///   - words: the language of what it says.
    package init(_ diagram: DecisionDiagram, root: Int, words phrasebook: Phrasebook) {
        let questionnaire = diagram.questionnaire
        let decision = questionnaire.decisions[diagram.decisionRoots[root].decision]
        let outcome = diagram.decisionRoots[root].outcome.map { questionnaire.outcomes[$0].title.string }
        title = outcome ?? decision.title?.string ?? questionnaire.title.string
        let words = DiagramWording(diagram, isShort: true)
        var numbers: [Target: Int] = [:]
        var open: [Target] = []
        func number(_ target: Target) -> Int {
            if let known = numbers[target] { return known }
            numbers[target] = boxes.count
            boxes.append(Picture.box(target, diagram, words, phrasebook))
            open.append(target)
            return boxes.count - 1
        }
        _ = number(diagram.decisionRoots[root].root)
        var next = 0
        while next < open.count {
            if case .node(let node) = open[next] {
                for (blocks, child) in diagram.nodes[node].branches {
                    let text = phrasebook.text(words.edge(diagram.nodes[node].variable, blocks))
                    arrows.append(Arrow(from: next, to: number(child), text: text))
                }
            }
            next += 1
        }
    }

    /// A question, an outcome with the facts that it shows, or that there is nothing.
    private static func box(_ target: Target, _ diagram: DecisionDiagram, _ words: DiagramWording, _ phrasebook: Phrasebook) -> Box {
        switch target {
        case .node(let number):
            let variable = diagram.nodes[number].variable
            return Box(
                text: phrasebook.text(words.node(variable)), tone: nil, place: number,
                subject: diagram.variables[variable].questions.max().map(BoxSubject.question))
        case .closed: return Box(text: phrasebook.filled("pictureClosed"), tone: .neutral)
        case .terminal(let number):
            guard case .outcome(let outcome, let values, _) = diagram.terminals[number] else {
                return Box(text: phrasebook.filled("pictureNothing"), tone: .neutral, place: -2 - number)
            }
            let shown = values.map { diagram.questionnaire.facts[$0.fact].values[$0.value].label }
            let title = diagram.questionnaire.outcomes[outcome].title.string
            return Box(
                text: ([title] + shown).joined(separator: ": "), tone: diagram.questionnaire.outcomes[outcome].tone,
                place: -2 - number, subject: .outcome(outcome))
        }
    }

    /// The number of a question in the picture, from 1; nil for outcomes. Several boxes may ask the same.
    package func number(of box: Int) -> Int? { boxes[box].tone == nil ? boxes[0...box].count { $0.tone == nil } : nil }

    /// What a box says, with its number.
    package func name(of box: Int) -> String { number(of: box).map { "\($0). \(boxes[box].text)" } ?? boxes[box].text }

    /// The picture as sentences, for those who do not see it; no two say the same.
    package var sentences: [String] { arrows.map(sentence) }

    func sentence(_ arrow: Arrow) -> String { "\(name(of: arrow.from)) \(arrow.text): \(name(of: arrow.to))" }
}

extension Picture {
    /// For Graphviz.
    package var dot: String {
        var text = "digraph {\n  label=\(Picture.quoted(title));\n  node [shape=box];\n"
        for (number, box) in boxes.enumerated() {
            text += "  n\(number) [label=\(Picture.quoted(box.text))\(box.tone == nil ? "" : ", style=rounded")];\n"
        }
        for arrow in arrows { text += "  n\(arrow.from) -> n\(arrow.to) [label=\(Picture.quoted(arrow.text))];\n" }
        return text + "}\n"
    }

    /// For Mermaid, which Git hosts draw.
    package var mermaid: String {
        var text = "flowchart TD\n"
        for (number, box) in boxes.enumerated() {
            text +=
                box.tone == nil
                ? "  n\(number)[\"\(Picture.entities(box.text))\"]\n"
                : "  n\(number)([\"\(Picture.entities(box.text))\"])\n"
        }
        for arrow in arrows { text += "  n\(arrow.from) -->|\"\(Picture.entities(arrow.text))\"| n\(arrow.to)\n" }
        return text
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static func entities(_ text: String) -> String {
        text.replacing("#", with: "#35;").replacing("\"", with: "#quot;").replacing("<", with: "#lt;").replacing(
            ">", with: "#gt;")
    }
}
