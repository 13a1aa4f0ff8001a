import LocatedYAML
package import Seals

extension TraceDocument {
    /// The JSON Schema (2020-12) of traces.
    package static var jsonSchema: JSON { JSONSchema.document("trace", PlantSchemas.trace, isOurs: true) }
}

extension PlaceDocument {
    /// The JSON Schema (2020-12) of a rack or a device.
    package static var jsonSchema: JSON { JSONSchema.document("place", PlantSchemas.place, isOurs: true) }
}

extension Statistics {
    /// The JSON Schema (2020-12) of what is counted.
    package static var jsonSchema: JSON { JSONSchema.document("statistics", PlantSchemas.statistics, isOurs: true) }
}

extension ValidationReport {
    /// The JSON Schema (2020-12) of what is wrong with a folder or a pack.
    package static var jsonSchema: JSON { JSONSchema.document("diagnostics", PlantSchemas.diagnostics, isOurs: true) }
}

/// Documents about what is written and known.
private enum PlantSchemas {
    // MARK: Traces

    static let trace = Schema.object("trace", "Where ports lead.") {
        [
            Schema.form("primum.trace/1"), ("client", .text, "The client's id.", true),
            ("now", .moment, "The moment of the knowledge.", true),
            ("traces", .list(one), "One for each port, or for each path through it.", true),
        ]
    }

    private static let one = Schema.object("way", "The way from a port to where it ends.") {
        [
            ("from", port, "The port that was asked about.", true), ("segments", .list(segment), "Cable by cable, in order.", true),
            ("end", .choice(["complete", "open", "split", "unknown"]), "How it ends.", true),
            ("to", .list(.either([port, network])), "What it reaches.", true), ("loop", .boolean, "It comes back to where it was.", false),
            ("contested", .boolean, "A port on the way holds several cables.", false),
            ("planned", .boolean, "It goes over planned cables.", false),
        ]
    }

    private static let segment = Schema.object("segment", "One cable of the way, or the step out of a circuit.") {
        [
            ("near", .list(port), "The ports on this side.", true),
            ("cable", .orNull(cable), "The cable; null for a step without one.", true),
            ("far", .list(.either([port, network])), "The ports on the other side; none where nobody knows.", true),
            ("step", .count, "From 0; parallel cables share one.", true),
        ]
    }

    private static let cable = Schema.object("cable", "A cable on record.") {
        [
            ("id", .text, "Its id.", false), ("label", .text, "What is printed on it.", false), ("type", .text, "Its type.", false),
            ("status", .text, "As in NetBox.", true), ("origin", .text, "Its key in the system that it was imported from.", false),
            ("known", .boolean, "Fresh evidence shows it.", true), ("conflicting", .boolean, "Records contradict each other.", false),
            ("until", .moment, "Until when that holds.", false), ("evidence", evidence, "What stands behind it.", false),
        ]
    }

    private static let evidence = Schema.object("evidence", "Source, moment and person.") {
        [("source", .text, "The source.", true), ("seen", .moment, "When.", false), ("by", .text, "By whom.", false)]
    }

    private static let network = Schema.object("network", "A provider's network.") {
        [
            ("kind", .choice(["provider-network"]), "Its kind.", true), ("name", .text, "Its name.", true),
            ("provider", .text, "Whose it is.", true), ("origin", .text, "Its key in the system that it was imported from.", false),
        ]
    }

    private static let port = Schema.object("port", "Anything a cable can end on.") {
        [
            ("device", .text, "The device that holds it.", false), ("circuit", .text, "Or the circuit.", false),
            ("panel", .text, "Or the power panel.", false), ("kind", .text, "Its kind.", true), ("name", .text, "Its name.", true),
            ("origin", .text, "Its key in the system that it was imported from.", false),
        ]
    }

    // MARK: Places

