/// One place that a search can lead to: a page, a section of it, or an entry of a data file shown on it.
package struct SearchRecord: Sendable {
    /// What a result is; results are shown in groups of these.
    package enum Kind: String, CaseIterable, Sendable {
        case page, section, question, product, term, tool, contact, link, questionnaire
    }

    /// The group in which a result is shown.
    package var kind: Kind
    /// What the result says first: a page's title, a section's heading, a question, a name.
    package var title: String
    /// Below the site's root, percent-encoded, with the place on the page: `entitlement/access/#administrators`.
    package var url: String
    /// The title of the page; empty for the page itself.
    package var pageTitle: String
    /// Other names, short forms and codes: as good as the title, though not shown in its place.
    package var names: [String]
    /// Other words that readers look for it by: more than text, less than a name.
    package var keywords: [String] = []
    /// The words around it that say what it is about: titles of the pages above.
    package var context: [String]
    /// What is there, in plain text; snippets are cut from it.
    package var body: String
    /// Whether title and names count no more than text: a way to what other records say, never before them.
    package var isSecondary: Bool

    /// What a word in it counts against one elsewhere: a page says more about a word than a question that leads to it.
    var emphasis: Float {
        switch kind {
        case .page: 1.2
        case .questionnaire: pageTitle.isEmpty ? 0.7 : 0.6
        case .section, .question, .product, .term, .tool, .contact, .link: 1
        }
    }

    /// A place to lead to.
    package init(
        kind: Kind, title: String, url: String, pageTitle: String = "", names: [String] = [], context: [String] = [],
        body: String = "", isSecondary: Bool = false
    ) {
        self.kind = kind
        self.title = title
        self.url = url
        self.pageTitle = pageTitle
        self.names = names
        self.context = context
        self.body = body
        self.isSecondary = isSecondary
    }
}

/// Names for the same thing: whoever searches for one also finds the others.
package struct Synonyms: Sendable {
    /// Two or more, in any order.
    package let names: [String]

    /// Phrases of one or more words.
    package init(_ names: [String]) { self.names = names }
}
