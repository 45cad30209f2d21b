import Foundation
@testable import Pages
import Testing

/// One script, as it is published.
private func published(_ script: String) -> String {
    let files = Scripts.published([RenderedFile(path: "a.js", bytes: Array(script.utf8))])
    return files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "|")
}

/// Scripts are made smaller and mean the same.
@Suite struct ScriptWritingTests {
    @Test(
        arguments: [
            // Comments and space.
            ("// a\na( 1 , 2 ) ; /* b */ c()", "a(1,2);c()\n"),
            ("a /* one\ntwo */ b", "a\nb\n"),
            ("/*! Licence */ a()", "/*! Licence */\na()\n"),
            ("a = 'x  // y';\nb = \"/* \"", "a='x  // y';b=\"/* \"\n"),
            ("a\u{A0}=\u{FEFF}1\u{2028}b()", "a=1\nb()\n"),
            ("a in b; typeof a; a instanceof b", "a in b;typeof a;a instanceof b\n"),
            ("a + +b - -c + ++d - --e", "a+ +b- -c+ ++d- --e\n"),
            ("1 .toFixed(); 1..toFixed(); 1.5.toFixed()", "1 .toFixed();1. .toFixed();1.5 .toFixed()\n"),
            ("a < !--b; a-- > b", "a< !--b;a-- >b\n"),
            ("a ? .5 : b?.c", "a?.5:b?.c\n"),
            ("if (a) { b(); }\nelse { c(); }\nd()", "if(a){b()}else{c()}d()\n"),
            // Numbers.
            ("x = [1_000, 0xFFn, 1e+5, .5e-3, 0b11, 10n]", "x=[1_000,0xFFn,1e+5,.5e-3,0b11,10n]\n"),
            // Semicolons and commas that mean something.
            ("for (;;) ;", "for(;;);\n"), ("if (a) { while (b); }", "if(a){while(b);}\n"), ("if (a) b(); else ;", "if(a)b();else;\n"),
            ("x = [a, , ]; y = [a, ]; f(a, )", "x=[a,,];y=[a];f(a)\n"), ("{ ; }", "{;}\n"),
            // Line ends that a statement may end with stay.
            ("a = b\n(c)", "a=b\n(c)\n"), ("a = b\n++c", "a=b\n++c\n"), ("f = () => {}\n[1].map(f)", "f=()=>{}\n[1].map(f)\n"),
            ("x = y\n/z/g.test(a)", "x=y\n/z/g.test(a)\n"), ("a\n.b\n.c()", "a.b.c()\n"), ("a =\n b\n && c", "a=b&&c\n"),
            ("do a()\nwhile (b)\nc()", "do a()\nwhile(b)c()\n"),
            ("class A { a\n b = 1\n static c\n *d() {}\n #e = 2; get\n f() {} }", "class e{a\nb=1\nstatic c\n*d(){}\n#e=2;get\nf(){}}\n"),
            // Division or regular expression.
            ("a / b / c", "a/b/c\n"), ("a = /[/]\\/x/ .b", "a=/[/]\\/x/.b\n"), ("x = a.return / b / c", "x=a.return/b/c\n"),
            ("if (a) /b/ .test(c)", "if(a)/b/.test(c)\n"), ("f(a) / b / c", "f(a)/b/c\n"), ("x = [1] / 2 / 3", "x=[1]/2/3\n"),
            ("return_ = typeof / a/ ; b", "return_=typeof/ a/;b\n"), ("x = a++ / b / c", "x=a++/b/c\n"),
            ("for (const a of / b/ [c](d)) e()", "for(const t of/ b/[c](d))e()\n"), ("x = / a/ in b", "x=/ a/ in b\n"),
            ("x = a / /b/.c", "x=a/ /b/.c\n"), ("x = {} / 2", "x={}/2\n"), ("if (a) {}\n/ b/.c()", "if(a){}/ b/.c()\n"),
            ("x = this / a / b", "x=this/a/b\n"), ("x = #a in b", "x=#a in b\n"), ("let_ = `a` / b / c", "let_=`a`/b/c\n"),
            // Templates.
            ("x = `  a ${ b + `  ${ c }  ` }  // d\n `", "x=`  a ${b+`  ${c}  `}  // d\n `\n"),
            ("x = `${ { a: 1 }.a }${ (() => { return 1 })() }\\`\\${`", "x=`${{a:1}.a}${(()=>{return 1})()}\\`\\${`\n"),
            ("x = '</script>'", "x='</script>'\n"),
        ] as [(String, String?)])
    func `without comments and space`(script: String, expected: String?) {
        #expect(published(script) == expected ?? script)
    }