    static let place = Schema.object("place", "A rack with its devices, or a device with its ports.") {
        [
            Schema.form("primum.place/1"), ("client", .text, "The client's id.", true),
            ("now", .moment, "The moment of the knowledge.", true),
            ("rack", .text, "The rack's name.", false), ("site", .text, "The rack's site.", false),
            ("owner", .text, "The rack's owner.", false),
            ("units", .count, "The rack's height in units.", false), ("starting_unit", .count, "The number of the lowest unit.", false),
            ("descending_units", .boolean, "Units are counted downwards.", false),
            ("devices", .list(device), "What stands in the rack.", false),
            ("arriving", .list(arrival), "What an order puts there.", false), ("device", device, "The device.", false),
            ("ports", .list(held), "The device's ports.", false),
        ]
    }

    private static let device = Schema.object("device", "A device.") {
        [
            ("name", .text, "Its name.", true), ("role", .text, "Its role.", false), ("position", .number, "Its lowest unit.", false),
            ("height", .number, "In units.", true), ("face", .choice(["front", "rear"]), "The side of the rack.", false),
            ("full_depth", .boolean, "It takes both sides.", true), ("owner", .text, "Its owner.", false),
            ("origin", .text, "Its key in the system that it was imported from.", false), ("steps", .texts, "Steps that touch it.", false),
            ("objection", .text, "Why it must not be touched.", false),
        ]
    }

    private static let arrival = Schema.object("arrival", "A device that an order brings.") {
        [
            ("name", .text, "Its name.", true), ("step", .text, "The step that brings it.", true),
            ("position", .number, "Its lowest unit.", true),
            ("height", .number, "In units.", true), ("face", .choice(["front", "rear"]), "The side of the rack.", true),
        ]
    }

    private static let held = Schema.object("held-port", "A port, and what is in it.") {
        [
            ("port", port, "The port.", true), ("state", .choice(PortState.all.map(\.word)), "What is known of it.", true),
            ("cables", .list(plugged), "The cables in it.", true), ("steps", .texts, "Steps that touch it.", false),
            ("objection", .text, "Why it must not be touched.", false),
            ("offered", .boolean, "It is free for the order, and displaces nobody.", false),
        ]
    }

    private static let plugged = Schema.object("plugged", "A cable in a port.") {
        [("cable", .text, "Its name.", true), ("to", .list(port), "Where its other side is.", true)]
    }

    // MARK: Counts

    static let statistics = Schema.object("statistics", "What is written, how much of it is known, and when that expires.") {
        [
            Schema.form("primum.statistics/1"), ("client", .text, "The client's id.", true),
            ("now", .moment, "The moment of the knowledge.", true),
            ("objects", .map(values: .count), "How many of each kind are written.", true),
            ("knowledge", .map(values: tally), "How much is known of each kind of fact.", true),
            ("known_empty_ports", .count, "Ports known to be empty.", true), ("expires", expiry, "When knowledge expires.", true),
        ]
    }

    private static let tally = Schema.object("tally", "How facts of one kind stand.") {
        ["known", "expired", "conflicting", "unknown"].map { ($0, Schema.count, "How many.", true) }
    }

    private static let expiry = Schema.object("expiry", "When knowledge expires.") {
        [
            ("first", .moment, "The first expiry.", false),
            ("within_days", .map(values: .count), "How many facts expire within so many days.", true),
        ]
    }

    static let diagnostics = Schema.object("diagnostics", "All that is wrong with a client's folder or a pack of rules.") {
        [
            Schema.form("primum.diagnostics/1"), ("client", .text, "The client's id, where the folder could be read.", false),
            ("pack", .text, "The pack.", false), ("valid", .boolean, "Nothing keeps it from being used.", true),
            ("counts", severities, "How many of each severity.", true), ("objects", .map(values: .count), "How much was read.", false),
            ("diagnostics", .list(.diagnostic), "The first thousand.", true),
        ]
    }

    private static let severities = Schema.object("severities", "How many diagnostics of each severity.") {
        ["error", "warning", "note"].map { ($0, Schema.count, "How many.", true) }
    }
}
