/// One published file: a module, or several that became one, with short names.
struct ScriptUnit {
    /// One thing that has a name, in all modules that know it.
    private struct Entity {
        /// What it is called, in the order of the modules.
        var texts: [String] = []
        var ranges: [Range<Int>] = []
        var count = 0
        var isOurs = true
        var isOutermost = false
        var name: String?
    }

    private let modules: [ScriptNames]
    private var entities: [Entity] = []
    /// For each module, the number of what a name means in it.
    private var meanings: [[String: Int]]
    /// What the file imports, in the order of the modules: where from, and by the name there.
    private var imports: [(source: String, names: [(there: String, entity: Int)])] = []

    /// The text of a file made of modules, the last of which gives it its exports; nil if they cannot be one.
    static func written(_ modules: [ScriptNames]) -> [UInt8]? {
        guard var unit = ScriptUnit(modules), unit.isFreeOfCollisions else { return nil }
        unit.chooseNames()
        return unit.text()
    }

    private init?(_ modules: [ScriptNames]) {
        self.modules = modules
        meanings = modules.map { _ in [:] }
        var first = 0
        var starts: [Int] = []
        for module in modules {
            starts.append(first)
            // The ranges of names start at -1.
            first += module.roles.count + 2
        }
        let everywhere = -1..<first
        for (number, module) in modules.enumerated() {
            let imported = Set(module.module.imports.flatMap(\.names).map(\.here))
            for (text, name) in module.names.sorted(by: { $0.key < $1.key }) where !imported.contains(text) {
                meanings[number][text] = entities.count
                entities.append(Entity())
                add(text, name, in: number, first: starts[number], everywhere)
            }
        }
        for number in modules.indices { guard readImports(of: number, first: starts[number], everywhere) else { return nil } }
        for name in modules.last.map({ Array($0.module.exports.values) }) ?? [] {
            if let entity = meanings.last?[name] { entities[entity].isOurs = false }
        }
        // `{ copy as a }` for one `a` saves nothing.
        for number in imports.flatMap(\.names).filter({ $0.there != "*" && $0.there != "default" }).map(\.entity)
        where entities[number].count == 1 && mayStay(number) {
            if entities[number].texts.first == externalName(number) { entities[number].isOurs = false }
        }
    }

    /// Adds to the entity that a name means in a module what the module says of it.
    private mutating func add(_ text: String, _ name: ScriptNames.Name, in module: Int, first: Int, _ everywhere: Range<Int>) {
        guard let number = meanings[module][text] else { return }
        entities[number].texts.append(text)
        entities[number].count += name.places.count
        entities[number].isOutermost = entities[number].isOutermost || name.isOutermost
        entities[number].ranges += name.isOutermost ? [everywhere] : name.most.map { $0.lowerBound + first..<$0.upperBound + first }
        // A name that saves nothing stays: `{ a }` would become `{ a: b }`.
        let isWorth = name.isOutermost || name.places.count > 2 * name.shorthands
        entities[number].isOurs = entities[number].isOurs && name.isOurs && isWorth
    }

    private mutating func readImports(of number: Int, first: Int, _ everywhere: Range<Int>) -> Bool {
        let module = modules[number].module
        for taken in module.imports {
            let path = ScriptGroups.resolved(taken.source, from: module.path)
            let other = modules.firstIndex { $0.module.path == path }
            for name in taken.names {
                let entity: Int
                if let other {
                    guard let local = modules[other].module.exports[name.there], let found = meanings[other][local] else { return false }
                    entity = found
                } else {
                    entity = external(taken.source, name.there)
                }
                meanings[number][name.here] = entity
                guard let used = modules[number].names[name.here] else { return false }
                add(name.here, used, in: number, first: first, everywhere)
            }
            if other == nil, taken.names.isEmpty, !imports.contains(where: { $0.source == taken.source }) {
                imports.append((taken.source, []))
            }
        }
        return true
    }

