package import Diagnostics
import Inventories
package import Plants
package import Seals
import Times

/// How much is written about a client, how much of it is known, and when that expires.
package struct Statistics: Sendable {
    /// How facts of one kind stand.
    struct Tally: Sendable {
        var known = 0
        var expired = 0
        var conflicting = 0
        var unknown = 0

        var all: Int { known + expired + conflicting + unknown }

        mutating func add<Value>(_ fact: Knowledge<Value>) {
            if fact.isKnown {
                known += 1
            } else if fact.isConflicting {
                conflicting += 1
            } else if fact.value != nil {
                expired += 1
            } else {
                unknown += 1
            }
        }

        /// A figure that is written or not, and does not expire.
        mutating func add(isWritten: Bool) {
            if isWritten { known += 1 } else { unknown += 1 }
        }
    }

    let plant: Plant
    private(set) var owners = Tally()
    private(set) var cables = Tally()
    private(set) var farEnds = Tally()
    private(set) var occupancy = Tally()
    private(set) var free = 0
    private(set) var configurations = Tally()
    private(set) var draws = Tally()
    /// When knowledge ends, earliest first.
    private(set) var expiries: [Timestamp] = []

    /// Counts everything that is written; linear in the ports and cables.
    package init(of plant: Plant) {
        self.plant = plant
        countDevices()
        countCables()
        countPorts()
        expiries.sort()
    }

    private mutating func countDevices() {
        for device in plant.inventory.devices.refs {
            let owner = plant.owner(of: .device(device))
            owners.add(owner)
            note(owner.until)
            if plant.inventory.devices[device].config != nil { configurations.add(plant.isConfigurationSaved(of: device)) }
        }
    }

    private mutating func countCables() {
        for cable in plant.inventory.cables.refs {
            let exists = plant.exists(cable)
            cables.add(exists)
            note(exists.until)
        }
    }

    private mutating func countPorts() {
        for port in plant.inventory.ports.refs {
            let row = plant.inventory.ports[port]
            if row.kind == .powerPort {
                let power = row.detail.map { plant.inventory.portDetails[$0].power }
                draws.add(isWritten: power?.allocatedDraw != nil || power?.maximumDraw != nil)
            }
            let occupied = plant.occupancy(of: port)
            occupancy.add(occupied)
            note(occupied.until)
            if occupied.isKnown, occupied.value == false { free += 1 }
            let isInUse = occupied.value == true || occupied.isConflicting
            if isInUse, row.kind == .interface || row.kind.isPassThrough { farEnds.add(plant.farEnd(of: port)) }
        }
    }

    private mutating func note(_ until: Timestamp?) {
        if let until { expiries.append(until) }
    }

    /// How many facts expire within so many days of `now`.
    func expiring(within days: Int64) -> Int {
        let limit = plant.now + .days(days)
        return expiries.prefix { $0 <= limit }.count
    }

    static let horizons: [Int64] = [7, 30, 90]

    var rows: [(key: String, name: Phrase, tally: Tally)] {
        [
            ("owners", .owners, owners), ("cables", .cables, cables), ("far_ends", .farEnds, farEnds),
            ("occupancy", .occupancy, occupancy), ("draws", .draws, draws), ("configurations", .configurations, configurations),
        ]
    }

    /// As a document, `primum.statistics/1`.
    package var json: JSON {
        let inventory = plant.inventory
        return .object(leavingOutNil: [
            "schema": "primum.statistics/1",
            "client": .string(inventory.client.id.text),
            "now": .string(plant.now.rfc3339),
            "objects": .object(InventoryCounts(inventory).kinds.map { JSON.Member($0.key, JSON($0.count)) }),
            "knowledge": .object(rows.map { JSON.Member($0.key, json(of: $0.tally)) }),
            "known_empty_ports": JSON(free),
            "expires": .object(leavingOutNil: [
                "first": expiries.first.map { .string($0.rfc3339) },
                "within_days": .object(Self.horizons.map { JSON.Member(String($0), JSON(expiring(within: $0))) }),
            ]),
        ])
    }

    private func json(of tally: Tally) -> JSON {
        .object(leavingOutNil: [
            "known": JSON(tally.known), "expired": JSON(tally.expired), "conflicting": JSON(tally.conflicting),
            "unknown": JSON(tally.unknown),
        ])
    }
}

