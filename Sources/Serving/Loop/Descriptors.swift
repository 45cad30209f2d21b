import Diagnostics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Makes a descriptor one that never makes its reader wait, and that no child process inherits.
func prepare(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
}

/// The operating system's words for the last failed call, after what was tried.
func systemFailure(_ what: String, help: String? = nil) -> EnvironmentFailure {
    EnvironmentFailure("\(what): \(unsafe String(cString: strerror(errno)))", help: help)
}
