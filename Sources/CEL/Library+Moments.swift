import Diagnostics
import Times

/// Parts of moments and durations.
extension Library {
    static let moments: [Function] = [
        part("getFullYear") { Int64($0.date.year) },
        part("getMonth") { Int64($0.date.month - 1) },
        part("getDate") { Int64($0.date.day) },
        part("getDayOfMonth") { Int64($0.date.day - 1) },
        part("getDayOfWeek") { Int64($0.date.weekday % 7) },
        part("getDayOfYear") { $0.date.daysSinceEpoch - CivilDate(year: $0.date.year, month: 1, day: 1).daysSinceEpoch },
        part("getHours", ofDuration: { $0 / (3_600 * MomentForm.second) }) { Int64($0.hour) },
        part("getMinutes", ofDuration: { $0 / (60 * MomentForm.second) }) { Int64($0.minute) },
        part("getSeconds", ofDuration: { $0 / MomentForm.second }) { Int64($0.second) },
        part("getMilliseconds", ofDuration: { $0 % MomentForm.second / 1_000_000 }) { Int64($0.nanoseconds / 1_000_000) },
    ]

    /// A part of a moment as a clock shows it, at UTC or in a zone, and of a duration where it has that part.
    private static func part(
        _ name: String, ofDuration: (@Sendable (Int64) -> Int64)? = nil, of time: @escaping @Sendable (CivilTime) -> Int64
    ) -> Function {
        var overloads: [Function.Overload] = [.member(.timestamp, .int), .member(.timestamp, [.string], .int)]
        if ofDuration != nil { overloads.append(.member(.duration, .int)) }
        return Function.unary(name, overloads) { activation, value in
            switch value.kind {
            case .timestamp: return .int(time(CivilTime(value.asTimestamp)))
            case .duration: return ofDuration.map { .int($0(value.asInt)) } ?? activation.failure(.noOverload)
            default: return activation.failure(.noOverload)
            }
        }.with { activation, value, zone in
            guard value.kind == .timestamp, zone.kind.isText else { return activation.failure(.noOverload) }
            guard let offset = activation.offset(of: zone, at: value.asTimestamp) else { return activation.failure(.badText, about: zone) }
            return .int(time(CivilTime(value.asTimestamp, offset: offset)))
        }
    }
}

extension Activation {
    /// Seconds east of UTC of a zone at a moment; nil for a zone that is not known.
    func offset(of zone: Value, at moment: Timestamp) -> Int? {
        let name = text(of: zone)
        if name.isEmpty { return 0 }
        if let offset = MomentForm.offset(name) { return offset }
        if let known = zones[name] { return known?.offset(at: moment) }
        let rules = try? TimeZoneRules(named: name)
        zones[name] = .some(rules)
        return rules?.offset(at: moment)
    }

    /// A moment some nanoseconds later.
    func moment(_ value: Value, plus nanoseconds: Int64) -> Value {
        let start = value.asTimestamp
        var part = Int64(start.nanoseconds) + nanoseconds % MomentForm.second
        var seconds = start.seconds + nanoseconds / MomentForm.second
        if part < 0 {
            part += MomentForm.second
            seconds -= 1
        } else if part >= MomentForm.second {
            part -= MomentForm.second
            seconds += 1
        }
        let moment = Timestamp(seconds: seconds, nanoseconds: Int32(part))
        return moment.isInRange ? .timestamp(moment) : failure(.range)
    }

    /// The duration between two moments.
    func elapsed(from start: Value, to end: Value) -> Value {
        let (one, two) = (start.asTimestamp, end.asTimestamp)
        let seconds = Int128(two.seconds - one.seconds) * Int128(MomentForm.second)
        let total = seconds + Int128(two.nanoseconds) - Int128(one.nanoseconds)
        return Int64(exactly: total).map { .duration(nanoseconds: $0) } ?? failure(.range)
    }
}
