extension Meaning {
    /// Works out for each question whether it is asked.
    ///
    /// An `ask-if` may name later questions. Those that name one another are settled by rounds: what follows from
    /// what is settled is settled; then questions that could be asked only because of one another are not asked (the
    /// greatest set whose members' conditions are all false if none of them is asked), and so on. For each combination
    /// of answers this is the well-founded model of Van Gelder, Ross and Schlipf (1991); what it leaves open waits for
    /// its own contrary.
    ///
    /// - Returns: the questions that at some answers are left open.
    mutating func settleAsking() throws(TooLarge) -> [Int] {
        var open = questionnaire.questions.indices.filter { questionnaire.questions[$0].askIf != nil }
        settleInOrder(&open)
        for number in order where asked[number] == .open && !open.contains(number) { try settle(number) }
        guard !open.isEmpty else { return [] }
        thinkable = try withoutContradictionsOfAll()
        let waiting = try settleTogether(open)
        // What nobody can have in mind waits for nothing.
        if waiting.isEmpty { for number in open { asked[number] = try store.map(asked[number]) { $0 == .open ? .no : $0 } } }
        return waiting
    }

    private mutating func settle(_ number: Int) throws(TooLarge) {
        guard let condition = questionnaire.questions[number].askIf else { return }
        asked[number] = try self.condition(condition)
    }

    private mutating func settleTogether(_ questions: [Int]) throws(TooLarge) -> [Int] {
        while true {
            var changed = true
            while changed { changed = try round(questions) }
            guard try dropUnfounded(questions) else { break }
        }
        var waiting: [Int] = []
        for number in questions where try isOpen(asked[number]) { waiting.append(number) }
        return waiting
    }

    /// Whether a function is open for answers that somebody can have in mind.
    mutating func isOpen(_ ref: Ref) throws(TooLarge) -> Bool {
        let within = try store.apply(.within, thinkable, ref)
        return store.terminals(within).contains(.open)
    }

    /// Evaluates every condition once more; whether anything became settled.
    private mutating func round(_ questions: [Int]) throws(TooLarge) -> Bool {
        var changed = false
        for number in questions {
            guard let condition = questionnaire.questions[number].askIf else { continue }
            forgetFacts(questions)
            let ref = try self.condition(condition)
            // What was settled stays so, also where a question was found to be asked by nothing but its circle.
            let next = try store.apply(.settled, asked[number], ref)
            if next != asked[number] { changed = true }
            asked[number] = next
        }
        forgetFacts(questions)
        return changed
    }

    /// Finds where questions could be asked only because of one another, and settles that they are not.
    private mutating func dropUnfounded(_ questions: [Int]) throws(TooLarge) -> Bool {
        let before = asked
        var candidates: [Int: Ref] = [:]
        for number in questions { candidates[number] = try store.map(before[number]) { $0 == .open ? .yes : .no } }
        while true {
            // Where a candidate: not asked.
            for number in questions {
                guard let candidate = candidates[number] else { continue }
                asked[number] = try store.apply(
                    .settled, store.map(candidate) { $0 == .yes ? .no : .open }, before[number])
            }
            var shrunk = false
            var next = candidates
            for number in questions {
                guard let condition = questionnaire.questions[number].askIf, let candidate = candidates[number] else {
                    continue
                }
                forgetFacts(questions)
                let isNo = try store.map(self.condition(condition)) { $0 == .no ? .yes : .no }
                let kept = try store.apply(.and, candidate, isNo)
                if kept != candidate { shrunk = true }
                next[number] = kept
            }
            candidates = next
            if !shrunk { break }
        }
        forgetFacts(questions)
        let found = candidates.filter { $0.value != .no }.keys
        for number in found.sorted() where try store.apply(.and, thinkable, candidates[number] ?? .no) != .no { unfounded.insert(number) }
        if found.isEmpty { asked = before }
        return !found.isEmpty
    }

    /// Facts and decisions that rest on questions which are being settled have to be worked out again.
    private mutating func forgetFacts(_ questions: [Int]) {
        let open = Set(questions)
        for number in facts.indices where !open.isDisjoint(with: dependencies.questionsOfFact[number]) { facts[number] = nil }
        for number in decisions.keys.sorted() where !open.isDisjoint(with: dependencies.questionsOfDecision[number]) {
            decisions[number] = nil
        }
    }

    /// Removes from `open`, in an order that fits, the questions whose conditions name only settled ones.
    private mutating func settleInOrder(_ open: inout [Int]) {
        var waiting = Set(open)
        var progress = true
        order = []
        while progress {
            progress = false
            for number in open
            where waiting.contains(number) && waiting.isDisjoint(with: dependencies.questionsOfAskIf[number]) {
                waiting.remove(number)
                order.append(number)
                progress = true
            }
        }
        open = open.filter(waiting.contains)
    }
}
