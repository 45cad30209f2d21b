@testable import Templating
import Testing

/// How templates are read and compiled: faults with their places, templates that include themselves, and literals in one piece.
@Suite struct CompilingTests {
    @Test(
        arguments: [
            ("a {{b", .openTag, 2..<4), ("{{}}", .name, 0..<4), ("{{a b}}", .name, 0..<7), ("{{{a}} ", .name, 0..<6),
            ("{{#a}}{{/b}}", .otherEnd, 6..<12), ("x{{/a}}", .otherEnd, 1..<7), ("{{#a}}{{^b}}{{/b}}", .openSection, 0..<6),
            ("{{<p}}{{a}}{{/p}}", .outsideBlock, 6..<11), ("{{=<% %>=}}", .delimiters, 0..<11), ("{{%A: B}}", .setting, 0..<9),
            ("{{ #a }}", .name, 0..<8), ("{{ä}}", .name, 0..<6), ("{{>a b}}", .name, 0..<8), ("{{f(a)}}", .name, 0..<8),
        ] as [(String, TemplateError.Problem, Range<Int>)])
    func faults(_ text: String, _ problem: TemplateError.Problem, _ place: Range<Int>) {
        #expect(throws: TemplateError(problem: problem, place: place)) { try Template(Array(text.utf8)) }
    }

    @Test func `sections are nested only so deep`() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "{{#a}}", count: depth) + String(repeating: "{{/a}}", count: depth)).utf8)
        }
        _ = try Template(nested(Template.depth))
        #expect(throws: TemplateError(problem: .depth, place: 600..<606)) { try Template(nested(Template.depth + 1)) }
    }

    /// A page with those below it.
    private struct Item: TemplateView {
        let title: String
        var isOpen = true
        var children: [Item] = []

        static let fields = TemplateFields<Self>([
            .text("title") { $0.title }, .flag("isOpen") { $0.isOpen }, .list("children") { $0.children },
        ])
    }

    private func program(_ templates: [String: String]) throws -> TemplateProgram {
        var compiler = TemplateCompiler(templates: try templates.mapValues { try Template(Array($0.utf8)) }, words: [:])
        return compiler.program("main", [Item.keys])
    }

    @Test func `a template may include itself for what is below`() throws {
        let tree = Item(title: "1", children: [Item(title: "2", children: [Item(title: "3")]), Item(title: "4")])
        for template in ["[{{title}}{{#.children}}{{> main}}{{/.children}}]", "[{{title}}{{#.children}}{{> part}}{{/.children}}]"] {
            let program = try program(["main": template, "part": "{{> main}}"])
            #expect(program.endless.isEmpty)
            #expect(String(decoding: program.rendered([tree]), as: UTF8.self) == "[1[2[3]][4]]")
        }
        let lines = try program(["main": "{{title}}\n{{#.children}}\n {{> main}}\n{{/.children}}\n"])
        #expect(String(decoding: lines.rendered([tree]), as: UTF8.self) == "1\n 2\n  3\n 4\n")
    }

    @Test(arguments: ["{{> main}}", "{{#.isOpen}}{{> main}}{{/.isOpen}}", "{{#title}}{{> main}}{{/title}}", "x{{> part}}"])
    func `one that would never end is left out`(_ template: String) throws {
        let program = try program(["main": template, "part": "{{<main}}{{/main}}"])
        #expect(!program.endless.isEmpty)
        #expect(program.rendered([Item(title: "1")]).count < 10)
    }

    @Test func `words and the text of partials are one piece`() throws {
        var compiler = TemplateCompiler(
            templates: ["main": try Template(Array("<{{words.a}}>{{> p}}!".utf8)), "p": try Template(Array("p".utf8))], words: ["a": "x"])
        let program = compiler.program("main", [ViewKeys([.init(name: "words", kind: .words)])])
        #expect(program.operations.count == 1)
    }

    @Test func `some keys of a view are those of one kind of page`() throws {
        let keys = Item.keys.only(["title", "children"], inner: ["children": Item.keys.only(["title"])])
        let template = "{{title}}{{#isOpen}}!{{/isOpen}}{{#children}}{{title}}{{#.children}}!{{/.children}}{{/children}}"
        var compiler = TemplateCompiler(templates: ["main": try Template(Array(template.utf8))], words: [:])
        let program = compiler.program("main", [keys])
        let item = Item(title: "1", children: [Item(title: "2", children: [Item(title: "3")])])
        #expect(String(decoding: program.rendered([item]), as: UTF8.self) == "12")
    }
}
