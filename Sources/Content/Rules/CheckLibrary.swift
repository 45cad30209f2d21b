package import Diagnostics

/// Checks what no file shows alone: one function a rule, each in a file of its own.
///
/// - Parameter links: what is known of links since the last time.
func checkLibrary(_ library: Library, _ links: inout LinkMemory) -> [Diagnostic] {
    let linker = Linker(library)
    let anchors = Anchors(library)
    return checkAddresses(library) + checkAnchors(anchors) + checkDates(library) + checkDirectories(library)
        + checkDrawings(library) + checkEmbeds(library) + checkLinks(library, linker, anchors, &links)
        + checkNavigation(library)
        + checkTables(library) + checkTitles(library) + checkUnusedData(library) + checkValues(library)
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
