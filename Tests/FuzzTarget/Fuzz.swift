import Foundation

/// One reader under libFuzzer: `Fuzz READER [OPTION…] [CORPUS…]`. `Tests/fuzz` builds and runs it.
@main struct Fuzz {
    static func main() {
        var arguments = CommandLine.arguments
        guard arguments.count > 1, let reader = readers[arguments[1]] else {
            print("Fuzz takes one of: " + readers.keys.sorted().joined(separator: " "))
            exit(64)
        }
        chosen = reader
        arguments.remove(at: 1)
        var count = CInt(arguments.count)
        var pointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
        unsafe pointers.withUnsafeMutableBufferPointer { buffer in
            var start = unsafe buffer.baseAddress
            exit(
                unsafe runDriver(&count, &start) { bytes, size in
                    chosen(Array(UnsafeBufferPointer(start: bytes, count: size)))
                    return 0
                })
        }
    }
}

/// The entry of libFuzzer for programs that have a main of their own.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

nonisolated(unsafe) var chosen: @Sendable ([UInt8]) -> Void = { _ in }

/// What libFuzzer's own main would call; it is linked whole, and so asks for this.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    chosen(Array(UnsafeBufferPointer(start: bytes, count: size)))
    return 0
}