// MARK: - Text

extension Statistics {
    /// Counts, a table of what is known, and when it expires.
    package func text(_ typesetter: Typesetter) -> String {
        let language = typesetter.language
        let zone = plant.inventory.client.timezone
        let moment = "\(zone.date(at: plant.now).iso8601) \(zone.abbreviation(at: plant.now))"
        var text =
            typesetter.ink.painted("\(plant.inventory.client.name.text.displayed), \(Phrase.asOf(moment)[language])", .strong) + "\n\n"
        for kind in InventoryCounts(plant.inventory).kinds where kind.count > 0 {
            text += "  \(kind.noun.counted(kind.count)[language])\n"
        }
        text += "\n" + table(typesetter)
        text += "\n  \(Phrase.knownEmpty(free)[language])\n"
        return text + expiry(typesetter)
    }

    private func table(_ typesetter: Typesetter) -> String {
        let language = typesetter.language
        let columns: [(Phrase, (Tally) -> Int, Tone)] = [
            (.known, \.known, .good), (.expired, \.expired, .caution), (.conflicting, \.conflicting, .danger),
            (.unknown, \.unknown, .caution),
        ]
        let width = rows.map { $0.name[language].displayWidth }.max() ?? 0
        let widths = columns.map { max(7, $0.0[language].displayWidth) }
        let head = zip(columns, widths).map { $0.0[language].rightAligned(to: $1) }.joined(separator: "  ")
        var text = "  \("".padded(to: width))  \(typesetter.ink.painted(head, .frame))\n"
        for row in rows where row.tally.all > 0 {
            let cells = zip(columns, widths).map { column, width in
                let count = column.1(row.tally)
                return typesetter.ink.painted(String(count).rightAligned(to: width), count > 0 ? column.2 : .plain)
            }
            text += "  \(row.name[language].padded(to: width))  \(cells.joined(separator: "  "))\n"
        }
        return text
    }

    private func expiry(_ typesetter: Typesetter) -> String {
        let language = typesetter.language
        guard let first = expiries.first else { return "  \(Phrase.nothingExpires[language])\n" }
        let day = plant.inventory.client.timezone.date(at: first).iso8601
        let counts = Self.horizons.map { Phrase.within($0, expiring(within: $0))[language] }
        return "  \(Phrase.firstExpiry(day)[language]); \(counts.joined(separator: ", "))\n"
    }
}

extension Phrase {
    fileprivate static let owners = Phrase(en: "owners of devices", ru: "владельцы устройств")
    fileprivate static let cables = Phrase(en: "cables", ru: "кабели")
    fileprivate static let farEnds = Phrase(en: "far ends of ports in use", ru: "дальние концы занятых портов")
    fileprivate static let occupancy = Phrase(en: "whether a port is in use", ru: "занят ли порт")
    fileprivate static let draws = Phrase(en: "draws of supplies", ru: "потребление блоков питания")
    fileprivate static let configurations = Phrase(en: "whether a configuration is saved", ru: "сохранена ли конфигурация")

    fileprivate static let known = Phrase(en: "known", ru: "известно")
    fileprivate static let expired = Phrase(en: "expired", ru: "устарело")
    fileprivate static let conflicting = Phrase(en: "conflicting", ru: "противоречит")
    fileprivate static let unknown = Phrase(en: "unknown", ru: "неизвестно")

    fileprivate static func asOf(_ moment: String) -> Phrase { Phrase(en: "as of \(moment)", ru: "на \(moment)") }

    fileprivate static func knownEmpty(_ count: Int) -> Phrase {
        let ports = Noun(
            en: ("port is", "ports are"), ru: ("порт заведомо свободен", "порта заведомо свободны", "портов заведомо свободны")
        )
        .counted(count)
        return Phrase(en: "\(ports.en) known to be empty", ru: ports.ru)
    }

    fileprivate static let nothingExpires = Phrase(en: "nothing that is known expires", ru: "ничто из известного не устаревает")

    fileprivate static func firstExpiry(_ day: String) -> Phrase {
        Phrase(en: "the first of it expires on \(day)", ru: "первое из известного устареет \(day)")
    }

    fileprivate static func within(_ days: Int64, _ count: Int) -> Phrase {
        Phrase(en: "\(count) within \(days) days", ru: "\(count) за \(days) дней")
    }
}
