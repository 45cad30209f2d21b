package import Forms

/// What changed for readers of the site, and when.
package struct ReaderChanges: Sendable {
    /// Newest first.
    package let entries: [ReaderChange]
    /// Why there are none, for those who build.
    package let note: String?

    /// - Parameter note: why there are none.
    package init(_ entries: [ReaderChange], note: String? = nil) {
        self.entries = entries
        self.note = note
    }
}

/// What one commit changed for readers.
package struct ReaderChange: Sendable, Hashable {
    /// What readers find changed.
    package enum Subject: Sendable, Hashable {
        /// A page, by its path below `Content/`.
        case page(String)
        /// A questionnaire, by its name.
        case questionnaire(String)
    }

    /// What is said of one page or questionnaire.
    package struct Part: Sendable, Hashable {
        /// What it is about.
        package let subject: Subject
        /// Its title.
        package let title: String
        /// In the language of the site.
        package let sentences: [String]

        /// - Parameter sentences: in the language of the site.
        package init(_ subject: Subject, title: String, _ sentences: [String]) {
            (self.subject, self.title, self.sentences) = (subject, title, sentences)
        }
    }

    /// The name of the commit.
    package let commit: String
    /// The day of its author.
    package let day: Day
    /// What its author tells readers of it; nil if nothing.
    package let words: String?
    /// Questionnaires first.
    package let parts: [Part]

    /// - Parameters:
    ///   - commit: its name.
    ///   - words: what its author tells readers of it.
    package init(commit: String, day: Day, words: String?, parts: [Part]) {
        (self.commit, self.day, self.words, self.parts) = (commit, day, words, parts)
    }
}
