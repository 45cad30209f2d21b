import CommonMark
import Content
import Decision
import Diagnostics
import Forms
import YAML

extension Relocation {
    /// What a questionnaire cites: paths below `Content/`, each perhaps with a place on the page. Rows may be in a
    /// spreadsheet next to it.
    func citeEdits(_ questionnaire: Questionnaire) -> [(file: SourceFile, edit: Edit)] {
        questionnaire.allCites.compactMap { cite in
            guard moves(cite.page.file) else { return nil }
            let place = cite.text.place
            let run = place.bytes.lowerBound..<place.bytes.lowerBound + cite.page.file.utf8.count
            return (place.file, Edit(run: run, text: path(of: cite.page.file)))
        }
    }

    /// The name of a questionnaire in `{{ questionnaire NAME }}`.
    func embedEdits(_ page: Page) -> [Edit] {
        guard let names else { return [] }
        return page.body.embeds.compactMap { embed in
            guard embed.words == ["questionnaire", names.old] else { return nil }
            let run = page.body.range(of: embed).bytes
            // The name is the last word between the braces.
            let written = String(decoding: page.source.bytes[run], as: UTF8.self)
            guard let place = written.ranges(of: names.old).last?.lowerBound else { return nil }
            let start = run.lowerBound + written[..<place].utf8.count
            return Edit(run: start..<start + names.old.utf8.count, text: names.new)
        }
    }

    /// The navigation in the settings, which names pages and folders at the top.
    func navigationEdits(_ settings: SiteSettings, of library: Library) -> [Edit] {
        guard let source = settings.source else { return [] }
        let entries: [Node.Entry] =
            if case .mapping(let entries) = parse(source.whole).value?.value { entries } else { [] }
        let list = entries.first { $0.key.text == "navigation" }
        return library.pages.compactMap { page in
            let new = PagePath(file: path(of: page.path.file))
            guard moves(page.path.file), let name = page.path.topName, name != new.topName,
                let index = settings.navigation.firstIndex(where: { $0.string == name })
            else { return nil }
            if let newName = new.topName { return Edit(run: settings.navigation[index].place.bytes, text: newName) }
            return list.map { Edit(run: removal(of: index, from: $0), text: "") }
        }
    }

    /// The run that takes an entry out of a list, with the comma or the line that it leaves.
    private func removal(of index: Int, from list: Node.Entry) -> Range<Int> {
        let bytes = list.value.range.file.bytes
        guard case .sequence(let nodes) = list.value.value, nodes.count > 1 else {
            return lines(list.key.range.bytes.lowerBound..<list.value.range.bytes.upperBound, of: bytes)
        }
        let own = nodes[index].range.bytes
        guard bytes[list.value.range.bytes.lowerBound] == UInt8(ascii: "[") else { return lines(own, of: bytes) }
        return index + 1 < nodes.count
            ? own.lowerBound..<nodes[index + 1].range.bytes.lowerBound
            : nodes[index - 1].range.bytes.upperBound..<own.upperBound
    }

    /// The whole lines of a run.
    private func lines(_ run: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
        let start = bytes[..<run.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
        return start..<(bytes[run.upperBound...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count)
    }
}

extension PagePath {
    /// What the navigation calls the page; nil if it is not at the top.
    fileprivate var topName: String? { parentFolder == "" && address != "" ? isIndex ? folder : stem : nil }
}

extension Text {
    /// Where the text is, without quotes around it.
    fileprivate var place: SourceRange {
        let quotes = range.text == string ? 0 : 1
        return SourceRange(range.file, range.bytes.lowerBound + quotes..<range.bytes.lowerBound + quotes + string.utf8.count)
    }
}
