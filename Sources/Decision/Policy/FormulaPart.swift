/// A piece of a formula in words: text, or a name in whose place a reader's value can be put.
package enum FormulaPart: Sendable, Hashable {
    case text(String)
    case question(Int, words: String)
    case amount(Int, words: String)
    case today(words: String)
}

extension Questionnaire {
    /// Some amounts with all that they rest on, each after those.
    package func calculated(_ shown: [Int]) -> [Int] {
        var order: [Int] = []
        func add(_ amount: Int) {
            guard !order.contains(amount) else { return }
            for other in amounts[amount].formula.amounts.sorted() { add(other) }
            order.append(amount)
        }
        for amount in shown { add(amount) }
        return order
    }
}
