package import Diagnostics
package import LocatedYAML
import Times

/// A name where it is written.
package typealias Mention = Located<Symbol>

extension Form where Value == Mention {
    /// A name of something, with its place.
    static var mention: Form { .located(.symbol) }

    /// A name that other places can refer to, with its place.
    static var name: Form { .located(.identifier) }
}

extension Form where Value == [Symbol] {
    /// Texts, or one without the brackets.
    static var symbols: Form { .oneOrMany(of: .symbol) }
}

extension Form where Value == OpeningHours {
    /// Weekly hours such as `Mo-Fr 08:00-20:00`, in the common subset of OpenStreetMap's `opening_hours`.
    static var hours: Form {
        Form(.string(examples: ["24/7", "Mo-Fr 08:00-20:00", "Mo-Su 00:00-06:00; Sa off"])) { node, log in
            guard let text = Form<String>.text.read(node, &log) else { return nil }
            do throws(OpeningHours.Fault) {
                return try OpeningHours(text)
            } catch {
                log.add(Diagnostic("bad-hours", .error, .badHours(error), at: node.part(error.range), help: [.hoursForm]))
                return nil
            }
        }
    }
}

extension Node {
    /// A stretch of a scalar's text as a place; the whole token where escapes or quotes make that unsure.
    func part(_ range: Range<Int>) -> Span {
        let whole = span
        let shift: UInt32 = isQuoted ? 1 : 0
        let length = UInt32(string.utf8.count) + 2 * shift
        guard whole.end - whole.start == length, !range.isEmpty else { return whole }
        return Span(
            file: whole.file, start: whole.start + shift + UInt32(range.lowerBound), end: whole.start + shift + UInt32(range.upperBound))
    }
}

extension Form where Value == TimeZoneRules {
    /// An IANA zone such as `Europe/Moscow`, or an offset.
    static var zone: Form {
        Form(.string(examples: ["Europe/Moscow", "UTC", "+03:00"])) { node, log in
            guard let text = Form<String>.text.read(node, &log) else { return nil }
            do {
                return try TimeZoneRules(named: text)
            } catch {
                log.add(Diagnostic("bad-timezone", .error, .badZone(text), at: node.span, help: [.zoneForm]))
                return nil
            }
        }
    }
}

extension Form where Value == [Int] {
    /// Units of a rack: `7`, `[7, 8]`, `"7-9"` or `"[7-9,12]"`.
    static var units: Form {
        let one = Form<[Int]>(.either([.integer(minimum: 0, maximum: 1_000), .string(examples: ["7-9", "[7-9,12]"])])) { node, log in
            let text = node.string
            let pattern = text.hasPrefix("[") ? text : "[\(text)]"
            let names = (try? NameRange.names(pattern)) ?? []
            let units = names == [pattern] ? [Int(text)].compactMap { $0 } : names.compactMap { Int($0) }
            if units.isEmpty || units.count != max(1, names.count) {
                log.add(Diagnostic("bad-units", .error, .badUnits(text), at: node.span, help: [.unitsForm]))
                return nil
            }
            return units
        }
        return .either(
            scalar: one,
            sequence: Form<[[Int]]>.list(of: one).map { lists, _, _ in lists.flatMap { $0 } })
    }
}

extension Form where Value == Int {
    /// A position or height in units with halves, as half units: `10.5` is 21.
    static var halves: Form {
        Form<Double>.number.map { number, node, log in
            let halves = number * 2
            guard halves == halves.rounded(), (0...2_000).contains(halves) else {
                log.add(Diagnostic("bad-unit", .error, .badUnit(node.string), at: node.span, help: [.unitForm]))
                return nil
            }
            return Int(halves)
        }
    }
}

/// Words about an object that only people read.
package struct Remarks: Sendable {
    package var description: Symbol?
    package var comments: Symbol?
    /// Only of objects whose rows have none.
    package var tags: [Symbol] = []

    var isEmpty: Bool { description == nil && comments == nil && tags.isEmpty }
}

/// A draft that can hold words that only people read.
protocol Remarkable: SendableMetatype {
    var remarks: Remarks { get set }
}

extension Field where Value: Remarkable {
    /// The keys for words that only people read.
    static var remarks: [Field] {
        [
            Field("description", .symbol, "A few words for people.") { $0.remarks.description = $1 },
            Field("comments", .symbol, "More words for people.") { $0.remarks.comments = $1 },
        ]
    }
}

/// Where an object came from and what hangs on it: keys that nearly every kind of object has.
struct Imprint {
    var owner: Mention?
    var tenant: Mention?
    var tags: [Symbol] = []
    var origin: Symbol?
}

/// A draft with an owner, tags and the key of an import.
protocol Imprinted: Remarkable {
    var imprint: Imprint { get set }
}

extension Field where Value: Imprinted {
    static var owner: Field {
        Field("owner", .mention, "The party that administers it and whose consent counts.") { $0.imprint.owner = $1 }
    }

    static var tenant: Field {
        Field("tenant", .mention, "The party that it serves, not the one that decides.") { $0.imprint.tenant = $1 }
    }

    static var tags: Field {
        Field("tags", .symbols, "Free words by which selectors find it.") { $0.imprint.tags = $1 }
    }

    static var origin: Field {
        Field("origin", .examples("dcim.device:14"), "Its key in the system that it was imported from.") { $0.imprint.origin = $1 }
    }

    /// Tags, origin and remarks.
    static var trailer: [Field] { [tags, origin] + remarks }
}
