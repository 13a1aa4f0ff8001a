/// The strings extension; positions count Unicode scalars.
extension Library {
    static let textExtension: [Function] = [
        .binary("charAt", [.member(.string, [.int], .string)]) { activation, text, index in
            guard text.kind.isText, index.kind == .int else { return activation.failure(.noOverload) }
            let scalars = activation.scalars(of: text)
            guard (0...Int64(scalars.count)).contains(index.asInt) else { return activation.failure(.badIndex, about: index) }
            return index.asInt == scalars.count ? activation.make(text: "") : activation.make(scalars: [scalars[Int(index.asInt)]][...])
        },
        Function.binary("indexOf", [.member(.string, [.string], .int), .member(.string, [.string, .int], .int)]) {
            $0.place(of: $2, in: $1, from: nil, isLast: false)
        }.with { $0.place(of: $2, in: $1, from: $3, isLast: false) },
        Function.binary("lastIndexOf", [.member(.string, [.string], .int), .member(.string, [.string, .int], .int)]) {
            $0.place(of: $2, in: $1, from: nil, isLast: true)
        }.with { $0.place(of: $2, in: $1, from: $3, isLast: true) },
        Function.unary("join", [.member(.list(.string), .string), .member(.list(.string), [.string], .string)]) {
            $0.joined($1, separator: nil)
        }.with { $0.joined($1, separator: $2) },
        .unary("lowerAscii", [.member(.string, .string)]) { activation, text in
            activation.mapped(text) { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        },
        .unary("upperAscii", [.member(.string, .string)]) { activation, text in
            activation.mapped(text) { $0 >= 0x61 && $0 <= 0x7A ? $0 & ~0x20 : $0 }
        },
        Function(
            "replace", [.member(.string, [.string, .string], .string), .member(.string, [.string, .string, .int], .string)]
        ).with { $0.replaced($1, $2, $3, limit: .int(-1)) }.with { activation, values in
            activation.replaced(values[0], values[1], values[2], limit: values[3])
        },
        Function.binary("split", [.member(.string, [.string], .list(.string)), .member(.string, [.string, .int], .list(.string))]) {
            $0.split($1, $2, limit: .int(-1))
        }.with { $0.split($1, $2, limit: $3) },
        Function.binary("substring", [.member(.string, [.int], .string), .member(.string, [.int, .int], .string)]) {
            $0.substring($1, from: $2, to: nil)
        }.with { $0.substring($1, from: $2, to: $3) },
        .unary("trim", [.member(.string, .string)]) { activation, text in
            guard text.kind.isText else { return activation.failure(.noOverload) }
            let scalars = activation.scalars(of: text)
            let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
            let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? start
            return activation.make(scalars: scalars[start..<end])
        },
        .unary("reverse", [.member(.string, .string), .member(.list(element), .list(element))]) { activation, text in
            if text.kind.isList { return activation.reversed(text) }
            guard text.kind.isText else { return activation.failure(.noOverload) }
            return activation.make(scalars: activation.scalars(of: text).reversed()[...])
        },
        .unary("strings.quote", [.global([.string], .string)]) { activation, text in
            guard text.kind.isText else { return activation.failure(.noOverload) }
            return activation.make(text: quoted(activation.text(of: text)))
        },
        .binary("format", [.member(.string, [.list(.dyn)], .string)]) { $0.filled($1, $2) },
    ]

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{07}": result += "\\a"
            case "\u{08}": result += "\\b"
            case "\u{0C}": result += "\\f"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0B}": result += "\\v"
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension Activation {
    /// The scalars of a text, which cost their number.
    func scalars(of value: Value) -> [Unicode.Scalar] {
        let scalars = Array(text(of: value).unicodeScalars)
        _ = spend(scalars.count >> 2)
        return scalars
    }

    func make(scalars: ArraySlice<Unicode.Scalar>) -> Value {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return make(text: String(text))
    }

    func mapped(_ value: Value, _ change: (UInt8) -> UInt8) -> Value {
        guard value.kind.isText else { return failure(.noOverload) }
        return make(utf8: bytes(of: value).map(change))
    }

    /// The place of a text in another: the first from a position on, or the last that begins no later than it.
    func place(of part: Value, in text: Value, from position: Value?, isLast: Bool) -> Value {
        guard text.kind.isText, part.kind.isText, position.map({ $0.kind == .int }) ?? true else { return failure(.noOverload) }
        let (whole, piece) = (scalars(of: text), scalars(of: part))
        let start = position?.asInt ?? (isLast ? Int64(whole.count) : 0)
        guard (0...Int64(whole.count)).contains(start) else { return failure(.badIndex, about: position) }
        guard spend(whole.count) else { return failure(.exhausted) }
        let last = whole.count - piece.count
        guard last >= 0 else { return .int(-1) }
        let places = isLast ? Array((0...min(Int(start), last)).reversed()) : Array(stride(from: Int(start), through: last, by: 1))
        for place in places {
            guard spend(1) else { return failure(.exhausted) }
            if whole[place..<place + piece.count].elementsEqual(piece) { return .int(Int64(place)) }
        }
        return .int(-1)
    }

    func joined(_ list: Value, separator: Value?) -> Value {
        guard list.kind.isList, separator?.kind.isText ?? true else { return failure(.noOverload) }
        let mark = separator.map { bytes(of: $0) } ?? []
        var result: [UInt8] = []
        for index in 0..<count(of: list) {
            let element = element(of: list, at: index)
            guard element.kind.isText else { return failure(.noOverload) }
            if index > 0 { result += mark }
            result += bytes(of: element)
            guard result.count <= environment.limits.memory else { return outOfMemory }
        }
        return make(utf8: result)
    }

    func replaced(_ text: Value, _ old: Value, _ new: Value, limit: Value) -> Value {
        guard text.kind.isText, old.kind.isText, new.kind.isText, limit.kind == .int else { return failure(.noOverload) }
        let (whole, piece, fresh) = (bytes(of: text), bytes(of: old), bytes(of: new))
        var left = limit.asInt < 0 ? Int64.max : limit.asInt
        var result: [UInt8] = []
        var position = 0
        var isFirst = true
        while left > 0, let place = nextPlace(of: piece, in: whole, from: position, isFirst: isFirst) {
            isFirst = false
            result += whole[position..<place]
            result += fresh
            guard result.count <= environment.limits.memory, spend(1) else { return outOfMemory }
            position = place + piece.count
            left -= 1
            if piece.isEmpty, place == whole.count { break }
        }
        return make(utf8: result + whole[position...])
    }

    /// Where the next piece stands; an empty one stands before each character and at the end.
    private func nextPlace(of piece: [UInt8], in whole: [UInt8], from position: Int, isFirst: Bool) -> Int? {
        guard piece.isEmpty else { return firstPlace(of: piece, in: whole, from: position) }
        guard !isFirst else { return position }
        guard position < whole.count else { return nil }
        var next = position + 1
        while next < whole.count, whole[next] & 0xC0 == 0x80 { next += 1 }
        return next
    }

    func split(_ text: Value, _ separator: Value, limit: Value) -> Value {
        guard text.kind.isText, separator.kind.isText, limit.kind == .int else { return failure(.noOverload) }
        let (whole, mark) = (bytes(of: text), bytes(of: separator))
        let most = limit.asInt < 0 ? Int64.max : limit.asInt
        guard most > 0 else { return make(list: []) }
        var parts: [Value] = []
        var position = 0
        while Int64(parts.count) < most - 1 {
            let end: Int
            if mark.isEmpty {
                guard let next = nextPlace(of: mark, in: whole, from: position, isFirst: false), next < whole.count else { break }
                end = next
            } else {
                guard let next = firstPlace(of: mark, in: whole, from: position) else { break }
                end = next
            }
            parts.append(make(utf8: whole[position..<end]))
            guard spend(1) else { return failure(.exhausted) }
            position = end + mark.count
        }
        if !(mark.isEmpty && whole.isEmpty) { parts.append(make(utf8: whole[position...])) }
        if let failed = parts.first(where: \.isFailure) { return failed }
        return make(list: parts)
    }

    func substring(_ text: Value, from start: Value, to end: Value?) -> Value {
        guard text.kind.isText, start.kind == .int, end.map({ $0.kind == .int }) ?? true else { return failure(.noOverload) }
        let scalars = scalars(of: text)
        let (first, last) = (start.asInt, end?.asInt ?? Int64(scalars.count))
        guard (0...Int64(scalars.count)).contains(first) else { return failure(.badIndex, about: start) }
        guard first <= last, last <= Int64(scalars.count) else { return failure(.badIndex, about: end) }
        return make(scalars: scalars[Int(first)..<Int(last)])
    }
}
