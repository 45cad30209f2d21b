#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The variables that Git is given.
///
/// Not those that name a repository: a hook runs with `GIT_DIR` and `GIT_INDEX_FILE` of the repository that it belongs to.
/// Those that say where a person's settings are kept are passed on, as `safe.directory` is written there.
enum GitEnvironment {
    private static let kept = [
        "PATH", "HOME", "XDG_CONFIG_HOME", "SUDO_UID", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
    ]

    /// Messages in English, as they are looked at; no questions; no writing; nothing fetched from anywhere.
    private static let own = [
        "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_REPLACE_OBJECTS=1", "GIT_NO_LAZY_FETCH=1",
        "GIT_ALLOW_PROTOCOL=",
    ]

    static var variables: [String] {
        kept.compactMap { name in
            guard let value = unsafe getenv(name) else { return nil }
            return unsafe "\(name)=\(String(cString: value))"
        } + own
    }
}
