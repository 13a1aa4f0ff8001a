package import Diagnostics

extension NodeTree {
    /// The size from which on a text is not read: offsets and rows have 32 bits.
    static let sizeLimit = 1 << 31

    /// Reads a text into a tree; what is wrong with it is in the log, and what could be read is in the tree.
    ///
    /// A text whose name ends in `.json` is JSON. Of the others, one that begins with a brace or a bracket and is JSON from
    /// beginning to end is read as such (libyaml refuses JSON's surrogate pairs), all else is YAML.
    ///
    /// - Parameter end: where reading ends before the text does, in bytes; nil reads the whole of it.
    package static func parse(_ text: SourceText, file: FileID, upTo end: Int? = nil, log: inout DiagnosticLog) -> NodeTree {
        let arena = unsafe text.bytes.withUnsafeBufferPointer { bytes in
            unsafe Arena.read(UnsafeBufferPointer(rebasing: bytes[..<(end ?? bytes.count)]), name: text.name, file: file)
        }
        log.add(contentsOf: arena.log)
        return NodeTree(arena, text: text, file: file)
    }
}

extension NodeTree {
    /// Reads several texts; `use` is given the tree of each with what is wrong with it, in the order of the texts.
    ///
    /// Large texts are read by several threads, the next ones while `use` is at work. That changes nothing but the time it takes: a tree
    /// is made of one text alone, and `use` is called on the caller's thread.
    package static func parse(_ texts: [(text: SourceText, file: FileID)], use: (NodeTree, DiagnosticLog) -> Void) {
        let one: @Sendable (Int) -> (NodeTree, DiagnosticLog) = { number in
            var log = DiagnosticLog()
            let tree = parse(texts[number].text, file: texts[number].file, log: &log)
            return (tree, log)
        }
        let size = texts.reduce(0) { $0 + $1.text.bytes.count }
        if size >= worthThreads {
            concurrently(texts.count, one) { _, read in use(read.0, read.1) }
        } else {
            for number in texts.indices {
                let (tree, log) = one(number)
                use(tree, log)
            }
        }
    }

    /// How many bytes take so long to read that it is worth while to begin a thread.
    private static let worthThreads = 1 << 19
}

extension Arena {
    fileprivate static func read(_ bytes: UnsafeBufferPointer<UInt8>, name: String, file: FileID) -> Arena {
        var arena = Arena(file: file, size: 0)
        guard bytes.count < NodeTree.sizeLimit else {
            arena.refuse(with: .textTooLarge(at: arena.span(0, 0)))
            return arena
        }
        if unsafe isUTF16(bytes) {
            arena.refuse(with: .utf16(at: arena.span(0, min(2, UInt32(bytes.count)))))
            return arena
        }
        let start = unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if name.utf8.suffix(5).elementsEqual(".json".utf8) { return unsafe readJSON(bytes, from: start, file: file) }
        if let first = unsafe bytes[start...].first(where: { $0 > 0x20 }), first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            let json = unsafe readJSON(bytes, from: start, file: file)
            if json.isComplete { return json }
        }
        return unsafe readYAML(bytes, from: start, file: file)
    }

    private static func readJSON(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, file: FileID) -> Arena {
        guard let fault = unsafe EncodingFault.first(in: bytes, from: start, allowingControls: true) else {
            return unsafe JSONReader.read(bytes, from: start, file: file)
        }
        var arena = unsafe JSONReader.read(UnsafeBufferPointer(rebasing: bytes[..<fault.offset]), from: start, file: file)
        arena.replaceLastFault(with: fault)
        return arena
    }

    private static func readYAML(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, file: FileID) -> Arena {
        let reading = unsafe YAMLReader.read(bytes, from: start, file: file)
        guard reading.hasEncodingFault else { return reading.arena }
        // libyaml reads ahead, so that it meets the fault long before its place: read again what stands before it.
        guard let fault = unsafe EncodingFault.first(in: bytes, from: start, allowingControls: false) else { return reading.arena }
        let lineStart = unsafe bytes[..<fault.offset].lastIndex { $0 == UInt8(ascii: "\n") }.map { $0 + 1 } ?? start
        let sound = unsafe UnsafeBufferPointer(rebasing: bytes[..<max(lineStart, start)])
        var arena = unsafe YAMLReader.read(sound, from: start, file: file).arena
        arena.replaceLastFault(with: fault)
        return arena
    }

    private mutating func refuse(with fault: Diagnostic) {
        isComplete = false
        log.add(fault)
    }

    /// A text that was cut at a fault of its encoding ends in a fault of syntax, which is only a consequence.
    private mutating func replaceLastFault(with fault: EncodingFault) {
        var kept = DiagnosticLog()
        for diagnostic in isComplete ? log.kept[...] : log.kept.dropLast() { kept.add(diagnostic) }
        kept.add(.encoding(fault, at: span(UInt32(fault.offset), UInt32(fault.offset + fault.length))))
        log = kept
        isComplete = false
    }

    /// UTF-16 begins with its mark, or with an ASCII character and a zero byte in either order.
    private static func isUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= 2 else { return false }
        return switch unsafe (bytes[0], bytes[1]) {
        case (0xFF, 0xFE), (0xFE, 0xFF): true
        case (0, 1...), (1..., 0): bytes.count.isMultiple(of: 2)
        default: false
        }
    }
}
