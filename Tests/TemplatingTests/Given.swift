@testable import Templating

/// Values for a template, of any shape: a dictionary is an object.
indirect enum Given: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    case text(String)
    case flag(Bool)
    /// A key that is there with nothing under it.
    case nothing
    case object([(String, Given)])
    case list([Given])

    init(stringLiteral value: String) { self = .text(value) }
    init(booleanLiteral value: Bool) { self = .flag(value) }
    init(dictionaryLiteral elements: (String, Given)...) { self = .object(elements) }
    init(arrayLiteral elements: Given...) { self = .list(elements) }

    /// The keys of an object.
    var keys: ViewKeys {
        guard case .object(let entries) = self else { return ViewKeys([]) }
        return ViewKeys(entries.map { ViewKeys.Entry(name: $0.0, kind: $0.1.kind) })
    }

    private var kind: ViewKeys.Kind {
        switch self {
        case .text, .nothing: return .text
        case .flag: return .flag
        case .object:
            let keys = keys
            return .object { keys }
        case .list(let items):
            guard case .object? = items.first else { return .texts }
            let keys = items[0].keys
            return .list { keys }
        }
    }

    var value: TemplateValue {
        switch self {
        case .text(let text): .text(text)
        case .flag(let flag): .flag(flag)
        case .nothing: .absent
        case .object(let entries): .object(TemplateObject(values: entries.map(\.1.value)))
        case .list(let items): .list(items.map(\.value))
        }
    }
}

/// What comes out of a template.
///
/// - Parameter parts: the other templates by name.
func rendered(_ template: String, _ given: Given = [:], _ parts: [String: String] = [:]) throws -> String {
    let templates = try parts.merging(["main": template]) { $1 }.mapValues { try Template(Array($0.utf8)) }
    var compiler = TemplateCompiler(templates: templates, words: [:])
    let program = compiler.program("main", [given.keys])
    guard case .object(let object) = given.value else { return "" }
    return String(decoding: program.rendered([object]), as: UTF8.self)
}
