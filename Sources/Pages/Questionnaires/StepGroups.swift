import Decision

/// An answer of a question as a link, with what decides where the fact comes from.
struct StepAnswer {
    /// What the data file calls those with which it is.
    let group: String?
    /// It stands for all that are not in the list.
    let isAlwaysShown: Bool
    let view: StepOptionView
}

/// Long lists of answers for readers without script, who cannot search in them: below what a data file calls them, else below
/// their first letters in alphabetical order, with links to these. Those that stand for all others come last.
struct StepGroups {
    let answers: [StepAnswer]
    /// Of the headings, one below that of the question.
    let level: Int
    /// The heading of those that come last.
    let others: String

    /// The most answers that are seen at a glance, in one list.
    static let few = Question.searchedFrom - 1
    /// With fewer groups one sees where to go.
    private static let jumpsFrom = 4

    var views: [StepGroupView] {
        guard answers.count > Self.few else { return [StepGroupView(level: level, title: nil, options: answers.map(\.view))] }
        if answers.contains(where: { $0.group != nil }) { return grouped(answers) { $0.group ?? others } }
        let sorted = answers.filter { !$0.isAlwaysShown }.map { (answer: $0, key: $0.view.label.sortKey) }
            .sorted { $0.key < $1.key }.map(\.answer)
        // Numbers, ranges and words that nobody sorts stay as they were written.
        guard sorted.allSatisfy({ $0.view.label.first?.isLetter == true }) else {
            return [StepGroupView(level: level, title: nil, options: answers.map(\.view))]
        }
        return grouped(sorted) { $0.view.label.sortKey.prefix(1).uppercased() } + grouped(answers.filter(\.isAlwaysShown)) { _ in others }
    }

    var jumps: StepJumpsView? {
        let items = views.compactMap { group in group.anchor.map { StepJumpsView.Item(title: group.title ?? "", url: "#" + $0) } }
        return items.count < Self.jumpsFrom ? nil : StepJumpsView(items: items)
    }

    private func grouped(_ answers: [StepAnswer], by title: (StepAnswer) -> String) -> [StepGroupView] {
        var groups: [StepGroupView] = []
        for answer in answers {
            let title = title(answer)
            if let known = groups.firstIndex(where: { $0.title == title }) {
                groups[known].options.append(answer.view)
            } else {
                groups.append(
                    StepGroupView(
                        level: level, anchor: title == others ? "q-others" : "q-group-\(groups.count + 1)", title: title,
                        options: [answer.view]))
            }
        }
        return groups
    }
}

extension String {
    /// Small letters without marks, so that Österreich is among the words with O. What a letter with a mark is based on, its
    /// Unicode name says: LATIN SMALL LETTER O WITH DIAERESIS.
    var sortKey: String {
        var key = ""
        for scalar in lowercased().unicodeScalars {
            let name = scalar.isASCII ? "" : scalar.properties.name ?? ""
            let base = name.split(separator: " ")
            guard let with = base.firstIndex(of: "WITH"), with > 0, base[with - 1].utf8.count == 1 else {
                key.unicodeScalars.append(scalar)
                continue
            }
            key += base[with - 1].lowercased()
        }
        return key
    }
}
