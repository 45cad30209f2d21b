import Decision
import Forms
import Words
import Templating

extension Questionnaire {
    /// Whether a result has several outcomes, or may have.
    var hasSeveralResults: Bool { decisions.count > 1 || decisions.contains { $0.table.match == .many } }
}

extension QuestionnaireRenderer {
    /// What is certain, still open and ruled out on the page of a question; nil where all is open, and where there is one result.
    func outlook(ofPage number: Int) -> OutlookView? {
        guard number > 0, number < outlooks.count else { return nil }
        let decisions = zip(questionnaire.decisions, zip(outlooks[0], outlooks[number])).compactMap { decision, outlook in
            let (all, now) = outlook
            let open = now.possible.subtracting(now.certain)
            let out = all.possible.subtracting(now.possible)
            if now.certain.isEmpty, out.isEmpty { return nil as OutlookView.DecisionView? }
            // A long list of what is open says less than what is ruled out.
            let shown = now.certain.isEmpty && open.count > OutlookView.few ? [] : open
            return OutlookView.DecisionView(
                decision: questionnaire.decisions.count > 1 ? decision.name : nil, certain: group("qCertain", now.certain, isOpen: true),
                groups: [
                    group("qOpen", shown, isOpen: shown.count <= OutlookView.few), group("qOut", out, isOpen: false),
                ].compactMap(\.self))
        }
        return decisions.isEmpty ? nil : OutlookView(decisions: decisions)
    }

    private func group(_ word: String, _ outcomes: Set<Int>, isOpen: Bool) -> OutlookView.GroupView? {
        guard !outcomes.isEmpty else { return nil }
        let items = outcomes.sorted().map { number in
            let outcome = questionnaire.outcomes[number]
            return VerdictView(title: outcome.title.string, tone: outcome.tone.rawValue)
        }
        let title = site.theme.phrasebook.filled(word, ["count": String(items.count)])
        return OutlookView.GroupView(title: title, isOpen: isOpen, items: items)
    }
}

/// What becomes of the results of a questionnaire that has several.
struct OutlookView: TemplateView {
    /// A list of open outcomes that is longer is folded.
    static let few = 4

    let decisions: [DecisionView]

    static let fields = TemplateFields<Self>([.list("decisions") { $0.decisions }])

    struct DecisionView: TemplateView {
        /// Its name where there are several.
        let decision: String?
        let certain: GroupView?
        /// Still open, and ruled out.
        let groups: [GroupView]

        static let fields = TemplateFields<Self>([
            .text("decision") { $0.decision }, .object("certain") { $0.certain }, .list("groups") { $0.groups },
        ])
    }

    struct GroupView: TemplateView {
        let title: String
        let isOpen: Bool
        let items: [VerdictView]

        static let fields = TemplateFields<Self>([.text("title") { $0.title }, .flag("isOpen") { $0.isOpen }, .list("items") { $0.items }])
    }
}

/// An outcome in short.
struct VerdictView: TemplateView {
    let title: String
    let tone: String

    static let fields = TemplateFields<Self>([.text("title") { $0.title }, .text("tone") { $0.tone }])
}
