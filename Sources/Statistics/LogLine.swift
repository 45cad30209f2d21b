package import Forms

/// A request, as a line of a web server's log tells it.
///
/// Read are nginx's `combined` and Apache's `common`, `combined` and `vhost_combined`, mixed as they come: all have the time
/// in brackets, then the request in quotes, then the status. What is before the time is never looked at.
package struct LogLine {
    /// By the server's clock.
    package let day: Day
    /// `GET` and the like, as bytes of the line.
    let method: Range<Int>
    /// The address that was asked for.
    let target: Range<Int>
    /// As HTTP numbers it: 200, 404.
    package let status: Int
    /// What the program calls itself; nil in the format `common`, which does not say.
    let agent: Range<Int>?

    /// Reads a line that is in a buffer, without its end; nil if it tells of no request.
    init?(_ bytes: [UInt8], _ line: Range<Int>) {
        guard let (day, afterTime) = LogLine.time(bytes, line),
            let request = LogLine.quoted(bytes, afterTime + 1..<line.upperBound),
            let (method, target) = LogLine.request(bytes, request),
            let status = LogLine.status(bytes, request.upperBound + 1..<line.upperBound)
        else { return nil }
        self.day = day
        self.method = method
        self.target = target
        self.status = status
        agent = LogLine.agent(bytes, request.upperBound + 1..<line.upperBound)
    }

    /// `[10/Oct/2026:13:55:36 +0200]`. A name of a user before it may hold anything, a bracket too.
    private static func time(_ bytes: [UInt8], _ line: Range<Int>) -> (day: Day, end: Int)? {
        let length = 28
        var index = line.lowerBound
        while index + length < line.upperBound {
            if bytes[index] == UInt8(ascii: "["), bytes[index + length - 1] == UInt8(ascii: "]"), bytes[index + 3] == slash,
                bytes[index + 7] == slash, let day = day(bytes, at: index + 1)
            {
                return (day, index + length)
            }
            index += 1
        }
        return nil
    }

    private static let slash = UInt8(ascii: "/")

    private static func day(_ bytes: [UInt8], at start: Int) -> Day? {
        guard let day = number(bytes, start..<start + 2), let year = number(bytes, start + 7..<start + 11),
            let month = months.firstIndex(of: bytes[start + 3..<start + 6])
        else { return nil }
        return Day(year: year, month: month + 1, day: day)
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"].map {
        Array($0.utf8)[...]
    }

    private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var value = 0
        for index in range {
            guard (48...57).contains(bytes[index]) else { return nil }
            value = value * 10 + Int(bytes[index]) - 48
        }
        return value
    }

    /// The inside of the quotes that open at the start of a run; servers put a backslash before a quote that is meant.
    private static func quoted(_ bytes: [UInt8], _ run: Range<Int>) -> Range<Int>? {
        guard run.lowerBound < run.upperBound, bytes[run.lowerBound] == UInt8(ascii: "\"") else { return nil }
        var index = run.lowerBound + 1
        while index < run.upperBound {
            if bytes[index] == UInt8(ascii: "\"") { return run.lowerBound + 1..<index }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    /// `GET /path HTTP/1.1`; HTTP/0.9 has no version.
    private static func request(_ bytes: [UInt8], _ run: Range<Int>) -> (method: Range<Int>, target: Range<Int>)? {
        guard let space = bytes[run].firstIndex(of: 32), space > run.lowerBound, space - run.lowerBound <= 20,
            bytes[run.lowerBound..<space].allSatisfy({ (65...90).contains($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        let end = bytes[space + 1..<run.upperBound].lastIndex(of: 32) ?? run.upperBound
        return space + 1 < end ? (run.lowerBound..<space, space + 1..<end) : nil
    }

    /// ` 200 1234`
    private static func status(_ bytes: [UInt8], _ run: Range<Int>) -> Int? {
        guard run.count >= 4, bytes[run.lowerBound] == 32, let status = number(bytes, run.lowerBound + 1..<run.lowerBound + 4),
            (100...999).contains(status), run.count == 4 || bytes[run.lowerBound + 4] == 32
        else { return nil }
        return status
    }

    /// The second text in quotes after the status; the first is the page that led here.
    private static func agent(_ bytes: [UInt8], _ run: Range<Int>) -> Range<Int>? {
        guard let first = bytes[run].firstIndex(of: UInt8(ascii: "\"")), let referrer = quoted(bytes, first..<run.upperBound),
            let second = bytes[referrer.upperBound + 1..<run.upperBound].firstIndex(of: UInt8(ascii: "\""))
        else { return nil }
        return quoted(bytes, second..<run.upperBound)
    }
}
