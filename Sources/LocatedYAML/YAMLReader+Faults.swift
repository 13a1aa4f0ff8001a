import CLibYAML
import Diagnostics

/// From libyaml's words to ours: which mistake of the writer is behind a fault, and where.
extension YAMLReader {
    /// The fault at which libyaml gave up.
    mutating func fault(of parser: yaml_parser_t) -> Diagnostic {
        let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? ""
        let context = unsafe parser.context.map { unsafe String(cString: $0) } ?? ""
        let place = unsafe Int(cursor.offset(parser.problem_mark.index, in: bytes))
        let opened = unsafe Int(cursor.offset(parser.context_mark.index, in: bytes))
        return fault(problem, context, at: place, opened: opened)
    }

    private func fault(_ problem: String, _ context: String, at place: Int, opened: Int) -> Diagnostic {
        if let tab = tabOfIndentation(before: place) ?? (byte(place) == UInt8(ascii: "\t") ? place : nil) {
            return .tab(at: character(tab))
        }
        return switch problem {
        case "could not find expected ':'": keyFault(at: opened)
        case "mapping values are not allowed in this context":
            hasColon(before: place) ? .colonInValue(at: character(place)) : .strayColon(at: character(place))
        case "block sequence entries are not allowed in this context": .listOnKeyLine(at: character(place))
        case "did not find expected key": lineFault(at: place, opened: opened, isList: false)
        case "did not find expected '-' indicator": lineFault(at: place, opened: opened, isList: true)
        case "did not find expected ',' or ']'": bracketFault("[", "]", at: place, opened: opened)
        case "did not find expected ',' or '}'": bracketFault("{", "}", at: place, opened: opened)
        case "found unexpected end of stream", "found unexpected document indicator": .unclosedQuote(at: character(opened))
        case "found character that cannot start any token": .reserved(text(character(place)), at: character(place))
        default: otherFault(problem, context, at: place, opened: opened)
        }
    }

    private func otherFault(_ problem: String, _ context: String, at place: Int, opened: Int) -> Diagnostic {
        if context.hasPrefix("while parsing a quoted scalar") || problem.contains("escape") || problem.contains("hexdecimal") {
            return .escape(at: escapeSpan(at: place))
        }
        if context.contains("anchor") || context.contains("alias") {
            return .badAnchor(text(character(opened)), at: character(opened))
        }
        if context.contains("tag") || problem.contains("tag handle") { return .badTag(at: character(opened < place ? opened : place)) }
        if context.contains("block scalar") { return .badBlockHeader(at: character(place)) }
        if context.contains("directive") || problem.contains("%") || problem.contains("incompatible") {
            return .badDirective(at: character(place))
        }
        switch problem {
        case "did not find expected node content": return .noValue(at: character(place))
        case "did not find expected <document start>": return .textAfterDocument(at: character(place))
        default: return .notYAML(at: character(place))
        }
    }

    /// A key without its colon, or one that is too long to be one.
    private func keyFault(at start: Int) -> Diagnostic {
        var end = start
        while let byte = byte(end), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") { end += 1 }
        while end > start + 1, unsafe bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return end - start > 1_024
            ? .longKey(at: character(start)) : .lineWithoutColon(at: arena.span(UInt32(start), UInt32(end)))
    }

    /// A line that fits nothing above it, or something behind a value.
    private func lineFault(at place: Int, opened: Int, isList: Bool) -> Diagnostic {
        let lineStart = lineStart(of: place)
        let isFirst = unsafe bytes[lineStart..<min(place, bytes.count)].allSatisfy { $0 == UInt8(ascii: " ") }
        return isFirst
            ? .otherIndentation(at: character(place), collection: character(opened), isList: isList)
            : .textAfterValue(at: character(place))
    }

    private func bracketFault(_ opening: String, _ closing: String, at place: Int, opened: Int) -> Diagnostic {
        unsafe place >= bytes.count
            ? .unclosedBracket(opening, closing, at: character(opened))
            : .commaOrBracket(closing, at: character(place), opened: character(opened))
    }

    /// The backslash before an offset and what follows it.
    private func escapeSpan(at place: Int) -> Span {
        var start = unsafe min(place, bytes.count - 1)
        while start > 0, place - start < 10, unsafe bytes[start] != UInt8(ascii: "\\") { start -= 1 }
        guard unsafe bytes[start] == UInt8(ascii: "\\") else { return character(place) }
        let end = max(place, Int(character(start + 1).end))
        return unsafe arena.span(UInt32(start), UInt32(min(end, bytes.count)))
    }
}

// MARK: - Places

extension YAMLReader {
    private func byte(_ offset: Int) -> UInt8? {
        unsafe offset >= 0 && offset < bytes.count ? unsafe bytes[offset] : nil
    }

    /// The character at an offset; nothing at the end of the text.
    private func character(_ offset: Int) -> Span {
        let start = unsafe min(offset, bytes.count)
        var end = unsafe min(start + 1, bytes.count)
        while let byte = byte(end), byte & 0xC0 == 0x80 { end += 1 }
        return arena.span(UInt32(start), UInt32(end))
    }

    private func text(_ span: Span) -> String {
        unsafe String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }

    private func lineStart(of offset: Int) -> Int {
        var start = unsafe min(offset, bytes.count)
        while start > 0, unsafe bytes[start - 1] != UInt8(ascii: "\n"), unsafe bytes[start - 1] != UInt8(ascii: "\r") { start -= 1 }
        return start
    }

    /// A tab among the spaces with which the line of an offset begins.
    private func tabOfIndentation(before place: Int) -> Int? {
        var offset = lineStart(of: place)
        while let byte = byte(offset), byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
            if byte == UInt8(ascii: "\t") { return offset }
            offset += 1
        }
        return nil
    }

    /// True when the line has a `: ` before an offset: the colon there is the second one.
    private func hasColon(before place: Int) -> Bool {
        var offset = lineStart(of: place)
        while unsafe offset + 1 < min(place, bytes.count) {
            if unsafe bytes[offset] == UInt8(ascii: ":"), unsafe bytes[offset + 1] == UInt8(ascii: " ") { return true }
            offset += 1
        }
        return false
    }
}
