import Diagnostics
import Glibc

/// The rows of a text while it is being read: both readers, YAML's and JSON's, write into it.
struct Arena {
    /// How deep values may be nested.
    static let depthLimit = 128
    /// How many values aliases may add to a text that is small; a large one may have ten times its own.
    static let expansionLimit = 1_000_000

    let file: FileID
    var rows: [Row] = []
    var aside: [UInt8] = []
    var keys = KeyTable()
    var documents: [UInt32] = []
    var isComplete = true
    var log = DiagnosticLog()

    /// The collection that is open, and those around it from the outermost on.
    private var top = Frame.document
    private var outer: [Frame] = []
    private var anchors: [String: UInt32] = [:]
    /// How many values a collection with aliases in it has more than rows, followed through.
    private var grown: [UInt32: Int] = [:]
    private var expansion = 0
    /// How many rows merging added; the text has none of them.
    private var mergedRows = 0
    private var stamps: [Stamp] = []
    private var serial: UInt32 = 0

    /// A collection that is not closed yet.
    private struct Frame {
        let row: UInt32
        let isMapping: Bool
        var wantsKey: Bool
        var count: UInt32 = 0
        var grown = 0
        var merges = false

        /// Around the root of a document.
        static let document = Frame(row: .max, isMapping: false, wantsKey: false)
    }

    /// In which mapping a key was last seen, and where.
    private struct Stamp {
        var serial: UInt32 = 0
        var key: UInt32 = 0
    }

    init(file: FileID, size: Int) {
        self.file = file
        // Inventories have a value for every eight bytes or so; pages that are never touched cost nothing.
        rows.reserveCapacity(size / 6 + 16)
        adviseHugePages()
    }

    /// Faulting in fifty megabytes by pages of four kilobytes takes a tenth of the time of reading; advice costs nothing.
    private mutating func adviseHugePages() {
        let size = rows.capacity * MemoryLayout<Row>.stride
        guard size > 8 << 20 else { return }
        unsafe rows.withUnsafeMutableBufferPointer { rows in
            guard let base = rows.baseAddress else { return }
            let page = 1 << 12
            let skipped = -Int(bitPattern: base) & (page - 1)
            unsafe _ = madvise(UnsafeMutableRawPointer(base) + skipped, (size - skipped) & -page, MADV_HUGEPAGE)
        }
    }

    var depth: Int { outer.count }

    /// True when a value that begins would be a mapping's key.
    var wantsKey: Bool { top.wantsKey }

    func span(_ row: UInt32) -> Span {
        let row = rows[Int(row)]
        return Span(file: file, start: row.start, end: row.isCollection ? row.text : row.end)
    }

    func span(_ start: UInt32, _ end: UInt32) -> Span {
        Span(file: file, start: start, end: end)
    }
}

// MARK: - Writing rows

extension Arena {
    /// Adds a scalar; `words` are its bytes, wherever they are kept.
    mutating func addScalar(_ row: Row, words: UnsafeBufferPointer<UInt8>) {
        var row = row
        if wantsKey {
            row.flags.insert(.key)
            row.next = unsafe keys.number(of: words)
            if row.length == 2, !row.flags.contains(.quoted), unsafe words[0] == UInt8(ascii: "<"), unsafe words[1] == UInt8(ascii: "<") {
                row.flags.insert(.merge)
                top.merges = true
            }
            placeFirst(row)
        }
        begin()
        rows.append(row)
    }

    /// Opens a collection: `text` is the end of its first token.
    mutating func open(_ flags: Row.Flags, start: UInt32, text: UInt32) {
        begin()
        let isMapping = flags.contains(.mapping)
        outer.append(top)
        top = Frame(row: UInt32(rows.count), isMapping: isMapping, wantsKey: isMapping)
        rows.append(Row(start: start, end: text, next: 0, text: text, length: 0, flags: flags))
    }

    /// Closes the collection opened last, whose last token ended at `end`.
    mutating func close(end: UInt32) {
        let frame = top
        top = outer.removeLast()
        let index = Int(frame.row)
        rows[index].length = frame.count
        rows[index].end = max(rows[index].end, end)
        rows[index].next = UInt32(rows.count)
        var grown = frame.grown
        if frame.isMapping, frame.count > 1 || frame.merges { grown += settleKeys(of: frame.row, merges: frame.merges) }
        if grown > 0 {
            self.grown[frame.row] = grown
            top.grown += grown
        }
    }

    /// Closes all that is open: a fault ended the reading.
    mutating func closeAll(end: UInt32) {
        isComplete = false
        while depth > 0 {
            if top.isMapping, !top.wantsKey { addMissing(at: end) }
            close(end: end)
        }
    }

    /// A value that a fault has swallowed: forms are silent about it.
    mutating func addMissing(at offset: UInt32) {
        let row = Row(start: offset, end: offset, next: 0, text: 0, length: 0, flags: .broken)
        unsafe addScalar(row, words: UnsafeBufferPointer(start: nil, count: 0))
    }

    /// A key that cannot be one, so that its value is passed over.
    mutating func addHiddenKey(from start: UInt32, to end: UInt32) {
        let row = Row(start: start, end: end, next: 0, text: 0, length: 0, flags: [.broken, .hidden])
        unsafe addScalar(row, words: UnsafeBufferPointer(start: nil, count: 0))
    }

    /// A block mapping begins where its first key does.
    private mutating func placeFirst(_ key: Row) {
        guard top.count == 0, !rows[Int(top.row)].flags.contains(.flow) else { return }
        rows[Int(top.row)].start = key.start
        rows[Int(top.row)].text = key.end
    }