    /// What other files call something that is imported from them.
    private func externalName(_ entity: Int) -> String? { imports.flatMap(\.names).first { $0.entity == entity }?.there }

    /// What other files export is imported once.
    private mutating func external(_ source: String, _ there: String) -> Int {
        let place = imports.firstIndex { $0.source == source } ?? imports.count
        if place == imports.count { imports.append((source, [])) }
        if let known = imports[place].names.first(where: { $0.there == there }) { return known.entity }
        entities.append(Entity())
        imports[place].names.append((there, entities.count - 1))
        return entities.count - 1
    }

    /// Whether names that stay mean one thing in all modules.
    private var isFreeOfCollisions: Bool {
        entities.indices.allSatisfy { !entities[$0].isOutermost || entities[$0].isOurs || mayStay($0) }
    }

    /// Whether a name that all modules see can stay as it is: nothing else there has it, or what has it is certain to
    /// stand inside, or gets another one.
    private func mayStay(_ number: Int) -> Bool {
        guard let text = entities[number].texts.first, entities[number].texts.allSatisfy({ $0 == text }) else { return false }
        return zip(modules, meanings).allSatisfy { names, meaning in
            guard let other = meaning[text], other != number, let name = names.names[text] else { return true }
            return name.isOurs && (!name.isOutermost || entities[other].isOurs)
        }
    }

    // MARK: Names

    /// Gives the shortest names to what is said most. Two names may become the same where no scope has both; names that
    /// were the same stay so if that is possible, because what is repeated compresses.
    private mutating func chooseNames() {
        let kept = Set(entities.filter { !$0.isOurs }.flatMap(\.texts)).union(ScriptToken.reserved)
        var counts: [String: Int] = [:]
        let ours = entities.indices.filter { entities[$0].isOurs && entities[$0].count > 0 }
        for entity in ours.map({ entities[$0] }) { counts[entity.texts[0], default: 0] += entity.count }
        let order = ours.sorted {
            let (one, other) = (entities[$0], entities[$1])
            return (counts[other.texts[0], default: 0], other.count, $0) < (counts[one.texts[0], default: 0], one.count, $1)
        }
        var names: [(name: String, taken: [Range<Int>])] = []
        var earlier: [String: Int] = [:]
        var next = 0
        for number in order {
            let (text, ranges) = (entities[number].texts[0], entities[number].ranges)
            func isFree(_ place: Int) -> Bool { !names[place].taken.contains { range in ranges.contains { $0.overlaps(range) } } }
            let place = earlier[text].flatMap { isFree($0) ? $0 : nil } ?? names.indices.first(where: isFree) ?? names.count
            if place == names.count {
                repeat { next += 1 } while kept.contains(Self.name(next - 1))
                names.append((Self.name(next - 1), []))
            }
            earlier[text] = earlier[text] ?? place
            names[place].taken += ranges
            entities[number].name = names[place].name
        }
    }

    /// `e` … `Z`, `ee` …: letters that scripts use most come first, which compresses better.
    private static func name(_ number: Int) -> String {
        let letters = Array("etsnraoilcudphmfgqbvwykxjzSTAECNOILDRMPBFHGUVWXYKQJZ_$")
        let last = String(letters[number % letters.count])
        return number < letters.count ? last : name(number / letters.count - 1) + last
    }

    // MARK: Text

    private func text() -> [UInt8] {
        var writer = ScriptWriter()
        for token in importTokens() { writer.add(token) }
        var tokens: [ScriptToken] = []
        for number in modules.indices {
            var next = words(of: number)[...]
            if let last = tokens.last, let first = next.first {
                let names = modules[number - 1]
                if let declaration = names.declarationEnds[names.roles.count - 1], first.isWord(declaration.keyword) {
                    tokens[tokens.count - 1] = Self.sign(",")
                    next.removeFirst()
                } else if !last.isSign(";") {
                    tokens.append(Self.sign(";"))
                }
            }
            tokens += next
        }
        for token in tokens { writer.add(token) }
        let notices = modules.flatMap(\.module.notices).map { $0 + "\n" }.joined()
        return Array(notices.utf8) + writer.finished()
    }

