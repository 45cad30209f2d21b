import Content
import Decision
import Forms

extension SiteRenderer {
    /// What is published in another form than usual because of its length, and when the next change comes, for those who build.
    package var notes: [String] {
        let many = questionnaires.filter { StepGraph($0, limit: Limits.questionnairePages) == nil }.map { diagram in
            "questionnaires/\(diagram.questionnaire.name).yaml has more than \(Limits.questionnairePages) states: readers without JavaScript get its "
                + "rules as a table"
        }
        let lists = [
            (OverviewPage.pages, pageParts.count), (.questions, hasQuestions ? questionParts.count : 0), (.sources, sourceParts.count),
        ].filter { $0.1 > 1 }
        let policies = questionnaires.map { ($0, RulePart.parts(of: $0.questionnaire).count) }.filter { $0.1 > 1 }.map { diagram, count in
            "/\(QuestionnaireFiles.address(of: diagram.questionnaire.name))policy/ is published on \(count) pages of at most "
                + "\(Limits.shownRules) rules"
        }
        let folders = longLists.map {
            "/\(library.pages[$0].path.address) is published on \(listParts(of: $0).count) pages of at most \(Limits.listEntries) entries"
        }
        return [changes?.note].compactMap { $0 } + many + policies + folders + blockNotes + wholeNotes
            + lists.map { "/\($0.0.address) is published on \($0.1) pages of at most \(Limits.listEntries) entries" }
            + [nextChange].compactMap(\.self).map { "the next change comes on \($0): build the site again on that day" }
    }

    /// The first day after that of the build on which a rule, a value, an answer or a page is another one; nil if there is none.
    var nextChange: Day? {
        let ends = questionnaires.compactMap(\.questionnaire.validity.until).compactMap { Day(number: $0.number + 1) }
        return library.changes.union(ends).min()
    }
}
