/// Where the text of a column is: the colons of a delimiter row.
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
