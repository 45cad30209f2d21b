import CommonMark
import Content
import Forms
import Words
import Templating

struct ProductsView: TemplateView {
    /// How many products there are, in each form that the language has for a number.
    let countForms: [FormView]
    let attributes: [AttributeView]
    let groups: [GroupView]
    /// The list's own words for who does not find theirs.
    let nothingFoundHTML: String?

    static let fields = TemplateFields<Self>([
        .list("countForms") { $0.countForms }, .list("attributes") { $0.attributes }, .list("groups") { $0.groups },
        .text("nothingFoundHTML") { $0.nothingFoundHTML },
    ])

    struct FormView: TemplateView {
        let name: String
        let text: String

        static let fields = TemplateFields<Self>([.text("name") { $0.name }, .text("text") { $0.text }])
    }

    struct AttributeView: TemplateView {
        let id: String
        let label: String

        static let fields = TemplateFields<Self>([.text("id") { $0.id }, .text("label") { $0.label }])
    }

    struct GroupView: TemplateView {
        let id: String
        /// The category and the values that all its products share.
        let title: String
        let countText: String
        let products: [ProductView]

        static let fields = TemplateFields<Self>([
            .text("id") { $0.id }, .text("title") { $0.title }, .text("countText") { $0.countText }, .list("products") { $0.products },
        ])
    }

    struct ProductView: TemplateView {
        let id: String
        let name: String
        /// Other names, joined.
        let also: String?
        let noteHTML: String?
        let category: String
        let values: [ValueView]

        static let fields = TemplateFields<Self>([
            .text("id") { $0.id }, .text("name") { $0.name }, .text("also") { $0.also }, .text("noteHTML") { $0.noteHTML },
            .text("category") { $0.category }, .list("values") { $0.values },
        ])
    }

    struct ValueView: TemplateView {
        let id: String
        let label: String

        static let fields = TemplateFields<Self>([.text("id") { $0.id }, .text("label") { $0.label }])
    }
}

extension Products: DataBlock {
    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> ProductsView {
        renderer.view(self, head, embedding.file, embedding.selection)
    }
}

extension BlockRenderer {
    fileprivate func view(_ products: Products, _ head: BlockHead, _ file: DataFile, _ selection: Selection) -> ProductsView {
        ProductsView(
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
