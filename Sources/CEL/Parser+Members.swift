import Diagnostics

/// Fields, calls, indices and what stands at the bottom of an expression.
extension Parser {
    /// A primary with everything that follows it by dots and brackets.
    mutating func member(primary: Node.ID? = nil) -> Node.ID {
        var node = primary ?? self.primary()
        while !isGivenUp {
            switch token.kind {
            case .dot: node = selection(node)
            case .leftBracket: node = index(node)
            case .leftBrace:
                guard let name = dottedName(node) else { return unexpected() }
                node = structure(name, node)
            default: return node
            }
        }
        return node
    }

    private var isGivenUp: Bool { token.kind == .end }

    private mutating func selection(_ operand: Node.ID) -> Node.ID {
        _ = advance()
        let isOptional = token.kind == .question
        if isOptional { _ = advance() }
        let start = span(operand).start
        switch token.kind {
        case .quoted:
            let name = advance()
            let field = text(name.start + 1..<name.end - 1)
            return add(.select(operand, field: field, isOptional: isOptional), start..<name.end, name: name.range)
        case .identifier:
            let name = advance()
            let field = text(name.range)
            guard token.kind == .leftParen, !isOptional else {
                return add(.select(operand, field: field, isOptional: isOptional), start..<name.end, name: name.range)
            }
            return method(operand, field, name)
        default:
            if token.kind == .end { return fail(Fault(.syntax, .fieldNameMissing, at: place)) }
            return unexpected(help: .quoteFieldName)
        }
    }

    private mutating func method(_ receiver: Node.ID, _ name: String, _ word: Token) -> Node.ID {
        let (arguments, end) = self.arguments()
        let range = span(receiver).start..<end
        if let macro = methodMacro(receiver, name, arguments, range, word.range) { return macro }
        return add(.method(receiver, name, arguments), range, name: word.range)
    }

    private mutating func index(_ operand: Node.ID) -> Node.ID {
        let open = advance()
        let isOptional = token.kind == .question
        if isOptional { _ = advance() }
        let key = expression()
        recover(to: .rightBracket)
        let end = token.end
        guard expect(.rightBracket, .notClosed("]")) else { return operand }
        return add(.index(operand, key, isOptional: isOptional), span(operand).start..<end, name: open.start..<end)
    }

    /// The arguments between brackets, and where the closing one ends.
    private mutating func arguments() -> ([Node.ID], end: Int) {
        _ = advance()
        var nodes: [Node.ID] = []
        if token.kind == .rightParen { return ([], advance().end) }
        repeat {
            nodes.append(expression())
            recover(to: .rightParen)
        } while take(.comma)
        let end = token.end
        _ = expect(.rightParen, .notClosed(")"))
        return (nodes, end)
    }

    mutating func take(_ kind: Token.Kind) -> Bool {
        guard token.kind == kind else { return false }
        _ = advance()
        return true
    }

    private mutating func primary() -> Node.ID {
        switch token.kind {
        case .identifier, .dot: return name()
        case .leftParen: return brackets()
        case .leftBracket: return list()
        case .leftBrace: return map()
        case .int, .uint, .double: return number(minus: nil)
        case .string, .bytes: return textLiteral()
        case .true: return scalar(.bool(true))
        case .false: return scalar(.bool(false))
        case .null: return scalar(.null)
        default: return unexpected()
        }
    }

    private mutating func scalar(_ value: Value) -> Node.ID {
        let word = advance()
        return add(.literal(value), word.range)
    }

    /// A name or a call, with a dot before it or not.
    private mutating func name() -> Node.ID {
        let start = token.start
        let isRooted = take(.dot)
        guard token.kind == .identifier else { return unexpected() }
        let word = advance()
        let name = text(word.range)
        if Token.Kind.reservedWords.contains(name) {
            return fail(Fault(.syntax, .reservedWord(name), at: word.range, help: .reservedWordHelp))
        }
        guard token.kind == .leftParen else { return add(.name(name, isRooted: isRooted), start..<word.end, name: word.range) }
        let (arguments, end) = self.arguments()
        if !isRooted, let macro = callMacro(name, arguments, start..<end, word.range) { return macro }
        return add(.call(isRooted ? "." + name : name, arguments), start..<end, name: word.range)
    }

    private mutating func brackets() -> Node.ID {
        let open = advance()
        let node = expression()
        recover(to: .rightParen)
        let end = token.end
        guard expect(.rightParen, .notClosed(")")) else { return node }
        syntax.nodes[node].start = UInt32(open.start)
        syntax.nodes[node].end = UInt32(max(open.start, end))
        return node
    }

    private mutating func list() -> Node.ID {
        let open = advance()
        var elements: [Node.Element] = []
        while !isAtEnd(.rightBracket, isEmpty: elements.isEmpty) {
            let isOptional = take(.question)
            elements.append(Node.Element(node: expression(), isOptional: isOptional))
            recover(to: .rightBracket)
            guard take(.comma) else { break }
        }
        let end = token.end
        _ = expect(.rightBracket, .notClosed("]"))
        return add(.list(elements), open.start..<end)
    }

