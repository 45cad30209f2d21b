/// Diagnostics as a SARIF log (OASIS, Static Analysis Results Interchange Format 2.1.0), which code hosts import.
package enum SARIFFormat {
    /// The whole log as one JSON document with a line end.
    ///
    /// - Parameter folder: where the site is in the repository, by whose root the host names files: `docs`, or nothing.
    package static func text(_ diagnostics: [Diagnostic], below folder: String = "") -> String {
        let used = Set(diagnostics.map(\.rule))
        let rules = RuleCatalogue.rules.filter { used.contains($0.id) }.map(description)
        let driver = JSONValue.object([
            ("name", .string("waymark")), ("rules", .array(rules)),
        ])
        let run = JSONValue.object([
            ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(diagnostics.map { result($0, below: folder) })),
        ])
        return JSONValue.object([
            (
                "$schema",
                .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
            ),
            ("version", .string("2.1.0")), ("runs", .array([run])),
        ]).text() + "\n"
    }

    /// A rule with its page of the documentation, which hosts show next to each result (section 3.49).
    private static func description(_ rule: RuleCatalogue.Rule) -> JSONValue {
        let explanation = rule.page["What it checks"].compactMap { block in
            if case .paragraph(let text) = block { text } else { nil }
        }
        return .object([
            ("id", .string(rule.id.name)), ("shortDescription", .object([("text", .string(rule.summary))])),
            ("fullDescription", .object([("text", .string(explanation.joined(separator: " ")))])),
            ("defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])),
            (
                "help",
                .object([
                    ("text", .string(ExplanationFormat.plainText(rule))),
                    ("markdown", .string(RuleLink.writtenOut(rule.page.markdown, on: rule.id))),
                ])
            ),
        ])
    }

    private static func result(_ diagnostic: Diagnostic, below folder: String) -> JSONValue {
        let words = [diagnostic.message] + diagnostic.notes + [diagnostic.help].compactMap { $0 }
        var fields: [(String, JSONValue)] = [
            ("ruleId", .string(diagnostic.rule.name)), ("level", .string(diagnostic.severity.rawValue)),
            ("message", .object([("text", .string(words.joined(separator: "\n")))])),
        ]
        if let path = diagnostic.path {
            var place: [(String, JSONValue)] = [
                ("artifactLocation", .object([("uri", .string(uri(folder.isEmpty ? path : "\(folder)/\(path)")))]))
            ]
            if let range = diagnostic.range { place.append(("region", region(range))) }
            fields.append(("locations", .array([.object([("physicalLocation", .object(place))])])))
        }
        return .object(fields)
    }

    private static func region(_ range: SourceRange) -> JSONValue {
        let (start, end) = (range.start, range.end)
        return .object([
            ("startLine", .number(start.line)), ("startColumn", .number(start.column)), ("endLine", .number(end.line)),
            ("endColumn", .number(end.column)),
        ])
    }

    private static func uri(_ path: String) -> String {
        var result = ""
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "/"):
                result.unicodeScalars.append(UnicodeScalar(byte))
            default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}
