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
            "a.js": "import { f } from './main.js'; import { one } from './a-part.js'; f(one, one);",
            "a-part.js": "import { f as g } from './main.js'; export const one = 1; const two = 2; g(one, two);",
            "main.js": "export const f = 1;",
        ])
        #expect(files == ["a.js": "import{f as s}from'./main.js';const e=1,t=2;s(e,t);s(e,e);\n", "main.js": "export const f=1;\n"])
    }

    @Test(arguments: [
        // Of another component, and one that is no part.
        ["a.js": "import { one } from './b-part.js'; one();", "b-part.js": "export const one = 1;"],
        ["a-b.js": "import { one } from './a.js'; one();", "a.js": "export const one = 1;"],
        // Loaded in another way too.
        ["a.js": "import { one } from './a-part.js'; one();", "a-part.js": "export const one = 1;", "c.js": "import('./a-part.js')"],
        [
            "a.js": "import { one } from './a-part.js'; one();", "a-part.js": "export const one = 1;",
            "c.js": "export { one } from './a-part.js'",
        ],
        // An element, what asks for its address, all of a module.
        ["a.js": "import { one } from './a-part.js'; one();", "a-part.js": "export const one = 1; define('part', one);"],
        ["a.js": "import { one } from './a-part.js'; one();", "a-part.js": "export const one = import.meta.url;"],
        ["a.js": "import * as one from './a-part.js'; one();", "a-part.js": "export const one = 1;"],
        ["a.js": "import one from './a-part.js'; one();", "a-part.js": "export default 1;"],
        // A name of the browser's in one and of ours in the other, which is not certain; a file that is not read.
        ["a.js": "import { one } from './a-part.js'; one(); export const print = 1;", "a-part.js": "export const one = () => print();"],
        ["a.js": "import { one } from './a-part.js'; one();", "a-part.js": "export const one = 1;", "c.js": "f(]"],
        // Something that the part does not have.
        ["a.js": "import { two } from './a-part.js'; two();", "a-part.js": "export const one = 1;"],
    ])
    func `what stays a file`(files: [String: String]) { #expect(published(files).keys.sorted() == files.keys.sorted()) }

    @Test func `a part that two files import is one of its own, with parts of its own`() {
        let files = published([
            "a.js": "import { one } from './a-one.js'; import('./a-late.js'); one();",
            "a-late.js": "import { one } from './a-one.js'; one();",
            "a-one.js": "import { two } from './a-two.js'; export const one = () => two;", "a-two.js": "export const two = 2;",
        ])
        #expect(files.keys.sorted() == ["a-late.js", "a-one.js", "a.js"])
        #expect(files["a-one.js"] == "const e=2;export const one=()=>e;\n")
    }

    @Test func `parts that import one another are one file`() {
        let files = published([
            "a.js": "import { one } from './a-one.js'; one();",
            "a-one.js": "import { two } from './a-two.js'; export const one = () => two();",
            "a-two.js": "import { one } from './a-one.js'; export const two = () => one();",
        ])
        #expect(files == ["a.js": "const t=()=>e(),e=()=>t();e();\n"])
    }

    @Test func `names of two parts do not meet`() {
        let files = published([
            "a.js": "import { one } from './a-part.js'; const two = 1; f(one, two);",
            "a-part.js": "const two = 2; export const one = () => { const f = two; return f; };",
        ])
        #expect(files == ["a.js": "const e=2,n=()=>{const s=e;return s},t=1;f(n,t);\n"])
    }
}
