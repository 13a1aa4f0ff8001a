import Diagnostics

/// Calls that are no calls: they bind names, or look before they evaluate.
extension Parser {
    /// The macro that a call without receiver is; nil when it is a function.
    mutating func callMacro(_ name: String, _ arguments: [Node.ID], _ range: Range<Int>, _ word: Range<Int>) -> Node.ID? {
        guard name == "has", arguments.count == 1 else { return nil }
        switch syntax.nodes[arguments[0]].form {
        case .fault: return arguments[0]
        case .select(let operand, let field, isOptional: false):
            let name = syntax.nodes[arguments[0]].nameRange
            return add(.presence(operand, field: field), range, name: name)
        default:
            faults.append(Fault(.macro, .hasNeedsField, at: syntax.nodes[arguments[0]].range, help: .hasExample))
            return arguments[0]
        }
    }

    /// The macro that a method call is; nil when it is a method.
    mutating func methodMacro(
        _ receiver: Node.ID, _ name: String, _ arguments: [Node.ID], _ range: Range<Int>, _ word: Range<Int>
    ) -> Node.ID? {
        if case .name("cel", _) = syntax.nodes[receiver].form { return celMacro(name, arguments, range, word) }
        switch (name, arguments.count) {
        case ("all", 2), ("all", 3): return fold(.all, receiver, arguments, range, word)
        case ("exists", 2), ("exists", 3): return fold(.exists, receiver, arguments, range, word)
        case ("exists_one", 2), ("existsOne", 2), ("exists_one", 3), ("existsOne", 3):
            return fold(.existsOne, receiver, arguments, range, word)
        case ("map", 2): return fold(.map, receiver, arguments, range, word)
        case ("map", 3):
            return fold(.map, receiver, [arguments[0], arguments[2]], range, word, condition: arguments[1])
        case ("filter", 2): return fold(.filter, receiver, arguments, range, word)
        case ("transformList", 3): return fold(.transformList, receiver, arguments, range, word)
        case ("transformMap", 3): return fold(.transformMap, receiver, arguments, range, word)
        case ("transformMapEntry", 3): return fold(.transformMapEntry, receiver, arguments, range, word)
        case ("sortBy", 2): return fold(.sortBy, receiver, arguments, range, word)
        case ("transformList", 4), ("transformMap", 4), ("transformMapEntry", 4):
            let kind = Node.Fold.Kind(rawValue: name)!
            return fold(kind, receiver, [arguments[0], arguments[1], arguments[3]], range, word, condition: arguments[2])
        case ("optMap", 2), ("optFlatMap", 2):
            guard let variable = variableName(arguments[0]) else { return arguments[0] }
            return add(.optionalMap(receiver, variable, body: arguments[1], isFlat: name == "optFlatMap"), range, name: word)
        default: return nil
        }
    }

    private mutating func fold(
        _ kind: Node.Fold.Kind, _ receiver: Node.ID, _ arguments: [Node.ID], _ range: Range<Int>, _ word: Range<Int>,
        condition: Node.ID? = nil
    ) -> Node.ID {
        guard let first = variableName(arguments[0]) else { return arguments[0] }
        var second: String?
        if arguments.count == 3 {
            guard let name = variableName(arguments[1]) else { return arguments[1] }
            guard name != first else {
                faults.append(Fault(.macro, .sameVariables(name), at: syntax.nodes[arguments[1]].range, help: .renameVariable))
                return arguments[1]
            }
            second = name
        }
        let fold = Node.Fold(
            kind: kind, range: receiver, first: first, second: second, condition: condition, body: arguments[arguments.count - 1])
        return add(.fold(fold), range, name: word)
    }

    /// The plain name that a macro binds.
    private mutating func variableName(_ node: Node.ID) -> String? {
        switch syntax.nodes[node].form {
        case .name(let name, false): return name
        case .fault: return nil
        default:
            faults.append(Fault(.macro, .variableMustBeName, at: syntax.nodes[node].range, help: .variableExample))
            return nil
        }
    }

    private mutating func celMacro(_ name: String, _ arguments: [Node.ID], _ range: Range<Int>, _ word: Range<Int>) -> Node.ID? {
        switch (name, arguments.count) {
        case ("bind", 3):
            guard let variable = variableName(arguments[0]) else { return arguments[0] }
            return add(.bind(variable, arguments[1], body: arguments[2]), range, name: word)
        case ("block", 2) where dialect.hasBlock:
            guard case .list(let slots) = syntax.nodes[arguments[0]].form else { return nil }
            return add(.block(slots.map(\.node), body: arguments[1]), range, name: word)
        case ("index", 1) where dialect.hasBlock:
            return slotName("@index", arguments, range)
        case ("iterVar", 2) where dialect.hasBlock:
            return slotName("@it:", arguments, range)
        case ("accuVar", 2) where dialect.hasBlock:
            return slotName("@ac:", arguments, range)
        default: return nil
        }
    }

    private mutating func slotName(_ prefix: String, _ arguments: [Node.ID], _ range: Range<Int>) -> Node.ID? {
        let numbers = arguments.compactMap { node -> String? in
            guard case .literal(let value) = syntax.nodes[node].form, let number = value.intValue else { return nil }
            return String(number)
        }
        guard numbers.count == arguments.count else { return nil }
        return add(.name(prefix + numbers.joined(separator: ":"), isRooted: false), range)
    }
}

extension Phrase {
    fileprivate static var hasNeedsField: Phrase {
        Phrase(en: "`has` asks for a field", ru: "`has` спрашивает о поле")
    }

    fileprivate static var hasExample: Phrase {
        Phrase(en: "write `has(a.b)`", ru: "пишите `has(a.b)`")
    }

    fileprivate static var variableMustBeName: Phrase {
        Phrase(en: "a plain name must stand here", ru: "здесь должно стоять простое имя")
    }

    fileprivate static var variableExample: Phrase {
        Phrase(en: "it names the element, as `p` in `ports.all(p, p.free)`", ru: "оно называет элемент, как `p` в `ports.all(p, p.free)`")
    }

    fileprivate static func sameVariables(_ name: String) -> Phrase {
        Phrase(en: "both variables are named `\(name)`", ru: "обе переменные названы `\(name)`")
    }

    fileprivate static var renameVariable: Phrase {
        Phrase(en: "give the second one another name", ru: "дайте второй другое имя")
    }
}
