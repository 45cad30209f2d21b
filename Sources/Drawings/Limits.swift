/// How much one drawing may hold: far above what people draw, so that an attack ends in a message.
enum Limits {
    /// Elements inside one another. Drawing programs nest groups some twenty deep.
    static let depth = 256
    /// Elements that a browser draws once every `<use>` is followed: a few lines can ask for billions.
    static let drawnElements = 1_000_000
    /// Messages for one drawing.
    static let faults = 20
}
