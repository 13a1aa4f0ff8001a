import Diagnostics

/// Calls: which overload fits, and what there is when none does.
extension Checker {
    mutating func namedCallType(_ node: Node.ID, _ name: String, _ arguments: [Node.ID]) -> ValueType {
        let types = arguments.map { check($0) }
        for candidate in environment.candidates(name) {
            guard let function = environment.function(candidate) else { continue }
            result.meanings[node] = .function(function)
            return callType(node, function, types, isMember: false)
        }
        return unknownFunction(node, name)
    }

    mutating func methodType(_ node: Node.ID, _ receiver: Node.ID, _ name: String, _ arguments: [Node.ID]) -> ValueType {
        if let space = qualifiedName(receiver) {
            for candidate in environment.candidates(space + "." + name) {
                guard let function = environment.function(candidate) else { continue }
                result.meanings[node] = .qualifiedFunction(function)
                return callType(node, function, arguments.map { check($0) }, isMember: false)
            }
        }
        let types = [check(receiver)] + arguments.map { check($0) }
        guard let function = environment.function(name) else { return unknownFunction(node, name) }
        result.meanings[node] = .function(function)
        return callType(node, function, types, isMember: true)
    }

    private mutating func unknownFunction(_ node: Node.ID, _ name: String) -> ValueType {
        result.meanings[node] = .unknownFunction(name)
        guard !isLenient else { return .dyn }
        let known = Array(Library.functions.keys) + Array(environment.functions.keys) + Library.macroNames
        return report(
            Fault(
                .unknownFunction, .unknownFunction(name), at: syntax[node].nameRange,
                help: Spelling.suggestion(for: name, among: known.sorted())))
    }

    mutating func binaryType(_ node: Node.ID, _ sign: Operator, _ left: ValueType, _ right: ValueType) -> ValueType {
        if left == right {
            switch (sign, left) {
            case (.add, .int), (.subtract, .int), (.multiply, .int), (.add, .string): return left
            case (.equal, .int), (.equal, .string), (.equal, .bool), (.notEqual, .int), (.notEqual, .string), (.notEqual, .bool),
                (.less, .int), (.lessEqual, .int), (.greater, .int), (.greaterEqual, .int):
                return .bool
            default: break
            }
        }
        return callType(node, Library.operators[sign]!, [left, right], isMember: false)
    }

    /// The result of a function for arguments of these types.
    mutating func callType(_ node: Node.ID, _ function: Function, _ arguments: [ValueType], isMember: Bool) -> ValueType {
        if function.isVariadic, !isMember, let type = variadicType(arguments) { return type }
        if function.name == "dyn", environment.options.contains(.refusesDynamic) {
            return report(Fault(.dynamic, .dynRefused, at: syntax[node].nameRange, help: .dynCure))
        }
        var type: ValueType?
        for overload in function.overloads where overload.isMember == isMember && overload.parameters.count == arguments.count {
            var names: [String: ValueType] = [:]
            let parameters = overload.parameters.map { unifier.instance(of: $0, &names) }
            guard unifier.fit(arguments, to: parameters) else { continue }
            let declared = unifier.instance(of: overload.result, &names)
            let result = unifier.resolved(declared)
            if let known = type {
                if known != result { type = .dyn }
            } else {
                type = result
            }
        }
        if let type { return type }
        if arguments.contains(.fault) { return .fault }
        return report(noOverload(node, function, arguments, isMember: isMember))
    }

    /// `math.greatest` and `math.least` take numbers of any kinds, or one list of them.
    private func variadicType(_ arguments: [ValueType]) -> ValueType? {
        let numbers: [ValueType] = [.int, .uint, .double]
        if arguments.count == 1, case .list(let element) = arguments[0] {
            let element = unifier.resolved(element)
            return numbers.contains(element) ? element : element.isDyn ? .dyn : nil
        }
        guard let first = arguments.first, arguments.allSatisfy({ numbers.contains($0) || $0.isDyn }) else { return nil }
        return arguments.allSatisfy { $0 == first } ? first : .dyn
    }

