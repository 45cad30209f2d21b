import CExpat

/// What the parser sees, one part after the other.
protocol DrawingVisitor: AnyObject {
    func start(_ name: ExpandedName, _ attributes: [(name: ExpandedName, value: String)], at place: Range<Int>)
    func end()
    func text(_ text: String)
    func instruction(_ target: String, at place: Range<Int>)
    /// - Parameter hasOwnEntities: whether anything is declared in the file itself.
    func documentType(hasOwnEntities: Bool, at place: Range<Int>)
    /// An entity that is declared elsewhere, if at all.
    func entity(_ name: String, at place: Range<Int>)
    /// What the file says its bytes are.
    func encoding(_ name: String, at place: Range<Int>)
    /// Whether reading goes on.
    var isOpen: Bool { get }
}

/// A name in its namespace; the namespace of a name without one is empty.
struct ExpandedName: Hashable {
    let namespace: String
    let name: String

    /// - Parameter text: as expat gives it: the namespace, the sign between, the name.
    init(_ text: String) {
        let parts = text.split(separator: DrawingParser.separator, maxSplits: 1, omittingEmptySubsequences: false)
        namespace = parts.count == 2 ? String(parts[0]) : ""
        name = String(parts.last ?? "")
    }
}

/// Reads XML by expat, which browsers use too: all calls to it are here. Nothing outside the text is ever read.
struct DrawingParser {
    /// No XML text can hold this sign, be it as a reference.
    static let separator: Character = "\u{1F}"

    /// - Returns: what makes the text something other than XML, and where; nil if nothing does, or the visitor had enough.
    static func parse(_ bytes: [UInt8], _ visitor: any DrawingVisitor) -> (message: String, place: Int)? {
        // The bytes are known to be UTF-8, which is what a declaration in the file has to say too.
        guard let parser = unsafe XML_ParserCreateNS("UTF-8", 0x1F) else { return ("there is not enough memory", 0) }
        defer { unsafe XML_ParserFree(parser) }
        let feed = unsafe Feed(parser: parser, visitor: visitor)
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(feed).toOpaque())
        unsafe setHandlers(parser)
        // Expat counts in 32 bits; a text of the site is far smaller.
        let status = withExtendedLifetime(feed) {
            unsafe bytes.withUnsafeBytes { buffer in
                unsafe XML_Parse(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), 1)
            }
        }
        guard status == XML_STATUS_ERROR, visitor.isOpen else { return nil }
        let words = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) }
        return (words ?? "it cannot be read", unsafe Int(XML_GetCurrentByteIndex(parser)))
    }

    private static func setHandlers(_ parser: XML_Parser) {
        unsafe XML_SetElementHandler(
            parser,
            { feed, name, attributes in
                unsafe Feed.of(feed)?.step { visitor, place in
                    unsafe visitor.start(ExpandedName(text(name)), pairs(attributes), at: place)
                }
            }, { feed, _ in unsafe Feed.of(feed)?.step { visitor, _ in visitor.end() } })
        unsafe XML_SetCharacterDataHandler(parser) { feed, start, count in
            unsafe Feed.of(feed)?.step { visitor, _ in
                unsafe visitor.text(
                    String(decoding: UnsafeRawBufferPointer(start: start, count: Int(count)), as: UTF8.self))
            }
        }
        unsafe XML_SetProcessingInstructionHandler(parser) { feed, target, _ in
            unsafe Feed.of(feed)?.step { visitor, place in unsafe visitor.instruction(text(target), at: place) }
        }
        unsafe XML_SetStartDoctypeDeclHandler(parser) { feed, _, _, _, hasSubset in
            unsafe Feed.of(feed)?.step { visitor, place in visitor.documentType(hasOwnEntities: hasSubset != 0, at: place) }
        }
        unsafe XML_SetSkippedEntityHandler(parser) { feed, name, _ in
            unsafe Feed.of(feed)?.step { visitor, place in unsafe visitor.entity(text(name), at: place) }
        }
        unsafe XML_SetXmlDeclHandler(parser) { feed, _, encoding, _ in
            guard let encoding = unsafe encoding else { return }
            unsafe Feed.of(feed)?.step { visitor, place in unsafe visitor.encoding(text(encoding), at: place) }
        }
    }
}

/// What the parser hands to each handler.
@safe private final class Feed {
    private let parser: XML_Parser
    private let visitor: any DrawingVisitor

    init(parser: XML_Parser, visitor: any DrawingVisitor) {
        unsafe self.parser = unsafe parser
        self.visitor = visitor
    }

    /// What was set before the first handler is called, and is kept until the last has returned.
    static func of(_ pointer: UnsafeMutableRawPointer?) -> Feed? {
        unsafe pointer.map { unsafe Unmanaged<Feed>.fromOpaque($0).takeUnretainedValue() }
    }

    func step(_ body: (any DrawingVisitor, Range<Int>) -> Void) {
        guard visitor.isOpen else { return }
        let start = unsafe Int(XML_GetCurrentByteIndex(parser))
        let count = unsafe Int(XML_GetCurrentByteCount(parser))
        body(visitor, start..<(start + count))
        if !visitor.isOpen { _ = unsafe XML_StopParser(parser, XML_Bool(0)) }
    }
}

private func text(_ pointer: UnsafePointer<XML_Char>?) -> String {
    unsafe pointer.map { unsafe String(cString: $0) } ?? ""
}

/// Names and values in turn, a null pointer after the last.
private func pairs(
    _ pointers: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) -> [(name: ExpandedName, value: String)] {
    var result: [(name: ExpandedName, value: String)] = []
    var index = 0
    while let name = unsafe pointers?[index], let value = unsafe pointers?[index + 1] {
        unsafe result.append((ExpandedName(String(cString: name)), String(cString: value)))
        index += 2
    }
    return result
}
