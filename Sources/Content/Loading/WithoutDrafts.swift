import Forms

extension Library {
    /// The library as it is published: what only drafts have is left out, and known as such, so that links to it are told from mistakes.
    package func withoutDrafts() -> Library {
        Library(
            settings: settings, pages: pages.filter { !$0.frontMatter.isDraft },
            drafts: Set(pages.filter(\.frontMatter.isDraft).map(\.path)), data: data, values: values, assets: assets, today: today,
            questionnaires: questionnaires.filter { !$0.isDraft }, sharedRules: sharedRules, spreadsheets: spreadsheets, unread: unread,
            draftQuestionnaires: Set(questionnaires.filter(\.isDraft).map(\.name.description)),
            namedInDrafts: Set(pages.filter(\.frontMatter.isDraft).flatMap(\.namedData)))
    }
}
