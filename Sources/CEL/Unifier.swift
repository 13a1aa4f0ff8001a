/// The checker's unknowns and what they stand for.
///
/// The rules are those of the reference checker of the language (cel-go, checker/types.go): a type fits another when a
/// substitution of the unknowns makes them agree; `dyn` fits everything; null fits what may be absent.
struct Unifier {
    private var bindings: [ValueType?] = []
    /// What unknowns stood for before the trial under way, so that it can be taken back.
    private var undone: [(number: Int, previous: ValueType?)] = []

    /// An unknown that stands for nothing yet.
    mutating func fresh() -> ValueType {
        bindings.append(nil)
        return .variable(bindings.count - 1)
    }

    private func binding(of type: ValueType) -> ValueType? {
        guard case .variable(let number) = type else { return nil }
        return bindings[number]
    }

    /// A type with its unknowns replaced by what they stand for, as far as that is known.
    ///
    /// - Parameter isFinal: unknowns that stand for nothing become `dyn`.
    func resolved(_ type: ValueType, isFinal: Bool = false) -> ValueType {
        switch type {
        case .variable(let number):
            guard let bound = bindings[number] else { return isFinal ? .dyn : type }
            return resolved(bound, isFinal: isFinal)
        case .list(let element): return .list(resolved(element, isFinal: isFinal))
        case .map(let key, let value): return .map(resolved(key, isFinal: isFinal), resolved(value, isFinal: isFinal))
        case .optional(let value): return .optional(resolved(value, isFinal: isFinal))
        case .type(let inner?): return .type(resolved(inner, isFinal: isFinal))
        case .abstract(let name, let parameters) where !parameters.isEmpty:
            return .abstract(name, parameters.map { resolved($0, isFinal: isFinal) })
        default: return type
        }
    }

    /// A declared type with fresh unknowns for its parameters.
    mutating func instance(of type: ValueType, _ names: inout [String: ValueType]) -> ValueType {
        switch type {
        case .parameter(let name):
            if let known = names[name] { return known }
            let unknown = fresh()
            names[name] = unknown
            return unknown
        case .list(let element): return .list(instance(of: element, &names))
        case .map(let key, let value): return .map(instance(of: key, &names), instance(of: value, &names))
        case .optional(let value): return .optional(instance(of: value, &names))
        case .type(let inner?): return .type(instance(of: inner, &names))
        case .abstract(let name, let parameters) where !parameters.isEmpty:
            return .abstract(name, parameters.map { instance(of: $0, &names) })
        default: return type
        }
    }

    /// Makes all pairs agree, or changes nothing.
    mutating func fit(_ types: [ValueType], to targets: [ValueType]) -> Bool {
        guard types.count == targets.count else { return false }
        for (type, target) in zip(types, targets) where !fits(type, target) { return takeBack() }
        undone.removeAll(keepingCapacity: true)
        return true
    }

    /// Makes two types agree, or changes nothing.
    mutating func fit(_ type: ValueType, to target: ValueType) -> Bool {
        if type == target { return true }
        guard fits(type, target) else { return takeBack() }
        undone.removeAll(keepingCapacity: true)
        return true
    }

    /// Ends a trial that failed, with nothing changed.
    private mutating func takeBack() -> Bool {
        while let (number, previous) = undone.popLast() { bindings[number] = previous }
        return false
    }

    private mutating func bind(_ number: Int, _ type: ValueType) {
        undone.append((number, bindings[number]))
        bindings[number] = type
    }

    private mutating func fits(_ left: ValueType, _ right: ValueType) -> Bool {
        if case .variable = right {
            let (isValid, hadBinding) = substitute(left, for: right)
            if isValid { return true }
            if hadBinding { return false }
        }
        if case .variable = left { return substitute(right, for: left).isValid }
        if left.isDyn || right.isDyn { return true }
        if left == right { return true }
        switch (left, right) {
        case (.null, _): return right.isNullable
        case (_, .null): return left.isNullable
        case (.wrapper(let inner), let other), (let other, .wrapper(let inner)):
            if case .wrapper(let second) = other { return inner == second }
            return inner == other
        case (.list(let one), .list(let two)), (.optional(let one), .optional(let two)): return fits(one, two)
        case (.map(let key, let value), .map(let key2, let value2)): return fits(key, key2) && fits(value, value2)
        case (.type, .type): return true
        case (.abstract(let name, let one), .abstract(let name2, let two)):
            guard name == name2, one.count == two.count else { return false }
            for (first, second) in zip(one, two) where !fits(first, second) { return false }
            return true
        default: return false
        }
    }

    /// Lets an unknown stand for a type, or for the more general of it and what it stood for.
    private mutating func substitute(_ type: ValueType, for unknown: ValueType) -> (isValid: Bool, hadBinding: Bool) {
        if type == unknown { return (true, true) }
        guard case .variable(let number) = unknown else { return (false, false) }
        if let bound = bindings[number] {
            if type == bound { return (true, true) }
            guard fits(type, bound) else { return (false, true) }
            let general = Self.mostGeneral(type, bound)
            if !refers(general, to: number) { bind(number, general) }
            return (true, true)
        }
        guard !refers(type, to: number) else { return (false, false) }
        bind(number, type)
        return (true, false)
    }

    private func refers(_ type: ValueType, to number: Int) -> Bool {
        switch type {
        case .variable(let other):
            if other == number { return true }
            return bindings[other].map { refers($0, to: number) } ?? false
        case .list(let element), .optional(let element), .type(let element?): return refers(element, to: number)
        case .map(let key, let value): return refers(key, to: number) || refers(value, to: number)
        case .abstract(_, let parameters): return parameters.contains { refers($0, to: number) }
        default: return false
        }
    }

    /// Of two types that agree, the one that says less; null says less than what may be absent.
    static func mostGeneral(_ left: ValueType, _ right: ValueType) -> ValueType {
        if right == .null { return left }
        return isNoMoreSpecific(left, than: right) ? left : right
    }

    private static func isNoMoreSpecific(_ left: ValueType, than right: ValueType) -> Bool {
        if left.isDynOrUnknown { return true }
        if right.isDynOrUnknown { return false }
        switch (left, right) {
        case (.list(let one), .list(let two)), (.optional(let one), .optional(let two)):
            return isNoMoreSpecific(one, than: two)
        case (.map(let key, let value), .map(let key2, let value2)):
            return isNoMoreSpecific(key, than: key2) && isNoMoreSpecific(value, than: value2)
        case (.type, .type): return true
        case (.wrapper(let inner), let other): return inner == other || left == right
        case (.abstract(let name, let one), .abstract(let name2, let two)):
            return name == name2 && one.count == two.count && zip(one, two).allSatisfy { isNoMoreSpecific($0, than: $1) }
        default: return left == right
        }
    }
}

extension ValueType {
    fileprivate var isDynOrUnknown: Bool {
        switch self {
        case .dyn, .fault, .variable, .parameter: true
        default: false
        }
    }

    /// True for types that null fits.
    fileprivate var isNullable: Bool {
        switch self {
        case .null, .record, .abstract, .optional, .wrapper, .timestamp, .duration: true
        default: false
        }
    }
}
