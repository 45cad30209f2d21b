package import Diagnostics

#if canImport(Glibc)
    import Glibc
    private let stream = Int32(SOCK_STREAM.rawValue)
#else
    import Darwin
    private let stream = SOCK_STREAM
#endif

/// The listening sockets: on loopback both of IPv4 and IPv6, as a browser may take either for `localhost`.
package final class Listener {
    /// The one port of all of them.
    package let port: UInt16
    /// The sockets.
    let descriptors: [Int32]

    /// - Parameters:
    ///   - host: an address or name of this machine; nil for loopback only.
    ///   - port: 0 for any that is free.
    package init(host: String?, port: UInt16) throws(EnvironmentFailure) {
        switch try Listener.open(host, port) {
        case .opened(let descriptors, let port):
            self.descriptors = descriptors
            self.port = port
        case .taken:
            let free = try Listener.freePort(host, after: port)
            throw EnvironmentFailure(
                "another program uses the port \(port)", help: "use the next free one: --port \(free)")
        }
    }

    deinit {
        for descriptor in descriptors { close(descriptor) }
    }

    private enum Attempt {
        case opened([Int32], UInt16)
        case taken
    }

    /// How many ports after a taken one are tried before the operating system chooses.
    private static let triedPorts: UInt16 = 50

    private static func freePort(_ host: String?, after port: UInt16) throws(EnvironmentFailure) -> UInt16 {
        let last = UInt16(clamping: Int(port) + Int(triedPorts))
        for candidate in (port < last ? Array(port + 1...last) : []) + [0] {
            if case .opened(let descriptors, let found) = try open(host, candidate) {
                for descriptor in descriptors { close(descriptor) }
                return found
            }
        }
        throw EnvironmentFailure("no port is free on this machine")
    }

    private static func open(_ host: String?, _ port: UInt16) throws(EnvironmentFailure) -> Attempt {
        var opened: [Int32] = []
        var port = port
        var problem: EnvironmentFailure?
        for address in host.map({ [$0] }) ?? ["127.0.0.1", "::1"] {
            switch open(address, port) {
            case .success(let descriptor):
                opened.append(descriptor)
                // The second socket takes the port that the first one was given.
                if port == 0 { port = ownPort(of: descriptor) }
            case .failure(.taken):
                for descriptor in opened { close(descriptor) }
                return .taken
            case .failure(.refused(let failure)):
                // A machine without IPv6 is served all the same.
                problem = problem ?? failure
            }
        }
        if opened.isEmpty { throw problem ?? EnvironmentFailure("this machine has no loopback address") }
        return .opened(opened, port)
    }

    private enum OpenProblem: Error {
        case taken
        case refused(EnvironmentFailure)
    }

    private static func open(_ address: String, _ port: UInt16) -> Result<Int32, OpenProblem> {
        var hints = unsafe addrinfo()
        unsafe hints.ai_flags = AI_NUMERICSERV | AI_PASSIVE
        unsafe hints.ai_socktype = stream
        var found: UnsafeMutablePointer<addrinfo>?
        let status = unsafe getaddrinfo(address, String(port), &hints, &found)
        guard status == 0, let info = unsafe found else {
            let words = unsafe String(cString: gai_strerror(status))
            return .failure(.refused(EnvironmentFailure("\(address) is not an address of this machine: \(words)")))
        }
        defer { unsafe freeaddrinfo(info) }
        let descriptor = unsafe socket(info.pointee.ai_family, stream, 0)
        guard descriptor >= 0 else { return .failure(.refused(systemFailure("cannot open a socket"))) }
        prepare(descriptor)
        switchOn(SO_REUSEADDR, SOL_SOCKET, descriptor)
        if unsafe info.pointee.ai_family == AF_INET6 { switchOn(IPV6_V6ONLY, Int32(IPPROTO_IPV6), descriptor) }
        guard unsafe bind(descriptor, info.pointee.ai_addr, info.pointee.ai_addrlen) == 0, listen(descriptor, 128) == 0
        else {
            let isTaken = errno == EADDRINUSE
            let failure = systemFailure(
                "cannot listen on \(HostNames.written(address)):\(port)",
                help: errno == EACCES ? "ports below 1024 need special rights: choose one above with --port" : nil)
            close(descriptor)
            return .failure(isTaken ? .taken : .refused(failure))
        }
        return .success(descriptor)
    }

    private static func switchOn(_ option: Int32, _ level: Int32, _ descriptor: Int32) {
        var on: Int32 = 1
        unsafe setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func ownPort(of descriptor: Int32) -> UInt16 {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                guard unsafe getsockname(descriptor, generic, &length) == 0 else { return 0 }
                // The port is at the same place in the addresses of both families.
                return unsafe generic.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { inet in
                    UInt16(bigEndian: unsafe inet.pointee.sin_port)
                }
            }
        }
    }
}
