import Diagnostics

/// Reads an expression by recursive descent, operators by precedence.
///
/// The grammar is that of the language definition; `.?`, `[?` and `?` before elements and keys are the optional syntax.
/// After a fault the parser goes on at the next comma or bracket, so that one expression can show several.
struct Parser {
    /// Macros that an expression may use besides the standard ones.
    struct Dialect {
        /// `cel.block`, `cel.index`, `cel.iterVar`, `cel.accuVar`.
        var hasBlock = false
    }

    var lexer: Lexer
    var token: Token
    var syntax = Syntax()
    var faults: [Fault] = []
    let limits: Limits
    let dialect: Dialect
    private var nesting = 0
    /// True between a fault and the place where reading goes on.
    private var isLost = false

    init(_ source: [UInt8], limits: Limits, dialect: Dialect = Dialect()) {
        lexer = Lexer(source)
        self.limits = limits
        self.dialect = dialect
        syntax.nodes.reserveCapacity(min(source.count / 3 + 4, 4_096))
        token = lexer.next()
    }

    /// The expression of the whole text, as far as it could be read, and what is wrong with it.
    mutating func parse() -> (Syntax, [Fault]) {
        if lexer.bytes.count > limits.sourceSize {
            return (Syntax(nodes: [Node.fault(0..<0)], root: 0), [Fault(.limit, .tooLong(limits.sourceSize), at: 0..<0)])
        }
        syntax.root = expression()
        if token.kind != .end { _ = unexpected() }
        let all = (lexer.faults + faults).sorted { $0.range.lowerBound < $1.range.lowerBound }
        return (syntax, Array(all.prefix(limits.faults)))
    }

    // MARK: Operators

    /// `a ? b : c` and everything below.
    mutating func expression() -> Node.ID {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.depth else { return tooDeep(token.range) }
        let condition = disjunction()
        guard token.kind == .question, !isLost else { return condition }
        let sign = advance()
        let yes = disjunction()
        guard expect(.colon, .colonOfConditional) else { return condition }
        let no = expression()
        return add(.conditional(condition, yes, no), span(condition).start..<span(no).end, name: sign.range)
    }

    private mutating func disjunction() -> Node.ID {
        chain(.or, { $0.conjunction() }, Node.Form.any)
    }

    private mutating func conjunction() -> Node.ID {
        chain(.and, { $0.relation(0) }, Node.Form.all)
    }

    private mutating func chain(
        _ sign: Token.Kind, _ term: (inout Parser) -> Node.ID, _ form: ([Node.ID]) -> Node.Form
    ) -> Node.ID {
        let first = term(&self)
        guard token.kind == sign, !isLost else { return first }
        let name = token.range
        var terms = [first]
        while token.kind == sign, !isLost {
            _ = advance()
            terms.append(term(&self))
        }
        return add(form(terms), span(first).start..<span(terms.last!).end, name: name)
    }

    /// Binary operators by precedence: relations 0, sums 1, products 2; all of them lean to the left.
    private mutating func relation(_ level: Int) -> Node.ID {
        guard level < 3 else { return unary() }
        var left = relation(level + 1)
        while let sign = Self.binary(token.kind), sign.level == level, !isLost {
            let name = advance().range
            let right = relation(level + 1)
            left = add(.binary(sign.operation, left, right), span(left).start..<span(right).end, name: name)
        }
        return left
    }

    private static func binary(_ kind: Token.Kind) -> (operation: Operator, level: Int)? {
        switch kind {
        case .equal: (.equal, 0)
        case .notEqual: (.notEqual, 0)
        case .less: (.less, 0)
        case .lessEqual: (.lessEqual, 0)
        case .greater: (.greater, 0)
        case .greaterEqual: (.greaterEqual, 0)
        case .in: (.in, 0)
        case .plus: (.add, 1)
        case .minus: (.subtract, 1)
        case .star: (.multiply, 2)
        case .slash: (.divide, 2)
        case .percent: (.modulo, 2)
        default: nil
        }
    }

    /// Signs of one kind in a row; a minus before a number belongs to the number.
    private mutating func unary() -> Node.ID {
        let kind = token.kind
        guard kind == .bang || kind == .minus else { return member() }
        var signs = [advance()]
        while token.kind == kind { signs.append(advance()) }
        var operand: Node.ID
        if kind == .minus, token.kind == .int || token.kind == .double {
            operand = member(primary: number(minus: signs.removeLast()))
        } else if token.kind == .minus, lookAhead.isNumber {
            operand = member(primary: number(minus: advance()))
        } else if token.kind == .bang || token.kind == .minus {
            return unexpected(help: .bracketSigns)
        } else {
            operand = member()
        }
        for sign in signs.reversed() {
            operand = add(.unary(kind == .bang ? .not : .negate, operand), sign.start..<span(operand).end, name: sign.range)
        }
        return operand
    }

    /// The token after the current one.
    var lookAhead: Token {
        var copy = lexer
        return copy.next()
    }

    // MARK: Nodes and tokens

