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

extension ResolvedLibrary {
    /// Every web address that a site's readers can follow, in pages, data files, questionnaires and settings.
    package var outsideLinks: [OutsideLink] {
        let policies = library.questionnaires.compactMap { readPolicy($0, of: self).value?.written }
        let texts = allTexts + resolving(policies.flatMap(\.authoredTexts))
        let written = texts.flatMap { text in
            text.targets.compactMap { link, target -> OutsideLink? in
                guard case .outside(let address) = target else { return nil }
                return OutsideLink(address: address, place: text.markdown.range(of: link))
            }
        }
        let named = library.data.flatMap { file -> [Text] in
            guard let directory = file.body as? Directory else { return [] }
            return directory.entries.compactMap(\.value.url)
        }
        let own = [library.settings.contact, library.settings.repository].compactMap { $0 }
        return (written + (named + own).map { OutsideLink(address: $0.string, place: $0.range) }).filter {
            let small = $0.address.lowercased()
            return small.hasPrefix("http:") || small.hasPrefix("https:")
        }
    }
}