    /// Counts the value that is about to be added.
    private mutating func begin() {
        if outer.isEmpty { documents.append(UInt32(rows.count)) }
        if top.isMapping {
            if top.wantsKey { top.count += 1 }
            top.wantsKey.toggle()
        } else {
            top.count += 1
        }
    }
}

// MARK: - Anchors

extension Arena {
    /// Names the value that is about to be added.
    mutating func anchor(_ name: String) {
        anchors[name] = UInt32(rows.count)
    }

    /// Names end with their document.
    mutating func forgetAnchors() {
        anchors = [:]
    }

    /// True when aliases would make the text grow beyond bounds: reading has to end.
    var isOvergrown: Bool { expansion > max(Self.expansionLimit, 10 * (rows.count - mergedRows)) }

    /// Adds what an alias stands for.
    mutating func addAlias(_ name: String, start: UInt32, end: UInt32) {
        guard let target = anchors[name] else {
            log.add(.unknownAlias(name, at: span(start, end), among: Array(anchors.keys)))
            addStandIn(start: start, end: end)
            return
        }
        guard top.row != target, !outer.contains(where: { $0.row == target }) else {
            log.add(.aliasOfItself(name, at: span(start, end), anchor: span(target)))
            addStandIn(start: start, end: end)
            return
        }
        guard !wantsKey else {
            addKey(standingFor: target, start: start, end: end)
            return
        }
        let size = size(of: target)
        expansion += size
        begin()
        top.grown += size - 1
        rows.append(Row(start: start, end: end, next: target, text: 0, length: 0, flags: .alias))
    }

    /// How many values a row is when every alias in it is followed.
    private func size(of row: UInt32) -> Int {
        Int(rows[Int(row)].following(row) - row) + grown[row, default: 0]
    }

    private mutating func addStandIn(start: UInt32, end: UInt32) {
        if wantsKey {
            addHiddenKey(from: start, to: end)
        } else {
            addMissing(at: start)
            rows[rows.count - 1].end = end
        }
    }

    private mutating func addKey(standingFor target: UInt32, start: UInt32, end: UInt32) {
        let key = rows[Int(target)]
        guard !key.isCollection else {
            log.add(.complexKey(at: span(start, end)))
            addHiddenKey(from: start, to: end)
            return
        }
        // A key's words are kept where the key itself is, so they are found again only through the key table.
        log.add(.aliasAsKey(at: span(start, end), anchor: span(target)))
        addHiddenKey(from: start, to: end)
    }
}

// MARK: - Keys

extension Arena {
    /// Reports duplicate keys and merges what `<<` brings; the number of values that merging added.
    private mutating func settleKeys(of mapping: UInt32, merges: Bool) -> Int {
        if stamps.count < keys.count {
            stamps.append(contentsOf: repeatElement(Stamp(), count: max(keys.count - stamps.count, stamps.count)))
        }
        serial += 1
        var sources: [UInt32] = []
        let end = rows[Int(mapping)].next
        var key = mapping + 1
        while key < end {
            let row = rows[Int(key)]
            if !row.flags.contains(.hidden) {
                if row.flags.contains(.merge) {
                    rows[Int(key)].flags.insert(.hidden)
                    sources.append(key)
                } else if stamps[Int(row.next)].serial == serial {
                    let (second, first) = (span(key), span(stamps[Int(row.next)].key))
                    log.add { .duplicateKey(keys.text(of: row.next), at: second, first: first) }
                    rows[Int(key)].flags.insert(.hidden)
                } else {
                    stamps[Int(row.next)] = Stamp(serial: serial, key: key)
                }
            }
            key = rows[Int(key) + 1].following(key + 1)
        }
        var grown = 0
        for source in sources { grown += merge(from: source, into: mapping) }
        return grown
    }

    private mutating func merge(from key: UInt32, into mapping: UInt32) -> Int {
        let value = target(of: key + 1)
        if rows[Int(value)].flags.contains(.broken) { return 0 }
        if rows[Int(value)].flags.contains(.mapping) { return copyPairs(of: value, into: mapping) }
        guard rows[Int(value)].flags.contains(.sequence) else {
            log.add(.mergeOfNoMapping(at: span(value)))
            return 0
        }
        var grown = 0
        var item = value + 1
        while item < rows[Int(value)].next {
            let part = target(of: item)
            if rows[Int(part)].flags.contains(.mapping) {
                grown += copyPairs(of: part, into: mapping)
            } else {
                log.add(.mergeOfNoMapping(at: span(part)))
            }
            item = rows[Int(item)].following(item)
        }
        return grown
    }

    /// Adds the pairs of `source` whose keys `mapping` does not have; the values are aliases.
    private mutating func copyPairs(of source: UInt32, into mapping: UInt32) -> Int {
        var grown = 0
        var key = source + 1
        let end = rows[Int(source)].next
        while key < end, !isOvergrown {
            var row = rows[Int(key)]
            if !row.flags.contains(.hidden), stamps[Int(row.next)].serial != serial {
                stamps[Int(row.next)] = Stamp(serial: serial, key: key)
                row.flags.insert(.merged)
                let value = target(of: key + 1)
                let place = rows[Int(key) + 1]
                rows.append(row)
                rows.append(Row(start: place.start, end: place.end, next: value, text: 0, length: 0, flags: .alias))
                rows[Int(mapping)].length += 1
                mergedRows += 2
                let size = size(of: value)
                grown += size - 1
                expansion += size + 1
            }
            key = rows[Int(key) + 1].following(key + 1)
        }
        rows[Int(mapping)].next = UInt32(rows.count)
        return grown
    }

    private func target(of row: UInt32) -> UInt32 {
        rows[Int(row)].flags.contains(.alias) ? rows[Int(row)].next : row
    }
}
