extension StepGraph {
    /// In how many ways the questions can be answered: options and ticks one by one, numbers and dates by the ranges that matter.
    /// What is more than a machine word can count is the greatest number.
    package var wayCount: Int {
        var known: [Int?] = Array(repeating: nil, count: pages.count)
        func count(_ page: Int) -> Int {
            if let count = known[page] { return count }
            var sum = 1
            if case .question(let step) = pages[page] {
                sum = 0
                for choice in step.choices {
                    let (next, overflow) = sum.addingReportingOverflow(count(choice.page))
                    sum = overflow ? .max : next
                }
            }
            known[page] = sum
            return sum
        }
        return count(0)
    }
}
