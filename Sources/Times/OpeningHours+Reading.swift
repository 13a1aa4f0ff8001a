extension OpeningHours {
    /// What cannot be read in written hours, and where.
    package struct Fault: Error, Hashable, Sendable {
        /// The kinds of fault.
        package enum Kind: Hashable, Sendable {
            /// No rule at all.
            case empty
            /// The text ends where a day or a time is due.
            case cutShort
            /// A word that is no day, time or state.
            case unknownWord
            /// A time that does not exist, such as `25:70`.
            case noSuchTime
            /// A range of times without its end, such as `10:00+`.
            case openEnd
            /// `PH` or `SH`: there is no calendar of holidays to look them up in.
            case holidays
            /// Months, dates, weeks and years, sunrise, comments and fallbacks: OpenStreetMap has them, we do not.
            case unsupported
        }

        package let kind: Kind
        /// UTF-8 offsets in the text.
        package let range: Range<Int>
        /// The words at fault.
        package let found: String
    }

    /// Reads the common subset of `opening_hours`: rules parted by `;`, each with days, times and `off`, any of which
    /// may be left out; a later rule replaces the hours of the days it names, one after a comma adds to them.
    ///
    /// - Throws: `Fault` with the place of what it cannot read.
    package init(_ text: String) throws(Fault) {
        var reader = HoursReader(text)
        self.init(text: text, spans: try reader.week())
    }
}

extension OpeningHours.Fault {
    /// The fault in English, fit for the summary of a diagnostic.
    package var english: String {
        switch kind {
        case .empty: "there are no hours in `\(found)`"
        case .cutShort: "opening hours break off where a day or a time is due"
        case .unknownWord: "`\(found)` is no day, time or state in opening hours"
        case .noSuchTime: "there is no time `\(found)`"
        case .openEnd: "a range of hours needs its end, and `\(found)` has none"
        case .holidays: "`\(found)` cannot be used: no calendar of holidays is known here"
        case .unsupported: "`\(found)` belongs to the part of opening hours that is not supported"
        }
    }

    /// The fault in Russian.
    package var russian: String {
        switch kind {
        case .empty: "в `\(found)` не указаны часы"
        case .cutShort: "запись часов обрывается там, где нужен день или время"
        case .unknownWord: "`\(found)` — не день, не время и не состояние"
        case .noSuchTime: "времени `\(found)` не бывает"
        case .openEnd: "у промежутка `\(found)` нет конца"
        case .holidays: "`\(found)` использовать нельзя: календаря праздников здесь нет"
        case .unsupported: "`\(found)` относится к той части записи часов, которая не поддерживается"
        }
    }
}

/// A reader of written hours, one rule after another, into the spans of a week.
private struct HoursReader {
    typealias Fault = OpeningHours.Fault
    typealias Span = OpeningHours.Span

    private let text: String
    private let bytes: [UInt8]
    private var position = 0

    /// The spans, each with the day (0 is Monday) on which it begins.
    private var spans: [Span] = []

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    mutating func week() throws(Fault) -> [Span] {
        skipSpaces()
        guard position < bytes.count else { throw Fault(kind: .empty, range: 0..<bytes.count, found: text) }
        var adds = false
        while position < bytes.count {
            try rule(adds: adds)
            skipSpaces()
            guard position < bytes.count else { break }
            adds = next == ","
            guard skip(";") || skip(",") else { throw fault(at: position) }
            skipSpaces()
        }
        return Self.union(spans)
    }

    private mutating func rule(adds: Bool) throws(Fault) {
        let start = position
        if skip("24/7") {
            skipSpaces()
            apply(Set(0..<7), [], isOpen: try state() ?? true, adds: adds)
            return
        }
        let days = try days()
        let times = try times()
        let isOpen = try state()
        guard position > start else { throw fault(at: position) }
        if isOpen == nil, times.isEmpty, days.isEmpty { throw fault(at: position) }
        let named = days.isEmpty ? Set(0..<7) : days
        apply(named, times, isOpen: isOpen ?? true, adds: adds)
    }

    private mutating func apply(_ days: Set<Int>, _ times: [Span], isOpen: Bool, adds: Bool) {
        let wholeDay = [Span(start: 0, end: OpeningHours.day)]
        let starts = days.sorted().map { $0 * OpeningHours.day }
        if isOpen {
            if !adds { spans.removeAll { days.contains($0.start / OpeningHours.day) } }
            for start in starts { spans += (times.isEmpty ? wholeDay : times).map { $0.shifted(start) } }
        } else if times.isEmpty {
            spans.removeAll { days.contains($0.start / OpeningHours.day) }
        } else {
            for start in starts { for time in times { close(time.shifted(start)) } }
        }
    }

    /// Takes a stretch out of all spans, those that come over from the week before included.
    private mutating func close(_ closed: Span) {
        for shift in [-OpeningHours.week, 0, OpeningHours.week] {
            let hole = closed.shifted(shift)
            spans = spans.flatMap { span in
                guard hole.start < span.end, span.start < hole.end else { return [span] }
                return [Span(start: span.start, end: hole.start), Span(start: hole.end, end: span.end)].filter { $0.start < $0.end }
            }
        }
        spans = spans.map { $0.start < OpeningHours.week ? $0 : $0.shifted(-OpeningHours.week) }
    }

