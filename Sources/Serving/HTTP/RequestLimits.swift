/// What one client may cost. The preview serves one person's browser; everything above that is a mistake or an attack.
enum RequestLimits {
    /// Bytes of a request's head: browsers send about 1 kB, and addresses of pages are short.
    static let headBytes = 16 << 10
    /// Header fields: browsers send about 20.
    static let fields = 64
    /// Connections at once. Below macOS's 256 open files; a new one takes the place of the one that waited longest.
    static let connections = 200
    /// Open event streams: one for each tab in sight, with room.
    static let streams = 64
    /// From the first byte of a head to its last: a whole head comes in one packet.
    static let headTime = Duration.seconds(5)
    /// Between two requests of one connection.
    static let idleTime = Duration.seconds(30)
    /// Without any byte of a response taken.
    static let answerTime = Duration.seconds(20)
    /// From a refusal to the end: long enough that the client reads it.
    static let closingTime = Duration.seconds(1)
    /// Between two signs of life on an event stream, so that a client that is gone is noticed.
    static let heartbeat = Duration.seconds(20)
    /// Bytes taken in before they are looked at: further requests wait in the operating system.
    static let waitingBytes = 64 << 10
}
