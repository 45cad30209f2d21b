import CommonMark
import Content

/// Plain text of what authors wrote, as readers see it: values filled in, links without words of their own named.
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
            },
            values: markdown.values.map { library.wording(of: $0) })
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
    /// Line feeds made spaces.
    var oneLine: String {
        utf8.contains(10) ? String(decoding: utf8.map { $0 == 10 ? 32 : $0 }, as: UTF8.self) : self
    }
}
