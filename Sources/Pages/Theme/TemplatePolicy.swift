import Diagnostics

/// Finds in a site's own templates what browsers refuse, because the published Content-Security-Policy forbids it: the page
/// would look right in a test without the policy, and be broken for readers.
struct TemplatePolicy {
    private let source: SourceFile
    /// The template with a `_` instead of every byte of its tags and comments, so that places stay the same.
    private let html: [UInt8]
    private var problems: [Diagnostic] = []

    /// What the policy blocks in a template.
    static func problems(in source: SourceFile) -> [Diagnostic] {
        var policy = TemplatePolicy(source)
        policy.read()
        return policy.problems
    }

    private init(_ source: SourceFile) {
        self.source = source
        var html = source.bytes
        for tag in TemplateCheck.tags(in: source) {
            for index in tag.place.bytes where html[index] != 10 { html[index] = UInt8(ascii: "_") }
        }
        self.html = html
    }

    private mutating func read() {
        checkStrayBraces()
        var index = 0
        while let open = html[index...].firstIndex(of: UInt8(ascii: "<")) {
            if html[open...].starts(with: "<!--".utf8) {
                index = html[open...].firstRange(of: Array("-->".utf8))?.upperBound ?? html.count
                continue
            }
            guard open + 1 < html.count, HTMLTag.isLetter(html[open + 1]) else {
                index = open + 1
                continue
            }
            let tag = HTMLTag(html, at: open)
            guard tag.isClosed else {
                let help = "close it with `>`, and each value with the quote that opens it"
                return problems.append(
                    Diagnostic("template/syntax", "this HTML tag is never closed", at: range(open..<tag.nameEnd), help: help))
            }
            check(tag)
            index = tag.end
            if tag.name == "script" || tag.name == "style" { index = endOfRawText(tag.name, from: index) }
        }
    }

    private func endOfRawText(_ name: String, from start: Int) -> Int {
        html[start...].firstRange(of: Array("</\(name)".utf8))?.lowerBound ?? html.count
    }

    private mutating func check(_ tag: HTMLTag) {
        let element = range(tag.start..<tag.nameEnd)
        switch tag.name {
        case "script": checkScript(tag, element)
        case "style":
            block("styles inside a page are blocked", element, "put them into a file in Templates/styles")
        case "iframe", "object", "embed", "frame", "applet", "portal":
            block("<\(tag.name)> is blocked", element, "link to what it shows")
        case "meta": checkMeta(tag, element)
        case "base": block("<base> is blocked", element, "start links with {{root}}")
        default: break
        }
        for attribute in tag.attributes { check(attribute, of: tag) }
    }

    /// Only the page that is at an old address sends its readers on.
    private mutating func checkMeta(_ tag: HTMLTag, _ element: SourceRange) {
        guard tag.value("http-equiv")?.lowercased() == "refresh", source.path != "Templates/redirect.mustache" else { return }
        block(
            "pages cannot redirect readers or reload themselves", element,
            "delete it; for the old address of a page, add `aliases: [/old/]` to the front matter of that page")
    }

    private mutating func checkScript(_ tag: HTMLTag, _ element: SourceRange) {
        let type = tag.value("type")?.lowercased() ?? ""
        let isData = type.hasSuffix("json") && !["importmap", "speculationrules"].contains(type)
        if tag.value("src") == nil, !isData {
            block("scripts inside a page are blocked", element, "put it into a file in Templates/scripts, and import that in main.js")
        }
    }

    private mutating func check(_ attribute: HTMLTag.Attribute, of tag: HTMLTag) {
        let place = range(attribute.place)
        let value = attribute.value.lowercased()
        switch attribute.name {
        case "style": block("style attributes are blocked", place, "give the element a class, and style that in Templates/styles")
        case "srcdoc": block("srcdoc is blocked", place, "link to a page")
        case "src", "srcset", "poster", "data":
            if isOutside(value) {
                block("files from other sites are not loaded: \(attribute.value)", place, "put the file into Content or Templates")
            }
        case "href" where tag.name == "link" && isOutside(value):
            if ["stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"].contains(where: tag.relations.contains) {
                block("files from other sites are not loaded: \(attribute.value)", place, "put the file into Templates")
            }
        case "action" where isOutside(value), "formaction" where isOutside(value):
            block("forms cannot be sent to other sites", place, "link to the page of the other site that has the form")
        case "href", "action", "formaction":
            let address = value.filter { !$0.isWhitespace }
            if address.hasPrefix("javascript:") {
                block("scripts in addresses are blocked", place, "put the script into a file in Templates/scripts")
            }
        case let name where name.hasPrefix("on") && name.count > 2:
            block("\(name) is blocked: handlers in attributes do not run", place, "add the listener in a file in Templates/scripts")
        default: break
        }
    }