    @Test(arguments: [
        // What is not understood is published as it is written.
        "x = 'a\n", "x = `a${", "f(]", "a } b", "/* a", "@a class B {}", "#!/usr/bin/node\na()", "const f = function () {} / 2",
        "import a from './a.json' with { type: 'json' };",
    ])
    func `what is not understood stays`(script: String) { #expect(published(script) == script) }

    @Test(arguments: [
        // Names that are declared and nowhere else.
        ("const one = 1; f(one);", "const e=1;f(e);\n"), ("const one = (two) => two + one;", "const e=t=>t+e;\n"),
        ("let one = 1; { let two = one; f(two); }", "let e=1;{let t=e;f(t)}\n"),
        ("function first(one, ...two) { return one + two; }\nfirst();", "function e(t,...s){return t+s}\ne();\n"),
        ("try { a(); } catch (fault) { b(fault); }", "try{a()}catch(e){b(e)}\n"),
        ("for (const [one, two] of all) f(one, two);", "for(const[e,t]of all)f(e,t);\n"),
        ("const x1 = 1; const x2 = 2; let x3;", "const e=1,t=2;let s;\n"),
        ("const a1 = `${one => one + 1}`;", "const t=`${e=>e+1}`;\n"),
        ("const f1 = async (one) => { await one; };", "const t=async e=>{await e};\n"),
        // Two scopes may use one name.
        ("f((one) => one); f((two) => two);", "f(e=>e);f(e=>e);\n"),
        // A name of the browser's stays, also where another thing has it.
        ("f((name) => name); f(name);", "f(name=>name);f(name);\n"), ("{ const top = 1; } f(top);", "{const top=1}f(top);\n"),
        ("const f1 = (one) => one\n+ f(one);", "const e=one=>one\n+f(one);\n"),
        // Properties stay.
        (
            "const one = 1; a.one = { one: one, two: a?.one, 'one': 1, one() {}, get one() {} };",
            "const e=1;a.one={one:e,two:a?.one,'one':1,one(){},get one(){}};\n"
        ),
        ("const one = 1; a = { one, two: [one, one, one] };", "const e=1;a={one:e,two:[e,e,e]};\n"),
        ("const { one, two: three, ...four } = a; f(one, one, one, three, four);", "const{one:e,two:s,...t}=a;f(e,e,e,s,t);\n"),
        ("const f1 = ({ one = 1, two }) => one + one + one + two;", "const t=({one:e=1,two})=>e+e+e+two;\n"),
        ("let one; ({ one = 2 } = a); f(one, one);", "let e;({one:e=2}=a);f(e,e);\n"),
        (
            "class One { two = 1; three() { return this.two; } static { f(One); } } const two = new One();",
            "class e{two=1;three(){return this.two}static{f(e)}}const t=new e();\n"
        ),
        ("const one = a ? one1 : b; f(one);", "const e=a?one1:b;f(e);\n"),
        ("const one = 1; a ? one : b; a = { b: c ? one : d };", "const e=1;a?e:b;a={b:c?e:d};\n"),
        ("one: for (;;) { const one = 1; f(one); break one; }", "one:for(;;){const one=1;f(one);break one}\n"),
        ("switch (a) { case one: const two = 1; f(two); }", "switch(a){case one:const e=1;f(e)}\n"),
        // Words that mean something at some places only.
        ("const async = 1, of = 2, get = 3; f(async, of, get);", "const async=1,of=2,get=3;f(async,of,get);\n"),
        ("const one = { async two() { return one; }, *three() {}, [one]: 1 };", "const e={async two(){return e},*three(){},[e]:1};\n"),
        // Exports and imports keep the names that others know.
        ("export const one = 1; f(one);", "export const one=1;f(one);\n"), ("export const a1 = 1, b1 = 2;", "export const a1=1,b1=2;\n"),
        ("const one = 1; export { one as two };", "const one=1;export{one as two};\n"),
        ("export default function one() { return one; }", "export default function one(){return one}\n"),
        ("import { one, two as three } from 'x'; one(one, three, three);", "import{one as e,two as t}from'x';e(e,t,t);\n"),
        ("import one, * as two from 'x'; one(two);", "import*as t from'x';import{default as e}from'x';e(t);\n"),
        ("import 'x';\nf();", "import'x';f();\n"),
        ("f()\nimport { one } from 'x'\n(one)()", "import{one}from'x';f();(one)()\n"),
        // Declarations in a row are one, unless the first depends on something.
        ("const one = 1; const two = 2; let three = 3; let four = 4;", "const t=1,n=2;let s=3,e=4;\n"),
        ("if (a) var one = 1; var two = 2;", "if(a)var e=1;var t=2;\n"),
        // Who can see all names may use any.
        ("const one = 1; eval('one');", "const one=1;eval('one');\n"), ("const \\u006fne = 1; f(one);", "const \\u006fne=1;f(one);\n"),
    ])
    func `short names`(script: String, expected: String) { #expect(published(script) == expected) }
}
