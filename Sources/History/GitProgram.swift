import Dispatch
import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The program `git`, told nothing but its arguments: neither the variables of this process nor a person's own settings
/// change what it says, and it asks nobody anything.
struct GitProgram: Sendable {
    /// Where it looks.
    let folder: String

    enum Outcome: Sendable, Equatable {
        case output([UInt8])
        /// It ended with an error, and this is what it said.
        case refusal(String)
        /// There is no such program.
        case missing
    }

    /// So much is read: ten times what a million changes need.
    private static let outputLimit = 1 << 30
    /// A hundred thousand commits are read in some seconds.
    private static let patience = Duration.seconds(120)
    /// Of complaints the first lines are enough.
    private static let complaintLimit = 1 << 14

    /// Runs it to its end, away from the threads that others compute on.
    ///
    /// - Parameters:
    ///   - input: what it reads.
    ///   - time: after which it is ended. A hundred thousand commits are read in some seconds.
    func answer(to arguments: [String], reading input: [UInt8] = [], within time: Duration = patience) async -> Outcome {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: run(arguments, input, within: time)) }
        }
    }

    /// Settings that would change the output; and no program of the repository's choosing is started.
    private static let settings = [
        "core.fsmonitor=false", "core.quotePath=off", "diff.relative=false", "log.follow=false", "log.showSignature=false",
        "trailer.separators=:",
        // A folder of content may hold files that make it a repository, with settings by whoever wrote them.
        "safe.bareRepository=explicit",
        // Settings that name files, which could be devices.
        "core.attributesFile=/dev/null", "core.excludesFile=/dev/null", "mailmap.file=/dev/null", "mailmap.blob=", "log.mailmap=false",
        "diff.external=", "diff.ignoreSubmodules=all", "diff.submodule=short", "submodule.recurse=false",
    ]

    /// A shell that limits what the program may hold in memory, in KiB, and becomes the program: one process cannot limit
    /// another on every system. A million commits take a tenth of it, and files that are mapped do not count.
    private static let limited = ["sh", "-c", "ulimit -d 2097152 2>/dev/null; exec git \"$@\"", "git"]
    /// The status by which a shell says that there is no such program (POSIX, 2.8.2).
    private static let notFound: Int32 = 127

    private func run(_ arguments: [String], _ input: [UInt8], within time: Duration) -> Outcome {
        guard let output = ChildPipe(), let complaints = ChildPipe() else { return .refusal(errorText(errno)) }
        let questions = input.isEmpty ? nil : ChildPipe()
        let words = GitProgram.limited + ["--no-pager", "-C", folder] + GitProgram.settings.flatMap { ["-c", $0] } + arguments
        var child = pid_t()
        let status = spawn(words, questions, output, complaints, &child)
        output.closeInput()
        complaints.closeInput()
        guard status == 0 else { return status == ENOENT ? .missing : .refusal(errorText(status)) }
        questions?.feed(input)
        let (said, complained, isWhole) = readBoth(output.output, complaints.output, within: time)
        // It may write on, or wait for ever, after the last word that was heard.
        if !isWhole { kill(child, SIGKILL) }
        var ending: Int32 = 0
        while unsafe waitpid(child, &ending, 0) < 0, errno == EINTR {}
        guard isWhole else { return .refusal("fatal: it did not finish within \(time / .seconds(1)) seconds") }
        guard ending >> 8 != GitProgram.notFound else { return .missing }
        guard ending == 0 else { return .refusal(String(decoding: complained, as: UTF8.self)) }
        guard said.count < GitProgram.outputLimit else { return .refusal("its output is larger than a site can use") }
        return .output(said)
    }

    /// Starts it with the signals as they are for any program: this process may have set some aside.
    private func spawn(
        _ words: [String], _ questions: ChildPipe?, _ output: ChildPipe, _ complaints: ChildPipe, _ child: inout pid_t
    ) -> Int32 {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        if let questions {
            unsafe posix_spawn_file_actions_adddup2(&actions, questions.output, STDIN_FILENO)
        } else {
            unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }
        unsafe posix_spawn_file_actions_adddup2(&actions, output.input, STDOUT_FILENO)
        unsafe posix_spawn_file_actions_adddup2(&actions, complaints.input, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe sigaddset(&signals, SIGPIPE)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        return unsafe withStrings(words) { words in
            unsafe withStrings(GitEnvironment.variables) { variables in
                unsafe posix_spawnp(&child, "sh", &actions, &attributes, words, variables)
            }
        }
    }

    /// Reads two descriptors until both end, whichever speaks first.
    ///
    /// - Returns: what was said, and whether it came to its end in time and within the limit.
    private func readBoth(
        _ output: Int32, _ complaints: Int32, within time: Duration
    ) -> (output: [UInt8], complaints: [UInt8], isWhole: Bool) {
        let clock = ContinuousClock()
        let end = clock.now + time
        var result: [[UInt8]] = [[], []]
        let limits = [GitProgram.outputLimit, GitProgram.complaintLimit]
        var polls = [output, complaints].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while polls.contains(where: { $0.fd >= 0 }) {
            let left = Int32(clamping: Int((end - clock.now) / .milliseconds(1)))
            guard left > 0, result[0].count < GitProgram.outputLimit else { return (result[0], result[1], false) }
            guard unsafe poll(&polls, nfds_t(polls.count), left) >= 0 || errno == EINTR else { break }
            for index in polls.indices where polls[index].fd >= 0 && polls[index].revents != 0 {
                let count = unsafe read(polls[index].fd, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                // A negative descriptor is passed over by `poll`.
                guard count > 0 else {
                    polls[index].fd = -1
                    continue
                }
                result[index] += buffer.prefix(min(count, limits[index] - result[index].count))
            }
        }
        return (result[0], result[1], true)
    }
}

/// A pipe from a child process; both ends are closed with it, and no other child gets them.
private final class ChildPipe {
    let output: Int32
    private(set) var input: Int32

    init?() {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { return nil }
        (output, input) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    /// Writes all bytes, beside whoever reads what is answered, and ends the input.
    func feed(_ bytes: [UInt8]) {
        let descriptor = input
        input = -1
        DispatchQueue.global().async {
            // A program that has ended reads no more, and says why itself.
            _ = writeAll(bytes, to: descriptor)
            close(descriptor)
        }
    }

    func closeInput() {
        guard input >= 0 else { return }
        close(input)
        input = -1
    }

    deinit {
        close(output)
        closeInput()
    }
}

/// Texts as C wants them: pointers, and a null pointer after the last.
private func withStrings<Result>(
    _ texts: [String], _ use: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = unsafe texts.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe use(copies + [nil])
}

private func errorText(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }
