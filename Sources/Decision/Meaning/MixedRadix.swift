/// Numbers whose digits have bases of their own: how tables over several dimensions are laid out in one array, the last
/// dimension running fastest.
package enum MixedRadix {
    /// The coordinates of a place in the array.
    ///
    /// - Parameter sizes: of the dimensions.
    package static func digits(of number: Int, sizes: [Int]) -> [Int] {
        var rest = number
        var digits = Array(repeating: 0, count: sizes.count)
        for index in sizes.indices.reversed() {
            digits[index] = rest % sizes[index]
            rest /= sizes[index]
        }
        return digits
    }
}
