import Diagnostics
package import Forms
import Words
import YAML

/// What a file of words may hold: `Templates/words/LANGUAGE.yaml`.
package enum ThemeWords {
    /// The theme's own words, each with its English form. A site's own templates may ask for further ones.
    package static let schema: Schema = {
        guard let file = ThemeFile.embedded.first(where: { $0.path == "words/en.yaml" }),
            case .mapping(let entries) = parse(file.source.whole).value?.value
        else { return .map(MapForm(others: others)) }
        let fields = entries.compactMap { entry -> FieldSchema? in
            guard case .scalar(let scalar) = entry.value.value else { return nil }
            return FieldSchema(
                name: entry.key.text, summary: "in English: \(scalar.text)", isRequired: false, schema: word,
                example: scalar.text)
        }
        return .map(MapForm(fields: fields, others: others))
    }()

    private static let word = Schema.text(TextForm("a line of text", pattern: "[^\\n]", mayBeNumber: true))
    private static let others = MapForm.Others(value: word)
}
