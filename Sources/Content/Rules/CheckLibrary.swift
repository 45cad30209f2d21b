package import Diagnostics
import Forms

/// The rules about what authors wrote.
private let rulesOfFiles: [@Sendable (Library) -> [Diagnostic]] = [
    checkAddresses, checkAssets, checkDates, checkDirectories, checkDrawings, checkExamples, checkNavigation, checkTables, checkTitles,
    checkUnusedShared,
]

/// Those that report what resolving found. The rule about links goes on from page to page, see ``ResolvingMemory``.
private let rulesOfReferences: [@Sendable (ResolvedLibrary) -> [Diagnostic]] = [
    checkDuplicateIDs, checkEmbeds, checkSources, checkTerms, checkUnusedData,
]

/// Checks what no file shows alone: one function a rule, each in a file of its own.
///
/// - Parameters:
///   - memory: what is known of links since the last time.
///   - jobs: how many rules are looked at at once, beside the links.
func checkLibrary(_ resolved: ResolvedLibrary, _ memory: inout ResolvingMemory, jobs: Int) async -> [Diagnostic] {
    async let ofFiles = inParallel(rulesOfFiles, jobs: jobs) { $0(resolved.library) }
    async let ofReferences = inParallel(rulesOfReferences, jobs: jobs) { $0(resolved) }
    let ofLinks = checkLinks(resolved, &memory)
    return await (ofFiles + ofReferences).flatMap { $0 } + ofLinks
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
