import Times

/// Moments and durations in the forms of the language: RFC 3339, and Go's durations.
enum MomentForm {
    /// Nanoseconds of a second.
    static let second: Int64 = 1_000_000_000

    /// Reads `2009-02-13T23:31:30.5Z` or with an offset; nil for anything else. The range is not looked at.
    static func timestamp(_ bytes: [UInt8]) -> Timestamp? {
        var reader = Reader(bytes)
        guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
            let day = reader.number(2), reader.take("T"), let hour = reader.number(2), reader.take(":"),
            let minute = reader.number(2), reader.take(":"), let second = reader.number(2)
        else { return nil }
        guard hour < 24, minute < 60, second < 60, CivilDate(year: year, month: month, day: day).isValid else { return nil }
        var nanoseconds: Int32 = 0
        if reader.take(".") {
            guard let fraction = reader.fraction() else { return nil }
            nanoseconds = Int32(fraction)
        }
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        return CivilTime(date: date, hour: hour, minute: minute, second: second, nanoseconds: nanoseconds, offset: offset).timestamp
    }

    /// Reads `1h30m`, `-1.5s`, `10ms`, `0`.
    ///
    /// - Returns: nil for what is no duration; an inner nil for one of more than 64 bits of nanoseconds.
    static func duration(_ bytes: [UInt8]) -> Int64?? {
        var reader = Reader(bytes)
        let isNegative = reader.take("-")
        if !isNegative { _ = reader.take("+") }
        if reader.take("0"), reader.isAtEnd { return .some(0) }
        reader = Reader(bytes)
        _ = reader.take("-") || reader.take("+")
        guard !reader.isAtEnd else { return nil }
        var total: Int128 = 0
        var isTooLarge = false
        while !reader.isAtEnd {
            let whole = reader.digits()
            let fraction = reader.take(".") ? reader.digits() : [][...]
            guard !whole.isEmpty || !fraction.isEmpty, let unit = reader.unit() else { return nil }
            guard whole.drop(while: { $0 == 0x30 }).count <= 20 else {
                isTooLarge = true
                continue
            }
            total += Int128(unit) * whole.reduce(Int128(0)) { $0 * 10 + Int128($1 - 0x30) }
            let decimals = fraction.prefix(18)
            let scale = decimals.reduce(Int128(1)) { power, _ in power * 10 }
            total += Int128(unit) * decimals.reduce(Int128(0)) { $0 * 10 + Int128($1 - 0x30) } / scale
            isTooLarge = isTooLarge || total > Int128(UInt64.max)
            if isTooLarge { total = 0 }
        }
        guard !isTooLarge else { return .some(nil) }
        return .some(Int64(exactly: isNegative ? -total : total))
    }

    /// A moment in RFC 3339, at UTC, with as many decimals as it needs.
    static func text(_ moment: Timestamp) -> String {
        let time = CivilTime(moment)
        let date = time.date
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T"
            + "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))\(decimals(UInt64(time.nanoseconds)))Z"
    }

    /// A duration in seconds, such as `-1.5s`.
    static func text(nanoseconds: Int64) -> String {
        let magnitude = nanoseconds.magnitude
        let sign = nanoseconds < 0 ? "-" : ""
        return "\(sign)\(magnitude / UInt64(second))\(decimals(magnitude % UInt64(second)))s"
    }

    private static func decimals(_ nanoseconds: UInt64) -> String {
        guard nanoseconds > 0 else { return "" }
        var digits = Array(padded(Int(nanoseconds), 9))
        while digits.last == "0" { digits.removeLast() }
        return "." + String(digits)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// Seconds east of UTC that `+11:00`, `02:00` or `-00:30` write; nil for anything else.
    static func offset(_ text: String) -> Int? {
        var reader = Reader(Array(text.utf8))
        let isNegative = reader.take("-")
        if !isNegative { _ = reader.take("+") }
        guard let hours = reader.number(2), reader.take(":"), let minutes = reader.number(2), reader.isAtEnd, hours < 24, minutes < 60
        else { return nil }
        return (isNegative ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }

    /// A place in the bytes of a moment or duration.
    private struct Reader {
        var rest: ArraySlice<UInt8>

        init(_ bytes: [UInt8]) {
            rest = bytes[...]
        }

        var isAtEnd: Bool { rest.isEmpty }

        mutating func take(_ letter: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: letter) else { return false }
            rest.removeFirst()
            return true
        }

        mutating func digits() -> ArraySlice<UInt8> {
            let digits = rest.prefix(while: \.isDigit)
            rest = rest.dropFirst(digits.count)
            return digits
        }

        /// A number of exactly that many digits.
        mutating func number(_ count: Int) -> Int? {
            let digits = rest.prefix(count)
            guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
            rest = rest.dropFirst(count)
            return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }

        /// Nanoseconds from the digits after the point; more than nine are cut off.
        mutating func fraction() -> Int? {
            let digits = digits()
            guard !digits.isEmpty else { return nil }
            let nine = digits.prefix(9)
            return nine.reduce(0) { $0 * 10 + Int($1 - 0x30) } * (0..<9 - nine.count).reduce(1) { power, _ in power * 10 }
        }

        /// `Z`, or an offset with its sign.
        mutating func offset() -> Int? {
            if take("Z") { return 0 }
            let isNegative = rest.first == UInt8(ascii: "-")
            guard take("-") || take("+"), let hours = number(2), take(":"), let minutes = number(2), hours < 24, minutes < 60 else {
                return nil
            }
            return (isNegative ? -1 : 1) * (hours * 3_600 + minutes * 60)
        }

        /// Nanoseconds of the unit that stands here.
        mutating func unit() -> Int64? {
            let units: [(text: String, nanoseconds: Int64)] = [
                ("ns", 1), ("us", 1_000), ("µs", 1_000), ("μs", 1_000), ("ms", 1_000_000), ("s", second), ("m", 60 * second),
                ("h", 3_600 * second),
            ]
            for unit in units where rest.starts(with: unit.text.utf8) {
                rest = rest.dropFirst(unit.text.utf8.count)
                return unit.nanoseconds
            }
            return nil
        }
    }
}

extension Timestamp {
    /// True from the year 1 to the year 9999, the range of the language.
    var isInRange: Bool { (-62_135_596_800...253_402_300_799).contains(seconds) }
}
