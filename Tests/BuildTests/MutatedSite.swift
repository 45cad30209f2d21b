import Foundation

/// Sites that an editor, a tool or a merge has spoiled: a good one with a few mistakes out of a catalogue.
struct MutatedSite {
    /// By path below the site's folder.
    private(set) var files: [String: [UInt8]]
    /// What was done, for messages.
    private(set) var done: [String] = []
    private var numbers: SeededRandom

    /// - Parameter mistakes: how many are made.
    init(_ files: [String: [UInt8]], seed: UInt64, mistakes: Int) {
        self.files = files
        numbers = SeededRandom(seed: seed)
        for _ in 0..<mistakes { mutate() }
    }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &numbers)]
    }

    private mutating func mutate() {
        let path = pick(files.keys.sorted())
        switch Int.random(in: 0..<20, using: &numbers) {
        case 0:
            files[path] = nil
            done.append("deletes \(path)")
        case 1: rename(path)
        case 2:
            files[path] = []
            done.append("empties \(path)")
        case 3: copy(path)
        case 4...8: changeLine(of: path)
        case 9...11: changeValue(of: path)
        case 12...16: insert(into: path)
        default: cut(path)
        }
    }

    private mutating func rename(_ path: String) {
        guard let bytes = files.removeValue(forKey: path) else { return }
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let name = String(path.split(separator: "/").last ?? "")
        let new = pick([
            "\(folder)/\(name.uppercased())", "\(folder)/x \(name)", "\(folder)/x-\(name)", "\(folder)/\(name).bak", "\(folder)/\(name).md",
            "Content/\(name)", "Content/data/\(name)", "Content/section/\(name)", "\(folder)/index.md", "\(folder)/con.md",
            "Content/new/deep/\(name)",
            "Content/questionnaires/\(name)", "Templates/parts/\(name)", "Templates/styles/\(name)",
        ])
        files[new] = bytes
        done.append("renames \(path) to \(new)")
    }

    private mutating func copy(_ path: String) {
        let other = pick(files.keys.sorted())
        files[other] = files[path]
        done.append("writes \(path) over \(other)")
    }

    private mutating func lines(of path: String) -> [[UInt8]] {
        (files[path] ?? []).split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    }

    private mutating func changeLine(of path: String) {
        var lines = lines(of: path)
        guard !lines.isEmpty else { return }
        let index = Int.random(in: 0..<lines.count, using: &numbers)
        let other = Int.random(in: 0..<lines.count, using: &numbers)
        let what = pick(["deletes", "doubles", "swaps", "indents", "outdents", "joins"])
        switch what {
        case "deletes": lines.remove(at: index)
        case "doubles": lines.insert(lines[index], at: other)
        case "swaps": lines.swapAt(index, other)
        case "indents": lines[index] = Array("  ".utf8) + lines[index]
        case "outdents": lines[index] = Array(lines[index].drop { $0 == 32 })
        default: if index + 1 < lines.count { lines[index] += lines.remove(at: index + 1) }
        }
        files[path] = Array(lines.joined(separator: [10]))
        done.append("\(what) line \(index + 1) of \(path) (\(other + 1))")
    }

    /// Puts something else behind a colon.
    private mutating func changeValue(of path: String) {
        var lines = lines(of: path)
        let places = lines.indices.filter { lines[$0].contains(58) }
        guard !places.isEmpty else { return }
        let index = pick(places)
        let value = pick([
            "", "x", "no", "[]", "{}", "[a, b]", "{a: b}", "12", "-1", "99999999999999999999", "2026-02-30", "2099-01-01", "0001-01-01",
            "\"x", "'", "*a", "&a", "!!str x", "|", ">",
            "{{ x.y }}", "https://example.org/", "/old/", "a.md", "../x.md#y", "tool:x", "yes", "null", "~", "table", "list", "tabs",
            "home", "[[x]]", "# x", "- x", "\u{202E}", "ä",
        ])
        let colon = lines[index].firstIndex(of: 58) ?? 0
        lines[index] = Array(lines[index][...colon]) + Array((" " + value).utf8)
        files[path] = Array(lines.joined(separator: [10]))
        done.append("writes \"\(value)\" in line \(index + 1) of \(path)")
    }

    private mutating func insert(into path: String) {
        let text = pick([
            "\u{0}", "\u{7F}", "\u{FEFF}", "\u{202E}", "\t", "\r\n", "é", "👍", "<b>", "<!--", "-->", "[x](y.md)", "![](x.png)", "{{", "}}",
            "{{ a.b }}", "{{ faq questions }}",
            "\n\n{{ questionnaire loan }}\n\n", "\n\n{{ products all }}\n\n", "[^1]", "\n```\n", "\n|a|b|\n|-|-|\n|c|\n", "\n## \n",
            "\n# Title\n", "\n###### Deep\n",
            "\n> [!NOPE]\n", "\n<<<<<<< HEAD\n", "\n=======\n", "\n>>>>>>> x\n", "\n---\n", "\n...\n", "\n!!! note\n", ":smile:", "\n##x\n",
            "\n- [] x\n", "`", "**", "[text] (https://a.org)",
            "https://example.org/", "{#id}", "{{> parts/title}}", "{{#page.facts}}", "{{/page.facts}}", "{{nope}}", "{{words.nope}}",
            "<script>x()</script>", "<p style=\"x\">", "{", "}",
            "@import url(x.css);", "/*", "\"", ",,,", "\n- a: b\n", "\ntitle: x\n", "\nkind: table\n", "\nlayout: tabs\n",
            "\nexpires: 2020-01-01\n", "\naliases: [/a/, /a/]\n",
            "\nnavigation: [section, section]\n", "\ndraft: yes\n", "\nlanguage: de\n", "\nlanguage: xx-YY\n", "\noffline: yes\n",
            "\nhistory: changes\n", "\nedit: https://a.org/{path}\n",
        ])
        guard var bytes = files[path] else { return }
        // Mostly at the start of a line, where people write.
        var place = Int.random(in: 0...bytes.count, using: &numbers)
        if Bool.random(using: &numbers) { place = bytes[..<place].lastIndex(of: 10).map { $0 + 1 } ?? 0 }
        bytes.insert(contentsOf: Array(text.utf8), at: place)
        files[path] = bytes
        done.append("inserts \(text.debugDescription) at \(place) of \(path)")
    }

    private mutating func cut(_ path: String) {
        guard let bytes = files[path], !bytes.isEmpty else { return }
        let start = Int.random(in: 0..<bytes.count, using: &numbers)
        let end = min(bytes.count, start + pick([1, 2, 5, 40, 4_000]))
        files[path] = Array(bytes[..<start] + bytes[end...])
        done.append("cuts \(start)..<\(end) of \(path)")
    }
}

/// Numbers that look random and are the same on every run: SplitMix64.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
