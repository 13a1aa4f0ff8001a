import CLibYAML
import Diagnostics
import Glibc

/// Reads YAML into an arena, by libyaml's events.
@safe struct YAMLReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var cursor: MarkCursor
    private(set) var arena: Arena
    /// True when libyaml met bytes that no YAML text can hold.
    private(set) var hasEncodingFault = false
    /// Where the last token ended that was read.
    private var lastEnd: UInt32 = 0
    /// How deep the reading is inside a key that cannot be one; 0 outside.
    private var skippedDepth = 0
    private var skippedStart: UInt32 = 0

    /// Reads the text from `start` up to the end of `bytes`.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, file: FileID) -> YAMLReader {
        var reader = unsafe YAMLReader(bytes, from: start, file: file)
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { unsafe parser.deallocate() }
        precondition(unsafe yaml_parser_initialize(parser) == 1, "libyaml has no memory left")
        defer { unsafe yaml_parser_delete(parser) }
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start)
        unsafe reader.readEvents(parser)
        return reader
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, file: FileID) {
        unsafe self.bytes = unsafe bytes
        cursor = unsafe MarkCursor(bytes, skipping: start)
        arena = Arena(file: file, size: bytes.count)
    }

    private mutating func readEvents(_ parser: UnsafeMutablePointer<yaml_parser_t>) {
        var event = unsafe yaml_event_t()
        var parts = unsafe primum_yaml_event()
        var isOpen = true
        while isOpen {
            guard unsafe primum_yaml_next(parser, &event, &parts) == 1 else {
                hasEncodingFault = unsafe parser.pointee.error == YAML_READER_ERROR
                unsafe end(with: fault(of: parser.pointee))
                return
            }
            isOpen = unsafe add(parts)
            unsafe yaml_event_delete(&event)
        }
    }

    /// Adds one event; false when it was the last one to read.
    private mutating func add(_ event: primum_yaml_event) -> Bool {
        switch unsafe event.type {
        case YAML_SCALAR_EVENT: unsafe addScalar(event)
        case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT: return unsafe open(event)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: return unsafe close(event)
        case YAML_ALIAS_EVENT:
            let start = unsafe cursor.offset(event.start, in: bytes)
            lastEnd = unsafe cursor.offset(event.end, in: bytes)
            unsafe arena.addAlias(String(cString: event.anchor), start: start, end: lastEnd)
            return endIfOvergrown()
        case YAML_DOCUMENT_END_EVENT: arena.forgetAnchors()
        case YAML_STREAM_END_EVENT: return false
        default: break
        }
        return true
    }
}

// MARK: - Values

extension YAMLReader {
    private mutating func addScalar(_ event: primum_yaml_event) {
        let words = unsafe UnsafeBufferPointer(start: event.value, count: event.length)
        var start = unsafe cursor.offset(event.start, in: bytes)
        let end = unsafe cursor.offset(event.end, in: bytes)
        lastEnd = end
        if skippedDepth > 0 { return }
        if unsafe event.tag != nil || event.anchor != nil { start = unsafe readProperties(of: event, start: start, end: end) }
        let style = unsafe yaml_scalar_style_t(UInt32(event.style))
        var row = Row(start: start, end: end, next: 0, text: start, length: UInt32(words.count), flags: [])
        if style == YAML_PLAIN_SCALAR_STYLE {
            if unsafe event.in_one_line == 0 || Int(end - start) != words.count { unsafe keepAside(words, &row) }
        } else {
            row.flags = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE ? [.quoted, .block] : .quoted
            row.text = start + 1
            if unsafe event.in_one_line == 0 || !isVerbatim(words, from: start + 1, to: end) { unsafe keepAside(words, &row) }
        }
        if unsafe event.tag != nil { row.flags.insert(.quoted) }
        unsafe arena.addScalar(row, words: words)
    }

    /// True when the text between the quotes is what they stand for: no escape, no folding.
    private func isVerbatim(_ words: UnsafeBufferPointer<UInt8>, from start: UInt32, to end: UInt32) -> Bool {
        guard Int(end) - Int(start) - 1 == words.count else { return false }
        return unsafe words.isEmpty || memcmp(bytes.baseAddress! + Int(start), words.baseAddress!, words.count) == 0
    }