    private static func union(_ spans: [Span]) -> [Span] {
        var merged: [Span] = []
        for next in spans.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            if let last = merged.last, next.start <= last.end {
                merged[merged.count - 1].end = max(last.end, next.end)
            } else {
                merged.append(next)
            }
        }
        // The last may reach over the first of the week that follows.
        while merged.count > 1, let first = merged.first, let last = merged.last, first.start + OpeningHours.week <= last.end {
            merged[merged.count - 1].end = max(last.end, first.end + OpeningHours.week)
            merged.removeFirst()
        }
        return merged
    }
}

// The words of a rule.
extension HoursReader {
    private static let dayNames = ["mo", "tu", "we", "th", "fr", "sa", "su"]

    /// Days and ranges of days parted by commas; empty where a rule begins with something else.
    private mutating func days() throws(Fault) -> Set<Int> {
        var days: Set<Int> = []
        while let first = try day() {
            var last = first
            if skip("-") {
                guard let day = try day() else { throw fault(at: position) }
                last = day
            }
            // Sa-Mo goes over the end of the week.
            for day in first...(last < first ? last + 7 : last) { days.insert(day % 7) }
            guard next == ",", startsDay(after: position + 1) else { break }
            position += 1
            skipSpaces()
        }
        skipSpaces()
        return days
    }

    private mutating func day() throws(Fault) -> Int? {
        guard let word = word(at: position) else { return nil }
        if word == "ph" || word == "sh" { throw fault(at: position, .holidays) }
        guard let day = Self.dayNames.firstIndex(of: word) else { return nil }
        position += 2
        return day
    }

    private func startsDay(after start: Int) -> Bool {
        let start = bytes[start...].firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.count
        return word(at: start).map { Self.dayNames.contains($0) || $0 == "ph" || $0 == "sh" } ?? false
    }

    /// Ranges of times parted by commas, as minutes after midnight; empty where something else stands.
    private mutating func times() throws(Fault) -> [OpeningHours.Span] {
        var times: [OpeningHours.Span] = []
        while isDigit(position) {
            let start = position
            let from = try clock(upTo: 24 * 60)
            skipSpaces()
            guard skip("-") else { throw Fault(kind: .openEnd, range: start..<position, found: found(start..<position)) }
            skipSpaces()
            guard isDigit(position) else { throw Fault(kind: .openEnd, range: start..<position, found: found(start..<position)) }
            let to = try clock(upTo: 48 * 60)
            if next == "+" { throw Fault(kind: .openEnd, range: start..<position + 1, found: found(start..<position + 1)) }
            times.append(.init(start: from, end: to <= from ? to + OpeningHours.day : to))
            skipSpaces()
            guard next == ",", let digit = bytes[(position + 1)...].firstIndex(where: { $0 != UInt8(ascii: " ") }), isDigit(digit)
            else { break }
            position = digit
        }
        skipSpaces()
        return times
    }

    private mutating func clock(upTo limit: Int) throws(Fault) -> Int {
        let start = position
        while isDigit(position) || next == ":" { position += 1 }
        let parts = bytes[start..<position].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard start < position else { throw fault(at: start) }
        let numbers = parts.map { $0.count == 2 || parts.count == 2 && $0.count == 1 ? Int(String(decoding: $0, as: UTF8.self)) : nil }
        guard numbers.count == 2, let hour = numbers[0], let minute = numbers[1], parts[1].count == 2, minute < 60,
            hour * 60 + minute <= limit
        else { throw Fault(kind: .noSuchTime, range: start..<position, found: found(start..<position)) }
        return hour * 60 + minute
    }

    /// `off` and `closed` are false, `open` is true; nil where nothing of the kind stands.
    private mutating func state() throws(Fault) -> Bool? {
        guard let word = word(at: position) else { return nil }
        switch word {
        case "off", "closed": position += word.utf8.count
        case "open": position += word.utf8.count
        default: throw fault(at: position)
        }
        return word == "open"
    }

    private var next: Unicode.Scalar? {
        position < bytes.count ? Unicode.Scalar(bytes[position]) : nil
    }

    private func isDigit(_ index: Int) -> Bool {
        index < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
    }

    /// The run of ASCII letters at an index, in lower case; nil where there is none.
    private func word(at index: Int) -> String? {
        let letters = bytes[min(index, bytes.count)...].prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
        return letters.isEmpty ? nil : String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
    }

    private mutating func skip(_ literal: String) -> Bool {
        guard bytes[position...].starts(with: literal.utf8) else { return false }
        position += literal.utf8.count
        return true
    }

    private mutating func skipSpaces() {
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    }

    /// The fault of the word at an index, which ends at a space, comma or semicolon.
    private func fault(at index: Int, _ kind: Fault.Kind? = nil) -> Fault {
        let stops = " ;,".utf8
        let end = bytes[min(index, bytes.count)...].dropFirst().firstIndex { stops.contains($0) } ?? bytes.count
        guard index < bytes.count else { return Fault(kind: .cutShort, range: bytes.count..<bytes.count, found: "") }
        let range = index..<end
        let word = word(at: index) ?? ""
        let isOSM = Self.unsupportedWords.contains { word.hasPrefix($0) } || "\"|[(".utf8.contains(bytes[index])
        return Fault(kind: kind ?? (isOSM ? .unsupported : .unknownWord), range: range, found: found(range))
    }

    private static let unsupportedWords = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "week", "easter", "sunrise", "sunset", "dawn",
        "dusk", "unknown",
    ]

    private func found(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}

extension OpeningHours.Span {
    fileprivate func shifted(_ minutes: Int) -> Self {
        Self(start: start + minutes, end: end + minutes)
    }
}