    private func noOverload(_ node: Node.ID, _ function: Function, _ arguments: [ValueType], isMember: Bool) -> Fault {
        let types = arguments.map { unifier.resolved($0).shown }
        let range = syntax[node].nameRange
        switch syntax[node].form {
        case .unary(let sign, _): return Fault(.noOverload, .operatorDoesNotTake(sign.symbol, types), at: range)
        case .binary(let sign, _, _):
            return Fault(.noOverload, .operatorDoesNotTake(sign.symbol, types), at: range, help: Self.cure(sign, arguments))
        case .index: return Fault(.noOverload, .noIndex(types[0], types[1]), at: range)
        default: break
        }
        let shown = isMember ? Array(types.dropFirst()) : types
        let otherStyle = function.accepts(count: arguments.count, isMember: !isMember)
        let help: Phrase? = otherStyle ? (isMember ? .callAsFunction(function.name) : .callAsMethod(function.name)) : Self.forms(function)
        return Fault(
            .noOverload, isMember ? .methodDoesNotTake(function.name, types[0], shown) : .functionDoesNotTake(function.name, shown),
            at: range, help: help)
    }

    private static func cure(_ sign: Operator, _ types: [ValueType]) -> Phrase? {
        if types.contains(where: { if case .optional = $0 { true } else { false } }) { return .unwrapOptional }
        let numbers: Set<ValueType> = [.int, .uint, .double]
        if numbers.isSuperset(of: types) { return .convertNumber }
        if sign == .add, types.contains(.string) { return .convertToText }
        return nil
    }

    private static func forms(_ function: Function) -> Phrase? {
        let forms = function.overloads.map { overload -> String in
            let parameters = overload.parameters.map(\.shown)
            guard overload.isMember else { return "\(function.name)(\(parameters.joined(separator: ", ")))" }
            return "\(parameters[0]).\(function.name)(\(parameters.dropFirst().joined(separator: ", ")))"
        }
        return forms.isEmpty ? nil : .formsOfFunction(forms)
    }
}

extension Phrase {
    fileprivate static func unknownFunction(_ name: String) -> Phrase {
        Phrase(en: "there is no function `\(name)`", ru: "функции `\(name)` нет")
    }

    fileprivate static var dynRefused: Phrase {
        Phrase(en: "`dyn` is not allowed in rules", ru: "`dyn` в правилах не допускается")
    }

    fileprivate static var dynCure: Phrase {
        Phrase(en: "leave it out, every type here is known", ru: "уберите: все типы здесь известны")
    }

    fileprivate static func operatorDoesNotTake(_ sign: String, _ types: [String]) -> Phrase {
        Phrase(
            en: "`\(sign)` does not go with \(types.joined(separator: " and "))",
            ru: "`\(sign)` не работает с \(types.joined(separator: " и "))")
    }

    fileprivate static func noIndex(_ type: String, _ key: String) -> Phrase {
        Phrase(en: "\(type) has no elements under \(key)", ru: "у \(type) нет элементов по \(key)")
    }

    fileprivate static func methodDoesNotTake(_ name: String, _ type: String, _ arguments: [String]) -> Phrase {
        let list = arguments.joined(separator: ", ")
        return Phrase(en: "\(type) has no method `\(name)(\(list))`", ru: "у \(type) нет метода `\(name)(\(list))`")
    }

    fileprivate static func functionDoesNotTake(_ name: String, _ arguments: [String]) -> Phrase {
        let list = arguments.joined(separator: ", ")
        return Phrase(en: "`\(name)` does not take (\(list))", ru: "`\(name)` не принимает (\(list))")
    }

    fileprivate static func callAsFunction(_ name: String) -> Phrase {
        Phrase(en: "write it as a function: `\(name)(x)`", ru: "пишите как функцию: `\(name)(x)`")
    }

    fileprivate static func callAsMethod(_ name: String) -> Phrase {
        Phrase(en: "write it as a method: `x.\(name)()`", ru: "пишите как метод: `x.\(name)()`")
    }

    fileprivate static func formsOfFunction(_ forms: [String]) -> Phrase {
        let list = forms.prefix(6).map { "`\($0)`" }.joined(separator: ", ")
        return Phrase(en: "it is written \(list)", ru: "пишется так: \(list)")
    }

    fileprivate static var unwrapOptional: Phrase {
        Phrase(
            en: "it may be absent: give a default with `.orValue(…)`, or guard with `.hasValue()` and take `.value()`",
            ru: "значения может не быть: задайте запасное `.orValue(…)` или проверьте `.hasValue()` и возьмите `.value()`")
    }

    fileprivate static var convertNumber: Phrase {
        Phrase(en: "convert one side: `int(…)`, `uint(…)`, `double(…)`", ru: "приведите одну сторону: `int(…)`, `uint(…)`, `double(…)`")
    }

    fileprivate static var convertToText: Phrase {
        Phrase(en: "make a text of it: `string(…)`", ru: "сделайте из него строку: `string(…)`")
    }
}