    private func isOutside(_ value: String) -> Bool {
        value.hasPrefix("http:") || value.hasPrefix("https:") || value.hasPrefix("//") || value.contains(" http")
    }

    /// `{title}}`: braces that close nothing are printed.
    private mutating func checkStrayBraces() {
        guard let stray = html.firstRange(of: Array("}}".utf8)) else { return }
        problems.append(
            Diagnostic(
                "template/syntax", "these braces close nothing", at: range(stray), help: "write `{{` before the name, or delete them"))
    }

    private mutating func block(_ message: String, _ place: SourceRange, _ help: String) {
        problems.append(Diagnostic("template/blocked", message, at: place, help: help))
    }

    private func range(_ bytes: Range<Int>) -> SourceRange { SourceRange(source, bytes) }
}

/// A start tag of HTML, read as browsers read it.
struct HTMLTag {
    /// One attribute; without a value its value is empty.
    struct Attribute {
        /// In small letters.
        let name: String
        let value: String
        /// Name and value.
        let place: Range<Int>
    }

    let start: Int
    /// In small letters.
    let name: String
    let nameEnd: Int
    private(set) var attributes: [Attribute] = []
    /// The byte after `>`.
    private(set) var end: Int
    private(set) var isClosed = false

    /// Reads the tag whose `<` is at an index.
    init(_ html: [UInt8], at start: Int) {
        self.start = start
        var index = start + 1
        while index < html.count, !Self.isSpace(html[index]), html[index] != UInt8(ascii: ">"), html[index] != UInt8(ascii: "/") {
            index += 1
        }
        nameEnd = index
        name = String(decoding: html[(start + 1)..<index], as: UTF8.self).lowercased()
        end = index
        while index < html.count {
            if html[index] == UInt8(ascii: ">") {
                end = index + 1
                isClosed = true
                return
            }
            if Self.isSpace(html[index]) || html[index] == UInt8(ascii: "/") {
                index += 1
                continue
            }
            guard let attribute = Self.attribute(html, at: &index) else { break }
            attributes.append(attribute)
        }
        end = html.count
    }

    /// The value of an attribute; nil if the tag has none of this name.
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// The words of `rel`.
    var relations: Set<String> { Set((value("rel") ?? "").lowercased().split(separator: " ").map(String.init)) }

    static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    /// Nil if its value never ends.
    private static func attribute(_ html: [UInt8], at index: inout Int) -> Attribute? {
        let start = index
        index += 1
        while index < html.count, !isSpace(html[index]), !"=>/".utf8.contains(html[index]) { index += 1 }
        let name = String(decoding: html[start..<index], as: UTF8.self).lowercased()
        var next = index
        while next < html.count, isSpace(html[next]) { next += 1 }
        guard next < html.count, html[next] == UInt8(ascii: "=") else { return Attribute(name: name, value: "", place: start..<index) }
        next += 1
        while next < html.count, isSpace(html[next]) { next += 1 }
        guard next < html.count else { return nil }
        let quote = html[next]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            guard let close = html[(next + 1)...].firstIndex(of: quote) else { return nil }
            index = close + 1
            return Attribute(name: name, value: String(decoding: html[(next + 1)..<close], as: UTF8.self), place: start..<index)
        }
        index = next
        while index < html.count, !isSpace(html[index]), html[index] != UInt8(ascii: ">") { index += 1 }
        return Attribute(name: name, value: String(decoding: html[next..<index], as: UTF8.self), place: start..<index)
    }
}
