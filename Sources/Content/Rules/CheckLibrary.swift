package import Diagnostics
import Forms

/// The rules that need the library only.
private let rules: [@Sendable (Library) -> [Diagnostic]] = [
    checkAddresses, checkAssets, checkDates, checkDirectories, checkDrawings, checkEmbeds, checkNavigation, checkTables,
    checkTerms, checkTitles, checkUnusedData,
]

/// Checks what no file shows alone: one function a rule, each in a file of its own.
///
/// - Parameters:
///   - links: what is known of links since the last time.
///   - jobs: how many rules are looked at at once, beside the links.
func checkLibrary(_ library: Library, _ links: inout LinkMemory, jobs: Int) async -> [Diagnostic] {
    async let findings = inParallel(rules, jobs: jobs) { $0(library) }
    let anchors = links.anchors(of: library)
    let ofLinks = checkAnchors(anchors) + checkLinks(library, Linker(library), anchors, &links)
    return await findings.flatMap { $0 } + ofLinks
}

extension SiteSettings {
    /// Diagnostics about a site that are found elsewhere, as its settings weigh them.
    package func weighing(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let switchable = Set(RuleCatalogue.rules.filter(\.isSwitchable).map(\.id.name))
        return applying(checks.filter { switchable.contains($0.rule.string) }, to: diagnostics)
    }
}

/// Gives each diagnostic the severity that the site's settings choose, and drops those switched off; says which of the
/// settings' rules there are not.
///
/// Rules that guard against wrong or lost output cannot be changed.
func applying(_ checks: [SiteSettings.Check], to diagnostics: [Diagnostic]) -> [Diagnostic] {
    let switchable = RuleCatalogue.rules.filter(\.isSwitchable).map(\.id.name)
    let unknown = checks.filter { !switchable.contains($0.rule.string) }.map { check in
        Diagnostic(
            "site/unknown-rule", "there is no rule \"\(check.rule.string)\" that a site can change", at: check.rule.range,
            help: Suggestion.help(for: check.rule.string, among: switchable) ?? "the rules are \(listed(switchable))")
    }
    return unknown + weighed(diagnostics, by: checks)
}

/// The same for what later stages find.
package func weighed(_ diagnostics: [Diagnostic], by checks: [SiteSettings.Check]) -> [Diagnostic] {
    guard !checks.isEmpty else { return diagnostics }
    let switchable = Set(RuleCatalogue.rules.filter(\.isSwitchable).map(\.id.name))
    let levels = Dictionary(checks.map { ($0.rule.string, $0.level) }) { _, last in last }.filter { switchable.contains($0.key) }
    return diagnostics.compactMap { diagnostic in
        var diagnostic = diagnostic
        switch levels[diagnostic.rule.name] {
        case .off: return nil
        case .warning: diagnostic.severity = .warning
        case .error: diagnostic.severity = .error
        case nil: break
        }
        return diagnostic
    }
}
