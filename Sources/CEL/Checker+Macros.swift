import Diagnostics

/// Macros: the names they bind and the types of what they give.
extension Checker {
    mutating func macroType(_ node: Node.ID, _ form: Node.Form) -> ValueType {
        switch form {
        case .fold(let fold): return foldType(node, fold)
        case .bind(let name, let value, let body):
            let type = check(value)
            result.meanings[node] = .slots(result.localCount)
            return bound([(name, type)]) { $0.check(body) }
        case .block(let slots, let body): return blockType(node, slots, body)
        case .optionalMap(let operand, let name, let body, let isFlat):
            return optionalMapType(node, operand, name, body, isFlat: isFlat)
        default: return .fault
        }
    }

    /// Checks what stands in the scope of names.
    private mutating func bound(_ names: [(String, ValueType)], _ body: (inout Checker) -> ValueType) -> ValueType {
        let count = locals.count
        for (name, type) in names { bind(name, type) }
        defer { locals.removeLast(locals.count - count) }
        return body(&self)
    }

    /// Gives a name a slot of its own; slots are never used twice, because those of a block are filled late.
    private mutating func bind(_ name: String, _ type: ValueType) {
        locals.append(Local(name: name, slot: result.localCount, type: type))
        result.localCount += 1
    }

    private mutating func blockType(_ node: Node.ID, _ slots: [Node.ID], _ body: Node.ID) -> ValueType {
        let first = result.localCount
        result.meanings[node] = .slots(first)
        result.localCount += slots.count
        let count = locals.count
        for (index, slot) in slots.enumerated() {
            let type = check(slot)
            locals.append(Local(name: "@index\(index)", slot: first + index, type: type))
        }
        defer { locals.removeLast(locals.count - count) }
        return check(body)
    }

    private mutating func optionalMapType(
        _ node: Node.ID, _ operand: Node.ID, _ name: String, _ body: Node.ID, isFlat: Bool
    ) -> ValueType {
        let inner = unifier.fresh()
        let type = check(operand)
        if !unifier.fit(type, to: .optional(inner)) {
            _ = report(Fault(.mismatch, .notOptional(type.shown), at: syntax[operand].range))
        }
        result.meanings[node] = .slots(result.localCount)
        let bodyType = bound([(name, unifier.resolved(inner))]) { $0.check(body) }
        guard isFlat else { return .optional(bodyType) }
        let flat = unifier.fresh()
        if !unifier.fit(bodyType, to: .optional(flat)) {
            return report(Fault(.mismatch, .bodyNotOptional(bodyType.shown), at: syntax[body].range, help: .useOptMap))
        }
        return .optional(unifier.resolved(flat))
    }

    private mutating func foldType(_ node: Node.ID, _ fold: Node.Fold) -> ValueType {
        let range = check(fold.range)
        let (first, second, element) = variableTypes(fold, range)
        result.meanings[node] = .slots(result.localCount)
        let names = fold.second.map { [(fold.first, first), ($0, second)] } ?? [(fold.first, element)]
        return bound(names) { checker in
            if let condition = fold.condition { checker.require(.bool, condition, checker.check(condition)) }
            let body = checker.check(fold.body)
            switch fold.kind {
            case .all, .exists, .existsOne:
                checker.require(.bool, fold.body, body)
                return .bool
            case .filter:
                checker.require(.bool, fold.body, body)
                return .list(element)
            case .map, .transformList: return .list(body)
            case .transformMap: return .map(first, body)
            case .transformMapEntry: return checker.entryType(body, fold.body)
            case .sortBy:
                checker.require(sortable: body, fold.body)
                return .list(element)
            }
        }
    }

    /// The type of a map that is put together from maps.
    private mutating func entryType(_ body: ValueType, _ node: Node.ID) -> ValueType {
        let (key, value) = (unifier.fresh(), unifier.fresh())
        guard unifier.fit(body, to: .map(key, value)) else {
            return report(Fault(.mismatch, .bodyNoMap(body.shown), at: syntax[node].range, help: .writeEntry))
        }
        return .map(unifier.resolved(key), unifier.resolved(value))
    }

    private mutating func require(sortable type: ValueType, _ node: Node.ID) {
        switch type {
        case .dyn, .fault, .variable, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: return
        default: _ = report(Fault(.mismatch, .noOrder(type.shown), at: syntax[node].range))
        }
    }

    /// The types of key and value, and of what the one-variable forms bind.
    private mutating func variableTypes(_ fold: Node.Fold, _ range: ValueType) -> (ValueType, ValueType, ValueType) {
        switch range {
        case .list(let element): return (.int, unifier.resolved(element), unifier.resolved(element))
        case .map(let key, let value): return (unifier.resolved(key), unifier.resolved(value), unifier.resolved(key))
        case .dyn, .fault: return (range, range, range)
        case .variable:
            _ = unifier.fit(.dyn, to: range)
            return (.dyn, .dyn, .dyn)
        default:
            let type = report(
                Fault(.mismatch, .cannotWalk(fold.kind.rawValue, range.shown), at: syntax[fold.range].range, help: Self.cure(range)))
            return (type, type, type)
        }
    }

    private static func cure(_ range: ValueType) -> Phrase? {
        if case .optional = range { return .orEmptyList }
        return nil
    }
}

extension Phrase {
    fileprivate static func notOptional(_ type: String) -> Phrase {
        Phrase(en: "this must be an optional, and it is \(type)", ru: "здесь нужно необязательное значение, а это \(type)")
    }

    fileprivate static func bodyNotOptional(_ type: String) -> Phrase {
        Phrase(
            en: "`optFlatMap` must give an optional, and this is \(type)",
            ru: "`optFlatMap` должен давать необязательное значение, а это \(type)")
    }

    fileprivate static var useOptMap: Phrase {
        Phrase(en: "write `optMap`", ru: "пишите `optMap`")
    }

    fileprivate static func cannotWalk(_ macro: String, _ type: String) -> Phrase {
        Phrase(en: "`\(macro)` walks over lists and maps, and this is \(type)", ru: "`\(macro)` обходит списки и словари, а это \(type)")
    }

    fileprivate static func bodyNoMap(_ type: String) -> Phrase {
        Phrase(
            en: "`transformMapEntry` must give a map, and this is \(type)", ru: "`transformMapEntry` должен давать словарь, а это \(type)")
    }

    fileprivate static var writeEntry: Phrase {
        Phrase(en: "write `{key: value}`", ru: "пишите `{ключ: значение}`")
    }

    fileprivate static func noOrder(_ type: String) -> Phrase {
        Phrase(en: "\(type) has no order to sort by", ru: "у \(type) нет порядка, сортировать не по чему")
    }

    fileprivate static var orEmptyList: Phrase {
        Phrase(en: "write `.orValue([])` before it", ru: "напишите перед этим `.orValue([])`")
    }
}
