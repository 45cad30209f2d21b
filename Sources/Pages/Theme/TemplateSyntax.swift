import Diagnostics
import Templating

extension TemplateCheck {
    /// Words what keeps a template from being read.
    static func syntaxProblem(_ error: TemplateError, in source: SourceFile) -> Diagnostic {
        let words = wording(of: error.problem)
        return Diagnostic("template/syntax", words.message, at: SourceRange(source, error.place), help: words.help)
    }

    private static func wording(of problem: TemplateError.Problem) -> (message: String, help: String) {
        switch problem {
        case .openTag: ("this tag is never closed", "close it with `}}`")
        case .name: ("this tag has no name that Mustache can read", "write {{name}}, and close it with `}}`")
        case .otherEnd:
            ("this does not close the section that was opened last", "close each {{#name}} with {{/name}}, the last one first")
        case .openSection: ("a section is never closed", "close each {{#name}} with {{/name}}")
        case .outsideBlock:
            ("only blocks are allowed between {{<parent}} and {{/parent}}", "put this between {{$name}} and {{/name}}")
        case .delimiters: ("templates cannot change their delimiters", "write {{name}}, and delete this tag")
        case .setting: ("there is no such template setting", "delete the tag that starts with `{{%`")
        case .depth: ("more than \(Template.depth) sections are nested here", "close each {{#name}} with {{/name}}")
        }
    }
}
