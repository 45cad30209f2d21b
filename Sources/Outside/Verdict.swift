/// What is known of an external address.
enum Verdict: Sendable, Equatable {
    case good
    /// The other site says for good that the page has another address.
    case moved(String)
    /// The page is there by https too, at this address.
    case insecure(String)
    /// There is no such page, in words.
    case broken(String)
    /// Only for those who sign in, or not for programs, in words.
    case closed(String)
    /// Nothing can be said now, in words; the other site may be well.
    case unreachable(String)
    /// The other site asks not to be asked for so many seconds; or it was not asked at all, for 0.
    case later(seconds: Int)
}

extension Verdict {
    /// The word that stands for the case in the file of answers.
    var word: String {
        switch self {
        case .good: "good"
        case .moved: "moved"
        case .insecure: "insecure"
        case .broken: "broken"
        case .closed: "closed"
        case .unreachable: "unreachable"
        case .later: "later"
        }
    }

    var detail: String {
        switch self {
        case .good: ""
        case .moved(let text), .insecure(let text), .broken(let text), .closed(let text), .unreachable(let text): text
        case .later(let seconds): String(seconds)
        }
    }

    init?(word: some StringProtocol, detail: String) {
        switch word {
        case "good": self = .good
        case "moved": self = .moved(detail)
        case "insecure": self = .insecure(detail)
        case "broken": self = .broken(detail)
        case "closed": self = .closed(detail)
        case "later":
            guard let seconds = Int(detail), seconds > 0 else { return nil }
            self = .later(seconds: seconds)
        default: return nil
        }
    }

    /// How many seconds the answer holds: what is fixed or goes wrong elsewhere is seen after some days, what could not
    /// be told is asked again at once.
    var lifetime: Int {
        switch self {
        case .good, .moved, .insecure, .closed: 7 * 86_400
        case .broken: 86_400
        case .unreachable: 0
        case .later(let seconds): min(seconds, 86_400)
        }
    }
}
