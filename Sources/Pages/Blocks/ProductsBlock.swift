import CommonMark
import Content
import Forms
import Words

struct ProductsView {
    let name: String
    let id: String
    let title: String
    let words: [String: String]
    /// Of the headings of its groups.
    let level: Int
    /// How many products there are, in each form that the language has for a number.
    let countForms: [FormView]
    let attributes: [AttributeView]
    let groups: [GroupView]
    /// The list's own words for who does not find theirs.
    let nothingFoundHTML: String?

    struct FormView {
        let name: String
        let text: String
    }

    struct AttributeView {
        let id: String
        let label: String
    }

    struct GroupView {
        let id: String
        /// The category and the values that all its products share.
        let title: String
        let countText: String
        let products: [ProductView]
    }

    struct ProductView {
        let id: String
        let name: String
        /// Other names, joined.
        let also: String?
        let noteHTML: String?
        let category: String
        let values: [ValueView]
    }

    struct ValueView {
        let id: String
        let label: String
    }
}

extension Products: DataBlock {
    static let keys = [
        "products": "attributes:attribute groups:productGroup countForms:form nothingFoundHTML",
        "attribute": "id label",
        "form": "name text",
        "productGroup": "id title countText products:product",
        "product": "id name also noteHTML category values:attribute",
    ]

    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> Any {
        renderer.view(self, head, embedding.file, embedding.selection)
    }
}

extension BlockRenderer {
    fileprivate func view(_ products: Products, _ head: BlockHead, _ file: DataFile, _ selection: Selection) -> ProductsView {
        ProductsView(
            name: head.name, id: head.id, title: head.title, words: head.words, level: head.level,
            countForms: theme.phrasebook.forms(of: "count").map { .init(name: "count-\($0.category.rawValue)", text: $0.text) },
            attributes: products.attributes.map { .init(id: $0.id.description, label: $0.value.label.string) },
            groups: products.shown(selection).map { group in
                let category =
                    products.categories.first { $0.id.description == group.value.category.string }?.value.string ?? ""
                let values = products.values(of: group.value).map {
                    ProductsView.ValueView(id: $0.id.description, label: $0.value.string)
                }
                return .init(
                    id: "\(head.id)-\(group.id)", title: products.title(of: group.value),
                    countText: count(group.value.products.count),
                    products: group.value.products.map { product in
                        .init(
                            id: product.id.description, name: product.value.name.string,
                            also: joinedNames(product.value.also),
                            noteHTML: product.value.note.map { inline($0, in: file) }, category: category,
                            values: values)
                    })
            },
            nothingFoundHTML: products.nothingFound.map { inline($0, in: file) })
    }

    private func count(_ number: Int) -> String {
        theme.phrasebook.filled(theme.phrasebook.form(of: "count", number), ["count": String(number)])
    }
}
