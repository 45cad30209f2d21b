package import Diagnostics

/// The compiled form is JSON like all that Waymark writes.
package typealias JSON = JSONValue

extension JSONValue {
    /// As text without white space, safe inside a script element.
    package var text: String { text(forHTML: true) }

    static func integer(_ number: Int) -> JSON { .number(number) }
    static func integers(_ list: [Int]) -> JSON { .array(list.map(JSON.number)) }
}
