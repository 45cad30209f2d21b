@testable import Pages
import Testing

/// Which modules become one file, and what that file says.
@Suite struct ScriptGroupsTests {
    private func published(_ files: [String: String]) -> [String: String] {
        let result = Scripts.published(files.sorted { $0.key < $1.key }.map { RenderedFile(path: $0.key, bytes: Array($0.value.utf8)) })
        return Dictionary(uniqueKeysWithValues: result.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test func `a part that one file imports goes into it`() {
        let files = published([
            "a.js": "import { f, g } from './main.js';\nimport { one } from './a-part.js';\nf(one, g);\n",
            "a-part.js": "import { f } from './main.js';\nexport const one = 1;\nf(one);\n",
            "main.js": "export const f = 1;\nexport const g = 2;\n",
        ])
        #expect(
            files == [
                "a.js": "import { f, g } from './main.js';\nconst one = 1;\nf(one);\nf(one, g);\n",
                "main.js": "export const f = 1;\nexport const g = 2;\n",
            ])
    }

    @Test(arguments: [
        // Loaded in another way too.
        ["a.js": "import { one } from './a-part.js';\none();", "a-part.js": "export const one = 1;", "c.js": "import('./a-part.js')"],
        [
            "a.js": "import { one } from './a-part.js';\none();", "a-part.js": "export const one = 1;",
            "c.js": "export { one } from './a-part.js'",
        ],
        // An element, what asks for its address, all of a module, another name.
        ["a.js": "import { one } from './a-part.js';\none();", "a-part.js": "export const one = 1;\ndefine('part', one);"],
        ["a.js": "import { one } from './a-part.js';\none();", "a-part.js": "export const one = import.meta.url;"],
        ["a.js": "import * as one from './a-part.js';\none();", "a-part.js": "export const one = 1;"],
        ["a.js": "import { one as two } from './a-part.js';\ntwo();", "a-part.js": "export const one = 1;"],
        ["a.js": "import one from './a-part.js';\none();", "a-part.js": "export default 1;"],
        // A name of the browser's, one that both have, one that both get from elsewhere.
        ["a.js": "import { one } from './a-part.js';\none();\nexport const print = 1;", "a-part.js": "export const one = () => print();"],
        ["a.js": "import { one } from './a-part.js';\nconst two = one;", "a-part.js": "const two = 2;\nexport const one = two;"],
        [
            "a.js": "import { one } from './a-part.js';\nimport { two } from './x.js';",
            "a-part.js": "import { two } from './y.js';\nexport const one = two;",
            "x.js": "export const two = 1;", "y.js": "export const two = 2;",
        ],
        // A file that isn't read could import any.
        ["a.js": "import { one } from './a-part.js';\none();", "a-part.js": "export const one = 1;", "c.js": "const text = `\n`;"],
        // Something that the part doesn't have.
        ["a.js": "import { two } from './a-part.js';\ntwo();", "a-part.js": "export const one = 1;"],
    ])
    func `what stays a file`(files: [String: String]) { #expect(published(files).keys.sorted() == files.keys.sorted()) }

    @Test(arguments: [
        ("const two = one;", "const two = 2;\nexport const one = two;", "a.js and a-part.js both have the top-level name two"),
        ("export const print = 1;", "export const one = 1;", "a.js and the browser both have the top-level name print"),
        ("const two = one;", "import { two } from './x.js';\nexport const one = 1;", "a-part.js and a.js both have the top-level name two"),
    ])
    func `a clash of names is told`(own: String, part: String, told: String) {
        let files = [
            "a.js": "import { one } from './a-part.js';\n\(own)", "a-part.js": part, "x.js": "export const two = 1;\ndefine('x', two);",
        ]
        let modules = files.sorted { $0.key < $1.key }.compactMap {
            ScriptModule(path: $0.key, bytes: Array($0.value.utf8), patterns: ScriptPatterns())
        }
        #expect(ScriptGroups.obstacles(in: modules) == [told])
    }

    @Test func `what the same files need is one file that they share`() {
        let files = published([
            "a.js": "import { one } from './one.js';\none();",
            "b.js": "import { one } from './one.js';\nimport { three } from './three.js';\none(three);",
            "one.js": "import { two } from './two.js';\nexport const one = () => two;", "two.js": "export const two = 2;",
            "three.js": "export const three = 3;",
        ])
        #expect(files.keys.sorted() == ["a.js", "b.js", "one.js"])
        #expect(files["one.js"] == "const two = 2;\nexport const one = () => two;\n")
        #expect(files["b.js"] == "import { one } from './one.js';\nconst three = 3;\none(three);\n")
    }

    @Test func `names of different modules come from the file that they share`() {
        let files = published([
            "a.js": "import { one } from './one.js';\nimport { two } from './two.js';\none(two);",
            "b.js": "import { one } from './one.js';\none();",
            "one.js": "import { two } from './two.js';\nexport const one = () => two;",
            "two.js": "export const two = 2;\nexport const no = 3;",
        ])
        #expect(files["a.js"] == "import { one, two } from './one.js';\none(two);\n")
        #expect(files["one.js"] == "export const two = 2;\nconst no = 3;\nexport const one = () => two;\n")
    }

    /// What comes late finds there what was loaded before it.
    @Test func `what a file needs stays in it when only that file loads another that needs it too`() {
        let files = published([
            "a.js": "import { one } from './one.js';\nimport { two } from './two.js';\none(two);",
            "one.js": "import { two } from './two.js';\nexport const one = () => import('./late.js');", "two.js": "export const two = 2;",
            "late.js": "import { two } from './two.js';\nimport('./later.js');\ntwo();",
            "later.js": "import { two } from './two.js';\ntwo();",
        ])
        #expect(files.keys.sorted() == ["a.js", "late.js", "later.js"])
        #expect(files["a.js"] == "export const two = 2;\nconst one = () => import('./late.js');\none(two);\n")
        #expect(files["late.js"] == "import { two } from './a.js';\nimport('./later.js');\ntwo();\n")
        #expect(files["later.js"] == "import { two } from './a.js';\ntwo();\n")
    }

    @Test func `what two files load late is not in either`() {
        let files = published([
            "a.js": "import { two } from './two.js';\nimport('./late.js');",
            "b.js": "import { two } from './two.js';\nimport('./late.js');",
            "two.js": "export const two = 2;", "late.js": "import { two } from './two.js';\ntwo();",
        ])
        #expect(files.keys.sorted() == ["a.js", "b.js", "late.js", "two.js"])
    }

    @Test func `parts that import one another are one file`() {
        let files = published([
            "a.js": "import { one } from './a-one.js';\none();",
            "a-one.js": "import { two } from './a-two.js';\nexport const one = () => two();",
            "a-two.js": "import { one } from './a-one.js';\nexport const two = () => one();",
        ])
        #expect(files == ["a.js": "const two = () => one();\nconst one = () => two();\none();\n"])
    }

    @Test(arguments: [
        ("// one\nf();\n\n  // two\n  g();\n", "f();\ng();\n"),
        ("/** one */\nf(); // stays\n/*\n two\n */\ng('// no comment');\n", "f(); // stays\ng('// no comment');\n"),
        ("/*! licence\n * of it */\nf();\n", "/*! licence\n* of it */\nf();\n"),
        ("import {\n  a,\n  b,\n} from './x.js';\nf();\n", "import { a, b } from './x.js';\nf();\n"),
        ("const path = '/*';\nf(/[*]/); /* in one line */\n", "const path = '/*';\nf(/[*]/); /* in one line */\n"),
        ("const all = /** @type {HTMLElement[]} */ ([...list]);\n", "const all = ([...list]);\n"),
        // Not read: published as they are.
        ("const text = `\n// no comment\n`;\n", "const text = `\n// no comment\n`;\n"),
        ("f(); /* one\n// two */ g();\n", "f(); /* one\n// two */ g();\n"),
        ("const text = 'one \\\n// two';\n", "const text = 'one \\\n// two';\n"),
    ])
    func `comments and blank lines go`(source: String, expected: String) {
        #expect(published(["a.js": source]) == ["a.js": expected])
    }
}