    private mutating func keepAside(_ words: UnsafeBufferPointer<UInt8>, _ row: inout Row) {
        row.flags.insert(.aside)
        row.text = UInt32(arena.aside.count)
        unsafe arena.aside.append(contentsOf: words)
    }

    private mutating func open(_ event: primum_yaml_event) -> Bool {
        var start = unsafe cursor.offset(event.start, in: bytes)
        if skippedDepth > 0 {
            skippedDepth += 1
            guard arena.depth + skippedDepth > Arena.depthLimit else { return true }
            end(with: .tooDeep(at: arena.span(start, start + 1)))
            return false
        }
        if unsafe event.tag != nil || event.anchor != nil {
            start = unsafe readProperties(of: event, start: start, end: UInt32(bytes.count))
        }
        if arena.wantsKey {
            arena.log.add(.complexKey(at: arena.span(start, start + 1)))
            skippedDepth = 1
            skippedStart = start
            return true
        }
        guard arena.depth < Arena.depthLimit else {
            end(with: .tooDeep(at: arena.span(start, start + 1)))
            return false
        }
        var flags: Row.Flags = unsafe event.type == YAML_MAPPING_START_EVENT ? .mapping : .sequence
        let isFlow = unsafe event.is_flow != 0
        if isFlow { flags.insert(.flow) }
        lastEnd = unsafe min(start + 1, UInt32(bytes.count))
        arena.open(flags, start: start, text: lastEnd)
        return true
    }

    private mutating func close(_ event: primum_yaml_event) -> Bool {
        // A block collection ends with its last value; its own mark is where the next token begins.
        let (start, end) = unsafe (cursor.offset(event.start, in: bytes), cursor.offset(event.end, in: bytes))
        if end > start { lastEnd = end }
        if skippedDepth > 0 {
            skippedDepth -= 1
            if skippedDepth == 0 { arena.addHiddenKey(from: skippedStart, to: max(lastEnd, skippedStart)) }
            return true
        }
        arena.close(end: lastEnd)
        return endIfOvergrown()
    }

    private mutating func endIfOvergrown() -> Bool {
        guard arena.isOvergrown else { return true }
        end(with: .tooManyAliases(at: arena.span(lastEnd, lastEnd)))
        return false
    }

    /// Ends the reading early; what was read so far is kept.
    private mutating func end(with fault: Diagnostic) {
        arena.log.add(fault)
        arena.closeAll(end: lastEnd)
    }

    /// Takes in anchor and tag; the offset of the value itself, which begins after them.
    private mutating func readProperties(of event: primum_yaml_event, start: UInt32, end: UInt32) -> UInt32 {
        if let anchor = unsafe event.anchor { unsafe arena.anchor(String(cString: anchor)) }
        if let tag = unsafe event.tag {
            let tag = unsafe String(cString: tag)
            let known = ["str", "int", "float", "bool", "null", "timestamp", "map", "seq"].map { "tag:yaml.org,2002:" + $0 } + ["!"]
            if !known.contains(tag) {
                arena.log.add(.unknownTag(at: arena.span(start, wordEnd(from: start))))
            }
        }
        return min(end, afterProperties(from: start))
    }

    /// Passes over `&anchor`, `!tag`, spaces, line ends and comments.
    private func afterProperties(from start: UInt32) -> UInt32 {
        var offset = Int(start)
        while unsafe offset < bytes.count {
            switch unsafe bytes[offset] {
            case UInt8(ascii: "&"), UInt8(ascii: "!"): offset = Int(wordEnd(from: UInt32(offset)))
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): offset += 1
            case UInt8(ascii: "#"):
                while unsafe offset < bytes.count, unsafe bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
            default: return UInt32(offset)
            }
        }
        return UInt32(offset)
    }

    private func wordEnd(from start: UInt32) -> UInt32 {
        var offset = Int(start)
        while unsafe offset < bytes.count, unsafe bytes[offset] > UInt8(ascii: " "), unsafe bytes[offset] != UInt8(ascii: ",") {
            offset += 1
        }
        return UInt32(offset)
    }
}
