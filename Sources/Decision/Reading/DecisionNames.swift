import Forms

extension Scope {
    /// A decision without its rows.
    struct DecisionHead {
        let id: Identifier
        let isMany: Bool
        /// The outcomes that its rows name, ascending.
        let outcomes: [Int]
    }

    /// A decision, as conditions name it whose own table may not be read yet.
    ///
    /// - Parameter rows: those of its table; what is wrong with their results is said where they are read.
    func head(of decision: Entry<DecisionDraft>, _ rows: RowDrafts) -> DecisionHead {
        let numbers = Dictionary(outcomes.enumerated().map { ($1.description, $0) }) { first, _ in first }
        let named = Set(rows.rows.compactMap { $0.result.word.flatMap { numbers[$0] } })
        return DecisionHead(id: decision.id, isMany: decision.value.match == .many, outcomes: named.sorted())
    }

    /// A cell with the outcomes of a decision by their places in the file: it is read among those of the one decision.
    func numbered(_ cell: Cell, of subject: Subject) -> Cell {
        guard case .decision(let number) = subject else { return cell }
        return numbered(cell, decisions[number].outcomes)
    }

    private func numbered(_ cell: Cell, _ outcomes: [Int]) -> Cell {
        switch cell {
        case .oneOf(let options): .oneOf(options.map { outcomes[$0] })
        case .has(let option): .has(outcomes[option])
        case .all(let list): .all(list.map { numbered($0, outcomes) })
        case .any(let list): .any(list.map { numbered($0, outcomes) })
        case .not(let inner): .not(numbered(inner, outcomes))
        case .compare, .asked, .notAsked: cell
        }
    }
}
