/// Words as they are written in a YAML file.
package enum ScalarText {
    /// In quotation marks where YAML would not read plain words as they are.
    package static func plain(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || (65...90).contains($0) || [32, 45, 46].contains($0)
        }
        return isPlain && text.last != " " && (text.first?.isLetter ?? false || text.first?.isNumber ?? false) ? text : quoted(text)
    }

    /// In double quotation marks.
    package static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
