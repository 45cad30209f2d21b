/// A page that needs nothing beside it: reports that somebody keeps or sends.
package enum StandalonePage {
    /// The whole page.
    ///
    /// - Parameters:
    ///   - title: as text.
    ///   - head: more elements of the head, each on a line.
    ///   - style: its sheet.
    ///   - body: as HTML, with a line end behind it.
    package static func html(title: String, head: [String] = [], style: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        \((head + ["<title>\(HTMLEscaping.escaped(title))</title>"]).joined(separator: "\n"))
        <style>
        \(style)
        </style>
        </head>
        <body>
        <main>
        \(body)</main>
        </body>
        </html>

        """
    }
}
