import CommonMark
import Content
import Forms

/// Plain text of what authors wrote, as readers see it: links without words of their own are named.
struct RecordText: Sendable {
    private let library: Library
    private let linker: Linker

    init(_ library: Library) {
        self.library = library
        linker = Linker(library)
    }

    func resolution(of markdown: Markdown, in file: String) -> Resolution {
        Resolution(
            links: markdown.links.map { link in
                link.isAutolink ? ResolvedLink(url: "", text: name(of: link.destination, in: file)) : nil
            })
    }

    /// The words of a text of a data file, in one line.
    func line(_ markdown: Markdown?, in file: DataFile) -> String {
        guard let markdown else { return "" }
        return markdown.plainText(resolution(of: markdown, in: file.path)).oneLine
    }

    /// What `<contact:inspections>` prints.
    private func name(of destination: String, in file: String) -> String? {
        guard case .success(let target) = linker.target(of: destination, in: file) else { return nil }
        return switch target {
        case .page(let number, _): library.pages[number].title
        case .listing(let entry): entry.value.email?.string ?? entry.value.name.string
        case .term(let entry, _): entry.value.short?.string ?? entry.value.term.string
        default: nil
        }
    }
}

extension String {
    /// The blocks of a text in one line: what ends without a sign that ends something, as cells and items of lists do, is set
    /// apart from the next by a semicolon.
    var oneLine: String {
        guard utf8.contains(10) else { return self }
        var line: [UInt8] = []
        line.reserveCapacity(utf8.count + 16)
        for byte in utf8 {
            guard byte == 10 else {
                line.append(byte)
                continue
            }
            if let last = line.last, !".,:;!?".utf8.contains(last) { line.append(UInt8(ascii: ";")) }
            line.append(32)
        }
        return String(decoding: line, as: UTF8.self)
    }
}
