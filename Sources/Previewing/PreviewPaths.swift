/// Where the preview's own files are: below a path that no site can use, as no page's address begins with `_`.
enum PreviewPaths {
    /// The page about the site's state, and the folder of all others; below the root, with a slash at its end.
    static let folder = "_waymark/"
    /// The stream of events.
    static let events = folder + "events"
    /// What runs on every page.
    static let script = folder + "preview.js"
    /// The style sheet of the preview's own pages and boxes.
    static let style = folder + "preview.css"
    /// Below it: a day, the name of a questionnaire, answers. There the site says which rows decided.
    static let rows = folder + "rows/"
    /// Below it are the pages about rules, by the rules' ids.
    static let rules = folder + "rules/"
}
