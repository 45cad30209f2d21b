/// Where the text of a column stands: the colons of a delimiter row.
enum TableAlignment: UInt8 {
    /// No colon.
    case none
    /// `:--`
    case start
    /// `:-:`
    case center
    /// `--:`
    case end
}
