/// One kind of local time: how far from UTC, and what it is called.
struct ZoneKind: Hashable, Sendable {
    var offset: Int
    var isDaylight: Bool
    var abbreviation: String
}

/// The content of a TZif file: the changes that are listed, and the rule for the time after the last.
struct ZoneData: Hashable, Sendable {
    /// Seconds since 1970 at which the kind changes; ascending.
    private(set) var changes: [Int64] = []
    /// The index in `kinds` from each change on.
    private(set) var kindIndices: [UInt8] = []
    /// The first holds before the first change.
    private(set) var kinds: [ZoneKind]
    private(set) var footer: ZoneFooter?
    /// Every offset that occurs, ascending.
    let offsets: [Int]

    init(fixed offset: Int) {
        kinds = [ZoneKind(offset: offset, isDaylight: false, abbreviation: UTCOffset(seconds: offset).text)]
        offsets = [offset]
    }

    /// Reads TZif, version 2 or later (RFC 8536); nil for what is damaged, or counts leap seconds.
    init?(tzif bytes: [UInt8]) {
        var reader = ZoneReader(bytes)
        // The first block repeats the data with 32-bit times for old readers.
        guard let old = reader.header(), reader.skip(old.size(ofTimes: 4)), let counts = reader.header(), counts.leaps == 0,
            counts.kinds > 0
        else { return nil }
        guard let changes = reader.times(counts.changes), let indices = reader.bytes(counts.changes),
            let rows = reader.kindRows(counts.kinds), let letters = reader.bytes(counts.letters),
            reader.skip(counts.standardFlags + counts.universalFlags), let rule = reader.footer()
        else { return nil }
        guard zip(changes, changes.dropFirst()).allSatisfy(<), indices.allSatisfy({ Int($0) < counts.kinds }) else { return nil }
        let kinds = rows.compactMap { $0.kind(letters: letters) }
        guard kinds.count == counts.kinds else { return nil }
        if rule.isEmpty {
            footer = nil
        } else {
            guard let footer = ZoneFooter(posix: rule) else { return nil }
            self.footer = footer
        }
        (self.changes, kindIndices, self.kinds) = (changes, Array(indices), kinds)
        let inFooter = [footer?.standard.offset, footer?.daylight?.kind.offset].compactMap(\.self)
        offsets = Set(kinds.map(\.offset) + inFooter).sorted()
    }

    /// The kind of local time that holds at a moment, in seconds since 1970.
    ///
    /// - Complexity: logarithmic in the number of changes.
    func kind(at seconds: Int64) -> ZoneKind {
        guard let first = changes.first, seconds >= first else {
            return changes.isEmpty ? footer?.kind(at: seconds) ?? kinds[0] : kinds[0]
        }
        if let footer, seconds >= changes[changes.count - 1] { return footer.kind(at: seconds) }
        var (low, high) = (0, changes.count)
        // Invariant: changes[low] <= seconds, and changes[high], if any, is later.
        while high - low > 1 {
            let middle = (low + high) / 2
            if changes[middle] <= seconds { low = middle } else { high = middle }
        }
        return kinds[Int(kindIndices[low])]
    }
}

/// A cursor over the bytes of a TZif file.
private struct ZoneReader {
    private let all: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        all = bytes
    }

    /// The six counts of a header, in the file's words isutcnt, isstdcnt, leapcnt, timecnt, typecnt, charcnt.
    struct Counts {
        let universalFlags: Int, standardFlags: Int, leaps: Int, changes: Int, kinds: Int, letters: Int

        /// Bytes of the block that follows the header.
        func size(ofTimes width: Int) -> Int {
            changes * (width + 1) + kinds * 6 + letters + leaps * (width + 4) + standardFlags + universalFlags
        }
    }

    /// A row of the table of kinds, before its letters are looked up.
    struct KindRow {
        let offset: Int, isDaylight: Bool, letters: Int

        func kind(letters all: ArraySlice<UInt8>) -> ZoneKind? {
            let tail = all.dropFirst(letters)
            guard letters < all.count, let end = tail.firstIndex(of: 0), abs(offset) <= 26 * 3_600 else { return nil }
            return ZoneKind(offset: offset, isDaylight: isDaylight, abbreviation: String(decoding: tail[..<end], as: UTF8.self))
        }
    }

    mutating func header() -> Counts? {
        guard let start = bytes(20), start.prefix(4).elementsEqual("TZif".utf8), start[start.startIndex + 4] >= UInt8(ascii: "2") else {
            return nil
        }
        var counts: [Int] = []
        for _ in 0..<6 {
            // A count this large is no zone, and keeps all sums below far from overflow.
            guard let count = integer(4), (0..<1 << 20).contains(count) else { return nil }
            counts.append(Int(count))
        }
        return Counts(
            universalFlags: counts[0], standardFlags: counts[1], leaps: counts[2], changes: counts[3], kinds: counts[4], letters: counts[5])
    }

    mutating func skip(_ count: Int) -> Bool {
        bytes(count) != nil
    }

    mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
        guard all.count - position >= count else { return nil }
        defer { position += count }
        return all[position..<position + count]
    }

    mutating func times(_ count: Int) -> [Int64]? {
        var times: [Int64] = []
        for _ in 0..<count {
            guard let time = integer(8) else { return nil }
            times.append(time)
        }
        return times
    }

    mutating func kindRows(_ count: Int) -> [KindRow]? {
        var rows: [KindRow] = []
        for _ in 0..<count {
            guard let offset = integer(4), let flags = bytes(2) else { return nil }
            rows.append(KindRow(offset: Int(offset), isDaylight: flags.first == 1, letters: Int(flags.last ?? 0)))
        }
        return rows
    }

    /// The text between the two line ends that close the file.
    mutating func footer() -> ArraySlice<UInt8>? {
        let newline = UInt8(ascii: "\n")
        guard bytes(1)?.first == newline, let end = all[position...].firstIndex(of: newline) else { return nil }
        return all[position..<end]
    }

    /// A big-endian signed integer of four or eight bytes.
    private mutating func integer(_ width: Int) -> Int64? {
        guard let bytes = bytes(width) else { return nil }
        let raw = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return width == 4 ? Int64(Int32(truncatingIfNeeded: raw)) : Int64(bitPattern: raw)
    }
}
