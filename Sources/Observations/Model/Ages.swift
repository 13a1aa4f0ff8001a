import Times

/// How long ago something was, in the many ways in which devices write it.
enum Ages {
    /// Reads `43w5d`, `1d21h`, `00:00:24`, `246,19:10:10`, `0 day, 00:01:45`, `2week(s) 1day(s)`, `37 weeks, 3 days, 5 hours, 52 minutes 18 secs`,
    /// `110`; nil for anything else. A bare number is one of seconds; a year has 365 days.
    static func period(_ written: some StringProtocol) -> Period? {
        let bytes = Array(written.utf8.prefix(100))
        var index = 0
        var total: Int64 = 0
        var parts = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) else {
                if bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: ",") {
                    index += 1
                    continue
                }
                return nil
            }
            guard let part = part(bytes, &index) else { return nil }
            total += part
            parts += 1
        }
        // Thrice the age of the Internet is no age of a link, and sums stay far from overflow.
        guard parts > 0, total < 5_000_000_000 else { return nil }
        return Period(seconds: total)
    }

    /// One number with its unit, or one clock, from an index that stands at a digit.
    private static func part(_ bytes: [UInt8], _ index: inout Int) -> Int64? {
        guard let count = number(bytes, &index) else { return nil }
        if index < bytes.count, bytes[index] == UInt8(ascii: ":") { return clock(count, bytes, &index) }
        if index < bytes.count, bytes[index] == UInt8(ascii: "."), isFraction(bytes, index) { skipFraction(bytes, &index) }
        // `246,19:10:10` counts days before the comma.
        if index < bytes.count, bytes[index] == UInt8(ascii: ","), isClock(bytes, index + 1) { return count * 86_400 }
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
        let start = index
        while index < bytes.count, isUnit(bytes[index]) { index += 1 }
        if start == index { return index == bytes.count ? count : nil }
        return seconds(in: String(decoding: bytes[start..<index], as: UTF8.self)).map { count * $0 }
    }

    private static func number(_ bytes: [UInt8], _ index: inout Int) -> Int64? {
        var value: Int64 = 0
        let start = index
        while index < bytes.count, isDigit(bytes[index]) {
            guard index - start < 10 else { return nil }
            value = value * 10 + Int64(bytes[index] - UInt8(ascii: "0"))
            index += 1
        }
        return index > start ? value : nil
    }

    /// `h:m:s` or `m:s`, of which the first number is read.
    private static func clock(_ first: Int64, _ bytes: [UInt8], _ index: inout Int) -> Int64? {
        var values = [first]
        while index < bytes.count, bytes[index] == UInt8(ascii: ":"), values.count < 4 {
            index += 1
            guard let next = number(bytes, &index) else { return nil }
            values.append(next)
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") { skipFraction(bytes, &index) }
        switch values.count {
        case 2: return values[0] * 60 + values[1]
        case 3: return values[0] * 3_600 + values[1] * 60 + values[2]
        // net-snmp's `0:0:00:19.00` begins with the days.
        case 4: return values[0] * 86_400 + values[1] * 3_600 + values[2] * 60 + values[3]
        default: return nil
        }
    }

    private static func isClock(_ bytes: [UInt8], _ start: Int) -> Bool {
        var index = start
        while index < bytes.count, isDigit(bytes[index]) { index += 1 }
        return index > start && index < bytes.count && bytes[index] == UInt8(ascii: ":")
    }

    private static func isFraction(_ bytes: [UInt8], _ point: Int) -> Bool { point + 1 < bytes.count && isDigit(bytes[point + 1]) }

    private static func skipFraction(_ bytes: [UInt8], _ index: inout Int) {
        index += 1
        while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    }

    private static func isUnit(_ byte: UInt8) -> Bool {
        let small = byte | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(small) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
    }

    private static func seconds(in unit: String) -> Int64? {
        switch unit.lowercased() {
        case "y", "year", "years", "year(s)": 365 * 86_400
        case "w", "week", "weeks", "week(s)": 7 * 86_400
        case "d", "day", "days", "day(s)": 86_400
        case "h", "hour", "hours", "hr", "hrs", "hour(s)": 3_600
        case "m", "min", "mins", "minute", "minutes", "minute(s)": 60
        case "s", "sec", "secs", "second", "seconds", "second(s)": 1
        default: nil
        }
    }
}

extension LastChange {
    /// So long before a moment: nothing that is longer ago than devices live, as `974 weeks` of a clock that began at zero.
    static func ago(_ period: Period?, before moment: Timestamp) -> LastChange {
        guard let period else { return .unknown(.notTold) }
        return period > .days(15 * 365) ? .unknown(.impossible) : .at(moment - period)
    }

    /// A moment that a device told: nothing before it could have one, and nothing after it was asked.
    static func told(_ moment: Timestamp, captured: Timestamp) -> LastChange {
        // 1990-01-01; a clock that was never set counts from 1970.
        moment.seconds < 631_152_000 || moment > captured + .days(1) ? .unknown(.impossible) : .at(moment)
    }
}
