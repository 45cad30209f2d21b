import Diagnostics
import Mustache

extension TemplateCheck {
    /// Words the library's error, which names no place in all cases.
    static func syntaxProblem(_ error: any Error, in source: SourceFile) -> Diagnostic {
        let parser = error as? MustacheTemplate.ParserError
        let words = wording(of: parser?.error)
        let line = SourceRange(source, line: parser?.context.lineNumber ?? 1)
        var place = line
        // The parser is at the end of the file when it misses the end of a section.
        if case .expectedSectionEnd? = parser?.error as? MustacheTemplate.Error { place = lastOpenTag(in: source) ?? line }
        return Diagnostic("template/syntax", words.message, at: place, help: words.help)
    }

    private static func wording(of error: (any Error)?) -> (message: String, help: String) {
        switch error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect:
            ("this does not close the section that was opened last", "close each {{#name}} with {{/name}}, the last one first")
        case .expectedSectionEnd:
            ("a section is never closed", "close each {{#name}} with {{/name}}")
        case .unfinishedName: ("this tag has no name that Mustache can read", "write {{name}}, and close it with `}}`")
        case .invalidSetDelimiter: ("this change of the delimiters is incomplete", "leave the delimiters as they are")
        case .transformAppliedToInheritanceSection:
            ("the name of a block is followed by something else", "write {{$name}} alone")
        case .illegalTokenInsideInheritSection, .textInsideInheritSection:
            ("only blocks are allowed between {{<parent}} and {{/parent}}", "put this between {{$name}} and {{/name}}")
        case .invalidConfigVariableSyntax, .unrecognisedConfigVariable:
            ("there is no such template setting", "delete the tag that starts with `{{%`")
        case nil:
            ("the template ends inside a tag or section", "close each tag with `}}` and each {{#name}} with {{/name}}")
        }
    }
}
