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
    /// Of a list that is longer than a page.
    let parts: OverviewPartsView?
    /// What readers can choose by, with the values of the whole list.
    let choices: [ChoiceView]

    static let fields = TemplateFields<Self>([
        .list("countForms") { $0.countForms }, .list("attributes") { $0.attributes }, .list("groups") { $0.groups },
        .text("nothingFoundHTML") { $0.nothingFoundHTML }, .object("parts") { $0.parts }, .list("choices") { $0.choices },
    ])

    struct ChoiceView: TemplateView {
        /// Nil for the categories.
        let id: String?
        let label: String
        let values: [ChosenView]

        static let fields = TemplateFields<Self>([.text("id") { $0.id }, .text("label") { $0.label }, .list("values") { $0.values }])
    }

    struct ChosenView: TemplateView {
        /// Nil for a category.
        let id: String?
        let label: String

        static let fields = TemplateFields<Self>([.text("id") { $0.id }, .text("label") { $0.label }])
    }

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
    static let hasParts = true

    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> ProductsView {
        renderer.view(self, head, embedding.file, embedding.selection)
    }

    func entries(_ embedding: Embedding) -> [BlockEntry] {
        shown(embedding.selection).flatMap { group in
            let values = values(of: group.value).reduce(0) { $0 + 24 + $1.id.description.utf8.count + $1.value.string.utf8.count }
            let around = 150 + title(of: group.value).utf8.count + values
            return group.value.products.enumerated().map { number, product in
                let id = product.id.description
                let words = product.value.also.reduce(product.value.name.string.utf8.count) { $0 + $1.string.utf8.count + 2 }
                return BlockEntry(
                    weight: around + id.utf8.count + words + (product.value.note?.byteCount ?? 0), name: .line(product.value.name.string),
                    ids: number == 0 ? [id, embedding.ownID(group.id.description)] : [id])
            }
        }
    }
}

extension BlockRenderer {
    fileprivate func view(_ products: Products, _ head: BlockHead, _ file: DataFile, _ selection: Selection) -> ProductsView {
        let all = products.shown(selection)
        return ProductsView(
            countForms: theme.phrasebook.forms(of: "count").map { .init(name: "count-\($0.category.rawValue)", text: $0.text) },
            attributes: products.attributes.map { .init(id: $0.id.description, label: $0.value.label.string) },
            groups: shownGroups(all).map { group, shown in
                let category =
                    products.categories.first { $0.id.description == group.value.category.string }?.value.string ?? ""
                let values = products.values(of: group.value).map {
                    ProductsView.ValueView(id: $0.id.description, label: $0.value.string)
                }
                return .init(
                    id: "\(head.id)-\(group.id)", title: products.title(of: group.value),
                    countText: count(group.value.products.count),
                    products: group.value.products[shown].map { product in
                        .init(
                            id: product.id.description, name: product.value.name.string,
                            also: joinedNames(product.value.also),
                            noteHTML: product.value.note.map { inline($0, in: file) }, category: category,
                            values: values)
                    })
            },
            nothingFoundHTML: products.nothingFound.map { inline($0, in: file) }, parts: shown?.links,
            choices: choices(products, all))
    }

    /// The groups of which the page has products, with their places in the group: all of them unless the list is longer than a page.
    private func shownGroups(_ groups: [Entry<Products.Group>]) -> [(Entry<Products.Group>, Range<Int>)] {
        guard let entries = shown?.entries else { return groups.map { ($0, $0.value.products.indices) } }
        var start = 0
        return groups.compactMap { group in
            let own = start..<start + group.value.products.count
            start = own.upperBound
            let both = own.clamped(to: entries)
            return both.isEmpty ? nil : (group, both.lowerBound - own.lowerBound..<both.upperBound - own.lowerBound)
        }
    }

    /// The categories and values that any of the products has, in the order in which they are declared; none of which all have the same.
    private func choices(_ products: Products, _ groups: [Entry<Products.Group>]) -> [ProductsView.ChoiceView] {
        let used = Set(groups.map(\.value.category.string))
        let categories = products.categories.filter { used.contains($0.id.description) }
        let all =
            [
                ProductsView.ChoiceView(
                    id: nil, label: theme.words["category"] ?? "", values: categories.map { .init(id: nil, label: $0.value.string) })
            ]
            + products.attributes.map { attribute in
                let used = Set(groups.compactMap { products.value(of: attribute.id, in: $0.value) })
                return .init(
                    id: attribute.id.description, label: attribute.value.label.string,
                    values: attribute.value.values.filter { used.contains($0.id.description) }
                        .map { .init(id: $0.id.description, label: $0.value.string) })
            }
        return all.filter { $0.values.count > 1 }
    }

    private func count(_ number: Int) -> String {
        theme.phrasebook.filled(theme.phrasebook.form(of: "count", number), ["count": String(number)])
    }
}
