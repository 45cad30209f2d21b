/// How much one YAML file may hold. Far above anything written by hand; below what makes libyaml slow.
package enum Limits {
    /// Lists and maps inside one another. The deepest file of ours needs twelve.
    package static let depth = 64
    /// Keys, values and list entries in one file: 10,000 products with ten fields each fit.
    package static let nodes = 500_000
}
