/// Whether a file or folder of this name is left over by an editor or a system, and changes without meaning: swap files
/// change while somebody types.
func isIgnored(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#"))
}
