import ArgumentParser
import Forms

/// A site's folder, typed as if the command took one: `waymark check .`.
enum TypedFolder {
    /// How to name it instead; nil if what was typed is no folder.
    static func help(for typed: String) -> String? {
        var folder = typed
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        guard folder == "." || folder == ".." || folderExists(folder) else { return nil }
        if folder == "Content" || folder.hasSuffix("/Content") { folder = parent(of: folder) }
        if folder.isEmpty { folder = "." }
        return "name the folder that holds Content with --site: --site \(folder.contains(" ") ? "\"\(folder)\"" : folder)"
    }

    /// What ends the program. The library that reads the arguments names a folder that a command has no use for, but not what to do with it.
    static func explained(_ error: any Error) -> any Error {
        let message = Waymark.fullMessage(for: error)
        guard message.contains("[--site"), let typed = message.firstMatch(of: /nexpected arguments?:? '([^']+)'/)?.1,
            let help = help(for: String(typed))
        else { return error }
        return Output.unusable("this command takes no folder: \(typed)", help: help)
    }
}