    private mutating func map() -> Node.ID {
        let open = advance()
        var entries: [Node.Entry] = []
        while !isAtEnd(.rightBrace, isEmpty: entries.isEmpty) {
            let isOptional = take(.question)
            let key = expression()
            if expect(.colon, .colonOfEntry) {
                entries.append(Node.Entry(key: key, value: expression(), isOptional: isOptional))
            }
            recover(to: .rightBrace)
            guard take(.comma) else { break }
        }
        let end = token.end
        _ = expect(.rightBrace, .notClosed("}"))
        return add(.map(entries), open.start..<end)
    }

    /// True where a literal closes; the grammar lets one comma stand before that, even alone.
    private mutating func isAtEnd(_ close: Token.Kind, isEmpty: Bool) -> Bool {
        if isEmpty, token.kind == .comma, lookAhead.kind == close { _ = advance() }
        return token.kind == close || token.kind == .end
    }

    private mutating func structure(_ name: String, _ operand: Node.ID) -> Node.ID {
        _ = advance()
        var fields: [Node.Field] = []
        while !isAtEnd(.rightBrace, isEmpty: fields.isEmpty) {
            _ = take(.question)
            guard token.kind == .identifier || token.kind == .quoted else { return unexpected() }
            let word = advance()
            if expect(.colon, .colonOfEntry) { fields.append(Node.Field(name: text(word.range), value: expression())) }
            recover(to: .rightBrace)
            guard take(.comma) else { break }
        }
        let end = token.end
        _ = expect(.rightBrace, .notClosed("}"))
        let start = span(operand)
        return add(.structure(name, fields), start.start..<end, name: start.start..<start.end)
    }

    /// The name that a chain of plain selections writes, such as `a.b.c`; nil for anything else.
    func dottedName(_ node: Node.ID) -> String? {
        guard lexer.bytes[Int(syntax.nodes[node].start)] != UInt8(ascii: "(") else { return nil }
        switch syntax.nodes[node].form {
        case .name(let name, let isRooted): return isRooted ? "." + name : name
        case .select(let operand, let field, false):
            guard lexer.bytes[Int(syntax.nodes[node].nameStart)] != UInt8(ascii: "`") else { return nil }
            return dottedName(operand).map { $0 + "." + field }
        default: return nil
        }
    }

    /// A number, with the minus that belongs to it.
    mutating func number(minus: Token?) -> Node.ID {
        let word = advance()
        let range = (minus?.start ?? word.start)..<word.end
        let digits = lexer.bytes[word.range]
        switch word.kind {
        case .double:
            guard let number = Literal.double(digits) else { return fail(Fault(.literal, .numberTooLarge("double"), at: range)) }
            return add(.literal(.double(minus == nil ? number : -number)), range)
        case .uint:
            guard let number = Literal.magnitude(digits.dropLast()) else {
                return fail(Fault(.literal, .numberTooLarge("uint"), at: range))
            }
            return add(.literal(.uint(number)), range)
        default:
            guard let number = Literal.magnitude(digits), let value = signed(number, isNegative: minus != nil) else {
                return fail(Fault(.literal, .numberTooLarge("int"), at: range))
            }
            return add(.literal(.int(value)), range)
        }
    }

    private func signed(_ magnitude: UInt64, isNegative: Bool) -> Int64? {
        guard isNegative else { return Int64(exactly: magnitude) }
        return magnitude == Int64.min.magnitude ? .min : Int64(exactly: magnitude).map { -$0 }
    }

    private mutating func textLiteral() -> Node.ID {
        let word = advance()
        do {
            let content = try Literal.decoded(lexer.bytes[word.range], isBytes: word.kind == .bytes)
            if word.kind == .bytes { return add(.bytes(content), word.range) }
            return add(.literal(.symbol(Symbol(String(decoding: content, as: UTF8.self)))), word.range)
        } catch {
            faults.append(error)
            syntax.nodes.append(Node.fault(word.range))
            return syntax.nodes.count - 1
        }
    }
}

extension Phrase {
    fileprivate static var fieldNameMissing: Phrase {
        Phrase(en: "a field's name must follow the dot", ru: "после точки нужно имя поля")
    }

    fileprivate static var quoteFieldName: Phrase {
        Phrase(
            en: "a name with other characters goes in backticks: a.`b-c`", ru: "имя с другими знаками пишется в обратных кавычках: a.`b-c`")
    }

    fileprivate static func notClosed(_ mark: String) -> Phrase {
        Phrase(en: "`\(mark)` is missing", ru: "не хватает `\(mark)`")
    }

    fileprivate static func reservedWord(_ name: String) -> Phrase {
        Phrase(en: "`\(name)` is a reserved word", ru: "`\(name)` — зарезервированное слово")
    }

    fileprivate static var reservedWordHelp: Phrase {
        Phrase(en: "it may only stand after a dot, as a field or method", ru: "оно возможно только после точки, как поле или метод")
    }

    fileprivate static var colonOfEntry: Phrase {
        Phrase(en: "a `:` must stand between key and value", ru: "между ключом и значением нужно `:`")
    }

    fileprivate static func numberTooLarge(_ type: String) -> Phrase {
        Phrase(en: "the number does not fit in \(type), 64 bits", ru: "число не умещается в \(type), 64 бита")
    }
}