    /// Adds a node; `name` is the word that names it.
    mutating func add(_ form: Node.Form, _ range: Range<Int>, name: Range<Int>? = nil) -> Node.ID {
        let depth = form.children.reduce(0) { max($0, syntax.nodes[$1].depth) } + 1
        guard depth <= limits.depth else { return tooDeep(name ?? range) }
        let name = name ?? range
        syntax.nodes.append(
            Node(
                form: form, start: UInt32(range.lowerBound), end: UInt32(max(range.lowerBound, range.upperBound)),
                nameStart: UInt32(name.lowerBound), nameEnd: UInt32(name.upperBound), depth: depth))
        return syntax.nodes.count - 1
    }

    func span(_ node: Node.ID) -> (start: Int, end: Int) {
        (Int(syntax.nodes[node].start), Int(syntax.nodes[node].end))
    }

    mutating func advance() -> Token {
        let current = token
        token = lexer.next()
        return current
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: lexer.bytes[range], as: UTF8.self)
    }

    /// Takes a token of that kind, or reports what should have stood there.
    mutating func expect(_ kind: Token.Kind, _ summary: @autoclosure () -> Phrase) -> Bool {
        if token.kind == kind {
            _ = advance()
            return true
        }
        _ = fail(Fault(.syntax, summary(), at: place))
        return false
    }

    /// Where a fault at the current token is shown; at the end of the text, its last character.
    var place: Range<Int> {
        guard token.kind == .end else { return token.range }
        let last = lexer.bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
        return last..<lexer.bytes.count
    }

    /// Reports the current token as one that cannot stand there.
    mutating func unexpected(help: Phrase? = nil) -> Node.ID {
        if token.kind == .end { return fail(Fault(.syntax, .unexpectedEnd, at: place)) }
        if token.kind == .fault { return lose() }
        let word = text(token.range)
        return fail(Fault(.syntax, .unexpected(word), at: token.range, help: help ?? Self.cure(word)))
    }

    private static func cure(_ word: String) -> Phrase? {
        switch word {
        case "and", "AND": .useInstead("&&")
        case "or", "OR": .useInstead("||")
        case "not", "NOT": .useInstead("!")
        case "if", "then", "else": .useInstead("a ? b : c")
        default: nil
        }
    }

    /// Reports a fault, unless the parser is already lost, and gives a node for what could not be read.
    mutating func fail(_ fault: Fault) -> Node.ID {
        if !isLost { faults.append(fault) }
        return lose()
    }

    private mutating func lose() -> Node.ID {
        isLost = true
        syntax.nodes.append(Node.fault(place))
        return syntax.nodes.count - 1
    }

    private mutating func tooDeep(_ range: Range<Int>) -> Node.ID {
        let node = fail(Fault(.limit, .tooDeep(limits.depth), at: range, help: .splitExpression))
        while token.kind != .end { _ = advance() }
        return node
    }

    /// After a fault inside brackets, goes on at the comma or bracket that ends the element.
    mutating func recover(to close: Token.Kind) {
        guard isLost else { return }
        var depth = 0
        while token.kind != .end {
            switch token.kind {
            case .leftParen, .leftBracket, .leftBrace: depth += 1
            case .comma where depth == 0:
                isLost = false
                return
            case .rightParen, .rightBracket, .rightBrace:
                if depth == 0 {
                    isLost = token.kind != close
                    return
                }
                depth -= 1
            default: break
            }
            _ = advance()
        }
    }
}

extension Token {
    fileprivate var isNumber: Bool { kind == .int || kind == .double }
}

extension Node {
    static func fault(_ range: Range<Int>) -> Node {
        Node(
            form: .fault, start: UInt32(range.lowerBound), end: UInt32(range.upperBound), nameStart: UInt32(range.lowerBound),
            nameEnd: UInt32(range.upperBound), depth: 1)
    }
}

extension Phrase {
    fileprivate static func unexpected(_ word: String) -> Phrase {
        Phrase(en: "`\(word)` cannot stand here", ru: "`\(word)` здесь стоять не может")
    }

    fileprivate static var unexpectedEnd: Phrase {
        Phrase(en: "the expression ends too early", ru: "выражение обрывается")
    }

    fileprivate static var bracketSigns: Phrase {
        Phrase(en: "put brackets between `!` and `-`", ru: "поставьте скобки между `!` и `-`")
    }

    fileprivate static var colonOfConditional: Phrase {
        Phrase(en: "`a ? b : c` lacks its `:`", ru: "в `a ? b : c` не хватает `:`")
    }

    fileprivate static func tooLong(_ limit: Int) -> Phrase {
        Phrase(en: "the expression is longer than \(limit) bytes", ru: "выражение длиннее \(limit) байт")
    }

    fileprivate static func tooDeep(_ limit: Int) -> Phrase {
        Phrase(en: "the expression is nested more than \(limit) deep", ru: "вложенность выражения больше \(limit)")
    }

    fileprivate static var splitExpression: Phrase {
        Phrase(en: "split it, or list the values and use `in`", ru: "разбейте его или перечислите значения и используйте `in`")
    }
}
