import Diagnostics

/// The preview's own part in the browser: files below a path that no site can use.
package enum BrowserFiles {
    /// Names that start with `_` are the theme's and the hosts'; no page's address does.
    /// Below the root, with a slash at its end.
    package static let folder = "_waymark/"
    /// The stream of news.
    static let eventsPath = folder + "events"
    private static let scriptPath = folder + "preview.js"
    /// Below it: a day, the name of a questionnaire, answers. The site says there which rows decided.
    package static let rowsFolder = folder + "rows/"
    /// Below it stand the pages about rules, by the rules' ids.
    package static let rulesFolder = folder + "rules/"
    /// The style sheet of the preview's own pages and boxes.
    package static let stylePath = folder + "preview.css"

    /// The answer to the path of such a file; nil for any other path.
    static func answer(_ path: String) -> Answer? {
        switch path {
        case scriptPath: Answer(.ok, type: ContentType.of(path), bytes: Array(previewScript.utf8))
        case stylePath: Answer(.ok, type: ContentType.of(path), bytes: Array(previewStyle.utf8))
        default: nil
        }
    }

    /// A page with the preview's script, which knows from it what it looks at.
    ///
    /// The script stands at the end of the head: a page's own text cannot hold `</head>` unescaped.
    static func page(_ bytes: [UInt8], version: String, notes: [String]) -> [UInt8] {
        let list = JSONValue.array(notes.map(JSONValue.string)).text()
        let tag = """
            <script defer src="/\(scriptPath)" data-version="\(escaped(version))" data-notes="\(escaped(list))"></script>

            """
        guard let end = bytes.firstRange(of: Array("</head>".utf8)) else { return bytes + Array(tag.utf8) }
        return bytes[..<end.lowerBound] + Array(tag.utf8) + bytes[end.lowerBound...]
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
    }
}
