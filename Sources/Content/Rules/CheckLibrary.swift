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

/// Gives each diagnostic the severity that the site's settings choose, and drops those switched off.
///
/// Rules that guard against wrong or lost output cannot be changed.
func applying(_ checks: [SiteSettings.Check], to diagnostics: [Diagnostic]) -> [Diagnostic] {
    var levels: [String: SiteSettings.Level] = [:]
    var result: [Diagnostic] = []
    let switchable = RuleCatalogue.rules.filter(\.isSwitchable).map(\.id.name)
    for check in checks {
        if switchable.contains(check.rule.string) {
            levels[check.rule.string] = check.level
        } else {
            result.append(
                Diagnostic(
                    "site/unknown-rule", "there is no rule \"\(check.rule.string)\" that a site can change",
                    at: check.rule.range,
                    help: Suggestion.help(for: check.rule.string, among: switchable)
                        ?? "the rules are \(listed(switchable))"))
        }
    }
    for var diagnostic in diagnostics {
        switch levels[diagnostic.rule.name] {
        case .off: continue
        case .warning: diagnostic.severity = .warning
        case .error: diagnostic.severity = .error
        case nil: break
        }
        result.append(diagnostic)
    }
    return result
}
