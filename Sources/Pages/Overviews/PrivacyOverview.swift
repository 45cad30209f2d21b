import Content

extension SiteRenderer {
    /// Whether readers answer anything on the site.
    var hasAnswers: Bool { !questionnaires.isEmpty || keepsAnswers }

    private var keepsAnswers: Bool { library.data.contains { $0.kind.body.keepsAnswers } }

    /// What the site does with what readers answer, tick, type and choose: a subject and a few sentences each.
    ///
    /// A test holds it against the requests and the stored values of a browser.
    var privacyOverview: OverviewView {
        let asks = !questionnaires.isEmpty
        let subjects = [
            ("privacyAnswers", "privacyAnswersText", asks), ("privacyPlain", "privacyPlainText", asks),
            ("privacyCounts", "privacyCountsText", asks && library.settings.counts == .outcomes),
            ("privacyTicks", "privacyTicksText", keepsAnswers),
            ("privacySearch", "privacySearchText", library.settings.hasSearch), ("privacyTheme", "privacyThemeText", true),
            ("privacyOffline", "privacyOfflineText", library.settings.isOffline),
            ("privacyReport", "privacyReportText", library.settings.contact != nil), ("privacyServer", "privacyServerText", true),
        ]
        return OverviewView(
            items: subjects.filter(\.2).map { OverviewItemView(title: theme.words[$0.0] ?? "", url: nil, summary: theme.words[$0.1]) })
    }
}