    private static func sign(_ text: String) -> ScriptToken { ScriptToken(kind: .sign, text: text, isAfterLine: false) }
    private static func word(_ text: String) -> ScriptToken { ScriptToken(kind: .word, text: text, isAfterLine: false) }

    private func importTokens() -> [ScriptToken] {
        imports.flatMap { source, names in
            let spaces = names.filter { $0.there == "*" }.flatMap { name in
                [Self.word("import"), Self.sign("*"), Self.word("as"), Self.word(self.name(name.entity)), Self.word("from")]
                    + [ScriptToken(kind: .string, text: source, isAfterLine: false), Self.sign(";")]
            }
            let named = names.filter { $0.there != "*" }.flatMap { name in
                let here = self.name(name.entity)
                return [Self.word(name.there)] + (here == name.there ? [] : [Self.word("as"), Self.word(here)]) + [Self.sign(",")]
            }
            guard spaces.isEmpty || !named.isEmpty else { return spaces }
            return spaces + [Self.word("import")] + (named.isEmpty ? [] : [Self.sign("{")] + named + [Self.sign("}"), Self.word("from")])
                + [ScriptToken(kind: .string, text: source, isAfterLine: false), Self.sign(";")]
        }
    }

    private func name(_ entity: Int) -> String { entities[entity].name ?? entities[entity].texts[0] }

    /// The words and signs of a module as they are written.
    private func words(of number: Int) -> [ScriptToken] {
        let names = modules[number]
        let tokens = names.module.tokens
        let isLast = number == modules.count - 1
        var result: [ScriptToken] = []
        var isLineBefore = false
        var place = 0
        while place < tokens.count {
            defer { place += 1 }
            var token = tokens[place]
            token.isAfterLine = token.isAfterLine || isLineBefore
            isLineBefore = false
            if names.module.importWords.contains(place) || !isLast && names.module.exportWords.contains(place) {
                // What stood on both sides are two statements still.
                if let last = result.last, !last.isSign(";") { result.append(Self.sign(";")) }
                isLineBefore = token.isAfterLine
                continue
            }
            // `(x) => y` is `x => y`.
            if token.isSign("("), token.partner == place + 2, tokens[place + 1].kind == .word, isArrow(place + 3, tokens) {
                isLineBefore = token.isAfterLine
                continue
            }
            if token.isSign(")"), token.partner == place - 2, tokens[place - 1].kind == .word, isArrow(place + 1, tokens) { continue }
            // `const a = 1; const b = 2` is `const a = 1, b = 2`.
            if let end = names.declarationEnds[place], !isLast || !end.isExported, let next = following(place, isLast, names),
                tokens[next].isWord(end.keyword)
            {
                result.append(Self.sign(","))
                place = next
                continue
            }
            let role = names.roles[place]
            if role == .name || role == .shorthand, let entity = meanings[number][token.text], let name = entities[entity].name,
                name != token.text
            {
                if role == .shorthand { result += [token, Self.sign(":"), Self.word(name)] }
                token.text = name
                if role == .name { result.append(token) }
            } else {
                result.append(token)
            }
        }
        return result
    }

    private func isArrow(_ place: Int, _ tokens: [ScriptToken]) -> Bool { place < tokens.count && tokens[place].isSign("=>") }

    /// The place of the next word that is written.
    private func following(_ place: Int, _ isLast: Bool, _ names: ScriptNames) -> Int? {
        var next = place + 1
        while names.module.importWords.contains(next) || !isLast && names.module.exportWords.contains(next) { next += 1 }
        return next < names.module.tokens.count ? next : nil
    }
}
