import Content
package import Diagnostics
import CommonMark
import Forms
package import Words
package import Templating
import YAML

/// The look of a site: templates, styles, words and pictures, ready to use.
package struct Theme: Sendable {
    /// The style sheet of all pages.
    package let style: [UInt8]
    /// An SVG file.
    package let favicon: [UInt8]
    /// The modules that browsers run and the styles that these bring along, by their file names, by which they name one another.
    package var scripts: [RenderedFile] { madeScripts.value }
    /// Joining them takes half the time of checking a small site, which doesn't need them.
    private let madeScripts: Once<[RenderedFile]>
    /// What browsers run to answer without network; the list of files comes before it.
    package let worker: [UInt8]
    /// What runs on every page of the preview, and is published with none.
    package let previewScript: [UInt8]
    /// How the preview's own pages and boxes look.
    package let previewStyle: [UInt8]
    /// The theme's own words in the language of the site, by name.
    package var words: [String: String] { phrasebook.words }
    /// The same words with how the language writes numbers and dates.
    package private(set) var phrasebook: Phrasebook
    private var templates: TemplateLibrary
    /// What the site's own style sheets name.
    private(set) var styleFiles: [StyleFile] = []

    /// The default theme in English. Its files are bytes of the program, so it is read once.
    private static let asBuilt = read(Checked(ThemeFile.embedded), language: "en")

    /// The default theme with what the site puts in its place, checked.
    ///
    /// - Parameters:
    ///   - site: the folder that holds `Content/` and perhaps `Templates/`.
    ///   - language: the language of the words.
    package static func read(site: String, language: String) -> Checked<Theme> {
        guard !pathExists(ThemeFile.folder(of: site)) else { return read(ThemeFile.all(site: site), language: language) }
        return embedded(language: language)
    }

    /// The default theme alone, without anything of a site: it has no faults, so it can say what is wrong with another.
    ///
    /// - Parameter language: the language of the words.
    package static func embedded(language: String) -> Checked<Theme> {
        let words = WordFiles(ThemeFile.embedded, language: language).read()
        var theme = asBuilt
        theme.value.phrasebook = Phrasebook(words.value, language: language)
        theme.value.templates = theme.value.templates.with(words: words.value)
        theme.diagnostics += words.diagnostics
        return theme
    }

    private static func read(_ files: Checked<[ThemeFile]>, language: String) -> Checked<Theme> {
        var diagnostics = files.diagnostics
        let words = WordFiles(files.value, language: language).read()
        let known = TemplateCheck.Known(
            templates: Set(files.value.compactMap(\.templateName)), words: Set(words.value.keys))
        let own = files.value.filter(\.isOwn)
        let contexts = own.isEmpty ? nil : TemplateContexts(files.value.compactMap { file in file.templateName.map { ($0, file.source) } })
        var templates: [String: Template] = [:]
        for file in files.value {
            guard let name = file.templateName else { continue }
            var known = known
            if file.isOwn { known.offers = contexts?.offers(in: name) ?? [:] }
            let template = read(file, known)
            diagnostics += template.diagnostics
            templates[name] = template.value
        }
        if let contexts {
            diagnostics += own.compactMap(\.templateName).flatMap(contexts.problems)
            diagnostics += TemplateIncludes.problems(in: files.value.compactMap { file in file.templateName.map { ($0, file.source) } })
            diagnostics += TemplateParts(files.value).problems()
            diagnostics += own.flatMap(policyProblems)
            let scripts = Set(files.value.map(\.path).filter { $0.hasPrefix("scripts/") }.map { String($0.dropFirst("scripts/".count)) })
            diagnostics += own.filter { $0.path.hasPrefix("scripts/") && $0.path.hasSuffix(".js") }.flatMap {
                ScriptImports.problems(in: $0, among: scripts)
            }
        }
        let library = TemplateLibrary(templates, words: words.value) { TemplateKeys.keys(of: $0) }
        if !own.isEmpty, !diagnostics.hasErrors {
            let sources = Dictionary(files.value.compactMap { file in file.templateName.map { ($0, file.source) } }) { _, last in last }
            diagnostics += TemplateIncludes.problems(in: library, sources)
        }
        diagnostics += words.diagnostics + unknownFiles(files.value)
        let bytes: (String) -> [UInt8] = { path in files.value.first { $0.path == path }?.source.bytes ?? [] }
        let styles = files.value.filter { $0.path.hasPrefix("styles/") && $0.path.hasSuffix(".css") }
        var theme = Theme(
            style: Stylesheet.joined(styles.map(\.source.bytes)),
            favicon: bytes("icons/favicon.svg"),
            madeScripts: Once { published(files.value) },
            worker: bytes("service-worker.js"),
            previewScript: bytes("preview/preview.js"),
            previewStyle: bytes("preview/preview.css"),
            phrasebook: Phrasebook(words.value, language: language),
            templates: library)
        theme.styleFiles = styles.filter(\.isOwn).flatMap { StylePolicy.files(in: $0.source) }
        return Checked(theme, diagnostics)
    }

    /// The modules and the styles that they bring along, ready to be published.
    private static func published(_ files: [ThemeFile]) -> [RenderedFile] {
        let own = files.filter { $0.path.hasPrefix("scripts/") }.map {
            RenderedFile(path: String($0.path.dropFirst("scripts/".count)), bytes: $0.source.bytes)
        }
        let styles = own.filter { $0.path.hasSuffix(".css") }.map {
            RenderedFile(path: $0.path, bytes: Stylesheet.joined([$0.bytes]))
        }
        return Scripts.published(own.filter { $0.path.hasSuffix(".js") }) + styles
    }

    /// Fills a template. None is missing: the default theme has all that are asked for, and those of a site are read
    /// in their places or reported.
    ///
    /// - Parameter views: what the template is given, as ``TemplateKeys`` has it.
    package func render(_ template: String, _ views: any TemplateView...) -> [UInt8] {
        Abbreviations.once(templates.program(template)?.rendered(views) ?? [])
    }

    private static func read(_ file: ThemeFile, _ known: TemplateCheck.Known) -> Checked<Template?> {
        // Those of the theme itself are held by tests.
        let problems = file.isOwn ? TemplateCheck.problems(in: file.source, known) + TemplateCheck.oddTags(in: file.source) : []
        guard !problems.hasErrors else { return Checked(nil, problems) }
        do {
            return Checked(try Template(file.source.bytes), problems)
        } catch {
            return Checked(nil, problems + [TemplateCheck.syntaxProblem(error, in: file.source)])
        }
    }

    /// What the policy of the published site blocks in a file, and what would spoil the files next to it.
    private static func policyProblems(in file: ThemeFile) -> [Diagnostic] {
        if file.templateName != nil { return TemplatePolicy.problems(in: file.source) }
        if file.path.hasSuffix(".css") { return StylePolicy.problems(in: file.source) }
        if file.path.hasSuffix(".js") { return ScriptPolicy.problems(in: file.source) }
        if file.path.hasSuffix(".svg") { return Content.diagnostics(ofDrawing: file.source) }
        return []
    }

    /// A misspelt name in the folder would silently change nothing.
    private static func unknownFiles(_ files: [ThemeFile]) -> [Diagnostic] {
        let known = Set(ThemeFile.embedded.map(\.path))
        let sorted = known.sorted()
        // A site may add parts for its templates, styles, scripts and languages.
        return files.filter { file in
            !known.contains(file.path) && !["parts/", "styles/", "scripts/", "words/"].contains { file.path.hasPrefix($0) }
        }
        .map { file in
            Diagnostic(
                "template/unknown-file", "the theme has no file \(file.path)", at: nil, path: file.source.path,
                help: Suggestion.help(for: file.path, among: sorted)
                    ?? "rename it to the file that it replaces, or delete it")
        }
    }
}

extension Theme {
    /// The words that the Markdown renderer adds, in the theme's language.
    var markdownWords: Words {
        var result = Words()
        if let word = words["calloutNote"] { result.note = word }
        if let word = words["calloutTip"] { result.tip = word }
        if let word = words["calloutImportant"] { result.important = word }
        if let word = words["calloutWarning"] { result.warning = word }
        if let word = words["calloutCaution"] { result.caution = word }
        if let word = words["footnotes"] { result.footnotes = word }
        if let word = words["footnoteBack"] { result.backToReference = word }
        if let word = words["taskOpen"] { result.taskOpen = word }
        if let word = words["taskDone"] { result.taskDone = word }
        if let word = words["table"] { result.table = word }
        return result
    }
}
