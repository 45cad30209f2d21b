internal import Diagnostics

/// Words that are there and say nothing, to those who hear a list of the links of a page or cannot see its pictures.
enum VagueWords {
    static func finding(_ link: Link) -> Finding? {
        let words = words(of: link.text)
        if link.isImage { return ofPicture(link, words) }
        // Written `<https://…>` the address itself is what is to be shown.
        guard !link.isAutolink else { return nil }
        if isAddress(link.text) {
            return finding("the text of this link is an address", link, help: "write the name of the page in the square brackets")
        }
        guard links.contains(words) else { return nil }
        return finding(
            "the text of this link does not say where it leads: \"\(link.text)\"", link,
            help: "link the words that name it, as in `see [the opening hours](…)`")
    }

    /// In lower case, with one space between them.
    private static func words(of text: String) -> String {
        // Nearly all texts are ASCII, and every link is looked at: asking Unicode about each letter would cost more than reading the page.
        guard text.utf8.allSatisfy({ $0 < 128 }) else {
            return text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
        }
        let words = text.utf8.split { !$0.isLetter && !$0.isDigit }.map { $0.map { $0.isLetter ? $0 | 0x20 : $0 } }
        return String(decoding: Array(words.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
    }

    private static func ofPicture(_ link: Link, _ words: String) -> Finding? {
        let help = "say what it shows, for people who cannot see it"
        if isFileName(link.text) {
            return finding("the alternative text of this image is a file name: \"\(link.text)\"", link, help: help)
        }
        guard pictures.contains(words) else { return nil }
        return finding("the alternative text of this image does not say what it shows: \"\(link.text)\"", link, help: help)
    }

    private static func finding(_ message: String, _ link: Link, help: String) -> Finding {
        Finding("markdown/vague-words", message, node: link.node, severity: .warning, help: help)
    }

    private static func isAddress(_ text: String) -> Bool {
        let start = text.prefix("https://".count).lowercased()
        return ["https://", "http://", "www."].contains { start.hasPrefix($0) } && !text.contains(" ")
    }

    /// `IMG_2041.JPG`, `screenshot-2`, `image001`: nothing that a person would say.
    private static func isFileName(_ text: String) -> Bool {
        let small = text.lowercased()
        if endings.contains(where: { small.hasSuffix($0) }), small.count > 4 { return true }
        return small.wholeMatch(
            of:
                /(?:img|image|dsc|dscn|pic|picture|photo|screenshot|screen shot|unbenannt|untitled|figure)[-_ ]?[0-9]{1,8}(?:[-_ (][0-9]{1,8}\)?)*/
        ) != nil
    }

    private static let endings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"]

    private static let links: Set = [
        "here", "click here", "this", "this link", "this page", "more", "read more", "learn more", "see more", "more info",
        "see here", "go here", "hier", "hier klicken", "klicken sie hier", "mehr", "weiter", "weiterlesen",
        "ici", "cliquez ici", "en savoir plus", "lire la suite", "aquí", "haga clic aquí", "qui", "clicca qui",
    ]

    private static let pictures: Set = [
        "image", "picture", "photo", "screenshot", "img", "alt", "alt text", "alternative text", "graphic", "icon", "untitled", "bild",
        "foto",
    ]
}
