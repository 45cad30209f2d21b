import Content
import Decision
import Forms
import Site

/// What an owner has to review, a line for each page.
struct ReviewLines {
    private let reviews: [ReviewItem]
    private let today: Day

    init(_ check: OwnedCheck) {
        reviews = check.reviews
        today = check.today
    }

    /// `Content/entitlement/access.md: was due for review on 2026-11-20, last reviewed on 2026-05-20`.
    var text: String { reviews.map { "\($0.file): \(words($0.upkeep))\n" }.joined() }

    private func words(_ upkeep: Upkeep) -> String {
        let review: String? =
            switch upkeep.review {
            case .never: nil
            case .missing: "was never reviewed"
            case .due(let day): day < today ? "was due for review on \(day)" : "next review on \(day)"
            }
        let last = upkeep.reviewed.map { "last reviewed on \($0)" }
        let end = upkeep.expires.map { $0 < today ? "expired on \($0)" : "expires on \($0)" }
        return [review, last, end].compactMap(\.self).joined(separator: ", ")
    }
}
