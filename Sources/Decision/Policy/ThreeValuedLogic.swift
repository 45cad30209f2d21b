extension [Bool?] {
    /// Whether all hold; nil while that is open: one that does not hold settles it, whatever the others are.
    var allHold: Bool? { contains(false) ? false : contains(nil) ? nil : true }

    /// Whether one holds; nil while that is open.
    var anyHolds: Bool? { contains(true) ? true : contains(nil) ? nil : false }
}
