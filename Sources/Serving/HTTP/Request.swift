/// A request as far as the preview looks at it.
package struct Request: Sendable, Equatable {
    /// What is asked for: a preview only reads.
    package enum Method: String, Sendable { case get = "GET", head = "HEAD" }

    /// How it is asked for.
    package let method: Method
    /// Below the root, percent signs resolved, without a query: `entitlement/access/`.
    package let path: String
    /// The name and port under which the client knows this server, in lower case.
    package let host: String
    /// Whether the connection stays open for another request.
    package let keepsAlive: Bool
}

/// Why a request is not answered with a page.
package struct RequestError: Error, Sendable, Equatable {
    /// What the client is told.
    package let status: Status

    /// Of requests that no server should understand.
    static let malformed = RequestError(status: .badRequest)
}

/// The status codes of RFC 9110 that the preview sends.
package enum Status: Int, Sendable {
    case ok = 200
    case movedPermanently = 301
    case badRequest = 400
    case notFound = 404
    case methodNotAllowed = 405
    case contentTooLarge = 413
    case misdirected = 421
    case headerTooLarge = 431
    case serverError = 500
    case unavailable = 503
    case versionNotSupported = 505

    /// The words that go with the number.
    var reason: String {
        switch self {
        case .ok: "OK"
        case .movedPermanently: "Moved Permanently"
        case .badRequest: "Bad Request"
        case .notFound: "Not Found"
        case .methodNotAllowed: "Method Not Allowed"
        case .contentTooLarge: "Content Too Large"
        case .misdirected: "Misdirected Request"
        case .headerTooLarge: "Request Header Fields Too Large"
        case .serverError: "Internal Server Error"
        case .unavailable: "Service Unavailable"
        case .versionNotSupported: "HTTP Version Not Supported"
        }
    }
}
