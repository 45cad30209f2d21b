/// What a client is sent for a path.
package struct Response: Sendable {
    /// 200 for what there is.
    package var status: Status
    /// The media type, as `Content-Type` says it.
    package var type: String
    /// The whole body.
    package var bytes: [UInt8]
    /// The new address, for `movedPermanently`: a path from the root, percent-encoded.
    package var location: String?

    /// A complete body of a known type.
    package init(_ status: Status, type: String, bytes: [UInt8], location: String? = nil) {
        self.status = status
        self.type = type
        self.bytes = bytes
        self.location = location
    }

    /// A status with its reason phrase as the body, for clients that asked for no page.
    package static func plain(_ status: Status) -> Response {
        Response(status, type: "text/plain; charset=utf-8", bytes: Array((status.reason + "\n").utf8))
    }
}

/// How a request is answered.
package enum Reply: Sendable {
    /// With this response.
    case ready(Response)
    /// With a response that takes long to make: the server goes on with other requests meanwhile.
    case later(@Sendable () async -> Response)
    /// With the stream of events, which has no end.
    case events
}
