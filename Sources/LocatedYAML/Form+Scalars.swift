package import Diagnostics
package import Times

extension Form {
    /// A form of scalars: `parse` turns the text into a value, and nil is reported as `expected`.
    @inlinable package static func scalar(
        _ schema: Schema, _ expected: Expectation, _ parse: @escaping @Sendable (Node) -> Value?
    ) -> Form {
        Form(
            schema,
            handingOn: { node, log, use in
                if node.kind == .scalar, !node.isNull, let value = parse(node) {
                    use(value)
                } else {
                    log.addMismatch(expected, at: node)
                }
            })
    }
}

extension Form where Value == String {
    /// Any text, quoted or not: `NO`, `012` and `12:30` stay what they are.
    package static var text: Form<String> {
        .scalar(.string(), .text) { $0.string }
    }

    /// One of some words; a near miss gets a suggestion.
    package static func choice(_ words: [String]) -> Form<String> {
        Form(.choice(words)) { node, log in
            let word = node.kind == .scalar ? node.string : ""
            if words.contains(where: { $0.utf8.elementsEqual(word.utf8) }) { return word }
            log.addChoice(words, at: node)
            return nil
        }
    }
}

extension Form where Value == Symbol {
    /// Any text, interned.
    package static var symbol: Form<Symbol> {
        var form = Form<Symbol>.scalar(.string(), .text) { $0.symbol }
        form.plain = .symbol
        return form
    }

    /// A name that other places can refer to: not empty, no space before or after it, no line end in it.
    package static var identifier: Form<Symbol> {
        var form = Form<Symbol>.scalar(.string(pattern: #"^\S(.*\S)?$"#, examples: ["sw-1"]), .identifier) { node in
            node.tree.isIdentifier(node.row) ? node.symbol : nil
        }
        form.plain = .identifier
        return form
    }
}

extension Form where Value == Int {
    /// A whole number in decimal digits.
    package static var integer: Form<Int> { .integer(in: Int.min...Int.max) }

    /// A whole number in decimal digits, between two bounds.
    package static func integer(in range: ClosedRange<Int>) -> Form<Int> {
        let schema = Schema.integer(
            minimum: range.lowerBound == Int.min ? nil : Int64(range.lowerBound),
            maximum: range.upperBound == Int.max ? nil : Int64(range.upperBound))
        return .scalar(schema, .integer(range)) { node in
            guard !node.isQuoted, let value = Int(node.string), range.contains(value), !node.reads("-0") else { return nil }
            // `012` is ten in one reader and twelve in another, and `+5` is text in JSON.
            let digits = node.firstByte == UInt8(ascii: "-") ? node.string.dropFirst() : node.string[...]
            return digits == "0" || (digits.first != "0" && digits.first != "+") ? value : nil
        }
    }
}

extension Form where Value == Double {
    /// A number with or without decimals; no exponent, no infinity.
    package static var number: Form<Double> {
        .scalar(.number, .number) { node in
            let text = node.string.utf8
            let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
            let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
            let areDigits = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
            guard !node.isQuoted, areDigits, parts[0].count == 1 || parts[0].first != UInt8(ascii: "0") else { return nil }
            return Double(node.string).flatMap { $0.isFinite ? $0 : nil }
        }
    }
}

extension Form where Value == Bool {
    /// `true` or `false`; what other readers take for one of them (`yes`, `on`, `NO`) is a fault with the cure.
    package static var boolean: Form<Bool> {
        Form(.boolean) { node, log in
            if node.kind == .scalar, !node.isQuoted {
                if node.reads("true") { return true }
                if node.reads("false") { return false }
            }
            log.addMismatch(.boolean(meant: meaning(of: node)), at: node)
            return nil
        }
    }

    private static func meaning(of node: Node) -> Bool? {
        switch node.string.lowercased() {
        case "true", "yes", "on", "y", "1", "да": true
        case "false", "no", "off", "n", "0", "нет": false
        default: nil
        }
    }
}

extension Form where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    /// One of the words of an enumeration; a near miss gets a suggestion.
    package static var choice: Form {
        let words = Value.allCases.map(\.rawValue)
        return Form<String>.choice(words).map { word, _, _ in Value(rawValue: word) }
    }
}

extension Form where Value == Timestamp {
    /// A moment with its distance from UTC: RFC 3339, the seconds may be left out.
    package static var timestamp: Form<Timestamp> {
        .scalar(.string(pattern: Self.timePattern, examples: ["2026-12-05T22:00:00+03:00"]), .timestamp) { node in
            node.tree.moment(of: node.row).flatMap { $0.precision == .day ? nil : $0.moment }
        }
    }

    private static var timePattern: String { #"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$"# }
}

extension Form where Value == WrittenMoment {
    /// A moment or a bare date; the value says which.
    package static var moment: Form<WrittenMoment> {
        let pattern = #"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$"#
        return .scalar(.string(pattern: pattern, examples: ["2026-11-01", "2026-12-01T04:40Z"]), .moment) { $0.tree.moment(of: $0.row) }
    }
}

extension Form where Value == CivilDate {
    /// A bare date.
    package static var date: Form<CivilDate> {
        .scalar(.string(pattern: #"^\d{4}-\d\d-\d\d$"#, examples: ["2026-11-01"]), .date) { CivilDate(iso8601: $0.string) }
    }
}

extension Form where Value == Period {
    /// A span of time in ISO 8601, without months and years.
    package static var period: Form<Period> {
        let pattern = #"^P(?=.)(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$"#
        return Form(.string(pattern: pattern, examples: ["PT15M", "P180D"])) { node, log in
            if node.kind == .scalar, let period = Period(iso8601: node.string) { return period }
            log.addMismatch(.period(meant: node.kind == .scalar ? Period(everyday: node.string) : nil), at: node)
            return nil
        }
    }
}

extension Period {
    /// What people write for a span of time, such as `15 min`, `2h`, `3 дня`; only to propose the right form.
    init?(everyday text: String) {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard (1...6).contains(digits.count), let count = Int64(digits) else { return nil }
        let unit = text.dropFirst(digits.count).trimmingPrefix { $0 == " " }.lowercased()
        switch unit {
        case "s", "sec", "second", "seconds", "с", "сек", "секунд", "секунды", "секунда": self.init(seconds: count)
        case "m", "min", "mins", "minute", "minutes", "м", "мин", "минут", "минуты", "минута": self = .minutes(count)
        case "h", "hr", "hrs", "hour", "hours", "ч", "час", "часа", "часов": self = .hours(count)
        case "d", "day", "days", "д", "день", "дня", "дней": self = .days(count)
        case "w", "week", "weeks", "нед", "неделя", "недели", "недель": self = .days(7 * count)
        default: return nil
        }
    }
}
