package import Diagnostics
package import Forms
import YAML

/// Who keeps a text true, and when it has to be looked at again.
package struct Upkeep: Sendable {
    /// A person, role or team.
    package let owner: Text?
    /// The day on which somebody last checked it.
    package let reviewed: Day?
    /// How often it has to be reviewed; nil for never.
    package let reviewEvery: Span?
    /// The last day on which it holds.
    package let expires: Day?
    /// Where these days are written, for messages.
    package let places: Places

    /// Where the days of an upkeep are written; nil for those that are not.
    package struct Places: Sendable {
        /// The value of `reviewed`.
        package var reviewed: SourceRange?
        /// The value of `expires`.
        package var expires: SourceRange?

        /// Nil for a field that is left out.
        package init(reviewed: SourceRange? = nil, expires: SourceRange? = nil) {
            self.reviewed = reviewed
            self.expires = expires
        }
    }

    /// By default a text that needs no upkeep.
    package init(
        owner: Text? = nil, reviewed: Day? = nil, reviewEvery: Span? = nil, expires: Day? = nil, places: Places = Places()
    ) {
        self.owner = owner
        self.reviewed = reviewed
        self.reviewEvery = reviewEvery
        self.expires = expires
        self.places = places
    }

    /// When it has to be checked.
    package enum Review: Hashable, Sendable {
        /// Nobody ever asked for it.
        case never
        /// It was asked for, and has never been done.
        case missing
        /// On this day.
        case due(Day)
    }

    /// Computed from the last review and the interval.
    package var review: Review {
        guard let reviewEvery else { return .never }
        guard let reviewed else { return .missing }
        return reviewed.adding(reviewEvery).map(Review.due) ?? .never
    }

    /// The fields of a file that has an owner.
    package enum Fields {
        /// The field `owner`.
        package static let owner = Field.optional("owner", Shape<Text>.line, "who keeps it up to date")
        /// The field `reviewed`.
        package static let reviewed = Field.optional(
            "reviewed", LastReview.shape, default: LastReview(), "the day on which it was last checked")
        /// The field `review-every`, a span such as `6 months`.
        package static let reviewEvery = Field.optional("review-every", Shape<Span>.span, "how often it has to be checked")
    }

    /// The last review. A date that cannot be read was one all the same, so that nothing is called unreviewed for it.
    package struct LastReview: Sendable {
        /// Nil if it is faulty or left out.
        package var day: Day?
        /// Nil if it is left out.
        package var place: SourceRange?
        /// Whether something is written that is not a date.
        package var isFaulty = false

        static let shape = Shape<LastReview>(Shape<Day>.date.schema) { node, findings in
            let day = Shape<Day>.date.read(node, &findings)
            return LastReview(day: day, place: node.range, isFaulty: day == nil)
        }
    }
}

extension FrontMatter {
    /// Those of its fields that concern upkeep.
    package var upkeep: Upkeep {
        Upkeep(owner: owner, reviewed: reviewed, reviewEvery: reviewEvery, expires: expires, places: places)
    }
}
