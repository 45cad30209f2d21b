import CZlib
import Diagnostics
import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A log, read from its start to its end once, a piece at a time; compressed or not, as its first bytes tell.
package struct LogFile {
    /// The bytes of a piece.
    private static let pieceBytes = 1 << 18
    /// A line that is longer is passed over: servers limit requests to far less.
    private static let lineBytes = 1 << 16

    private static let help = "name a log of a web server, or - for standard input"

    private let name: String

    /// - Parameter name: a path, or `-` for standard input.
    package init(_ name: String) { self.name = name }

    /// Hands out each line, as a run of a buffer that is used again afterwards; an empty run for one that is too long.
    ///
    /// - Returns: what is wrong with the file, if it ends too early.
    func readLines(_ body: ([UInt8], Range<Int>) -> Void) throws(EnvironmentFailure) -> String? {
        var pieces = try Pieces(name)
        var buffer: [UInt8] = []
        var isTooLong = false
        var problem: String?
        reading: while true {
            let start = buffer.count
            switch try pieces.read(behind: &buffer) {
            case .some: break
            case .end: break reading
            case .damaged:
                problem = "\(name): the compressed data is damaged or ends too early; everything before that is counted"
                break reading
            }
            var lineStart = 0
            var index = start
            while let end = buffer[index...].firstIndex(of: 10) {
                if isTooLong { body(buffer, 0..<0) } else if end > lineStart { body(buffer, lineStart..<end) }
                isTooLong = false
                lineStart = end + 1
                index = lineStart
            }
            buffer.removeFirst(lineStart)
            if buffer.count > LogFile.lineBytes {
                isTooLong = true
                buffer.removeAll(keepingCapacity: true)
            }
        }
        if isTooLong { body(buffer, 0..<0) } else if !buffer.isEmpty { body(buffer, buffer.indices) }
        return problem
    }

    private enum Progress { case some, end, damaged }

    /// The bytes of a file after decompression. All calls to zlib are here.
    @safe private struct Pieces: ~Copyable {
        private let name: String
        private let descriptor: Int32
        private var input: [UInt8] = []
        /// Nil until the first bytes tell whether there is anything to decompress.
        private var isCompressed: Bool?
        /// It keeps an address of itself, so it must not move.
        private let stream: UnsafeMutablePointer<z_stream>
        private var isInsideMember = false

        init(_ name: String) throws(EnvironmentFailure) {
            self.name = name
            descriptor = name == "-" ? STDIN_FILENO : unsafe open(name, O_RDONLY | O_CLOEXEC)
            unsafe stream = .allocate(capacity: 1)
            unsafe stream.initialize(to: z_stream())
            guard descriptor >= 0 else {
                throw EnvironmentFailure("the log \(name) cannot be read: \(errorText())", help: LogFile.help)
            }
            _ = unsafe waymark_inflate_start(stream)
        }

        deinit {
            unsafe inflateEnd(stream)
            unsafe stream.deallocate()
            if descriptor > STDIN_FILENO { close(descriptor) }
        }

        /// Adds the next piece to a buffer.
        mutating func read(behind buffer: inout [UInt8]) throws(EnvironmentFailure) -> Progress {
            if input.isEmpty {
                input = try readInput()
                if isCompressed == nil { isCompressed = input.starts(with: [0x1F, 0x8B]) }
            }
            guard !input.isEmpty else { return isInsideMember ? .damaged : .end }
            if isCompressed == true { return inflate(behind: &buffer) ? .some : .damaged }
            buffer += input
            input = []
            return .some
        }

        private func readInput() throws(EnvironmentFailure) -> [UInt8] {
            var failed = false
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: LogFile.pieceBytes) { buffer, count in
                var got = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                while got < 0, errno == EINTR { got = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
                failed = got < 0
                count = max(0, got)
            }
            if failed {
                throw EnvironmentFailure("the log \(name) cannot be read: \(errorText())", help: LogFile.help)
            }
            return piece
        }

        /// Takes from the input what fills a piece; a file may hold several members, one after the other (RFC 1952).
        ///
        /// - Returns: false if it is damaged.
        private mutating func inflate(behind buffer: inout [UInt8]) -> Bool {
            var status = Z_OK
            var used = 0
            let piece = unsafe input.withUnsafeMutableBufferPointer { input in
                unsafe [UInt8](unsafeUninitializedCapacity: LogFile.pieceBytes) { output, count in
                    unsafe stream.pointee.next_in = input.baseAddress
                    unsafe stream.pointee.avail_in = UInt32(input.count)
                    unsafe stream.pointee.next_out = output.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(output.count)
                    status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
                    count = unsafe output.count - Int(stream.pointee.avail_out)
                    used = unsafe input.count - Int(stream.pointee.avail_in)
                }
            }
            input.removeFirst(used)
            buffer += piece
            isInsideMember = status != Z_STREAM_END
            if status == Z_STREAM_END {
                unsafe inflateReset(stream)
                // Some programs fill the rest of a block with zeros.
                if input.allSatisfy({ $0 == 0 }) { input = [] }
                return true
            }
            return status == Z_OK || status == Z_BUF_ERROR
        }
    }
}
