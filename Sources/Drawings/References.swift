/// Where an address in a drawing may lead.
enum Reference {
    /// A place in the drawing itself.
    static func isInside(_ address: String) -> Bool { start(of: address).hasPrefix("#") }

    /// A picture of dots that is in the address itself. What comes before the comma decides what it is read as.
    static func isPicture(_ address: String) -> Bool {
        let small = start(of: address).lowercased()
        return pictures.contains { small.hasPrefix("data:image/\($0);base64,") }
    }

    private static let pictures = ["png", "jpeg", "jpg", "gif", "webp", "avif"]

    /// Browsers pass over white space and controls before an address (URL Standard, basic URL parser).
    private static func start(of address: String) -> String {
        String(Substring(address.unicodeScalars.drop { $0.value <= 32 }.prefix(64)))
    }
}
