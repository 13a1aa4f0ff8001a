/// When the clocks of a place were, are and will be how far from UTC.
///
/// Zones are those of the IANA database as the system keeps it (TZif files, RFC 8536), or a fixed offset.
package struct TimeZoneRules: Hashable, Sendable {
    /// The name it was asked by: `Europe/Moscow`, `+03:00`, `UTC`.
    package let name: String
    let data: ZoneData

    init(name: String, data: ZoneData) {
        self.name = name
        self.data = data
    }

    /// Universal time.
    package static let utc = TimeZoneRules(name: "UTC", data: ZoneData(fixed: 0))

    /// A clock that is always as far from UTC, in seconds east of it.
    package init(offset seconds: Int) {
        self.init(name: UTCOffset(seconds: seconds).text, data: ZoneData(fixed: seconds))
    }

    /// Reads `UTC`, `Z`, `+03:00` or the name of an IANA zone, whose file it looks for under `directory`.
    ///
    /// - Throws: `TimeZoneFault` for a name that is none, a zone that is not there, and a file that is damaged.
    package init(named name: String, directory: String = Self.directory) throws(TimeZoneFault) {
        if name.utf8.elementsEqual("UTC".utf8) {
            self = .utc
        } else if let offset = UTCOffset(name) {
            self.init(name: name, data: ZoneData(fixed: offset.seconds))
        } else {
            guard Self.isZoneName(name) else { throw .notAName(name) }
            guard let bytes = zoneFileBytes("\(directory)/\(name)") else { throw .notFound(name) }
            guard let data = ZoneData(tzif: bytes) else { throw .damaged(name) }
            self.init(name: name, data: data)
        }
    }

    /// Where Linux systems keep the IANA database.
    package static let directory = "/usr/share/zoneinfo"

    /// True for words of letters, digits, `_`, `+` and `-` joined by `/`, the first of which begins with a letter: nothing
    /// that could leave the directory.
    static func isZoneName(_ name: String) -> Bool {
        let words = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard name.utf8.count <= 64, let first = name.utf8.first, isLetter(first) else { return false }
        return words.allSatisfy { !$0.isEmpty && $0.allSatisfy(isZoneLetter) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isZoneLetter(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "_+-".utf8.contains(byte)
    }

    /// Seconds east of UTC at a moment.
    package func offset(at moment: Timestamp) -> Int {
        data.kind(at: moment.seconds).offset
    }

    /// What the clock shows at a moment.
    package func civilTime(at moment: Timestamp) -> CivilTime {
        CivilTime(moment, offset: offset(at: moment))
    }

    /// The day it is at a moment.
    package func date(at moment: Timestamp) -> CivilDate {
        civilTime(at: moment).date
    }

    /// The letters for the clock at a moment, such as `MSK` or `CEST`; `+04` and the like where there are none.
    package func abbreviation(at moment: Timestamp) -> String {
        data.kind(at: moment.seconds).abbreviation
    }

    /// The moment in RFC 3339 as the clock of the zone shows it.
    package func rfc3339(_ moment: Timestamp) -> String {
        moment.rfc3339(offset: offset(at: moment))
    }

    /// All moments at which the clock shows a time, earliest first: none in a gap, two in an overlap.
    ///
    /// The time's own `offset` is not looked at.
    package func moments(showing time: CivilTime) -> [Timestamp] {
        var asUniversal = time
        asUniversal.offset = 0
        let local = asUniversal.timestamp
        return data.offsets.compactMap { offset in
            let seconds = local.seconds - Int64(offset)
            return data.kind(at: seconds).offset == offset ? Timestamp(seconds: seconds, nanoseconds: local.nanoseconds) : nil
        }.sorted()
    }

    /// The one moment that a written time means: the first of two in an overlap; in a gap the time is read with the
    /// offset that held before it (RFC 5545, section 3.3.5).
    package func moment(showing time: CivilTime) -> Timestamp {
        if let moment = moments(showing: time).first { return moment }
        var asUniversal = time
        asUniversal.offset = 0
        let local = asUniversal.timestamp.seconds
        for after in data.offsets {
            let before = data.kind(at: local - Int64(after)).offset
            if before < after, data.kind(at: local - Int64(before)).offset == after {
                return Timestamp(seconds: local - Int64(before), nanoseconds: time.nanoseconds)
            }
        }
        return Timestamp(seconds: local - Int64(data.kind(at: local).offset), nanoseconds: time.nanoseconds)
    }

    /// The moment at which a day begins: midnight, or the first moment of the day where midnight is skipped.
    package func startOfDay(_ date: CivilDate) -> Timestamp {
        moment(showing: CivilTime(date: date))
    }
}

/// Why there are no rules for a zone.
package enum TimeZoneFault: Error, Hashable, Sendable {
    /// The text is neither an offset nor the form of a zone's name.
    case notAName(String)
    /// The system's database has no such zone, or there is no database.
    case notFound(String)
    /// The zone's file is not TZif of version 2 or later, contradicts itself, or counts leap seconds.
    case damaged(String)
}
