internal import Diagnostics

/// Links without words, images without alternative text, values in addresses.
enum LinkTextRule {
    /// The first of these that a link has.
    static func finding(_ link: Link, in tree: Tree) -> Finding? {
        let address = tree[tree.nodes[link.node].text]
        if address.first(UInt8(ascii: "{"), UInt8(ascii: "{"), from: address.startIndex) != nil {
            return valueInLink(node: link.node)
        }
        guard link.text.utf8.allSatisfy(\.isSpace) else { return VagueWords.finding(link) }
        if link.isImage {
            return Finding(
                "markdown/image-alt", "this image has no alternative text", node: link.node,
                help: "describe it between the brackets, for people who cannot see it: `![a lock](lock.png)`")
        }
        return Finding(
            "markdown/empty-link", "this link has no text", node: link.node,
            help: "say between the brackets where it leads")
    }

    /// Whether a text ends inside the round brackets of a link: spaces in braces there keep libcmark from seeing one.
    static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
        // Addresses are short; a limit keeps a text of nothing but braces from being read again for each of them.
        let address = text.suffix(1_000).reversed().prefix { !$0.isSpace && !"(){}".utf8.contains($0) }
        let rest = text.dropLast(address.count)
        return rest.suffix(2).elementsEqual("](".utf8)
    }

    /// `{{` in a destination.
    static func valueInLink(node: Int) -> Finding {
        Finding(
            "markdown/value-in-link", "a link's address cannot contain a value", node: node,
            help: "keep addresses in a directory file and link to its entry, as in `[text](contact:inspections)`")
    }
}
