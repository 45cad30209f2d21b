import Diagnostics
import Forms
import Serving
import Words

/// More errors than fit on a screen are counted.
private let shownErrors = 20

/// The state of a site as browsers are told it: a line about all of it, then a line for each of the first errors.
///
/// - Parameters:
///   - version: changes whenever pages may have changed.
///   - state: changes whenever anything may have changed, messages too: what pages about the site's state go by.
func stateEvent(_ site: PreviewSite, version: String, state: String) -> ServerEvent {
    let hidden = site.errors.count - shownErrors
    let more = Phrasing.number(Quantity(units: hidden, decimals: 0, unit: nil))
    let fields: [(String, JSONValue)] = [
        ("version", .string(version)), ("state", .string(state)), ("errors", .number(site.errors.count)),
        // The words come ready made: how a language counts is known here alone.
        ("title", .string(site.stateTitle)),
        ("more", .string(hidden > 0 ? site.theme.phrase("previewMore", ["count": more]) : "")),
    ]
    let problems = JSONFormat.text(Array(site.errors.prefix(shownErrors))).split(separator: "\n").map(String.init)
    return ServerEvent(name: "state", lines: [JSONValue.object(fields).text()] + problems)
}
