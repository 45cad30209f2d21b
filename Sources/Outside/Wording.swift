import Diagnostics

/// What answers and failures mean, in words for people who do not run servers.
enum Wording {
    static func verdict(_ failure: Client.Failure, _ words: String, host: String) -> Verdict {
        switch failure {
        case .badAddress: .broken("it is no complete address")
        case .noHost: .unreachable("there is no computer with the name \(host), or the name service does not answer")
        case .noConnection: .unreachable("\(host) does not let anybody connect")
        case .timedOut: .unreachable("\(host) does not answer in time")
        case .noTrust: .unreachable("browsers will warn of \(host): \(words)")
        case .brokenOff: .unreachable("\(host) ends the connection without an answer: \(words)")
        }
    }

    /// Of an answer to GET that is neither good nor a redirect.
    static func verdict(status: Int) -> Verdict {
        switch status {
        case 404, 410: .broken("the other site has no such page (\(status))")
        case 401, 402, 407: .closed("only for those who sign in (\(status))")
        case 403, 451: .closed("the other site refuses programs, and perhaps readers too (\(status))")
        case 408, 425, 500...: .unreachable("the other site is out of order (\(status))")
        case 400...: .broken("the other site refuses the address (\(status))")
        default: .broken("the other site gives no page (\(status))")
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
            return found("external/moved", "\(shown) has another address for good", .warning, help: remedy(address, shown))
        case .insecure(let address):
            return found("external/insecure", "\(shown) is there by https too", .warning, help: remedy(address, shown))
        case .broken(let why):
            let help = "find where it went, or take the link out"
            return found("external/broken", "\(shown) leads nowhere: \(why)", .error, help: help)
        case .closed(let why):
            return found(
                "external/closed", "\(shown) is not open: \(why)", .warning,
                help: "open it in a browser; if readers may see it, `checks: {external/closed: off}` in site.yaml ends this message")
        case .unreachable(let why):
            let help = "try again later, or open it in a browser"
            return found("external/unreachable", "\(shown) cannot be reached: \(why)", .warning, help: help)
        case .later(let seconds) where seconds > 0:
            return found(
                "external/later", "nothing is known of \(shown): its site asks to be left alone for a while", .warning,
                help: "check again in \(duration(seconds))")
        case .later:
            let help = "check again: what is known is not asked for twice"
            return found("external/later", "\(shown) was not asked for in this run", .warning, help: help)
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
