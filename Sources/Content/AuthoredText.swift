package import CommonMark
import Forms

/// A piece of Markdown with the file in which it is, against which its links are read.
package struct AuthoredText: Sendable {
    /// The text as it was parsed in its file.
    package let markdown: Markdown
    /// Below `Content/`: `data/tools.yaml`.
    package let file: String

    /// The file is the one that holds the text, also where another one shows it.
    package init(markdown: Markdown, file: String) {
        self.markdown = markdown
        self.file = file
    }
}

extension Page {
    var text: AuthoredText { AuthoredText(markdown: body, file: path.file) }
}

extension Library {
    /// Every piece of Markdown without a page of its own: those of data files, the banner and the notice.
    var textsBesidePages: [AuthoredText] {
        data.flatMap { file in file.texts.map { AuthoredText(markdown: $0, file: file.path) } }
            + [settings.banner, settings.notice].compactMap { $0 }.map { AuthoredText(markdown: $0, file: "site.yaml") }
    }
}
