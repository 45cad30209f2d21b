/// A cell that a message offers, as a questionnaire and as a spreadsheet write it.
enum CellForm {
    /// Words that both take as they are.
    case words(String)
    /// Any of these options.
    case options([String])
    /// Any option but these.
    case except([String])
    case ticks(ConditionShape.TickTest, [String])
    /// At least one of these is not ticked.
    case notAllTicked([String])

    var yaml: String {
        switch self {
        case .words(let words): words
        case .options(let ids): CellForm.list(ids)
        case .except(let ids): ids.count == 1 ? "not \(ids[0])" : "{not: \(CellForm.list(ids))}"
        case .ticks(let test, let ids): "{\(test.rawValue): \(CellForm.list(ids))}"
        case .notAllTicked(let ids): "{not: {has-all: \(CellForm.list(ids))}}"
        }
    }

    /// What says the opposite.
    var denied: String {
        switch self {
        case .words(let words) where !words.hasPrefix("not "): "not \(words)"
        case .options(let ids) where ids.count == 1: "not \(ids[0])"
        case .words, .options, .except, .ticks, .notAllTicked: "{not: \(yaml)}"
        }
    }

    /// Nil if no cell of a spreadsheet says it.
    var csv: String? {
        switch self {
        case .words(let words): words
        case .options(let ids): ids.joined(separator: "|")
        case .except(let ids): "not \(ids.joined(separator: "|"))"
        case .ticks(let test, let ids): "\(test.rawValue) \(ids.joined(separator: "|"))"
        case .notAllTicked: nil
        }
    }

    /// When to write it, where there are others.
    var whenMeant: String {
        switch self {
        case .ticks(.hasAll, _): " if all of them have to be ticked"
        case .ticks(.hasAny, _): " if one of them is enough"
        case .ticks(.lacks, _): " if none of them may be ticked"
        case .notAllTicked: " if one of them may be ticked"
        case .words, .options, .except, .ticks: ""
        }
    }

    private static func list(_ ids: [String]) -> String { ids.count == 1 ? ids[0] : "[\(ids.joined(separator: ", "))]" }
}
