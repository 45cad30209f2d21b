import Diagnostics
import Forms
import YAML

extension Library {
    /// The data files whose values or numbers of entries are named anywhere: in pages, data files, settings and questionnaires.
    var filesNamedByValues: Set<Identifier> {
        let ofTables = spreadsheetSources + sharedRules.map(\.source)
        let sources = pages.map(\.source) + data.map(\.source) + ofTables + [settings.source].compactMap { $0 }
        var names = sources.reduce(into: Set<Identifier>()) { $0.formUnion($1.namesInBraces) }
        // In conditions values have no braces; a name that only looks like one is no harm.
        for files in questionnaires { names.formUnion(files.source.namesBeforePoints) }
        for source in ofTables { names.formUnion(source.namesBeforePoints) }
        return names
    }

    private var spreadsheetSources: [SourceFile] {
        spreadsheets.values.compactMap { if case .success(let source) = $0 { source } else { nil } }
    }
}

extension SourceFile {
    /// `name` of each `{{ name.id }}` and `{{ count name }}`.
    fileprivate var namesInBraces: Set<Identifier> {
        guard mayHoldValues else { return [] }
        var names: Set<Identifier> = []
        for start in bytes.indices.dropLast() where bytes[start] == UInt8(ascii: "{") && bytes[start + 1] == UInt8(ascii: "{") {
            var words = bytes[(start + 2)...].prefix(Limits.nameBytes * 2)[...]
            if let count = words.takeWord(), count.elementsEqual("count".utf8), let name = words.takeWord() {
                if let id = Identifier(String(decoding: name, as: UTF8.self)) { names.insert(id) }
            }
            words = bytes[(start + 2)...]
            if let name = words.takeWord(), words.first == UInt8(ascii: "."), let id = Identifier(String(decoding: name, as: UTF8.self)) {
                names.insert(id)
            }
        }
        return names
    }

    /// Every word that ends in a point with a word behind it.
    fileprivate var namesBeforePoints: Set<Identifier> {
        var names: Set<Identifier> = []
        for point in bytes.indices.dropLast().dropFirst() where bytes[point] == UInt8(ascii: ".") && bytes[point + 1].isWordPart {
            let name = bytes[..<point].reversed().prefix { $0.isWordPart }.reversed()
            if let id = Identifier(String(decoding: Array(name), as: UTF8.self)) { names.insert(id) }
        }
        return names
    }
}

extension ArraySlice<UInt8> {
    /// The word at the start, taken off with the white space before it; nil if there is none.
    fileprivate mutating func takeWord() -> ArraySlice<UInt8>? {
        while let byte = first, byte == 32 || (9...13).contains(byte) { removeFirst() }
        let word = prefix { $0.isWordPart }
        self = self[word.endIndex...]
        return word.isEmpty ? nil : word
    }
}

extension UInt8 {
    /// A sign of a name.
    fileprivate var isWordPart: Bool {
        (97...122).contains(self) || (48...57).contains(self) || self == UInt8(ascii: "-")
    }
}
