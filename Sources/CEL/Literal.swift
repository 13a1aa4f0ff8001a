import Diagnostics

/// What the literals of an expression stand for.
enum Literal {
    /// The bytes of a text or bytes literal, its prefix, quotes and escapes taken away.
    ///
    /// - Throws: the first fault in an escape.
    static func decoded(_ source: ArraySlice<UInt8>, isBytes: Bool) throws(Fault) -> [UInt8] {
        var start = source.startIndex
        var isRaw = false
        while !source[start].isQuote {
            if source[start] | 0x20 == UInt8(ascii: "r") { isRaw = true }
            start += 1
        }
        let isTriple = source.endIndex - start >= 6 && source[start + 1] == source[start] && source[start + 2] == source[start]
        let margin = isTriple ? 3 : 1
        let body = source[start + margin..<source.endIndex - margin]
        guard !isRaw, body.contains(UInt8(ascii: "\\")) else { return Array(body) }
        var result: [UInt8] = []
        result.reserveCapacity(body.count)
        var position = body.startIndex
        while position < body.endIndex {
            if body[position] != UInt8(ascii: "\\") {
                result.append(body[position])
                position += 1
            } else {
                position = try escape(body, position, isBytes: isBytes, into: &result)
            }
        }
        return result
    }

    /// Decodes one escape and gives the place after it.
    private static func escape(
        _ body: ArraySlice<UInt8>, _ start: Int, isBytes: Bool, into result: inout [UInt8]
    ) throws(Fault) -> Int {
        guard start + 1 < body.endIndex else { throw Fault(.literal, .badEscape, at: start..<start + 1) }
        let letter = body[start + 1]
        if let plain = Self.plain(letter) {
            result.append(plain)
            return start + 2
        }
        let (count, radix): (Int, UInt32) =
            switch letter {
            case UInt8(ascii: "x"), UInt8(ascii: "X"): (2, 16)
            case UInt8(ascii: "u") where !isBytes: (4, 16)
            case UInt8(ascii: "U") where !isBytes: (8, 16)
            case UInt8(ascii: "0")...UInt8(ascii: "3"): (3, 8)
            default: (0, 0)
            }
        let digits = start + (radix == 8 ? 1 : 2)
        let end = digits + count
        guard count > 0, end <= body.endIndex,
            body[digits..<end].allSatisfy({ radix == 16 ? $0.isHexDigit : $0 >= 0x30 && $0 <= 0x37 })
        else {
            let range = whole(start..<min(max(end, start + 2), body.endIndex), in: body)
            throw Fault(.literal, .badEscape, at: range, help: .escapes(isBytes))
        }
        let code = body[digits..<end].reduce(UInt32(0)) { $0 &* radix &+ $1.hexValue }
        if isBytes {
            result.append(UInt8(truncatingIfNeeded: code))
        } else {
            guard let scalar = UnicodeScalar(code) else { throw Fault(.literal, .badScalar, at: start..<end) }
            result.append(contentsOf: UTF8.encode(scalar)!)
        }
        return end
    }

    /// A range that ends with a whole character.
    private static func whole(_ range: Range<Int>, in body: ArraySlice<UInt8>) -> Range<Int> {
        range.lowerBound..<(body[range.upperBound...].firstIndex { $0 & 0xC0 != 0x80 } ?? body.endIndex)
    }

    private static func plain(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "a"): 0x07
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "v"): 0x0B
        case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): letter
        default: nil
        }
    }

    /// The whole number that digits stand for, `0x` before hexadecimal ones; nil when it does not fit in 64 bits.
    static func magnitude(_ digits: ArraySlice<UInt8>) -> UInt64? {
        let isHex = digits.count > 2 && digits[digits.startIndex + 1] == UInt8(ascii: "x")
        let (radix, body): (UInt64, ArraySlice<UInt8>) = isHex ? (16, digits.dropFirst(2)) : (10, digits)
        var total: UInt64 = 0
        for digit in body {
            let (product, overflow) = total.multipliedReportingOverflow(by: radix)
            let (sum, carry) = product.addingReportingOverflow(UInt64(digit.hexValue))
            if overflow || carry { return nil }
            total = sum
        }
        return total
    }

    /// The number that a decimal fraction stands for; nil for one beyond the greatest.
    static func double(_ digits: ArraySlice<UInt8>) -> Double? {
        Double(String(decoding: digits, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
    }
}

extension Phrase {
    fileprivate static var badEscape: Phrase {
        Phrase(en: "this escape is not known", ru: "такой последовательности с `\\` нет")
    }

    fileprivate static func escapes(_ isBytes: Bool) -> Phrase {
        let codes = isBytes ? "`\\xHH`, `\\OOO`" : "`\\xHH`, `\\uHHHH`, `\\UHHHHHHHH`, `\\OOO`"
        return Phrase(
            en: "known are `\\\\ \\? \\\" \\' \\` \\a \\b \\f \\n \\r \\t \\v`, \(codes); a raw text `r'…'` has no escapes",
            ru: "есть `\\\\ \\? \\\" \\' \\` \\a \\b \\f \\n \\r \\t \\v`, \(codes); в строке вида `r'…'` знак `\\` ничего не значит")
    }

    fileprivate static var badScalar: Phrase {
        Phrase(en: "no character has this number", ru: "символа с таким номером нет")
    }
}
