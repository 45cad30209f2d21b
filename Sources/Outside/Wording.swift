import Diagnostics

/// What answers and failures mean, in words for people who do not run servers.
enum Wording {
    static func verdict(_ failure: Client.Failure, _ words: String, host: String) -> Verdict {
        switch failure {
        case .badAddress: .broken("its address is incomplete")
        case .noHost: .unreachable("the host \(host) cannot be found, or the name service does not respond")
        case .noConnection: .unreachable("\(host) refuses connections")
        case .timedOut: .unreachable("\(host) does not respond in time")
        case .noTrust: .unreachable("browsers will warn about \(host): \(words)")
        case .brokenOff: .unreachable("\(host) closes the connection without a response: \(words)")
        }
    }

    /// Of an answer to GET that is neither good nor a redirect.
    static func verdict(status: Int) -> Verdict {
        switch status {
        case 404, 410: .broken("the other site has no such page (\(status))")
        case 401, 402, 407: .closed("readers have to sign in (\(status))")
        case 403, 451: .closed("the other site refuses programs, and perhaps readers too (\(status))")
        case 408, 425, 500...: .unreachable("the other site is not working (\(status))")
        case 400...: .broken("the other site refuses the address (\(status))")
        default: .broken("the other site returns no page (\(status))")
        }
    }

    /// The message at a place; nil if all is well.
    static func diagnostic(_ link: OutsideLink, _ verdict: Verdict) -> Diagnostic? {
        func found(_ rule: RuleID, _ message: String, _ severity: Diagnostic.Severity, help: String) -> Diagnostic {
            Diagnostic(rule, message, at: link.place, severity: severity, help: help)
        }
        let shown = link.address
        switch verdict {
        case .good: return nil
        case .moved(let address):
            return found("external/moved", "\(shown) has moved permanently", .warning, help: remedy(address, shown))
        case .insecure(let address):
            return found("external/insecure", "\(shown) is also available over https", .warning, help: remedy(address, shown))
        case .broken(let why):
            let help = "find its new address, or remove the link"
            return found("external/broken", "\(shown) is broken: \(why)", .error, help: help)
        case .closed(let why):
            return found(
                "external/closed", "\(shown) is not open to readers: \(why)", .warning,
                help:
                    "open it in a browser; if readers can see it, turn this message off with `checks: {external/closed: off}` in site.yaml")
        case .unreachable(let why):
            let help = "try again later, or open it in a browser"
            return found("external/unreachable", "\(shown) cannot be reached: \(why)", .warning, help: help)
        case .later(let seconds) where seconds > 0:
            return found(
                "external/later", "\(shown) was not checked: its site asks for a pause", .warning,
                help: "check again in \(duration(seconds))")
        case .later:
            let help = "check again: known addresses are not requested again"
            return found("external/later", "\(shown) was not checked in this run", .warning, help: help)
        }
    }

    private static func remedy(_ address: String, _ written: String) -> String {
        "write \(address)\(fragment(written, in: address))"
    }

    /// The fragment of what was written, where the new address has none.
    private static func fragment(_ written: String, in address: String) -> Substring {
        guard !address.contains("#"), let sign = written.firstIndex(of: "#") else { return "" }
        return written[sign...]
    }

    private static func duration(_ seconds: Int) -> String {
        seconds < 120 ? "\(seconds) seconds" : seconds < 7200 ? "\(seconds / 60) minutes" : "\(seconds / 3600) hours"
    }
}
