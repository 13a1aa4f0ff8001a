import Diagnostics

/// The first place at which a text is not what a UTF-8 text file can be.
struct EncodingFault {
    /// What is wrong there.
    enum Kind {
        case notUTF8
        case control(UInt32)
    }

    let kind: Kind
    let offset: Int
    /// How many bytes are at fault.
    let length: Int

    /// The first fault from an offset on, nil in a sound text.
    ///
    /// Sound are, as YAML has it, tab, line ends, and all printable characters; with `allowingControls`, whatever is UTF-8.
    static func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, allowingControls: Bool) -> EncodingFault? {
        var offset = start
        while offset < bytes.count {
            let byte = unsafe bytes[offset]
            if byte >= 0x20, byte < 0x7F {
                offset += 1
                continue
            }
            guard let (scalar, length) = unsafe scalar(at: offset, in: bytes) else {
                return EncodingFault(kind: .notUTF8, offset: offset, length: 1)
            }
            if !allowingControls, !isPrintable(scalar) {
                return EncodingFault(kind: .control(scalar), offset: offset, length: length)
            }
            offset += length
        }
        return nil
    }

    /// YAML 1.1's printable characters (section 5.1), which libyaml holds to.
    private static func isPrintable(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
        default: false
        }
    }

    /// The scalar that begins at an offset, shortest form only (RFC 3629); nil where there is none.
    private static func scalar(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (UInt32, Int)? {
        let lead = unsafe bytes[offset]
        let (length, lowest, first): (Int, UInt32, UInt32) =
            switch lead {
            case 0..<0x80: (1, 0, UInt32(lead))
            case 0xC2..<0xE0: (2, 0x80, UInt32(lead & 0x1F))
            case 0xE0..<0xF0: (3, 0x800, UInt32(lead & 0x0F))
            case 0xF0..<0xF5: (4, 0x10000, UInt32(lead & 0x07))
            default: (0, 0, 0)
            }
        guard length > 0, offset + length <= bytes.count else { return nil }
        var scalar = first
        for index in offset + 1..<offset + length {
            let byte = unsafe bytes[index]
            guard byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        guard scalar >= lowest, scalar <= 0x10FFFF, !(0xD800..<0xE000).contains(scalar) else { return nil }
        return (scalar, length)
    }
}

extension Diagnostic {
    static func encoding(_ fault: EncodingFault, at span: Span) -> Diagnostic {
        switch fault.kind {
        case .notUTF8:
            Diagnostic("not-utf8", .error, .notUTF8, at: span, label: .notUTF8Label, notes: [.restNotRead], help: [.saveAsUTF8])
        case .control(let scalar):
            Diagnostic(
                "control-character", .error, .control(scalar), at: span, label: .controlLabel, notes: [.restNotRead], help: [.escapeControl]
            )
        }
    }

    static func utf16(at span: Span) -> Diagnostic {
        Diagnostic("not-utf8", .error, .utf16, at: span, notes: [.restNotRead], help: [.saveAsUTF8])
    }
}

extension Phrase {
    fileprivate static var notUTF8: Phrase {
        Phrase(en: "the file is not UTF-8", ru: "файл не в UTF-8")
    }

    fileprivate static var notUTF8Label: Phrase {
        Phrase(en: "this byte belongs to no character", ru: "этот байт не принадлежит никакому символу")
    }

    fileprivate static var saveAsUTF8: Phrase {
        Phrase(en: "save the file as UTF-8", ru: "сохраните файл в кодировке UTF-8")
    }

    fileprivate static var utf16: Phrase {
        Phrase(en: "the file is UTF-16", ru: "файл в UTF-16")
    }

    fileprivate static func control(_ scalar: UInt32) -> Phrase {
        let digits = String(scalar, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return Phrase(en: "the control character \(code) cannot stand in a file", ru: "управляющий символ \(code) не может стоять в файле")
    }

    fileprivate static var controlLabel: Phrase {
        Phrase(en: "an invisible character", ru: "невидимый символ")
    }

    fileprivate static var escapeControl: Phrase {
        Phrase(
            en: "remove it, or write it as an escape in double quotes, such as `\"\\x1b\"`",
            ru: "удалите его или запишите в двойных кавычках как `\"\\x1b\"`")
    }
}
