package import CommonMark
package import Diagnostics
package import Forms
import YAML

/// Tools, contacts and links: each address stands here once and is named elsewhere as `tool:ID`.
package struct Directory: Sendable {
    package let groups: [Entry<Text>]
    package let entries: [Entry<Listing>]

    package enum Kind: String, CaseIterable, Sendable {
        case tool, contact, link

        var meaning: String { "named in texts as \(rawValue):ID" }
    }

    package struct Listing: Sendable {
        package let kind: Kind
        package let name: Text
        package let url: Text?
        package let email: Text?
        package let phone: Text?
        /// Whether an address is written that cannot be one, about which there is a message.
        let hasFaultyAddress: Bool
        /// What it is for.
        package let purpose: Markdown?
        package let group: Text?
        /// The source gives only the name, so the address is the vendor's front page.
        package let isApproximate: Bool
        package let range: SourceRange

        /// The address that a link to the entry leads to.
        package var address: String? {
            url?.string ?? email.map { "mailto:" + $0.string } ?? phone.map { "tel:" + $0.string.filter { $0 != " " } }
        }
    }

    private static let url: Field<Written<Text>?> = .optional("url", Shape.webAddress.orFaulty, "its web address")
    private static let email: Field<Written<Text>?> = .optional("email", Shape.email.orFaulty, "its e-mail address")
    private static let phone: Field<Written<Text>?> = .optional("phone", Shape.phone.orFaulty, "its telephone number")

    static let listing = Shape<Listing>.record(
        .required("is", .choice(meaning: \.meaning), "tool, contact or link"),
        .required("name", .line, "the name that links show"),
        url, email, phone,
        .optional("for", .inline, "what it is for"),
        .optional("group", .line, "the id of a group above"),
        .optional(
            "approximate", .yesNo, default: false,
            "yes if only the name is known and the address is the owner's front page")
    ) { range, kind, name, url, email, phone, purpose, group, isApproximate in
        Listing(
            kind: kind, name: name, url: url?.value, email: email?.value, phone: phone?.value,
            hasFaultyAddress: isFaulty(url) || isFaulty(email) || isFaulty(phone), purpose: purpose, group: group,
            isApproximate: isApproximate, range: range)
    }.bound(by: .atLeastOne(["url", "email", "phone"]))

    private static func isFaulty(_ address: Written<Text>?) -> Bool {
        if let address { address.value == nil } else { false }
    }

    static let groups = Field.optional(
        "groups", .entries(of: Shape<Text>.line), default: [], "headings under which entries stand, each under an id")
    static let entries = Field.required("entries", .entries(of: listing), "the entries, each under an id")
}
