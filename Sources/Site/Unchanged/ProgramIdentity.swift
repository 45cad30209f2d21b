import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Tells this program from any other, and from an earlier build of it: its file, by what the system knows of it. The system
/// itself writes the moment of the last change, and nobody can set it back.
///
/// - Returns: nil where the system doesn't tell where the program is.
func programIdentity() -> String? {
    var status = stat()
    guard let path = programPath(), unsafe stat(path, &status) == 0 else { return nil }
    return FileStamp(status).description
}

private func programPath() -> String? {
    #if canImport(Darwin)
        var size: UInt32 = 4096
        let bytes = unsafe [CChar](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            count = unsafe _NSGetExecutablePath(buffer.baseAddress, &size) == 0 ? Int(size) : 0
        }
        return bytes.isEmpty ? nil : unsafe String(cString: bytes)
    #else
        return "/proc/self/exe"
    #endif
}
