package import Content
import Diagnostics
package import Forms

/// A page or questionnaire that somebody has to look at again one day.
package struct ReviewItem: Sendable {
    /// As lists name it.
    package let title: String
    /// Below the site's root.
    package let address: String
    /// As messages name it: `Content/entitlement/access.md`.
    package let file: String
    /// When it is due, and whose it is.
    package let upkeep: Upkeep

    /// The first day on which something has to be done; nil if that was never put off.
    package var day: Day? {
        let days: [Day?] =
            switch upkeep.review {
            case .missing: []
            case .due(let due): [due, upkeep.expires]
            case .never: [upkeep.expires]
            }
        return days.compactMap(\.self).min()
    }

    /// Whether there is something to do now.
    package func isDue(_ today: Day) -> Bool { day.map { $0 < today } ?? true }
}

/// All that has to be reviewed or ceases to hold, the most urgent first.
package func reviewList(_ library: Library, _ questionnaires: [Questionnaire]) -> [ReviewItem] {
    let pages = library.pages.map { page in
        ReviewItem(
            title: page.title, address: page.path.address, file: page.source.path, upkeep: page.frontMatter.upkeep)
    }
    let walks = questionnaires.map { questionnaire in
        ReviewItem(
            title: questionnaire.title.string, address: QuestionnaireFiles.address(of: questionnaire.name),
            file: questionnaire.source.path, upkeep: questionnaire.upkeep)
    }
    let all = (pages + walks).filter { $0.upkeep.review != .never || $0.upkeep.expires != nil }
    return all.enumerated().sorted { left, right in
        switch (left.element.day, right.element.day) {
        case (nil, nil): left.offset < right.offset
        case (nil, _): true
        case (_, nil): false
        case (let one?, let other?): one == other ? left.offset < right.offset : one < other
        }
    }.map(\.element)
}
