import Diagnostics

/// Names, fields, and what they may have meant.
extension Checker {
    mutating func nameType(_ node: Node.ID, _ name: String) -> ValueType {
        if let local = local(name) {
            result.meanings[node] = .local(local.slot)
            return local.type
        }
        if let type = declaredType(node, name) { return type }
        result.meanings[node] = .unknownName(name)
        let shown = name.utf8.first == UInt8(ascii: ".") ? String(name.dropFirst()) : name
        let known = locals.map(\.name) + environment.variables.map(\.name)
        return report(
            Fault(.unknownName, .unknownName(shown), at: syntax[node].nameRange, help: Spelling.suggestion(for: shown, among: known)))
    }

    func local(_ name: String) -> Local? {
        locals.last { $0.name == name }
    }

    /// The variable or type that a name stands for, looked up from the innermost namespace outwards.
    private mutating func declaredType(_ node: Node.ID, _ name: String) -> ValueType? {
        for candidate in environment.candidates(name) {
            if let place = environment.index(of: candidate) {
                result.meanings[node] = .variable(place)
                return environment.variables[place].type
            }
            if let type = ValueType.named[candidate] {
                result.meanings[node] = .typeName(Symbol(candidate))
                return .type(type)
            }
            if !environment.records.isEmpty, environment.records[Symbol(candidate)] != nil {
                result.meanings[node] = .typeName(Symbol(candidate))
                return .type(.record(Symbol(candidate)))
            }
        }
        return nil
    }

    /// The dotted name that a chain of selections writes, unless its first word is bound by a macro.
    func qualifiedName(_ node: Node.ID) -> String? {
        switch syntax[node].form {
        case .name(let name, let isRooted):
            if isRooted { return "." + name }
            return local(name) == nil ? name : nil
        case .select(let operand, let field, isOptional: false): return qualifiedName(operand).map { $0 + "." + field }
        default: return nil
        }
    }

    mutating func selectType(_ node: Node.ID, _ operand: Node.ID, _ field: String, isOptional: Bool) -> ValueType {
        if !isOptional, let name = qualifiedName(node), let type = declaredType(node, name) { return type }
        let type = fieldType(node, check(operand), field)
        guard isOptional else { return type }
        if case .field = result.meanings[node], case .optional = type { return type }
        if case .optional = result.types[operand] { return type }
        return type == .fault ? type : .optional(type)
    }

    mutating func presenceType(_ node: Node.ID, _ operand: Node.ID, _ field: String) -> ValueType {
        _ = fieldType(node, check(operand), field)
        return .bool
    }

    private mutating func fieldType(_ node: Node.ID, _ operand: ValueType, _ field: String) -> ValueType {
        switch operand {
        case .fault: return .fault
        case .optional(let inner):
            let type = fieldType(node, unifier.resolved(inner), field)
            if case .field = result.meanings[node], case .optional = type { return type }
            return type == .fault ? type : .optional(type)
        case .record(let name): return recordFieldType(node, name, field)
        case .map(let key, let value):
            // The language lets it pass and finds no such key; a rule that does it is mistaken.
            if unifier.fit(.string, to: key) || !environment.options.contains(.refusesDynamic) { return value }
            return report(Fault(.mismatch, .keysAreNoTexts(key.shown), at: syntax[node].nameRange, help: .useIndex))
        case .dyn: return .dyn
        case .variable:
            _ = unifier.fit(.dyn, to: operand)
            return .dyn
        default:
            return report(
                Fault(.unknownField, .hasNoFields(operand.shown, field), at: syntax[node].nameRange, help: Self.cure(operand, field)))
        }
    }

    private mutating func recordFieldType(_ node: Node.ID, _ name: Symbol, _ field: String) -> ValueType {
        guard let record = environment.records[name] else { return .dyn }
        if let place = record.index(of: field) {
            result.meanings[node] = .field(name, place)
            return record.fields[place].type
        }
        return report(
            Fault(
                .unknownField, .unknownField(name.text, field), at: syntax[node].nameRange,
                help: Spelling.suggestion(for: field, among: record.fields.map(\.name))
                    ?? .fields(record.fields.map(\.name))))
    }

    private static func cure(_ type: ValueType, _ field: String) -> Phrase? {
        switch type {
        case .list: .askElements(field)
        default: nil
        }
    }
}

/// Which known word was probably meant.
enum Spelling {
    /// "did you mean …?", for the nearest of the known words when it is near enough.
    static func suggestion(for word: String, among known: [String]) -> Phrase? {
        let limit = max(1, word.utf8.count / 3)
        let nearest = known.map { (word: $0, distance: distance(Array(word.utf8), Array($0.utf8))) }
            .filter { $0.distance <= limit }.min { $0.distance < $1.distance }
        return nearest.map { .didYouMean($0.word) }
    }

    /// Edits between two words, a swap of neighbours counting as one (optimal string alignment).
    private static func distance(_ one: [UInt8], _ two: [UInt8]) -> Int {
        guard abs(one.count - two.count) < 8, one.count < 64, two.count < 64 else { return .max }
        var before: [Int] = []
        var previous = Array(0...two.count)
        for row in 1..<max(1, one.count + 1) {
            var current = [row] + Array(repeating: 0, count: two.count)
            for column in 1..<max(1, two.count + 1) {
                let change = one[row - 1] == two[column - 1] ? 0 : 1
                current[column] = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + change)
                if row > 1, column > 1, one[row - 1] == two[column - 2], one[row - 2] == two[column - 1] {
                    current[column] = min(current[column], before[column - 2] + 1)
                }
            }
            (before, previous) = (previous, current)
        }
        return previous[two.count]
    }
}

extension Phrase {
    fileprivate static func unknownName(_ name: String) -> Phrase {
        Phrase(en: "there is no `\(name)` here", ru: "здесь нет `\(name)`")
    }

    fileprivate static func didYouMean(_ word: String) -> Phrase {
        Phrase(en: "did you mean `\(word)`?", ru: "может быть, `\(word)`?")
    }

    fileprivate static func unknownField(_ type: String, _ field: String) -> Phrase {
        Phrase(en: "\(type) has no field `\(field)`", ru: "у \(type) нет поля `\(field)`")
    }

    fileprivate static func fields(_ names: [String]) -> Phrase {
        let list = names.map { "`\($0)`" }.joined(separator: ", ")
        return Phrase(en: "its fields are \(list)", ru: "его поля: \(list)")
    }

    fileprivate static func hasNoFields(_ type: String, _ field: String) -> Phrase {
        Phrase(en: "\(type) has no fields, and so no `\(field)`", ru: "у \(type) нет полей, нет и `\(field)`")
    }

    fileprivate static func askElements(_ field: String) -> Phrase {
        Phrase(
            en: "ask its elements: `.exists(x, x.\(field) …)`, `.map(x, x.\(field))`",
            ru: "спрашивайте элементы: `.exists(x, x.\(field) …)`, `.map(x, x.\(field))`")
    }

    fileprivate static func keysAreNoTexts(_ type: String) -> Phrase {
        Phrase(en: "the keys of this map are \(type), not texts", ru: "ключи этого словаря — \(type), а не строки")
    }

    fileprivate static var useIndex: Phrase {
        Phrase(en: "write `map[key]`", ru: "пишите `словарь[ключ]`")
    }
}
