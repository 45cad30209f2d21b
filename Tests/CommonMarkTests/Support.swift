internal import CMark
internal import CommonMark
internal import Diagnostics
internal import Foundation

/// A text as a whole file, parsed.
func parse(_ text: String, options: Markdown.Options = Markdown.Options(topHeading: nil)) -> Checked<Markdown> {
    let file = SourceFile(path: "page.md", text: text)
    return Markdown.parse(SourceText(file.whole), options: options)
}

/// A text with values filled in; there are no others.
func parse(_ text: String, values: [String: String]) -> Checked<Markdown> {
    parse(
        text,
        options: Markdown.Options(topHeading: nil) { name in
            values[name].map { .wording($0, atStart: $0.prefix(1).uppercased() + $0.dropFirst()) }
                ?? .problem(message: "there is no value \"\(name)\"", help: "", suggestion: nil)
        })
}

/// The HTML of a text.
func html(_ text: String, _ resolution: Resolution = .asWritten) -> String {
    String(decoding: parse(text).value.html(resolution), as: UTF8.self)
}

/// What libcmark itself prints for a text.
func libcmarkHTML(_ text: String) -> String {
    let bytes = text.utf8.map { CChar(bitPattern: $0) }
    guard let html = unsafe cmark_markdown_to_html(bytes, bytes.count, CMARK_OPT_DEFAULT) else { return "" }
    defer { unsafe free(html) }
    return unsafe String(cString: html)
}

/// What the `cmark` program prints for a text.
func cmarkProgramHTML(_ text: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: cmarkProgram)
    let file = FileManager.default.temporaryDirectory.appending(path: "waymark-\(UUID().uuidString).md")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    process.arguments = [file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
}

let cmarkProgram = "/usr/bin/cmark"

/// HTML without the ids of headings, which cmark does not give.
func withoutAdditions(_ html: String) -> String {
    html.replacing(/<(h[1-6]) id="[^"]*">/) { "<\($0.1)>" }.replacing("<pre tabindex=\"0\">", with: "<pre>")
}

/// A diagnostic as `rule: the text that it marks`.
func marks(_ checked: Checked<Markdown>) -> [String] {
    checked.diagnostics.map { "\($0.rule.name): \($0.range?.text ?? "nowhere")" }
}

/// Numbers that look random and are the same on every run: SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
