package import Content
import CommonMark
import Decision
package import Diagnostics
import Forms
import Site

/// A place in the content that names an address outside the site.
package struct OutsideLink: Sendable {
    /// As it is written.
    package let address: String
    /// Where it is written, for messages.
    package let place: SourceRange
    /// What is asked for; nil if no request can be made of the address.
    let request: WebAddress?

    init(address: String, place: SourceRange) {
        self.address = address
        self.place = place
        request = WebAddress(address)
    }
}

extension Library {
    /// Every web address that a site's readers can follow, in pages, data files, questionnaires and settings.
    package var outsideLinks: [OutsideLink] {
        let linker = Linker(self)
        let policies = questionnaires.compactMap { readPolicy($0, of: self).value }
        let authored = texts + policies.flatMap { policy in policy.texts.map { AuthoredText(markdown: $0, file: policy.path) } }
        let written = authored.flatMap { text in
            text.markdown.links.compactMap { link -> OutsideLink? in
                guard case .success(.outside(let address)) = linker.target(of: link.destination, in: text.file) else { return nil }
                return OutsideLink(address: address, place: text.markdown.range(of: link))
            }
        }
        let named = data.flatMap { file -> [Text] in
            guard let directory = file.body as? Directory else { return [] }
            return directory.entries.compactMap(\.value.url)
        }
        let own = [settings.contact, settings.repository].compactMap { $0 }
        return (written + (named + own).map { OutsideLink(address: $0.string, place: $0.range) }).filter {
            let small = $0.address.lowercased()
            return small.hasPrefix("http:") || small.hasPrefix("https:")
        }
    }
}
